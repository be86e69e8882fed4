"""Answers that do not come through the Web API: a response URL, and the payload of an ack."""

from __future__ import annotations

from typing import Any

from playground.slack.arguments import Argument, typed
from playground.slack.blocks import message_blocks
from playground.slack.refusal import Json, Refusal
from playground.slack.tickets import ResponseUrl
from playground.slack.views import OpenView, Views, accepted
from playground.slack.workspace import Conversation, Message, Workspace

MOST_CHARACTERS = 4000  # more is split into several messages by Slack
_ARGUMENTS: dict[str, Argument] = {
    "text": "string",
    "blocks": "json",
    "response_type": "string",
    "replace_original": "flag",
    "delete_original": "flag",
    "thread_ts": "string",
    "unfurl_links": "flag",
    "unfurl_media": "flag",
}


def content(args: Json) -> tuple[str, list[Json]]:
    """The checked text and blocks of a message. Raises Refusal."""
    text = args.get("text", "")
    blocks = message_blocks(args["blocks"]) if "blocks" in args else []
    if len(text) > MOST_CHARACTERS:
        raise Refusal("msg_too_long")
    if not text.strip() and not blocks:
        raise Refusal("no_text")
    return text, blocks


def respond(workspace: Workspace, url: ResponseUrl, raw: Any) -> None:
    """What was posted to a response URL. Raises Refusal. A press replaces its message unless told otherwise."""
    if not isinstance(raw, dict):
        raise Refusal("json_not_object")
    args = typed(raw, {}, _ARGUMENTS)
    if args.get("response_type", "ephemeral") not in ("ephemeral", "in_channel"):
        raise Refusal("invalid_arguments", "response_type must be ephemeral or in_channel")
    conversation = workspace.conversations[url.channel]
    if args.get("delete_original"):
        original = _original(conversation, url)
        if url.ephemeral:
            del conversation.own(url.user)[original.ts]
        else:
            conversation.remove(original)
        return
    text, blocks = content(args)
    if url.original and args.get("replace_original", True):
        _original(conversation, url).change(text, blocks, workspace.next_ts())
        return
    only_for = "" if args.get("response_type") == "in_channel" else url.user
    message = Message(
        ts=workspace.next_ts(),
        channel=url.channel,
        user=workspace.world.bot_user_id,
        text=text,
        blocks=blocks,
        by_bot=True,
        thread_ts=args.get("thread_ts", ""),
        only_for=only_for,
    )
    if only_for:
        workspace.whisper(message)
    else:
        workspace.post(message)


def apply_submission(views: Views, view: OpenView, payload: Any) -> None:
    """What the ack of a form says is to become of it. Raises Refusal, and then the form stays as it is."""
    if not payload:
        views.pop(view)
        return
    if not isinstance(payload, dict):
        raise Refusal("invalid_response")
    match payload:
        case {"response_action": "errors", "errors": dict(errors), **rest} if errors and not rest:
            inputs = {block["block_id"] for block in view.inputs}
            if not set(errors) <= inputs or not all(isinstance(text, str) and text for text in errors.values()):
                raise Refusal("invalid_response", "errors must have a text for input blocks of this view")
            view.errors = dict(errors)
        case {"response_action": "clear", **rest} if not rest:
            views.clear(view.user)
        case {"response_action": "update", "view": given, **rest} if not rest:
            views.update(view, accepted(given, "modal"))
        case {"response_action": "push", "view": given, **rest} if not rest:
            views.push(view.user, accepted(given, "modal"))
        case _:
            raise Refusal("invalid_response", "unknown response_action or fields")


def _original(conversation: Conversation, url: ResponseUrl) -> Message:
    place = conversation.own(url.user) if url.ephemeral else conversation.messages
    found = place.get(url.original)
    if found is None:
        raise Refusal("message_not_found")
    return found
