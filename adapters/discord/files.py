"""Files that members sent along: from Discord, and to it."""

from __future__ import annotations

import io
import re
from typing import Annotated, Any

import discord
from discord.http import HTTPClient, MultipartParameters
from discord.utils import _to_json
from pydantic import Field, OnErrorOmit

from adapters.discord import talk
from adapters.discord.render import Json
from adapters.payloads import OrDefault
from bot.boundary import Refused, RemoteFile

LARGEST = 10 * 1024 * 1024  # bytes that Discord takes from a bot
FILE = 13  # Discord's number for this kind of component
_REFERENCE = re.compile(r"(\d{1,20})/(\d{1,20})/(\d{1,20})")


class _Lying(talk.Payload):
    """Without size or address it can't be had."""

    id: talk.Id
    size: Annotated[int, Field(ge=0)]
    url: str


class _Standing(talk.Payload):
    attachments: Annotated[list[OnErrorOmit[_Lying]], OrDefault] = Field(default_factory=list)


async def fetch(http: HTTPClient, reference: str) -> bytes:
    """By way of its message, which gives an address that is good now. Raises what discord.py raises, and Refused."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise Refused("unknown_file")
    channel, message, id = found.groups()
    standing = _Standing.model_validate(await http.get_message(channel, message))
    file = next((one for one in standing.attachments if one.id == id), None)
    if file is None or file.size > LARGEST:
        raise Refused("too_large" if file else "unknown_file")
    return await http.get_from_cdn(file.url)


def with_file(body: Json, loan: RemoteFile) -> MultipartParameters:
    """The body with a file in it, below the rest of the message."""
    name = re.sub(r"[^\w.-]", "_", loan.name, flags=re.ASCII)[-100:].lstrip(".") or "file"
    file = discord.File(io.BytesIO(loan.content or b""), filename=name)
    card, *rest = body["components"]
    shown: list[Any] = [*card["components"], {"type": FILE, "file": {"url": f"attachment://{name}"}}]
    payload = body | {
        "components": [card | {"components": shown}, *rest],
        "attachments": [{"id": 0, "filename": name}],
    }
    part = {"name": "files[0]", "value": file.fp, "filename": name, "content_type": "application/octet-stream"}
    return MultipartParameters(payload, [{"name": "payload_json", "value": _to_json(payload)}, part], [file])
