"""The file that SQLite keeps everything in, and those beside it: nobody's but the bot's."""

from __future__ import annotations

import contextlib
import os
import shlex
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

KEY = ".key"
BESIDE = ("", "-wal", "-shm", "-journal", ".lock", KEY)
OTHERS_READ = stat.S_IRWXG | stat.S_IRWXO
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
OWN = 0o600


class Exposed(Exception):
    """Other users of this machine could read the database, or put another in its place; with the command that mends
    it."""

    def __init__(self, mend: str) -> None:
        super().__init__(mend)
        self.mend = mend


class Shared(Exception):
    """Other users of this machine could do the same, in a folder that is not the bot's to shut; with its `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class Unusable(Exception):
    """The database, or what belongs to it, is not this user's to read and write; with the `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NoFolder(Exception):
    """In which the database could be made; with the `path` where it should be."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def is_there(file: Path) -> bool:
    """With anything in it. Raises Unusable."""
    try:
        return file.stat().st_size > 0
    except PermissionError:
        raise Unusable(file.parent) from None
    except (FileNotFoundError, NotADirectoryError):
        return False


def claim(file: Path) -> None:
    """Makes the file if it is not there; SQLite gives those beside it the same mode. Where it is a link, SQLite's are
    beside that to which it leads. Raises NoFolder and, where modes mean something, Exposed, Shared and Unusable."""
    files = [file, Path(os.path.realpath(file))] if os.path.islink(file) else [file]
    for one in files:
        if not one.parent.is_dir():
            raise NoFolder(one.parent)
    if os.name != "posix":
        return
    for one in files:
        if not _may(one.parent, os.W_OK | os.X_OK):  # SQLite makes others beside it
            raise Unusable(one.parent)
    mend = []
    if folders := dict.fromkeys(str(one.parent.resolve()) for one in files if _is_open(one.parent)):
        mend.append(f"chmod go-w {shlex.join(folders)}")
    there = _modes(one for each in files for one in _of(each))
    if loose := dict.fromkeys(str(one.resolve()) for one, mode in there.items() if mode & OTHERS_READ):
        mend.append(f"chmod 600 {shlex.join(loose)}")
    if mend:
        raise Exposed(" && ".join(mend))
    for one in there:
        how = os.R_OK if one in map(key_file, files) else os.R_OK | os.W_OK
        if not _may(one, how) and one.exists() and not _may(one, how):
            raise Unusable(one)
    if file not in there:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, OWN))


def _of(file: Path) -> list[Path]:
    return [file.with_name(file.name + end) for end in BESIDE]


def _is_open(folder: Path) -> bool:
    """To others who write. Raises Shared."""
    seen = folder.stat()
    if not seen.st_mode & OTHERS_WRITE:
        return False
    if seen.st_mode & stat.S_ISVTX or seen.st_uid != os.geteuid():
        raise Shared(folder.resolve())
    return True


def _modes(files: Iterable[Path]) -> dict[Path, int]:
    """Of those that are there. What lies beside the database SQLite takes away with the last connection, which may be
    another process's, at any time."""
    modes = dict[Path, int]()
    for one in files:
        with contextlib.suppress(FileNotFoundError):
            modes[one] = one.stat().st_mode
    return modes


def _may(path: Path, how: int) -> bool:
    return os.access(path, how, effective_ids=os.access in os.supports_effective_ids)


def read_key(file: Path) -> str:
    """What the key file beside the database says; empty: nothing, or there is none."""
    beside = key_file(file)
    return beside.read_text(encoding="ascii", errors="replace").strip() if beside.is_file() else ""


def make_key(file: Path, key: str) -> str:
    """Puts it beside the database, whole or not at all. Returns what is there: of two that make one the first does.
    It may be empty, where something of its name was there already."""
    handle, name = tempfile.mkstemp(prefix=f"{file.name}.", dir=file.parent)  # 0600, and nobody else's
    made = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(f"{key}\n")
            out.flush()
            os.fsync(out.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(made, key_file(file))
    finally:
        made.unlink()
    _settle(file.parent)
    return read_key(file)


def key_file(file: Path) -> Path:
    return file.with_name(file.name + KEY)


def _settle(folder: Path) -> None:
    """What was made in the folder outlives a machine that stops."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
