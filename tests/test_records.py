"""What looks like part of a student's record is pointed out to whoever wrote it, who decides."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import databases
from support.cores import core, said
from support.databases import on_either
from support.districts import copy, edit
from support.house import house
from support.talk import Chair, chair, forge

from bot.boundary import Account, Address, Buttons, Command, Form, Press, Submit
from bot.people import records, roster
from bot.people.model import District

pytestmark = on_either

NOW = datetime(2026, 11, 25, tzinfo=UTC)
OWN = "CV-#####"
MARIA, STAFF = Account("slack", "T01CEDAR", "U01RIVERA"), Address("slack", "T01CEDAR", "C01LINCOLNSTAFF")
_ids = count()


def found(text: str, *patterns: str) -> list[tuple[str, str]]:
    district = District(zone="America/Chicago", student_records=list(patterns) or [*records.KINDS, OWN])
    return [(one.kind, one.words) for one in records.find(district, text, NOW)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Her student ID is 4411.", "student-id", "student ID is 4411"),
        ("student #4411 wonders", "student-id", "student #4411"),
        ("matrícula: A-4411", "student-id", "matrícula: A-4411"),
        ("número de estudiante 123456", "student-id", "número de estudiante 123456"),
        ("He was born on 3/14/15.", "birthday", "born on 3/14/15"),
        ("DOB: March 14, 2015", "birthday", "DOB: March 14, 2015"),
        ("nació el 14 de marzo de 2015", "birthday", "nació el 14 de marzo de 2015"),
        ("(2015-03-14)", "birthday", "2015-03-14"),
        ("ask ana.p+x@kids.example.org, please", "email", "ana.p+x@kids.example.org"),
        ("it is 123456", "number", "123456"),
        ("it is ٣٤٥٦٧٨", "number", "٣٤٥٦٧٨"),
        ("S1234567890", "number", "1234567890"),
        ("see cv-12345!", "own", "cv-12345"),
    ],
)
def test_a_pattern_finds(text: str, kind: str, words: str) -> None:
    assert found(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Can we keep the phonics kits over summer?",
        "Does it begin on 12/18/2026 or on 5 January 2027?",
        "Room 12345, 25 students, no. 7",
        "a@b, @lincoln, CV-12345x",
        "12345678901",
        "The student council has 250 members.",
    ],
)
def test_nothing_is_found_where_nothing_is(text: str) -> None:
    assert found(text) == []


def test_each_is_said_once_and_no_part_of_another() -> None:
    assert found("student id 123456, 123456 and 123456") == [("student-id", "student id 123456"), ("number", "123456")]
    assert found("x@y.org", "number") == []


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="#?CV- .*+([{\\|1", max_size=40), st.sampled_from(("1", "a@", "CV-", "a.", "born 1/", " ")))
def test_no_pattern_takes_long(pattern: str, piece: str) -> None:
    try:
        patterns = [*records.KINDS, records.check(pattern)]
    except ValueError:
        patterns = list(records.KINDS)
    begun = time.process_time()
    found(piece * (40_000 // len(piece)), *patterns)
    assert time.process_time() - begun < 1.0


@pytest.mark.parametrize("pattern", ["", "##", "ID", "x" * 38 + "###", r"\d{6}", "e-mail"])
def test_a_pattern_that_says_too_little_or_too_much_is_refused_when_it_is_loaded(tmp_path: Path, pattern: str) -> None:
    folder = copy(tmp_path)
    edit(folder, "district.yaml", '"CV-#####"', f"'{pattern}'")
    with pytest.raises(roster.RosterError, match="'student_records' entry 5, does not fit: write one of student-id"):
        roster.read(folder)


# In conversations ------------------------------------------------------------------------------------------------


def held(folder: Path) -> str:
    return str(databases.rows(databases.address(folder), "select fields from drafts where form = 'held'"))


async def arrives(asker: Chair, text: str) -> None:
    await asker.types("/ask")
    await asker.presses("Anything across the district")
    await asker.fills_in(question=text)


async def test_whoever_writes_decides_before_others_read_it(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        owen, maria = chair(home, "slack", "Owen Lindqvist"), chair(home, "slack", "Maria Rivera")
        hannah = chair(home, "discord", "Hannah Whitaker", "partnership-leadership")
        await arrives(owen, "What helps CV-12345?")
        await owen.sees("your district keeps in student records: “CV-12345”", "you decide")
        await owen.presses("Edit")
        await owen.fills_in(question="What helps ana@kids.example.org?")
        await owen.sees("This looks like an e-mail address: “ana@kids.example.org”.")
        await forge(home, owen, "question.send", "1")  # not that button, and not about this
        await owen.sees("This looks like an e-mail address")
        assert maria.card is None
        await owen.presses("Send it as it is")
        await owen.sees("Sent. It is with")
        await maria.sees_card("ana@kids.example.org")
        await maria.answers("Pass to District Leadership Team")
        await maria.fills_in()

        await hannah.answers("Ask for detail")
        await hannah.fills_in(wanted="Student number 4411?")
        await hannah.sees("Nothing is sent yet.", "This looks like a student's number: “Student number 4411”.")
        assert "4411" not in held(tmp_path)
        await hannah.presses("Edit")
        assert (await hannah.form()).fields[0].value == "Student number 4411?"
        await hannah.fills_in(wanted="Which grade?")
        await owen.sees_card("Which grade?")
        await owen.answers("Reply")
        await owen.fills_in(reply="Born 3/14/2015.")
        await owen.sees("This looks like a date of birth: “Born 3/14/2015”.")
        assert "3/14" not in hannah.card.text if hannah.card else False
        await owen.presses("Send it as it is")
        await hannah.sees_card("They replied:", "Born 3/14/2015.")

        await hannah.answers("Answer")
        await hannah.fills_in(answer="Ask 555123.")
        await hannah.sees("This looks like a number from somebody's record: “555123”.")
        await hannah.presses("Send it as it is")
        await owen.sees_card("Hannah Whitaker answered", "Ask 555123.")
        await owen.answers("Not yet")
        await owen.fills_in(missing="Or 555124?")
        await owen.sees("“555124”")
        await owen.presses("Edit")
        await owen.fills_in(missing="Or whom else?")
        await hannah.sees_card("still need to know:", "Or whom else?")


async def test_a_poll_and_what_is_written_in_answer_to_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:

        async def press(do: str, about: str) -> str:
            act = Press(id=f"press {next(_ids)}", actor=MARIA, place=STAFF, do=do, about=about)
            return said(await bot.frame.handle(act)).text()

        line = Command(id="poll", actor=MARIA, place=STAFF, name="poll", text="Who helps 123456? | Ana | ana@x.org")
        preview = said(await bot.frame.handle(line))
        assert "“123456”" in preview.text()
        assert "“ana@x.org”" in preview.text()
        about = next(
            button.about
            for part in preview.parts
            if isinstance(part, Buttons)
            for button in part.buttons
            if button.do == "poll.post"
        )
        assert "Send it as it is" in await press("poll.post", about.partition(":")[0])
        assert "Posted." in await press("poll.post", about)

        form = await bot.frame.handle(Press(id="amend", actor=MARIA, place=STAFF, do="poll.amend", about="1"))
        assert isinstance(form, Form)
        typed = {"question": ("Who helps 654321?",), "options": ("Ana\nana@x.org",)}
        sent = Submit(id="amends", actor=MARIA, place=STAFF, form=form.name, about="1", fields=typed)
        asked = said(await bot.frame.handle(sent))
        assert "“654321”" in asked.text()
        abouts = [button.about for part in asked.parts if isinstance(part, Buttons) for button in part.buttons]
        other = Press(
            id="other", actor=Account("slack", "T01CEDAR", "U01LINDQVIST"), do="records.as-is", about=abouts[1]
        )
        assert "That isn't here any more." in said(await bot.frame.handle(other)).text()
        number, _, rest = abouts[1].partition(":")
        assert "That isn't here any more." in await press("records.as-is", f"{number}:{'A' * 22}:{rest[23:]}")
        edited = await bot.frame.handle(Press(id="edits", actor=MARIA, place=STAFF, do="records.edit", about=abouts[0]))
        assert isinstance(edited, Form)
        assert getattr(edited.fields[0], "value", "") == "Who helps 654321?"
        assert "654321" not in await press("poll.show", "1:en")
        await press("records.as-is", abouts[1])
        assert "654321" in await press("poll.show", "1:en")
        assert "That isn't here any more." in await press("records.as-is", abouts[1])
