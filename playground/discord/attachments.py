"""Files that come with a message, in the parts `files[0]`, `files[1]`, … of a multipart body."""

from __future__ import annotations

import mimetypes
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from playground.discord.errors import Json, Refusal, Wrong
from playground.discord.state import State

MOST_BYTES = 10 * 1024 * 1024  # of each, for an app that nobody pays for
MOST_FILES = 10


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes


def taken_in(state: State, channel: str, body: Json, uploads: Mapping[str, Upload]) -> Json:
    """The body of what is posted to this channel, each of its attachments being what Discord makes of the file that
    came with it. Raises Refusal 40005 or 50035."""
    if any(len(one.content) > MOST_BYTES for one in uploads.values()):
        raise Refusal(40005)
    said, wrong = {f"files[{one['id']}]": one for one in body.get("attachments") or []}, Wrong()
    if len(uploads) > MOST_FILES:
        wrong.add(("attachments",), "BASE_TYPE_BAD_LENGTH", f"Must be {MOST_FILES} or fewer in length.")
    for part in said.keys() - uploads.keys():
        wrong.add(("attachments",), "ATTACHMENT_NOT_FOUND", f"No file came for {part}.")
    wrong.refuse()
    if not uploads:
        return body
    return body | {"attachments": [_kept(state, channel, one, said.get(part, {})) for part, one in uploads.items()]}


def _kept(state: State, channel: str, upload: Upload, said: Json) -> Json:
    id, name = state.snowflake(), said.get("filename") or upload.name
    state.attached[id] = upload.content
    safe = re.sub(r"[^\w.-]", "_", name, flags=re.ASCII)
    address = f"{state.files_url}/attachments/{channel}/{id}/{safe}?ex=7fffffff&is=0&hm={secrets.token_hex(8)}&"
    kept = {"id": id, "filename": safe, "size": len(upload.content), "url": address, "proxy_url": address}
    if safe != name:
        kept["title"] = name.rpartition(".")[0] or name
    if kind := mimetypes.guess_type(name)[0]:
        kept["content_type"] = kind
    if said.get("description"):
        kept["description"] = said["description"]
    return kept
