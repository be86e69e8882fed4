"""What people are told about a place on a goal's team."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot import notices
from bot.goals.team.model import OpenSeat
from bot.people import school_days

ASKED, INVITED, SAID = "team-asked", "team-invited", "team-said"  # notices
LET, READS = "team-let-read", "team-reads"
DAYS = 10  # school days in which somebody can be told


def tell(session: Session, member_id: int | None, name: str, place: OpenSeat, now: datetime) -> None:
    if member_id is not None:
        until = school_days.due(session, place.goal.district, now, DAYS)
        notices.tell(session, member_id, name, place.id, now, until)
