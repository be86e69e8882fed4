"""What somebody carries in their hand and hands in once: a code that ties a workspace to a district, the state of an
installation that is under way. Only its digest is kept."""

from __future__ import annotations

import base64
import hashlib
import secrets

from sqlalchemy import delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.tables import Table

BYTES = 15  # 24 characters: too many to guess, few enough to type


class Ticket(Table):
    __tablename__ = "tickets"
    digest: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    subject: Mapped[str]  # what it is for, among those of its purpose
    until: Mapped[float]  # Unix time


def issue(session: Session, purpose: str, subject: str, until: float) -> str:
    """In capital letters and digits that are not taken for each other, in groups of six."""
    code = base64.b32encode(secrets.token_bytes(BYTES)).decode()
    session.add(Ticket(digest=_digest(code), purpose=purpose, subject=subject, until=until))
    session.flush()
    return "-".join(code[at : at + 6] for at in range(0, len(code), 6))


def find(session: Session, purpose: str, code: str, now: float) -> Ticket | None:
    """One that is still good. Whoever acts on it hands it in."""
    ticket = session.get(Ticket, _digest(code), with_for_update=True)
    return ticket if ticket and ticket.purpose == purpose and ticket.until > now else None


def hand_in(session: Session, ticket: Ticket) -> None:
    session.delete(ticket)


def forget(session: Session, before: float) -> None:
    """Forgets those that were good until before that Unix time."""
    session.execute(delete(Ticket).where(Ticket.until < before))


def _digest(code: str) -> str:
    plain = "".join(one for one in code.upper() if one.isalnum())
    return hashlib.sha256(plain.encode(errors="replace")).hexdigest()
