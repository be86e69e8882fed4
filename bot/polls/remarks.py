"""What people wrote in answer: the reasons for a concern, answers in their own words. They are read in the order of
their random tokens, which tells nothing of who came when."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.storage.database import insert
from bot.storage.tables import Table

MOST = 500  # characters of one


class Remark(Table):
    __tablename__ = "poll_remarks"
    __table_args__ = (UniqueConstraint("poll_id", "member_id"), {"sqlite_with_rowid": False})
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    token: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # of an anonymous poll's: nobody
    option_id: Mapped[int] = mapped_column(ForeignKey("poll_options.id"))
    text: Mapped[str]
    hidden: Mapped[bool] = mapped_column(default=False)  # by whoever asked


@dataclass(frozen=True)
class Said:
    token: str
    option_id: int
    text: str
    hidden: bool


def keep(session: Session, poll_id: int, member_id: int, option_id: int, text: str) -> None:
    """In place of what they wrote before."""
    add = insert(session)(Remark).values(
        poll_id=poll_id, token=_token(), member_id=member_id, option_id=option_id, text=text, hidden=False
    )
    said = {"option_id": option_id, "text": text, "hidden": False}
    session.execute(add.on_conflict_do_update(index_elements=["poll_id", "member_id"], set_=said))


def leave(session: Session, poll_id: int, texts: Sequence[tuple[int, str]]) -> None:
    """What is left of an anonymous poll: options and texts, of which nothing says whose they were."""
    for token, (option, text) in zip(sorted(_token() for _ in texts), _shuffled(texts), strict=True):
        session.add(Remark(poll_id=poll_id, token=token, option_id=option, text=text, hidden=False))


def forget(session: Session, poll_id: int, member_id: int | None = None) -> None:
    """What this member wrote, or all of it."""
    theirs = [Remark.member_id == member_id] if member_id is not None else []
    session.execute(delete(Remark).where(Remark.poll_id == poll_id, *theirs))


def take_back(session: Session, poll_id: int, member_id: int, option_id: int) -> None:
    """What they wrote for this answer; for another, which stands by now, it stays."""
    theirs = (Remark.poll_id == poll_id, Remark.member_id == member_id, Remark.option_id == option_id)
    session.execute(delete(Remark).where(*theirs))


def pass_on(session: Session, poll_id: int, leaving: int, staying: int) -> None:
    """The two are one person, for whom the answer of the one who leaves stands."""
    forget(session, poll_id, staying)
    theirs = (Remark.poll_id == poll_id, Remark.member_id == leaving)
    session.execute(update(Remark).where(*theirs).values(member_id=staying))


def hide(session: Session, poll_id: int, token: str, hidden: bool) -> None:
    one = (Remark.poll_id == poll_id, Remark.token == token)
    session.execute(update(Remark).where(*one).values(hidden=hidden))


def number_of(session: Session, poll_id: int, token: str) -> int:
    """How many stand before this one."""
    before = select(func.count()).select_from(Remark).where(Remark.poll_id == poll_id, Remark.token < token)
    return session.scalar(before) or 0


def text_of(session: Session, poll_id: int, member_id: int) -> str:
    theirs = (Remark.poll_id == poll_id, Remark.member_id == member_id)
    return session.scalar(select(Remark.text).where(*theirs)) or ""


def listed(session: Session, poll_id: int, start: int, most: int, *, hidden: bool = False) -> list[Said]:
    """Some of them, from number `start` on; the hidden ones only if asked for."""
    columns = (Remark.token, Remark.option_id, Remark.text, Remark.hidden)
    said = select(*columns).where(Remark.poll_id == poll_id, *_shown(hidden)).order_by(Remark.token)
    return [Said(*row) for row in session.execute(said.offset(start).limit(most))]


def many(session: Session, poll_id: int, *, hidden: bool = False) -> int:
    count = select(func.count()).select_from(Remark).where(Remark.poll_id == poll_id, *_shown(hidden))
    return session.scalar(count) or 0


def _shown(hidden: bool) -> list[ColumnElement[bool]]:
    return [] if hidden else [~Remark.hidden]


def _token() -> str:
    return secrets.token_hex(8)


def _shuffled(texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    return secrets.SystemRandom().sample(texts, len(texts))
