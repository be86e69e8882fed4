"""What the page for administrators says of what is kept, against the tables that there are."""

from __future__ import annotations

import re
from pathlib import Path

from bot import routes
from bot.storage.tables import Table

PAGE = (Path(__file__).parent.parent / "docs" / "administrators.md").read_text(encoding="utf-8")
HEADING, COLUMNS = "## What is kept, why, and who can read it", 5


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
