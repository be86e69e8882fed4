"""Who is in which place, and to whom what is said there comes: those for whom it is meant and, where the platform tells
who is there, are. Where it does not, no number of them is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, ForeignKey, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.delivery import outbox
from bot.delivery.outbox import Delivery
from bot.people import audiences
from bot.people.audiences import Audience
from bot.people.model import Account, Connection, Group, GroupKind, Member
from bot.people.places import Place
from bot.storage.tables import Table


class Presence(Table):
    """Who is in a place now, where the platform tells; `account` may be nobody on the roster."""

    __tablename__ = "presences"
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    account: Mapped[str] = mapped_column(primary_key=True)


@dataclass(frozen=True)
class Count:
    """Members, and how many of them are of an administration."""

    people: int = 0
    administrators: int = 0


@dataclass(frozen=True)
class Reach:
    """Who sees what is said somewhere: how many people, where the platform tells who is there; otherwise nobody knows
    more than whom a place is meant for. `unknown` are there, but not on the roster."""

    see: Count
    unknown: int
    seen: Sequence[Place]  # places of which those are all the people
    unseen: Sequence[Place]
    seats: bool = False  # those who act for some count, too, in these places or not
    others: Count = Count()  # for whom a seen place is meant: they aren't there, but may read it

    @property
    def open(self) -> list[Place]:
        """Those that everybody in the workspace can open."""
        return [place for place in (*self.seen, *self.unseen) if place.is_public]

    @property
    def are_all(self) -> bool:
        """Whether nobody else can see it in the places that are seen: they are known to be private."""
        return all(place.is_public is False for place in self.seen)

    @property
    def is_known(self) -> bool:
        return self.are_all and not self.unseen


def reach(session: Session, places: Iterable[Place], seats: Audience | None = None) -> Reach:
    """Counts each member once, however many of the places they are in. `seats` are of those who read it without being
    there, too; then all read it for whom the places are meant."""
    present = {place: _accounts_in(session, place) for place in places}
    accounts = {account for those in present.values() for account in those}
    seen = [place for place, those in present.items() if those]
    unseen = [place for place, those in present.items() if not those]
    known = select(Account.member_id).where(Account.address.in_(accounts))
    there = Member.id.in_(known)
    unknown = len(accounts) - len(session.scalars(known).all())
    if seats is None:
        return Reach(_count(session, there), unknown, seen, unseen)
    see = or_(there, seats.members())
    others = _count(session, audiences.of_places(seen).members() & ~see)
    return Reach(_count(session, see), unknown, seen, unseen, bool(seats.clauses), others)


def beside(session: Session, places: Iterable[Place], told: ColumnElement[bool]) -> Reach:
    """Who else is there than those of whom this is true."""
    found = reach(session, places)
    accounts = select(Presence.account).where(Presence.place_id.in_([place.id for place in found.seen]))
    there = Member.id.in_(select(Account.member_id).where(Account.address.in_(accounts)))
    return replace(found, see=_count(session, there & ~told))


def _count(session: Session, those: ColumnElement[bool]) -> Count:
    """Of these members, those of whom an account is known."""
    kinds = select(Group.kind).join(Member, Member.group_id == Group.id)
    found = session.scalars(kinds.where(those, Member.id.in_(select(Account.member_id)))).all()
    return Count(len(found), sum(kind is GroupKind.ADMINISTRATION for kind in found))


def _accounts_in(session: Session, place: Place) -> Sequence[str]:
    """Who is there, as the platform told; nobody if it never did."""
    return session.scalars(select(Presence.account).where(Presence.place_id == place.id)).all()


def places_for(session: Session, member: Member) -> list[Place]:
    """Where this member belongs, by name, in the district's workspaces: what is meant for them, but not where they
    could be and are known not to be."""
    tied = Place.address.startswith(Connection.address + "/") & (Connection.district_id == member.district_id)
    mine = select(Place).join(Connection, tied).where(Place.district_id == member.district_id)
    places = session.scalars(mine.order_by(Place.name))
    absent = _known_absent(session, member)
    return [place for place in places if place.admits(member) and place.id not in absent]


def _known_absent(session: Session, member: Member) -> set[int]:
    """Places of their own workspaces whose people are known, without them."""
    own = session.scalars(select(Account.address).where(Account.member_id == member.id)).all()
    workspaces = {account.rpartition("/")[0] for account in own}
    known = session.execute(
        select(Place.id, Place.address).join(Presence).where(Place.district_id == member.district_id).distinct()
    )
    present = set(session.scalars(select(Presence.place_id).where(Presence.account.in_(own))))
    return {place for place, address in known if address.partition("/")[0] in workspaces} - present


def stands_in(session: Session, card: str, subject: int) -> list[Place]:
    """Places where the card is, or is to come."""
    stands = select(Delivery.address).where(*outbox.shows(card, subject), Delivery.removed.is_(False))
    return list(session.scalars(select(Place).where(Place.address.in_(stands))))


def is_told(session: Session, member: Member, place: Place) -> bool:
    """Whether what is said there reaches this member: who is meant and, where the platform tells who is there, is."""
    here = select(Presence.account).where(Presence.place_id == place.id).limit(1)
    theirs = Presence.account.in_(select(Account.address).where(Account.member_id == member.id))
    known = session.scalar(here) is not None
    return place.admits(member) and (not known or session.scalar(here.where(theirs)) is not None)


def reached(session: Session, members: Sequence[Member], places: Sequence[Place]) -> set[int]:
    """The numbers of those of a few members whom `circles.reached` would find in these places. What it costs grows with
    the members and not with the places, of which there may be many."""
    if not places:
        return set()
    by_number = {one.id: one for one in members}
    accounts = session.scalars(select(Account).where(Account.member_id.in_(by_number))).all()
    there = select(Presence.account).where(Presence.place_id == Place.id).exists()
    known = set(session.scalars(select(Place.id).where(Place.id.in_([place.id for place in places]), there)))
    present = select(Presence).where(Presence.account.in_([one.address for one in accounts]))
    at = {(one.place_id, one.account) for one in session.scalars(present)}
    return {
        one.member_id
        for one in accounts
        for place in places
        if place.admits(by_number[one.member_id])
        and ((place.id, one.address) in at if place.id in known else _shares_workspace(one.address, place))
    }


def _shares_workspace(account: str, place: Place) -> bool:
    return account.partition("/")[0] == place.address.partition("/")[0]
