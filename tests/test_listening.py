"""Who may call this process, and how much of it they may take."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import datetime

import aiohttp
import pytest
from aiohttp import web

import demo
import wiring
from bot import timetable
from bot.operations import listening
from bot.operations import web as bot_web
from bot.operations.settings import Settings
from bot.operations.web import MovableClock
from bot.timetable import Clock

HERE = "127.0.0.1"


class Timetable(timetable.Timetable):
    """Its clock is moved, and nothing falls due, for there is no bot."""

    def __init__(self) -> None:
        self.jumps: list[datetime] = []

    async def jump(self, to: datetime, _drain: Callable[[], Awaitable[None]]) -> None:
        self.jumps.append(to)


async def echo(request: web.Request) -> web.Response:
    return web.Response(body=await request.read())


async def tell_much(_request: web.Request) -> web.Response:
    return web.Response(body=b"x" * 20_000_000)  # more than the kernel takes for a reader


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    monkeypatch.setattr(listening, "HEADERS", 0.4)
    monkeypatch.setattr(listening, "BODY", 0.4)
    monkeypatch.setattr(listening, "ANSWER", 0.4)
    routes = [web.post("/echo", echo), web.get("/much", tell_much)]
    async with bot_web.serving(routes, HERE, port := demo.free_port()):
        yield port


async def answered(port: int, *said: bytes) -> bytes:
    """What comes back until the other side ends, at most 3 s later."""
    reader, writer = await asyncio.open_connection(HERE, port)
    for piece in said:
        writer.write(piece)
    try:
        async with asyncio.timeout(3):
            return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


BEGUN = b"POST /echo HTTP/1.1\r\nHost: here\r\n"
NOWHERE = b"GET /nowhere HTTP/1.1\r\nHost: here\r\n\r\n"
MUCH = b"GET /much HTTP/1.1\r\nHost: here\r\n\r\n"
TOO_MUCH = 1024**2 + 10  # bytes of a body
BIG = b"x" * TOO_MUCH
WHOLE = BEGUN + b"Content-Length: %d\r\n\r\n" % TOO_MUCH + BIG
IN_CHUNKS = BEGUN + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % TOO_MUCH + BIG + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize("said", [b"", BEGUN, BEGUN + b"X-Half: "])
async def test_headers_that_do_not_end_are_cut_off(port: int, said: bytes) -> None:
    assert await answered(port, said) == b""


@pytest.mark.parametrize("asks", [BEGUN + b"Content-Length: 4\r\n\r\nonce", NOWHERE])
@pytest.mark.parametrize("more", [b"", BEGUN, BEGUN + b"X-Half: "])
async def test_nobody_stays_after_the_answer(port: int, asks: bytes, more: bytes) -> None:
    """Also where the beginning of another request has come along with the first."""
    answer = await answered(port, asks + more)
    assert answer.count(b"HTTP/1.1") == 1
    assert b"\r\nConnection: close\r\n" in answer


async def test_a_body_that_does_not_end_is_cut_off(port: int) -> None:
    assert (await answered(port, BEGUN + b"Content-Length: 10\r\n\r\nhalf")).startswith(b"HTTP/1.1 408")


async def test_so_many_that_say_half_of_it_leave_room_for_others(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "MOST", 5)
    half = [asyncio.create_task(answered(port, BEGUN)) for _ in range(5)]
    await asyncio.sleep(0.1)
    assert await answered(port, BEGUN) == b""
    assert await asyncio.gather(*half) == [b""] * 5
    async with aiohttp.ClientSession() as session, session.post(f"http://{HERE}:{port}/echo", data=b"whole") as answer:
        assert await answer.read() == b"whole"


async def test_one_more_than_fit_is_cut_off_at_once(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the connections that are open may take."""
    monkeypatch.setattr(listening, "MOST", 5)
    monkeypatch.setattr(listening, "HEADERS", 60)
    there = [await asyncio.open_connection(HERE, port) for _ in range(5)]
    assert await answered(port, BEGUN) == b""
    for _, writer in there:
        writer.transport.abort()


