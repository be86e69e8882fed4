"""Telling one's own building something: in which of their seats somebody can, whom, and in which channels."""

from __future__ import annotations

from functools import reduce
from operator import or_

from sqlalchemy.orm import Session

from bot.people import presence
from bot.people.audiences import Audience, of_places
from bot.people.circles import AudienceFilter
from bot.people.model import Member, Seat, seats_of
from bot.people.places import Place


def seats(session: Session, member: Member) -> list[Seat]:
    return [seat for seat in seats_of(session, member) if seat.building_id is not None]


def circle(seat: Seat) -> AudienceFilter:
    """Its own group there."""
    return AudienceFilter(frozenset({f"group:{seat.group_id}", f"building:{seat.building_id}"}))


def places(session: Session, seat: Seat, member: Member) -> list[Place]:
    """The channels for this building alone that have the fewest groups beside the seat's own: the staff's for a rep,
    the families' for a liaison."""
    theirs = [
        place
        for place in presence.places_for(session, member)
        if place.building_ids == {seat.building_id} and seat.group_id in place.group_ids
    ]
    fewest = min((len(place.group_ids) for place in theirs), default=0)
    return [place for place in theirs if len(place.group_ids) == fewest]


def readers(session: Session, member: Member) -> Audience:
    """All who would read it, in whichever of their seats they tell it; nobody where they have none."""
    each = (
        circle(seat).readers(session, seat.district) | of_places(places(session, seat, member))
        for seat in seats(session, member)
    )
    return reduce(or_, each, Audience())
