"""Files: for one person, in their DM with the bot, for Slack has no private ones in a channel; and of members, from
Slack and to it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import aiohttp
from slack_sdk.errors import SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import wire
from adapters.slack.escape import escape
from bot.boundary import Address, File, OutcomeUnknown, Refused, Remote, RemoteFile, RetryAfter

LARGEST = 50 * 1024 * 1024  # bytes; Slack takes more, but all of it is in memory for a moment
AGAIN = 5.0  # seconds until the next attempt to upload one
HOST = "files"  # beside that of the API
LOOKS = (0.0, 0.5, 1.0, 2.0)  # seconds before each look for the message that brings one: Slack posts it a little later

log = logging.getLogger(__name__)


async def send(client: AsyncWebClient, user: str, files: Sequence[File]) -> None:
    """At most once; what fails is told in the log, without its content."""
    try:
        made = [await _made(file) for file in files]
        dm = (await wire.call(client.conversations_open(users=user)))["channel"]["id"]
        await wire.call(client.files_upload_v2(file_uploads=made, channel=dm))
    except Refused as error:
        log.warning("files not sent: %s", error.reason)
    except (RetryAfter, OutcomeUnknown, SlackRequestError) as error:
        log.warning("files not sent: %s", type(error).__name__)
    except Exception as error:  # making them may fail in any way; nothing that a member wrote goes along
        log.error("files not made: %s", type(error).__name__)


async def _made(file: File) -> dict[str, Any]:
    content = await file.make()
    return {"filename": file.name, "title": file.name, "content": content, "alt_txt": file.alt or None}


# Of members ------------------------------------------------------------------------------------------------------


async def fetch(client: AsyncWebClient, address: str) -> bytes:
    """Raises RetryAfter, OutcomeUnknown or Refused."""
    assert client.session is not None
    if not wire.is_slacks(address, HOST, client):
        raise Refused("elsewhere")  # our token goes nowhere else
    headers = {"Authorization": f"Bearer {client.token}"}
    try:
        async with client.session.get(address, headers=headers, allow_redirects=False) as response:
            if response.status == 429 or response.status >= 500:
                raise RetryAfter(AGAIN)
            if response.status != 200:  # without access Slack shows the way to its sign-in page
                raise Refused("no_file")
            content = bytearray()
            async for piece in response.content.iter_chunked(1 << 16):
                content += piece
                if len(content) > LARGEST:
                    raise Refused("too_large")
            return bytes(content)
    except (aiohttp.ClientError, TimeoutError):
        raise OutcomeUnknown from None


async def lend(client: AsyncWebClient, to: Address, loan: RemoteFile, said: str) -> Remote:
    """Posts it below what is said about it; returns its id. Raises RetryAfter, OutcomeUnknown or Refused."""
    try:
        done = await wire.call(
            client.files_upload_v2(
                filename=loan.name,
                title=loan.name,
                content=loan.content,
                channel=to.channel,
                thread_ts=to.thread or None,
                initial_comment=escape(said),
            )
        )
    except SlackRequestError:  # what came before the last step did not go well
        raise RetryAfter(AGAIN) from None
    file = str(done["files"][0]["id"])
    return Remote.of(file, message=await _message(client, to, file))


async def _message(client: AsyncWebClient, to: Address, file: str) -> str:
    """The one that brought it there; empty if Slack does not tell, which changes nothing about that it stands."""
    for pause in LOOKS:
        await asyncio.sleep(pause)
        with suppress(RetryAfter, OutcomeUnknown, Refused):
            if found := await _shares(client, to, file):
                return found[-1]
    return ""


async def _shares(client: AsyncWebClient, at: Address, file: str) -> list[str]:
    """As which messages it stands in that channel."""
    found = await wire.call(client.files_info(file=file))
    kinds = (found["file"].get("shares") or {}).values()
    return [str(share["ts"]) for there in kinds for share in there.get(at.channel, ())]


async def take_back(client: AsyncWebClient, at: Address, file: str) -> None:
    """With what was said about it, which Slack would leave. Raises RetryAfter, OutcomeUnknown or Refused."""
    for message in await _shares(client, at, file):
        try:
            await wire.call(client.chat_delete(channel=at.channel, ts=message))
        except Refused as error:
            if error.reason != "message_not_found":
                raise
    await wire.call(client.files_delete(file=file))


def lent(message: Mapping[str, Any], bot: wire.Bot, loan: RemoteFile) -> Remote | None:
    """The id of the file, if this message is the one that brought it. Of what the bot posted there meanwhile all else
    is known, so its name and size are enough."""
    if message.get("user") != bot.user:
        return None
    those = [one for one in message.get("files") or [] if one.get("id") not in loan.others]
    found = [one for one in those if (one.get("name"), one.get("size")) == (loan.name, loan.size)]
    return Remote.of(str(found[0]["id"]), message=str(message["ts"])) if found else None
