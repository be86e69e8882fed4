"""Somebody leaves the roster and comes back into another group: what they wrote is theirs still, and what the old group
says among itself is not for them any more."""

from __future__ import annotations

from pathlib import Path

from support import districts
from support.broadcasts import ASSOCIATION, at_noon, sends
from support.concerns import says, writes
from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.databases import on_either, rows
from support.listening import opened
from support.listening import says as tells_the_board
from test_polls_readers import ASKS
from test_polls_readers import writes as asks

from bot.operations import commands

pytestmark = on_either

OWEN = "owen-lindqvist,Owen Lindqvist,en,cvea,lincoln,U01LINDQVIST,\n"
NAMED, UNNAMED, TOLD, DRAFTED = "The hall is loud.", "Too few kits.", "The bus is late.", "No quiet room."
OTHERS = ("Open enrollment", ASKS, "Nobody has time.", "Routes are long.")


async def test_who_comes_back_into_another_group_reads_what_is_theirs_alone(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await at_noon(bot)
        owen, maria = corner(bot, "Owen Lindqvist"), corner(bot, "Maria Rivera")
        await (await asks(bot)).clicks("Post it")
        await sends(corner(bot, "Dana Lee"), ASSOCIATION)
        await opened(bot)
        await says(owen, NAMED, named=True)
        await says(owen, UNNAMED)
        await says(maria, OTHERS[2], named=True)
        await tells_the_board(owen, TOLD, named=True)
        await tells_the_board(maria, OTHERS[3], named=True)
        await writes(owen, DRAFTED)
        await bot.later(minutes=3)
        assert await sees(owen, ("poll.show 1:en", "broadcast.show 1")) == {ASKS, OTHERS[0]}
        files = districts.copy(tmp_path / "files")
        districts.edit(files, "members.csv", OWEN, "")
        assert commands.load(bot.settings, files) == 0
        await owen.types("concern")
        assert NAMED not in owen.sees("I don't know you yet")
        with (files / "members.csv").open("a", encoding="utf-8") as members:
            members.write(OWEN.replace("cvea,lincoln", "library,"))
        assert commands.load(bot.settings, files) == 0
        assert await sees(owen, ("concern", "listening.own 1")) >= {NAMED, UNNAMED, TOLD}
        await looks_around(owen)
        await owen.presses("concern.send", str(rows(bot.settings.database_url, "select max(id) from drafts")[0][0]))
        assert "Sent." not in owen.sees()
        await bot.later(hours=20)
        assert not any(text in said for text in OTHERS for said in told(bot))


async def sees(owen: Corner, where: tuple[str, ...]) -> set[str]:
    """What of all that was written."""
    shown = ""
    for one in where:
        do, _, about = one.partition(" ")
        await (owen.presses(do, about) if about else owen.types(do))
        shown += owen.sees()
    return {text for text in (NAMED, UNNAMED, TOLD, *OTHERS) if text in shown}


async def looks_around(owen: Corner) -> None:
    presses = ("poll.show 1:en", "poll.vote 1:1", "broadcast.show 1", "broadcast.again 1", "listening.read 1")
    presses += ("listening.show 1", "concern.read 1", "concern.take-back 3", "themes.sort 1")
    assert not await sees(owen, ("somewhere", *presses)) & {*OTHERS}


def told(bot: Core) -> list[str]:
    """In messages to Owen."""
    theirs = "select card, subject from deliveries where address like '%U01LINDQVIST%' and card not like '%letter%'"
    return [drawn(bot, card, subject) for card, subject in rows(bot.settings.database_url, theirs)]
