"""Tables in a page of the docs: each stands between `<!-- begin NAME -->` and `<!-- end NAME -->`."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path


def machine(runs: int) -> str:
    """What the figures were measured on."""
    processor = f"{os.cpu_count()} cores ({platform.machine()})"
    return f"Of {runs} runs on {processor}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}."


def write(page: Path, parts: Mapping[str, str]) -> None:
    """Puts each part in its place, in place of what stood there. Raises LookupError for one that has no place."""
    text = page.read_text(encoding="utf-8")
    for name, part in parts.items():
        place = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        if not place.search(text):
            raise LookupError(f"{page} has no place for {name}")
        text = place.sub(lambda found, part=part: f"{found[1]}{part}\n{found[2]}", text)
    page.write_text(text, encoding="utf-8")
