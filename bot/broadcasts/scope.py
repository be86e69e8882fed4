"""Whom a seat may tell something: its own people in its own channels, its own group, and others with the word of their
own seats."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.broadcasts.model import TOLD, Broadcast
from bot.people import audiences, seats
from bot.people import model as people
from bot.people.audiences import Audience
from bot.people.cards import told_of
from bot.people.circles import AudienceFilter
from bot.people.model import Group, GroupKind, Member, Role, Seat
from bot.people.places import Place, PlaceKind
from bot.people.seats import Capability
from bot.texts import Words

NAMED = 3  # of those who may approve something
STAFF = (GroupKind.ASSOCIATION, GroupKind.ADMINISTRATION)  # whom the superintendent may tell


def places_within(session: Session, seat: Seat, audience: Audience, circle: AudienceFilter) -> list[Place]:
    """Where nobody is but this audience: as few channels as reach the same people. Never another group's caucus, nor
    where somebody may be whom the circle leaves out."""
    tied = Place.address.startswith(people.Connection.address + "/")
    tied &= people.Connection.district_id == seat.district_id
    every = select(Place).join(people.Connection, tied).where(Place.district_id == seat.district_id)
    found = session.scalars(every.order_by(Place.id))
    fitting = [place for place in found if fits(session, place, seat, audience, circle)]
    return [place for place in fitting if not _is_spare(session, place, fitting)]


def fits(session: Session, place: Place, seat: Seat, audience: Audience, circle: AudienceFilter) -> bool:
    meant = audiences.of_place(place)
    of_others = place.audience is PlaceKind.CAUCUS and place.group_ids != {seat.group_id}
    return bool(meant.clauses) and not of_others and audience.covers(session, meant) and circle.surely_admits(place)


def still_fits(session: Session, row: Broadcast, place: Place) -> bool:
    """A place of it may be meant for others by now."""
    return fits(session, place, row.seat, row.audience, row.circle)


def may_send(row: Broadcast) -> bool:
    """Its role may tell many: the files can take that from it. One's own building every role may tell."""
    return row.own or Capability.BROADCAST in seats.capabilities(row.district, row.seat.role)


def takes_replies(session: Session, row: Broadcast, place: Place) -> bool:
    """Whether what is said below it there comes to its seat. What its card says there, too."""
    return row.replies and row.status in TOLD and still_fits(session, row, place)


def _is_spare(session: Session, place: Place, among: Sequence[Place]) -> bool:
    """All for whom it is meant have another of these, in the same workspace and language."""
    meant = audiences.of_place(place)
    for other in among:
        alike = other.address.partition("/")[0] == place.address.partition("/")[0] and other.language == place.language
        if other.id == place.id or not alike or not audiences.of_place(other).covers(session, meant):
            continue
        if other.id < place.id or not meant.covers(session, audiences.of_place(other)):
            return True
    return False


# Who has to approve it -------------------------------------------------------------------------------------------


def groups_to_approve(session: Session, seat: Seat, circle: AudienceFilter, many: int) -> list[Group]:
    """Of each, one person has to: of another group than the seat may tell, and of its own where it tells more people
    than one person alone may (`many` are told), or beyond its own building."""
    told = (Member.district_id == seat.district_id, circle.members())
    those = select(Group).where(Group.id.in_(select(Member.group_id).where(*told))).order_by(Group.id)
    found = {group.id: group for group in session.scalars(those) if not _may_tell(seat, group)}
    elsewhere = select(Member.id).where(*told, Member.building_id.is_distinct_from(seat.building_id))
    beyond = seat.building_id is not None and session.scalar(elsewhere.limit(1)) is not None
    if beyond or many > seat.district.approval_above:
        found[seat.group_id] = seat.group
    return list(found.values())


def _may_tell(seat: Seat, group: Group) -> bool:
    return group.id == seat.group_id or (seat.role is Role.SUPERINTENDENT and group.kind in STAFF)


def approvers(session: Session, district: people.District, group: Group, sender_id: int) -> list[Member]:
    """Who may approve for this group: those who can by their seat; if there is nobody else, those who can appoint for
    it, and of the sender's own group any who act for a seat of it. Never the sender."""
    return _members(_approving(session, district, group, sender_id))


def _approving(session: Session, district: people.District, group: Group, sender_id: int) -> list[Seat]:
    """The seats by which they do."""
    for capability in (Capability.APPROVE, Capability.APPOINT):
        able = seats.acting_with(session, group, district, capability)
        if others := [seat for seat in able if seat.acting_id != sender_id]:
            return others
    if session.get_one(Member, sender_id).group_id != group.id:
        return []
    own = select(Seat).where(Seat.group_id == group.id, Seat.acting_id.is_not(None), Seat.acting_id != sender_id)
    return list(session.scalars(own.order_by(Seat.id)))


def named(session: Session, district: people.District, groups: Sequence[Group], sender_id: int, words: Words) -> str:
    """ "Ana Ruiz or Dana Lee": those of whom one is enough, by their groups where there are several; the group alone
    where its readers may know of none of them."""
    found = [(group, _approving(session, district, group, sender_id)) for group in groups]
    told = [(group.name, _any_of(_members(told_of(able, words)), words)) for group, able in found if able]
    if len(told) == 1:
        return told[0][1] or told[0][0]
    return "; ".join(
        words("broadcast-approvers-of", group=group, names=names) if names else group for group, names in told
    )


def _any_of(some: Sequence[Member], words: Words) -> str:
    if not some:
        return ""
    named, more = [one.name for one in some[:NAMED]], len(some) - NAMED
    return words.either([*named, words("broadcast-approvers-more", count=more)] if more > 0 else named)


def _members(able: Sequence[Seat]) -> list[Member]:
    """Who acts for them."""
    return sorted({seat.acting for seat in able if seat.acting}, key=lambda member: (member.name, member.id))
