"""What a person does with messages: writing, replying, changing and deleting their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from playground.person import Attached
from playground.slack.composer import compose
from playground.slack.news import News
from playground.slack.refusal import Json
from playground.slack.uploads import MOST_BYTES, Upload, Uploads
from playground.slack.workspace import BOT_NAME, Conversation, Message, Workspace, new_id

MOST_TEXT = 12_000  # characters in Slack's editor
_TOMBSTONE = "This message was deleted."
_SLACKBOT = "USLACKBOT"


class Host(Protocol):
    workspace: Workspace
    uploads: Uploads
    news: News

    @property
    def files_address(self) -> str: ...


class Writing:
    """Of one person. Raises ValueError for what the editor would not send, PermissionError for what is not theirs."""

    def __init__(self, host: Host, user: str) -> None:
        self._host = host
        self._workspace = host.workspace
        self._user = user

    async def post(self, conversation: Conversation, typed: str, thread: str, files: Sequence[Attached]) -> bool:
        text, blocks = self._composed(typed, empty=bool(files))
        if thread and thread not in conversation.messages:
            raise ValueError("there is no such message")
        message = Message(self._workspace.next_ts(), conversation.id, self._user, text, blocks, thread_ts=thread)
        message.files = [self._uploaded(one, conversation) for one in files]
        message.subtype = "file_share" if files else ""
        message.client_msg_id = new_id("")
        self._workspace.post(message)
        return await self._host.news.said(message)

    async def change(self, message: Message, typed: str) -> bool:
        self._check_own(message)
        text, blocks = self._composed(typed, empty=bool(message.files))
        previous = self._workspace.message_json(message)
        message.change(text, blocks, self._workspace.next_ts())
        return await self._host.news.changed(message, previous)

    async def delete(self, message: Message) -> bool:
        self._check_own(message)
        previous = self._workspace.message_json(message)
        take_away(self._workspace, message)
        return await self._host.news.deleted(message, previous)

    async def react(self, message: Message, name: str, *, on: bool) -> bool:
        """By the emoji's name."""
        users = message.reactions.get(name, {})
        if (self._user in users) == on or message.subtype == "tombstone":
            raise ValueError("there is nothing to change")
        if on:
            message.reactions.setdefault(name, {})[self._user] = None
        else:
            del users[self._user]
            if not users:
                del message.reactions[name]
        message.seen = None
        return await self._host.news.reacted(message, self._user, name, on=on)

    def _check_own(self, message: Message) -> None:
        if message.user != self._user or message.subtype == "tombstone":
            raise PermissionError("not theirs")

    def _composed(self, typed: str, *, empty: bool) -> tuple[str, list[Json]]:
        if not (typed.strip() or empty):
            raise ValueError("nothing to say")
        if len(typed) > MOST_TEXT:
            raise ValueError(f"a message has at most {MOST_TEXT} characters")
        return compose(typed, self._resolved, lambda channel: self._workspace.conversations[channel].name)

    def _uploaded(self, one: Attached, conversation: Conversation) -> Upload:
        name, content = one
        if not 0 < len(content) <= MOST_BYTES:
            raise ValueError("a file that Slack would not take")
        upload = Upload(new_id("F"), name, len(content), "", content, name)
        self._host.uploads.share(upload, conversation.id, self._host.files_address)
        return upload

    def _resolved(self, mark: str, name: str) -> Json | None:
        if mark == "#":
            channels = self._workspace.conversations.values()
            found = next((each for each in channels if each.name == name and each.kind != "im"), None)
            return {"type": "channel", "channel_id": found.id} if found else None
        if name in ("here", "channel", "everyone"):
            return {"type": "broadcast", "range": name}
        user = self._workspace.world.bot_user_id if name == BOT_NAME else self._workspace.handles.get(name)
        return {"type": "user", "user_id": user} if user else None


def take_away(workspace: Workspace, message: Message) -> None:
    """What has replies leaves a gravestone; that goes when the last reply does."""
    conversation = workspace.conversations[message.channel]
    if conversation.replies(message.ts):
        message.change(_TOMBSTONE, [], "")
        message.user, message.by_bot, message.as_name = _SLACKBOT, False, ""
        message.subtype, message.files, message.client_msg_id, message.metadata = "tombstone", [], "", None
        return
    conversation.remove(message)
    parent = conversation.messages.get(message.thread_ts)
    if parent is not None and parent.subtype == "tombstone" and not conversation.replies(parent.ts):
        conversation.remove(parent)
