"""A poll before it begins: from what somebody wrote, or from the one of the week before."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.people import recurrence, school_days
from bot.people.circles import AudienceFilter
from bot.people.recurrence import on_the_wall
from bot.polls.model import Option, Poll
from bot.polls.terms import Terms
from bot.polls.writing import Written


def lay_out(asked: Written | Poll, held: Terms, opened_at: datetime, closes_at: datetime) -> Poll:
    """A new poll, held on these terms: one that somebody wrote, or that was asked before."""
    return Poll(
        seat=asked.seat,
        question=asked.question,
        kind=asked.kind,
        several=asked.several,
        most=asked.most,
        anonymous=asked.anonymous,
        results=held.results,
        quorum=held.quorum,
        audience=str(held.circle),
        until_all=held.until_all,
        reminds=asked.reminds,
        opened_at=opened_at,
        closes_at=closes_at,
        options=[Option(position=one.position, label=one.label, ready=one.ready) for one in asked.options],
        places=list(asked.places),
        readers=asked.readers,
    )


def following(session: Session, poll: Poll) -> Poll:
    district = poll.seat.district
    begins, closes = next_week(poll, school_days.off(session, district))
    held = Terms(poll.results, poll.quorum, AudienceFilter.parse(poll.audience), poll.until_all)
    another = lay_out(poll, held, begins, closes)
    another.weekly, another.follows, another.planner_id = True, poll.id, poll.planner_id
    return another


def leave_out(session: Session, poll: Poll) -> bool:
    """Whether the day of a weekly one has become one without school since it was planned: it is the poll of a later
    week now."""
    district = poll.seat.district
    if not poll.weekly or not school_days.is_off(session, district, poll.opened_at):
        return False
    poll.opened_at, poll.closes_at = next_week(poll, school_days.off(session, district))
    return True


def next_week(poll: Poll, off: Collection[date]) -> tuple[datetime, datetime]:
    """When a weekly poll begins and closes next: a week on whose day there is no school is left out."""
    zone = poll.seat.district.zone
    opened, closed = on_the_wall(poll.opened_at, zone), on_the_wall(poll.closes_at, zone)
    begins = recurrence.Recurrence("FREQ=WEEKLY", opened, zone).after(poll.opened_at, off)
    closes = closed + (on_the_wall(begins, zone).date() - opened.date())
    return begins, recurrence.at(closes.date(), closes.time(), zone)
