"""Each seat that is asked says what it thinks of a goal, and may say otherwise until all agree. It is agreed once every
seat does, or can live with it. Who is silent is reminded once; then it ends, kindly, and can be proposed again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms, notices, timetable
from bot.boundary import Answer, Form, Message, Part, Private, Text, TextField
from bot.goals import cards
from bot.goals.cards import Answered
from bot.goals.model import DAYS, REASON_MOST, YES, Goal, Position, Status, made_of, to_change
from bot.goals.model import Answer as Says
from bot.people import model as people
from bot.people import school_days
from bot.people.audiences import Audience, of_group
from bot.people.cards import seat_title
from bot.people.seats import SeatChange
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Words

LOOK, AGAIN = "goal.look", "goal.again-in-time"  # names under which the timetable looks who is silent, and asks again
ASKED, TOLD, AGREED, ENDED = "goal-asked", "goal-told", "goal-agreed", "goal-ended"  # notices
FORM, REASON = "goal.reason", "reason"
LONG = 20  # school days in which somebody can be told
WITH_REASON = {Says.CONCERN: "goal-reason-concern", Says.BLOCK: "goal-reason-block"}  # titles of the form


def due(session: Session, district: people.District, now: datetime) -> datetime:
    return school_days.due(session, district, now, DAYS)


def tell(session: Session, seat: people.Seat, name: str, goal: Goal, now: datetime) -> None:
    """The person who acts for it."""
    if seat.acting_id is not None:
        notices.tell(session, seat.acting_id, name, goal.id, now, school_days.due(session, goal.district, now, LONG))


# Asking ----------------------------------------------------------------------------------------------------------


def ask(session: Session, goal: Goal, now: datetime) -> None:
    """The seats that have not answered."""
    goal.due_at, goal.reminded = due(session, goal.district, now), False
    look_later(session, goal)
    for one in goal.asked:
        if one.waits:
            tell(session, one.seat, ASKED, goal, now)


def look_later(session: Session, goal: Goal) -> None:
    timetable.forget(session, LOOK, goal.id)
    timetable.set_due(session, LOOK, goal.id, goal.due_at)


# Answering -------------------------------------------------------------------------------------------------------


def answer(request: Request, goal: Goal) -> Answer:
    """A reason is asked for where there should be one."""
    says = _said(request, goal)
    if isinstance(says, Private):
        return says
    if says not in WITH_REASON:
        return _keep(request, goal, says, "")
    words = request.words
    label, hint = words("goal-reason-label"), words("goal-reason-hint")
    mine = goal.of(request.member)[0]
    typed = mine.reason if mine.answer is says else ""
    field = TextField(REASON, label, hint, typed, REASON_MOST, long=True)
    title, submit = words(WITH_REASON[says]), words("question-answer-submit")
    return Form(FORM, title, submit, words("cancel"), (field,), request.about)


def give_reason(request: Request, goal: Goal) -> Answer:
    says, words, reason = _said(request, goal), request.words, request.given(REASON)
    if isinstance(says, Private):
        raise Refusal(says.message)
    if not reason or len(reason) > REASON_MOST:
        wrong = words("goal-wrong-reason", most=REASON_MOST)
        return forms.refused(request, {REASON: wrong}, "goal.answer", REASON)
    return _keep(request, goal, says, reason)


def _said(request: Request, goal: Goal) -> Says | Private:
    """What the button says; where it no longer fits the goal: how that is now."""
    pressed, words = request.payload(Answered), request.words
    if pressed.answer not in {one.value for one in Says}:
        raise Refusal.saying(words("gone"))
    if goal.is_open and pressed.version == goal.version:
        return Says(pressed.answer)
    why = "goal-wording-changed" if goal.is_open else "goal-not-now"
    now = cards.for_member(goal, request.member, words)
    return Private(Message((Text(words(why)), *now.parts)))


def _keep(request: Request, goal: Goal, says: Says, reason: str) -> Answer:
    session, now, words = request.session, request.now, request.words
    for one in goal.of(request.member):
        one.answer, one.reason, one.member, one.answered_at = says, reason, request.member, now
        one.again_at = due(session, goal.district, now) if says is Says.MORE_TIME else None
    if says is Says.MORE_TIME:
        _ask_again_later(session, goal, now)
    if says not in YES:
        tell(session, goal.seat, TOLD, goal, now)
    elif goal.is_agreed_to:
        agree(session, goal, now)
    return Private(Message(tuple(_thanks(goal, request.member, says, words))))


def _thanks(goal: Goal, member: people.Member, says: Says, words: Words) -> list[Part]:
    zone, mine = goal.district.zone, goal.of(member)[0]
    said = words("goal-noted", said=words("goal-position", answer=says.value))
    if mine.again_at:
        said = words("goal-noted-again", when=words.moment(mine.again_at, zone))
    if says in WITH_REASON:
        said = words("goal-noted-reason", seat=seat_title(goal.seat, words))
    if goal.status is Status.AGREED:
        said = words("goal-noted-agreed")
    parts: list[Part] = [Text(said)]
    if says in YES and goal.first_at and not goal.talk_at:
        parts += cards.times(goal, words)
    else:
        parts.append(cards.see(words("goal-see"), goal, words, ""))
    return parts


def agree(session: Session, goal: Goal, now: datetime) -> None:
    """All do: everybody of their groups in the building may read it from now on, as the preview said."""
    goal.status, goal.agreed_at = Status.AGREED, now
    groups = [of_group(one.seat.group, goal.building) for one in goal.positions]
    goal.audience = Audience(goal.audience.clauses.union(*(group.clauses for group in groups)))
    if begun := made_of(session, goal):
        begun.become(goal)
    for do in (LOOK, AGAIN):
        timetable.forget(session, do, goal.id)
    for one in goal.positions:
        tell(session, one.seat, AGREED, goal, now)


# Keeping time ----------------------------------------------------------------------------------------------------


def _ask_again_later(session: Session, goal: Goal, now: datetime) -> None:
    at = due(session, goal.district, now)
    timetable.set_due(session, AGAIN, goal.id, at)
    goal.due_at = max(goal.due_at, due(session, goal.district, at))
    look_later(session, goal)


def ask_again(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: those who wanted more time have had it."""
    goal, now = to_change(session, subject), context.now(session)
    if goal is None or not goal.is_open:
        return
    for one in goal.asked:
        if one.answer is Says.MORE_TIME and one.again_at and one.again_at <= now:
            one.answer, one.again_at = None, None
            tell(session, one.seat, ASKED, goal, now)


