"""Boards decide in public; their members are heard through their liaison."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bot.people import caucuses, model
from bot.people.cards import name_of
from bot.people.model import Group, GroupKind, Member, Role, Seat
from bot.people.places import Place, PlaceKind
from bot.texts import Words


def may_be_asked(seat: Seat) -> bool:
    """Whether others may ask the one who acts for it."""
    return seat.group.kind is not GroupKind.BOARD or seat.role is Role.BOARD_LIAISON


def seats_asked(session: Session, member: Member) -> list[Seat]:
    """The seats of their district that a member may ask: somebody acts for them; not those on others' committees, and
    of boards their liaisons' alone."""
    hidden = caucuses.of_others(session, member)
    theirs = select(Seat).where(Seat.district_id == member.district_id, Seat.acting_id.is_not(None))
    found = session.scalars(theirs.order_by(Seat.id)).unique()
    return [seat for seat in found if seat.committee_id not in hidden and may_be_asked(seat)]


def is_asked(session: Session, member: Member) -> bool:
    """Whether others may ask this member: of a board the one alone who acts for its liaison's seat."""
    if member.group.kind is not GroupKind.BOARD:
        return True
    theirs = (seat for seat in model.seats_of(session, member) if seat.group_id == member.group_id)
    return any(map(may_be_asked, theirs))


def are_asked() -> ColumnElement[bool]:
    """The same, of members."""
    of_board = Member.group_id.in_(select(Group.id).where(Group.kind == GroupKind.BOARD))
    theirs = (Seat.group_id == Member.group_id, Seat.acting_id == Member.id)
    return ~of_board | select(Seat.id).where(Seat.role == Role.BOARD_LIAISON, *theirs).exists()


def who_speaks(session: Session, boards: Iterable[int], words: Words) -> str:
    """The names of those who act for the liaisons of these groups."""
    theirs = (Seat.role == Role.BOARD_LIAISON, Seat.group_id.in_(boards), Seat.acting_id.is_not(None))
    found = session.scalars(select(Seat).where(*theirs).order_by(Seat.id))
    return words.listed([name_of(seat, words) for seat in found]) or words("nobody-yet")


def where_others_are(places: Iterable[Place]) -> list[Place]:
    """Those of them that are not for a board alone."""
    return [place for place in places if not is_alone_in(place)]


def is_alone_in(place: Place) -> bool:
    """Whether a place is for a board and nobody else."""
    meant = [] if place.audience is PlaceKind.COMMUNITY else place.groups
    return bool(meant) and all(group.kind is GroupKind.BOARD for group in meant)
