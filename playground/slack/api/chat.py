"""chat.*: posting, changing and deleting messages."""

from __future__ import annotations

import json
from typing import Any

from playground.slack.api.method import TIER_3, TIER_4, Host, Method
from playground.slack.arguments import Argument
from playground.slack.refusal import Json, Refusal
from playground.slack.replies import content
from playground.slack.workspace import Conversation, Message
from playground.slack.writing import take_away

_MOST_METADATA = 8000  # bytes
_CONTENT: dict[str, Argument] = {
    "text": "string",
    "blocks": "json",
    "link_names": "flag",
    "parse": "string",
    "as_user": "flag",
}
_POST: dict[str, Argument] = {
    **_CONTENT,
    "thread_ts": "string",
    "reply_broadcast": "flag",
    "unfurl_links": "flag",
    "unfurl_media": "flag",
    "mrkdwn": "flag",
    "metadata": "json",
    "username": "string",
    "icon_url": "string",
}
_CUSTOMIZE = "chat:write.customize"


def _post(host: Host, args: Json) -> Json:
    workspace = host.workspace
    channel = args["channel"]
    conversation = workspace.joined(workspace.dm(channel) if channel in workspace.users else channel)
    if conversation.archived:
        raise Refusal("is_archived")
    if host.rates_enforced:
        host.rates.post(conversation.id)
    if args.keys() & {"username", "icon_url"} and host.scopes is not None and _CUSTOMIZE not in host.scopes:
        raise Refusal("missing_scope")
    message = _made(host, conversation, args)
    message.shown_as = args.get("username", "")
    if "metadata" in args:
        message.metadata = _metadata(args["metadata"])
    workspace.post(message)
    conversation.accepted.append(message)
    host.emit_all(host.news.of_said(message))
    return {
        "channel": conversation.id,
        "ts": message.ts,
        "message": workspace.message_json(message, metadata=True),
    }


def _post_ephemeral(host: Host, args: Json) -> Json:
    conversation = host.workspace.joined(args["channel"])
    if args["user"] not in conversation.members:
        raise Refusal("user_not_in_channel")
    message = _made(host, conversation, args)
    message.only_for = args["user"]
    host.workspace.whisper(message)
    return {"message_ts": message.ts}


def _update(host: Host, args: Json) -> Json:
    """What is left out stays as it was; an empty list takes the blocks away, an empty object the metadata."""
    message = _own(host, args, "cant_update_message")
    previous = host.workspace.message_json(message)
    kept = {"text": "" if "blocks" in args else message.text}
    text, blocks = content(kept | args)
    if "blocks" not in args:
        blocks = message.blocks
    metadata = _metadata(args["metadata"]) if args.get("metadata") else None
    message.change(text, blocks, host.workspace.next_ts())
    message.bare_mentions = _bare_mentions(args)
    if "metadata" in args:
        message.metadata = metadata
    host.emit_all(host.news.of_changed(message, previous))
    made = host.workspace.message_json(message, metadata=True)
    return {"channel": message.channel, "ts": message.ts, "text": text, "message": made}


def _delete(host: Host, args: Json) -> Json:
    message = _own(host, args, "cant_delete_message")
    previous = host.workspace.message_json(message)
    take_away(host.workspace, message)
    host.emit_all(host.news.of_deleted(message, previous))
    return {"channel": message.channel, "ts": message.ts}


def _made(host: Host, conversation: Conversation, args: Json) -> Message:
    text, blocks = content(args)
    parent = conversation.messages.get(args.get("thread_ts", ""))
    if "thread_ts" in args and (parent is None or parent.thread_ts):
        raise Refusal("thread_not_found")
    return Message(
        ts=host.workspace.next_ts(),
        channel=conversation.id,
        user=host.workspace.world.bot_user_id,
        text=text,
        blocks=blocks,
        by_bot=True,
        thread_ts=args.get("thread_ts", ""),
        bare_mentions=_bare_mentions(args),
    )


def _own(host: Host, args: Json, refusal: str) -> Message:
    message = host.workspace.joined(args["channel"]).messages.get(args["ts"])
    if message is None:
        raise Refusal("message_not_found")
    if not message.by_bot:
        raise Refusal(refusal)
    return message


def _bare_mentions(args: Json) -> bool:
    return bool(args.get("link_names")) or args.get("parse") == "full"


def _metadata(given: Any) -> Json:
    match given:
        case {"event_type": str(name), "event_payload": dict(), **rest} if 0 < len(name) <= 255 and not rest:
            if len(json.dumps(given)) > _MOST_METADATA:
                raise Refusal("metadata_too_large")
            return dict(given)
    raise Refusal("invalid_metadata_format")


METHODS = {
    # One a second in each channel is counted in Rates.post, so the window of the method itself never closes first.
    "chat.postMessage": Method(_post, 100_000, {"channel": "string"}, _POST),
    "chat.postEphemeral": Method(
        _post_ephemeral, TIER_4, {"channel": "string", "user": "string"}, {**_CONTENT, "thread_ts": "string"}
    ),
    "chat.update": Method(_update, TIER_3, {"channel": "string", "ts": "string"}, {**_CONTENT, "metadata": "json"}),
    "chat.delete": Method(_delete, TIER_3, {"channel": "string", "ts": "string"}, {"as_user": "flag"}),
}
