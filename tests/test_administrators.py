"""What the page for administrators says of what is kept, against the tables that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import routes
from bot.storage.tables import Table

PAGE = (Path(__file__).parent.parent / "docs" / "administrators.md").read_text(encoding="utf-8")
HEADING, COLUMNS = "## What is kept, why, and who can read it", 5

# What is easily overlooked, for it is beside what a table is there for.
SAID = {
    "members.zone": "time zone",
    "preferences.key": "how questions come",
    "polls.changes": "what was set right",
    "questions.account": "the account where they asked",
    "questions.missing": "what the asker says is missing",
    "questions.note": "a note that goes along",
    "question_delays.reason": "new dates, with the reason",
    "question_widenings.member_id": "who wants that",
    "concerns.hidden": "took one off its list and why",
    "concerns.handed_on_by_id": "said that it must report it",
    "broadcasts.reason": "sent it back, and why",
    "broadcasts.translator_id": "wrote its other language",
    "meeting_notes.told": "whether it told its building",
    "meetings.reason": "why a date is left out",
    "calendar_feeds.account": "the account at which they were made",
    "stays.account": "also of people who are on no roster",
}


def rows() -> list[list[str]]:
    """Of that table, without its head."""
    section = PAGE.split(HEADING, 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_table_is_in_one_row() -> None:
    assert routes.HOUSE  # with which all tables are there
    named = [table for *_, tables in rows() for table in re.findall(r"`(\w+)`", tables)]
    assert sorted(named) == sorted(Table.metadata.tables)


def test_every_row_says_why_how_long_and_who() -> None:
    for row in rows():
        assert len(row) == COLUMNS
        assert all(row[:-1]), row


@pytest.mark.parametrize("column", SAID)
def test_what_is_kept_beside_is_said_too(column: str) -> None:
    table, _, name = column.partition(".")
    assert routes.HOUSE
    assert name in Table.metadata.tables[table].columns
    (what,) = [what for what, *_, tables in rows() if f"`{table}`" in tables]
    assert SAID[column] in what


@pytest.mark.parametrize("table", ["questions", "question_answers", "question_proposals", "faq_entries", "actions"])
def test_that_the_people_of_a_committees_channels_read_it_is_said(table: str) -> None:
    (who,) = [who for *_, who, tables in rows() if f"`{table}`" in tables]
    assert "those for whom its channels are meant" in who
