"""When a poll begins, and whether it is asked every week: a third form of the same draft."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.boundary import Choice, Form
from bot.drafts import Draft, Typed
from bot.polls.fields import ahead, choices, first, moment
from bot.polls.model import Poll
from bot.request import Request

FORM = "poll.plan"
STARTS, REPEATS = FIELDS = ("starts", "repeats")
NOW, ONCE, WEEKLY = "now", "once", "weekly"
MORNING = time(8)
WEEK = timedelta(days=7)
MOST_WEEKS = 60  # that are left out in a row, whatever a district lists
DAYS_AHEAD = range(1, 15)
SOONEST = timedelta(minutes=1)  # that lies between beginning and closing


@dataclass(frozen=True)
class Plan:
    starts_at: datetime | None  # None: when it is posted
    weekly: bool


def form(request: Request, draft: Draft) -> Form:
    words, typed = request.words, {STARTS: (NOW,), REPEATS: (ONCE,), **draft.typed}
    mornings = [ahead(request.now, request.district.zone, days, MORNING) for days in DAYS_AHEAD]
    starts = [Choice(NOW, words("poll-plan-now")), *(Choice(at.isoformat(), request.moment(at)) for at in mornings)]
    repeats = [Choice(ONCE, words("poll-plan-once")), Choice(WEEKLY, words("poll-plan-weekly"))]
    return Form(
        name=FORM,
        title=words("poll-plan"),
        submit=words("poll-form-submit"),
        cancel=words("cancel"),
        fields=(
            choices(STARTS, words("poll-form-starts"), starts, typed),
            choices(REPEATS, words("poll-form-repeats"), repeats, typed),
        ),
        about=str(draft.id),
    )


def read(request: Request, typed: Typed, closes_at: datetime, say: Callable[[str, str], None]) -> Plan:
    """`say` is told what is wrong, by field."""
    typed = {STARTS: (NOW,), REPEATS: (ONCE,), **typed}
    chosen, repeats = first(typed, STARTS), first(typed, REPEATS)
    starts_at = None if chosen == NOW else moment(chosen)
    weekly = repeats == WEEKLY
    if repeats not in (ONCE, WEEKLY):
        say(REPEATS, "poll-wrong-terms")
    if chosen != NOW and (starts_at is None or not request.now < starts_at <= request.now + 3 * WEEK):
        say(STARTS, "poll-wrong-starts")
    elif starts_at is not None and closes_at < starts_at + SOONEST:
        say(STARTS, "poll-wrong-closes-before")
    elif weekly and closes_at > (starts_at or request.now) + WEEK:
        say(REPEATS, "poll-wrong-week")
    return Plan(starts_at, weekly)


def next_week(poll: Poll, off: Collection[date]) -> tuple[datetime, datetime]:
    """When one that is asked every week begins and closes next: a week whose day has no school is left out."""
    zone = poll.seat.district.zone
    begins, closes = poll.opened_at, poll.closes_at
    for _ in range(MOST_WEEKS):
        begins, closes = in_a_week(begins, zone), in_a_week(closes, zone)
        if begins.astimezone(ZoneInfo(zone)).date() not in off:
            break
    return begins, closes


def in_a_week(at: datetime, zone: str) -> datetime:
    """At the same time by the clocks there; where they skip it, an hour later by them."""
    there = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) + WEEK
    return there.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
