"""The bot is killed again and again while a message goes out to many: nobody is told twice, nobody is missed.
BROADCAST_STORM chooses how many people there are besides those of the pretend district, for two workers."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from support import databases, districts
from support.broadcasts import LEASES, STATUS, at_noon, round_the_clock, rows, to_staff
from support.cores import core_on
from support.databases import on_both, on_postgresql
from support.house import eventually, platforms
from support.process_bot import BotProcess
from support.talk import chair
from support.town import Town, town

import demo
from bot.people import roster

PEOPLE = int(os.environ.get("BROADCAST_STORM", "60"))
MEMBERS = "select m.name from members m join groups g on g.id = m.group_id where g.key = 'cvea' order by m.name"
ACCOUNTS = (
    "select a.address from accounts a join members m on m.id = a.member_id join groups g on g.id = m.group_id"
    " where g.key = 'cvea' and a.address like 'slack:T01CEDAR/%'"
)
SENDER = "U01OKAFOR"
POSTED = "select count(*) from deliveries where card = 'roundup' and state = 'STANDING'"
NOTICES = "select count(*) from notices"
SOON = "update due set at = '2026-10-06 00:00:00.000000' where \"do\" = 'notice'"
HELD = "select address, leased_until from destinations where leased_until > 0"
STEPS = (5, 12, 20)  # people who have it, at which the bot is killed


def copies(place: Town, name: str) -> int:
    """How often somebody has it in their DM with the bot."""
    return sum("Insurance" in card.text for card in chair(place, "slack", name)._cards())


@on_both
async def test_killed_while_it_goes_out(tmp_path: Path) -> None:
    async with town(tmp_path) as place:
        async with core_on(place.bot.database) as bot:
            await at_noon(bot)
            await to_staff(bot)
            members = rows(bot, MEMBERS)
        round_the_clock(place.bot.database)
        known = len(members) - 1  # of one of them no account is known
        place.bot.start()
        await eventually(lambda: place.bot.rows(STATUS) != [("planned",)], 30)
        place.bot.kill()
        place.bot.start()
        for step in (*STEPS, known):
            await eventually(lambda: place.bot.rows(NOTICES)[0][0] == len(members), 30)
            databases.change(place.bot.database, SOON)  # as if its quarter of an hour were over
            await eventually(lambda step=step: place.bot.rows(POSTED)[0][0] >= step, 60)
            if step < known:
                place.bot.kill()
                databases.change(place.bot.database, LEASES)
                place.bot.start()
        told = {name: copies(place, name) for name in members if name != "Douglas Pruitt"}
        assert set(told.values()) == {1}, told
        assert place.bot.rows(POSTED) == [(known,)]


def with_crowd(folder: Path) -> Path:
    """The folder of the pretend district's files, with more members of the association."""
    files = districts.copy(folder)
    with (files / "members.csv").open("a", encoding="utf-8") as members:
        members.writelines(f"crowd-{n},Crowd {n},en,cvea,lincoln,U01CROWD{n:04},\n" for n in range(PEOPLE))
    return files


async def dies(bot: BotProcess) -> None:
    """The other one goes on. What this one was sending is tried again after a minute, which goes by at once."""
    bot.kill()
    held = bot.rows(HELD)
    await asyncio.sleep(1)  # the other one has sent by then what it was sending
    for address, until in held:
        mine = f"address = '{address}' and leased_until = {until!r}"
        databases.change(bot.database, f"update destinations set leased_until = 1 where {mine}")
    bot.start()


@on_postgresql
async def test_two_workers_of_which_each_is_killed(tmp_path: Path) -> None:
    files = with_crowd(tmp_path)
    world = demo.pretend_world(roster.read(files))
    async with platforms(world) as (slack, discord):
        slack.rates_enforced = discord.rates_enforced = False
        database = databases.address(tmp_path)
        async with core_on(database, files) as core:
            databases.change(database, "update districts set approval_above = 1000000")
            await at_noon(core)
            await to_staff(core)
            members, theirs = rows(core, MEMBERS), rows(core, ACCOUNTS)
        round_the_clock(database)
        bots = [BotProcess(world, slack, discord, tmp_path, "worker", database, paced=False) for _ in range(2)]
        known = len(theirs)
        try:
            for bot in bots:
                bot.start()
            await eventually(lambda: bots[0].rows(NOTICES)[0][0] == len(members), 60)
            databases.change(database, SOON)
            for bot, step in zip(bots, (known // 4, known // 2), strict=True):
                await eventually(lambda step=step: bots[0].rows(POSTED)[0][0] >= step, 300)
                await dies(bot)
            await eventually(lambda: bots[0].rows(POSTED)[0][0] == known, 600)
        finally:
            for bot in bots:
                bot.kill()
        texts = {user: slack.sit(user).messages(slack.workspace.dm(user)) for user in slack.workspace.users}
        told = {user: sum("Insurance" in one.text for one in seen) for user, seen in texts.items()}
        told.pop(SENDER)  # who is shown how it goes
        assert set(told.values()) <= {0, 1}
        assert {f"slack:T01CEDAR/{user}" for user, times in told.items() if times} == set(theirs)
