"""Two members turn out to be one person: what either wrote or said is that one's. And if they are two again, each has
the concerns that they wrote."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.goals.concerns import Concern
from bot.goals.endings.model import Ending
from bot.goals.model import Position
from bot.people import belongings
from bot.people import model as people

OWN = (Concern.author_id,)
FOR_A_SEAT = (Position.member_id, Ending.member_id)


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    belongings.hand_over(session, OWN, leaving, staying)
    for column in FOR_A_SEAT:
        session.execute(update(column.class_).where(column == leaving.id).values({column.key: staying.id}))


def separate(session: Session, _account: str, leaving: people.Member, returning: people.Member) -> None:
    belongings.give_back(session, OWN, leaving, returning)
