"""An account becomes somebody else's, or nobody's, at the very moment at which something is said to its person there:
what was said for them is not shown to others."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from support import districts
from support.at_once import at_once, by
from support.broadcasts import at_noon
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import on_both
from support.linked import NEWCOMER, ROY, Desk
from support.posting import Platform, sending
from test_two_again import SENT, asks, teachers

from bot.boundary import Account, Address
from bot.operations import commands

pytestmark = on_both
WANTS = "Which room?"
HIS = "roy-thibodeaux,Roy Thibodeaux,en,cvea,lincoln,U01THIBODEAUX,\n"
NEW = "new-person,New Person,en,pta,lincoln,U01THIBODEAUX,\n"


async def wants_to_know_more(bot: Core, asker: Corner) -> Corner:
    """Lincoln's rep has a form open in which she asks back."""
    assert SENT in await asks(asker)
    maria = corner(bot, "Maria Rivera")
    await maria.presses("question.want", "1")
    return maria


async def shown(bot: Core, account: Account) -> str:
    """All that stands in the account's direct messages, once everything is sent."""
    there = {"slack": Platform("slack"), "discord": Platform("discord")}
    async with sending(bot, platforms=there) as sender:
        await sender.drain(10.0)
    own = (Address.alone_with(account), Address.alone_with(Account(account.platform, "", account.user)))
    return "\n".join(one.text for one in there[account.platform].standing.values() if one.at in own)


async def test_a_person_unlinks_an_account_while_somebody_answers_there(tmp_path: Path) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        await at_noon(bot)
        desk, new = Desk(bot), Corner(bot, NEWCOMER)
        await desk.presses(NEWCOMER, "link.yes", await desk.code(ROY))
        maria = await wants_to_know_more(bot, new)

        async def unlinks(_bot: Core) -> None:
            await desk.unlinks(ROY)

        await at_once(bot, by(maria, lambda maria: maria.fills_in(wanted=WANTS)), unlinks)
        assert desk.whose(NEWCOMER) is None
        assert WANTS not in await shown(bot, NEWCOMER)


@pytest.mark.parametrize("now", [NEW, ""], ids=["another's", "nobody's"])
async def test_the_files_say_whose_it_is_while_somebody_answers_there(tmp_path: Path, now: str) -> None:
    async with core(tmp_path, teachers(tmp_path)) as bot:
        await at_noon(bot)
        files, desk = tmp_path / "files" / "district", Desk(bot)
        maria = await wants_to_know_more(bot, corner(bot, "Roy Thibodeaux"))
        districts.edit(files, "members.csv", HIS, now)

        async def loads(_bot: Core) -> None:
            assert await asyncio.to_thread(commands.load, bot.settings, files) == 0

        await at_once(bot, by(maria, lambda maria: maria.fills_in(wanted=WANTS)), loads)
        assert desk.whose(ROY) == ("new-person" if now else None)
        assert WANTS not in await shown(bot, ROY)