def look(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: who is silent is reminded once; where nobody can go on, it ends."""
    goal, now = to_change(session, subject), context.now(session)
    if goal is None or not goal.is_open:
        return
    silent = [one for one in goal.asked if one.waits]
    if goal.reminded:
        return close(session, goal, now)
    goal.reminded, goal.due_at = True, due(session, goal.district, now)
    look_later(session, goal)
    for one in silent:
        tell(session, one.seat, ASKED, goal, now)
    if not silent:  # it is for its proposer to go on
        tell(session, goal.seat, TOLD, goal, now)
    return None


def close(session: Session, goal: Goal, now: datetime) -> None:
    goal.status, goal.closed_at = Status.CLOSED, now
    if begun := made_of(session, goal):
        begun.goal_id = None  # another can be made of it
    timetable.forget(session, AGAIN, goal.id)
    tell(session, goal.seat, ENDED, goal, now)


def seat_changed(session: Session, change: SeatChange) -> None:
    """What was said for the seat stands; what waits for it, its new people are told."""
    if change.after is None:
        return
    now = context.now(session)
    theirs = select(Position).join(Goal).where(Position.seat_id == change.seat.id, Position.answer.is_(None))
    for one in session.scalars(theirs.where(Goal.status == Status.PROPOSED).order_by(Position.goal_id)).all():
        if one.seat_id != one.goal.seat_id:
            tell(session, one.seat, ASKED, one.goal, now)


# What they are told ------------------------------------------------------------------------------------------------


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    return goal is not None and goal.is_open and any(one.waits for one in goal.of(member))


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    return [*cards.about(goal, words), *cards.positions(goal, words, reasons=False), *cards.asked(goal, words)]


def has_heard(session: Session, member: people.Member, subject: int) -> bool:
    """Its proposer, while somebody does not agree."""
    goal = session.get(Goal, subject)
    waits = goal is not None and any(one.answer not in (*YES, None) for one in goal.asked)
    return goal is not None and waits and goal.is_open and goal.is_proposed_by(member)


def show_heard(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    said = Text(words("goal-heard", goal=cards.short(goal.change)))
    return [said, *cards.positions(goal, words, reasons=True), cards.see(words("goal-see"), goal, words)]


def is_of_team(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    theirs = goal is not None and any(one.seat.acting_id == member.id for one in goal.positions)
    return goal is not None and theirs and goal.status is Status.AGREED


def show_agreed(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    return [Text(words("goal-agreed", goal=cards.short(goal.change))), cards.see(words("goal-see"), goal, words)]


def has_ended(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    return goal is not None and goal.status is Status.CLOSED and goal.is_proposed_by(member)


def show_ended(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    return [Text(words("goal-ended", goal=cards.short(goal.change))), cards.see(words("goal-see"), goal, words)]
