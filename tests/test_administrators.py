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
    "members.had_account": "whether they had an account when files were loaded",
    "preferences.key": "how questions come",
    "polls.changes": "what was set right",
    "questions.account": "the account where they asked",
    "questions.reader_id": "who looks at them first",
    "questions.claimer_id": "who of the committee took them",
    "questions.missing": "what the asker says is missing",
    "questions.note": "a note that goes along",
    "question_delays.reason": "new dates, with the reason",
    "question_widenings.member_id": "who wants that",
    "concerns.hidden": "took one off its list and why",
    "concerns.handed_on_by_id": "said that it must report it",
    "goals.before": "its words before they were changed last",
    "goals.word": "thanks to those who spoke",
    "commitments.before": "what it said before it was changed last",
    "round_parts.chair_id": "who was asked to lead the round",
    "themes.why": "who decides about a theme, why",
    "themes.reply": "what that role replied",
    "uploads.personal": "whether one looks like student records",
    "broadcasts.reason": "sent it back, and why",
    "broadcasts.translator_id": "wrote its other language",
    "meeting_notes.told": "whether it told its building",
    "meetings.reason": "why a date is left out",
    "meetings.proposer_id": "minutes with who drew them up",
    "meetings.approver_id": "who approved them",
    "meeting_items.member_id": "topics, who brought them",
    "minutes_corrections.member_id": "who corrected a line",
    "minutes_corrections.was_line": "what it said before",
    "calendar_feeds.account": "the account at which they were made",
    "shown_names.asked_at": "when they were asked last",
    "shown_names.unnamed_up_to": "up to which message nothing says their name any more",
    "reactions.account": "also of people who are on no roster",
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


READ = {
    "seats": "a goal's record names who was on its team",
    "meeting_items": "the topics with who brought them",
    "themes": "all groups whose parts are open, at the end with who decides, why and the reply",
    "concerns": "that a role must report it: its writer, too",
    "goals": "thanks: the roles that lead it, and those who spoke",
    "actions": "as below at small tests of a goal",
}


@pytest.mark.parametrize("table", READ)
def test_who_reads_it_besides_is_said(table: str) -> None:
    (who,) = [who for *_, who, tables in rows() if f"`{table}`" in tables]
    assert READ[table] in who


@pytest.mark.parametrize("table", ["questions", "question_answers", "question_proposals", "faq_entries", "actions"])
def test_that_the_people_of_a_committees_channels_read_it_is_said(table: str) -> None:
    (who,) = [who for *_, who, tables in rows() if f"`{table}`" in tables]
    assert "those for whom its channels are meant" in who
