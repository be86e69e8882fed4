"""Each seat is asked about a goal, or its group in its own place where that decides together."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import decisions
from bot.goals import consenting, deciding
from bot.goals.model import Answer as Says
from bot.goals.model import Goal, Position
from bot.people.audiences import of_place
from bot.people.places import Place


def ask(session: Session, goal: Goal, now: datetime) -> None:
    """The seats that have not answered."""
    goal.due_at, goal.reminded = consenting.due(session, goal.district, now), False
    for one in goal.positions:
        if one.waits:
            ask_one(session, goal, one, now)
    consenting.look_later(session, goal)


def ask_one(session: Session, goal: Goal, one: Position, now: datetime) -> None:
    """The seat, or its group in its own place. A group that has that no more, or where others read by now, answers by
    its seat; where that proposed the goal, it has."""
    if one.place is not None and not _has_it(session, one.place, one):
        one.place = one.place_id = None
        if one not in goal.asked and one.seat.acting is not None:
            return consenting.keep(session, one, Says.AGREE, "", one.seat.acting, now)
    if one.place is None:
        consenting.tell(session, one.seat, consenting.ASKED, goal, now)
    elif one.decision_id is None:
        deciding.begin(session, one, now)
    return None


def _has_it(session: Session, place: Place, one: Position) -> bool:
    own = decisions.places(session, one.seat.group)
    return place in own and one.goal.audience.covers(session, of_place(place))
