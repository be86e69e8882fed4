"""What somebody can do next on the way from what gets in the way to a goal of which people are told, for the first line
of their home card; and how far those with whom they work have come."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, or_, select

from bot.boundary import Button, in_a_line
from bot.feature import Stage, Step
from bot.goals import calling, concerns, reading, rules, telling
from bot.goals.concerns import Call, spoken
from bot.goals.model import Goal, Position, Status, count
from bot.payloads import Shown
from bot.people import boards
from bot.people import model as people
from bot.people.model import Seat
from bot.request import Request

UNDER_WAY = (Status.PROPOSED, Status.AGREED)


def step(request: Request) -> Step | None:
    """The one that is furthest."""
    return max(_steps(request), key=lambda one: one.stage, default=None)


def _steps(request: Request) -> Iterator[Step]:
    yield from _of_goals(request)
    callers = rules.callers(request.session, request.member)
    for seat in callers:
        yield from _of_caller(request, seat)
    if not callers:
        yield from _asked(request)


def _of_goals(request: Request) -> Iterator[Step]:
    words, seats = request.words, [seat.id for seat in people.seats_of(request.session, request.member)]
    theirs = select(Goal).join(Position).where(Position.seat_id.in_(seats), Goal.status.in_(UNDER_WAY))
    for goal in request.session.scalars(theirs.order_by(Goal.id)).unique() if seats else ():
        short, mine = in_a_line(goal.change), goal.of(request.member)
        if goal.is_proposed_by(request.member) and telling.waits(request.session, goal):
            yield Step(Stage.TELL, words("goal-home-to-tell", goal=short), tell(goal, request))
        if goal.is_open and any(one.waits for one in goal.answered_by(request.member)):
            yield Step(Stage.START, words("goal-home-asked", goal=short), answer(goal, request))
        elif goal.first_at and not goal.talk_at and any(one.times is None for one in mine):
            pick = Button(words("path-pick-time"), "goal.show", str(Shown(goal.id, words.language)))
            yield Step(Stage.START, words("path-times", goal=short), pick)


def tell(goal: Goal, request: Request) -> Button:
    return Button(request.words("goal-tell"), "goal.tell", str(goal.id), "main")


def answer(goal: Goal, request: Request) -> Button:
    words = request.words
    return Button(words("goal-home-read"), "goal.show", str(Shown(goal.id, words.language)), "main")


def _of_caller(request: Request, seat: Seat) -> Iterator[Step]:
    """From a question to one's own group to a goal."""
    session, words = request.session, request.words
    if new := reading.unread(session, seat):
        yield Step(Stage.START, words("concern-new", count=new), reading.button(new, words))
        return
    goals = select(Goal.id).where(Goal.seat_id == seat.id, Goal.status.in_(UNDER_WAY)).limit(1)
    if session.scalar(goals) is not None:
        return
    if said := count(session, spoken(seat)):
        names = [one.acting.name for one in rules.consenting(session, seat)[0] if one.acting]
        line = words("path-pick", count=said, names=words.listed(names)) if names else words("concern-new", count=said)
        yield Step(Stage.START, line, reading.button(said, words))
    elif calling.opened(session, seat) is None:
        yield Step(Stage.LISTEN, words("concern-call-line", kind=seat.group.kind.value), ask(seat, request))


def ask(seat: Seat, request: Request) -> Button:
    return Button(request.words("concern-call"), "concern.call", str(seat.id), "main")


def _asked(request: Request) -> Iterator[Step]:
    """By the seat of their group, while that is open."""
    if not boards.is_asked(request.session, request.member):
        return
    if _calls(request, Call.closed_at.is_(None)) and not concerns.has_written(request.session, request.member):
        button = Button(request.words("concern-write"), "concern.write-at-once")
        yield Step(Stage.LISTEN, request.words("path-asked"), button)


def reached(request: Request) -> Stage | None:
    """A goal was agreed where they work, or at least their group was asked there."""
    here = or_(Goal.building_id.is_(None), Goal.building_id == request.member.building_id)
    if request.member.building_id is None:
        here = Goal.id > 0
    theirs = (Goal.district_id == request.member.district_id, Goal.status == Status.AGREED, here)
    if request.session.scalar(select(Goal.id).where(*theirs).limit(1)) is not None:
        return Stage.START
    return Stage.LISTEN if _calls(request) else None


def _calls(request: Request, *those: ColumnElement[bool]) -> bool:
    """Whether a seat of their group asked it, where they are."""
    here = (Seat.group_id == request.member.group_id, Seat.building_id == request.member.building_id)
    asks = select(Call.id).join(Seat, Call.seat_id == Seat.id).where(*here, *those)
    return request.session.scalar(asks.limit(1)) is not None
