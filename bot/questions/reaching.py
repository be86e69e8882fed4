"""Whether what was said to whoever asked reached them. If not, those with whom the question rests are told, who can ask
around or answer in another way; of somebody without a name they learn no more than that."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import timetable
from bot.delivery import outbox
from bot.delivery.outbox import State
from bot.questions import askers, cards
from bot.questions.model import Question, Status, to_change

LOOK = "question.look"  # the name under which the timetable does it
SOON, AGAIN = (
    timedelta(minutes=10),
    timedelta(hours=6),
)  # until it is looked first, and once more while it is on its way


def look_later(session: Session, question: Question, now: datetime) -> None:
    """Something was said to them."""
    timetable.forget(session, LOOK, question.id)
    timetable.set_due(session, LOOK, question.id, now + SOON)


def look(session: Session, subject: int, now: datetime) -> None:
    """For the timetable."""
    question = to_change(session, subject)
    shown = _last(question) if question else None
    if question is None or shown is None:
        return
    states = {one.state for one in askers.standings(session, question, *shown)}
    if states and states <= {State.WAITING, State.STANDING} and State.WAITING in states:
        timetable.set_due(session, LOOK, subject, now + AGAIN)
        return
    _note(session, question, reached=bool(states) and not states & {State.FAILED, State.HELD})


def heard(session: Session, question: Question) -> None:
    """They have it: they did something about it."""
    _note(session, question, reached=True)


def _last(question: Question) -> tuple[str, int] | None:
    """The card that they were to see last, and what it is about."""
    if question.status is Status.ANSWERED:
        return cards.ANSWER, question.answers[-1].id
    if question.waits and question.wanted and not question.reply:
        return cards.DETAIL, question.id
    return None


def _note(session: Session, question: Question, *, reached: bool) -> None:
    if question.unreached == reached:
        question.unreached = not reached
        for card in (cards.REP, cards.COMMITTEE):
            outbox.change(session, card, question.id)
