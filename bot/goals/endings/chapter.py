"""How the goal ended, as a chapter of its record; each time, where it was reopened."""

from __future__ import annotations

from bot.boundary import Part
from bot.goals.endings import showing
from bot.goals.endings.model import endings_of
from bot.goals.record.chapters import Chapter, Event, Reader
from bot.people.cards import seat_title


def end(reader: Reader) -> Chapter:
    words, parts, events = reader.words, list[Part](), list[Event]()
    for one in endings_of(reader.session, reader.goal):
        outcome, seat = words(showing.OUTCOMES[one.outcome]), seat_title(one.seat, words)
        events.append(Event(reader.day(one.ended_at), words("record-ended", outcome=outcome, seat=seat)))
        if one.reopened_at is not None:
            events.append(Event(reader.day(one.reopened_at), words("record-reopened")))
        parts += showing.about(reader.session, one, words)
    return Chapter(words("record-end"), tuple(parts), tuple(events))
