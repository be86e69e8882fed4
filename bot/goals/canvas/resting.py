"""A canvas that nobody goes on with. After two quiet weeks of school its two co-chairs are asked once; after two more
it ends, and all who had a part in it are told. What was written stays, and the two can take it up again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Answer, Button, Buttons, Note, Part, Private, Text
from bot.goals import cards, consenting, keeping_time
from bot.goals.canvas.model import LOOK, Canvas, of, under_way
from bot.goals.model import Goal, Status, to_change
from bot.goals.rounds.model import Scope, Theme, bind
from bot.people import model as people
from bot.people import school_days
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

QUIET = 10  # school days without a sign until they are asked, and as many more until it ends
ASKED, ENDED, BROUGHT = "canvas-rests", "canvas-ended", "canvas-ended-brought"  # notices


def begin(session: Session, canvas: Canvas, now: datetime) -> None:
    canvas.hear(now)
    timetable.set_due(session, LOOK, canvas.goal_id, _until(session, canvas))


def _until(session: Session, canvas: Canvas) -> datetime:
    """When they are asked; once they were, when it ends."""
    return school_days.due(session, canvas.goal.district, canvas.asked_at or canvas.heard_at, QUIET)


def look(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable."""
    goal, now = to_change(session, subject), context.now(session)
    canvas = of(goal) if goal is not None else None
    if goal is None or canvas is None or goal.status is not Status.DRAFT:
        return
    until = _until(session, canvas)
    if now < until:
        timetable.set_due(session, LOOK, goal.id, until)
    elif canvas.asked_at is None:
        canvas.asked_at = now
        timetable.set_due(session, LOOK, goal.id, _until(session, canvas))
        consenting.tell_leaders(session, ASKED, goal, now)
    else:
        _end(session, goal, now)


def _end(session: Session, goal: Goal, now: datetime) -> None:
    goal.status, goal.closed_at = Status.CLOSED, now
    keeping_time.set_free(session, goal)
    consenting.tell_leaders(session, ENDED, goal, now)
    until = school_days.due(session, goal.district, now, consenting.LONG)
    for member_id in sorted(_who_brought(goal)):
        notices.tell(session, member_id, BROUGHT, goal.id, now, until)


def _who_brought(goal: Goal) -> set[int]:
    """But for the two who led it."""
    found = {one.seat.acting_id for one in goal.positions if one.brings} - {seat.acting_id for seat in goal.leaders}
    return {one for one in found if one is not None}


# Going on --------------------------------------------------------------------------------------------------------


def left(session: Session, theme: Theme) -> Canvas | None:
    """The last of the theme, where it ended this way and the same two lead."""
    newest = select(Canvas).where(Canvas.theme_id == theme.id).order_by(Canvas.goal_id.desc()).limit(1)
    canvas = session.scalars(newest).unique().first()
    if canvas is None or theme.round is None or not canvas.is_left:
        return None
    same = {seat.id for seat in canvas.goal.leaders} == {seat.id for seat in theme.round.leading}
    return canvas if same else None


def go_on(request: Request, goal: Goal) -> Answer:
    """Also once it has ended, while no other goal is made of the same title."""
    canvas = of(goal)
    if canvas is None:
        raise Refusal.saying(request.words("gone"))
    if canvas.is_left:
        locked(request.session, Theme, canvas.theme_id)
        if canvas.theme.scope is not Scope.SHARED or under_way(request.session, canvas.theme) is not None:
            raise Refusal.saying(request.words("goal-not-now"))
        take_up(request.session, canvas, request.now)
    elif goal.status is Status.DRAFT:
        canvas.hear(request.now)
    return Private(cards.for_member(goal, request.member, request.words))


def take_up(session: Session, canvas: Canvas, now: datetime) -> None:
    canvas.goal.status, canvas.goal.closed_at = Status.DRAFT, None
    bind(session, canvas.theme, canvas.goal)
    begin(session, canvas, now)


# How it looks ----------------------------------------------------------------------------------------------------


def asks(session: Session, canvas: Canvas, words: Words) -> list[Part]:
    """Once they were asked, and until it ends."""
    if canvas.asked_at is None:
        return []
    zone, id = canvas.goal.district.zone, str(canvas.goal_id)
    since, until = words.day(canvas.heard_at, zone), words.moment(_until(session, canvas), zone)
    said = Text(words("canvas-rests", title=canvas.goal.line, since=since, until=until))
    on, end = Button(words("canvas-go-on"), "canvas.go-on", id, "main"), words("canvas-let-end")
    return [said, Buttons((on, Button(end, "goal.take-back", id)))]


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    canvas = of(goal) if goal is not None and goal.status is Status.DRAFT else None
    return canvas is not None and canvas.asked_at is not None and canvas.goal.is_proposed_by(member)


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    return asks(session, session.get_one(Canvas, subject), words)


def has_ended(session: Session, member: people.Member, subject: int) -> bool:
    canvas = session.get(Canvas, subject)
    return canvas is not None and canvas.is_left and canvas.goal.is_proposed_by(member)


def show_ended(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    again = Button(words("canvas-take-up"), "canvas.go-on", str(goal.id), "main")
    see = Button(words("goal-see"), "goal.show", str(goal.id))
    return [Text(words("canvas-ended", title=goal.line)), Buttons((again, see))]


def had_brought(session: Session, member: people.Member, subject: int) -> bool:
    canvas = session.get(Canvas, subject)
    return canvas is not None and canvas.is_left and member.id in _who_brought(canvas.goal)


def show_brought(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    said = words("canvas-ended-brought", title=goal.line, leaders=cards.leaders(goal, words))
    return [Text(said), Note(words("canvas-ended-kept")), cards.see(words("goal-see"), goal, words, "")]
