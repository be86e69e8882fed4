"""A poll that carries out what a group is to decide (`bot.decisions`)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.decisions import Decision, Result
from bot.people.audiences import of_place
from bot.people.circles import AudienceFilter
from bot.polls.counting import tally
from bot.polls.model import AGREE, BLOCK, CONCERN, LIVE_WITH, Kind, Option, Poll, Results
from bot.polls.presets import CONSENTS


def poll(decision: Decision, now: datetime) -> Poll:
    """For consent, in the group's own place; reasons are read there, at the end."""
    return Poll(
        seat=decision.seat,
        question=decision.question,
        kind=Kind.CONSENT,
        several=False,
        most=0,
        results=Results.END,
        quorum=decision.quorum,
        audience=str(AudienceFilter()),
        readers=decision.readers or of_place(decision.place),
        opened_at=now,
        closes_at=decision.ends_at,
        options=[Option(position=place, label="", ready=name) for place, name in enumerate(CONSENTS)],
        places=[decision.place],
        decision_id=decision.id,
    )


def result(session: Session, poll: Poll) -> Result:
    """Of one that has closed, as its card says it."""
    count = tally(session, poll)
    votes = {option.ready: count.votes.get(option.id, 0) for option in poll.options}
    if poll.valid is False or not any(votes.values()):
        return Result.TOO_FEW
    if votes[BLOCK]:
        return Result.BLOCKED
    if votes[CONCERN]:
        return Result.CONCERNS
    return Result.ADOPTED if votes[AGREE] or votes[LIVE_WITH] else Result.TOO_FEW
