"""The bot is killed again and again while a message goes out to many: nobody is told twice, nobody is missed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from support import databases
from support.broadcasts import STATUS, at_noon, rows, to_staff
from support.cores import core_on
from support.databases import on_both
from support.house import eventually
from support.talk import chair
from support.town import Town, town

pytestmark = on_both

MEMBERS = "select m.name from members m join groups g on g.id = m.group_id where g.key = 'cvea' order by m.name"
POSTED = "select count(*) from deliveries where card = 'roundup' and state = 'STANDING'"
NOTICES = "select count(*) from notices"
SOON = "update due set at = '2026-10-06 00:00:00.000000' where \"do\" = 'notice'"
LEASES = "update destinations set leased_until = leased_until - 55 where leased_until > 0"  # a minute goes by faster
STEPS = (5, 12, 20)  # people who have it, at which the bot is killed


def round_the_clock(database: str) -> None:
    """It is noon in the district, and everybody may be written to at any time."""
    ahead = 12 - datetime.now(UTC).hour
    zone = f"Etc/GMT{-ahead:+d}"
    databases.change(database, f"update districts set zone = '{zone}', hours = '0-24', days = 'every day'")


def copies(place: Town, name: str) -> int:
    """How often somebody has it in their DM with the bot."""
    return sum("Insurance" in card.text for card in chair(place, "slack", name)._cards())


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
