"""Which session or contribution an act is about, and who may do it: beyond what `bot.may` says for all."""

from __future__ import annotations

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import Session

from bot.listening.model import Contribution, Listening, Phase, Spot
from bot.payloads import Row
from bot.people import boards, seats
from bot.people import model as people
from bot.people.audiences import of_place, of_seats
from bot.people.cards import only_its_seat
from bot.people.model import Group, GroupKind, Seat
from bot.people.places import Place, PlaceKind, admitted
from bot.people.seats import Capability
from bot.request import Refusal, Request
from bot.storage.database import locked

SPEAK = (GroupKind.ASSOCIATION, GroupKind.PARENTS)  # groups without whose yes nobody asks where their people are


def find(request: Request) -> Listening | None:
    """Of their own district."""
    return _of_district(request, request.session.get(Listening, request.payload(Row).id))


def find_to_change(request: Request) -> Listening | None:
    """Nobody else changes it meanwhile."""
    return _of_district(request, locked(request.session, Listening, request.payload(Row).id))


def _of_district(request: Request, listening: Listening | None) -> Listening | None:
    return listening if listening and listening.district_id == request.member.district_id else None


def find_contribution(request: Request) -> Contribution | None:
    return locked(request.session, Contribution, request.payload(Row).id)


# Whose -----------------------------------------------------------------------------------------------------------


def chairs(session: Session, member: people.Member) -> list[Seat]:
    """The seats of this member that open sessions for their board."""
    theirs = seats.able(session, member, Capability.LISTEN)
    return [seat for seat in theirs if seat.group.kind is GroupKind.BOARD]


def leaders(session: Session, group: Group) -> list[Seat]:
    """The seats that lead the whole group and that somebody acts for: those that may open a round in it, or else those
    that appoint its people."""
    district = session.get_one(people.District, group.district_id)
    whole = (Seat.group_id == group.id, Seat.building_id.is_(None), Seat.committee_id.is_(None))
    theirs = select(Seat).where(*whole, Seat.acting_id.is_not(None)).order_by(Seat.id)
    for capability in (Capability.OPEN_ROUND, Capability.APPOINT):
        roles = seats.roles_with(district, capability)
        if found := list(session.scalars(theirs.where(Seat.role.in_(roles)))):
            return found
    return []


def moderators(session: Session, listening: Listening, group: Group) -> list[Seat]:
    """Those who look through what its people say: its own leaders; where it has none, who opened the session."""
    return leaders(session, group) or [listening.seat]


def moderated(session: Session, listening: Listening, member: people.Member) -> list[int]:
    """Numbers of the groups whose words this member looks through."""
    groups = session.scalars(select(Group).where(Group.district_id == listening.district_id).order_by(Group.id))
    return [
        group.id
        for group in groups
        if any(seat.acting_id == member.id for seat in moderators(session, listening, group))
    ]


# Where -----------------------------------------------------------------------------------------------------------


def places(session: Session, seat: Seat) -> list[Place]:
    """Where it may be asked: nowhere among the board's own, and only where somebody can say yes for each group that
    has to."""
    tied = Place.address.startswith(people.Connection.address + "/")
    tied &= people.Connection.district_id == seat.district_id
    every = select(Place).join(people.Connection, tied).where(Place.district_id == seat.district_id)
    return [place for place in session.scalars(every.order_by(Place.name, Place.id)) if _may_be(session, place, seat)]


def _may_be(session: Session, place: Place, seat: Seat) -> bool:
    return _is_open_to(session, place, seat) and all(leaders(session, group) for group in asked_for(session, place))


def _is_open_to(session: Session, place: Place, seat: Seat) -> bool:
    return bool(asked_for(session, place)) and seat.group_id not in place.group_ids


def is_agreed(session: Session, listening: Listening, spot: Spot) -> bool:
    """Whether all whose yes it takes there, as the place is declared now, have said it: to nobody for whom it was not
    then, who would read the leaders' titles, too."""
    place, groups = spot.place, asked_for(session, spot.place)
    if spot.meant_for is not None and not spot.meant_for.covers(session, of_place(place)):
        return False
    return _is_open_to(session, place, listening.seat) and all(listening.says_yes(group.id) for group in groups)


def hears(session: Session, listening: Listening, member: people.Member) -> bool:
    """Whether they can say something."""
    return listening.phase is Phase.OPEN and is_asked(session, listening, member)


def is_asked(session: Session, listening: Listening, member: people.Member) -> bool:
    """The board that listens is heard in its own meetings."""
    there = [spot for spot in listening.spots if spot.posted and spot.place.admits(member)]
    among = any(is_agreed(session, listening, spot) for spot in there)
    return among and member.group_id != listening.seat.group_id and boards.is_asked(session, member)


