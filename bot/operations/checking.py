"""The operator's command that says in plain sentences what is in order and what is to be done, with each next step. It
says nothing to anybody else and changes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence

from bot.boundary import OutcomeUnknown, Refused, RetryAfter
from bot.boundary.checking import Expected, Finding, Look, Weight, todo
from bot.operations import checking_here, terminal
from bot.operations.settings import Settings
from bot.texts import Words

NAMES = {"slack": "Slack", "discord": "Discord"}


def check(settings: Settings, words: Words, looks: Mapping[str, Look]) -> int:
    """Prints it as it is found. Returns the exit status, 1 where something is to be done. `looks`: by platform, those
    that the bot would connect to."""
    return asyncio.run(_check(settings, words, looks))


async def _check(settings: Settings, words: Words, looks: Mapping[str, Look]) -> int:
    report = _Report(words)
    here = checking_here.look(settings, [*looks])
    report.begin(words("check-here"))
    report.tell(*here.found)
    for platform, title in NAMES.items():
        expected = here.expected.get(platform, ())
        if platform in looks:
            report.begin(title)
            async for found in _there(platform, looks[platform], expected):
                report.tell(found)
        elif expected and not checking_here.mentions(settings, platform):
            report.begin(title)
            report.tell(todo("check-platform-left-out", platform=title))
    print(words("check-left", count=report.left) if report.left else words("check-all-fine"), flush=True)
    return 1 if report.left else 0


async def _there(platform: str, look: Look, expected: Sequence[Expected]) -> AsyncIterator[Finding]:
    """With what the platform answered instead, where it did not get so far."""
    try:
        async for found in look(expected):
            yield found
    except (RetryAfter, OutcomeUnknown):
        yield todo("check-platform-silent", platform=NAMES[platform])
    except Refused as error:
        yield todo("check-platform-refused", platform=NAMES[platform], reason=error.reason)


class _Report:
    """`left`: how many things are to be done."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.left = 0

    def begin(self, title: str) -> None:
        print(title, flush=True)

    def tell(self, *findings: Finding) -> None:
        for found in findings:
            print(f"  {self._marked(found.weight, terminal.drawn(self._words, found))}", flush=True)
            self.left += found.weight is Weight.TODO

    def _marked(self, weight: Weight, said: str) -> str:
        match weight:
            case Weight.FINE:
                return self._words("check-is-fine", said=said)
            case Weight.NOTE:
                return self._words("check-is-note", said=said)
            case Weight.TODO:
                return self._words("check-is-todo", said=said)
