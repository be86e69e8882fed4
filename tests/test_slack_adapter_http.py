"""The adapter's request URL: what is answered when, and what never gets as far as the core."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import yaml
import yarl
from support import slack_payloads as payloads
from support.adapters import slack_core
from support.house import SIGNING_SECRET
from support.slack_talk import LINCOLN, RIVERA, SOTO, WORLD, Core, last, saying, until
from support.slack_web import Headers, Web, on_the_web, post, read, request

from adapters.slack import http
from bot.boundary import ChannelMembers, Event, Private, Said
from playground.slack.request_url import signed

__all__ = ["slack_core"]

MOST = 1024**2  # bytes of a body
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


@pytest.fixture
async def there(core: Core) -> AsyncIterator[Web]:
    async with on_the_web(core) as made:
        await made.connection.start()
        yield made


def broken(_: Event) -> None:
    raise RuntimeError("the words of a member")


def sealed(body: bytes, content_type: str = JSON) -> tuple[bytes, Headers]:
    """Any body at all, with Slack's own signature."""
    return body, {"Content-Type": content_type, **signed(SIGNING_SECRET, body)}


def test_the_manifest_says_where_the_address_goes() -> None:
    text = Path(http.__file__).with_name("manifest.yaml").read_text(encoding="utf-8")
    manifest = yaml.safe_load(text.replace("# HTTP: ", ""))
    settings, commands = manifest["settings"], manifest["features"]["slash_commands"]
    places = [*(one["url"] for one in commands), settings["interactivity"]["request_url"]]
    assert {*places, settings["event_subscriptions"]["request_url"]} == {f"https://YOUR-ADDRESS{http.PATH}"}


async def test_slack_is_told_that_this_is_the_address(there: Web) -> None:
    asked = {"type": "url_verification", "token": "unused", "challenge": "3eZbrw1a"}
    assert await read(there.url, *request("events_api", asked)) == {"challenge": "3eZbrw1a"}
    assert await post(there.url, json.dumps(asked).encode(), {"Content-Type": JSON}) == 401


async def test_a_look_at_the_certificate_is_answered_though_it_is_not_signed(there: Web, core: Core) -> None:
    assert await post(there.url, b"token=unused&ssl_check=1", {"Content-Type": FORM}) == 200
    assert not core.acts


async def test_before_and_after_it_is_connected_it_says_that_it_is_not_there(core: Core) -> None:
    async with on_the_web(core) as made:
        assert made.connection.heard_at == 0
        assert await post(made.url, *request("events_api", payloads.SAID)) == 503
        assert await post(made.url, b"{}", {}) == 401
        await made.connection.start()
        assert made.connection.heard_at is None
        assert await post(made.url, *request("events_api", payloads.SAID)) == 200
        await made.connection.stop()
        assert made.connection.heard_at == 0
        assert await post(made.url, *request("events_api", payloads.MENTIONED)) == 503
    assert len(core.acts) == 1


async def test_what_failed_is_sent_again_and_then_done(there: Web, core: Core) -> None:
    core.answer = broken
    rivera = there.slack.sit(RIVERA)
    assert not (await rivera.say(rivera.channels()[-1][0], "hello")).acknowledged
    assert there.answered == [500]
    core.answer = lambda _: None
    await until(lambda: there.answered[-1] == 200)
    assert len({act.id for act in core.acts}) == 1
    assert isinstance(core.acts[-1], Said)
    again = [asked.headers for asked in there.got if "X-Slack-Retry-Num" in asked.headers]
    assert [one["X-Slack-Retry-Num"] for one in again] == [str(number + 1) for number in range(len(again))]
    assert {one["X-Slack-Retry-Reason"] for one in again} == {"http_error"}


async def test_a_channel_that_could_not_be_looked_at_is_looked_at_again(there: Web, core: Core) -> None:
    await until(lambda: any(isinstance(event, ChannelMembers) for event in core.heard))
    core.heard.clear()
    there.slack.faults.next("conversations.members", "500")
    await there.slack.leave(SOTO, LINCOLN)
    await until(lambda: there.answered == [500, 200])
    assert [account.user for account in core.heard[0].accounts] == [RIVERA]


async def test_too_late_is_not_acknowledged_but_done(there: Web, core: Core) -> None:
    core.seconds = 1.2
    rivera = there.slack.sit(RIVERA)
    outcome = await rivera.command(LINCOLN, "poll")
    assert (outcome.acknowledged, "operation_timeout" in outcome.notice) == (False, True)
    await until(lambda: there.answered == [200])


