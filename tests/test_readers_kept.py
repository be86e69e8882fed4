"""What becomes of a question's readers when the district changes around it: channels, seats, committees, groups."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import Core, core
from support.corner import buttons, corner, draw, drawn, next_due
from support.databases import on_either
from support.districts import copy, edit
from support.linked import ANJALI, ROY, Desk
from test_readers import (
    LUNCH,
    LUNCH_TOO,
    OFFERED,
    asks,
    comes_among_staff,
    move_among_everybody,
    passes,
    with_a_caucus,
)

from bot.operations import commands

pytestmark = on_either


async def test_a_school_teams_question_is_found_by_its_askers_group(tmp_path: Path) -> None:
    """The one is of a building, the other of all."""
    async with core(tmp_path) as bot:
        folder = copy(tmp_path / "new")
        edit(folder, "district.yaml", "home: slack:C01LINCOLN", "home: discord:1103628476113515559")
        assert commands.load(bot.settings, folder) == 0
        jamal = await asks(bot, "Jamal Whitfield", "Life at Lincoln", LUNCH)
        await jamal.clicks("Send it")
        await passes(bot, "Maria Rivera", "1")
        curtis = await asks(bot, "Curtis Wendell", "Life at Lincoln", LUNCH_TOO)
        curtis.sees(OFFERED)


async def test_what_was_asked_in_a_caucus_is_not_read_by_those_who_join_it(tmp_path: Path) -> None:
    """Its committee moves among others, and the superintendent sits on it: nobody but the asker lets him read it."""
    async with with_a_caucus(tmp_path) as bot:
        jamal, samuel = await asks(bot, "Jamal Whitfield", "Lunch and breaks", LUNCH), corner(bot, "Samuel Okafor")
        await jamal.clicks("Send it")
        await passes(bot, "Maria Rivera", "1")
        comes_among_staff(bot, tmp_path)
        await samuel.types("somewhere")
        assert "lunch" not in samuel.sees()
        await samuel.presses("question.show", "1")
        assert LUNCH not in samuel.sees()
        await next_due(bot, "question.remind")
        await jamal.agrees()
        await samuel.presses("question.show", "1")
        samuel.sees(LUNCH)


async def test_who_gives_a_seat_up_reads_no_more_of_what_waits_there(tmp_path: Path) -> None:
    """Nobody follows, and no committee answers the topic any more."""
    async with core(tmp_path) as bot:
        jamal, maria = await asks(bot, "Jamal Whitfield", "Reading and literacy", LUNCH), corner(bot, "Maria Rivera")
        await jamal.clicks("Send it")
        folder = copy(tmp_path / "new")
        edit(folder, "district.yaml", "    committee: literacy\n", "    contact: literacy-chair\n")
        edit(folder, "seats.csv", "maria-rivera,lincoln-team", ",lincoln-team")
        assert commands.load(bot.settings, folder) == 0
        await next_due(bot, "seat.changed")
        assert stand(bot, "question.rep") == []
        edit(folder, "seats.csv", ",lincoln,,,lincoln-team", ",lincoln,,maria-rivera,lincoln-team")
        assert commands.load(bot.settings, folder) == 0
        await next_due(bot, "seat.changed")
        assert stand(bot, "question.rep") == [str(maria.place)]


def stand(bot: Core, card: str) -> list[str]:
    """Where cards of this name stand, or will."""
    there = f"select address from deliveries where card = '{card}' and removed = false order by id"
    return [address for (address,) in databases.rows(bot.settings.database_url, there)]


async def test_who_joins_another_group_takes_no_finders_along(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        jamal = await asks(bot, "Jamal Whitfield", "Schedules and calendar", LUNCH)
        jamal.sees("Others of Cedar Valley Education Association")
        await jamal.clicks("Send it")
        await passes(bot, "Maria Rivera", "1")
        theirs = "update members set group_id = (select id from groups where key = 'library') where key = "
        databases.change(bot.settings.database_url, f"{theirs}'jamal-whitfield'")
        hannah = await asks(bot, "Hannah Whitaker", "Schedules and calendar", LUNCH_TOO)
        assert OFFERED not in hannah.sees("Nothing is sent yet")
        curtis = await asks(bot, "Curtis Wendell", "Schedules and calendar", LUNCH_TOO)
        curtis.sees(OFFERED)


async def test_who_changes_groups_before_sending_is_shown_the_finders_anew(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        rashid = await asks(bot, "Rashid Karimi", "Schedules and calendar", LUNCH)
        theirs = "update members set group_id = (select id from groups where key = 'library') where key = "
        databases.change(bot.settings.database_url, f"{theirs}'rashid-karimi'")
        await rashid.clicks("Send it")
        rashid.sees("Nothing is sent yet", "Others of Cedar Valley Public Library")


async def test_a_merged_questions_card_quotes_no_other_to_more_people(tmp_path: Path) -> None:
    """The one that it was merged with went on, and became one with another committee's."""
    async with core(tmp_path) as bot:
        for name, text in (("Ana Ruiz", LUNCH), ("Rashid Karimi", LUNCH_TOO)):
            asker = await asks(bot, name, "Lectura y escritura" if name == "Ana Ruiz" else "Reading and literacy", text)
            await asker.clicks("Enviar" if name == "Ana Ruiz" else "Send it")
        leticia = await asks(bot, "Leticia Zamora", "Horarios y calendario", "When do the phonics kits come back?")
        await leticia.clicks("Enviar")
        priya, joel = corner(bot, "Priya Natarajan"), corner(bot, "Joel Hartmann")
        await priya.presses("question.merge", "1")
        await priya.fills_in(**{"with": LUNCH_TOO})
        assert LUNCH_TOO in drawn(bot, "question.committee", 1)
        await priya.presses("question.pass-on", "2")
        await priya.fills_in(topic="Schedules and calendar · Schedule Committee")
        await corner(bot, "Rashid Karimi").agrees("2")
        await joel.presses("question.merge", "2")
        await joel.fills_in(**{"with": "When do the phonics kits come back?"})
        assert "phonics" not in drawn(bot, "question.committee", 1)
        assert "phonics" in drawn(bot, "question.committee", 2)


