"""The keys outside the database, and those in it that they wrap, so that a copy of the database alone opens nothing.

Every engine that opens something knows them (`know`), and by it every Session. The database holds a check, by which it
tells at its opening whether they are the right ones."""

from __future__ import annotations

import base64
import hmac
import re
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import ColumnElement, Connection, Engine, Result, Row, false, func, schema, select, true, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage import sealing
from bot.storage.database import insert
from bot.storage.scrubbing import Remains, Scrubbing
from bot.storage.tables import Table

KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
KNOWN = "keys"  # of an engine's execution options
WRAPPING = b"wraps keys"  # what else is made of a key outside must not be the same as this
CHECK = b"these are the keys"
PLAIN = 32  # bytes of a key that is not wrapped; a wrapped one is longer


class Keys:
    """Made of one or more keys, parted by commas: the first closes, each opens. Raises ValueError for what is no
    key."""

    def __init__(self, keys: str) -> None:
        given = [key.strip() for key in keys.split(",")]
        if not all(KEY.fullmatch(key) for key in given):  # Fernet overlooks what follows a key
            raise ValueError("a key is what new-key prints")
        self.tokens = MultiFernet([Fernet(key) for key in given])
        self._wrapping = [hmac.digest(base64.urlsafe_b64decode(key), WRAPPING, "sha256") for key in given]

    def wrap(self, key: bytes, place: str) -> bytes:
        return sealing.seal(self._wrapping[0], key, place)

    def unwrap(self, wrapped: bytes, place: str) -> bytes:
        """Raises sealing.Broken."""
        for one in self._wrapping:
            try:
                return sealing.unseal(one, wrapped, place)
            except sealing.Broken:
                continue
        raise sealing.Broken


class Keyed:
    """Of a table each row of which holds a key, wrapped."""

    __tablename__: str
    key: Mapped[bytes] = mapped_column()


class KeyCheck(Table):
    """The one row by which keys are known as the right ones; and whether the files may still hold keys as they lay
    there before."""

    __tablename__ = "key_checks"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    wrapped: Mapped[bytes]
    remains: Mapped[bool] = mapped_column(default=False, server_default=false())


def new_key() -> str:
    """One to be kept outside."""
    return Fernet.generate_key().decode()


def know(engine: Engine, keys: Keys) -> None:
    engine.update_execution_options(**{KNOWN: keys})


def of(bind: Engine | Connection) -> Keys:
    """Raises LookupError."""
    found: Keys = bind.get_execution_options()[KNOWN]
    return found


def wrap(session: Session, table: type[Keyed], *id: object, key: bytes) -> bytes:
    """For the row of that id."""
    return of(session.get_bind()).wrap(key, _place(table.__tablename__, id))


def unwrap(session: Session, table: type[Keyed], *id: object, key: bytes) -> bytes:
    """Raises sealing.Broken."""
    return of(session.get_bind()).unwrap(key, _place(table.__tablename__, id))


def check(session: Session) -> bool:
    """Whether the keys are the right ones; those that come first always are."""
    first = {"id": 1, "wrapped": of(session.get_bind()).wrap(CHECK, KeyCheck.__tablename__)}
    session.execute(insert(session)(KeyCheck).values(first).on_conflict_do_nothing())
    return fit(session)


def fit(session: Session) -> bool:
    """The same without leaving anything there: where no keys came first, any are right."""
    first = session.get(KeyCheck, 1)
    try:
        if first is not None:
            of(session.get_bind()).unwrap(first.wrapped, KeyCheck.__tablename__)
    except sealing.Broken:
        return False
    return True


def wrap_plain(session: Session) -> None:
    """Wraps what lies there as it did before there were keys outside."""
    keys, changed = of(session.get_bind()), False
    for table in tables():
        for row in _locked(session, table, func.length(table.c.key) == PLAIN):
            _put(session, table, row, keys.wrap(row.key, _place(table.name, row[:-1])))
            changed = True
    if changed:
        session.execute(update(KeyCheck).values(remains=True))


def wrap_anew(session: Session) -> int:
    """With the first key. Returns how many of those in the database none opened: they stay as they are."""
    keys, lost = of(session.get_bind()), 0
    for table in tables():
        for row in _locked(session, table, true()):
            place = _place(table.name, row[:-1])
            try:
                _put(session, table, row, keys.wrap(keys.unwrap(row.key, place), place))
            except sealing.Broken:
                lost += 1
    session.execute(update(KeyCheck).values(wrapped=keys.wrap(CHECK, KeyCheck.__tablename__), remains=True))
    return lost


def tables() -> list[schema.Table]:
    """Those whose rows each hold a key."""
    mapped = [one.local_table for one in Table.registry.mappers if issubclass(one.class_, Keyed)]
    return sorted((one for one in mapped if isinstance(one, schema.Table)), key=lambda table: table.name)


def _locked(session: Session, table: schema.Table, which: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """Their ids, and last the key."""
    id = tuple(table.primary_key.columns)
    found: Result[Any] = session.execute(select(*id, table.c.key).where(which).order_by(*id).with_for_update())
    return found.all()


def _put(session: Session, table: schema.Table, row: Row[Any], key: bytes) -> None:
    id: Sequence[object] = row[:-1]
    this = [column == value for column, value in zip(table.primary_key.columns, id, strict=True)]
    session.execute(update(table).where(*this).values(key=key))


def _place(table: str, id: Sequence[object]) -> str:
    return f"{table} {' '.join(map(str, id))}"


# What lay there before -------------------------------------------------------------------------------------------


def _remains(session: Session) -> Remains:
    names = [table.name for table in tables()] if session.scalar(select(KeyCheck.remains)) else []
    return Remains(names, names)


def _are_scrubbed(session: Session, found: Remains) -> None:
    session.execute(update(KeyCheck).values(remains=False))


SCRUBBING = Scrubbing("keys", _remains, _are_scrubbed)
