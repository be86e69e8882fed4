"""Once a week each feature tells a district its news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.feature import Due, Weekly
from bot.people import weekly
from bot.people.model import District
from bot.storage import context


def tell(news: Sequence[Weekly]) -> Due:
    def run(session: Session, subject: int, at: datetime) -> None:
        district = session.get(District, subject)
        if district is None:
            return
        weekly.plan(session, district, context.now(session))
        if weekly.following(district, at - timedelta(seconds=1)) != at:  # its time was changed, or is planned first now
            return
        for each in news:
            each(session, district, at)

    return run
