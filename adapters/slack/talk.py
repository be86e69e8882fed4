"""What people write, change and take away in Slack. Our own messages, other bots' and Slack's own notes are nothing."""

from __future__ import annotations

import re
from typing import Any

from adapters.slack import emoji, payloads, prose
from adapters.slack.escape import spoken
from adapters.slack.wire import Bot
from bot.boundary import Account, Address, Attachment, Deleted, Edited, Reacted, Said

SLACKBOT = "USLACKBOT"
PLAIN = {None, "file_share", "thread_broadcast", "me_message"}  # kinds of message that people write
HOSTED = {"hosted", "snippet", "post"}  # kinds of file that Slack keeps itself


def said(payload: object, bot: Bot, *, to_bot: bool) -> Said | None:
    """From an event `message` or `app_mention`. Raises ValidationError."""
    told = payloads.Talk.model_validate(payload)
    event = told.event
    if not _is_somebodys(event, bot) or event.subtype not in PLAIN:
        return None
    return Said(id=f"slack:{told.event_id}", to_bot=to_bot, **_read(event, event.channel, bot))


def changed(payload: object, bot: Bot) -> Edited | Deleted | None:
    """From an event `message_changed` or `message_deleted`. Slack also tells of the first when it unfolds a link or
    somebody answers in a thread: then words and files are what they were. Raises ValidationError."""
    told = payloads.About.model_validate(payload)
    id, event = f"slack:{told.event_id}", told.event
    before = event.previous_message
    if before is not None and _is_a_bots(before, bot):
        return None
    if isinstance(event, payloads.Removed):
        place = Address("slack", bot.workspace, event.channel, _thread(before) if before else "")
        return Deleted(id=id, place=place, message=event.deleted_ts)
    now = event.message
    if now.subtype == "tombstone":  # it began a thread that goes on without it
        return Deleted(id=id, place=Address("slack", bot.workspace, event.channel), message=now.ts)
    if not _is_somebodys(now, bot) or now.subtype not in PLAIN or (now.edited is None and before is None):
        return None
    if before is not None and _says(before) == _says(now):
        return None
    return Edited(id=id, to_bot=False, edition=float(event.ts), **_read(now, event.channel, bot))


def reacted(payload: object, bot: Bot) -> Reacted | None:
    """From an event `reaction_added` or `reaction_removed`, which names no thread. Raises ValidationError."""
    told = payloads.Reaction.model_validate(payload)
    event = told.event
    if event.user in (bot.user, SLACKBOT):
        return None
    return Reacted(
        id=f"slack:{told.event_id}",
        actor=Account("slack", bot.workspace, event.user),
        place=Address("slack", bot.workspace, event.item.channel),
        message=event.item.ts,
        emoji=emoji.picture(event.reaction),
        on=event.type == "reaction_added",
        at=float(event.event_ts),
        ours=event.item_user == bot.user,
    )


def _is_somebodys(message: payloads.Message, bot: Bot) -> bool:
    return bool(message.user) and not _is_a_bots(message, bot)


def _is_a_bots(message: payloads.Message, bot: Bot) -> bool:
    return message.user in (bot.user, SLACKBOT) or bool(message.bot_id) or message.subtype == "bot_message"


def _says(message: payloads.Message) -> object:
    return message.text, message.blocks, [(file.name, file.title, file.mode) for file in message.files]


def _read(message: payloads.Message, channel: str, bot: Bot) -> dict[str, Any]:
    words = prose.read(message.blocks, message.text, bot.workspace)
    return {
        "actor": Account("slack", message.user_team or message.team or bot.workspace, message.user or ""),
        "place": Address("slack", bot.workspace, channel, _thread(message)),
        "message": message.ts,
        "text": spoken(without_name(message.text, bot)),
        "prose": words.without(Account("slack", bot.workspace, bot.user)),
        "files": tuple(_attachment(file) for file in message.files if file.mode != "tombstone"),
    }


def _thread(message: payloads.Message) -> str:
    """The message that begins a thread stands in the channel."""
    return message.thread_ts if message.thread_ts and message.thread_ts != message.ts else ""


def _attachment(file: payloads.Sent) -> Attachment:
    """Our token goes only to where Slack itself keeps what people sent along."""
    return Attachment(
        file.name or file.title, file.size, (file.url_private_download or "") if file.mode in HOSTED else ""
    )


def without_name(text: str, bot: Bot) -> str:
    return re.sub(rf"<@{bot.user}(\|[^<>]*)?>", "", text).strip()