@pytest.mark.parametrize("said", [WHOLE, IN_CHUNKS], ids=["by its length", "in chunks"])
async def test_who_sends_too_much_is_told_so_and_does_not_stay(port: int, said: bytes) -> None:
    answer = await answered(port, said)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"\r\nConnection: close\r\n" in answer


async def test_too_much_of_which_half_is_kept_back_is_cut_off(port: int) -> None:
    await answered(port, BEGUN + b"Content-Length: %d\r\n\r\n" % (3 * TOO_MUCH) + 2 * BIG)


async def test_what_is_expected_and_not_given_ends_the_connection(port: int) -> None:
    said = BEGUN + b"Expect: more\r\nContent-Length: 4\r\n\r\nonce"
    assert (await answered(port, said)).startswith(b"HTTP/1.1 417")


@pytest.mark.parametrize("said", [WHOLE, MUCH], ids=["send too much", "do not read their answers"])
async def test_so_many_that_do_not_hang_up_leave_room_for_slack(
    port: int, said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five send it, are answered, read no further than the first line and keep their end open. Then Slack posts."""
    monkeypatch.setattr(listening, "MOST", 5)
    staying = []
    for _ in range(5):
        reader, writer = await asyncio.open_connection(HERE, port, limit=100)
        writer.write(said)
        assert (await reader.readline()).startswith(b"HTTP/1.1")
        staying.append(writer)
    if said == MUCH:
        assert await answered(port, BEGUN) == b""
    await asyncio.sleep(0.6)
    posted = await answered(port, BEGUN + b"Content-Length: 4\r\n\r\nonce")
    assert posted.startswith(b"HTTP/1.1 200")
    for writer in staying:
        writer.transport.abort()


async def test_nobody_is_told_which_version_this_is(port: int) -> None:
    for said in (BEGUN + b"Content-Length: 0\r\nConnection: close\r\n\r\n", b"no HTTP\r\n\r\n"):
        answer = await answered(port, said)
        assert b"\r\nServer: " in answer
        assert b"aiohttp" not in answer.lower()
        assert b"python" not in answer.lower()


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ({}, HERE),
        ({"slack_app_token": "xapp-1"}, HERE),
        ({"slack_signing_secret": "secret"}, "0.0.0.0"),
        ({"slack_signing_secret": "secret", "bind": "10.0.0.5"}, "10.0.0.5"),
        ({"bind": "0.0.0.0"}, "0.0.0.0"),
        ({"bind": "0.0.0.0", "pretend_clock": True}, HERE),
    ],
)
def test_where_it_listens(settings: dict[str, object], address: str) -> None:
    assert wiring.address(Settings(_env_file=None, **settings)) == address


@pytest.mark.parametrize(
    ("host", "content_type", "status"),
    [
        (f"{HERE}:8000", "application/json", 200),
        ("localhost", "application/json; charset=utf-8", 200),
        ("evil.example", "application/json", 403),
        (f"{HERE}.evil.example", "application/json", 403),
        (HERE, "text/plain", 415),
        (HERE, "application/x-www-form-urlencoded", 415),
    ],
)
async def test_no_page_of_another_site_moves_the_clock(host: str, content_type: str, status: int) -> None:
    unmoved = Timetable()
    clock = MovableClock(Clock(), unmoved, lambda: asyncio.sleep(0))
    async with AsyncExitStack() as ending:
        await ending.enter_async_context(bot_web.serving(clock.routes, HERE, port := demo.free_port()))
        session = await ending.enter_async_context(aiohttp.ClientSession())
        headers, body = {"Host": host, "Content-Type": content_type}, b'{"to": "2030-01-01T00:00:00+00:00"}'
        async with session.post(f"http://{HERE}:{port}/clock", headers=headers, data=body) as answer:
            assert answer.status == status
        assert len(unmoved.jumps) == (status == 200)
        if status == 403:
            async with session.get(f"http://{HERE}:{port}/clock", headers=headers) as answer:
                assert answer.status == 403
