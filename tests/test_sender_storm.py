"""The sender in bad weather: requests that hang, fail or arrive late, a process that dies, and all of it at random."""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import dataclass, field

import pytest
from sqlalchemy import select
from support.board import PACES, Board, Office, at, board, here
from support.databases import on_both

from bot.boundary import OutcomeUnknown, RetryAfter
from bot.delivery.claims import SETTLE, SendAttempt
from bot.delivery.outbox import Destination, State
from bot.delivery.rate_limits import CLOSE
from bot.delivery.sender import CUT_OFF

pytestmark = on_both

SEEDS = [int(seed) for seed in os.environ.get("SENDER_SEEDS", "1 2 3 4").split()]


__all__ = ["board", "here"]


@dataclass
class Storm:
    """Acts at random, with requests that hang, fail, or arrive when nobody believes in them any more."""

    here: Office
    rng: random.Random
    said: int = 0
    under_way: dict[str, tuple[SendAttempt, float]] = field(default_factory=dict)  # by address, with when it began
    arriving: list[tuple[float, SendAttempt]] = field(default_factory=list)
    begun: list[tuple[float, SendAttempt]] = field(default_factory=list)

    async def rages(self) -> None:
        acts = [self.say, self.change, self.remove, self.claim, self.claim, self.end, self.end, self.die, self.wait]
        for _ in range(150):
            await self.rng.choices(acts, weights=[4, 4, 1, 6, 6, 6, 6, 1, 6])[0]()
        while self.under_way:
            await self.end()
        await self.pass_time(SETTLE)
        await self.here.settle()

    async def say(self) -> None:
        self.said += 1
        for channel in self.rng.sample(("C1", "C1/17.0", "C2"), self.rng.randint(1, 2)):
            await self.here.say(self.said, channel)

    async def change(self) -> None:
        if self.said:
            await self.here.change(self.rng.randint(1, self.said), f"text {self.rng.random()}")

    async def remove(self) -> None:
        if self.said:
            await self.here.remove(self.rng.randint(1, self.said))

    async def claim(self) -> None:
        for step in await self.here.claim(self.rng.randint(1, 4)):
            assert step.address not in self.under_way, "two at once to one destination"
            self.under_way[step.address] = step, self.here.now
            self.begun.append((self.here.now, step))

    async def end(self) -> None:
        """Of one that is under way: mostly well."""
        if self.under_way:
            address = self.rng.choice(sorted(self.under_way))
            step, _ = self.under_way.pop(address)
            error = self.rng.choice(
                [None, None, None, RetryAfter(self.rng.uniform(0, 5)), OutcomeUnknown(), TimeoutError()]
            )
            if isinstance(error, TimeoutError):
                await self.cut_off(step)
            else:
                if error:
                    self.here.board.fails(error, arrives=isinstance(error, OutcomeUnknown) and self.rng.random() < 0.5)
                result = await self.here.attempt(step)
                self.here.board.will.clear()
                await self.here.finish(step, result)

    async def cut_off(self, step: SendAttempt) -> None:
        self.may_arrive(step)
        await self.here.finish(step, TimeoutError())

    async def die(self) -> None:
        """The process; what was under way arrives late or never. Another comes at once."""
        for step, _ in self.under_way.values():
            self.may_arrive(step)
        self.under_way.clear()
        await self.here.restart()

    def may_arrive(self, step: SendAttempt) -> None:
        """If it is what a post that looks first would send."""
        looks_first = step.since is not None and self.here.board.standing_of(step.delivery)
        if self.rng.random() < 0.5 and not (step.do == "post" and looks_first):
            self.arriving.append((self.here.now + self.rng.uniform(0, SETTLE * 0.99), step))

    async def wait(self) -> None:
        await self.pass_time(self.rng.choice((0.1, 1.0, 5.0, 20.0)))

    async def pass_time(self, seconds: float) -> None:
        """Nothing is under way for longer than it may."""
        until = self.here.now + seconds
        for step, began in list(self.under_way.values()):
            if began + CUT_OFF < until:
                self.here.now = max(self.here.now, began + CUT_OFF)
                del self.under_way[step.address]
                await self.cut_off(step)
        self.here.now = until
        for arrival in [one for one in self.arriving if one[0] <= until]:
            self.arriving.remove(arrival)
            await self.here.attempt(arrival[1])


@pytest.mark.parametrize("seed", SEEDS)
async def test_order_and_number_hold_whatever_happens(here: Office, board: Board, seed: int) -> None:
    print(f"seed {seed}: SENDER_SEEDS={seed} repeats it")
    board.paces = PACES
    storm = Storm(here, random.Random(seed))
    await storm.rages()

    deliveries = here.deliveries()
    assert {delivery.state for delivery in deliveries} <= {State.STANDING, State.GONE}
    assert max(Counter(one.delivery for one in board.accepted).values()) == 1, "a message was posted twice"
    for channel in ("C1", "C1/17.0", "C2"):
        there = [one for one in deliveries if one.address == str(at(channel))]
        assert board.texts(channel) == [here.words[one.subject] for one in there if not one.removed]
        accepted = [one.delivery for one in board.accepted if one.at == at(channel)]
        assert accepted == sorted(accepted), "out of order"
    for do, pace in PACES.items():
        starts = [began for began, step in storm.begun if step.do == do]
        # Those that follow each other closely keep their pace on the whole, as the platforms count.
        late = CLOSE if pace.workspace < CLOSE else 0.0
        for number, before in enumerate(starts):
            for after, began in enumerate(starts[number:]):
                assert began - before >= after * pace.workspace - late - 0.001
    leased = here.look(lambda session: session.scalars(select(Destination.leased_until)).all())
    assert set(leased) == {0.0}
