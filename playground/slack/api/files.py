"""files.*: sending files in three steps, the second being no method but a POST to an address that the first gave."""

from __future__ import annotations

import asyncio
from typing import Any

from playground.slack.api.method import TIER_3, TIER_4, Host, Method
from playground.slack.refusal import Json, Refusal
from playground.slack.uploads import Upload
from playground.slack.workspace import Conversation, Message, new_id


def _ask(host: Host, args: Json) -> Json:
    id = new_id("F")
    key = host.uploads.expect(id, args["filename"], args["length"], args.get("alt_txt", ""))
    return {"upload_url": f"http://{host.address}/upload/v1/{host.workspace.world.team_id}/{key}", "file_id": id}


def _complete(host: Host, args: Json) -> Json:
    """Where no channel is named, the file would stay the bot's alone."""
    conversation = host.workspace.joined(args["channel_id"]) if "channel_id" in args else None
    wanted = [_wanted(one) for one in args["files"]] if isinstance(args["files"], list) else []
    if not wanted:
        raise Refusal("invalid_arguments", "must be a list of files [json-pointer:/files]")
    files = [host.uploads.complete(id, title) for id, title in wanted]
    if conversation is not None:
        thread = args.get("thread_ts", "")
        parent = conversation.messages.get(thread)
        if thread and (parent is None or parent.thread_ts):
            raise Refusal("thread_not_found")
        host.uploads.shared |= {file.id: file for file in files}
        if host.uploads.takes:
            asyncio.get_running_loop().call_later(host.uploads.takes, _share, host, conversation, files, args)
        else:
            _share(host, conversation, files, args)
    return {"files": [{"id": file.id, "title": file.title} for file in files]}


def _wanted(one: Any) -> tuple[str, str]:
    match one:
        case {"id": str(id), **rest} if rest.keys() <= {"title", "highlight_type"}:
            return id, str(rest.get("title") or "")
    raise Refusal("invalid_arguments", "must name a file [json-pointer:/files]")


def _share(host: Host, conversation: Conversation, files: list[Upload], args: Json) -> None:
    workspace = host.workspace
    message = Message(
        ts=workspace.next_ts(),
        channel=conversation.id,
        user=workspace.world.bot_user_id,
        text=args.get("initial_comment", ""),
        by_bot=True,
        thread_ts=args.get("thread_ts", ""),
        files=files,
        subtype="file_share",
    )
    for file in files:
        host.uploads.share(file, conversation.id, host.files_address)
    workspace.post(message)
    host.emit_all(host.news.of_said(message))


def _info(host: Host, args: Json) -> Json:
    """Among the rest where it is shared, and as which message."""
    file = host.uploads.shared.get(args["file"])
    places = [host.workspace.conversations[one] for one in file.places] if file else []
    bot = host.workspace.world.bot_user_id
    if file is None or (places and not any(bot in place.members for place in places)):
        raise Refusal("file_not_found")
    shares: Json = {}
    for place in places:
        kind = "public" if place.kind == "public" else "private"
        found = [message for message in place.messages.values() if file in message.files]
        entries = [{"ts": one.ts, **({"thread_ts": one.thread_ts} if one.thread_ts else {})} for one in found]
        shares.setdefault(kind, {})[place.id] = entries
    return {"file": file.shared(bot) | {"shares": shares}}


def _delete(host: Host, args: Json) -> Json:
    """One that the bot shared, and the message that brought nothing else; what was said along with it stays."""
    file = host.uploads.shared.get(args["file"])
    bot = host.workspace.world.bot_user_id
    standing = [
        message
        for place in (host.workspace.conversations[one] for one in (file.places if file else ()))
        for message in [*place.messages.values()]
        if file in message.files
    ]
    if file is None:
        raise Refusal("file_not_found")
    if any(message.user != bot for message in standing):
        raise Refusal("cant_delete_file")
    del host.uploads.shared[file.id]
    for message in standing:
        message.files, message.seen = [], None
        if not message.text:
            host.workspace.conversations[message.channel].remove(message)
    return {}


METHODS = {
    "files.delete": Method(_delete, TIER_3, {"file": "string"}, {}, scope="files:write"),
    "files.info": Method(_info, TIER_4, {"file": "string"}, {}, scope="files:read"),
    "files.getUploadURLExternal": Method(
        _ask,
        TIER_4,
        {"filename": "string", "length": "integer"},
        {"alt_txt": "string", "snippet_type": "string"},
        scope="files:write",
    ),
    "files.completeUploadExternal": Method(
        _complete,
        TIER_4,
        {"files": "json"},
        {"channel_id": "string", "thread_ts": "string", "initial_comment": "string"},
        scope="files:write",
    ),
}
