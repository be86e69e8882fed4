"""Whose eyes are on concerns, titles and goals: those who were named before something was sent, and nobody who comes
later, forges a form or holds an old button."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.concerns import GOAL, KITS, NOISE, agreed, answers, says, writes
from support.cores import Core, core
from support.corner import Corner, corner, next_due
from support.databases import on_either, on_sqlite, rows
from support.districts import pretend

from bot import routes
from bot.boundary import Account, Form
from bot.goals.rounds import rounds
from bot.storage import scrubbing

pytestmark = on_either
SHARED = {"scope": "Shared: we work on it together", "why": "All want it."}
IN_QUIET = {"students": "All", "change": "They read in quiet", "measure": "Quiet days"}


async def titled(who: Corner, concern: int, title: str) -> None:
    await who.presses("theme.title", f"{concern}:new")
    await who.fills_in(title_en=title, title_es=title)


async def leaders(bot: Core) -> tuple[Corner, Corner]:
    """Of two groups that have a title each; concern 1 may be shown to others."""
    await says(corner(bot, "Owen Lindqvist"), NOISE, shared=True)
    await says(corner(bot, "Silvia Cantú", "discord"), KITS)
    dana, marcus = corner(bot, "Dana Lee"), corner(bot, "Marcus Tilley", "discord")
    for leader, concern, title in ((dana, 1, "A quiet hall"), (marcus, 2, "Enough kits")):
        await titled(leader, concern, title)
        await leader.presses("round.open")
    return dana, marcus


async def rating(bot: Core) -> tuple[Corner, Corner]:
    dana, marcus = await leaders(bot)
    for leader in (dana, marcus):
        await leader.presses("round.ready")
        await leader.clicks("Show it")
    await dana.presses("round.begin")
    return dana, marcus


async def rate(bot: Core, group: str, theme: int, *said: str) -> None:
    members = [one for one in pretend().members if one.group == group]
    for member, rate in zip(members, said, strict=False):
        who = Corner(bot, Account.parse(pretend().accounts(member)[0]))
        await who.presses("round.say", f"{theme}:{rate}")


def change(bot: Core, *statements: str) -> None:
    for one in statements:
        databases.change(bot.settings.database_url, one)


# Concerns --------------------------------------------------------------------------------------------------------


async def test_a_concern_goes_to_those_whom_its_preview_named(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, lucia = corner(bot, "Owen Lindqvist"), corner(bot, "Lucía Benavides")
        await writes(owen, NOISE)
        owen.sees("Maria Rivera")
        oak_street = "(select id from buildings where key = 'oak-street')"
        change(bot, f"update members set building_id = {oak_street} where key = 'owen-lindqvist'")
        await owen.clicks("Send it")
        owen.sees("Nothing is sent yet", "Lucía Benavides")
        await lucia.presses("concern.read")
        assert NOISE not in lucia.sees()
        await owen.clicks("Send it")
        await lucia.presses("concern.read")
        lucia.sees(NOISE)


async def test_who_reads_a_goal_has_no_say_in_the_concern_of_which_it_was_made(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await agreed(bot, shared=True)
        jamal = corner(bot, "Jamal Whitfield")
        await jamal.presses("goal.show", "1:en")
        jamal.sees(NOISE)
        for do in ("concern.report", "concern.hide", "goal.start"):
            await jamal.presses(do, "1")
            jamal.sees("Only those who speak for a group read what its people write.")
        await jamal.sends("concern.hide", "1", {"why": ("Because",)})
        assert rows(bot.settings.database_url, "select hidden, handed_on_at from concerns") == [("", None)]


async def test_an_authors_name_stays_with_those_of_whom_they_were_told(tmp_path: Path) -> None:
    """Others of the group who sort concerns, as whoever has a seat that is new, read the words that a goal shows."""
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), NOISE, named=True, shared=True)
        maria, yesenia = corner(bot, "Maria Rivera"), corner(bot, "Yesenia Cordero")
        await maria.presses("goal.start", "1")
        await maria.fills_in(**GOAL)
        await maria.clicks("Send it")
        for name in ("Elena Ortiz", "Rosa Delgado"):
            await answers(bot, name, "agree")
        columns = "district_id, role, group_id, building_id, owner"
        second = f"select 'second', (select id from members where key = 'yesenia-cordero'), {columns} from seats"
        change(bot, f"insert into seats (key, holder_id, {columns}) {second} where key = 'rep-lincoln'")
        for who, text in ((maria, "Owen Lindqvist"), (yesenia, "Sin nombre")):
            await who.presses("concern.read")
            who.sees(NOISE, text)
        assert "Owen" not in yesenia.sees()


async def test_who_sent_a_goal_and_lost_the_seat_reads_no_more_of_it_by_the_same_button(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await says(corner(bot, "Owen Lindqvist"), NOISE)
        maria = corner(bot, "Maria Rivera")
        await maria.presses("goal.start", "1")
        await maria.fills_in(**GOAL)
        await maria.clicks("Send it")
        (draft,) = rows(bot.settings.database_url, "select id from drafts where form = 'goal.write'")
        owen = "(select id from members where key = 'owen-lindqvist')"
        change(bot, f"update seats set holder_id = {owen} where key = 'rep-lincoln'")
        await corner(bot, "Owen Lindqvist").sends(
            "goal.change", "1", {name: (text,) for name, text in IN_QUIET.items()}
        )
        await maria.presses("goal.send", str(draft[0]))
        assert "in quiet" not in maria.sees()


async def test_who_stands_in_reads_no_line_that_was_for_the_school_alone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await agreed(bot)
        await maria.presses("cycle.plan", "1")
        await maria.fills_in(**{"try": "Read in the library"})
        await maria.presses("step.line", "1")
        await maria.fills_in(text="I am worn out.")
        maria.sees("I am worn out.")
        change(bot, "update seats set away_until = '2027-06-30 00:00:00' where key = 'rep-lincoln'")
        dana = corner(bot, "Dana Lee")  # its deputy, of another school
        for do in ("step.show", "step.line"):
            await dana.presses(do, "1")
            assert dana.answer is not None
            assert "worn out" not in repr(dana.answer)


# Titles ----------------------------------------------------------------------------------------------------------


async def test_a_list_of_titles_is_shown_as_it_was_looked_over(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await leaders(bot)
        await dana.presses("round.ready")
        await says(corner(bot, "Jamal Whitfield"), "We earn less than next door.")
        await titled(corner(bot, "Maria Rivera"), 3, "Salaries")
        await dana.clicks("Show it")
        dana.sees("Salaries")
        assert rows(bot.settings.database_url, "select count(*) from themes where round_id is not null") == [(0,)]
        await dana.clicks("Show it")
        dana.sees("its list is there")


async def test_a_goal_made_of_a_title_shows_nobodys_words(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, marcus = await rating(bot)
        await next_due(bot, rounds.END)
        await dana.presses("theme.scope", "1")
        await dana.fills_in(**SHARED)
        await dana.presses("goal.start-theme", "1")
        await dana.fills_in(**IN_QUIET)
        dana.sees("everybody of these groups in the whole district")
        await dana.clicks("Send it")
        await answers(bot, "Samuel Okafor", "agree")
        await marcus.presses("goal.answer", "1:1:agree")
        silvia = corner(bot, "Silvia Cantú", "discord")
        await silvia.presses("goal.show", "1:en")
        assert NOISE not in silvia.sees("They read in quiet")


async def test_nobody_makes_a_goal_of_a_title_that_is_not_theirs_or_is_for_bargaining(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, marcus = await rating(bot)
        await next_due(bot, rounds.END)
        rosa, database = corner(bot, "Rosa Delgado"), bot.settings.database_url
        await rosa.presses("goal.start-line")
        assert isinstance(rosa.answer, Form)
        forged = {"line": "L", **IN_QUIET, "theme": "1", "concern": "1", "seat": "1"}
        await rosa.sends("goal.write", rosa.answer.about, {name: (text,) for name, text in forged.items()})
        await rosa.clicks("Enviar")
        assert rows(database, "select seats.key from goals join seats on seats.id = seat_id") == [("pta-lincoln",)]
        assert rows(database, "select goal_id from concerns") == [(None,), (None,)]
        await dana.presses("theme.scope", "1")
        await dana.fills_in(**SHARED)
        await dana.presses("goal.start-theme", "1")
        await dana.fills_in(**IN_QUIET)
        await marcus.presses("theme.scope", "1")
        await marcus.fills_in(scope="It is for bargaining, and goes no further here", why="Pay.")
        await dana.clicks("Send it")
        dana.sees("not worked on together")
        assert rows(database, "select count(*) from goals") == [(1,)]


# What came of it -------------------------------------------------------------------------------------------------


async def test_nobody_reads_from_the_totals_what_a_few_said(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await rating(bot)
        await rate(bot, "cvea", 1, "now", *["not now"] * 5)
        await rate(bot, "cvea", 2, *["now"] * 5, *["not now"] * 5)
        await next_due(bot, rounds.END)
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("round.results")
        assert "of 6" not in owen.sees("A quiet hall", "5 of 10 say now")


@on_sqlite  # of PostgreSQL, test_goals_secrecy tells that scrubbing does it
async def test_what_somebody_said_of_a_title_lies_in_no_file_once_it_is_a_count(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await rating(bot)
        await rate(bot, "cvea", 1, *["not sure"] * 6)
        address = bot.settings.database_url

        def lies() -> bool:
            return any(b"not sure" in file.read_bytes() for file in databases.files(address))

        assert lies()
        await next_due(bot, rounds.END)
        engine = databases.connect(address)
        await scrubbing.scrub_remains(engine, bot.writer, routes.HOUSE.scrubbing)
        engine.dispose()
        assert not lies()


async def test_a_group_that_paused_reads_no_result_by_no_button(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana, _ = await rating(bot)
        await rate(bot, "pta", 2, *["now"] * 6)
        await dana.presses("round.pause")
        await next_due(bot, rounds.END)
        await dana.sends("theme.scope", "2", {"scope": ("board",), "why": ("So",)})
        dana.sees("That isn't here any more.")
        await dana.presses("round.pause")
        dana.sees("This round is over")
        await dana.presses("round.results")
        dana.sees("That isn't here any more.")
