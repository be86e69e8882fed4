"""Each seat is asked about a goal, or its group in its own place where that decides together; and what its sender is
told of that."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import decisions
from bot.boundary import Answer, Message, Note, Private, Text
from bot.goals import cards, consenting, deciding
from bot.goals.model import Answer as Says
from bot.goals.model import Goal, Position
from bot.people.audiences import of_place
from bot.people.places import Place
from bot.request import Request


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


def sent(request: Request, goal: Goal) -> Answer:
    """Somebody who is asked may not know of it for days: not everybody can be written to."""
    words = request.words
    said = Text(words("goal-sent", when=request.moment(goal.due_at)))
    alone = [one for one in goal.positions if one.waits and one.place is None]
    where = [Note(words("goal-sent-where"))] if alone else []
    return Private(Message((said, *where, cards.see(words("goal-see"), goal, words, ""))))
