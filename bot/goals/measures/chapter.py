"""The numbers, as a chapter of the goal's record."""

from __future__ import annotations

from bot.boundary import Part, Text
from bot.goals.measures import cards, figures
from bot.goals.measures.model import Measure, Point, all_of
from bot.goals.record.chapters import Chapter, Event, Reader, listed
from bot.texts import Words


def numbers(reader: Reader) -> Chapter:
    session, goal, words = reader.session, reader.goal, reader.words
    measure, points = session.get(Measure, goal.id), all_of(session, goal)
    parts: list[Part] = cards.about(goal, measure, words)
    events = list[Event]()
    if measure is not None:
        events.append(Event(reader.day(measure.set_at), cards.target(measure, words)))
    if points:
        parts.append(Text(cards.sentence(points, measure, words)))
        parts += listed(figures.line(point, words) for point in reversed(points))
        events.append(Event(points[0].day, words("record-first-number", value=_said(points[0], words))))
    if len(points) > 1:
        events.append(Event(points[-1].day, words("record-last-number", value=_said(points[-1], words))))
    return Chapter(words("measure-title"), tuple(parts), tuple(events))


def _said(point: Point, words: Words) -> str:
    return figures.said(point.value, point.of, words)
