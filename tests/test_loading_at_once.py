"""What people do at the moment in which a district's files are loaded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import districts
from support.at_once import at_once
from support.bridged import CARD, DANA, DISCORD, SLACK, SUBJECT, opened, said
from support.cores import Core, core
from support.databases import on_both, on_either, rows
from support.linked import ANJALI, ROY, Desk
from support.posting import Platform, sending

from bot import routes
from bot.boundary import Address, Message, Prose, Said, Text
from bot.bridge import talks
from bot.operations import commands
from bot.people import loading, roster
from bot.people.places import Place
from bot.storage import database

HOMES = "partnership-leadership,en,joint,cvea;administration;board;pta;library,"
SECRET = "Only for the five of us: the date moves."


def for_everybody(folder: Path) -> Path:
    """The files, with the committee's homes for the whole community."""
    files = districts.copy(folder)
    places = (files / "places.csv").read_text(encoding="utf-8")
    assert HOMES in places
    (files / "places.csv").write_text(places.replace(HOMES, "partnership-leadership,en,community,,"), encoding="utf-8")
    return files


@on_both
async def test_what_is_said_below_a_card_is_not_carried_to_others(tmp_path: Path) -> None:
    slack, discord = Platform("slack"), Platform("discord")
    async with core(tmp_path) as bot:
        await opened(bot, SLACK, DISCORD)
        files = for_everybody(tmp_path / "files")

        async def says(there: Core) -> None:
            await there.frame.handle(said(SECRET))

        async def loads(_bot: Core) -> None:
            assert await asyncio.to_thread(commands.load, bot.settings, files) == 0

        await at_once(bot, says, loads)
        async with sending(bot, platforms={"slack": slack, "discord": discord}) as sender:
            await sender.drain(20.0)
        assert not [one for one in discord.standing.values() if SECRET in one.text]


@on_either
async def test_what_was_said_before_is_not_carried_below_a_card_that_came_late(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord is slow to take the card; in Slack they talk below it, and the files are loaded meanwhile."""
    monkeypatch.setitem(routes.HOUSE.cards, CARD, lambda *_: Message((Text("the card"),)))
    files = for_everybody(tmp_path / "files")
    async with core(tmp_path) as bot:

        def put(session: Session) -> None:
            homes = {place.address: place for place in session.scalars(select(Place))}
            talks.put(session, CARD, SUBJECT, [homes[SLACK], homes[DISCORD]])

        async def meanwhile() -> None:
            stands = f"select remote from deliveries where address = '{SLACK}' and remote is not null"
            while not (found := rows(bot.settings.database_url, stands)):
                await asyncio.sleep(0.02)
            under = Address.parse(f"{SLACK}/{found[0][0]}")
            prose = Prose.plain(SECRET)
            await bot.frame.handle(
                Said(id="slack:77", actor=DANA, place=under, to_bot=False, message="200.77", text=SECRET, prose=prose)
            )
            assert await asyncio.to_thread(commands.load, bot.settings, files) == 0

        class Slow(Platform):
            async def post(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
                if not self.accepted:
                    await meanwhile()
                return await super().post(to, message, delivery, since)

        slack, discord = Platform("slack"), Slow("discord")
        await bot.writer.do(put)
        async with sending(bot, platforms={"slack": slack, "discord": discord}) as sender:
            await sender.drain(20.0)
        assert rows(bot.settings.database_url, "select count(*) from carried") == [(1,)]
        assert not [one for one in discord.accepted if SECRET in one.text]


@on_either
async def test_who_links_with_somebody_whom_the_files_name_no_more_stays_themselves(tmp_path: Path) -> None:
    """Between the step that looked at their account and the one that strikes the other off."""
    files = districts.copy(tmp_path / "files")
    members = (files / "members.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (files / "members.csv").write_text("".join(one for one in members if "roy-thibodeaux" not in one), encoding="utf-8")
    async with core(tmp_path) as bot:
        desk = Desk(bot)
        code = await desk.code(ROY)
        engine = database.connect(bot.settings.database_url)
        with database.reading(engine) as session:
            steps = [*loading.steps(session, roster.read(files), datetime.now(UTC))]
        engine.dispose()
        accounts = next(number for number, step in enumerate(steps) if "_load_accounts" in told(step))
        for step in steps[: accounts + 1]:
            await bot.writer.do(step)
        await bot.frame.handle(desk.press(ANJALI, "link.yes", code))
        assert desk.whose(ANJALI) == "roy-thibodeaux"
        for step in steps[accounts + 1 :]:
            await bot.writer.do(step)
        assert desk.whose(ANJALI) == "anjali-deshpande"


def told(step: Callable[[Session], None]) -> str:
    """What a step runs."""
    return str([cell.cell_contents for cell in step.__closure__ or ()])
