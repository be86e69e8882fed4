"""Somebody who sits at the pretend Discord."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from playground.discord import eye, forms, markdown, payloads
from playground.discord.commands import Commands
from playground.discord.components import BUTTON, LINK, walk
from playground.discord.errors import Json
from playground.discord.interactions import COMMAND, COMPONENT, SUBMIT, TYPING, Interactions
from playground.discord.lines import local
from playground.discord.state import THREAD_BEGINNING, Channel, Message, State
from playground.discord.writing import Writing
from playground.person import Attached, Outcome, SeenButton, SeenEvent, SeenForm, SeenMessage
from playground.world import User


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
        self._writing = Writing(user, state)

    def channels(self) -> Sequence[tuple[str, str]]:
        all_of_them = (channel for channel in self._state.channels.values() if channel.thread is None)
        mine = [channel for channel in all_of_them if self.id in channel.members]
        return [(channel.id, channel.name) for channel in sorted(mine, key=lambda channel: channel.dm_with is not None)]

    def messages(self, channel: str) -> Sequence[SeenMessage]:
        visible = self._channel(channel).visible(self.id)
        return [eye.look(self._state, message) for message in visible if message.type != THREAD_BEGINNING]

    def thread(self, message: SeenMessage) -> Sequence[SeenMessage]:
        below = message.thread or message.id
        return self.messages(below) if below in self._state.channels else ()

    def home(self) -> SeenMessage | None:
        """Discord has none."""
        return None

    def events(self) -> Sequence[SeenEvent]:
        """Of the servers that they are in."""
        state, now, how = self._state, self._state.now(), eye.names(self._state)
        mine = {id for id, guild in state.guilds.items() if self.id in guild.people}
        there = (one for one in state.events.values() if one.guild in mine and not one.is_over(now))
        return [
            SeenEvent(one.id, one.name, one.begins, one.where, markdown.inline(one.about, how))
            for one in sorted(there, key=lambda one: one.begins)
        ]

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

    def menu(self, message: SeenMessage) -> Sequence[tuple[str, str]]:
        there = () if message.private else self._commands.in_menus(self._channel(message.channel).guild)
        return [(one["name"], local(one, self.locale) or one["name"]) for one in there]

    async def use(self, message: SeenMessage, name: str) -> Outcome:
        where = self._channel(message.channel)
        told = payloads.message(self._state, self._standing(message))
        data = self._commands.in_a_menu(name, told, where.guild)
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

    async def find(self, field: str, text: str) -> Sequence[tuple[str, str]]:
        raise PermissionError("Discord offers nothing in forms")

    async def pick(self, message: SeenMessage, label: str, value: str) -> Outcome:
        raise PermissionError("Discord has no searches in messages")

    async def say(
        self, channel: str, text: str, *, files: Sequence[Attached] = (), to: SeenMessage | None = None
    ) -> Outcome:
        """Messages are not acknowledged: it is said, whoever listens."""
        where = self._channel(channel)
        replied = None if to is None else self._standing(to)
        if replied and replied.channel is not where:
            raise ValueError("that stands elsewhere")
        self._writing.post(where, text, files, replied)
        return Outcome(acknowledged=True)

    async def reply(self, message: SeenMessage, text: str, *, files: Sequence[Attached] = ()) -> Outcome:
        self._writing.post(self._writing.thread_below(self._standing(message)), text, files)
        return Outcome(acknowledged=True)

    async def edit(self, message: SeenMessage, text: str) -> Outcome:
        self._writing.change(self._standing(message), text)
        return Outcome(acknowledged=True)

    async def delete(self, message: SeenMessage) -> Outcome:
        self._writing.delete(self._standing(message))
        return Outcome(acknowledged=True)

    async def react(self, message: SeenMessage, emoji: str, *, on: bool = True) -> Outcome:
        self._writing.react(self._standing(message), emoji, on=on)
        return Outcome(acknowledged=True)

    async def press(self, message: SeenMessage, label: str) -> Outcome:
        standing, wanted = self._standing(message), _wanted(message, label)
        if wanted is None:
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

    def _standing(self, message: SeenMessage) -> Message:
        """Raises PermissionError and ValueError."""
        standing = self._channel(message.channel).messages.get(message.id)
        if standing is None or standing.only_for not in ("", self.id):
            raise ValueError("no such message")
        return standing

    def _channel(self, channel_id: str) -> Channel:
        """Raises PermissionError."""
        channel = self._state.channels.get(channel_id)
        if channel is None or self.id not in channel.members:
            raise PermissionError("not in this channel")
        return channel


def _wanted(message: SeenMessage, label: str) -> SeenButton | None:
    by_label = next((button for button in message.buttons if button.label == label), None)
    return by_label or next((button for button in message.buttons if button.key == label), None)
