"""The files name a committee no more, and no seats sit on it: what rested with it rests with somebody again."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.databases import on_either
from support.districts import close_committee, copy, edit
from support.meetings import LINCOLN, adds, dates, load, rows, saved, until
from test_faq_approval import proposed
from test_questions_audiences import asked as answers
from test_questions_keeping_time import KITS, asked

from bot.meetings import lasting
from bot.questions.model import COMMITTEE, GIVEN_BACK, PASSED

pytestmark = on_either

WHERE = "select status, committee_id is null from questions order by id"


async def closes(bot: Core, tmp_path: Path, key: str, *edits: tuple[str, str, str]) -> None:
    folder = copy(tmp_path)
    for one in edits:
        edit(folder, *one)
    close_committee(folder, key)
    await load(bot, folder)


async def passed(bot: Core) -> tuple[Corner, Corner]:
    """Owen asks, and Maria, Lincoln's building rep, passes it to the Literacy Committee."""
    owen, maria = await asked(bot, "Owen Lindqvist", "Reading and literacy", "Send it"), corner(bot, "Maria Rivera")
    await maria.presses("question.pass", "1")
    await maria.fills_in()
    await owen.presses("question.show", "1")
    owen.sees("Literacy Committee")
    return owen, maria


async def test_a_question_comes_back_to_the_rep_who_passed_it_on(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen, maria = await passed(bot)
        await closes(bot, tmp_path, "literacy")
        assert rows(bot, WHERE) == [("with rep", True)]
        await owen.presses("question.show", "1")
        assert "Literacy Committee" not in owen.sees("Lincoln Elementary's building rep")
        await maria.presses("question.show", "1")
        maria.sees(KITS, "No committee answers Reading and literacy any more: it is yours to answer.")
        assert "question.pass" not in str(maria.answer)
        assert databases.rows(bot.settings.database_url, f"select removed from deliveries where card = '{COMMITTEE}'")
        assert "Lincoln Elementary" in drawn(bot, PASSED, 1)  # in the channel where it was
        await maria.presses("question.answer", "1")
        await maria.fills_in(answer="Yes, you can.")
        await owen.presses("question.show", "1")
        owen.sees("Yes, you can.", "Maria Rivera")


async def test_one_with_no_rep_comes_back_to_its_asker_with_a_word_why(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asked(bot, "Maria Rivera", "Reading and literacy", "Send it")  # a rep's own goes straight there
        owen = corner(bot, "Owen Lindqvist")
        assert rows(bot, WHERE) == [("with committee", False)]
        await closes(bot, tmp_path, "literacy")
        await maria.types("somewhere")
        maria.sees("Nobody can answer it any more: your words are in here.")
        await maria.presses("question.show", "1")
        maria.sees("Literacy Committee had your question and doesn't work any more.", KITS, "Ask a question")
        assert KITS in drawn(bot, GIVEN_BACK, 1)
        assert "Ya nadie puede contestar esto" in drawn(bot, GIVEN_BACK, 1, "es")
        await maria.clicks("Ask a question")
        maria.sees("Schedules and calendar")
        await owen.types("somewhere")
        assert KITS not in owen.sees()


async def test_one_without_a_name_comes_back_too(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = corner(bot, "Owen Lindqvist")
        await owen.types("ask")
        await owen.clicks("Reading and literacy")
        await owen.fills_in(question=KITS)
        await owen.clicks("Ask without my name")
        await owen.clicks("Send it")
        maria = corner(bot, "Maria Rivera")
        await maria.presses("question.pass", "1")
        await maria.fills_in()
        vacant = ("seats.csv", LINCOLN, LINCOLN.replace("maria-rivera", ""))
        await closes(bot, tmp_path, "literacy", vacant)
        assert rows(bot, WHERE)[0][0] == "given back"
        await owen.types("somewhere")
        owen.sees("Nobody can answer it any more: your words are in here.")


async def test_what_was_answered_stays_and_goes_back_to_nobody(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await asked(bot, "Maria Rivera", "Reading and literacy", "Send it")
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Until June.")
        await closes(bot, tmp_path, "literacy")
        await maria.presses("question.not-yet", "1")
        maria.sees("Literacy Committee doesn't work any more, so your question can't go back there.", "/ask")
        await maria.presses("question.enough", "1")
        maria.sees("Thank you.")


async def test_another_committee_of_whose_people_the_asker_was_not_told_is_asked_for_or_it_comes_back(
    tmp_path: Path,
) -> None:
    """The topic goes on, with others."""
    async with core(tmp_path) as bot:
        maria = await asked(bot, "Maria Rivera", "Reading and literacy", "Send it")
        await closes(bot, tmp_path, "literacy", ("district.yaml", "committee: literacy", "committee: schedule"))
        await maria.presses("question.show", "1")
        maria.sees("Schedule Committee", KITS)
        await maria.presses("question.keep-here", "1")
        maria.sees("Literacy Committee had your question and doesn't work any more.", KITS)
        assert rows(bot, WHERE)[0][0] == "given back"


async def test_the_meetings_of_a_closed_committee_end_and_its_home_is_told_once(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joel = await saved(bot)
        await adds(joel, "Bell times")
        await closes(bot, tmp_path, "schedule")
        assert "These meetings have ended: Schedule Committee." in drawn(bot, lasting.NEWS, 1)
        posted = f"select address from deliveries where card = '{lasting.NEWS}' and not removed"
        assert len(rows(bot, posted)) == 1
        await until(bot, 2026, 12, 20, 12)
        assert dates(bot) == ["2026-10-22 2026-10-22 21:00 dropped"]
        assert len(rows(bot, posted)) == 1
        kevin = corner(bot, "Kevin Brandvold", "discord")
        await kevin.presses("meeting.open")
        assert "Schedule Committee" not in kevin.sees()
        for name in ("Joel Hartmann", "Maria Rivera"):
            one = corner(bot, name)
            await one.types("somewhere")
            assert "Schedule Committee" not in one.sees()


async def test_who_loads_such_files_reads_what_hangs_on_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with core(tmp_path) as bot:
        await passed(bot)
        await asked(bot, "Thuy Pham", "Schedules and calendar", "Send it")  # Maria has it
        await asked(bot, "Maria Rivera", "Schedules and calendar", "Send it")  # which goes straight on
        await saved(bot)
        folder = copy(tmp_path)
        await load(bot, folder)
        assert capsys.readouterr().err == ""
        for key in ("literacy", "schedule"):
            close_committee(folder, key)
        edit(folder, "seats.csv", LINCOLN, LINCOLN.replace("maria-rivera", ""))
        await load(bot, folder)
        assert capsys.readouterr().err.splitlines() == [
            "warning: no role sits on Literacy Committee any more: 1 open question",
            "warning: no role sits on Schedule Committee any more: 1 open question and 1 open series of meetings",
            "warning: nobody acts for the role 'rep-lincoln' any more: 1 open question",
        ]
        await load(bot, folder)
        assert capsys.readouterr().err == ""


async def test_a_caretaker_takes_its_entries_out_of_the_faq(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, owen, samuel = (corner(bot, name) for name in ("Ana Ruiz", "Owen Lindqvist", "Samuel Okafor"))
        await answers(bot, "Ana Ruiz", "Lectura y escritura", send="Enviar")
        await proposed(bot, "Priya Natarajan", "1", "Yes.")
        beatriz = corner(bot, "Beatriz Montoya")
        await beatriz.presses("faq.look", "1:es")
        await beatriz.clicks("Aprobar")
        await samuel.presses("faq.show", "1::en")
        assert "faq.withdraw" not in str(samuel.answer)
        await closes(bot, tmp_path, "literacy")
        await owen.presses("faq.show", "1::en")
        owen.sees("Yes.", "Literacy Committee approved this")
        assert "faq.withdraw" not in str(owen.answer)
        await owen.presses("faq.withdraw", "1")
        owen.sees("isn't here any more")
        await samuel.presses("faq.show", "1::en")
        samuel.sees("Literacy Committee doesn't work any more, so this is yours to look after")
        await samuel.clicks("Take it out")
        await ana.presses("faq.show", "1::es")
        assert "Yes." not in ana.sees()


async def test_what_waited_for_its_approval_waits_no_longer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with core(tmp_path) as bot:
        await answers(bot, "Ana Ruiz", "Lectura y escritura", send="Enviar")
        await proposed(bot, "Priya Natarajan", "1", "Yes.")
        capsys.readouterr()
        await closes(bot, tmp_path, "literacy")
        assert capsys.readouterr().err == "warning: no role sits on Literacy Committee any more: 1 FAQ entry\n"
        assert rows(bot, "select state from faq_entries") == [("withdrawn",)]
        assert "This isn't in the FAQ." in drawn(bot, "faq.entry", 1)
