"""How often each method may be called, as Slack documents it; `hurry` times as often, for those who cannot wait."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque

from playground.slack.refusal import Limited

_MINUTE = 60.0
_POSTS_A_MINUTE = 525  # "several hundred" for a workspace; this many were seen to hold
_POST_BURST = 3  # one a second in a channel, with a little patience


class _Window:
    """At most `most` in the last so many seconds."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._times: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more fits."""
        while self._times and now - self._times[0] >= self._seconds:
            self._times.popleft()
        return self._times[0] + self._seconds - now if len(self._times) >= self._most else 0.0

    def take(self, now: float) -> None:
        self._times.append(now)


class _Bucket:
    """One each so many seconds, `_POST_BURST` at once."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._full_at = 0.0  # when all tokens are back

    def wait(self, now: float) -> float:
        return max(0.0, self._full_at - now - (_POST_BURST - 1) * self._seconds)

    def take(self, now: float) -> None:
        self._full_at = max(self._full_at, now) + self._seconds


class Rates:
    def __init__(self, hurry: float = 1.0) -> None:
        self.refusals = 0
        self._minute = _MINUTE / hurry
        self._windows: dict[str, _Window] = {}
        self._posts = _Window(_POSTS_A_MINUTE, self._minute)
        self._channels: defaultdict[str, _Bucket] = defaultdict(lambda: _Bucket(1.0 / hurry))

    def call(self, method: str, a_minute: int) -> None:
        """Raises Limited when the method was called too often."""
        self._pass(self._windows.setdefault(method, _Window(a_minute, self._minute)))

    def post(self, channel: str) -> None:
        """Raises Limited when too much was posted in this channel or in the workspace."""
        self._pass(self._posts, self._channels[channel])

    def _pass(self, *gates: _Window | _Bucket) -> None:
        now = time.monotonic()
        longest = max(gate.wait(now) for gate in gates)
        if longest > 0:
            self.refusals += 1
            raise Limited(math.ceil(longest))
        for gate in gates:
            gate.take(now)
