"""Each seat that is asked says what it thinks of a goal, and may say otherwise until all agree. It is agreed once every
seat does, or can live with it. Who is silent is reminded once; then it ends, kindly, and can be proposed again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import forms, notices, timetable
from bot.boundary import Answer, Form, Message, Part, Private, Text, TextField, in_a_line
from bot.delivery import outbox
from bot.goals import cards, positions, quiet
from bot.goals.cards import Answered
from bot.goals.concerns import made_of
from bot.goals.model import DAYS, REASON_MOST, YES, Goal, Position, Status
from bot.goals.model import Answer as Says
from bot.goals.team import letting_read, places
from bot.people import hours, school_days
from bot.people import model as people
from bot.people.audiences import Audience, of_group
from bot.request import Refusal, Request
from bot.texts import Words

# Names under which the timetable looks who is silent, asks again, and asks whether those who should have talked.
LOOK, AGAIN, TALK = "goal.look", "goal.again-in-time", "goal.talk-by"
ASKED, TOLD, AGREED, ENDED = "goal-asked", "goal-told", "goal-agreed", "goal-ended"  # notices
TALKED = "goal-talk-by"
FORM, REASON, MET, ITEM = "goal.reason", "reason", "met", "item"
MEETING_MOST = 60  # characters of a board's meeting
LONG = 20  # school days in which somebody can be told
WITH_REASON = {Says.CONCERN: "goal-reason-concern", Says.BLOCK: "goal-reason-block"}  # titles of the form
TITLES = {**WITH_REASON, Says.AGREE: "goal-answer-agree", Says.LIVE: "goal-answer-live"}


def due(session: Session, district: people.District, now: datetime) -> datetime:
    return school_days.due(session, district, now, DAYS)


def more_time(session: Session, goal: Goal, now: datetime) -> datetime:
    """Until when: those who decide together are asked again in their own place."""
    return in_hours(goal, due(session, goal.district, now))


def in_hours(goal: Goal, moment: datetime) -> datetime:
    """Then, or when people may be written to again."""
    return hours.of_district(goal.district).next(moment, goal.district.zone)


def tell(session: Session, seat: people.Seat, name: str, goal: Goal, now: datetime) -> None:
    """The person who acts for it."""
    if seat.acting_id is not None:
        notices.tell(session, seat.acting_id, name, goal.id, now, school_days.due(session, goal.district, now, LONG))


def tell_leaders(session: Session, name: str, goal: Goal, now: datetime) -> None:
    """The one who proposed it, or the two who lead it."""
    for seat in goal.leaders:
        tell(session, seat, name, goal, now)


def look_later(session: Session, goal: Goal) -> None:
    timetable.forget(session, LOOK, goal.id)
    timetable.set_due(session, LOOK, goal.id, goal.due_at)


# Answering -------------------------------------------------------------------------------------------------------


def answer(request: Request, goal: Goal) -> Answer:
    """A reason is asked for where there should be one; of a board, its public meeting."""
    says = _said(request, goal)
    if isinstance(says, Private):
        return says
    words, mine = request.words, goal.answered_by(request.member)[0]
    if says is Says.MORE_TIME or (says not in WITH_REASON and not mine.is_of_board):
        return _keep(request, goal, says, "")
    fields = []
    if says in WITH_REASON:
        label, hint = words("goal-reason-label"), words("goal-reason-hint")
        typed = mine.reason if mine.answer is says else ""
        fields.append(TextField(REASON, label, hint, typed, REASON_MOST, long=True))
    if mine.is_of_board:
        fields.append(TextField(MET, words("goal-board-met"), words("goal-board-met-hint"), mine.met_on, MEETING_MOST))
        fields.append(TextField(ITEM, words("goal-board-item"), words("goal-board-item-hint"), mine.item, MEETING_MOST))
    title, submit = words(TITLES[says]), words("question-answer-submit")
    return Form(FORM, title, submit, words("cancel"), tuple(fields), request.about)


def give_reason(request: Request, goal: Goal) -> Answer:
    says, words, reason = _said(request, goal), request.words, request.given(REASON)
    if isinstance(says, Private):
        raise Refusal(says.message)
    wrong = {}
    if says in WITH_REASON and (not reason or len(reason) > REASON_MOST):
        wrong[REASON] = words("goal-wrong-reason", most=REASON_MOST)
    if goal.answered_by(request.member)[0].is_of_board:
        met = {name: request.given(name) for name in (MET, ITEM)}
        wrong |= {name: words("goal-wrong-board") for name, text in met.items() if not 0 < len(text) <= MEETING_MOST}
    if wrong:
        return forms.refused(request, wrong, "goal.answer", REASON, MET, ITEM)
    return _keep(request, goal, says, reason if says in WITH_REASON else "")


def _said(request: Request, goal: Goal) -> Says | Private:
    """What the button says; where it no longer fits the goal: how that is now."""
    pressed, words = request.payload(Answered), request.words
    if pressed.answer not in {one.value for one in Says}:
        raise Refusal.saying(words("gone"))
    if goal.is_open and not goal.answered_by(request.member):
        return Private(cards.for_member(goal, request.member, words))  # their group decides together
    if goal.is_open and pressed.version == goal.version:
        return Says(pressed.answer)
    why = "goal-wording-changed" if goal.is_open else "goal-not-now"
    now = cards.for_member(goal, request.member, words)
    return Private(Message((Text(words(why)), *now.parts)))


def _keep(request: Request, goal: Goal, says: Says, reason: str) -> Answer:
    for one in goal.answered_by(request.member):
        keep(request.session, one, says, reason, request.member, request.now)
        one.met_on, one.item = (request.given(MET), request.given(ITEM)) if one.is_of_board else ("", "")
    follow(request.session, goal, says, request.now)
    return Private(Message(tuple(_thanks(goal, request.member, says, request.words))))


def keep(session: Session, one: Position, says: Says, reason: str, member: people.Member | None, now: datetime) -> None:
    """No member: their group decided together."""
    goal = one.goal
    one.answer, one.reason, one.member, one.answered_at, one.shared = says, reason, member, now, False
    one.again_at = more_time(session, goal, now) if says is Says.MORE_TIME else None
    one.talk_by = due(session, goal.district, now) if says is Says.BLOCK else None


def follow(session: Session, goal: Goal, says: Says, now: datetime) -> None:
    if says is Says.MORE_TIME:
        ask_again_later(session, goal, now)
    if says is Says.BLOCK:
        timetable.set_due(session, TALK, goal.id, due(session, goal.district, now))  # each block has its own day
    if says not in YES:
        tell_leaders(session, TOLD, goal, now)
    elif goal.is_agreed_to:
        agree(session, goal, now)


def _thanks(goal: Goal, member: people.Member, says: Says, words: Words) -> list[Part]:
    zone, mine = goal.district.zone, goal.answered_by(member)[0]
    said = words("goal-noted", said=words("goal-position", answer=says.value))
    if mine.again_at:
        said = words("goal-noted-again", when=words.moment(mine.again_at, zone))
    if says in WITH_REASON:
        said = words("goal-noted-reason", seat=cards.leaders(goal, words))
    if goal.status is Status.AGREED:
        said = words("goal-noted-agreed")
    parts: list[Part] = [Text(said)]
    if mine.talk_by:
        parts.append(Text(positions.who_talks(mine, words)))
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
    for do in (LOOK, AGAIN, TALK):
        timetable.forget(session, do, goal.id)
    outbox.change(session, cards.GROUP, goal.id)
    quiet.watch(session, goal, now)
    places.ask_parents(session, goal, now)
    letting_read.ask_of_all(session, goal, now)
    for seat in {seat.id: seat for seat in (*(one.seat for one in goal.positions), *goal.leaders)}.values():
        tell(session, seat, AGREED, goal, now)


# Keeping time ----------------------------------------------------------------------------------------------------


def ask_again_later(session: Session, goal: Goal, now: datetime) -> None:
    at = more_time(session, goal, now)
    timetable.set_due(session, AGAIN, goal.id, at)
    goal.due_at = max(goal.due_at, due(session, goal.district, at))
    look_later(session, goal)


# What they are told ------------------------------------------------------------------------------------------------


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    return goal is not None and goal.is_open and any(one.waits for one in goal.answered_by(member))


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    return [*cards.about(goal, words), *positions.shown(goal, words, reasons=False), *cards.asked(goal, words)]


def has_heard(session: Session, member: people.Member, subject: int) -> bool:
    """Its proposer, while somebody does not agree."""
    goal = session.get(Goal, subject)
    waits = goal is not None and any(one.answer not in (*YES, None) for one in goal.asked)
    return goal is not None and waits and goal.is_open and goal.is_proposed_by(member)


def show_heard(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    said = Text(words("goal-heard", goal=in_a_line(goal.change)))
    return [said, *positions.shown(goal, words, reasons=True), cards.see(words("goal-see"), goal, words)]


def is_of_team(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    theirs = goal is not None and any(one.seat.acting_id == member.id for one in goal.positions)
    return goal is not None and (theirs or goal.is_proposed_by(member)) and goal.status is Status.AGREED


def show_agreed(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    return [Text(words("goal-agreed", goal=in_a_line(goal.change))), cards.see(words("goal-see"), goal, words)]


def is_to_talk(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    blocks = [one for one in goal.positions if one.answer is Says.BLOCK] if goal is not None and goal.is_open else []
    return any(member.id == seat.acting_id for one in blocks for seat in positions.who_should_talk(one))


def show_talk(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    lines = [positions.who_talks(one, words) for one in goal.positions if one.answer is Says.BLOCK]
    said = words("goal-talked", goal=in_a_line(goal.change))
    return [Text("\n".join((said, *lines))), cards.see(words("goal-see"), goal, words)]


def has_ended(session: Session, member: people.Member, subject: int) -> bool:
    goal = session.get(Goal, subject)
    return goal is not None and goal.status is Status.CLOSED and goal.is_proposed_by(member)


def show_ended(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    return [Text(words("goal-ended", goal=in_a_line(goal.change))), cards.see(words("goal-see"), goal, words)]
