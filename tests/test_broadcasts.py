"""Whom a seat may tell something, who has to approve it, and what becomes of what nobody meant."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from support import databases
from support.broadcasts import ASSOCIATION, POSTED, STATUS, TEXT, TOLD, at_noon, rows, to_staff, writes
from support.corner import corner
from support.databases import on_either
from support.talk import core

from adapters.discord import outbound as discord
from adapters.slack import outbound as slack
from bot.boundary import Form, TextField
from bot.broadcasts import formatting
from bot.delivery import durations

pytestmark = on_either


async def test_what_is_too_long_is_refused_with_a_count_and_kept(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "x" * 3000)
        maria.sees("Your text has 3,000 characters; 1,800 fit on every platform")
        form = await maria.clicks("Fix it")
        assert isinstance(form, Form)
        assert any(isinstance(one, TextField) and one.value == "x" * 3000 for one in form.fields)
        await maria.fills_in(text="x" * 1800)
        maria.sees("Nothing is sent yet", "x" * 1800)


async def test_the_principal_counts_who_reads_the_building_s_channel(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", TEXT)
        maria.sees("meant for 10 people I know, 3 of them administrators", "It is posted in #lincoln-staff (Slack)")


async def test_no_title_shows_the_marks_of_bold_words(tmp_path: Path) -> None:
    """Neither one that was typed, nor the beginning of a text by which one without a title is recognised."""
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.types("tell", "*Please* keep the door shut")
        await maria.types("somewhere")
        assert "*Please*" not in maria.sees("Please keep the door shut")
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION, title="*Please* keep it shut")
        assert "*Please*" not in dana.sees("Please keep it shut")


async def test_an_audience_of_nobody_is_refused(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, "School Board", buildings="Lincoln Elementary")
        dana.sees("Nobody would get this", "What you typed is kept")
        await writes(dana)
        dana.sees("Please pick from the list who should get it")
        assert not rows(bot, STATUS)


async def test_a_form_sets_nothing_for_which_it_does_not_ask(tmp_path: Path) -> None:
    """The president has no building whose people to tell; a forged form doesn't give her one, nor another language."""
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        fields = {"title": ("Parking",), "text": (TEXT,), "people": ("everyone",), "buildings": ("everyone",)}
        forged = {"own": ("yes",), "language": ("xx",), "urgent": ("yes",), "replaces": ("1",), "files": ("1",)}
        await dana.sends("broadcast.write", "", {**fields, "asks": ("no",), **forged})
        dana.sees("Nothing is sent yet", TEXT)
        (typed,) = rows(bot, "select fields from drafts")
        assert not any(name in typed for name in ('"own"', '"xx"', '"replaces"', '"files"'))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("2026-10-06T08:00", "That time has passed"),
        (
            "2026-10-06T23:00",
            "Nobody is written to at that hour. The next time that works is Wednesday, October 7, 7:00 AM",
        ),
        ("yesterday", "I can't tell which day and time that is"),
        ("2026-10-08T09:00", "It goes out Thursday, October 8, 9:00 AM"),
    ],
)
async def test_a_time_that_cannot_be(tmp_path: Path, given: str, said: str) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        await dana.clicks("At another time")
        await dana.fills_in(at=given)
        dana.sees(said)


