"""A poll as a crowd meets it: asking one, and reading its card."""

from __future__ import annotations

import asyncio
import re
from collections import Counter

from support import crowd

from playground.person import Person, SeenMessage

OPTIONS = ("Tuesday", "Thursday", "Neither")


def cards(person: Person, channel: str) -> list[SeenMessage]:
    return [message for message in person.messages(channel) if not message.private]


def votes(card: SeenMessage) -> Counter[str]:
    """What the card says, in either language."""
    counts = {option: re.search(rf"{option}: (\d+) vot", card.fallback) for option in OPTIONS}
    return Counter({option: int(count[1]) for option, count in counts.items() if count and count[1] != "0"})


NOT_DONE = ("I'm busy right now", "Ahora estoy ocupado", "Something went wrong", "Algo falló")


async def pressed(person: Person, channel: str, label: str) -> bool:
    """Whether the bot did it: it acknowledged, and did not ask to try again because it was busy or at fault."""
    if not (await person.press(cards(person, channel)[0], label)).acknowledged:
        return False
    told = [message for message in person.messages(channel) if message.private][-1:]
    return not any(words in message.text for message in told for words in NOT_DONE)


async def ask(rep: Person) -> None:
    """The rep fills in the form and presses "Post it", each as often as it takes."""
    while not (rep.form and rep.form.shown):
        if rep.form is None:
            await rep.command(crowd.STAFF, "poll")
            await asyncio.sleep(0.3)
        else:
            places = [value for value, _ in rep.form.field("Where should it go?").choices]
            await rep.submit({"question": "Which night?", "options": "\n".join(OPTIONS), "places": places})
    while not (await rep.press(rep.form.shown, "Post it")).acknowledged:
        await asyncio.sleep(0.3)
