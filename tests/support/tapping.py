"""How often somebody taps: buttons that they press, and forms that they send in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from support.house import House
from support.talk import Chair, chair


@dataclass
class CountedChair(Chair):
    taps: Counter[str] = field(default_factory=Counter)

    async def presses(self, label: str) -> None:
        self.taps[self.person.name] += 1
        await super().presses(label)

    async def answers(self, label: str) -> None:
        self.taps[self.person.name] += 1
        await super().answers(label)

    async def fills_in(self, **fields: str | Sequence[str]) -> None:
        self.taps[self.person.name] += 1
        await super().fills_in(**fields)


def counted(taps: Counter[str], home: House, platform: str, name: str, channel: str = "") -> CountedChair:
    sits = chair(home, platform, name, channel)
    return CountedChair(sits.person, sits.channel, sits.alone, taps)
