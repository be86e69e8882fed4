"""You said, we did: once a goal has ended, or goes on after all, its team is told, and those who spoke and were told of
it; those without a name by a letter, for as long as there is a way back to them. That is never prolonged."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from bot import timetable
from bot.authors import in_no_order, tell_once
from bot.boundary import Heading, Message, Note, Part, Quote, Text, in_a_line
from bot.goals import authors, cards, consenting
from bot.goals.concerns import OVER, Concern, in_steps
from bot.goals.endings import showing
from bot.goals.endings.model import Ending, Outcome, latest
from bot.goals.model import Goal, Status, count
from bot.goals.team import seated
from bot.goals.telling import spoken_of, to_tell
from bot.people import hours
from bot.people import model as people
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Texts, Words

DUE = "goal.tell-ending"  # the name under which the timetable tells them
NOTICE, NOTICE_TEAM = "concern-goal-over", "goal-over"
AT_ONCE = 20  # authors who are told in one transaction


def begin(session: Session, ending: Ending, now: datetime) -> None:
    """Where nobody was told yet that there is a goal, they are told of both at once."""
    goal, ending.told = ending.goal, 0
    if goal.told_at is None:
        goal.told_at = now
        session.execute(
            update(Concern).where(Concern.id.in_(to_tell(goal))).values(told_id=goal.id),
            execution_options={"synchronize_session": "fetch"},
        )
    for seat in seated.at_work(goal):
        if seat.acting_id != ending.member_id:
            consenting.tell(session, seat, NOTICE_TEAM, goal, now)
    timetable.forget(session, DUE, ending.id)
    timetable.set_due(session, DUE, ending.id, hours.of_district(goal.district).next(now, goal.district.zone))


def counted(session: Session, goal: Goal) -> int:
    """How many concerns there are whose authors will be told, in steps."""
    return in_steps(count(session, spoken_of(goal) if goal.told_at is None else _told_of(goal)))


def _told_of(goal: Goal) -> Select[Concern]:
    return select(Concern).where(Concern.told_id == goal.id, ~Concern.taken_back, Concern.hidden == "")


def tell_some(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: the next of them."""
    ending, now = locked(session, Ending, subject), context.now(session)
    if ending is None:
        return
    theirs = _told_of(ending.goal).where(Concern.id > ending.told).order_by(Concern.id)
    some = session.scalars(theirs.limit(AT_ONCE)).all()
    for concern in in_no_order(some):
        tell_once(session, concern, OVER, NOTICE, now)
        authors.end_soon(session, concern, now)
    if some:
        ending.told = some[-1].id
    if len(some) == AT_ONCE:
        timetable.set_due(session, DUE, ending.id, now)


# How it looks to those who spoke ---------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """The letter to somebody who gave no name."""
    concern = session.get_one(Concern, subject)
    left = [] if concern.taken_back else [Note(words("ending-letter-foot"))]
    return Message((*told(session, concern, words), *left))


def show(session: Session, subject: int, words: Words) -> list[Part]:
    return told(session, session.get_one(Concern, subject), words)


def told(session: Session, concern: Concern, words: Words) -> list[Part]:
    ending = latest(session, concern.told) if concern.told else None
    if concern.taken_back or ending is None:
        return authors.told(concern, words)
    parts: list[Part] = []
    if ending.reopened_at is not None:
        parts.append(Heading(words("ending-goes-on-title")))
        return [*parts, Quote(concern.text), Text(words("ending-goes-on")), Quote(ending.goal.change)]
    reached = ending.outcome is Outcome.REACHED
    parts.append(Heading(words("ending-said-did" if reached else "ending-said-tried")))
    parts += [Quote(concern.text), Text(words("ending-said-goal")), Quote(ending.goal.change)]
    parts += showing.about(session, ending, words)
    if concern.goal_id != ending.goal_id:
        parts.append(Text(words("ending-stays-listed")))
    return [*parts, Note(words("ending-said-where"))]


# To the team -----------------------------------------------------------------------------------------------------


def is_of_team(session: Session, member: people.Member, subject: int) -> bool:
    """The person who ended it knows."""
    goal = session.get(Goal, subject)
    ending = latest(session, goal) if goal else None
    return goal is not None and ending is not None and seated.has(goal, member)


def show_team(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(Goal, subject)
    ending, short = latest(session, goal), in_a_line(goal.change)
    see = cards.see(words("goal-see"), goal, words)
    if ending is None or goal.status is not Status.ENDED:
        return [Text(words("ending-team-goes-on", goal=short)), see]
    said = words("ending-team", goal=short, outcome=words(showing.OUTCOMES[ending.outcome]))
    return [Text(said), see]
