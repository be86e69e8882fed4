"""Where our token and our answers go: to Slack's own hosts and nowhere else, and no further than that."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient
from support.adapters import slack_core
from support.slack_talk import LINCOLN, RIVERA, SOTO, Core, connected, place, saying, until

from adapters.slack import files, wire
from adapters.slack.connection import Connection
from bot.boundary import Private, Refused, Said
from playground.slack import Slack

__all__ = ["slack_core"]


@pytest.fixture
async def there(core: Core) -> AsyncIterator[tuple[Slack, Connection]]:
    async with connected(core) as both:
        yield both


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://files.slack.com/files-pri/T0-F0/kits.pdf", True),
        ("https://files.slack.com:443/files-pri/T0-F0/kits.pdf", True),
        ("http://files.slack.com/files-pri/T0-F0/kits.pdf", False),
        ("https://files.slack.com:8443/files-pri/T0-F0/kits.pdf", False),
        ("https://slack.com/files-pri/T0-F0/kits.pdf", False),
        ("https://hooks.slack.com/kits.pdf", False),
        ("https://files.slack.com.evil.example/kits.pdf", False),
        ("https://evil.example/files.slack.com", False),
        ("https://files.slack.com@evil.example/", False),
        ("https://somebody@files.slack.com/kits.pdf", False),
        ("https://[half/", False),
        ("", False),
    ],
)
def test_slacks_own_hosts(address: str, good: bool) -> None:
    assert wire.is_slacks(address, "files", AsyncWebClient("xoxb-1")) == good


async def test_a_pretend_slack_has_one_host(there: tuple[Slack, Connection]) -> None:
    slack, connection = there
    for elsewhere in (
        "https://files.slack.com/F0",
        "http://127.0.0.1:1/F0",
        slack.files_address.replace("http", "https"),
    ):
        with pytest.raises(Refused, match="elsewhere"):
            await connection.platform.fetch(place(LINCOLN), elsewhere)


async def test_a_file_is_not_followed_to_another_place_nor_read_without_end(
    there: tuple[Slack, Connection], core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    slack, connection = there
    await slack.sit(SOTO).say(LINCOLN, "kits", files=[("kits.pdf", b"x" * 5000)])
    await until(lambda: core.acts)
    said = core.acts[0]
    assert isinstance(said, Said)
    address = said.files[0].reference
    assert await connection.platform.fetch(place(LINCOLN), address) == b"x" * 5000
    with pytest.raises(Refused, match="no_file"):
        await connection.platform.fetch(place(LINCOLN), f"{slack.files_address}-F0NOBODYS/download/kits.pdf")
    monkeypatch.setattr(files, "LARGEST", 4999)
    with pytest.raises(Refused, match="too_large"):
        await connection.platform.fetch(place(LINCOLN), address)


async def test_an_answer_goes_to_slack_alone(there: tuple[Slack, Connection], core: Core) -> None:
    slack, _ = there
    core.answer = lambda _: Private(saying("only for you"))
    rivera = slack.sit(RIVERA)
    address = f"http://localhost:{slack.address.partition(':')[2]}/actions/T/1"
    assert (await slack.send("slash_commands", _command(slack, address))).acknowledged
    core.answer = lambda _: None
    assert (await rivera.command(LINCOLN, "poll")).acknowledged
    assert len(core.acts) == 2
    assert "response_url" not in [name for name, _ in slack.requests]


async def test_nobody_else_who_listens_is_called_with_an_answer(there: tuple[Slack, Connection], core: Core) -> None:
    slack, _ = there
    called = []
    core.answer = lambda _: Private(saying("only for you"))
    async with await asyncio.start_server(lambda _, writer: called.append(writer), "127.0.0.1", 0) as elsewhere:
        address = f"http://127.0.0.1:{elsewhere.sockets[0].getsockname()[1]}/actions/T/1"
        assert (await slack.send("slash_commands", _command(slack, address))).acknowledged
        rivera = slack.sit(RIVERA)
        assert (await rivera.command(LINCOLN, "poll")).acknowledged
        await until(lambda: rivera.messages(LINCOLN))  # the answer to what came after it
        for writer in called:
            writer.close()
    assert len(core.acts) == 2
    assert not called


async def test_an_answer_is_not_followed_to_another_place(
    core: Core, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    called = []
    core.answer = lambda _: Private(saying("only for you"))
    async with await asyncio.start_server(lambda _, writer: called.append(writer), "127.0.0.1", 0) as elsewhere:
        there = f"http://127.0.0.1:{elsewhere.sockets[0].getsockname()[1]}/"

        async def sends_on(_slack: Slack, _request: web.Request) -> web.Response:
            return web.Response(status=307, headers={"Location": there})

        monkeypatch.setattr(Slack, "serve_response_url", sends_on)
        async with connected(core) as (slack, _):
            assert (await slack.sit(RIVERA).command(LINCOLN, "poll")).acknowledged
            await until(lambda: called or "not answered: http_307" in caplog.text)
        for writer in called:
            writer.close()
    assert not called


def _command(slack: Slack, response_url: str) -> dict[str, str]:
    return {
        "token": "unused",
        "team_id": slack.workspace.world.team_id,
        "user_id": RIVERA,
        "channel_id": LINCOLN,
        "command": "/poll",
        "text": "",
        "trigger_id": "1.2.3",
        "response_url": response_url,
    }
