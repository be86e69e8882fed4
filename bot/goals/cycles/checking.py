"""How a step goes: asked in the day's one message, less and less often where nobody answers. The team sees one word of
it; a line in somebody's own words, and how sure they are, stay in their own group."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import forms, notices, timetable
from bot.actions import Action
from bot.boundary import Answer, Choice, Form, Message, Part, Private, Text, TextField
from bot.goals.cycles import cards, rules
from bot.goals.cycles.model import LINE_MOST, SURE, Cycle, Line, cycle_of, own_line
from bot.payloads import Kept
from bot.people import model as people
from bot.people import school_days
from bot.people.audiences import Audience, of_group
from bot.request import Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

CHECK, NOTICE = "step.check", "step-check"  # a name of the timetable, and a notice
EVERY, UNTIL = 5, 4  # school days from one check-in to the next, and in which one can be told
FORM, TEXT, HOW_SURE = "step.line", "text", "sure"

# Asking how it goes ----------------------------------------------------------------------------------------------


def plan(session: Session, step: Action, now: datetime) -> None:
    """Anew, whenever it was heard of."""
    forget(session, step)
    cycle = cycle_of(session, step)
    if cycle is not None and step.is_open:
        _set_due(session, step, cycle, now, EVERY)


def forget(session: Session, step: Action) -> None:
    timetable.forget(session, CHECK, step.id)
    notices.forget_all(session, NOTICE, step.id)


def _set_due(session: Session, step: Action, cycle: Cycle, now: datetime, days: int) -> None:
    district = cycle.goal.district
    at = school_days.due(session, district, now, days)
    if step.until is not None and now < (last := school_days.end_of(step.until, district)):
        at = min(at, last)
    timetable.set_due(session, CHECK, step.id, at)


def check(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: the longer nothing is heard, the longer until the next."""
    step, now = locked(session, Action, subject), context.now(session)
    cycle = cycle_of(session, step) if step is not None else None
    if step is None or cycle is None or not step.is_open or not cycle.goes_on or cycle.is_over(now):
        return
    if step.seat.acting_id is not None:
        until = school_days.due(session, cycle.goal.district, now, UNTIL)
        notices.tell(session, step.seat.acting_id, NOTICE, step.id, now, until)
    off = school_days.off(session, cycle.goal.district)
    _set_due(session, step, cycle, now, max(EVERY, school_days.passed(step.heard_at, now, cycle.goal.district, off)))


def stands(session: Session, member: people.Member, subject: int) -> bool:
    step = session.get(Action, subject)
    cycle = cycle_of(session, step) if step is not None else None
    if step is None or cycle is None or not step.is_open or not cycle.goes_on:
        return False
    return step.seat.acting_id == member.id and cycle.goal.is_for(member)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    step = session.get_one(Action, subject)
    return cards.step(session, step, words)


# A line for one's own group ----------------------------------------------------------------------------------------


def readers(cycle: Cycle, step: Action) -> Audience:
    """Its own group, in the goal's building."""
    return of_group(step.seat.group, cycle.goal.building)


def _whom(cycle: Cycle, step: Action, words: Words) -> str:
    """ "Cedar Valley PTA, at Lincoln Elementary or districtwide"."""
    group, building = step.seat.group.name, cycle.goal.building
    return words("reach-at", people=group, buildings=building.name) if building else group


def ask(request: Request, step: Action) -> Answer:
    cycle, words = rules.cycle(request, step), request.words
    rules.refuse_unless_going(request, cycle)
    line = own_line(request.session, step)
    hint = words("step-hint-line", whom=_whom(cycle, step, words))
    sure = [Choice(str(one), words("step-sure-choice", sure=one)) for one in range(1, SURE + 1)]
    none = Choice("none", words("step-sure-none"))
    given = str(line.sure) if line and line.sure else "none"
    fields = (
        TextField(TEXT, words("step-form-line"), hint, line.text if line else "", LINE_MOST, long=True, optional=True),
        forms.choices(HOW_SURE, words("step-form-sure"), [none, *sure], {HOW_SURE: (given,)}),
    )
    title, submit = words("step-line-title"), words("step-line-submit")
    about = str(Kept(request.payload(Kept).id))
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), fields, about))


def write(request: Request, step: Action) -> Answer:
    session, words, text = request.session, request.words, request.given(TEXT)
    cycle, sure = rules.cycle(request, step), request.given(HOW_SURE)
    rules.refuse_unless_going(request, cycle)
    if len(text) > LINE_MOST:
        wrong = words("goal-wrong-long", count=len(text), most=LINE_MOST)
        return forms.keep_refused(request, FORM, FORM, {TEXT: wrong})
    forms.forget_refused(request, FORM)
    line = session.get(Line, step.id)
    how = int(sure) if sure in {str(one) for one in range(1, SURE + 1)} else None
    if not text and how is None:
        if line is not None:
            session.delete(line)
    else:
        line = line or Line(action_id=step.id)
        line.text, line.sure, line.audience, line.at = text, how, readers(cycle, step), request.now
        session.add(line)
    step.answered_at = request.now
    session.flush()
    plan(session, step, request.now)
    said = words("step-line-kept", whom=_whom(cycle, step, words))
    return Private(Message((Text(said), *cards.whole_step(session, step, words))))


def forget_line(session: Session, step: Action) -> None:
    """The step is another's now."""
    if (line := session.get(Line, step.id)) is not None:
        session.delete(line)
