"""Tables to take along, as any spreadsheet reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from bot.boundary import File

FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")  # what a spreadsheet would take a cell that begins so for

Cell = str | int | Decimal
Cells = tuple[Cell, ...]


def content(head: Cells, rows: Iterable[Cells]) -> bytes:
    """Comma-separated values, with a line of names above them."""
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(head)
    for row in rows:
        writer.writerow(map(harmless, row))
    return file.getvalue().encode("utf-8-sig")  # without the mark Excel takes it for another encoding


def harmless(cell: Cell) -> Cell:
    """So that no spreadsheet runs what somebody wrote as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def file(name: str, table: bytes) -> File:
    async def make() -> bytes:
        return table

    return File(f"{name}.csv", "", make)
