"""What looks like part of a student's record is pointed out to whoever wrote it, who decides."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from datetime import time as clock
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
from support.terminal import stops

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
        ("SSN 123-45-6789.", "number", "123-45-6789"),
        ("SSN 123 - 45 - 6789.", "number", "123 - 45 - 6789"),
        ("SSN 123\u00b745\u00b76789.", "number", "123.45.6789"),
        ("SSN 1\ufe0f\u20e323-4\u03325-6789.", "number", "123-45-6789"),
        ("his social: 123 45 6789", "number", "123 45 6789"),
        ("SSN 123 - 45-6789.", "number", "123 - 45-6789"),
        ("SSN 123--45-6789.", "number", "123--45-6789"),
        ("SSN 1\u03362\u03363\u0336-\u03364\u03365-\u03366\u03367\u03368\u03369\u0336", "number", "123-45-6789"),
        ("SSN 12\u28003-45-\ufffc6789.", "number", "123-45-6789"),
        ("319 - 555 - 0142", "number", "319 - 555 - 0142"),
        ("call (319) 555-0142 tonight", "number", "(319) 555-0142"),
        ("319-555-0142", "number", "319-555-0142"),
        ("319.555.0142", "number", "319.555.0142"),
        ("+1 319 555 0142", "number", "+1 319 555 0142"),
        ("mom is at 555-0142", "number", "555-0142"),
        ("her phone is 555 2014", "number", "phone is 555 2014"),
        ("al 55 1234 5678", "number", "55 1234 5678"),
        ("+52 (33) 1234 5678", "number", "+52 (33) 1234 5678"),
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


ORDINARY = (
    "On 12-18-2026, 2026-12-18 or 12/18/26", "from 10:30-11:15 or 3:15\u20134:00 p.m.", "1500-1630 on Tuesday",
    "School year 2026-2027, then 2027\u201328", "Rooms 204-206 and B-1204", "Room 312, 25-30 students, grades 3-5",
    "between 250-1000 families", "$500-1000 or $1,250.00-$2,500.00", "€350-1275", "Policy 504-2026 and form 403-2025",
    "1.234.567 alumnos y 12.345,67 pesos", "1 234 567 alumnos", "612 345 678 pesos", "$123,456,789",
    "Zip 52240-1234", "3.14159 and 99.95%", "Bus 12-2026-2027", "a las 15:30, aula 12", "pp. 12-14, 100-120",
    "Title I, Part A, section 1116-2", "5-10-15 minutes", "24/7, 50-50, 4-3-2-1", "v1.22.333", "192.168.10.1000",
    "$10-20-30", "Call us at 3 p.m. in room 204", "text 3 to 45 families", "por teléfono a las 3:15", "ISO 9001-2015",
    "10 000 a 20 000", "2026.2027", "Lincoln 14-7 Oak Street", "los días 12-13-14 de mayo", "Oct 13-17, 2026",
)  # fmt: skip


def test_ordinary_numbers_are_no_records() -> None:
    """Dates, times, rooms, years, prices, and numbers as Spanish writes them."""
    assert {text: found(text) for text in ORDINARY if found(text)} == {}


@settings(max_examples=100)
@given(
    st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    st.times(),
    st.integers(1, 4999),
    st.sampled_from("-\u2013./ "),
    st.sampled_from(",. \u202f"),
)
def test_no_date_time_price_or_year_looks_like_a_number_from_a_record(
    day: date, at: clock, count: int, dash: str, comma: str
) -> None:
    text = (
        f"{day:%m}{dash}{day:%d}{dash}{day:%Y} {at:%H:%M}{dash}{at:%H:%M} {day:%Y}{dash}{day.year + 1}; ${count}; "
        f"{count * 1000 + 1:,}; aula {count}"
    )
    assert found(text.replace(",", comma), "number") == []


UNSEEN = ("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\ufe0f", "\u034f", "\U000e0041", "")
DASHES = ("-", "\u2010", "\u2011", "\u2013", "\u2212", "\uff0d")


@settings(max_examples=100)
@given(
    st.from_regex(r"[0-9]{3}-[0-9]{2}-[0-9]{4}|[2-9][0-9]{2}-[2-9][0-9]{2}-[0-9]{4}|CV-[0-9]{5}", fullmatch=True),
    st.sampled_from(DASHES),
    st.booleans(),
    st.data(),
)
def test_nothing_unseen_parts_what_is_looked_for(written: str, dash: str, wide: bool, data: st.DataObject) -> None:
    pieces = [dash if one == "-" else chr(ord(one) + 0xFEE0) if wide and one.isdecimal() else one for one in written]
    hidden = "".join(piece + data.draw(st.sampled_from(UNSEEN)) for piece in pieces)
    assert [words for _, words in found(f"It is {hidden}, I think.")] == [written]


def test_each_is_said_once_and_no_part_of_another() -> None:
    assert found("student id 123456, 123456 and 123456") == [("student-id", "student id 123456"), ("number", "123456")]
    assert found("x@y.org", "number") == []


@settings(max_examples=50)
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
    with stops("'student_records' entry 5, does not fit: write one of student-id"):
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