async def test_a_planned_one_is_looked_at_changed_and_taken_off(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        await dana.clicks("At another time")
        await dana.fills_in(at="2026-10-08T09:00")
        await dana.clicks("Send it")
        dana.sees("It goes out Thursday")
        await dana.types("somewhere")
        dana.sees("“Insurance”", "It goes out Thursday")
        await dana.clicks("Change it")
        await dana.fills_in(title="Insurance week")
        await dana.clicks("Send it")
        assert rows(bot, STATUS) == ["withdrawn", "planned"]
        await dana.types("somewhere")
        await dana.clicks("Stop: don't send it")
        dana.sees("Taken off. Nobody got it.")
        await bot.later(days=3)
        assert not rows(bot, POSTED)
        await dana.clicks("Change it")
        assert "Insurance week" in str(dana.answer), "and it can be sent after all"


async def test_stop_within_two_minutes_reaches_nobody(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel = await to_staff(bot)
        await bot.later(seconds=110)
        await samuel.clicks("Stop: don't send it")
        await bot.later(days=2)
        assert not rows(bot, POSTED)
        assert not rows(bot, TOLD)


async def test_what_is_sent_at_night_waits_until_the_morning(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await bot.later(hours=12)
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        dana.sees("Nobody is written to at this hour: it goes out Wednesday", "7:00 AM")
        await dana.clicks("Send it")
        await bot.later(minutes=10)
        assert not rows(bot, POSTED)
        await bot.later(hours=12)
        assert len(rows(bot, POSTED)) == 1


# Languages -------------------------------------------------------------------------------------------------------


async def test_nothing_goes_out_half_translated(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        await writes(dana, ASSOCIATION)
        dana.sees("12 of them read Spanish")
        await dana.clicks("Write the Spanish")
        await dana.fills_in(text="La inscripción termina el viernes.")
        dana.sees("Please write in a few words what it is about", "La inscripción termina")
        await dana.clicks("Fix it")
        await dana.fills_in(title="Seguro", text="La inscripción termina el viernes.")
        await dana.clicks("Edit")
        await dana.fills_in(text="It ends on Thursday.")
        dana.sees("You changed your text. The Spanish still says what it said before")
        await dana.clicks("Fix it")
        await dana.fills_in(text="La inscripción termina el jueves.")
        await dana.clicks("Send it")
        dana.sees("It goes out")


async def test_who_was_not_in_it_when_it_was_approved_does_not_get_it_unapproved(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        samuel = corner(bot, "Samuel Okafor")
        await writes(samuel, "Building reps")
        await samuel.clicks("Send it")
        moved = "update members set group_id = (select id from groups where key = 'pta') where key = 'maria-rivera'"
        databases.change(bot.settings.database_url, moved)
        await bot.later(hours=1)
        assert rows(bot, STATUS) == ["waiting"]
        await samuel.types("somewhere")
        samuel.sees("It waits for approval. Adriana Ponce")


@pytest.mark.parametrize(
    ("typed", "kinds", "bold"),
    [
        ("One line.\nAnother.", ["lines"], []),
        ("Bring:\n- a book\n- *a friend*", ["lines", "bullet", "bullet"], ["a friend"]),
        ("1. Park\n2) Sign in", ["number", "number"], []),
        ("3 * 4 * 5, **now**", ["lines"], ["now"]),
    ],
)
def test_lists_and_bold_words_are_read_as_they_are_typed(typed: str, kinds: list[str], bold: list[str]) -> None:
    blocks = formatting.prose(typed).blocks
    assert [block.kind for block in blocks] == kinds
    assert [span.text for block in blocks for span in block.spans if span.bold] == bold


def test_what_is_promised_of_time_is_what_the_platforms_allow() -> None:
    for platform, adapter in (("slack", slack.Outbound), ("discord", discord.Outbound)):
        for do, pace in durations.PACES[platform].items():
            assert adapter.paces[do] == pace
    assert durations.of("post", ["slack:T/C"], 500) > timedelta(minutes=1)


async def test_an_answer_ends_in_telling_ones_building(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        aisha, curtis = corner(bot, "Aisha Farouk"), corner(bot, "Curtis Wendell")
        await aisha.types("ask")
        await aisha.clicks("Reading and literacy")
        await aisha.fills_in(question="Can we keep the phonics kits over summer?")
        await aisha.clicks("Send it")
        await curtis.presses("question.answer", "1")
        await curtis.fills_in(answer="Yes, until August.")
        form = await curtis.clicks("Tell my building")
        assert isinstance(form, Form)
        assert form.name == "broadcast.tell"
