"""What somebody carries in their hand and hands in once: a code that ties a workspace to a district or joins two
accounts, the state of an installation that is under way. Only its digest is kept."""

from __future__ import annotations

import base64
import hashlib
import secrets

from sqlalchemy import case, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage.database import insert
from bot.storage.tables import Table

BYTES = 15  # 24 characters: too many to guess, few enough to type
SHORT = 5  # 8 characters, for a phone: too many to guess in five tries
TRIES, WHILE = 5, 600.0  # wrong codes that one may try in so many seconds


class Ticket(Table):
    __tablename__ = "tickets"
    digest: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    subject: Mapped[str]  # what it is for, among those of its purpose
    until: Mapped[float]  # Unix time


class Misses(Table):
    """Wrong codes that somebody tried; all are forgotten at once."""

    __tablename__ = "misses"
    who: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
    until: Mapped[float] = mapped_column(index=True)  # Unix time


def issue(session: Session, purpose: str, subject: str, until: float, size: int = BYTES) -> str:
    """In capital letters and digits that are not taken for each other, in groups of six, a short one of four."""
    code = base64.b32encode(secrets.token_bytes(size)).decode()
    session.add(Ticket(digest=_digest(code), purpose=purpose, subject=subject, until=until))
    session.flush()
    group = 6 if size > SHORT else 4
    return "-".join(code[at : at + group] for at in range(0, len(code), group))


def find(session: Session, purpose: str, code: str, now: float) -> Ticket | None:
    """One that is still good. Acting on it hands it in."""
    ticket = session.get(Ticket, _digest(code), with_for_update=True)
    return ticket if ticket and ticket.purpose == purpose and ticket.until > now else None


def hand_in(session: Session, ticket: Ticket) -> None:
    session.delete(ticket)


def take_back(session: Session, purpose: str, subject: str) -> None:
    """Those that were issued for it are good no more."""
    session.execute(delete(Ticket).where(Ticket.purpose == purpose, Ticket.subject == subject))


def may_try(session: Session, who: str, now: float) -> bool:
    """Nobody else counts their misses meanwhile."""
    misses = session.get(Misses, who, with_for_update=True)
    return misses is None or misses.until <= now or misses.count < TRIES


def miss(session: Session, who: str, now: float) -> int:
    """Counts a wrong code, and returns how many more they may try. What is counted in a job that is undone is not
    counted: a wrong code is answered, not refused."""
    add = insert(session)(Misses).values(who=who, count=1, until=now + WHILE)
    over = Misses.until <= now
    counted = add.on_conflict_do_update(
        index_elements=["who"],
        set_={
            "count": case((over, 1), else_=Misses.count + 1),
            "until": case((over, now + WHILE), else_=Misses.until),
        },
    )
    return max(0, TRIES - (session.scalar(counted.returning(Misses.count)) or 0))


def forget(session: Session, before: float) -> None:
    """Forgets those that were good until before that Unix time."""
    session.execute(delete(Ticket).where(Ticket.until < before))
    session.execute(delete(Misses).where(Misses.until < before))


def plain(code: str) -> str:
    """As it is compared, however it was typed."""
    return "".join(one for one in code.upper() if one.isalnum())


def _digest(code: str) -> str:
    return hashlib.sha256(plain(code).encode(errors="replace")).hexdigest()
