"""What the bridge shows and keeps: nobody asks it for anything."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.bridge import cards, hearing, talks
from bot.feature import Chore, Feature
from bot.timetable import HOUR

SAID_KEPT = timedelta(days=30)  # for so long what is said can be changed or taken away once its card is done


def _forget(session: Session, _now: datetime) -> bool:
    return talks.forget(session, time.time() - SAID_KEPT.total_seconds())


FEATURE = Feature(
    cards={hearing.MESSAGE: cards.message, hearing.FILE: cards.file},
    merges=(talks.merge,),
    maintenance=(Chore(HOUR, _forget),),
)