async def test_that_an_asker_was_not_reached_about_new_readers_is_said(tmp_path: Path) -> None:
    """Those who have it wait for no yes that cannot come."""
    async with core(tmp_path) as bot:
        ana = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH)
        await ana.clicks("Preguntar sin mi nombre")
        await ana.clicks("Enviar")
        theirs = "delete from accounts where member_id = (select id from members where key = 'ana-ruiz')"
        databases.change(bot.settings.database_url, theirs)
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("question.pass-on", "1")
        await priya.fills_in(topic="Life at Lincoln · Lincoln Leadership Team")
        await next_due(bot, "question.look")
        assert "I couldn't reach the asker" in drawn(bot, "question.committee", 1)


async def test_an_entry_is_shown_to_no_more_people_than_its_question(tmp_path: Path) -> None:
    """Its committee works among the whole community by now."""
    async with core(tmp_path) as bot:
        ana, priya = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH), corner(bot, "Priya Natarajan")
        await ana.clicks("Enviar")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Only in an emergency.")
        move_among_everybody(bot, tmp_path)
        await priya.presses("faq.publish", "1")
        await priya.fills_in()
        await priya.clicks("Ask for approval")
        assert stand(bot, "faq.entry") == []
        beatriz = corner(bot, "Beatriz Montoya")
        await beatriz.presses("faq.approve", "1:1")
        beatriz.sees("Ahora")


async def test_a_channel_that_is_opened_to_others_shows_them_nothing_new(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, priya = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH), corner(bot, "Priya Natarajan")
        await ana.clicks("Enviar")
        assert stand(bot, "question.committee") == ["slack:T01CEDAR/C01LITERACY"]
        folder = copy(tmp_path / "new")
        edit(folder, "places.csv", "joint,cvea;administration;pta;library,", "community,,")
        assert commands.load(bot.settings, folder) == 0
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Only in an emergency.")
        assert stand(bot, "question.committee") == []
        ana = corner(bot, "Ana Ruiz")
        await ana.presses("question.show", "1")
        ana.sees("Only in an emergency.")