async def test_a_person_is_told_when_it_failed(there: Web, core: Core) -> None:
    core.answer = broken
    outcome = await there.slack.sit(RIVERA).command(LINCOLN, "poll")
    assert (outcome.acknowledged, "dispatch_failed" in outcome.notice) == (False, True)


async def test_the_same_at_once_on_many_connections(there: Web, core: Core) -> None:
    sent = request("interactive", payloads.PRESS)
    assert await asyncio.gather(*(post(there.url, *sent) for _ in range(20))) == [200] * 20
    assert len({act.id for act in core.acts}) == 1  # by which the core knows that it is one


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", JSON),
        (b"", FORM),
        (b"{", JSON),
        (b"{}", JSON),
        (b"[]", JSON),
        (b"null", JSON),
        (b"7", JSON),
        (b'"payload"', JSON),
        (b"[" * 100_000, JSON),
        (b'{"a":' * 100_000, FORM),
        (b'{"authorizations": 7}', JSON),
        (b'{"response_urls": 7, "type": "view_submission"}', JSON),
        (b'{"event": {"channel": 7}}', JSON),
        (b"payload=", FORM),
        (b"payload=%7B", FORM),
        (b"payload=[]", FORM),
        (b'{"type": "event_callback"}', f"{JSON}; charset=klingon"),
        (b"{}" * (MOST // 2 + 1), JSON),
        (b"x" * 3 * MOST, FORM),
    ],
)
async def test_a_body_of_no_shape_is_refused(
    there: Web, core: Core, body: bytes, content_type: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Also one that is signed, which Slack would never send."""
    for headers, expected in (
        (sealed(body, content_type)[1], (400, 413)),
        ({"Content-Type": content_type}, (401, 413)),
    ):
        assert await post(there.url, body, headers) in expected
    assert not core.acts
    assert not [record for record in caplog.records if record.exc_info]


async def test_somebody_may_hang_up_before_the_end(there: Web, caplog: pytest.LogCaptureFixture) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", yarl.URL(there.url).port)
    writer.write(b"POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 100\r\n\r\nshort")
    await writer.drain()
    await until(lambda: there.got)
    writer.close()
    await until(lambda: there.answered)
    assert not caplog.records


async def test_bytes_that_are_no_text_are_refused(there: Web) -> None:
    assert await post(there.url, *sealed(b"\xff\xfe{}")) == 401


async def test_what_is_unknown_is_acknowledged_and_dropped(there: Web, core: Core) -> None:
    unknown = (
        {"type": "block_suggestion", "action_id": "a", "block_id": "b", "value": "", "user": {"id": RIVERA}},
        {"type": "shortcut", "callback_id": "x", "trigger_id": "1.2.3", "user": {"id": RIVERA}},
        {"type": "view_closed", "view": {}, "user": {"id": RIVERA}},
        {"type": "of a coming year"},
    )
    assert [await post(there.url, *request("interactive", one)) for one in unknown] == [200] * len(unknown)
    assert not core.acts


async def test_only_posts_are_answered(there: Web) -> None:
    async with aiohttp.ClientSession() as session:
        assert [(await session.request(method, there.url)).status for method in ("GET", "PUT", "DELETE")] == [405] * 3


async def test_nothing_of_a_request_is_logged(there: Web, core: Core, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    core.answer = lambda _: Private(saying("answered words"))
    rivera = there.slack.sit(RIVERA)
    await rivera.command(LINCOLN, "poll", "typed words")
    await until(lambda: rivera.messages(LINCOLN) and last(there.slack, RIVERA).text == "answered words")
    body, headers = request("slash_commands", payloads.COMMAND | {"text": "forged words"})
    await post(there.url, body, headers | {"X-Slack-Signature": "v0=forged"})
    await post(there.url, *sealed(b'{"text": "broken words'))
    await post(there.url, *sealed(b'{"event": "odd words", "type": "event_callback"}'))
    await post(there.url, *request("interactive", {"type": "shortcut", "callback_id": "unknown words"}))
    core.answer = broken
    await rivera.command(LINCOLN, "poll", "lost words")

    logged = "\n".join(record.getMessage() + (record.exc_text or "") for record in caplog.records)
    assert "not signed by Slack" in logged
    secrets = ("words", "v0=", SIGNING_SECRET, WORLD.bot_token, headers["X-Slack-Signature"], "actions/T0CEDAR")
    assert not [secret for secret in secrets if secret in logged]
