"""Votes a second over signed HTTP, each committed before it is acknowledged, beside a Bolt app that only acknowledges.

The votes are signed and laid out beforehand, and sent by this process over 16 connections. It also stands in for
Slack's API, saying ok to the bot's cards and private answers; the bare app sends none.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier
from sqlalchemy.orm import Session

import demo
import main
from adapters.slack.render import content
from benchmarks import processes
from benchmarks.bare_slack import PATH, SECRET
from benchmarks.district import Crowd, ask, counted, settle
from benchmarks.processes import Process
from benchmarks.side import Side, compare
from benchmarks.table import Table
from benchmarks.wire import Agreeable, request, rush
from bot import store, texts
from bot.polls import cards
from bot.polls.model import Poll
from playground.slack.payloads import Payloads
from playground.slack.workspace import Message, Workspace
from tests.support.crowd import STAFF

CONNECTIONS = 16
WARM_UP = 0.25  # of a round, before the first
BOT = {"user": "start_somewhere", "team_id": "T01CROWD", "user_id": demo.BOTS["slack"], "bot_id": "B01SOMEWHERE"}
ANSWER = {"ok": True, "channel": STAFF, "ts": "1790000000.000100", "channels": [], "members": [], **BOT}
ANSWERS = "/answers"  # the path of every response_url


def run(folder: Path, rounds: int = 5, votes: int = 2000) -> Table:
    """`votes` in each round, no two of one member."""
    return asyncio.run(_run(folder, rounds, votes))


async def _run(folder: Path, rounds: int, votes: int) -> Table:
    warm_up = max(int(votes * WARM_UP), 1)
    crowd = settle(folder, staff=warm_up + rounds * votes)
    poll = ask(crowd.database, "slack")
    slack = Agreeable(ANSWER)
    with ExitStack() as ending:
        async with slack.listening():
            everybody = ballots(crowd, poll, slack.url)
            ports = demo.free_port(0), demo.free_port(0)
            bare = Side("a Bolt app that acknowledges", ending.enter_context(_bare(folder, ports[0], slack.url)))
            bot = Side("the bot", ending.enter_context(_bot(folder, crowd, ports[1], slack.url)))
            await bare.process.says("ready")
            await bot.process.says('"event": "connected"')
            for count in [warm_up] + [votes] * rounds:
                some = list(itertools.islice(everybody, count))
                await _take(bare, ports[0], some)
                await _take(bot, ports[1], some)
                await _quiet(slack)
    bare.forget_the_first()
    bot.forget_the_first()
    if counted(crowd.database, poll) != warm_up + rounds * votes:
        raise AssertionError("not every vote is in the database")
    title = f"Signed HTTP, {CONNECTIONS} connections, {votes} votes in each of {rounds} rounds"
    return compare(title, "votes", "vote", bare, bot)


async def _take(side: Side, port: int, bodies: Sequence[bytes]) -> None:
    votes = signed(bodies)
    with side.round() as seconds:
        await rush(port, votes, CONNECTIONS, seconds)


def _bare(folder: Path, port: int, slack: str) -> AbstractContextManager[Process]:
    return processes.running(folder, "bare", "-m", "benchmarks.bare_slack", str(port), f"{slack}/api/")


def _bot(folder: Path, crowd: Crowd, port: int, slack: str) -> AbstractContextManager[Process]:
    return processes.bot(folder, crowd.database, port, **settings(slack))


def settings(slack: str) -> dict[str, str]:
    return {"SLACK_BOT_TOKEN": "xoxb-bot", "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": f"{slack}/api/"}


async def _quiet(slack: Agreeable) -> None:
    """Returns when the bot's private answers are out, so that the next round has the machine to itself."""
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
    words = texts.read(main.CONTENT)
    engine = store.connect(crowd.database)
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
