"""Accounts that became a member's because their person said so with a code, beside those that the roster names; and
those that the roster gives to an entry which became one with that member by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, bindparam, false, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import timetable
from bot.boundary import Account, Address
from bot.people import model
from bot.storage.tables import STAYS, Table

# Names under which the timetable tells the features.
PARTED = "link.parted"
CARETAKER = "link.caretaker"  # somebody with such accounts was named one


class Link(Table):
    """`address` is a `boundary.Account` as text, `member` whose it is now, `was` whose it was before. That entry is
    `lost` while the roster names it no more. `settled`: the roster gives the account to `member` by itself now.
    `by_files`: nobody typed a code there; the roster gives it to an entry that was one with `member` by then."""

    __tablename__ = "links"
    address: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True, info=STAYS)
    was_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), info=STAYS)  # None: nobody's
    lost: Mapped[bool] = mapped_column(default=False, server_default=false())
    settled: Mapped[bool] = mapped_column(default=False, server_default=false())
    by_files: Mapped[bool] = mapped_column(default=False, server_default=false())
    member: Mapped[model.Member] = relationship(lazy="joined", innerjoin=True, foreign_keys=[member_id])
    was: Mapped[model.Member | None] = relationship(lazy="joined", foreign_keys=[was_id])

    @property
    def other(self) -> model.Member | None:
        """Whose the account is without the link. None: nobody's."""
        return None if self.lost else self.was


class Parting(Table):
    """A link that ended because the roster says so: the features are still to hear of it."""

    __tablename__ = "partings"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    address: Mapped[str]  # of the account
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), info=STAYS)  # whose it was
    was_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), info=STAYS)  # and before. None: nobody's
    member: Mapped[model.Member] = relationship(foreign_keys=[member_id])
    was: Mapped[model.Member | None] = relationship(foreign_keys=[was_id])


@dataclass(frozen=True)
class Pair:
    """Two accounts whose person says that they are one: `maker` made `code` at one of them; it was typed at the other,
    which is `other`'s or nobody's."""

    maker: model.Member
    made_at: str
    other: model.Member | None
    typed_at: str
    code: str


# Of links: nobody else is at the entry whose the account was.
BECAME_ONE = Link.was_id.is_not(None) & Link.was_id.not_in(select(model.Account.member_id))


def accounts_of(session: Session, member: model.Member) -> list[str]:
    """In the order of their platforms' names."""
    theirs = select(model.Account.address).where(model.Account.member_id == member.id)
    return list(session.scalars(theirs.order_by(model.Account.address)))


def tied_accounts_of(session: Session, member: model.Member) -> list[str]:
    """Those in workspaces that are tied to their district."""
    return list(session.connection().scalars(_TIED, {"member": member.id, "district": member.district_id}))


_TIED = (  # made once, for it is asked for every message
    select(model.Account.address)
    .join(model.Connection, model.Account.address.startswith(model.Connection.address + "/"))
    .where(model.Account.member_id == bindparam("member"), model.Connection.district_id == bindparam("district"))
    .order_by(model.Account.address)
)


def acting(session: Session, member: model.Member, actor: Account) -> str:
    """That of theirs from which they act, with its workspace, which Discord does not name in a DM."""
    mine = accounts_of(session, member)
    if str(actor) in mine:
        return str(actor)
    known = {(account.platform, account.user): str(account) for account in map(Account.parse, mine)}
    return known[actor.platform, actor.user]


def is_anothers() -> ColumnElement[bool]:
    """Of members: an entry that became one with another, and is not a person beside it."""
    return model.Member.id.in_(select(Link.was_id).where(BECAME_ONE))


def alone_with(session: Session, member: model.Member, actor: Account) -> Address:
    """The direct message with the account from which they act."""
    return Address.alone_with(Account.parse(acting(session, member, actor)))


def of(session: Session, member: model.Member) -> list[Link]:
    """Those that can be undone."""
    theirs = select(Link).where(Link.member_id == member.id, ~Link.settled)
    return list(session.scalars(theirs.order_by(Link.address)))


def entries_of(session: Session, member: model.Member) -> list[int]:
    """Numbers of the roster's entries that are one person: theirs, and those that became one with it."""
    was = select(Link.was_id).where(Link.member_id == member.id, BECAME_ONE)
    return [member.id, *session.scalars(was.distinct().order_by(Link.was_id))]


