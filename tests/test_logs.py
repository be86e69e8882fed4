"""What is logged: one line of JSON for each thing, with ids, never with what people wrote or a secret."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support import databases
from support.house import eventually
from support.talk import Chair, chair, posted
from support.town import Town, town

import demo
from bot.operations import logs

ROOT = Path(__file__).parent.parent
# Each typed somewhere else, none of them a word that a program would say by itself.
TYPED = ("zebra4711", "quartz4712", "violet4713", "walrus4714", "swordfish4715", "ocelot4716", "gannet4717")
QUESTION, ONE, TWO, REFUSED, DIRECT, NAMED, BROKEN = TYPED
EVERYTHING_LOGS = {"LOG_LEVEL": "DEBUG", "PYTHONASYNCIODEBUG": "1"}

# Whatever can carry a text into a log, ours or a library's.
SPILLS = """
import asyncio, gc, logging, sys, warnings
import structlog
from bot.operations import logs

logs.configure("DEBUG")
secret = sys.argv[1]
ours, theirs = structlog.get_logger("bot.test"), logging.getLogger("library")

def fail():
    try:
        raise KeyError(secret)
    except KeyError as error:
        raise ValueError(secret) from error

try:
    fail()
except ValueError as error:
    ours.error("ours", exc_info=error)
    ours.error("ours", exc_info=True)
    logging.getLogger("adapters.test").exception("ours")
    theirs.exception(secret)
    theirs.error("%s", secret, exc_info=error, stack_info=True, extra={"more": secret})
theirs.debug({"text": secret})
theirs.info("%d is no number", secret)
warnings.warn(secret)

async def lose():
    await asyncio.wait([asyncio.create_task(asyncio.to_thread(fail))])  # which asks no task how it ended

asyncio.run(lose())
gc.collect()
"""


def test_all_that_we_log_is_known_as_ours() -> None:
    """What is not is logged without its words, as a library's."""
    files = [*ROOT.glob("*.py"), *ROOT.glob("bot/**/*.py"), *ROOT.glob("adapters/**/*.py")]
    speaking = [one for one in files if "get_logger()" in one.read_text(encoding="utf-8")]
    assert len(speaking) > 10
    names = [".".join(one.relative_to(ROOT).with_suffix("").parts) for one in speaking]
    assert [name for name in names if not name.startswith(logs.OURS)] == []


def test_no_error_spills_what_it_is_about() -> None:
    done = subprocess.run([sys.executable, "-c", SPILLS, QUESTION], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
    assert QUESTION not in done.stderr
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["error"] for line in lines if line["event"] == "ours"] == ["ValueError"] * 3
    assert all("KeyError: " in line["trace"] for line in lines if line["event"] == "ours")
    assert {line["logger"] for line in lines} == {"bot.test", "adapters.test", "library", "py.warnings", "asyncio"}


@databases.on_both
async def test_a_whole_poll_leaves_no_word_in_the_log(tmp_path: Path) -> None:
    async with town(tmp_path, **EVERYTHING_LOGS) as home:
        await home.opens()
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        parent = chair(home, "discord", "Kevin Brandvold", "town-square")
        await posted(maria, f"/poll {QUESTION} | {ONE} | {TWO}", "#lincoln-staff (Slack)", "#town-square (Discord)")
        await through_trouble(home, maria, parent)
        await in_every_other_way(home, maria, parent)
        await with_a_broken_database(home, maria, parent)
        assert await home.bot.end() == 0
        text, lines = home.bot.log.read_text(encoding="utf-8"), home.log

    world = demo.pretend_world(home.district)
    assert world.slack
    assert world.discord
    assert not [word for word in (*TYPED, "Rivera", "Brandvold", "Start Somewhere") if word in text]
    assert not [
        token for token in (world.slack.bot_token, world.slack.app_token, world.discord.bot_token) if token in text
    ]
    assert all(line.keys() >= {"event", "level", "logger", "timestamp"} for line in lines)
    acts = [line for line in lines if line["logger"] == "bot.frame"]
    assert {line["event"] for line in acts} - {"busy"} == {"done", "refused", "failed"}  # a slow machine may be busy
    assert all(line["event_id"].startswith(("slack:", "discord:")) for line in acts)
    sends = [line for line in lines if line["event"] in ("sent", "send failed")]
    assert {line["do"] for line in sends} == {"post", "edit"}
    assert all(line["delivery"] > 0 for line in sends)


async def through_trouble(home: Town, maria: Chair, parent: Chair) -> None:
    home.slack.faults.next("chat.update", "500")
    home.discord.faults.next("PATCH /channels/{channel_id}/messages/{message_id}", "500")
    await maria.answers(ONE)
    await parent.answers(TWO)
    await home.discord.drop_gateway()
    await home.slack.disconnect("warning")
    await maria.sees_card("2 people have answered")
    await parent.sees_card("2 people have answered")
    await eventually(lambda: home.logged("send failed"))


async def in_every_other_way(home: Town, maria: Chair, parent: Chair) -> None:
    """A question that cannot stand, words to the bot alone, and words that name it."""
    await maria.types(f"/poll {REFUSED} | {REFUSED}")
    await maria.sees("There is one answer")
    for one in (chair(home, "slack", "Maria Rivera"), chair(home, "discord", "Kevin Brandvold")):
        await one.types(DIRECT)
        await one.sees("Hello, ")
    await maria.types(f"@Start Somewhere {NAMED}")
    await parent.types(f"/poll {NAMED} | {ONE} | {TWO}")


async def with_a_broken_database(home: Town, maria: Chair, parent: Chair) -> None:
    with broken(home, "drafts"):
        await maria.types(f"/poll {BROKEN} | {ONE} | {TWO}")
        await maria.sees("Something went wrong on my side")
    with broken(home, "ballots"):
        await parent.answers(ONE)
        await parent.sees("Something went wrong on my side")


@contextmanager
def broken(home: Town, table: str) -> Iterator[None]:
    """Nothing can be written there, and the error comes with all that should have been."""
    where = home.bot.database
    if where.startswith(databases.SQLITE):
        when = f"BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END"
        databases.change(where, f"CREATE TRIGGER broken {when}")
        yield
        databases.change(where, "DROP TRIGGER broken")
    else:
        databases.change(where, f"ALTER TABLE {table} ADD CONSTRAINT broken CHECK (false) NOT VALID")
        yield
        databases.change(where, f"ALTER TABLE {table} DROP CONSTRAINT broken")
