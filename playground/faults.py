"""Misbehaving on purpose: which requests to a pretend platform fail, and how."""

from __future__ import annotations

import random
from collections import defaultdict, deque
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from aiohttp import web

Kind = Literal["429", "500", "drop_before", "drop_after", "502_after", "slow", "late"]


@dataclass(frozen=True)
class Fault:
    """`429` and `500`: refused, nothing done. `drop_before`: the connection is cut and nothing done. `drop_after`:
    done, then the connection is cut with no answer. `502_after`: done, but what stands before the platform lost its
    answer. `slow`: done, and answered `seconds` later. `late` (the pretend
    Discord's API): the connection is cut, and it is done `seconds` later. For `429` these are Retry-After."""

    kind: Kind
    seconds: float


@dataclass(frozen=True)
class _Chance:
    fault: Fault
    probability: float
    methods: frozenset[str] | None


class Faults:
    """Decides for each request whether it fails. A method is what the platform calls it ("chat.postMessage",
    "POST /channels/{id}/messages")."""

    def __init__(self, rng: random.Random | None = None) -> None:
        self._rng = rng or random.Random()
        self._queued: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._chances: list[_Chance] = []

    def next(self, method: str, kind: Kind, *, seconds: float = 1.0) -> None:
        """The next request of this method fails so, once; several calls queue up."""
        self._queued[method].append(Fault(kind, seconds))

    def chance(
        self, kind: Kind, probability: float, methods: Collection[str] | None = None, *, seconds: float = 1.0
    ) -> None:
        """From now on each request fails so with this probability, of these methods or of all."""
        limited = None if methods is None else frozenset(methods)
        self._chances.append(_Chance(Fault(kind, seconds), probability, limited))

    def clear(self) -> None:
        """From now on nothing fails."""
        self._queued.clear()
        self._chances.clear()

    def draw(self, method: str) -> Fault | None:
        """What is to happen to this request; the platform asks once for each."""
        if queued := self._queued.get(method):
            return queued.popleft()
        for chance in self._chances:
            if (chance.methods is None or method in chance.methods) and self._rng.random() < chance.probability:
                return chance.fault
        return None


def cut(request: web.Request) -> web.Response:
    """Cuts the connection at once. Return what it returns: nobody will receive it."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
