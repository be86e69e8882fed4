"""What the bridge shows and keeps, and what it is asked for: the word of an author whose message waits."""

from __future__ import annotations

import time
from datetime import datetime

from sqlalchemy.orm import Session

from bot.boundary import Answer
from bot.bridge import cards, carrying, hearing, holding, talks, written
from bot.bridge.holding import Waiting
from bot.bridge.joined.routes import JOINED_CHANNELS
from bot.feature import Chore, Feature, merge
from bot.request import Anyone, Request, Route
from bot.timetable import HOUR

AUTHOR = (Anyone("only what they wrote themselves is found"),)


def _forget(session: Session, _now: datetime) -> bool:
    carrying.forget_names(session)
    return talks.forget(session, time.time() - written.SAID_KEPT.total_seconds())


def feature(others: Feature) -> Feature:
    """What is carried in the threads of `others`."""

    def send(request: Request, waiting: Waiting) -> Answer:
        return holding.send(request, waiting, others.threads)

    itself = Feature(
        presses={
            "bridge.look": Route(holding.look, AUTHOR, holding.find),
            "bridge.as-is": Route(send, AUTHOR, holding.find),
            "bridge.leave": Route(holding.leave, AUTHOR, holding.find),
        },
        cards={carrying.MESSAGE: cards.message, carrying.FILE: cards.file, hearing.HELD: holding.card},
        separations=(talks.separate,),
        maintenance=(Chore(HOUR, _forget),),
    )
    return merge(itself, JOINED_CHANNELS)
