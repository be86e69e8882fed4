"""What a person does with messages: writing, replying, changing and deleting their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playground.discord import attachments, payloads, posting, threads
from playground.discord.attachments import MOST_BYTES, MOST_FILES, Upload
from playground.discord.state import DEFAULT, REPLY, Channel, Message, State
from playground.person import Attached
from playground.world import User

MOST_TEXT = 2000
_CHANNEL = re.compile(r"(?<![\w<])#([\w-]+)")


class Writing:
    """Of one person. Raises ValueError for what the client would not send, PermissionError for what is not theirs."""

    def __init__(self, user: User, state: State) -> None:
        self._user = user
        self._state = state

    def post(self, where: Channel, typed: str, files: Sequence[Attached], to: Message | None = None) -> Message:
        text = self._checked(typed, empty=bool(files))
        if where.dm_with and not self._state.reaches(where):
            raise PermissionError("no server in common")
        if where.thread and where.thread.locked:
            raise PermissionError("this thread is closed")
        if len(files) > MOST_FILES or not all(0 < len(content) <= MOST_BYTES for _, content in files):
            raise ValueError("files that Discord would not take")
        threads.wake(self._state, where)
        uploads = {f"files[{n}]": Upload(name, content) for n, (name, content) in enumerate(files)}
        body = attachments.taken_in(self._state, where.id, {"content": self._marked(where, text)}, uploads)
        if to is not None:
            body["message_reference"] = {"message_id": to.id}
        return posting.post(self._state, where, self._user, body, type=REPLY if to else DEFAULT)

    def thread_below(self, message: Message) -> Channel:
        """The one that is there, or a new one; its name is what the client proposes."""
        if message.channel.thread:
            return message.channel
        if standing := self._state.channels.get(message.id):
            return standing
        if message.channel.dm_with or message.only_for:
            raise PermissionError("no threads here")
        words = " ".join((message.content or "Thread").split())
        return threads.start(self._state, message, self._user, words[: threads.MOST_NAME], 4320)

    def change(self, message: Message, typed: str) -> None:
        self._check_own(message)
        text = self._checked(typed, empty=bool(message.attachments))
        threads.wake(self._state, message.channel)
        posting.edit(self._state, message, {"content": self._marked(message.channel, text)})

    def delete(self, message: Message) -> None:
        self._check_own(message)
        posting.delete(self._state, message)

    def react(self, message: Message, emoji: str, *, on: bool) -> None:
        users = message.reactions.get(emoji, {})
        if (self._user.id in users) == on:
            raise ValueError("there is nothing to change")
        if on:
            message.reactions.setdefault(emoji, {})[self._user.id] = None
        else:
            del users[self._user.id]
            if not users:
                del message.reactions[emoji]
        message.seen = None
        if not message.only_for and self._state.sees(message.channel):
            told = payloads.reaction(self._state, message, self._user, emoji, on=on)
            self._state.dispatch(f"MESSAGE_REACTION_{'ADD' if on else 'REMOVE'}", told)

    def _check_own(self, message: Message) -> None:
        if message.author is not self._user:
            raise PermissionError("not theirs")

    def _checked(self, typed: str, *, empty: bool) -> str:
        text = typed.strip()
        if not (text or empty) or len(text) > MOST_TEXT:
            raise ValueError(f"a message has 1 to {MOST_TEXT} characters")
        return typed

    def _marked(self, where: Channel, text: str) -> str:
        """A name after @ becomes a mention, that of a channel after # too."""
        for user in self._state.around(where).values():
            for written in (f"@{user.name}", f"@{user.handle}"):
                text = text.replace(written, f"<@{user.id}>")
        named = {one.name: one.id for one in self._state.channels.values() if one.guild == where.guild and where.guild}
        return _CHANNEL.sub(lambda word: f"<#{named[word[1]]}>" if word[1] in named else word[0], text)
