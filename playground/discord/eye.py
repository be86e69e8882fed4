"""A message as the eye sees it."""

from __future__ import annotations

from collections.abc import Iterator

from playground.discord import markdown
from playground.discord.bodies import LOADING
from playground.discord.components import BUTTON, LINK, SEPARATOR, TEXT, walk
from playground.discord.errors import Json
from playground.discord.pings import pings
from playground.discord.state import THREAD_BEGINNING, Message, State
from playground.person import SeenButton, SeenFile, SeenLine, SeenMessage

STYLES = {1: "primary", 4: "danger"}


def names(state: State) -> markdown.Names:
    return markdown.Names(
        user=lambda user: state.users[user].name if user in state.users else "unknown-user",
        channel=lambda channel: state.channels[channel].name if channel in state.channels else "unknown",
    )


def look(state: State, message: Message) -> SeenMessage:
    """Kept until the message changes."""
    if message.seen is None:
        message.seen = _look(state, message)
    return message.seen


def _look(state: State, message: Message) -> SeenMessage:
    how, below = names(state), state.channels.get(message.id)
    above = tuple(_lines_above(message, how))
    lines = (*above, *component_lines(message.components, how))
    return SeenMessage(
        id=message.id,
        channel=message.channel.id,
        author=message.author.name,
        lines=lines,
        buttons=tuple(_buttons(message.components, how, len(above))),
        private=bool(message.only_for),
        edited=message.edited is not None,
        pings=pings(state, message),
        fallback="\n".join(line.text for line in lines if line.kind != "divider"),
        files=tuple(
            SeenFile(one["filename"], one.get("description", ""), state.attached.get(one["id"], b""))
            for one in message.attachments
        ),
        thread=message.channel.id if message.channel.thread else "",
        replies=sum(one.type != THREAD_BEGINNING for one in below.messages.values()) if below else 0,
        reactions=tuple((emoji, len(users)) for emoji, users in message.reactions.items()),
        answers=message.reply_to,
        user=message.author.id,
        threadable=not (message.channel.thread or message.channel.dm_with or message.only_for),
    )


def _lines_above(message: Message, how: markdown.Names) -> Iterator[SeenLine]:
    """What stands above the components."""
    if message.flags & LOADING:
        yield SeenLine("note", f"{message.author.name} is thinking…")
    if message.content:
        yield from markdown.lines(message.content, how)
    for embed in message.embeds:
        yield from _embed(embed, how)


def component_lines(components: list[Json], how: markdown.Names) -> Iterator[SeenLine]:
    for _, component in walk(components):
        yield from _component(component, how)


def _component(component: Json, how: markdown.Names) -> Iterator[SeenLine]:
    if component["type"] == TEXT:
        yield from markdown.lines(component["content"], how)
    elif component["type"] == SEPARATOR and component.get("divider", True):
        yield SeenLine("divider", "")


def _embed(embed: Json, how: markdown.Names) -> Iterator[SeenLine]:
    if embed.get("title"):
        yield SeenLine("heading", markdown.inline(embed["title"], how))
    yield from markdown.lines(embed.get("description") or "", how)
    for each in embed.get("fields") or []:
        yield SeenLine("text", markdown.inline(f"{each['name']}\n{each['value']}", how))
    if embed.get("footer"):
        yield SeenLine("note", embed["footer"]["text"])


def _buttons(components: list[Json], how: markdown.Names, below: int) -> Iterator[SeenButton]:
    """`below` lines stand above them all."""
    for _, component in walk(components):
        below += sum(1 for _ in _component(component, how))
        if component["type"] == BUTTON:
            yield _button(component, below)


def _button(button: Json, below: int) -> SeenButton:
    emoji = (button.get("emoji") or {}).get("name", "")
    label = f"{emoji} {button.get('label', '')}".strip()
    key = button["url"] if button["style"] == LINK else button.get("custom_id", "")
    return SeenButton(label, key, STYLES.get(button["style"], ""), bool(button.get("disabled")), below)
