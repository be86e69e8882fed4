"""A first time to talk: the proposer offers two, each of the others picks with one tap, and what suits all is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from sqlalchemy.orm import Session

from bot import forms, moments
from bot.boundary import Answer, Form, Message, MomentField, Part, Private, Text, in_a_line
from bot.drafts import Typed, Wrong
from bot.goals import cards, consenting
from bot.goals.cards import Picked
from bot.goals.model import Goal, Position, Status, Times
from bot.people import model as people
from bot.request import Refusal, Request
from bot.texts import Words

FORM, FIRST, SECOND = "goal.times", "first", "second"
OFFERED, SET = "goal-times", "goal-talk"  # notices
USUAL = time(15, 15)  # where no time of day was given: after school
LABELS = {FIRST: "goal-times-first", SECOND: "goal-times-second"}
FITS = {FIRST: (Times.FIRST, Times.EITHER), SECOND: (Times.SECOND, Times.EITHER)}


def fields(request: Request, typed: Typed) -> tuple[MomentField, ...]:
    words = request.words
    return tuple(
        MomentField(
            name,
            words(LABELS[name]),
            words("moment-example"),
            words("goal-times-hint"),
            forms.first(typed, name),
            words("moment-time"),
            optional=True,
        )
        for name in (FIRST, SECOND)
    )


def read(request: Request, typed: Typed) -> list[datetime] | Wrong:
    """None, one or two."""
    found, wrong = list[datetime](), Wrong()
    for name in (FIRST, SECOND):
        if not (given := forms.first(typed, name).strip()):
            continue
        try:
            at = moments.read(given, request.now, request.district.zone, request.words.language)
        except moments.Unclear as unclear:
            wrong[name] = request.words(unclear.says)
            continue
        moment = at.within(request.district.zone, USUAL)
        if moment <= request.now or moment in found:
            wrong[name] = request.words("goal-wrong-time")
        found.append(moment)
    return wrong or found


def put(goal: Goal, times: Sequence[datetime]) -> None:
    first, second = [*times, None, None][:2]
    goal.first_at, goal.second_at, goal.talk_at = first, second, None
    goal.offered = (goal.offered or 0) + 1
    for one in goal.positions:
        one.times = None


# Offering --------------------------------------------------------------------------------------------------------


def ask_when(request: Request, goal: Goal) -> Answer:
    _refuse_if_set(request, goal)
    words = request.words
    title, submit = words("goal-times-title"), words("goal-times-submit")
    return forms.reopened(request, Form(FORM, title, submit, words("cancel"), fields(request, {}), str(goal.id)))


def offer(request: Request, goal: Goal) -> Answer:
    _refuse_if_set(request, goal)
    times = read(request, request.fields)
    if not times:
        times = {FIRST: request.words("goal-wrong-no-time")}
    if isinstance(times, dict):
        return forms.keep_refused(request, FORM, "goal.offer-times", times)
    forms.forget_refused(request, FORM)
    put(goal, times)
    for one in goal.asked:
        consenting.tell(request.session, one.seat, OFFERED, goal, request.now)
    return forms.say(request, "goal-times-sent")


def _refuse_if_set(request: Request, goal: Goal) -> None:
    if goal.talk_at or goal.status not in (Status.PROPOSED, Status.AGREED):
        raise Refusal.saying(request.words("goal-not-now"))


# Picking ---------------------------------------------------------------------------------------------------------


def pick(request: Request, goal: Goal) -> Answer:
    words, picked = request.words, request.payload(Picked)
    if picked.times not in {one.value for one in Times} or goal.status not in (Status.PROPOSED, Status.AGREED):
        raise Refusal.saying(words("gone"))
    if picked.offered != goal.offered or goal.talk_at:
        said = Text(words("goal-times-changed"))
        return Private(Message((said, *cards.for_member(goal, request.member, words).parts)))
    for one in goal.of(request.member):
        one.times = Times(picked.times)
    settle(request.session, goal, request.now)
    return Private(Message((Text(_noted(goal, words)), cards.see(words("goal-see"), goal, words, ""))))


def _noted(goal: Goal, words: Words) -> str:
    if goal.talk_at is None:
        return words("goal-times-noted")
    return words("goal-talk", when=words.moment(goal.talk_at, goal.district.zone))


def settle(session: Session, goal: Goal, now: datetime) -> None:
    """Once each of the others has picked: the first of the two that suits all; else its proposer offers other ones."""
    there = [one for one in goal.asked if one.seat.acting_id is not None]
    if not there or any(one.times is None for one in there):
        return
    offered = ((FIRST, goal.first_at), (SECOND, goal.second_at))
    fitting = [at for name, at in offered if at and at > now and _suits(name, there)]
    goal.talk_at = next(iter(fitting), None)
    if goal.talk_at is None:
        consenting.tell(session, goal.seat, OFFERED, goal, now)
    for one in goal.positions if goal.talk_at else ():
        consenting.tell(session, one.seat, SET, goal, now)


def _suits(name: str, there: Sequence[Position]) -> bool:
    return all(one.times in FITS[name] for one in there)


# What they are told ------------------------------------------------------------------------------------------------


def is_offered(session: Session, member: people.Member, subject: int) -> bool:
    """The others, until they have picked; its proposer, where none of the two suits all."""
    goal = session.get(Goal, subject)
    if goal is None or goal.talk_at or goal.status not in (Status.PROPOSED, Status.AGREED):
        return False
    return goal.is_proposed_by(member) or any(one.times is None for one in goal.of(member))


def show_offered(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    said = Text(words("goal-times-news", goal=in_a_line(goal.change)))
    return [said, cards.see(words("goal-see"), goal, words)]


def is_set(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    theirs = goal is not None and any(one.seat.acting_id == member.id for one in goal.positions)
    return goal is not None and theirs and goal.talk_at is not None and goal.status is not Status.TAKEN_BACK


def show_set(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    assert goal.talk_at is not None
    when = words.moment(goal.talk_at, goal.district.zone)
    return [Text(words("goal-talk-of", goal=in_a_line(goal.change), when=when))]
