"""conversations.* and users.conversations: where people talk, and what was said."""

from __future__ import annotations

import re

from playground.slack.api import pages
from playground.slack.api.method import TIER_3, TIER_4, Host, Method
from playground.slack.arguments import Argument
from playground.slack.refusal import Json, Refusal
from playground.slack.workspace import Conversation, Message

_TYPES = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}
_HISTORY = {"public": "channels:history", "private": "groups:history", "im": "im:history"}
_READ = {"public": "channels:read", "private": "groups:read"}
_TS = re.compile(r"\d+(\.\d{1,6})?")
_RANGE: dict[str, Argument] = {
    **pages.ARGUMENTS,
    "oldest": "string",
    "latest": "string",
    "inclusive": "flag",
    "include_all_metadata": "flag",
}


def _open(host: Host, args: Json) -> Json:
    if "channel" in args:
        dm = host.workspace.joined(args["channel"])
        if dm.kind != "im":
            raise Refusal("method_not_supported_for_channel_type")
    else:
        users = [user for user in args.get("users", "").split(",") if user]
        if not users:
            raise Refusal("users_list_not_supplied")
        if len(users) > 1:
            raise Refusal("too_many_users")  # group DMs do not exist here
        person = host.workspace.person(users[0])
        if person.id == host.workspace.world.bot_user_id:
            raise Refusal("invalid_user_combination")
        dm = host.workspace.conversations[host.workspace.dm(person.id)]
    whole = _info_json(host, dm) if args.get("return_im") else {"id": dm.id}
    return {"no_op": True, "already_open": True, "channel": whole}


def _history(host: Host, args: Json) -> Json:
    conversation = _read(host, args)
    after = pages.after(args)
    newest_first = [message for message in reversed(conversation.messages.values()) if not message.thread_ts]
    within = [message for message in newest_first if _in_range(message.ts, args)]
    return _messages(host, [message for message in within if not after or message.ts < after], args)


def _replies(host: Host, args: Json) -> Json:
    conversation = _read(host, args)
    message = conversation.messages.get(args["ts"])
    if message is None:
        raise Refusal("thread_not_found")
    parent = conversation.messages.get(message.thread_ts, message)
    after = pages.after(args)
    within = [reply for reply in conversation.replies(parent.ts) if _in_range(reply.ts, args)]
    return _messages(host, [message for message in (parent, *within) if message.ts > after], args)


def _read(host: Host, args: Json) -> Conversation:
    """One whose messages the app may read. Raises Refusal."""
    conversation = host.workspace.joined(args["channel"])
    if host.scopes is not None and _HISTORY[conversation.kind] not in host.scopes:
        raise Refusal("missing_scope")
    return conversation


def _looked_at(host: Host, args: Json) -> Conversation:
    """One of which the app may know what it is and who is in it. Raises Refusal."""
    conversation = host.workspace.visible(args["channel"])
    if host.scopes is not None and conversation.kind in _READ and _READ[conversation.kind] not in host.scopes:
        raise Refusal("missing_scope")
    return conversation


def _members(host: Host, args: Json) -> Json:
    members = sorted(_looked_at(host, args).members)
    page, cursor = pages.cut([member for member in members if member > pages.after(args)], args, str)
    return {"members": page, "response_metadata": {"next_cursor": cursor}}


def _info(host: Host, args: Json) -> Json:
    conversation = _looked_at(host, args)
    made = _info_json(host, conversation)
    if args.get("include_num_members"):
        made["num_members"] = len(conversation.members)
    return {"channel": made}


def _of_user(host: Host, args: Json) -> Json:
    bot = host.workspace.world.bot_user_id
    wanted = args.get("types", "public_channel").split(",")
    if not set(wanted) <= set(_TYPES):
        raise Refusal("invalid_types")
    kinds = {_TYPES[name.strip()] for name in wanted}
    visible = [
        conversation
        for conversation in host.workspace.of_user(args.get("user", bot))
        if conversation.kind in kinds and (conversation.kind == "public" or bot in conversation.members)
        if not (args.get("exclude_archived") and conversation.archived)
    ]
    found = sorted((each for each in visible if each.id > pages.after(args)), key=lambda each: each.id)
    page, cursor = pages.cut(found, args, lambda each: each.id)
    return {
        "channels": [_info_json(host, conversation) for conversation in page],
        "response_metadata": {"next_cursor": cursor},
    }


def _messages(host: Host, found: list[Message], args: Json) -> Json:
    page, cursor = pages.cut(found, args, lambda message: message.ts)
    with_metadata = args.get("include_all_metadata", False)
    answer: Json = {
        "messages": [host.workspace.message_json(message, metadata=with_metadata) for message in page],
        "has_more": bool(cursor),
    }
    return answer | ({"response_metadata": {"next_cursor": cursor}} if cursor else {})


def _in_range(ts: str, args: Json) -> bool:
    for name in ("oldest", "latest"):
        if name in args and _TS.fullmatch(args[name]) is None:
            raise Refusal(f"invalid_ts_{name}")
    at = _number(ts)
    oldest, latest = _number(args.get("oldest", "0")), _number(args.get("latest", "99999999999"))
    return oldest <= at <= latest if args.get("inclusive") else oldest < at < latest


def _number(ts: str) -> int:
    """Microseconds: a float would lose the last digit."""
    seconds, _, rest = ts.partition(".")
    return int(seconds) * 1_000_000 + int(rest.ljust(6, "0"))


def _info_json(host: Host, conversation: Conversation) -> Json:
    bot = host.workspace.world.bot_user_id
    if conversation.kind == "im":
        other = next(member for member in conversation.members if member != bot)
        return {"id": conversation.id, "created": 1_700_000_000, "is_im": True, "user": other, "is_archived": False}
    return {
        "id": conversation.id,
        "name": conversation.name,
        "name_normalized": conversation.name,
        "is_channel": conversation.kind == "public",
        "is_group": conversation.kind == "private",
        "is_private": conversation.kind == "private",
        "is_im": False,
        "is_mpim": False,
        "is_archived": conversation.archived,
        "is_general": False,
        "is_ext_shared": conversation.shared,
        "is_member": bot in conversation.members,
        "created": 1_700_000_000,
        "context_team_id": host.workspace.world.team_id,
    }


_CHANNEL: dict[str, Argument] = {"channel": "string"}
METHODS = {
    "conversations.open": Method(
        _open, TIER_3, {}, {"channel": "string", "users": "string", "return_im": "flag", "prevent_creation": "flag"}
    ),
    "conversations.history": Method(_history, TIER_3, _CHANNEL, _RANGE),
    "conversations.replies": Method(_replies, TIER_3, {"channel": "string", "ts": "string"}, _RANGE),
    "conversations.members": Method(_members, TIER_4, _CHANNEL, pages.ARGUMENTS),
    "conversations.info": Method(_info, TIER_3, _CHANNEL, {"include_locale": "flag", "include_num_members": "flag"}),
    "users.conversations": Method(
        _of_user, TIER_3, {}, {**pages.ARGUMENTS, "types": "string", "user": "string", "exclude_archived": "flag"}
    ),
}
