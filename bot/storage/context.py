"""What a Session knows besides its rows: what all Sessions of its transaction share, and at which moment its work is
done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")
KEY = "context"  # of a Session's `info`


class NoContext(LookupError):
    """Nobody said it to this Session."""


class Shared:
    """One object of each kind for a whole transaction, made when it is first asked for."""

    def __init__(self) -> None:
        self._objects: dict[type[Any], Any] = {}

    def of(self, kind: type[T]) -> T:
        """Raises TypeError where `kind` cannot be made without arguments."""
        if kind not in self._objects:
            self._objects[kind] = kind()
        found: T = self._objects[kind]
        return found


@dataclass
class Context:
    shared: Shared
    now: datetime | None = None


def info(shared: Shared | None = None) -> dict[str, Any]:
    """For `Session(info=…)`: a context of its own, or one that shares with others of its transaction."""
    return {KEY: Context(shared or Shared())}


def shared(session: Session, kind: type[T]) -> T:
    """Raises NoContext."""
    return _context(session).shared.of(kind)


def now(session: Session) -> datetime:
    """The moment at which something is done: of what was due and is late, not when it was due. Raises NoContext."""
    moment = _context(session).now
    if moment is None:
        raise NoContext("nobody said what time it is: `set_now`")
    return moment


def set_now(session: Session, moment: datetime) -> None:
    """Raises NoContext."""
    _context(session).now = moment


def _context(session: Session) -> Context:
    found: Context | None = session.info.get(KEY)
    if found is None:
        raise NoContext("a Session that may write is the writer's, or is made with `info`")
    return found
