"""Two members turn out to be one person: what either wrote or said is that one's."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.goals.concerns import Concern
from bot.goals.endings.model import Ending
from bot.goals.model import Position
from bot.people import model as people

MEMBERS = (Concern.author_id, Position.member_id, Ending.member_id)


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    for column in MEMBERS:
        session.execute(update(column.class_).where(column == leaving.id).values({column.key: staying.id}))
