"""Two members turn out to be one person: what either said is that one's. And if they are two again, each has their
own."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import ratings
from bot.listening.model import Contribution, Outcome, Rating, Yes
from bot.people import belongings
from bot.people import model as people


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    belongings.hand_over(session, (Contribution.author_id,), leaving, staying)
    for column in (Yes.by_id, Outcome.by_id):
        session.execute(update(column.class_).where(column == leaving.id).values({column.key: staying.id}))
    ratings.merge(Rating, session, leaving, staying)


def separate(session: Session, _account: str, leaving: people.Member, returning: people.Member) -> None:
    belongings.give_back(session, (Contribution.author_id,), leaving, returning)
