"""Data first: the seat that holds it is asked, in school days, and followed up; the answer lies on the shelf."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import Core, core, said
from support.corner import Corner, corner, next_due, shown
from support.databases import on_both, on_either, rows
from test_goals_co_chairs import all_say, listed
from test_goals_consent import told

from adapters.discord.prose import markdown
from adapters.slack.render import blocks as slack_blocks
from bot.boundary import Prose
from bot.goals.rounds import rounds
from bot.goals.shelf import answering, asking

KNOWN = {"answer": "22 of 60 read at level.", "source": "Fall reading check", "day": "Sep 30"}


async def asked(bot: Core) -> Corner:
    maria = corner(bot, "Maria Rivera")
    await maria.types("request", "data")
    await maria.fills_in(what="How many read at level?", why="To pick a goal")
    maria.sees("Asked. Samuel Okafor has until")  # here only the superintendent holds data
    return maria


@on_both
async def test_it_is_asked_answered_and_lies_on_the_shelf(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        maria = await asked(bot)
        assert told(database, "data-asked") == {"Samuel Okafor"}
        samuel = corner(bot, "Samuel Okafor")
        await samuel.types("somewhere")
        samuel.sees("How many read at level?", "To pick a goal", "no group under ten")
        await samuel.clicks("Say what we know")
        await samuel.fills_in(**KNOWN)
        samuel.sees("It lies on the data shelf now.")
        assert told(database, "data-answered") == {"Maria Rivera"}
        assert "22 of 60" in shown(bot, answering.show_answered, 1)
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("data")
        owen.sees(
            "22 of 60", "From the superintendent, District Administration. Source: Fall reading check. As of Sep 30."
        )
        rosa = corner(bot, "Rosa Delgado")
        await rosa.types("data")
        assert "22 of 60" not in rosa.sees("Todavía no hay nada aquí")  # no group of those that it was said to
        await maria.presses("data.take-back", "1")
        await samuel.presses("data.take-back", "1")
        await owen.types("data")
        assert "22 of 60" not in owen.sees()


@on_either
async def test_who_has_no_role_is_told_who_could_ask(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        for line in ("request", "offer"):
            await owen.types(line, "data" if line == "request" else "a room")
            seen = owen.sees("You can ask Maria Rivera to do it: Lincoln Elementary's building rep.")
            assert "Polls" not in seen


@on_either
async def test_silence_is_followed_up_and_no_is_an_answer(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        database = bot.settings.database_url
        await asked(bot)
        await next_due(bot, asking.DUE)
        assert told(database, "data-silent") == set()
        await next_due(bot, asking.DUE)
        assert told(database, "data-silent") == {"Maria Rivera"}
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("data.decline", "1")
        await samuel.fills_in(why="Groups are too small.")
        assert "Groups are too small." in shown(bot, answering.show_answered, 1)


@on_either
async def test_why_not_goes_to_who_was_named(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        samuel = corner(bot, "Samuel Okafor")
        await samuel.presses("data.decline", "1")
        assert samuel.field(0).hint == "Maria Rivera reads this"
        owens = "update seats set holder_id = (select id from members where key = 'owen-lindqvist')"
        databases.change(bot.settings.database_url, f"{owens} where id = (select by_id from data_items)")
        await samuel.fills_in(why="Groups are too small.")
        samuel.sees("By now your answer would go to Owen Lindqvist.")
        assert told(bot.settings.database_url, "data-answered") == set()
        await samuel.clicks("Fix it")
        assert samuel.field(0).hint == "Owen Lindqvist reads this"
        await samuel.fills_in()
        samuel.sees("Owen Lindqvist is told why.")
        assert told(bot.settings.database_url, "data-answered") == {"Owen Lindqvist"}


@on_either
async def test_nobody_answers_for_anothers_seat_or_without_a_seat_asks(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        for name in ("Owen Lindqvist", "Maria Rivera", "Walter Grimsby"):
            who = corner(bot, name)
            await who.presses("data.answer", "1")
            who.sees("That isn't here any more.")
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("request", "data How many?")
        owen.sees("How many?")  # given back
        assert rows(bot.settings.database_url, "select count(*) from data_items") == [(1,)]


@on_either
async def test_the_administration_says_what_it_knows_of_the_first_titles(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await listed(bot)
        await dana.presses("round.begin")
        await all_say(bot, "1:now", "2:not now")
        await next_due(bot, rounds.END)
        samuel, elena = corner(bot, "Samuel Okafor"), corner(bot, "Elena Ortiz")
        await dana.presses("theme.scope", "2")
        await dana.fills_in(scope="It is for bargaining, and goes no further here", why="Pay.")
        await dana.presses("data.ask", "2")
        dana.sees("That isn't here any more.")
        await samuel.types("somewhere")
        assert "quiet hall" not in samuel.sees()
        part = "insert into round_parts (round_id, group_id, seat_id, paused, ready, chairs) select 1, group_id, id"
        takes_part = f"{part}, false, true, false from seats where key = 'superintendent'"
        databases.change(bot.settings.database_url, takes_part)
        await samuel.types("somewhere")
        assert "Room to read" not in samuel.sees("“A quiet hall” matters to many.")
        await elena.presses("data.know", "1")
        elena.sees("Eso ya no está aquí")
        await samuel.presses("data.know", "1")
        assert samuel.field(0).hint.startswith("3 groups read it")  # all their names are longer than a hint may be
        others = "from seats where group_id not in (select group_id from round_parts) limit 1"
        databases.change(bot.settings.database_url, f"{part}, false, true, false {others}")
        await samuel.fills_in(**KNOWN)
        samuel.sees("By now others would read it than the form said", "22 of 60 read at level.")
        assert rows(bot.settings.database_url, "select count(*) from data_items") == [(0,)]
        await samuel.clicks("Fix it")
        assert samuel.field(0).hint.startswith("4 groups read it")
        await samuel.fills_in(**KNOWN)
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("data")
        owen.sees("A quiet hall", "22 of 60 read at level.")
        await samuel.types("somewhere")
        assert "matters to many" not in samuel.sees()


@on_either
async def test_a_title_is_read_by_nobody_who_was_not_asked_about_it_yet(tmp_path: Path) -> None:
    """Nor by forging the press beside what came of a round; its leaders see it where they join titles."""
    async with core(tmp_path) as bot:
        dana, _ = await listed(bot)
        maria = corner(bot, "Maria Rivera")
        await maria.presses("data.ask", "2")  # the parents' title
        maria.sees("That isn't here any more.")
        await dana.presses("round.begin")
        await maria.presses("data.ask", "2")
        assert maria.field(0).value == "Room to read"
        await corner(bot, "Marcus Tilley", "discord").presses("round.pause")
        await maria.presses("data.ask", "2")
        maria.sees("That isn't here any more.")


@on_either
async def test_a_link_says_where_it_leads(tmp_path: Path) -> None:
    """Whatever it looks like: the host stands beside it on both platforms, and what hides one is not passed on."""
    async with core(tmp_path) as bot:
        await asked(bot)
        samuel = corner(bot, "Samuel Okafor")
        for hidden in ("https:\\\\evil.example", "javascript:alert(1)", "https://here", "somewhere"):
            await samuel.presses("data.answer", "1")
            await samuel.fills_in(**KNOWN, link=hidden)
            assert "isn't an address that I can pass on" in str(samuel.answer), hidden
        await samuel.presses("data.answer", "1")
        assert not answering.ADDRESS.fullmatch("https://school.org@evil.example/x")
        await samuel.fills_in(**KNOWN, link="https://data.example.org/fall?grade=3")
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("data")
        (link,) = [part for part in said(owen.answer).parts if isinstance(part, Prose)]
        assert [span.leads_to for block in link.blocks for span in block.spans] == ["data.example.org"]
        assert "(data.example.org)" in str(slack_blocks(said(owen.answer)))
        assert "(data.example.org)" in markdown(link.blocks)
        owen.sees("Where it is from (https://data.example.org/fall?grade=3)")  # to be heard
        await samuel.presses("data.answer", "1")
        await samuel.fills_in(link="")
        await owen.types("data")
        assert "example.org" not in owen.sees("22 of 60")
