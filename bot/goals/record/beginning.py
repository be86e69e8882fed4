"""Chapters of the goal itself: what it is, who decided what and why, the team then and now."""

from __future__ import annotations

from datetime import datetime

from bot.boundary import Part, Quote, Text
from bot.goals import cards, positions
from bot.goals.canvas import model as canvases
from bot.goals.model import Goal, Position
from bot.goals.record.chapters import Chapter, Event, Reader, listed
from bot.goals.team.model import OpenSeat, of_team
from bot.people import seats
from bot.people.cards import acting_name, seat_title


def goal(reader: Reader) -> Chapter:
    goal, words = reader.goal, reader.words
    seat = seat_title(goal.seat, words)
    happened = [(goal.proposed_at, words("record-proposed", seat=seat))]
    for at, name in ((goal.agreed_at, "record-agreed"), (goal.talk_at, "record-talk"), (goal.told_at, "record-told")):
        if at is not None:
            happened.append((at, words(name)))
    begin = Text(words("goal-from", seat=cards.leaders(goal, words), count=goal.heard))
    canvas = canvases.of(goal)
    beyond = cards.canvas_lines(canvas, words) if canvas else []  # where it began, what each group brings
    parts = (begin, *cards.lines(goal.line, goal.lines, words), *beyond, *cards.in_words(goal, words, reader.member))
    return Chapter(words("record-goal"), parts, tuple(Event(reader.day(at), line) for at, line in happened))


def decisions(reader: Reader) -> Chapter:
    """What each seat said. Why, those read to whom that was promised: the seat that proposed it, and the one that said
    so; all, where the leaders of a group chose that."""
    goal, words = reader.goal, reader.words
    parts: list[Part] = []
    for one in goal.positions:
        parts.append(Text(positions.in_words(one, words)))
        if one.reason and _may_read_why(reader, one):
            parts += [Text(words("goal-reason", seat=seat_title(one.seat, words))), Quote(one.reason)]
    if goal.changed and goal.before:
        parts += [Text(words("record-before")), Quote("\n".join(goal.before))]
    return Chapter(words("record-decisions"), tuple(parts))


def _may_read_why(reader: Reader, position: Position) -> bool:
    own = position.seat.acting_id == reader.member.id
    return position.shared or own or reader.goal.is_proposed_by(reader.member)


def team(reader: Reader) -> Chapter:
    goal, words = reader.goal, reader.words
    then = goal.agreed_at or goal.proposed_at
    lines = [_member(reader, goal, one, then) for one in goal.positions]
    lines += [_appointed(reader, place) for place in of_team(reader.session, goal) if place.worker is not None]
    return Chapter(words("record-team"), tuple(listed(lines)))


def _member(reader: Reader, goal: Goal, one: Position, moment: datetime) -> str:
    words, seat = reader.words, seat_title(one.seat, reader.words)
    before = one.member or seats.holder_at(reader.session, one.seat, moment)
    then, now = before.name if before else words("nobody-yet"), acting_name(one.seat, words)
    if then == now:
        return words("record-member", seat=seat, name=now)
    return words("record-member-changed", seat=seat, then=then, now=now)


def _appointed(reader: Reader, place: OpenSeat) -> str:
    """By their group, once they said yes themselves; of a goal that goes on while they are of it."""
    words, name = reader.words, place.worker.name if place.worker else reader.words("nobody-yet")
    if place.by is None:
        return words("record-appointed", group=place.group.name, name=name)
    return words("record-appointed-by", group=place.group.name, name=name, seat=seat_title(place.by, words))
