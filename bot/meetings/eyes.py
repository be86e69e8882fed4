"""Whose eyes: of what was written about a meeting, what somebody may read, and what may stand in a channel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from bot.meetings.model import Meeting, Series, seated
from bot.people import audiences, committees, presence
from bot.people.audiences import Audience
from bot.people.model import Member
from bot.people.places import Place


class Written(Protocol):
    @property
    def audience(self) -> Audience: ...


W = TypeVar("W", bound=Written)


def for_member(session: Session, some: Iterable[W], member: Member) -> list[W]:
    return [one for one in some if one.audience.admits(session, member)]


def for_places(session: Session, some: Iterable[W], places: Sequence[Place]) -> list[W]:
    """What all may read who are meant in any of them."""
    meant = [audiences.of_place(place) for place in places]
    return [one for one in some if meant and all(one.audience.covers(session, each) for each in meant)]


def homes(session: Session, of: Meeting | Series) -> list[Place]:
    """Where its cards go: of a home that is closed it is not known who reads there."""
    there = committees.homes(session, of.committee) if of.committee else []
    return [place for place in there if audiences.of_place(place).clauses]


def on_card(session: Session, some: Iterable[W], card: str, meeting: Meeting) -> list[W]:
    """What the card may show wherever it stands: its committee may be at home elsewhere by now."""
    return for_places(session, some, _places(session, card, meeting))


def may_stand(session: Session, audience: Audience | None, card: str, meeting: Meeting) -> bool:
    """Whether what is for this audience may be read in all places where the card is; of an older one, for whom it
    is not known: in no channel."""
    there = [audiences.of_place(place) for place in _places(session, card, meeting)]
    return all(audience is not None and audience.covers(session, each) for each in there)


def why(session: Session, meeting: Meeting) -> str:
    """Why it is left out, if all who act for its seats by now may read that."""
    told, people = meeting.reason_for, [seat.acting for seat in seated(session, meeting.series) if seat.acting]
    return meeting.reason if told is None or all(told.admits(session, one) for one in people) else ""


def _places(session: Session, card: str, meeting: Meeting) -> list[Place]:
    return [*presence.stands_in(session, card, meeting.id)] or homes(session, meeting)
