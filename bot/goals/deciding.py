"""Groups that agree by a decision of their own: it is asked for when a goal is sent, and what comes of it is what the
group says. Why, its members read in their place; its seat chooses what the others see."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import decisions, forms
from bot.boundary import Address, Answer, Button, Buttons, Form, Message, Part, Private, Text, TextField, in_a_line
from bot.decisions import Decision, Result
from bot.delivery import outbox
from bot.goals import cards, consenting
from bot.goals.model import REASON_MOST, Goal, Position, to_change
from bot.goals.model import Answer as Says
from bot.people import model as people
from bot.people import presence, school_days
from bot.people.audiences import of_place
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Texts, Words

SOURCE, CHOOSE = "goals", "goal-choose"
FORM, REASON = "goal.share-reason", "reason"
QUESTION_MOST = 150
SAYS = {Result.ADOPTED: Says.AGREE, Result.CONCERNS: Says.CONCERN, Result.BLOCKED: Says.BLOCK}


def begin(session: Session, one: Position, now: datetime) -> None:
    """The group is asked, with the whole goal above."""
    assert one.place is not None
    goal = one.goal
    ends = school_days.due(session, goal.district, now, one.days)
    question = in_a_line(goal.change, QUESTION_MOST)
    made = decisions.ask(session, one.seat, one.place, question, one.quorum, ends, (SOURCE, goal.id))
    one.decision_id = made.id
    outbox.say(session, Address.parse(one.place.address), cards.GROUP, goal.id, one.place.language)


def stop(session: Session, goal: Goal) -> None:
    """What the groups are deciding is about something else by now, or over."""
    for one in goal.positions:
        if one.decision_id is not None:
            decisions.drop(session, one.decision_id)
            one.decision_id = None
    outbox.change(session, cards.GROUP, goal.id)


def decided(session: Session, decision_id: int) -> None:
    """For `bot.decisions`: what the group says; where too few answered, it is asked again later, once."""
    decision, now = session.get_one(Decision, decision_id), context.now(session)
    goal = to_change(session, decision.source_id)
    one = _position(session, decision_id)
    if goal is None or one is None or not goal.is_open or decision.result is None:
        return None
    says = SAYS.get(decision.result, Says.MORE_TIME)
    in_vain = one.again_at is not None and decision.result is Result.TOO_FEW
    consenting.keep(session, one, says, "", None, now)
    if says in (Says.CONCERN, Says.BLOCK):
        consenting.tell(session, one.seat, CHOOSE, goal, now)
    if says is Says.MORE_TIME:
        one.decision_id = None
    if in_vain:
        one.again_at = None
        return consenting.tell_leaders(session, consenting.TOLD, goal, now)
    return consenting.follow(session, goal, says, now)


def _position(session: Session, decision_id: int) -> Position | None:
    return session.scalars(select(Position).where(Position.decision_id == decision_id)).first()


# How it looks ----------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """In the group's own place: the goal about which it decides; nothing, where that is for others, too, by now."""
    goal = session.get_one(Goal, subject)
    meant = map(of_place, presence.stands_in(session, cards.GROUP, subject))
    if not all(goal.audience.covers(session, one) for one in meant):
        return Message(())
    foot = [Text(words("goal-group-asks"))] if goal.is_open else []
    return Message((*cards.about(goal, words), *foot))


# What the others see ---------------------------------------------------------------------------------------------


def speak_for_a_group(request: Request, goal: Goal) -> None:
    if _mine(request, goal) is None:
        raise Refusal.saying(request.words("gone"))


def _mine(request: Request, goal: Goal) -> Position | None:
    """That of a group which decided, of the member's seat."""
    theirs = (one for one in goal.positions if one.seat.acting_id == request.member.id)
    return next((one for one in theirs if one.place_id is not None and one.answer in (Says.CONCERN, Says.BLOCK)), None)


def ask_what(request: Request, goal: Goal) -> Answer:
    words, mine = request.words, _mine(request, goal)
    typed = mine.reason if mine else ""
    label, hint = words("goal-share-label"), words("goal-share-hint")
    field = TextField(REASON, label, hint, typed, REASON_MOST, long=True, optional=True)
    return Form(FORM, words("goal-share-title"), words("scope-submit"), words("cancel"), (field,), str(goal.id))


def share(request: Request, goal: Goal) -> Answer:
    """Or nothing, where it is left empty."""
    words, mine, reason = request.words, _mine(request, goal), request.given(REASON)
    assert mine is not None
    if len(reason) > REASON_MOST:
        return forms.refused(request, {REASON: words("goal-wrong-reason", most=REASON_MOST)}, FORM, REASON)
    mine.reason, mine.shared = reason, bool(reason)
    consenting.tell(request.session, goal.seat, consenting.TOLD, goal, request.now)
    return Private(cards.for_member(goal, request.member, words))


def is_to_choose(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    if goal is None or not goal.is_open:
        return False
    theirs = (one for one in goal.positions if one.seat.acting_id == member.id and one.place_id is not None)
    return any(one.answer in (Says.CONCERN, Says.BLOCK) and not one.reason for one in theirs)


def show_choose(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    button = Button(words("goal-share"), FORM, str(goal.id), "main")
    return [Text(words("goal-choose", goal=in_a_line(goal.change))), Buttons((button,))]
