"""A question is passed on with a note, which whoever has it next reads and nobody else."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.council import listed, with_council
from support.databases import on_either
from support.districts import edit
from support.meetings import load
from support.presences import slack_tells

from bot.boundary import Form, TextField

pytestmark = on_either

KITS = "Can we keep the phonics kits over summer?"
NOTED = "Added when it was passed on:"
CALENDAR = "Schedules and calendar · Schedule Committee"


async def asked(bot: Core, name: str, topic: str, *clicks: str) -> Corner:
    asker = corner(bot, name)
    await asker.types("ask")
    await asker.clicks(topic)
    await asker.fills_in(question=KITS)
    for label in (*clicks, "Send it"):
        await asker.clicks(label)
    asker.sees("Sent.")
    return asker


async def looks(who: Corner, question: str = "1") -> str:
    await who.presses("question.show", question)
    return who.sees()


async def test_a_note_goes_as_far_as_it_was_written_for(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = await asked(bot, "Owen Lindqvist", "Reading and literacy")
        maria, yesenia = corner(bot, "Maria Rivera"), corner(bot, "Yesenia Cordero")
        priya, joel = corner(bot, "Priya Natarajan"), corner(bot, "Joel Hartmann")
        await maria.presses("question.hand-on", "1")
        await maria.fills_in(seat=maria.choices("seat")[0], note="I am away until May.")
        maria.sees("It rests with Yesenia Cordero")
        text = await looks(yesenia)
        assert "Quien la pasó escribió además:\nI am away until May." in text
        assert "away" not in await looks(owen)

        await yesenia.presses("question.pass", "1")
        await yesenia.fills_in(note="  ")
        yesenia.sees("Ahora la tiene Literacy Committee")
        card = drawn(bot, "question.committee", 1)
        assert KITS in card
        assert NOTED not in card, "what was written for the one is not for the other"
        await priya.presses("question.pass-on", "1")
        await priya.fills_in(topic=CALENDAR, note="It's the last day that matters.")
        assert "last day" not in await looks(owen)
        await owen.agrees()
        owen.sees("It is with Schedule Committee now")
        assert f"{NOTED}\nIt's the last day that matters." in drawn(bot, "question.committee", 1)
        for card in (drawn(bot, "question.passed", 1), await looks(owen), await looks(yesenia)):
            assert "last day" not in card
        await joel.presses("question.want", "1")
        await joel.fills_in(wanted="Which kits?")
        assert "last day" not in drawn(bot, "question.detail", 1)


async def test_the_administrator_among_a_committees_seats_counts_for_those_who_are_asked(tmp_path: Path) -> None:
    """A principal sits on Lincoln's team and isn't in its channel."""
    async with core(tmp_path) as bot:
        await slack_tells(bot, "C01LINCOLN", "U01RIVERA", "U01WHITFIELD")
        owen = await asked(bot, "Owen Lindqvist", "Reading and literacy")
        maria, priya = corner(bot, "Maria Rivera"), corner(bot, "Priya Natarajan")
        await maria.presses("question.pass", "1")
        await maria.fills_in()
        await priya.presses("question.pass-on", "1")
        await priya.fills_in(topic="Life at Lincoln · Lincoln Leadership Team")
        await owen.presses("question.show", "1")
        assert "none of them an administrator" not in owen.sees("6 people can see this, one of them an administrator.")


async def test_it_is_handed_on_to_nobody_who_may_read_it_only_later(tmp_path: Path) -> None:
    """Curtis reads what the council has, whose channel is his group's; Owen was told that Maria's colleagues read it
    first."""
    async with core(tmp_path) as bot:
        folder = with_council(tmp_path)
        edit(folder, "district.yaml", "    committee: literacy", "    committee: council")
        await load(bot, folder)
        await asked(bot, "Owen Lindqvist", "Reading and literacy")
        maria = corner(bot, "Maria Rivera")
        moved = "update members set building_id = (select id from buildings where key = 'lincoln') where name = "
        databases.change(bot.settings.database_url, f"{moved}'Curtis Wendell'")
        await maria.presses("question.hand-on", "1")
        assert "Yesenia Cordero" in listed(maria)
        assert "Curtis Wendell" not in listed(maria)


async def test_a_note_to_a_seat_goes_no_further_by_itself(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Owen Lindqvist", "Reading and literacy")
        maria, yesenia = corner(bot, "Maria Rivera"), corner(bot, "Yesenia Cordero")
        await maria.presses("question.hand-on", "1")
        await maria.fills_in(seat=maria.choices("seat")[0], note="I am away until May.")
        vacant = "update seats set holder_id = null where holder_id = (select reader_id from questions)"
        databases.change(bot.settings.database_url, vacant)
        await bot.later(days=8)
        card = drawn(bot, "question.committee", 1)
        assert "A question for Literacy Committee" in card
        assert "away" not in card
        assert yesenia.answer is None


async def test_what_is_wrong_with_a_note_is_said_and_the_note_returned(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Owen Lindqvist", "Reading and literacy", "Ask without my name")
        maria, priya = corner(bot, "Maria Rivera"), corner(bot, "Priya Natarajan")
        await maria.presses("question.pass", "1")
        assert isinstance(maria.answer, Form)
        (field,) = maria.answer.fields
        assert isinstance(field, TextField)
        assert field.hint.endswith("Please don't guess at the asker.")
        await maria.fills_in(note="x" * 301)
        maria.sees("A note can have up to 300 characters, so the question wasn't passed on.", "x" * 301)
        await maria.clicks("Fix it")
        await maria.fills_in(note="It's about student ID 4711.")
        maria.sees("Nothing is sent yet.", "This looks like a student's number", "It's about student ID 4711.")
        await maria.clicks("Edit")
        await maria.fills_in(note="It's about a student.")
        maria.sees("Passed on.")
        assert "It's about a student." in drawn(bot, "question.committee", 1)
        await maria.sends("question.pass", "1", {"note": ("Once more",)})
        maria.sees("Literacy Committee", "Once more")

        await priya.sends("question.pass", "1", {"note": ("Ours?",)})  # that is the seat's to do
        priya.sees("isn't open to this any more", "Ours?")
        await asked(bot, "Owen Lindqvist", "Reading and literacy")
        await maria.sends("question.pass-on", "2", {"topic": ("1",), "note": ("There?",)})  # and that the committee's
        maria.sees("isn't open to this any more", "There?")
        await maria.sends("question.hand-on", "2", {"seat": ("99999",), "note": ("Whom?",)})
        maria.sees("nobody else of your group", "Whom?")
        await maria.presses("question.answer", "2")
        await maria.fills_in(answer="Yes.")
        await maria.sends("question.pass", "2", {"note": ("Too late",)})
        maria.sees("isn't open to this any more", "Too late")
