"""What meetings will be, with what the calendar does to the next six dates, before anything is saved."""

from __future__ import annotations

from datetime import time
from itertools import islice

from bot import drafts
from bot.boundary import Button, Buttons, Heading, Message, Note, Part, Text
from bot.drafts import Draft
from bot.meetings import agenda, inviting, occasions
from bot.meetings.terms import Setup, is_small, picking, quorum_said
from bot.people import recurrence, school_days
from bot.people.cards import acting_name, seat_title
from bot.people.model import Seat
from bot.people.places import Place
from bot.people.rhythms import Occasion
from bot.request import Request

EDIT, MORE, PEOPLE = "meeting.edit-body", "meeting.more", "meeting.people"
SHOWN = 6  # dates


def preview(request: Request, draft: Draft, setup: Setup) -> Message:
    words, id = request.words, str(draft.id)
    lines = [_line(request, setup, one) for one in _dates(request, setup)]
    parts: list[Part] = [Heading(words("meeting-body-preview", name=setup.name)), Text("\n".join(lines))]
    parts += [] if len(lines) == SHOWN else [Note(words("meeting-body-few-dates"))]
    parts += [Text(setup.place)] if setup.place else []
    buttons = [Button(words("meeting-body-save"), "meeting.save", id, "main"), Button(words("edit"), EDIT, id)]
    if (role := _chosen(request, setup)) is not None:
        parts.append(Text(words("meeting-body-role", seat=seat_title(role, words))))
        buttons.append(Button(words("meeting-other-role"), "meeting.other-role", id))
    if setup.committee is None:
        parts += inviting.asked_lines(setup.asked, words)
        buttons.append(Button(words("meeting-ask-in"), inviting.ADD, id))
        buttons += [Button(words("meeting-ask-not"), "meeting.ask-not", id)] if setup.asked else []
    buttons.append(Button(words("meeting-body-more"), MORE, id))
    if is_small(request.session, setup):
        parts.append(Note(words("meeting-body-small")))
    else:
        parts += _formalities(request, setup)
        buttons.append(Button(words("meeting-body-people"), PEOPLE, id))
        buttons.append(Button(words("meeting-law-switch"), "meeting.law", id))
    buttons.append(Button(words("cancel"), "meeting.drop-body", id))
    return Message((*parts, Buttons(tuple(buttons))))


def _chosen(request: Request, setup: Setup) -> Seat | None:
    """The role by which they ask, where they could by another."""
    return setup.own if setup.series is None and len(picking(request)) > 1 else None


def _formalities(request: Request, setup: Setup) -> list[Part]:
    words, district = request.words, request.district
    named = words.listed([acting_name(seat, words) for seat in setup.chairs]) if setup.chairs else words("nobody-yet")
    terms = words("meeting-body-terms", minutes=setup.length, chairs=named, days=setup.closes)
    quorum = f" {words('meeting-quorum-is', quorum=quorum_said(setup.quorum, words))}" if setup.quorum else ""
    known, ahead = "meeting-law-unknown" if setup.is_open is None else "meeting-law-yes", district.open_meeting_hours
    law = words("meeting-law-no") if setup.is_open is False else words(known, hours=ahead)
    read = [Note(words("meeting-law-public"))] if _is_public(request, setup) else []
    read += [Note(words("meeting-law-event"))] if _calendars(request, setup) else []
    return [Text(terms + quorum), Note(law), *read, Note(words("meeting-law-no-advice"))]


def _dates(request: Request, setup: Setup) -> list[Occasion]:
    off = school_days.off(request.session, request.district)
    return list(islice(setup.rhythm.occasions(setup.rhythm.first, off), SHOWN))


def _is_public(request: Request, setup: Setup) -> bool:
    return agenda.opens(request.session, setup.is_open, setup.committee)


def _calendars(request: Request, setup: Setup) -> list[Place]:
    """That a whole server sees, where it stands."""
    shown = setup.committee if _is_public(request, setup) else None
    return occasions.squares(request.session, shown) if shown is not None else []


def shows(request: Request, setup: Setup) -> str:
    """Whose meetings they are, who reads of them, who leads them, who is asked, and when."""
    public, squares = _is_public(request, setup), [place.id for place in _calendars(request, setup)]
    whose = (setup.committee.id if setup.committee else 0, setup.name, public, squares)
    role = _chosen(request, setup)
    apart = [[role]] if role is not None and role not in setup.chairs else []
    people = [[seat.id for seat in seats] for seats in (setup.chairs, setup.asked, *apart)]
    days = [str(one.day) for one in _dates(request, setup)]
    return f"{whose} {people} {is_small(request.session, setup)} {days}"


def _line(request: Request, setup: Setup, one: Occasion) -> str:
    words, zone, hour = request.words, request.district.zone, time.fromisoformat(setup.hour)
    when = words.moment(recurrence.at(one.named, hour, zone), zone)
    if one.day is None:
        return words("meeting-date-skipped", when=when)
    if one.day == one.named:
        return f"• {when}"
    return words("meeting-date-moved", when=when, to=words.moment(recurrence.at(one.day, hour, zone), zone))


fix = drafts.fixed_by(EDIT, "meeting.drop-body")