async def test_who_are_two_again_have_each_what_they_asked(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        desk, roy = Desk(bot), corner(bot, "Roy Thibodeaux")
        anjali = await asks(bot, "Anjali Deshpande", "Reading and literacy", LUNCH, platform="discord")
        await anjali.clicks("Send it")
        await desk.presses(ANJALI, "link.yes", await desk.code(ROY))
        await roy.presses("question.show", "1")
        roy.sees(LUNCH)
        await desk.unlinks(ANJALI)
        await roy.presses("question.show", "1")
        assert LUNCH not in roy.sees()
        await anjali.presses("question.show", "1")
        anjali.sees(LUNCH)


async def test_who_joins_a_caucus_that_was_reads_no_entries_of_it(tmp_path: Path) -> None:
    async with with_a_caucus(tmp_path) as bot:
        aisha, dana = await asks(bot, "Aisha Farouk", "Lunch and breaks", LUNCH), corner(bot, "Dana Lee")
        await aisha.clicks("Send it")
        await passes(bot, "Curtis Wendell", "1")
        await dana.presses("question.answer", "1")
        await dana.fills_in(answer="Only in an emergency.")
        await dana.presses("faq.publish", "1")
        await dana.fills_in()
        await dana.clicks("Ask for approval")
        comes_among_staff(bot, tmp_path)
        samuel = corner(bot, "Samuel Okafor")
        for do in ("faq.look", "faq.change", "faq.withdraw"):
            await samuel.presses(do, "1:en" if do == "faq.look" else "1")
            samuel.sees("That isn't here any more.")
        await samuel.types("somewhere")
        assert "lunch" not in samuel.sees()


async def test_an_asker_who_said_no_can_think_it_over(tmp_path: Path) -> None:
    """Else nobody could answer where nobody is left."""
    async with core(tmp_path) as bot:
        ana, priya = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH), corner(bot, "Priya Natarajan")
        await ana.clicks("Enviar")
        await priya.presses("question.pass-on", "1")
        await priya.fills_in(topic="Life at Lincoln · Lincoln Leadership Team")
        await ana.presses("question.keep-here", "1")
        yes = next(one for one in buttons(draw(bot, "question.widen", 1)) if one.do == "question.widen")
        await ana.presses(yes.do, yes.about)
        assert LUNCH in drawn(bot, "question.committee", 1)
        ana.sees("Lincoln Leadership Team")


async def test_what_rests_with_a_committee_that_is_no_more_goes_on(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asks(bot, "Ana Ruiz", "Lectura y escritura", LUNCH)
        await ana.clicks("Enviar")
        folder = copy(tmp_path / "new")
        edit(folder, "district.yaml", "    committee: literacy\n", "    committee: schedule\n")
        seats = (folder / "seats.csv").read_text("utf-8").splitlines()
        kept = "\n".join(one for one in seats if not one.startswith("literacy-"))
        (folder / "seats.csv").write_text(kept.replace(";literacy", "").replace(",literacy,", ",,"), "utf-8")
        assert commands.load(bot.settings, folder) == 0
        await next_due(bot, "committee.closed")
        await ana.agrees()
        ana.sees("Schedule Committee")
        assert LUNCH in drawn(bot, "question.committee", 1)


async def test_whose_account_it_was_by_mistake_reads_no_more(tmp_path: Path) -> None:
    """The files had somebody else's account beside a rep's name."""
    async with core(tmp_path) as bot:
        jamal = await asks(bot, "Jamal Whitfield", "Reading and literacy", LUNCH)
        await jamal.clicks("Send it")
        right = "update accounts set address = 'slack:T01CEDAR/U01MARIA' where address like '%/U01RIVERA'"
        databases.change(bot.settings.database_url, right)
        await jamal.presses("question.change", "1")
        await jamal.fills_in(question="May Mr. Grimsby take me out of my lunch?")
        assert stand(bot, "question.rep") == ["slack:T01CEDAR/@U01MARIA"]


async def test_straight_on_to_a_committee_that_was_not_shown_its_asker_is_asked_first(tmp_path: Path) -> None:
    """Another committee has the topic by now, and the rep has no seat any more."""
    async with core(tmp_path) as bot:
        jamal = await asks(bot, "Jamal Whitfield", "Reading and literacy", LUNCH)
        await jamal.clicks("Send it")
        folder = copy(tmp_path / "new")
        edit(folder, "district.yaml", "    committee: literacy\n", "    committee: schedule\n")
        edit(folder, "seats.csv", "maria-rivera,lincoln-team", ",lincoln-team")
        assert commands.load(bot.settings, folder) == 0
        await next_due(bot, "seat.changed")
        assert stand(bot, "question.committee") == []
        assert "Nobody can read it where it is now. Schedule Committee could" in drawn(bot, "question.widen", 1)


async def test_nobody_is_offered_to_answer_together_what_is_not_theirs_to_read(tmp_path: Path) -> None:
    async with with_a_caucus(tmp_path) as bot:
        jamal, samuel = await asks(bot, "Jamal Whitfield", "Lunch and breaks", LUNCH), corner(bot, "Samuel Okafor")
        await jamal.clicks("Send it")
        await passes(bot, "Maria Rivera", "1")
        comes_among_staff(bot, tmp_path)
        owen = await asks(bot, "Owen Lindqvist", "Lunch and breaks", LUNCH_TOO)
        await owen.clicks("Send it")
        await passes(bot, "Maria Rivera", "2")
        await samuel.presses("question.show", "2")
        samuel.sees(LUNCH_TOO)
        await samuel.presses("question.merge", "2")
        assert LUNCH not in samuel.sees("No other question")
        dana = corner(bot, "Dana Lee")
        await dana.presses("question.merge", "2")
        assert dana.choices("with") == [LUNCH]
