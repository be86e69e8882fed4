"""A place is meant for others now: the features hear of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.feature import Feature
from bot.people.places import CHANGED, Place


def feature(others: Feature) -> Feature:
    def tell(session: Session, subject: int, _at: datetime) -> None:
        """For the timetable."""
        place = session.get(Place, subject)
        if place is not None:
            for listener in others.place_changes:
                listener(session, place)

    return Feature(due={CHANGED: tell})
