"""Copies of the pretend district to be changed by tests."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from bot.people import roster

PRETEND = Path(__file__).parent.parent.parent / "content" / "pretend-district"
RIVERA = "maria-rivera,Maria Rivera,en,cvea,lincoln,U01RIVERA,"


@cache
def pretend() -> roster.Roster:
    """Read once: it never changes."""
    return roster.read(PRETEND)


def copy(into: Path) -> Path:
    """The folder of the copy."""
    return Path(shutil.copytree(PRETEND, into / "district"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
