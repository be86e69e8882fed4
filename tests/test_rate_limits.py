"""At which moments a sender may send that is late now and then, as one that shares its processor is."""

from __future__ import annotations

import pytest

from adapters.slack.outbound import Outbound
from bot.delivery.rate_limits import turn

ALLOWED, MINUTE = 525, 60.0  # posts in any of Slack's minutes
ON_THE_WAY = 10  # that may come together because they took longer than those after them


@pytest.mark.parametrize("hurry", [1, 10, 20])
@pytest.mark.parametrize("late", [0.03, 0.19, 1.0])
def test_who_is_late_makes_up_for_a_moment_and_never_overruns_the_pace(hurry: int, late: float) -> None:
    """Late at first, and then there in time."""
    span, now, free_at, sent = Outbound.paces["post"].workspace / hurry, late, 0.0, list[float]()
    while now < late + MINUTE / hurry:
        sent.append(now)
        free_at = turn(free_at, span, now) + span
        now = max(now, free_at)
    assert 500 <= len(sent) <= ALLOWED - ON_THE_WAY
