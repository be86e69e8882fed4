"""What a Session knows besides its rows: what all Sessions of its transaction share, and at which moment its work is
done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

P = ParamSpec("P")
T = TypeVar("T")
Objects = dict[type[Any], Any]  # one of each kind for a whole transaction
KEY, KEPT, FOUND = "context", "kept", "found"  # of a Session's `info`


class NoContext(LookupError):
    """Nobody said it to this Session."""


@dataclass
class Context:
    objects: Objects
    now: datetime | None = None


def info(objects: Objects | None = None) -> dict[str, Any]:
    """For `Session(info=…)`: a context of its own, or one that shares with others of its transaction."""
    return {KEY: Context({} if objects is None else objects)}


def of(session: Session) -> Context:
    """Raises NoContext."""
    found: Context | None = session.info.get(KEY)
    if found is None:
        raise NoContext("a Session that may write is the writer's, or is made with `info`")
    return found


def shared(session: Session, kind: type[T]) -> T:
    """What the transaction shares of this kind, made when it is first asked for. Raises NoContext."""
    objects = of(session).objects
    if kind not in objects:
        objects[kind] = kind()
    found: T = objects[kind]
    return found


def now(session: Session) -> datetime:
    """The moment at which something is done: of what was due and is late, not when it was due. Raises NoContext."""
    moment = of(session).now
    if moment is None:
        raise NoContext("nobody said what time it is")
    return moment


def keep(session: Session, row: T) -> T:
    """In memory for as long as the Session lives, which by itself forgets a row that nobody holds: for what is asked of
    one member after the other."""
    session.info.setdefault(KEPT, set()).add(row)
    return row


# Looking only ----------------------------------------------------------------------------------------------------


@contextmanager
def only_reading(session: Session, moment: datetime | None = None) -> Iterator[None]:
    """Nothing changes meanwhile, so what is `remembered` is looked for once: the home card asks all features. `moment`:
    at which it is read, by a Session that nobody told."""
    if moment is not None:
        session.info[KEY] = Context({}, moment)
    session.info[FOUND] = {}
    try:
        yield
    finally:
        del session.info[FOUND]


def remembered(find: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
    """While a Session is only read, asked once for the same arguments, which must be hashable and stay as they are."""

    @wraps(find)
    def look(session: Session, /, *about: P.args, **named: P.kwargs) -> T:
        found = session.info.get(FOUND)
        if found is None:
            return find(session, *about, **named)
        key = (find, *about, *named.items())
        if key not in found:
            found[key] = find(session, *about, **named)
        answer: T = found[key]
        return answer

    return look
