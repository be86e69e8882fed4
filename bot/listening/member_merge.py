"""Two members turn out to be one person: what either said is that one's."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import ratings
from bot.listening.model import Contribution, Outcome, Rating, Yes
from bot.people import model as people


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    for column in (Contribution.author_id, Yes.by_id, Outcome.by_id):
        session.execute(update(column.class_).where(column == leaving.id).values({column.key: staying.id}))
    ratings.merge(Rating, session, leaving, staying)
