"""Somebody who sits at the pretend Discord."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from playground.discord import eye, forms, posting
from playground.discord.commands import Commands
from playground.discord.components import BUTTON, LINK, walk
from playground.discord.errors import Json
from playground.discord.interactions import COMMAND, COMPONENT, SUBMIT, TYPING, Interactions
from playground.discord.state import Channel, Message, State
from playground.person import Outcome, SeenButton, SeenForm, SeenMessage
from playground.world import User

MOST_TEXT = 2000


class Ask(Protocol):
    async def __call__(
        self, user: User, channel: Channel, kind: int, data: Json, source: Message | None
    ) -> Outcome: ...


class DiscordPerson:
    """A `playground.person.Person`. Several may sit as the same member: they see one screen."""

    def __init__(self, user: User, state: State, commands: Commands, interactions: Interactions, ask: Ask) -> None:
        self.id = user.id
        self.name = user.name
        self.locale = user.locale
        self._user = user
        self._state = state
        self._commands = commands
        self._interactions = interactions
        self._ask = ask

    def channels(self) -> Sequence[tuple[str, str]]:
        mine = [channel for channel in self._state.channels.values() if self.id in channel.members]
        return [(channel.id, channel.name) for channel in sorted(mine, key=lambda channel: channel.dm_with is not None)]

    def messages(self, channel: str) -> Sequence[SeenMessage]:
        return [eye.look(self._state, message) for message in self._channel(channel).visible(self.id)]

    def home(self) -> SeenMessage | None:
        """Discord has none."""
        return None

    async def open_home(self) -> Outcome:
        raise PermissionError("Discord has no home tab")

    @property
    def form(self) -> SeenForm | None:
        opened = self._interactions.forms.get(self.id)
        return None if opened is None else forms.seen(opened.data, eye.names(self._state), self.locale)

    def dismiss(self) -> None:
        self._interactions.forms.pop(self.id, None)

    async def command(self, channel: str, name: str, text: str = "") -> Outcome:
        where = self._channel(channel)
        if not self._state.reaches(where):
            raise ValueError("no such command")
        data = self._commands.typed(name, text, locale=self.locale, guild=where.guild)
        return await self._ask(self._user, where, COMMAND, data, None)

    async def suggested(self, channel: str, name: str, text: str) -> Sequence[tuple[str, str]]:
        where = self._channel(channel)
        if not self._state.reaches(where):
            raise ValueError("no such command")
        data = self._commands.being_typed(name, text, locale=self.locale, guild=where.guild)
        self._interactions.choices.pop(self.id, None)
        await self._ask(self._user, where, TYPING, data, None)
        return [(one["value"], one["name"]) for one in self._interactions.choices.pop(self.id, [])]

    async def look_up(self, message: SeenMessage, label: str, text: str) -> Sequence[tuple[str, str]]:
        raise PermissionError("Discord has no searches in messages")

    async def pick(self, message: SeenMessage, label: str, value: str) -> Outcome:
        raise PermissionError("Discord has no searches in messages")

    async def say(self, channel: str, text: str) -> Outcome:
        """A name after @ becomes a mention. Messages are not acknowledged: it is said, whoever listens."""
        where = self._channel(channel)
        if not 0 < len(text.strip()) <= MOST_TEXT:
            raise ValueError(f"a message has 1 to {MOST_TEXT} characters")
        if where.dm_with and not self._state.reaches(where):
            raise PermissionError("no server in common")
        for user in self._state.around(where).values():
            for written in (f"@{user.name}", f"@{user.handle}"):
                text = text.replace(written, f"<@{user.id}>")
        posting.post(self._state, where, self._user, {"content": text})
        return Outcome(acknowledged=True)

    async def press(self, message: SeenMessage, label: str) -> Outcome:
        standing = self._channel(message.channel).messages.get(message.id)
        wanted = _wanted(message, label)
        if standing is None or wanted is None or standing.only_for not in ("", self.id):
            raise ValueError("no such button")
        found = (
            component
            for _, component in walk(standing.components)
            if component["type"] == BUTTON and wanted.key in (component.get("custom_id"), component.get("url"))
        )
        button = next(found, None)
        if button is None or button.get("disabled"):
            raise ValueError("no such button")
        if button["style"] == LINK:
            return Outcome(acknowledged=True)
        data = {"component_type": BUTTON, "custom_id": button["custom_id"], "id": button["id"]}
        return await self._ask(self._user, standing.channel, COMPONENT, data, standing)

    async def submit(self, values: Mapping[str, str | Sequence[str]]) -> Outcome:
        """Discord closes a form that the bot took, whatever it thought of the fields; one that was not acknowledged
        stays open."""
        opened = self._interactions.forms.get(self.id)
        if opened is None:
            raise ValueError("no open form")
        data = forms.filled(opened.data, values)
        outcome = await self._ask(self._user, opened.channel, SUBMIT, data, opened.source)
        if outcome.acknowledged and self._interactions.forms.get(self.id) is opened:
            self.dismiss()
        return outcome

    def _channel(self, channel_id: str) -> Channel:
        """Raises PermissionError."""
        channel = self._state.channels.get(channel_id)
        if channel is None or self.id not in channel.members:
            raise PermissionError("not in this channel")
        return channel


def _wanted(message: SeenMessage, label: str) -> SeenButton | None:
    by_label = next((button for button in message.buttons if button.label == label), None)
    return by_label or next((button for button in message.buttons if button.key == label), None)
