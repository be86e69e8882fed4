"""What was tried, as a chapter of the goal's record."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from bot.boundary import Part, in_a_line
from bot.goals.cycles import cards, model
from bot.goals.model import Goal
from bot.goals.record.chapters import Chapter, Event, Reader


def tests(reader: Reader) -> Chapter:
    words, parts, events = reader.words, list[Part](), list[Event]()
    for one in model.cycles(reader.session, reader.goal):
        parts += cards.about(one, words)[1:]  # without a heading of its own
        events.append(Event(reader.day(one.planned_at), words("record-tried", what=in_a_line(one.text))))
        if one.ended_at is not None and one.outcome is not None:
            events.append(Event(reader.day(one.ended_at), words(cards.OUTCOMES[one.outcome])))
    return Chapter(words("record-tests"), tuple(parts), tuple(events))


def begun(session: Session, goal: Goal) -> list[date]:
    """The days on which something new was tried."""
    return [model.today(goal, one.planned_at) for one in model.cycles(session, goal)]
