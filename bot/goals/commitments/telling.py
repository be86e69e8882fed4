"""What people are told of commitments in the day's one message, and what the home card says of them."""

from __future__ import annotations

from functools import partial

from sqlalchemy.orm import Session

from bot.boundary import Button, Buttons, Part, Text
from bot.feature import Urgency, Waiting
from bot.goals.commitments import cards, model, rules
from bot.goals.commitments.model import Commitment, State
from bot.people import model as people
from bot.request import Request
from bot.texts import Words


def is_turn(session: Session, member: people.Member, subject: int) -> bool:
    one = session.get(Commitment, subject)
    return one is not None and one.goes_on and rules.is_turn_of(session, one, member)


def show_turn(session: Session, subject: int, words: Words) -> list[Part]:
    """To the person who acts for the seat whose turn it is, not to its reader."""
    one = session.get_one(Commitment, subject)
    seat = rules.turn(session, one)
    return cards.in_turn(session, one, seat.acting, words) if seat is not None and seat.acting is not None else []


def is_news(session: Session, member: people.Member, subject: int) -> bool:
    one = session.get(Commitment, subject)
    return one is not None and one.goes_on and member.id in (one.asked_by.acting_id, one.seat.acting_id)


def show_news(session: Session, subject: int, words: Words) -> list[Part]:
    one = session.get_one(Commitment, subject)
    show = Button(words("commitment-see"), "commitment.show", str(one.id))
    goal = cards.named(session, one, words, one.asked_by.acting, one.seat.acting)
    said = words("commitment-news", goal=goal)
    return [Text(said), Text(cards.line(session, one, words)), Buttons((show,))]


def is_promised(session: Session, member: people.Member, subject: int) -> bool:
    one = session.get(Commitment, subject)
    theirs = one is not None and one.seat.acting_id == member.id
    return one is not None and theirs and one.goes_on and one.state is State.APPROVED


def show_promised(session: Session, subject: int, words: Words) -> list[Part]:
    one = session.get_one(Commitment, subject)
    assert one.seat.acting is not None
    said = Text(words("commitment-reminds", goal=cards.named(session, one, words, one.seat.acting)))
    return [said, *cards.whole(session, one, one.seat.acting, words)[1:]]


def waits(request: Request) -> list[Waiting]:
    """Those for which it is their turn."""
    session, member, words = request.session, request.member, request.words
    found = rules.waiting_for(session, people.seats_of(session, member))
    return [Waiting(partial(cards.in_turn, session, one, member, words), Urgency.DO, one.changed_at) for one in found]


def promised(request: Request) -> list[Waiting]:
    """What their seats are to deliver."""
    session = request.session
    found = model.promised_by(session, people.seats_of(session, request.member))
    return [Waiting(partial(show_promised, session, one.id, request.words), Urgency.WATCH, one.at) for one in found]
