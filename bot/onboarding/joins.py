"""Two accounts that somebody joined with a code: their other accounts are told, and say that it was not them. Where the
person holds a role or looks after the bot, the join waits for their word first, no matter who made the code."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Enum, ForeignKey, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.boundary import Account
from bot.people import model as people
from bot.people.links import Pair
from bot.storage.database import locked
from bot.storage.tables import Table

LASTS = timedelta(days=1)  # that it waits to be confirmed
FRESH = timedelta(days=7)  # that it is worth a look on the home card
KEPT = timedelta(days=30)  # once nothing can come of it any more


class State(StrEnum):
    WAITING = "waiting"  # to be confirmed
    JOINED = "joined"
    PARTED = "parted"  # again
    DENIED = "denied"  # by the person at the host
    EXPIRED = "expired"  # nobody confirmed it


class Join(Table):
    """`guest` joins what `host` is; both are `boundary.Account`s as text. The code was made at one of them and typed at
    the other."""

    __tablename__ = "joins"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    host: Mapped[str]
    guest: Mapped[str] = mapped_column(index=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)  # whose both are, or would be
    language: Mapped[str]  # of the person at `guest`
    state: Mapped[State] = mapped_column(
        Enum(State, native_enum=False, length=8, values_callable=lambda every: [one.value for one in every])
    )
    at: Mapped[datetime]

    @property
    def until(self) -> datetime:
        return self.at + LASTS

    def waits(self, now: datetime) -> bool:
        return self.state is State.WAITING and now < self.until


def begin(session: Session, pair: Pair, staying: people.Member, state: State, language: str, now: datetime) -> Join:
    """`language` is that of the person whose account joins."""
    host, guest = (pair.made_at, pair.typed_at) if staying is pair.maker else (pair.typed_at, pair.made_at)
    join = Join(host=host, guest=guest, member_id=staying.id, state=state, at=now)
    join.language = language
    session.add(join)
    session.flush()
    return join


def find(session: Session, id: int, member: people.Member) -> Join | None:
    """One of theirs, for nobody else to change meanwhile."""
    join = locked(session, Join, id)
    return join if join and join.member_id == member.id else None


def same(session: Session, join: Join) -> list[Join]:
    """Others that wait to join that account to the same person's."""
    there = (Join.member_id == join.member_id, Join.guest == join.guest, Join.id != join.id)
    return list(session.scalars(select(Join).where(*there, Join.state == State.WAITING).order_by(Join.id)))


def waiting_at(session: Session, account: Account, now: datetime) -> Join | None:
    """The latest that waits for the person at this account, of which the workspace may be unknown (a DM)."""
    there = Join.guest == str(account)
    if not account.workspace:
        there = Join.guest.startswith(f"{account.platform}:", autoescape=True)
        there &= Join.guest.endswith(f"/{account.user}", autoescape=True)
    found = select(Join).where(there, Join.state == State.WAITING, Join.at > now - LASTS).order_by(Join.id.desc())
    return session.scalars(found.limit(1)).first()


def fresh(session: Session, member: people.Member, now: datetime) -> list[Join]:
    """Those of theirs that they may still want to say something about."""
    open_ = (Join.state.in_((State.WAITING, State.JOINED)), Join.at > now - FRESH)
    return list(session.scalars(select(Join).where(Join.member_id == member.id, *open_).order_by(Join.id)))


def part(session: Session, member: people.Member) -> list[int]:
    """None of theirs are joined any more. Returns those that were."""
    theirs = update(Join).where(Join.member_id == member.id, Join.state == State.JOINED)
    return list(session.scalars(theirs.values(state=State.PARTED).returning(Join.id)))


def forget(session: Session, now: datetime) -> bool:
    """A join that holds is kept for its Undo."""
    over = Join.state.in_((State.PARTED, State.DENIED, State.EXPIRED))
    session.execute(delete(Join).where(over, Join.at < now - KEPT))
    return False
