"""Getting an act to the bot: copies, delays, deadlines, and Slack's retries of events."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from playground.slack.refusal import Json

Kind = Literal["events_api", "interactive", "slash_commands"]
RETRY_DELAYS = (0.0, 60.0, 300.0)  # seconds: at once, after a minute, after five


class Conduct(Protocol):
    """How regular the deliveries are, and whether there is anybody to deliver to."""

    installed: bool
    deliver_times: tuple[int, int]
    shuffle_seconds: float


@dataclass(frozen=True)
class Ack:
    """`sent`: the bot took it. `acknowledged`: in time; with `payload` if the bot answered something."""

    sent: bool = False
    acknowledged: bool = False
    payload: Any = None


class Line(Protocol):
    """How it gets to the bot: through a socket, or over HTTP."""

    async def send(self, envelope: Json) -> Ack:
        """Waits for the ack as long as it is let."""

    async def give_up(self) -> None:
        """No ack is waited for any more."""


class Delivery:
    def __init__(
        self, line: Line, conduct: Conduct, rng: random.Random, retry_delays: Sequence[float], ack_seconds: float
    ) -> None:
        self.sent: deque[tuple[Kind, Json]] = deque(maxlen=10_000)
        self._line = line
        self._conduct = conduct
        self._rng = rng
        self._retry_delays = retry_delays
        self._ack_seconds = ack_seconds
        self._background: set[asyncio.Task[Any]] = set()
        self._copies: set[asyncio.Task[Ack]] = set()

    async def event(self, payload: Json, *, anyway: bool = False) -> bool:
        """Whether the bot acknowledged it in time. If not, Slack sends it again by and by, in the background. Where the
        app is not installed nothing is sent, unless `anyway`."""
        if not (self._conduct.installed or anyway):
            return False
        ack = await self._deliver("events_api", payload, _event_envelope(0, ""), False)
        if not ack.acknowledged:
            self.start(self._retry(payload, "timeout" if ack.sent else "http_error"))
        return ack.acknowledged

    async def act(self, kind: Kind, payload: Json, *, answer: bool = False, anyway: bool = False) -> Ack:
        """A command, press or form: tried now and never again. `answer`: the payload of the ack matters, so an empty
        ack of one copy does not end the waiting for the others. `anyway` as for an event."""
        if not (self._conduct.installed or anyway):
            return Ack()
        return await self._deliver(kind, payload, {"accepts_response_payload": answer}, answer)

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Runs in the background until done or `close`."""
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def close(self) -> None:
        """Ends what is in the background; whoever still waits for an ack learns at once that none will come."""
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)
        await self._line.give_up()
        await asyncio.gather(*self._copies, return_exceptions=True)

    async def _retry(self, payload: Json, reason: str) -> None:
        for attempt, delay in enumerate(self._retry_delays, start=1):
            await asyncio.sleep(delay)
            ack = await self._deliver("events_api", payload, _event_envelope(attempt, reason), False)
            if ack.acknowledged:
                return
            reason = "timeout" if ack.sent else "http_error"

    async def _deliver(self, kind: Kind, payload: Json, envelope: Json, answer: bool) -> Ack:
        self.sent.append((kind, payload))
        full = {"type": kind, "payload": payload, **envelope}
        times = self._rng.randint(*self._conduct.deliver_times)
        if times == 1:
            return await self._once(full)
        copies = [asyncio.create_task(self._once(full)) for _ in range(times)]
        for task in copies:
            self._copies.add(task)
            task.add_done_callback(self._copies.discard)
        best = Ack()
        for copy in asyncio.as_completed(copies):
            ack = await copy
            best = max(best, ack, key=lambda each: (bool(each.payload), each.acknowledged, each.sent))
            if best.acknowledged and (best.payload or not answer):
                break
        return best

    async def _once(self, envelope: Json) -> Ack:
        if self._conduct.shuffle_seconds:
            await asyncio.sleep(self._rng.uniform(0, self._conduct.shuffle_seconds))
        try:
            async with asyncio.timeout(self._ack_seconds):
                return await self._line.send(envelope)
        except TimeoutError:
            return Ack(sent=True)


def _event_envelope(attempt: int, reason: str) -> Json:
    return {"accepts_response_payload": False, "retry_attempt": attempt, "retry_reason": reason}
