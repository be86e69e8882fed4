"""You said, and this comes of it: once a goal is agreed, those who spoke are told, some at a time and inside the
district's hours."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, or_, select, update
from sqlalchemy.orm import Session

from bot import forms, timetable
from bot.authors import in_no_order
from bot.boundary import Answer, Button, Buttons, Form, Heading, Message, Note, Part, Private, Quote, Text, TextField
from bot.goals import authors, building
from bot.goals.concerns import Concern, in_steps, spoken
from bot.goals.model import LINE_MOST, Goal, Status, count, to_change
from bot.people import hours
from bot.people.cards import seat_title
from bot.previews import Preview
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Words

DUE = "goal.tell"  # the name under which the timetable tells them
FORM, WORD = "goal.word", "word"
AT_ONCE = 20  # authors who are told in one transaction


def look_over(request: Request, goal: Goal) -> Answer:
    return _preview(request, goal).answer()


def _preview(request: Request, goal: Goal) -> Preview:
    """What goes to them, before it does."""
    _refuse_unless_agreed(request, goal)
    words = request.words
    parts: list[Part] = [
        Heading(words("question-preview-title")),
        Text(words("goal-tell-whom", count=in_steps(count(request.session, spoken_of(goal))))),
        Quote(words("goal-tell-says", goal=goal.change)),
        *_word(goal, words),
        Note(words("goal-tell-means")),
    ]
    add = Button(words("goal-tell-change" if goal.word else "goal-tell-add"), "goal.word", str(goal.id))
    return Preview(parts, words("goal-tell-now"), "goal.tell-now", str(goal.id), (add,), goal.word_seat_id)


def _word(goal: Goal, words: Words) -> list[Part]:
    if not goal.word:
        return []
    return [Text(words("concern-said-word", seat=seat_title(goal.word_from, words))), Quote(goal.word)]


def ask_for_word(request: Request, goal: Goal) -> Answer:
    _refuse_unless_agreed(request, goal)
    words = request.words
    field = TextField(WORD, words("goal-word-label"), words("goal-word-hint"), goal.word, LINE_MOST, optional=True)
    return Form(FORM, words("goal-word-title"), words("question-form-submit"), words("cancel"), (field,), str(goal.id))


def add_word(request: Request, goal: Goal) -> Answer:
    _refuse_unless_agreed(request, goal)
    word = request.given(WORD)
    if len(word) > LINE_MOST:
        wrong = request.words("goal-wrong-long", count=len(word), most=LINE_MOST)
        return forms.refused(request, {WORD: wrong}, "goal.word", WORD)
    own = (seat for seat in goal.leaders if seat.acting_id == request.member.id)
    goal.word, goal.word_seat = word, next(own, None) if word else None
    request.session.flush()
    return look_over(request, goal)


def tell(request: Request, goal: Goal) -> Answer:
    """As it was looked over, or it is shown once more."""
    session, now = request.session, request.now
    if goal.told_at is None:
        if again := _preview(request, goal).once_more(request):
            return again
        goal.told_at = now
        session.execute(
            update(Concern).where(Concern.id.in_(to_tell(goal))).values(told_id=goal.id),
            execution_options={"synchronize_session": "fetch"},
        )
        at = hours.of_district(goal.district).next(now, goal.district.zone)
        timetable.set_due(session, DUE, goal.id, at)
    next_ones = building.tell(session, goal, request.member, request.words)
    told = Text(request.words("goal-told"))
    return Private(Message((told, *([Buttons(tuple(next_ones))] if next_ones else []))))


def spoken_of(goal: Goal) -> Select[Concern]:
    """By the proposer's group there; of a goal that two lead, those of all groups who raised it."""
    if goal.co_seat_id is None:
        return spoken(goal.seat)
    there = (Concern.goal_id == goal.id, Concern.is_shown, Concern.told_id.is_(None))
    return select(Concern).where(*there).order_by(Concern.id)


def to_tell(goal: Goal) -> Select[int]:
    """Numbers of the concerns whose authors are told of the goal: those that it is made of among them, though they were
    told of another before."""
    fresh = spoken_of(goal).with_only_columns(Concern.id).order_by(None)
    shown = (~Concern.taken_back, Concern.hidden == "")
    return select(Concern.id).where(or_(Concern.id.in_(fresh), Concern.goal_id == goal.id), *shown)


def waits(session: Session, goal: Goal) -> bool:
    """It was agreed, and somebody spoke who was not told yet."""
    if goal.status is not Status.AGREED or goal.told_at is not None:
        return False
    return session.scalar(to_tell(goal).limit(1)) is not None


def _refuse_unless_agreed(request: Request, goal: Goal) -> None:
    if goal.status is not Status.AGREED or goal.told_at is not None:
        raise Refusal.saying(request.words("goal-not-now"))


def tell_some(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: the next of them."""
    goal, now = to_change(session, subject), context.now(session)
    if goal is None:
        return
    theirs = select(Concern).where(Concern.told_id == goal.id, Concern.id > goal.told, ~Concern.taken_back)
    some = session.scalars(theirs.order_by(Concern.id).limit(AT_ONCE)).all()
    for concern in in_no_order(some):
        authors.tell(session, concern, now)
    if some:
        goal.told = some[-1].id
    if len(some) == AT_ONCE:
        timetable.set_due(session, DUE, goal.id, now)
