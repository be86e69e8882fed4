"""What people write, change and take away in Discord. Our own messages, other bots' and webhooks' are nothing."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, OnErrorOmit, StringConstraints, ValidationError

from adapters.discord import prose
from adapters.payloads import OrDefault
from bot.boundary import Account, Address, Attachment, Counted, Deleted, Edited, Missed, Reacted, Said

NAME = "discord"
REPLY = 19
_TONE = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]")

Id = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,20}$")]


class Payload(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, hide_input_in_errors=True)


class User(Payload):
    id: Id
    bot: bool = False
    username: Annotated[str, OrDefault] = ""
    global_name: Annotated[str | None, OrDefault] = None


Mentions = Annotated[list[OnErrorOmit[User]], OrDefault]


class Upload(Payload):
    id: Id
    filename: Annotated[str, OrDefault] = ""
    size: Annotated[int, Field(ge=0), OrDefault] = 0


class Reference(Payload):
    message_id: Annotated[Id | None, OrDefault] = None


class MessagePayload(Payload):
    id: Id
    type: Literal[0, 19]  # said, or said in reply
    channel_id: Id
    author: User
    content: str
    guild_id: Id | None = None
    webhook_id: Id | None = None
    mentions: Mentions = []
    attachments: Annotated[list[OnErrorOmit[Upload]], OrDefault] = []
    message_reference: Annotated[Reference | None, OrDefault] = None
    edited_timestamp: Annotated[str | None, OrDefault] = None


class Emoji(Payload):
    name: str | None = None
    id: Id | None = None

    @property
    def shown(self) -> str:
        """Without the tone of a skin; one of a server's own by its name."""
        if self.id:
            return f":{self.name}:" if self.name else ""
        return _TONE.sub("", self.name or "")


class Reacting(Payload):
    user: User


class Reaction(Payload):
    user_id: Id
    channel_id: Id
    message_id: Id
    guild_id: Id | None = None
    member: Annotated[Reacting | None, OrDefault] = None
    emoji: Emoji


class ReactionsGone(Payload):
    channel_id: Id
    message_id: Id
    guild_id: Id | None = None
    emoji: Emoji | None = None


class HowMany(Payload):
    count: Annotated[int, Field(ge=0)]
    emoji: Emoji


class WithId(Payload):
    id: Id


class WithReactions(WithId):
    reactions: Annotated[list[OnErrorOmit[HowMany]], OrDefault] = []


class Gone(Payload):
    id: Id
    channel_id: Id
    guild_id: Id | None = None


class ManyGone(Payload):
    ids: list[OnErrorOmit[Id]]
    channel_id: Id
    guild_id: Id | None = None


def said(payload: object, me: str) -> Said | None:
    """From the data of MESSAGE_CREATE; `me` is the bot's own user id."""
    seen = _message(payload, me)
    return Said(id=f"{NAME}:{seen.id}", to_bot=_is_for(seen, me), **_read(seen, me)) if seen else None


def edited(payload: object, me: str) -> Edited | None:
    """From the data of MESSAGE_UPDATE, which also comes when Discord unfolds a link: then without a new time."""
    seen = _message(payload, me)
    edition = _moment(seen.edited_timestamp) if seen and seen.edited_timestamp else None
    if seen is None or edition is None:
        return None
    return Edited(id=f"{NAME}:{seen.id}@{edition:.6f}", to_bot=False, edition=edition, **_read(seen, me))


def deleted(payload: object) -> Deleted | None:
    """From the data of MESSAGE_DELETE, which does not say whose it was."""
    try:
        seen = Gone.model_validate(payload)
    except ValidationError:
        return None
    return _gone(seen.guild_id, seen.channel_id, seen.id)


def reacted(payload: object, me: str, *, on: bool) -> Reacted | None:
    """From the data of MESSAGE_REACTION_ADD and MESSAGE_REACTION_REMOVE, which come in order and say no time."""
    try:
        seen = Reaction.model_validate(payload)
    except ValidationError:
        return None
    shown, guild, now = seen.emoji.shown, seen.guild_id or "", time.time()
    if not shown or not guild or seen.user_id == me or (seen.member and seen.member.user.bot):
        return None
    return Reacted(
        id=f"{NAME}:{seen.message_id}:{seen.user_id}:{now}",
        actor=Account(NAME, guild, seen.user_id),
        place=Address(NAME, guild, seen.channel_id),
        message=seen.message_id,
        emoji=shown,
        on=on,
        at=now,
    )


