"""Tables to take along, as any spreadsheet reads them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal

from bot.boundary import File

FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")  # what a spreadsheet would take a cell that begins so for
# Where a comma parts decimals a semicolon parts cells, and a new line rows, for Excel even between quotation marks.
PARTED = re.compile('([;\\t\\r\\n][\\s"]*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])')

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
    if not isinstance(cell, str):
        return cell
    text = PARTED.sub(r"\1'", cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def file(name: str, table: bytes) -> File:
    async def make() -> bytes:
        return table

    return File(f"{name}.csv", "", make)
