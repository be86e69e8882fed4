"""Giving a person their answer: directly, at most once. Some ways go with the acknowledgement, the others follow it."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Mapping

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack import files, views, wire
from adapters.slack.inbound import Heard
from adapters.slack.render import Json, content
from bot.boundary import (
    Answer,
    Form,
    FormErrors,
    Message,
    OutcomeUnknown,
    Private,
    Refused,
    RetryAfter,
    Submit,
    Suggestions,
)

log = logging.getLogger(__name__)

HOST = "hooks"  # beside that of the API: where a response_url leads
UNPARSED: Json = {"parse": "none", "link_names": False}


class Answers:
    def __init__(self, client: AsyncWebClient, name: str) -> None:
        self._client = client
        self._name = name  # the title of a modal that is no form

    async def with_ack(self, heard: Heard, answer: Answer) -> Json:
        """Opens the modal that the trigger still allows; returns what the acknowledgement says, mostly nothing."""
        match heard.where, answer:
            case "form", FormErrors(errors) if _has(heard, errors):
                return {"response_action": "errors", "errors": dict(errors)}
            case "form", FormErrors(message=message) | Private(message):
                return {"response_action": "update", "view": self._pop_up(heard, message)}
            case "form", Form():
                return {"response_action": "update", "view": views.form(answer, heard.act.place)}
            case "search", Suggestions():
                return {"options": views.options(answer)}
            case "search", _:
                return {"options": []}
            case (("message" | "home"), Form()):
                await self._open(heard, views.form(answer, heard.act.place))
            case "home", Private(message):
                await self._open(heard, self._pop_up(heard, message))
        return {}

    async def after_ack(self, heard: Heard, answer: Answer) -> None:
        """All that needs no trigger, so that the person is not told that we are slow."""
        match heard.where, answer:
            case "message", Private(message):
                await self._respond(heard, message)
            case "modal", Private(message):
                await self._update(heard, self._pop_up(heard, message))
            case "modal", Form():
                await self._update(heard, views.form(answer, heard.act.place))
            case "tab", Private(message):
                await _at_most_once(self._client.views_publish(user_id=heard.act.actor.user, view=views.home(message)))
            case (("dm" | "channel"), Private(message)):
                await self._say(heard, message)
        if isinstance(answer, Private) and answer.files:
            await files.send(self._client, heard.act.actor.user, answer.files)

    async def _open(self, heard: Heard, view: Json) -> None:
        await _at_most_once(self._client.views_open(trigger_id=heard.trigger, view=view))

    async def _update(self, heard: Heard, view: Json) -> None:
        await _at_most_once(self._client.views_update(view_id=heard.view, view=view))

    async def _say(self, heard: Heard, message: Message) -> None:
        place = heard.act.place
        assert place is not None
        thread = place.thread or None
        said = content(message) | UNPARSED
        if heard.where == "dm":
            said |= {"unfurl_links": False, "unfurl_media": False}
            await _at_most_once(self._client.chat_postMessage(channel=place.channel, thread_ts=thread, **said))
        else:
            user = heard.act.actor.user
            await _at_most_once(
                self._client.chat_postEphemeral(channel=place.channel, user=user, thread_ts=thread, **said)
            )

    async def _respond(self, heard: Heard, message: Message) -> None:
        body = content(message) | {"response_type": "ephemeral", "replace_original": heard.private}
        if heard.act.place and heard.act.place.thread:
            body["thread_ts"] = heard.act.place.thread
        if not wire.is_slacks(heard.response_url, HOST, self._client):
            log.warning("not answered: elsewhere")
            return
        assert self._client.session is not None
        try:
            async with self._client.session.post(heard.response_url, json=body, allow_redirects=False) as response:
                if response.status != 200:
                    log.warning("not answered: http_%d", response.status)
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("not answered: %s", type(error).__name__)

    def _pop_up(self, heard: Heard, message: Message) -> Json:
        return views.pop_up(message, self._name, heard.act.place)


async def _at_most_once(sent: Awaitable[AsyncSlackResponse]) -> None:
    """An answer that cannot be given is not given: the person sees that nothing came and may ask again."""
    try:
        await wire.call(sent)
    except Refused as error:
        log.warning("not answered: %s", error.reason)
    except (RetryAfter, OutcomeUnknown) as error:
        log.warning("not answered: %s", type(error).__name__)


def _has(heard: Heard, errors: Mapping[str, str]) -> bool:
    """Whether the form that was sent in has all the fields that the errors name."""
    return isinstance(heard.act, Submit) and bool(errors) and errors.keys() <= heard.act.fields.keys()
