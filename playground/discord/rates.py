"""Discord's rate limits: so many requests of a kind to one place in so many seconds, and 50 a second in all."""

from __future__ import annotations

import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

# A route that is not named has a bucket of its own with USUAL. Discord publishes no numbers; these have been observed.
USUAL = (50, 1.0)
LIMITS = {
    "POST /channels/{channel_id}/messages": (5, 5.0),
    "PATCH /channels/{channel_id}/messages/{message_id}": (5, 5.0),
    "DELETE /channels/{channel_id}/messages/{message_id}": (5, 1.0),
    "GET /channels/{channel_id}/messages": (5, 1.0),
    "POST /users/@me/channels": (10, 10.0),
    "PUT /applications/{application_id}/commands": (5, 20.0),
    "POST /webhooks/{webhook_id}/{webhook_token}": (5, 2.0),
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original": (5, 2.0),
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}": (5, 2.0),
}
UNCOUNTED = "POST /interactions/{interaction_id}/{interaction_token}/callback"  # it works but once anyway
MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token")
GLOBAL = (50, 1.0)
UNLIMITED = {"X-RateLimit-Limit": "1000", "X-RateLimit-Remaining": "999", "X-RateLimit-Reset-After": "1.000"}


@dataclass
class Bucket:
    limit: int
    seconds: float
    used: int = 0
    until: float = 0.0

    def take(self, now: float) -> bool:
        if now >= self.until:
            self.used, self.until = 0, now + self.seconds
        if self.used >= self.limit:
            return False
        self.used += 1
        return True


@dataclass(frozen=True)
class Verdict:
    """`retry_after` in seconds, None: let through."""

    headers: Mapping[str, str]
    retry_after: float | None = None
    everywhere: bool = False


class Rates:
    def __init__(self) -> None:
        self.enforced = True
        self._buckets: dict[tuple[str, ...], Bucket] = {}
        self._all = Bucket(*GLOBAL)

    def judge(self, route: str, params: Mapping[str, str], *, counts_globally: bool) -> Verdict:
        """Counts one request."""
        if route == UNCOUNTED:
            return Verdict({})
        name = f"{zlib.crc32(route.encode()):08x}"
        if not self.enforced:
            return Verdict(UNLIMITED | {"X-RateLimit-Bucket": name})
        now = time.monotonic()
        if counts_globally and not self._all.take(now):
            return Verdict({"X-RateLimit-Global": "true"}, self._all.until - now, everywhere=True)
        key = (route, *(params[part] for part in MAJOR if part in params))
        if key not in self._buckets:
            self._forget_expired(now)
            self._buckets[key] = Bucket(*LIMITS.get(route, USUAL))
        bucket = self._buckets[key]
        passed = bucket.take(now)
        left = bucket.until - now
        headers = {
            "X-RateLimit-Limit": str(bucket.limit),
            "X-RateLimit-Remaining": str(bucket.limit - bucket.used),
            "X-RateLimit-Reset": f"{time.time() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left + 0.0005:.3f}",
            "X-RateLimit-Bucket": name,
        }
        return Verdict(headers, None if passed else left)

    def _forget_expired(self, now: float) -> None:
        """Every interaction has buckets of its own."""
        if len(self._buckets) > 1000:
            self._buckets = {key: bucket for key, bucket in self._buckets.items() if bucket.until > now}