def entry_of(session: Session, member_id: int, account: str | None) -> int:
    """Of somebody who wrote from this account that whose it is without a link."""
    link = session.get(Link, account) if account else None
    is_so = link is not None and link.member_id == member_id and not link.settled
    return link.was_id if link is not None and link.was_id and is_so else member_id


def holds_office(session: Session, member: model.Member) -> bool:
    """Whether the roster gives them something that hangs on this very entry."""
    named = or_(model.Seat.holder_id == member.id, model.Seat.deputy_id == member.id)
    return member.caretaker or session.scalar(select(model.Seat.id).where(named).limit(1)) is not None


def note_caretakers(session: Session, district: model.District, keys: Collection[str], now: datetime) -> None:
    """These are about to become caretakers, as far as they are none."""
    theirs = (model.Member.district_id == district.id, model.Member.key.in_(keys), ~model.Member.caretaker)
    linked = select(Link.member_id).where(~Link.settled)
    for id in session.scalars(select(model.Member.id).where(*theirs, model.Member.id.in_(linked))).all():
        timetable.set_due(session, CARETAKER, id, now)


def take_in(session: Session, address: str, member: model.Member) -> None:
    """An account that was nobody's is this member's."""
    session.add(model.Account(address=address, member_id=member.id))
    session.add(Link(address=address, member_id=member.id))


def take_over(session: Session, leaving: model.Member, staying: model.Member) -> None:
    """The accounts of one are the other's. An act under way from one of them is waited for."""
    theirs = select(model.Account).where(model.Account.member_id == leaving.id).order_by(model.Account.address)
    for account in session.scalars(theirs.with_for_update()).all():
        account.member_id = staying.id
        link = Link(address=account.address, member_id=staying.id, was_id=leaving.id)
        link.lost = link.settled = link.by_files = False
        session.merge(link)


def undo(session: Session, link: Link) -> bool:
    """The account is again what it was. False: it is by now, or is somebody else's."""
    account = session.get(model.Account, link.address, with_for_update=True)
    stands = session.get(Link, link.address, populate_existing=True)
    if account is None or stands is None or account.member_id != stands.member_id:
        return False
    if stands.other is None:
        session.delete(account)
    else:
        account.member_id = stands.other.id
    session.delete(stands)
    session.flush()
    return True


def end(session: Session, link: Link, now: datetime) -> None:
    """The roster says whose the account is. With one that it gave to them itself it takes nothing from them."""
    session.delete(link)
    if link.settled:
        return
    was_id = None if link.by_files else link.was_id
    parting = Parting(address=link.address, member_id=link.member_id, was_id=was_id)
    session.add(parting)
    session.flush()
    timetable.set_due(session, PARTED, parting.id, now)


def at(session: Session, addresses: Collection[str]) -> dict[str, Link]:
    return {link.address: link for link in session.scalars(select(Link).where(Link.address.in_(addresses)))}


def others(
    session: Session, entries: Mapping[str, tuple[int, int]], owners: Mapping[str, str], named: Collection[str]
) -> dict[int, int]:
    """Which of these entries are one with another member, by their numbers: none of their accounts is theirs alone, and
    the link of one that the roster gives them still stands. `entries` and their groups are given by key, whose each
    account is by address, and who is on the roster, as in `still_stands`."""
    keys = {id: (key, group_id) for key, (id, group_id) in entries.items()}
    theirs = select(Link).where(Link.was_id.in_(keys), BECAME_ONE, ~Link.settled, ~Link.by_files)
    found = dict[int, int]()
    for link in session.scalars(theirs.order_by(Link.address)).unique():
        key, group_id = keys[link.was_id or 0]
        if owners.get(link.address) == key and still_stands(link, named, link.was_id, group_id):
            found.setdefault(link.was_id or 0, link.member_id)
    return found


def still_stands(link: Link, named: Collection[str], owner_id: int | None = None, group_id: int | None = None) -> bool:
    """Beside what the roster says: who is on it, by their keys, and whose the account is, with their group. A link ends
    when its member is gone, when the roster gives the account to somebody else than before, or when the two are no
    longer of one group."""
    same = owner_id is None or (owner_id == link.was_id and group_id == link.member.group_id)
    return link.member.key in named and same and not link.settled
