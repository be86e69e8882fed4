"""What runs out: trigger ids and response URLs."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TypeVar

from playground.slack.refusal import Refusal

TRIGGER_SECONDS = 3.0
_URL_SECONDS = 30 * 60.0
_URL_USES = 5
_KEPT = 20_000
_T = TypeVar("_T")


@dataclass
class Trigger:
    user: str
    view: str = ""  # the modal that it came out of
    made: float = field(default_factory=time.monotonic)
    used: bool = False


class Triggers:
    """A trigger id lives three seconds and opens one view."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, Trigger] = OrderedDict()

    def new(self, user: str, view: str = "") -> str:
        key = f"{time.time_ns() // 1000}.{secrets.randbelow(10**10)}.{secrets.token_hex(16)}"
        _keep(self._made, key, Trigger(user, view))
        return key

    def exchange(self, key: str) -> Trigger:
        """Raises Refusal."""
        trigger = self._made.get(key)
        if trigger is None:
            raise Refusal("invalid_trigger_id")
        if trigger.used:
            raise Refusal("exchanged_trigger_id")
        if time.monotonic() - trigger.made > TRIGGER_SECONDS:
            raise Refusal("expired_trigger_id")
        trigger.used = True
        return trigger


@dataclass
class ResponseUrl:
    """Where one act may be answered: in `channel`, to `user`; `original` is the message that was pressed, if any."""

    user: str
    channel: str
    original: str = ""
    ephemeral: bool = False
    made: float = field(default_factory=time.monotonic)
    uses: int = 0


class ResponseUrls:
    """A response URL may be used five times in thirty minutes."""

    def __init__(self) -> None:
        self._made: OrderedDict[str, ResponseUrl] = OrderedDict()

    def new(self, url: ResponseUrl) -> str:
        key = secrets.token_urlsafe(18)
        _keep(self._made, key, url)
        return key

    def use(self, key: str) -> ResponseUrl:
        """Raises Refusal."""
        url = self._made.get(key)
        if url is None or time.monotonic() - url.made > _URL_SECONDS:
            raise Refusal("expired_url")
        if url.uses >= _URL_USES:
            raise Refusal("used_url")
        url.uses += 1
        return url


def _keep(made: OrderedDict[str, _T], key: str, value: _T) -> None:
    made[key] = value
    if len(made) > _KEPT:
        made.popitem(last=False)