def asked(session: Session, listening: Listening) -> ColumnElement[bool]:
    """The same, of members."""
    there = [spot.place for spot in listening.spots if spot.posted and is_agreed(session, listening, spot)]
    others = people.Member.group_id != listening.seat.group_id
    return or_(false(), *map(admitted, there)) & others & boards.are_asked()


def asked_for(session: Session, place: Place) -> list[Group]:
    """The groups whose yes it takes there: the association where staff are, the PTA where families are; where neither
    is, those for which the place is meant."""
    every = select(Group).where(Group.district_id == place.district_id).order_by(Group.id)
    meant = list(session.scalars(every)) if place.audience is PlaceKind.COMMUNITY else place.groups
    found = [group for group in meant if group.kind in SPEAK]
    return found or [group for group in meant if group.kind is not GroupKind.BOARD]


# Who -------------------------------------------------------------------------------------------------------------


def chair_a_board(request: Request, _subject: object) -> None:
    if not chairs(request.session, request.member):
        raise Refusal.saying(request.words("listening-may-open"))


def have_opened(request: Request, listening: Listening) -> None:
    _act_for(request, listening.seat)


def have_opened_its_session(request: Request, contribution: Contribution) -> None:
    """And the board reads it by now."""
    read_it(request, contribution)
    if contribution.listening.phase is not Phase.READING:
        raise Refusal.saying(request.words("listening-may-read"))
    _act_for(request, contribution.listening.seat)


def _act_for(request: Request, seat: Seat) -> None:
    if seat.acting_id != request.member.id:
        raise Refusal.saying(only_its_seat(seat, request.words))


def lead_a_group_asked(request: Request, listening: Listening) -> None:
    if not leads(request.session, listening, request.member):
        raise Refusal.saying(request.words("listening-may-say-yes"))


def leads(session: Session, listening: Listening, member: people.Member) -> list[Group]:
    """Of the groups that are asked for their yes those that this member leads."""
    asked = [one.group for one in listening.yeses]
    return [group for group in asked if any(seat.acting_id == member.id for seat in leaders(session, group))]


def know_of_it(request: Request, listening: Listening) -> None:
    """They are asked, asked it themselves, or say whether it may be asked."""
    places = (spot.place for spot in listening.spots if spot.posted)
    if any(place.admits(request.member) for place in places) or leads(request.session, listening, request.member):
        return
    if not listening.board.admits(request.session, request.member):
        raise Refusal.saying(request.words("gone"))


def be_asked(request: Request, listening: Listening) -> None:
    if listening.phase is not Phase.OPEN:
        raise Refusal.saying(request.words("listening-is-closed"))
    if not hears(request.session, listening, request.member):
        raise Refusal.saying(request.words("listening-not-asked"))


def moderate(request: Request, listening: Listening) -> None:
    if not moderated(request.session, listening, request.member):
        raise Refusal.saying(request.words("listening-may-moderate"))


def moderate_it(request: Request, contribution: Contribution) -> None:
    """It is of their own group; nobody moderates another's."""
    read_it(request, contribution)
    if moderates(request.session, contribution, request.member) is None:
        raise Refusal.saying(request.words("listening-may-moderate"))


def look_it_through(request: Request, contribution: Contribution) -> None:
    """They moderate it, and the board does not read it yet: what it has read, nobody takes away behind its back."""
    moderate_it(request, contribution)
    if contribution.listening.phase is Phase.READING:
        raise Refusal.saying(request.words("listening-looked-through"))


def moderates(session: Session, contribution: Contribution, member: people.Member) -> Seat | None:
    """The seat by which they do: one of those of which its author was told."""
    told = contribution.audience.clauses
    theirs = moderators(session, contribution.listening, contribution.group)
    acting = (seat for seat in theirs if seat.acting_id == member.id)
    return next((seat for seat in acting if of_seats([seat]).clauses <= told), None)


def sort_it(request: Request, contribution: Contribution) -> None:
    """Its group's leaders until the board reads; from then on the board's chair."""
    read_it(request, contribution)
    if contribution.listening.phase is Phase.RATING:
        raise Refusal.saying(request.words("listening-is-rated"))
    if contribution.listening.phase is Phase.READING and contribution.listening.seat.acting_id == request.member.id:
        return
    look_it_through(request, contribution)


def read_it(request: Request, contribution: Contribution) -> None:
    if not contribution.is_for(request.member):
        raise Refusal.saying(request.words("gone"))


def read_as_the_board(request: Request, listening: Listening) -> None:
    if listening.phase is not Phase.READING or not listening.board.admits(request.session, request.member):
        raise Refusal.saying(request.words("listening-may-read"))


def be_its_author(request: Request, contribution: Contribution) -> None:
    if contribution.taken_back or not contribution.is_written_by(request.member):
        raise Refusal.saying(request.words("gone"))
