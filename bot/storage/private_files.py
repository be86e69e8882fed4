"""The file that SQLite keeps everything in, and those beside it: nobody's but the bot's."""

from __future__ import annotations

import os
import shlex
import stat
from pathlib import Path

BESIDE = ("", "-wal", "-shm", "-journal", ".lock")
OTHERS_READ = stat.S_IRWXG | stat.S_IRWXO
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
OWN = 0o600


class Exposed(Exception):
    """Other users of this machine could read the database, or put another in its place; with the command that mends
    it."""

    def __init__(self, mend: str) -> None:
        super().__init__(f"other users of this machine can get at the database: {mend}")


def claim(file: Path) -> None:
    """Makes the file if it is not there; SQLite gives those beside it the same mode. Does nothing where modes mean
    nothing. Raises Exposed."""
    if os.name != "posix":
        return
    mend = []
    if file.parent.stat().st_mode & OTHERS_WRITE:
        mend.append(f"chmod go-w {shlex.quote(str(file.parent.resolve()))}")
    there = [one for one in (file.with_name(file.name + end) for end in BESIDE) if one.exists()]
    if loose := [one for one in there if one.stat().st_mode & OTHERS_READ]:
        mend.append(f"chmod 600 {shlex.join(str(one.resolve()) for one in loose)}")
    if mend:
        raise Exposed(" && ".join(mend))
    if file not in there:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, OWN))
