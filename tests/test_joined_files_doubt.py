"""A file that crossed, of which the platform did not say that it is there: it goes with its message."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.bridged import DISCORD, SLACK, deleted, opened, said
from support.cores import core
from support.databases import on_either
from support.house import House, eventually, house
from support.joined_house import joined_by_name
from support.posting import Platform, sending
from support.talk import Chair
from test_joined_files_below import FLYER, rosa_is_named

from bot import routes
from bot.boundary import Attachment, OutcomeUnknown
from bot.delivery import claims
from bot.storage import context

pytestmark = on_either

TRIES = "select tries from deliveries where card = 'bridge.file'"
NAME = "select name from carried_files"
STATE = "select state from deliveries where card = 'bridge.file'"


async def sent_in_doubt(
    home: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> tuple[Chair, Chair]:
    dana, rosa = await joined_by_name(home)
    await rosa_is_named(rosa)
    monkeypatch.setattr(claims, "SETTLE", 1000.0)
    home.slack.faults.next("files.completeUploadExternal", fault)
    await rosa.person.say(rosa.channel, "The flyer", files=FLYER)
    await dana.sees_among_cards("The flyer")
    await eventually(lambda: databases.rows(databases.address(tmp_path), TRIES) == [(1,)])
    return dana, rosa


async def looks_again(home: House, tmp_path: Path) -> None:
    database = databases.address(tmp_path)
    databases.change(database, "update deliveries set not_before = 0 where card = 'bridge.file'")
    databases.change(database, "update destinations set due_at = 0")
    home.bot.sender.wake()
    await eventually(lambda: databases.rows(database, STATE) != [("WAITING",)])


def an_hour_later(tmp_path: Path) -> None:
    """As the bot does it every hour."""
    engine = databases.connect(databases.address(tmp_path))
    with Session(engine, info=context.info()) as session:
        for chore in routes.HOUSE.maintenance:
            chore.run(session, datetime.now(UTC))
        session.commit()
    engine.dispose()


def stand(dana: Chair) -> list[str]:
    seen = dana.person.messages(dana.channel)
    return [one.text for one in seen if "flyer.txt" in one.text or one.files]


@pytest.mark.parametrize("fault", ["502_after", "drop_before"])
async def test_its_author_takes_it_back_before_that_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await sent_in_doubt(home, tmp_path, monkeypatch, fault)
        await rosa.deletes("The flyer")
        await dana.sees_among_cards("deleted")
        await looks_again(home, tmp_path)
        await eventually(lambda: stand(dana) == [])
        await asyncio.to_thread(an_hour_later, tmp_path)
        assert databases.rows(databases.address(tmp_path), STATE) == [("GONE",)]
        assert databases.rows(databases.address(tmp_path), NAME) == [("",)]


async def test_its_name_goes_where_nobody_may_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "SETTLE", 0.3)
    async with core(tmp_path) as bot:
        talk = await opened(bot, SLACK, DISCORD)
        database = bot.settings.database_url
        await talk.told(said("The list", 1, files=[Attachment("list.txt", 3, "r")]))
        discord = Platform("discord")
        discord.will.append((None, True))
        discord.fails(OutcomeUnknown())
        async with sending(bot, platforms={"slack": Platform("slack"), "discord": discord}):
            await eventually(lambda: databases.rows(database, TRIES) == [(1,)])
            discord.tells = False
            await talk.told(deleted(1))
            await eventually(lambda: databases.rows(database, STATE) == [("HELD",)])
        await asyncio.to_thread(an_hour_later, tmp_path)
        assert databases.rows(database, NAME) == [("",)]
