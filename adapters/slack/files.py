"""Files for one person: Slack has no private ones in a channel, so they go to the DM of that person and the bot."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from slack_sdk.errors import SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import wire
from bot.boundary import FateUnknown, File, NotNow, Refused

log = logging.getLogger(__name__)


async def send(client: AsyncWebClient, user: str, files: Sequence[File]) -> None:
    """At most once; what fails is told in the log, without its content."""
    try:
        made = [await _made(file) for file in files]
        dm = (await wire.call(client.conversations_open(users=user)))["channel"]["id"]
        await wire.call(client.files_upload_v2(file_uploads=made, channel=dm))
    except Refused as error:
        log.warning("files not sent: %s", error.reason)
    except (NotNow, FateUnknown, SlackRequestError) as error:
        log.warning("files not sent: %s", type(error).__name__)
    except Exception as error:  # making them may fail in any way; nothing that a member wrote goes along
        log.error("files not made: %s", type(error).__name__)


async def _made(file: File) -> dict[str, Any]:
    content = await file.make()
    return {"filename": file.name, "title": file.name, "content": content, "alt_txt": file.alt or None}
