"""The way back to whoever asked without a name: how it lies in the database while it is needed, and how it ends.

The question itself holds neither member nor account, and its times are days. The way back lies apart, sealed with the
question's own key, together with the numbers of the messages that went to the asker: the outbox knows these by such a
random number alone, never by the question. It is found by opening what is sealed, so whoever has the key and looks can
find it too: that is who operates the server, while the question is open and until 14 days after it is closed. Then key
and way back are deleted, the messages are erased from the outbox, and `bot.storage.scrubbing` takes what was deleted
out of the database's files; older copies of what was sealed can then be opened by nobody.

What else could tell, and why it does not: the draft is deleted when it is sent; PostgreSQL's hidden transaction numbers
join a question to its asker's account only as long as that row is marked as locked, and scrubbing takes the marks away;
the log names no direct message's person.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import ForeignKey, delete, false, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.payloads import HIGHEST
from bot.storage.database import insert
from bot.storage.scrubbing import Remains
from bot.storage.tables import Table

NONCE = 12  # bytes
ROOM = 2048  # bytes that every route is filled up to, or a multiple of them, so that its length tells nothing
UNORDERED = {"sqlite_with_rowid": False}  # no number that counts up with every row
# What may still say who asked: once it was sent, and once the route is destroyed.
SENT = ("drafts",)
DESTROYED = (*SENT, "sealed_routes", "route_keys", "deliveries", "destinations", "reserves")
LOCKED = ("accounts",)  # whoever does something locks theirs


@dataclass
class Route:
    """The way back to one asker. `letters` are the messages that went to them: by their random number, which card of
    which subject each shows. `mute` is the number of the mute that stands on it."""

    member: int
    account: str  # a `boundary.Account` as text
    letters: dict[str, tuple[str, int]] = field(default_factory=dict)
    mute: str = ""

    def letters_for(self, card: str, subject: int) -> list[int]:
        return [int(letter) for letter, shows in self.letters.items() if tuple(shows) == (card, subject)]


class RouteKey(Table):
    __tablename__ = "route_keys"
    __table_args__ = (UNORDERED,)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), primary_key=True)
    key: Mapped[bytes]


class SealedRoute(Table):
    __tablename__ = "sealed_routes"
    __table_args__ = (UNORDERED,)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    sealed: Mapped[bytes]


class RouteRemains(Table):
    """Questions of which something that was deleted may still lie in the database's files."""

    __tablename__ = "route_remains"
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), primary_key=True)
    destroyed: Mapped[bool] = mapped_column(default=False, server_default=false())


def begin(session: Session, question_id: int, district_id: int, route: Route) -> None:
    key = AESGCM.generate_key(256)
    session.add(RouteKey(question_id=question_id, key=key))
    session.add(SealedRoute(question_id=question_id, district_id=district_id, sealed=_seal(key, route)))
    _remains(session, question_id, destroyed=False)


def find(session: Session, question_id: int, *, to_change: bool = False) -> Route | None:
    """None: there is none, or none any more. With `to_change` nobody else changes it meanwhile."""
    closed = _CLOSED.where(SealedRoute.question_id == question_id)
    if to_change:
        closed = closed.with_for_update(of=SealedRoute)
    row = session.execute(closed).one_or_none()
    return _open(row.key, row.sealed) if row else None


def keep(session: Session, question_id: int, route: Route) -> None:
    """In place of what was kept before."""
    key = session.scalars(select(RouteKey.key).where(RouteKey.question_id == question_id)).one()
    there = update(SealedRoute).where(SealedRoute.question_id == question_id)
    session.execute(there.values(sealed=_seal(key, route)))


def every(session: Session, district_id: int | None = None, *, to_change: bool = False) -> Iterator[tuple[int, Route]]:
    """All that there are, with their questions' numbers."""
    joined = _CLOSED.order_by(SealedRoute.question_id)
    if district_id is not None:
        joined = joined.where(SealedRoute.district_id == district_id)
    if to_change:
        joined = joined.with_for_update(of=SealedRoute)
    for row in session.execute(joined).all():
        yield row.question_id, _open(row.key, row.sealed)


def asked_by(session: Session, district_id: int, member_id: int) -> list[int]:
    """The numbers of the questions whose ways lead back to this member."""
    return [question for question, route in every(session, district_id) if route.member == member_id]


def find_letter(session: Session, letter: int, district_id: int | None) -> tuple[int, str, int] | None:
    """Of a message to an asker: the question's number, and which card of which subject it shows. Only opening one
    after the other tells: a table by which it could be looked up would join the message to the question, and be one
    more thing to take out of the files in the end."""
    for question, route in every(session, district_id):
        if (shows := route.letters.get(str(letter))) is not None:
            return question, *shows
    return None


def new_letter() -> int:
    return 1 + secrets.randbelow(HIGHEST)


def merge(session: Session, district_id: int, leaving: int, staying: int) -> None:
    """Two members turned out to be one person."""
    for question, route in every(session, district_id, to_change=True):
        if route.member == leaving:
            route.member = staying
            keep(session, question, route)


def part(session: Session, district_id: int, account: str, leaving: int, returning: int) -> None:
    """The account is another member's again."""
    for question, route in every(session, district_id, to_change=True):
        if (route.member, route.account) == (leaving, account):
            route.member = returning
            keep(session, question, route)


def destroy(session: Session, question_id: int) -> None:
    """Leaves nothing by which the way back could be opened."""
    session.execute(delete(SealedRoute).where(SealedRoute.question_id == question_id))
    session.execute(delete(RouteKey).where(RouteKey.question_id == question_id))
    _remains(session, question_id, destroyed=True)


def remains(session: Session) -> Remains:
    """Of questions that were sent, or whose way back has ended."""
    rows = session.execute(select(RouteRemains.question_id, RouteRemains.destroyed).order_by(RouteRemains.question_id))
    found = dict(rows.all())
    return Remains([*found], DESTROYED if any(found.values()) else SENT)


def are_scrubbed(session: Session, found: Remains) -> None:
    those = delete(RouteRemains).where(RouteRemains.question_id.in_(found.of))
    session.execute(those if found.tables == DESTROYED else those.where(~RouteRemains.destroyed))


def _remains(session: Session, question_id: int, *, destroyed: bool) -> None:
    add = insert(session)(RouteRemains).values(question_id=question_id, destroyed=destroyed)
    session.execute(add.on_conflict_do_update(index_elements=["question_id"], set_={"destroyed": destroyed}))


def _seal(key: bytes, route: Route) -> bytes:
    nonce, plain = os.urandom(NONCE), json.dumps(asdict(route)).encode()
    return nonce + AESGCM(key).encrypt(nonce, plain.ljust(-(-len(plain) // ROOM) * ROOM), None)


def _open(key: bytes, sealed: bytes) -> Route:
    return Route(**json.loads(AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], None)))


_CLOSED = select(SealedRoute.question_id, SealedRoute.sealed, RouteKey.key).join(
    RouteKey, RouteKey.question_id == SealedRoute.question_id
)
