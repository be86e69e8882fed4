"""All that anybody sees on both pretend platforms: what stands in channels and threads, and what only one person is
shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from support.house import House

from playground.person import SeenMessage


class Sight(NamedTuple):
    """A message in a channel or a thread of it, for all who are in it, or one for one `reader`: their account."""

    place: str
    reader: str
    id: str
    text: str


def sights(home: House) -> Iterator[Sight]:
    yield from _in_slack(home)
    yield from _in_discord(home)


def _in_slack(home: House) -> Iterator[Sight]:
    slack = home.slack
    at = f"slack:{slack.workspace.world.team_id}/"
    for conversation in [*slack.workspace.conversations.values()]:
        place = at + conversation.id
        alone = next((at + one.id for one in slack.workspace.people if one.id in conversation.members), "")
        for message in conversation.messages.values():
            reader = alone if conversation.kind == "im" else ""
            yield Sight(place, reader, message.ts, said(slack.eye.message(message)))
        for user, own in conversation.ephemerals.items():
            for message in own.values():
                yield Sight(place, at + user, message.ts, said(slack.eye.message(message)))
    for user, view in slack.views.homes.items():
        yield Sight("home", at + user, view.id, said(slack.eye.view(view)))


def _in_discord(home: House) -> Iterator[Sight]:
    state = home.discord._state
    for channel in [*state.channels.values()]:
        at = f"discord:{channel.guild or state.world.guild_id}/"
        place = at + (channel.thread.parent.id if channel.thread else channel.id)
        for message, seen in zip([*channel.messages.values()], home.discord.messages(channel.id), strict=True):
            reader = channel.dm_with.id if channel.dm_with else message.only_for
            yield Sight(place, at + reader if reader else "", message.id, said(seen))


def said(message: SeenMessage) -> str:
    files = (f"{one.name} {one.alt} {one.content.decode(errors='replace')}" for one in message.files)
    labels = (button.label for button in message.buttons)
    return "\n".join((message.author, message.text, message.fallback, *labels, *files)).replace("\xa0", " ")
