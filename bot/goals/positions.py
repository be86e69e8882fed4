"""What each seat says to a goal, in words."""

from __future__ import annotations

from sqlalchemy.orm import object_session

from bot.boundary import Part, Quote, Text
from bot.goals import rules
from bot.goals.model import Answer, Goal, Position
from bot.people import model as people
from bot.people import seats
from bot.people.cards import acting_name, seat_title, signature
from bot.texts import Words


def shown(goal: Goal, words: Words, *, reasons: bool) -> list[Part]:
    """What each seat says, and who talks about a block; why, only the seat that proposed it reads, or all where the
    leaders of a group chose that."""
    lines = [line for one in goal.positions for line in (in_words(one, words), who_talks(one, words)) if line]
    parts: list[Part] = [Text("\n".join(lines))]
    for one in goal.positions:
        if one.reason and (reasons or one.shared):
            name = "goal-reason-shared" if one.shared else "goal-reason"
            parts += [Text(words(name, seat=seat_title(one.seat, words))), Quote(one.reason)]
    return parts


def who_talks(one: Position, words: Words) -> str:
    """About a block, and by when; of a group that decided, that its reasons stay with it."""
    if one.talk_by is None or one.answer is not Answer.BLOCK:
        return ""
    names = [acting_name(seat, words) for seat in who_should_talk(one)]
    day = words.day(one.talk_by, one.goal.district.zone)
    own = one.place_id is not None and not one.shared
    if own:
        return words("goal-block-group", group=one.seat.group.name, one=names[0], other=names[1], day=day)
    return words("goal-block", one=names[0], other=names[1], day=day)


def who_should_talk(one: Position) -> tuple[people.Seat, people.Seat]:
    """About a block: its seat, and the first of the goal's seats that somebody else acts for."""
    others = [one.goal.seat, *(other.seat for other in one.goal.asked)]
    return one.seat, next((seat for seat in others if seat.acting_id != one.seat.acting_id), one.goal.seat)


def in_words(one: Position, words: Words) -> str:
    seat = seat_title(one.seat, words)
    session = object_session(one)
    if one.seat.acting is None and one.waits and session is not None:
        return words("goal-vacant", seat=seat, names=words.either(rules.fills(session, one.seat, words)))
    if one.waits and one.place is not None:
        return words("goal-position-decides", group=one.seat.group.name)
    if one.waits:
        return words("goal-position-waits", seat=seat)
    said = words("goal-position", answer=one.answer.value if one.answer else "")
    if one.place_id is not None:
        return words("goal-position-group", group=one.seat.group.name, said=said)
    if one.met_on:
        said = words("goal-position-met", said=said, day=one.met_on, item=one.item)
    return words("goal-position-line", seat=seat, name=_who_said(one, words), said=said)


def _who_said(one: Position, words: Words) -> str:
    """Both names where a deputy answered."""
    session = object_session(one)
    if one.member is None or one.answered_at is None or session is None:
        return words("nobody-yet")
    return signature(one.member, seats.holder_at(session, one.seat, one.answered_at), words)
