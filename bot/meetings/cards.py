"""How meetings look. All of it is private to those who read what is written about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot import actions
from bot.actions import Action
from bot.boundary import Button, Buttons, Note, Part, Text, in_a_line
from bot.meetings.model import (
    Kind,
    Meeting,
    Offer,
    Series,
    last_meeting,
    readers,
)
from bot.meetings.written import Item, items_of
from bot.payloads import Row
from bot.people import model as people
from bot.people.cards import acting_name, seat_title
from bot.texts import Words

SOURCE = "meetings"  # of actions; their number is that of a series
HOW = {
    "person": "meeting-how-person",
    "phone": "meeting-how-phone",
    "video": "meeting-how-video",
    "person-interpreter": "meeting-how-person-interpreter",
    "phone-interpreter": "meeting-how-phone-interpreter",
}
FEW = 5  # lines of a sort in the day's message


def whom(series: Series, words: Words, reader: people.Member | None) -> str:
    """ "Rosa Delgado, the PTA liaison, Lincoln"; to nobody in particular all of them. Others by their name."""
    if not series.is_pair:
        return series.name
    own = {seat.id for seat in series.seats if reader and seat.acting_id == reader.id}
    shown = [seat for seat in series.seats if seat.id not in own] or series.seats
    return words.listed([named(seat, words) for seat in shown])


def named(seat: people.Seat, words: Words) -> str:
    """ "Rosa Delgado (the PTA liaison, Lincoln)" """
    return words("meeting-whom", name=acting_name(seat, words), seat=seat_title(seat, words))


def how(series: Series, words: Words) -> str:
    """As a sentence; a body's place or link as it was written."""
    return f"{words(HOW[series.how])}." if series.how in HOW else series.how


def when(meeting: Meeting, words: Words) -> str:
    return words.moment(meeting.at, meeting.series.zone)


# One series ------------------------------------------------------------------------------------------------------


def next_line(meeting: Meeting, words: Words) -> str:
    """Of two of whom one side is vacant, that nobody comes."""
    if meeting.series.lacks_a_side:
        return words("meeting-nobody-comes")
    return date_line(meeting, words)


def date_line(meeting: Meeting, words: Words) -> str:
    where = how(meeting.series, words)
    said = words("meeting-next", when=when(meeting, words), minutes=meeting.length)
    return f"{said} {where}".strip()


def offered(offer: Offer, words: Words, reader: people.Member, now: datetime) -> list[Part]:
    """To those who ask, that it waits."""
    if offer.seat.acting_id != reader.id:
        return asks(offer, words, now)
    said = words.either([words.moment(at, offer.series.zone) for at in offer.moments])
    back = Button(words("meeting-take-back"), "meeting.take-back", str(offer.id))
    others = words.listed([acting_name(seat, words) for seat in offer.series.others(offer.seat)])
    parts: list[Part] = [Text(words("meeting-offer-waits", name=others, times=said))]
    if all(at <= now for at in offer.moments):
        parts = [Text(words("meeting-offer-past", name=others, times=said))]
    return [*parts, Buttons((back,))]


def asks(offer: Offer, words: Words, now: datetime | None = None) -> list[Part]:
    """To those who are asked, with a button for each time, if `now` is known only for those to come."""
    series, name = offer.series, acting_name(offer.seat, words)
    fresh = [(number, at) for number, at in enumerate(offer.moments, 1) if now is None or at > now]
    picks = [
        Button(words.moment(at, series.zone), "meeting.pick", str(Row(offer.id, str(number))), "main")
        for number, at in fresh
    ]
    neither = Button(words("meeting-neither"), "meeting.neither", str(offer.id))
    asked = words("meeting-offer-asks-once", name=name)
    if offer.meeting_id is None:
        terms = terms_line(series.length, series.often, series.how, words)
        asked = words("meeting-offer-asks", name=name, seat=seat_title(offer.seat, words), terms=terms)
    return [Text(asked), Buttons((*picks, neither))]


def terms_line(minutes: int, often: str, how: str, words: Words) -> str:
    """ "20 minutes, once a month, by phone" """
    return words("meeting-terms", minutes=minutes, often=words(OFTEN[often]), how=words(HOW[how]))


OFTEN = {"month": "meeting-often-month", "two-weeks": "meeting-often-two-weeks", "week": "meeting-often-week"}


def offer_button(series: Series, words: Words, tone: str = "main") -> Button:
    return Button(words("meeting-offer-times"), "meeting.offer", str(series.id), tone)


def add_button(series: Series, words: Words, tone: str = "") -> Button:
    return Button(words("meeting-add"), "meeting.add", str(series.id), tone)


def show_button(series: Series, words: Words) -> Button:
    return Button(words("meeting-see"), "meeting.show", str(series.id))


def note_buttons(meeting: Meeting, words: Words) -> Buttons:
    if meeting.series.kind is Kind.BODY:
        desk = Button(words("meeting-minutes-do"), "meeting.outcomes", str(meeting.id), "main")
        return Buttons((desk, Button(words("meeting-did-not"), "meeting.did-not", str(meeting.id))))
    write = Button(words("meeting-write-down"), "meeting.note", str(meeting.id), "main")
    return Buttons((write, Button(words("meeting-did-not"), "meeting.did-not", str(meeting.id))))


# What is written about it ----------------------------------------------------------------------------------------


def promises(session: Session, series: Series) -> list[Action]:
    """What is still to be done, and what was answered since the last time but one."""
    last = last_meeting(session, series)
    every = actions.of(session, (SOURCE, series.id))
    return [one for one in every if one.is_open or one.state is actions.State.ASKED or _is_news(one, last)]


def _is_news(action: Action, last: Meeting | None) -> bool:
    return last is None or (action.answered_at is not None and action.answered_at > last.at)


def topic(item: Item, words: Words) -> str:
    """As it was written; or that it was withdrawn, where it came from."""
    return item.text or words("meeting-topic-withdrawn")


def item_line(item: Item, words: Words) -> Part:
    text = topic(item, words)
    text = words("meeting-topic-minutes", text=text, minutes=item.minutes) if item.minutes else text
    if item.carried:
        return Text(words("meeting-topic-carried", name=item.member.name, text=text, count=item.carried))
    return Text(words("meeting-topic", name=item.member.name, text=text))


def item_groups(found: Sequence[Item], words: Words) -> list[list[Part]]:
    """Those of the consent agenda apart, and how long all of it takes where that is known."""
    consent, others = [one for one in found if one.consent], [one for one in found if not one.consent]
    groups = [[item_line(one, words)] for one in others]
    if consent:
        groups += [[Text(words("meeting-consent"))], *([item_line(one, words)] for one in consent)]
    minutes = sum(one.minutes or 0 for one in found)
    return [*groups, [Note(words("meeting-minutes-together", minutes=minutes))]] if minutes else groups


def agenda(session: Session, series: Series, words: Words) -> list[Part]:
    """In a few lines, for the day's message to its readers: what was promised, and what is to be talked about."""
    theirs = readers(session, series)
    promised = [one for one in promises(session, series) if one.audience.covers(session, theirs)]
    items = [one for one in items_of(session, series) if one.audience.covers(session, theirs)]
    lines = [actions.line(one, words) for one in promised[:FEW]]
    lines += [words("meeting-topic", name=one.member.name, text=in_a_line(topic(one, words))) for one in items[:FEW]]
    return [Text("\n".join(lines))] if lines else []
