"""The next dates of what is for everybody, in the calendar that a whole server sees: of a committee that is at home in
a place for the community on Discord. They are made, moved and taken away with the meeting."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms
from bot.boundary import OCCASIONS, Address, Answer, Button, Buttons, Message, Note, Occasion, Part, Text
from bot.delivery import outbox, rulings
from bot.delivery.outbox import Delivery, State
from bot.meetings import agenda
from bot.meetings.model import Meeting, Phase, Series, next_meeting
from bot.people import committees
from bot.people.model import Committee
from bot.people.places import Place, PlaceKind
from bot.request import Request
from bot.storage import context
from bot.texts import Texts, Words

CARD, AGAIN = "meeting.event", "meeting.event-again"
PLATFORM = "discord"  # that has such a calendar


def places(session: Session, series: Series) -> list[Place]:
    """Only of a meeting whose agenda is everybody's."""
    if series.committee is None or not agenda.is_public(session, series):
        return []
    return squares(session, series.committee)


def squares(session: Session, committee: Committee) -> list[Place]:
    """Its first home for the whole community in each server."""
    found: dict[str, Place] = {}
    for place in committees.homes(session, committee):
        at = Address.parse(place.address)
        if at.platform == PLATFORM and place.audience is PlaceKind.COMMUNITY and not place.building_ids:
            found.setdefault(at.workspace, place)
    return list(found.values())


def place_changed(session: Session, place: Place) -> None:
    """It is for others now, and what is in its server's calendar perhaps for everybody no more."""
    calendar = str(Address(PLATFORM, Address.parse(place.address).workspace, OCCASIONS))
    there = (Delivery.card == CARD, Delivery.address == calendar, ~Delivery.removed, Delivery.state != State.GONE)
    for id in session.scalars(select(Delivery.subject).where(*there).distinct()).all():
        if (meeting := session.get(Meeting, id)) is not None:
            follow(session, meeting, context.now(session))


def follow(session: Session, meeting: Meeting, now: datetime) -> None:
    """What the calendars show is what the meeting is now; and of its series they show the one that comes next."""
    standing = _standing(session, meeting)
    if standing and meeting.phase is Phase.OVER:
        outbox.settle(session, CARD, meeting.id)
    elif standing and meeting.phase is Phase.PLANNED and places(session, meeting.series):
        outbox.change(session, CARD, meeting.id)
    elif standing:
        outbox.remove(session, CARD, meeting.id)
    coming = next_meeting(session, meeting.series)
    if coming is not None and coming.phase is Phase.PLANNED and coming.at > now:
        _announce(session, coming)


def _announce(session: Session, meeting: Meeting) -> None:
    there = places(session, meeting.series)
    standing = _standing(session, meeting) if there else set[str]()
    for place in there:
        to = Address(PLATFORM, Address.parse(place.address).workspace, OCCASIONS)
        if str(to) not in standing:
            outbox.say(session, to, CARD, meeting.id, place.language)


def _standing(session: Session, meeting: Meeting) -> set[str]:
    """Where it is, or is about to be."""
    there = (*outbox.shows(CARD, meeting.id), ~Delivery.removed, Delivery.state != State.GONE)
    return set(session.scalars(select(Delivery.address).where(*there)))


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    meeting = session.get_one(Meeting, subject)
    there, series = places(session, meeting.series), meeting.series
    if meeting.phase is not Phase.PLANNED or not there:
        return Message(())
    where = series.how or words("meeting-event-where", place=there[0].name)
    about = words("meeting-event-about", name=series.name, place=there[0].name)
    ends = meeting.at + timedelta(minutes=meeting.length)
    return Message((Text(series.name),), occasion=Occasion(series.name, where, about, meeting.at, ends))


# Where the server does not let the bot ---------------------------------------------------------------------------


def refused(session: Session, meeting: Meeting | None, words: Words) -> list[Part]:
    """To its chairs."""
    failed = (
        [one for one in outbox.standings(session, CARD, meeting.id) if one.state is State.FAILED] if meeting else []
    )
    if meeting is None or not failed:
        return []
    again = Button(words("meeting-event-again"), AGAIN, str(meeting.id))
    return [Note(words("meeting-event-refused", code=failed[0].reason)), Buttons((again,))]


def try_again(request: Request, meeting: Meeting) -> Answer:
    if meeting.phase is Phase.PLANNED:
        rulings.try_again(request.session, CARD, meeting.id)
    return forms.say(request, "meeting-event-trying")
