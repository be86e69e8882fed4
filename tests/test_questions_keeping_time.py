"""Whoever cannot answer in time hands a question on or sets a new date; nothing rests with a person who left."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core, noon
from support.corner import Corner, corner, drawn, next_due, shown
from support.databases import on_either
from support.districts import copy, edit

from bot.operations import commands
from bot.people import school_days
from bot.people.model import District
from bot.questions import deadlines

pytestmark = on_either

KITS = "Can we keep the phonics kits?"


async def asked(bot: Core, name: str, topic: str, send: str) -> Corner:
    asker = corner(bot, name)
    await asker.types("ask")
    await asker.clicks(topic)
    await asker.fills_in(question=KITS)
    await asker.clicks(send)
    return asker


def told(folder: Path, what: str = "card, address") -> list[tuple[object, ...]]:
    where = "deliveries where removed = false" if what.startswith("card") else "notices"
    return [tuple(row) for row in databases.rows(databases.address(folder), f"select {what} from {where} order by id")]


def noticed(folder: Path) -> list[tuple[object, ...]]:
    rows = "select members.key, notices.name from notices join members on members.id = member_id order by notices.id"
    return [tuple(row) for row in databases.rows(databases.address(folder), rows)]


def reload(bot: Core, tmp_path: Path, *edits: tuple[str, str, str]) -> None:
    folder = copy(tmp_path)
    for file, old, new in edits:
        edit(folder, file, old, new)
    assert commands.load(bot.settings, folder) == 0


async def test_a_committee_member_hands_on_or_sets_a_new_date_and_the_asker_hears_why(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asked(bot, "Ana Ruiz", "Lectura y escritura", "Enviar")
        priya, beatriz = corner(bot, "Priya Natarajan"), corner(bot, "Beatriz Montoya")
        await priya.presses("question.take", "1")
        await beatriz.presses("question.hand-on", "1")
        beatriz.sees("La atiende Priya Natarajan.")
        assert "Priya Natarajan is on it." in drawn(bot, "question.committee", 1)
        await priya.presses("question.show", "1")
        await priya.clicks("Hand it on")
        priya.sees("It rests with Literacy Committee now.")
        assert "is on it" not in drawn(bot, "question.committee", 1)

        await priya.presses("question.later", "1")
        await priya.fills_in(reason="We count the kits first.")
        priya.sees("Please pick a day and write a reason", "We count the kits first.")
        await priya.presses("question.later", "1")
        day = priya.choices("day")[-1]
        await priya.fills_in(day=day, reason="Ask 123456.")
        priya.sees("This looks like a number", "“123456”")
        await priya.clicks("Edit")
        await priya.fills_in(reason="We count the kits first.")
        priya.sees("Done. The asker is told", day)
        assert ("question.delay", "slack:T01CEDAR/@U01ARUIZ") in told(tmp_path)
        text = drawn(bot, "question.delay", 1, "es")
        assert "Literacy Committee debe contestar antes de" in text
        assert "We count the kits first." in text
        assert f"Please answer by {day}" in drawn(bot, "question.committee", 1)
        await ana.presses("question.show", "1")
        ana.sees("La tiene Literacy Committee")
        await ana.presses("question.later", "1")
        ana.sees("Literacy Committee")
        assert len(told(tmp_path)) == 2


async def test_a_refused_new_date_gives_its_reason_back(tmp_path: Path) -> None:
    """Whichever form it was typed into, and in whatever field: the house gives it back, not each refusal by itself."""
    async with core(tmp_path) as bot:
        await asked(bot, "Ana Ruiz", "Lectura y escritura", "Enviar")
        priya, beatriz = corner(bot, "Priya Natarajan"), corner(bot, "Beatriz Montoya")
        await priya.presses("question.later", "1")
        await beatriz.presses("question.answer", "1")
        await beatriz.fills_in(answer="Sí.")
        await priya.fills_in(day=priya.choices("day")[-1], reason="We count the kits first.")
        priya.sees("That question isn't open to this any more", "We count the kits first.")


async def test_first_whoever_has_it_then_who_leads_then_the_next_seat_up(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Ana Ruiz", "Lectura y escritura", "Enviar")
        await corner(bot, "Priya Natarajan").presses("question.take", "1")
        for _ in range(4):
            await next_due(bot, "question.remind")
        assert noticed(tmp_path) == [
            ("priya-natarajan", "question-late"),
            ("beatriz-montoya", "question-late"),
            ("dana-lee", "question-above"),
        ]
        text = shown(bot, deadlines.show_late_below, 1)
        assert "has waited with Literacy Committee since" in text
        assert "Beatriz Montoya (Literacy Committee's chair)" in text
        assert KITS not in text
        assert "Ana" not in text


async def test_home_says_how_long_a_question_has_waited(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await bot.until(noon(bot.clock.now(), 0))  # a Monday
        ana = await asked(bot, "Ana Ruiz", "Lectura y escritura", "Enviar")
        priya = corner(bot, "Priya Natarajan")
        await priya.types("somewhere")
        priya.sees("With Literacy Committee, due", "Asked less than a school day ago.")
        await bot.later(days=1)
        await priya.types("somewhere")
        priya.sees("Asked one school day ago.")
        await bot.later(days=3)
        await ana.types("somewhere")
        ana.sees("Se hizo hace 4 días de clases.")
        await bot.later(days=2)  # a Sunday
        await priya.types("somewhere")
        priya.sees("Asked 4 school days ago.")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes.")
        await ana.types("somewhere")
        assert "Se hizo hace" not in ana.sees("Ya hay una respuesta")


async def test_a_rep_hands_on_within_the_building_and_the_group(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Owen Lindqvist", "Life at Lincoln", "Send it")
        maria, yesenia = corner(bot, "Maria Rivera"), corner(bot, "Yesenia Cordero")
        await maria.presses("question.hand-on", "1")
        offered = [one.partition(",")[0] for one in maria.choices("seat")]
        assert offered == [
            "Yesenia Cordero",
            "Jamal Whitfield",
            "Beatriz Montoya",
            "Priya Natarajan",
        ]  # none of the principal's
        await maria.fills_in(seat=maria.choices("seat")[0])
        maria.sees("It rests with Yesenia Cordero")
        assert told(tmp_path) == [("question.rep", "slack:T01CEDAR/@U01CORDERO")]
        await maria.presses("question.show", "1")
        maria.sees("That isn't here any more.")
        await yesenia.presses("question.answer", "1")
        await yesenia.fills_in(answer="Sí.")
        yesenia.sees("Enviada.")


async def test_nothing_rests_with_a_person_who_left(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = await asked(bot, "Owen Lindqvist", "Life at Lincoln", "Send it")
        await asked(bot, "Ana Ruiz", "Lectura y escritura", "Enviar")
        await corner(bot, "Priya Natarajan").presses("question.take", "2")
        seat = "rep-lincoln,building rep,cvea,lincoln,,maria-rivera"
        reading = "literacy-reading,member,cvea,,literacy,priya-natarajan"
        new = seat.replace("maria-rivera", "jamal-whitfield")
        reload(bot, tmp_path / "1", ("seats.csv", seat, new), ("seats.csv", reading, reading[:-15]))
        for _ in ("rep-lincoln", "literacy-reading"):
            await next_due(bot, "seat.changed")
        assert ("question.rep", "slack:T01CEDAR/@U01WHITFIELD") in told(tmp_path)
        assert ("question.rep", "slack:T01CEDAR/@U01RIVERA") not in told(tmp_path)
        assert "Priya" not in drawn(bot, "question.committee", 2)
        maria = corner(bot, "Maria Rivera")
        await maria.presses("question.answer", "1")
        maria.sees("That isn't here any more.")

        reload(bot, tmp_path / "2", ("seats.csv", seat, new[:-15]))  # and now nobody holds it
        await next_due(bot, "seat.changed")
        assert [card for card, _ in told(tmp_path)] == ["question.committee", "question.committee"]
        await owen.presses("question.show", "1")
        owen.sees("It is with Lincoln Leadership Team")


# School days -----------------------------------------------------------------------------------------------------

DAYS = st.dates(date(2026, 1, 1), date(2030, 1, 1))
OFF = st.frozensets(st.integers(1, 40), max_size=15)


@given(DAYS, st.integers(1, 25), OFF)
def test_so_many_school_days_lie_between(day: date, count: int, off: frozenset[int]) -> None:
    listed = {day + timedelta(ahead) for ahead in off}
    found = school_days.after(day, count, listed)
    between = [day + timedelta(ahead) for ahead in range(1, (found - day).days + 1)]
    assert sum(one.weekday() < 5 and one not in listed for one in between) == count
    assert found.weekday() < 5
    assert found not in listed


def test_a_list_that_leaves_no_school_day_keeps_nobody_for_ever() -> None:
    every = {date(2026, 1, 1) + timedelta(ahead) for ahead in range(800)}
    assert school_days.after(date(2026, 1, 1), 5, every) > date(2026, 12, 1)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)), st.integers(1, 20))
def test_what_is_due_is_due_when_school_ends_there(now: datetime, days: int) -> None:
    class Nothing(Session):
        def scalars(self, *_: Any, **__: Any) -> Any:
            return []

    zone = "America/Chicago"
    due = school_days.due(Nothing(), District(id=1, zone=zone), now, days).astimezone(school_days.ZoneInfo(zone))
    assert (due.hour, due.minute) == (16, 0)
    assert due > now
    assert due - now > timedelta(days=days - 1)
