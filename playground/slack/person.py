"""Somebody who sits at the pretend Slack."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from playground.person import Attached, Outcome, SeenEvent, SeenForm, SeenMessage
from playground.slack import fields, mrkdwn
from playground.slack.blocks import elements_of, kept_options
from playground.slack.delivery import Delivery
from playground.slack.elements import EXTERNAL, OFFERED, options_of
from playground.slack.eye import Eye
from playground.slack.news import News
from playground.slack.payloads import Payloads
from playground.slack.refusal import Json, Refusal
from playground.slack.replies import apply_submission, respond
from playground.slack.shapes import Misshapen
from playground.slack.tickets import ResponseUrl, Triggers
from playground.slack.uploads import Uploads
from playground.slack.views import OpenView, Views
from playground.slack.workspace import Conversation, Message, Workspace
from playground.slack.writing import Writing
from playground.world import User

_NO_ANSWER = "The app did not respond."
_TROUBLE = "We had some trouble connecting. Try again?"


class Host(Protocol):
    """The platform, seen from a chair."""

    workspace: Workspace
    views: Views
    triggers: Triggers
    payloads: Payloads
    delivery: Delivery
    news: News
    uploads: Uploads
    eye: Eye
    installed: bool

    @property
    def files_address(self) -> str: ...

    def response_url(self, url: ResponseUrl) -> str: ...


class SlackPerson:
    """See playground.person.Person for what each of these does."""

    def __init__(self, host: Host, user: User) -> None:
        self.id = user.id
        self.name = user.name
        self.locale = user.locale
        self._host = host
        self._workspace = host.workspace
        self._offered: dict[str, Json] = {}  # by value, in the search that was typed into last
        self._found: dict[str, dict[str, Json]] = {}  # by field, by value, in the form that is open
        self._writing = Writing(host, user.id)

    def channels(self) -> Sequence[tuple[str, str]]:
        mine = sorted(self._workspace.of_user(self.id), key=lambda conversation: conversation.kind == "im")
        return [(conversation.id, conversation.name) for conversation in mine]

    def messages(self, channel: str) -> Sequence[SeenMessage]:
        conversation = self._in(channel)
        own = conversation.own(self.id).values()
        visible = sorted((*conversation.messages.values(), *own), key=lambda message: message.ts)
        return [self._host.eye.message(message) for message in visible if not message.thread_ts]

    def thread(self, message: SeenMessage) -> Sequence[SeenMessage]:
        conversation, parent = self._in(message.channel), message.thread or message.id
        own = (one for one in conversation.own(self.id).values() if one.thread_ts == parent)
        visible = sorted((*conversation.replies(parent), *own), key=lambda message: message.ts)
        return [self._host.eye.message(one) for one in visible]

    def home(self) -> SeenMessage | None:
        home = self._host.views.homes.get(self.id)
        return None if home is None else self._host.eye.view(home)

    def events(self) -> Sequence[SeenEvent]:
        """Slack has none."""
        return ()

    @property
    def form(self) -> SeenForm | None:
        view = self._host.views.top(self.id)
        return None if view is None else self._host.eye.form(view)

    async def open_home(self) -> Outcome:
        opened = self._host.payloads.home_opened(self.id, self._host.views.homes.get(self.id))
        return Outcome(await self._host.news.tell(opened))

    async def command(self, channel: str, name: str, text: str = "") -> Outcome:
        conversation = self._in(channel)
        if not self._host.installed:
            return Outcome(False, f"/{name} is not a valid command.")
        answer_to = ResponseUrl(self.id, channel)
        payload = self._host.payloads.command(
            self.id, conversation, name, text, self._host.triggers.new(self.id), self._host.response_url(answer_to)
        )
        ack = await self._host.delivery.act("slash_commands", payload, answer=True)
        if not ack.acknowledged:
            error = "operation_timeout" if ack.sent else "dispatch_failed"
            return Outcome(False, f"/{name} failed with the error “{error}”")
        try:
            if ack.payload:
                respond(self._workspace, answer_to, ack.payload)
        except Refusal:
            return Outcome(False, f"/{name} failed with the error “invalid_command_response”")
        return Outcome(True)

    async def say(
        self, channel: str, text: str, *, files: Sequence[Attached] = (), to: SeenMessage | None = None
    ) -> Outcome:
        if to is not None:
            raise PermissionError("Slack has threads only")
        return Outcome(await self._writing.post(self._in(channel), text, "", files))

    async def reply(self, message: SeenMessage, text: str, *, files: Sequence[Attached] = ()) -> Outcome:
        thread = message.thread or message.id
        return Outcome(await self._writing.post(self._in(message.channel), text, thread, files))

    async def edit(self, message: SeenMessage, text: str) -> Outcome:
        return Outcome(await self._writing.change(self._standing(message), text))

    async def delete(self, message: SeenMessage) -> Outcome:
        return Outcome(await self._writing.delete(self._standing(message)))

    async def react(self, message: SeenMessage, emoji: str, *, on: bool = True) -> Outcome:
        return Outcome(await self._writing.react(self._standing(message), emoji, on=on))

    def menu(self, message: SeenMessage) -> Sequence[tuple[str, str]]:
        """In the one language of the app's manifest."""
        return () if message.private or not message.channel else tuple(self._workspace.world.shortcuts.items())

    async def use(self, message: SeenMessage, name: str) -> Outcome:
        if name not in dict(self.menu(message)):
            raise ValueError("that is not in the menu")
        standing, trigger = self._standing(message), self._host.triggers.new(self.id)
        url = self._host.response_url(ResponseUrl(self.id, message.channel))
        return await self._act(self._host.payloads.shortcut(self.id, standing, name, trigger, url))

    async def press(self, message: SeenMessage, label: str) -> Outcome:
        return await self._act(self._pressed(message, lambda blocks: self._action(blocks, label)))

    async def suggested(self, channel: str, name: str, text: str) -> Sequence[tuple[str, str]]:
        raise PermissionError("Slack offers nothing while a command is typed")

    async def look_up(self, message: SeenMessage, label: str, text: str) -> Sequence[tuple[str, str]]:
        self._offered = {}
        blocks = self._standing(message).blocks if message.channel else self._view(message.id).view["blocks"]
        block, element = _search(blocks, label)
        if len(text) < element.get("min_query_length", 3):
            return []
        began = self._pressed(message, lambda _: {})
        self._offered = await self._asked(self._host.payloads.suggestion(began, block, element, text))
        return _labelled(self._offered)

    async def find(self, field: str, text: str) -> Sequence[tuple[str, str]]:
        view = self._host.views.top(self.id)
        block = next((one for one in (view.inputs if view else ()) if one["block_id"] == field), None)
        if view is None or block is None or block["element"]["type"] not in EXTERNAL:
            raise ValueError("there is no such field")
        if len(text) < block["element"].get("min_query_length", 3):
            return []
        began = self._host.payloads.press_in_view(self.id, view, {}, "")
        found = await self._asked(self._host.payloads.suggestion(began, block, block["element"], text))
        self._found.setdefault(field, {}).update(found)
        return _labelled(found)

    async def _asked(self, payload: Json) -> dict[str, Json]:
        """The options that the app offers, by value."""
        ack = await self._host.delivery.act("interactive", payload, answer=True)
        try:
            OFFERED(ack.payload, "")
        except Misshapen:
            return {}  # "No results", or that they could not be loaded
        return {option["value"]: option for option in kept_options(ack.payload["options"])}

    async def pick(self, message: SeenMessage, label: str, value: str) -> Outcome:
        if value not in self._offered:
            raise ValueError("that was not offered")
        picked = self._offered[value]
        payloads = self._host.payloads
        return await self._act(self._pressed(message, lambda blocks: payloads.pick(*_search(blocks, label), picked)))

    async def _act(self, payload: Json) -> Outcome:
        ack = await self._host.delivery.act("interactive", payload)
        return Outcome(True) if ack.acknowledged else Outcome(False, _NO_ANSWER)

    def _pressed(self, message: SeenMessage, find: Callable[[list[Json]], Json]) -> Json:
        """The payload of what is done in a message or view; `find` makes its action of the blocks as they stand now."""
        trigger = self._host.triggers.new
        if not message.channel:
            view = self._view(message.id)
            action = find(view.view["blocks"])
            in_modal = view.id if view.view["type"] == "modal" else ""
            return self._host.payloads.press_in_view(self.id, view, action, trigger(self.id, in_modal))
        stands = self._standing(message)
        action = find(stands.blocks)
        url = ResponseUrl(self.id, stands.channel, stands.ts, bool(stands.only_for))
        return self._host.payloads.press_in_message(
            self.id, stands, action, trigger(self.id), self._host.response_url(url)
        )

    async def submit(self, values: Mapping[str, str | Sequence[str]]) -> Outcome:
        view = self._host.views.top(self.id)
        if view is None or not (view.inputs or "submit" in view.view):
            raise ValueError("there is nothing to send in")
        self._fill_in(view, values)
        view.errors = {}
        payload = self._host.payloads.submission(view, self._host.triggers.new(self.id, view.id))
        ack = await self._host.delivery.act("interactive", copy.deepcopy(payload), answer=True)
        if not ack.acknowledged:
            return Outcome(False, _TROUBLE)
        try:
            apply_submission(self._host.views, view, ack.payload)
        except Refusal:
            return Outcome(False, _TROUBLE)
        return Outcome(True)

    def dismiss(self) -> None:
        view = self._host.views.top(self.id)
        if view is None:
            return
        cleared = bool(view.view.get("clear_on_close"))
        self._host.views.pop(view)
        if cleared:
            self._host.views.clear(self.id)
        if view.view.get("notify_on_close"):
            closed = self._host.payloads.closed(view, cleared=cleared)
            self._host.delivery.start(self._host.delivery.act("interactive", closed))

    def _in(self, channel: str) -> Conversation:
        conversation = self._workspace.conversations.get(channel)
        if conversation is None or self.id not in conversation.members:
            raise PermissionError("not in this channel")
        return conversation

    def _view(self, view_id: str) -> OpenView:
        for view in (self._host.views.top(self.id), self._host.views.homes.get(self.id)):
            if view is not None and view.id == view_id:
                return view
        raise ValueError("this is not in front of them")

    def _standing(self, message: SeenMessage) -> Message:
        conversation = self._in(message.channel)
        place = conversation.own(self.id) if message.private else conversation.messages
        if message.id not in place:
            raise ValueError("there is no such message")
        return place[message.id]

    def _action(self, blocks: list[Json], label: str) -> Json:
        """The action of the button as it stands now."""
        every = [(block, element) for block in blocks for element in elements_of(block)]
        buttons = [(block, element) for block, element in every if element["type"] == "button"]
        for field in ("label", "key"):
            for block, element in buttons:
                shown = mrkdwn.unescape(element["text"]["text"]) if field == "label" else element["action_id"]
                if shown == label:
                    return self._host.payloads.action(block, element)
        raise ValueError("there is no such button")

    def _fill_in(self, view: OpenView, values: Mapping[str, str | Sequence[str]]) -> None:
        inputs = {block["block_id"]: block for block in view.inputs}
        if not set(values) <= set(inputs):
            raise ValueError("there is no such field")
        state = copy.deepcopy(view.state)
        for name, value in values.items():
            block = inputs[name]
            options = [
                *options_of(block["element"]),
                *fields.standing(block, state),
                *self._found.get(name, {}).values(),
            ]
            state[name][block["element"]["action_id"]] = fields.enter(block, value, options)
        if any(fields.missing(block, state) for block in view.inputs):
            raise ValueError("a field that must be filled in is empty")
        view.state = state


def _labelled(options: dict[str, Json]) -> list[tuple[str, str]]:
    return [(value, mrkdwn.unescape(option["text"]["text"])) for value, option in options.items()]


def _search(blocks: list[Json], label: str) -> tuple[Json, Json]:
    """The search with this label, or this key, and the block that it stands in."""
    for block in blocks:
        for element in elements_of(block):
            shown = mrkdwn.unescape(element.get("placeholder", {}).get("text", ""))
            if element["type"] == "external_select" and label in (shown, element["action_id"]):
                return block, element
    raise ValueError("there is no such search")
