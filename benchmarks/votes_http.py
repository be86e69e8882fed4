"""Votes a second over signed HTTP, each committed before it is acknowledged, beside a Bolt app that only acknowledges.

The votes are signed and laid out beforehand, and sent by this process over 16 connections. It also stands in for
Slack's API, saying ok to the bot's cards and private answers; the bare app sends none.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from pathlib import Path
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier
from sqlalchemy.orm import Session

import demo
import wiring
from adapters.slack.render import content
from benchmarks import processes
from benchmarks.bare_slack import PATH, SECRET
from benchmarks.district import Crowd, ask, counted, settle
from benchmarks.processes import Process
from benchmarks.side import Side, compare
from benchmarks.table import Table
from benchmarks.wire import Agreeable, request, rush
from bot import texts
from bot.polls import cards
from bot.polls.model import Poll
from bot.storage.database import connect
from playground.slack.payloads import Payloads
from playground.slack.workspace import Message, Workspace
from tests.support.crowd import STAFF

CONNECTIONS = 16
WARM_UP = 0.25  # of a run, before it
BOT = {"user": "start_somewhere", "team_id": "T01CROWD", "user_id": demo.BOTS["slack"], "bot_id": "B01SOMEWHERE"}
ANSWER = {"ok": True, "channel": STAFF, "ts": "1790000000.000100", "channels": [], "members": [], **BOT}
ANSWERS = "/answers"  # the path of every response_url


def run(folder: Path, runs: int = 5, votes: int = 2000) -> Table:
    """`votes` in each run, no two of one member."""
    return asyncio.run(_run(folder, runs, votes))


async def _run(folder: Path, runs: int, votes: int) -> Table:
    bare, bot = Side("a Bolt app that acknowledges"), Side("the bot")
    for number in range(runs):
        inside = folder / str(number)
        inside.mkdir()
        await _one_run(inside, votes, bare, bot)
    return compare(f"Signed HTTP, {CONNECTIONS} connections, {votes:,} votes a run", "votes", "vote", bare, bot)


async def _one_run(folder: Path, votes: int, bare: Side, bot: Side) -> None:
    warm_up = max(int(votes * WARM_UP), 1)
    crowd = settle(folder, staff=warm_up + votes)
    poll = ask(crowd.database, "slack")
    slack = Agreeable(ANSWER)
    async with slack.listening(), AsyncExitStack() as ending:
        ports = demo.free_port(), demo.free_port()
        apps = (
            await ending.enter_async_context(_bare(folder, ports[0], slack.url)),
            await ending.enter_async_context(_bot(folder, crowd, ports[1], slack.url)),
        )
        await apps[0].says("ready")
        await apps[1].says('"event": "connected"')
        everybody = list(ballots(crowd, poll, slack.url))
        for port in ports:
            await rush(port, signed(everybody[:warm_up]), CONNECTIONS, [])
        for side, app, port in zip((bare, bot), apps, ports, strict=True):
            await quiet(slack)
            some = signed(everybody[warm_up : warm_up + votes])
            with side.run(app) as seconds:
                await rush(port, some, CONNECTIONS, seconds)
    if counted(crowd.database, poll) != warm_up + votes:
        raise AssertionError("not every vote is in the database")


def _bare(folder: Path, port: int, slack: str) -> AbstractAsyncContextManager[Process]:
    return processes.running(folder, "bare", "-m", "benchmarks.bare_slack", str(port), f"{slack}/api/")


def _bot(folder: Path, crowd: Crowd, port: int, slack: str) -> AbstractAsyncContextManager[Process]:
    return processes.bot(folder, crowd.database, port, **settings(slack))


def settings(slack: str) -> dict[str, str]:
    return {"SLACK_BOT_TOKEN": "xoxb-bot", "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": f"{slack}/api/"}


async def quiet(slack: Agreeable) -> None:
    """Returns when the bot's private answers are out, so that what comes next has the machine to itself."""
    asked = -1
    while asked < (asked := slack.asked.get(ANSWERS, 0)):
        await asyncio.sleep(0.3)


def ballots(crowd: Crowd, poll: Poll, slack: str) -> Iterator[bytes]:
    """The body of one vote of each member, as Slack lays it out."""
    world = demo.pretend_world(crowd.roster).slack
    assert world
    payloads = Payloads(Workspace(world))
    card = Message("1790000000.000100", STAFF, world.bot_user_id, "", _blocks(crowd, poll), by_bot=True)
    row = next(block for block in card.blocks if block["type"] == "actions")
    for number, user in enumerate(crowd.accounts("slack")):
        action = payloads.action(row, row["elements"][number % len(poll.options)])
        pressed = payloads.press_in_message(user, card, action, f"{number}.benchmark.{number:032x}", slack + ANSWERS)
        yield urlencode({"payload": json.dumps(pressed)}).encode()


def _blocks(crowd: Crowd, poll: Poll) -> list[dict[str, object]]:
    """The card as it stands in the channel."""
    words = texts.read(wiring.CONTENT)
    engine = connect(crowd.database)
    with Session(engine) as session:
        shown = content(cards.card(session, poll.id, words["en"], words))
    engine.dispose()
    return [block | {"block_id": f"b{place}"} for place, block in enumerate(shown["blocks"])]


def signed(bodies: Iterable[bytes]) -> list[bytes]:
    """Requests that are fresh for five minutes."""
    verifier, now = SignatureVerifier(SECRET), str(int(time.time()))
    return [
        request(
            PATH,
            body,
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "X-Slack-Request-Timestamp": now,
                "X-Slack-Signature": verifier.generate_signature(timestamp=now, body=body) or "",
            },
        )
        for body in bodies
    ]
