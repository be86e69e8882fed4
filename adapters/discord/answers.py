"""What the person who acted sees: sent once, straight after the core has committed, and never tried again."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Sequence
from functools import cached_property

import aiohttp
import discord
import structlog
from discord.http import MultipartParameters, handle_message_parameters
from discord.webhook.async_ import async_context, interaction_response_params

from adapters.discord.inbound import Interaction
from adapters.discord.once import Once
from adapters.discord.render import EPHEMERAL, Json, card, choices, modal
from adapters.discord.wire import FAILED
from bot.boundary import (
    Answer,
    File,
    Form,
    FormErrors,
    Message,
    OutcomeUnknown,
    Private,
    Refused,
    RetryAfter,
    Said,
    Submit,
    Suggestions,
    Typing,
)

MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9  # Discord's kinds of response
PATIENCE = 3.0  # seconds; Discord takes no first answer after that

log = structlog.get_logger()


def response(interaction: Interaction, answer: Answer) -> Json:
    """The body that answers an interaction."""
    if isinstance(interaction.event, Typing):
        return {"type": CHOICES, "data": {"choices": choices(answer) if isinstance(answer, Suggestions) else []}}
    match answer:
        case Form() if not isinstance(interaction.event, Submit):
            return {"type": MODAL, "data": modal(answer)}
        case Private() | FormErrors() if interaction.source == "private":
            return {"type": UPDATE, "data": card(answer.message)}
        case Private() | FormErrors():
            body = card(answer.message)
            return {"type": MESSAGE, "data": body | {"flags": body["flags"] | EPHEMERAL}}
        case _ if interaction.source:
            return {"type": DEFERRED_UPDATE}
        case _:
            return {"type": DEFERRED_MESSAGE, "data": {"flags": EPHEMERAL}}


class Answers:
    """Interactions have a rate of their own and need no token, so they have a session of their own too."""

    def __init__(self, client: discord.Client, once: Once) -> None:
        self._client, self._once = client, once

    @cached_property
    def _session(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())

    async def close(self) -> None:
        await self._session.close()

    async def give(self, interaction: Interaction, answer: Answer) -> None:
        """Answers, if Discord still takes it: it is late after 3 s and refuses a second answer."""
        body, adapter = response(interaction, answer), async_context.get()
        try:
            async with asyncio.timeout(PATIENCE):
                await adapter.create_interaction_response(
                    int(interaction.id),
                    interaction.token,
                    session=self._session,
                    params=interaction_response_params(body["type"], body.get("data")),
                )
                if body["type"] == DEFERRED_MESSAGE:
                    # Discord knows no silent acknowledgement of a command, only a message that is taken away again.
                    await adapter.delete_original_interaction_response(
                        int(interaction.application), interaction.token, session=self._session
                    )
            if isinstance(answer, Private) and answer.files:
                await self._attach(interaction, answer.files)
        except (*FAILED, RetryAfter, Refused, OutcomeUnknown) as error:
            log.info("answer not taken", act=interaction.event.id, code=_code(error))

    async def _attach(self, interaction: Interaction, files: Sequence[File]) -> None:
        """Below the answer, for the same person; the token is good for 15 minutes. Raises RetryAfter, Refused or
        OutcomeUnknown."""
        try:
            made = [await _made(file) for file in files]
        except Exception as error:  # making them may fail in any way; nothing that a member wrote goes along
            log.error("files not made", act=interaction.event.id, code=type(error).__name__)
            return
        with handle_message_parameters(files=made, flags=discord.MessageFlags(ephemeral=True)) as params:
            path = f"/webhooks/{interaction.application}/{interaction.token}"
            await self._once.send_form(path, {"wait": "true"}, params.multipart or ())

    async def tell(self, said: Said, answer: Answer) -> None:
        """Answers a message, privately: in the DM where it was written, or in the person's DM. What has an aside is
        left to be opened from a reply."""
        match answer:
            case Private(aside=Message() as aside) if said.place and said.place.workspace:
                to = {"message_reference": {"message_id": said.message, "fail_if_not_exists": False}}
                await self._write(said, aside, said.place.channel, to)
            case Private(message) | FormErrors(message=message) if said.place:
                await self._write(said, message, "" if said.place.workspace else said.place.channel, {})

    async def _write(self, said: Said, message: Message, channel: str, to: Json) -> None:
        """In the author's DM, if no channel is given."""
        known_by = hashlib.blake2s(said.id.encode(), digest_size=12).hexdigest()
        body = card(message) | {"nonce": known_by, "enforce_nonce": True} | to
        try:
            await self._post(channel or await self._dm(said.actor.user), body)
        except FAILED as error:
            log.info("answer not taken", act=said.id, code=_code(error))

    async def _post(self, channel: str, body: Json) -> None:
        await self._client.http.send_message(channel, params=MultipartParameters(body, None, None))

    async def _dm(self, user: str) -> str:
        return str((await self._client.http.start_private_message(user))["id"])


async def _made(file: File) -> discord.File:
    return discord.File(io.BytesIO(await file.make()), file.name, description=file.alt or None)


def _code(error: Exception) -> str:
    """Never the text of an error: it may quote what was sent, or the interaction's token."""
    return str(error.code or error.status) if isinstance(error, discord.HTTPException) else type(error).__name__