def all_reactions_gone(payload: object) -> Counted | None:
    """From the data of MESSAGE_REACTION_REMOVE_ALL and, of one emoji, MESSAGE_REACTION_REMOVE_EMOJI."""
    try:
        seen = ReactionsGone.model_validate(payload)
    except ValidationError:
        return None
    if not seen.guild_id:
        return None
    none = {seen.emoji.shown: 0} if seen.emoji else {}
    at = Address(NAME, seen.guild_id, seen.channel_id)
    return Counted(
        id=f"{NAME}:{seen.message_id}:none",
        place=at,
        message=seen.message_id,
        counts=none,
        whole=not none,
        at=time.time(),
    )


def _counted(payload: Mapping[str, Any], at: Address) -> Counted | None:
    try:
        seen = WithReactions.model_validate(payload)
    except ValidationError:
        return None
    many: Counter[str] = Counter()
    for one in seen.reactions:
        many[one.emoji.shown] += one.count
    del many[""]
    place = Address(NAME, at.workspace, at.thread or at.channel)
    return Counted(id=f"{NAME}:{seen.id}:many", place=place, message=seen.id, counts=dict(many), at=time.time())


def many_deleted(payload: object) -> Iterator[Deleted]:
    """From the data of MESSAGE_DELETE_BULK."""
    try:
        seen = ManyGone.model_validate(payload)
    except ValidationError:
        return
    for id in seen.ids:
        yield _gone(seen.guild_id, seen.channel_id, id)


def missed(
    page: Sequence[Mapping[str, Any]], known: Sequence[str], at: Address, me: str, *, whole: bool
) -> list[Missed]:
    """From the end of a thread's history, the newest first: what stands there, oldest first, and which of the known
    messages do not stand there any more. `whole`: there is nothing before it. With one that can't be told from others
    in it nothing counts as gone: it may be that."""
    ids = [id_of(message) for message in page]
    here = [dict(one) | {"guild_id": at.workspace} for one, id in zip(page, ids, strict=True) if id][::-1]
    found: list[Missed] = []
    for payload in here:
        if event := edited(payload, me) or said(payload, me):
            found.append(replace(event, to_bot=False))
    found += [counted for payload in here if (counted := _counted(payload, at))]
    oldest = 0 if whole else min((int(id) for id in ids if id), default=0)
    gone = [id for id in known if id not in ids and int(id) > oldest] if all(ids) else []
    return [*found, *(_gone(at.workspace, at.thread or at.channel, id) for id in gone)]


def id_of(message: object) -> str:
    """Empty: it has none."""
    try:
        return WithId.model_validate(message).id
    except ValidationError:
        return ""


def _gone(guild: str | None, channel: str, id: str) -> Deleted:
    return Deleted(id=f"{NAME}:{id}!", place=Address(NAME, guild or "", channel), message=id)


def _message(payload: object, me: str) -> MessagePayload | None:
    try:
        seen = MessagePayload.model_validate(payload)
    except ValidationError:
        return None
    # What does not name the bot comes so where Discord keeps it from the bot.
    says_nothing = bool(seen.guild_id) and not seen.content and not seen.attachments
    return None if seen.author.bot or seen.author.id == me or seen.webhook_id or says_nothing else seen


def _is_for(seen: MessagePayload, me: str) -> bool:
    return seen.guild_id is None or any(user.id == me for user in seen.mentions)


def _read(seen: MessagePayload, me: str) -> dict[str, Any]:
    guild = seen.guild_id or ""
    reference = seen.message_reference.message_id if seen.type == REPLY and seen.message_reference else None
    return {
        "actor": Account(NAME, guild, seen.author.id),
        "place": Address(NAME, guild, seen.channel_id),
        "message": seen.id,
        "reply_to": reference or "",
        "text": re.sub(rf"<@!?{me}>", "", seen.content).strip(),
        "prose": prose.read(seen.content, guild, names(seen.mentions)).without(Account(NAME, guild, me)),
        "files": tuple(_attachment(seen, file) for file in seen.attachments),
    }


def names(mentions: Sequence[User]) -> dict[str, str]:
    """By their ids."""
    return {user.id: user.global_name or user.username for user in mentions}


def _attachment(seen: MessagePayload, file: Upload) -> Attachment:
    """Its address expires within a day; the message gives a new one."""
    return Attachment(file.filename, file.size, f"{seen.channel_id}/{seen.id}/{file.id}")


def _moment(text: str) -> float | None:
    """As Unix time."""
    try:
        return datetime.fromisoformat(text).timestamp()
    except (ValueError, OverflowError):
        return None
