"""How `run` begins and ends."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from support import databases
from support.databases import on_either
from support.house import eventually
from support.process_bot import BotProcess
from support.talk import chair, posted
from support.town import town

from bot import routes, texts
from bot.delivery import claims, outbox
from bot.delivery.sender import Sender
from bot.storage import database
from bot.storage.writer import Writer

pytestmark = on_either

ROOT = Path(__file__).parent.parent


async def test_sigterm_ends_it_in_order(tmp_path: Path) -> None:
    async with town(tmp_path) as home:
        await home.opens()
        began = time.monotonic()
        assert await home.bot.end() == 0
        assert time.monotonic() - began < 8
        assert home.logged("ending")
        assert not [line for line in home.log if line["level"] in ("error", "critical")]


async def test_it_waits_for_what_is_being_sent(tmp_path: Path) -> None:
    async with town(tmp_path) as home:
        await home.opens()
        home.slack.faults.next("chat.postMessage", "slow", seconds=2.0)
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await posted(maria)
        await maria.sees_card("Nobody has answered yet")  # it stands there, but Slack has not said so yet
        assert await home.bot.end() == 0
        assert [line["count"] for line in home.logged("waiting for sends")] == [1]
        assert home.bot.rows("SELECT state FROM deliveries") == [("STANDING",)]


@databases.on_sqlite
async def test_a_second_one_on_the_same_file_is_refused(tmp_path: Path) -> None:
    async with town(tmp_path) as home:
        await home.opens()
        second = await also(home.bot, tmp_path)
        assert second[0] == 1
        assert '"another process works on this database already"' in second[1]
        assert home.bot.is_well()
        assert await home.bot.end() == 0


async def also(bot: BotProcess, folder: Path) -> tuple[int, str]:
    """The exit status of a second one, and its log."""
    log, bot.log = bot.log, folder / "second.log"
    first = bot._process
    bot.start()
    status = await bot.exit_status()
    text, bot.log, bot._process = bot.log.read_text(encoding="utf-8"), log, first
    return status, text


@pytest.mark.parametrize(("token", "platform"), [("SLACK_APP_TOKEN", "slack"), ("DISCORD_TOKEN", "discord")])
async def test_a_platform_without_token_is_left_out(tmp_path: Path, token: str, platform: str) -> None:
    async with town(tmp_path, **{token: ""}) as home:
        home.bot.start()
        await eventually(lambda: home.logged("connected"), 30)
        assert [line["platform"] for line in home.logged("left out: it has no token")] == [platform]
        assert [line["platform"] for line in home.logged("connected")] != [platform]
        assert await home.bot.end() == 0


@pytest.mark.parametrize("token", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DISCORD_TOKEN"])
async def test_a_token_that_is_not_accepted_ends_it_and_says_so(tmp_path: Path, token: str) -> None:
    async with town(tmp_path, **{token: "hush-hush"}) as home:
        home.bot.start()
        assert await home.bot.exit_status() == 1
        assert [line["platform"] for line in home.logged("kept out")] == [token.partition("_")[0].lower()]
        assert "hush" not in home.bot.log.read_text(encoding="utf-8")


@pytest.mark.parametrize("turns", range(8))
async def test_the_sender_ends_whenever_it_is_told(tmp_path: Path, turns: int) -> None:
    """Also in the very moment in which it is woken."""
    engine = database.connect(databases.loaded(tmp_path))
    writer = Writer(engine, outbox.note_changes)
    task = asyncio.create_task(Sender(engine, writer, texts.read(ROOT / "content"), routes.HOUSE.cards, {}).run())
    await asyncio.sleep(0.2)
    await writer.do(claims.release_leases)
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait((task,), timeout=2)
    assert task.cancelled()
    writer.close()
    engine.dispose()
