"""What others do about somebody at the moment in which they turn out to be one with another entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.at_once import Act, at_once, by
from support.concerns import GOAL, agreed
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import on_both, rows
from support.linked import ANJALI, ROY, Desk
from support.listening import opened, reading, says
from test_two_again_elsewhere import chose_anjali, of_riverbend

pytestmark = on_both

AISHA = "Aisha Farouk"


async def asked(bot: Core) -> Corner:
    """The association, for somebody on a goal's team; its president, who will put somebody forward."""
    maria = await agreed(bot)
    await maria.presses("team.ask", "1")
    await maria.fills_in(group="Cedar Valley Education Association", hours="One hour monthly")
    return corner(bot, "Dana Lee")


async def linking(bot: Core) -> Act:
    desk = Desk(bot)
    code = await desk.code(ROY)

    async def links(there: Core) -> None:
        await there.frame.handle(desk.press(ANJALI, "link.yes", code))

    return links


@pytest.mark.parametrize("linked_first", [False, True])
async def test_who_is_put_forward_can_say_yes(tmp_path: Path, linked_first: bool) -> None:
    async with core(tmp_path, of_riverbend(tmp_path)) as bot:
        dana, links = await asked(bot), await linking(bot)
        puts_forward = by(dana, lambda who: who.sends("team.forward", "1", {"whom": ("Anjali Deshpande",)}))
        await at_once(bot, *((links, puts_forward) if linked_first else (puts_forward, links)))
        if "is asked" in str(dana.answer):
            roy = corner(bot, "Roy Thibodeaux")
            await roy.presses("team.yes", "1")
            assert rows(bot.settings.database_url, "select state from open_seats") == [("filled",)]
        else:
            assert linked_first


async def test_who_is_answered_is_told(tmp_path: Path) -> None:
    async with core(tmp_path, of_riverbend(tmp_path)) as bot:
        await opened(bot)
        await says(corner(bot, "Anjali Deshpande", "discord"), "The late bus leaves early.", named=True)
        await reading(bot)
        patricia = corner(bot, "Patricia Nowak")
        await patricia.presses("listening.answer", "1")
        await at_once(
            bot, by(patricia, lambda who: who.fills_in(words="From October 20 it waits.")), await linking(bot)
        )
        theirs = "select m.key from notices n join members m on m.id = n.member_id where n.name = 'listening-said'"
        assert rows(bot.settings.database_url, theirs) == [("roy-thibodeaux",)]


async def test_who_is_no_longer_let_read_a_goal_stays_so(tmp_path: Path) -> None:
    async with core(tmp_path, of_riverbend(tmp_path)) as bot:
        maria = await chose_anjali(bot)
        await maria.types("somewhere")
        await maria.clicks("Let Anjali Deshpande read it")
        await maria.presses("team.ask", "1")
        await maria.fills_in(group="Cedar Valley Education Association", hours="One hour monthly")
        await corner(bot, "Dana Lee").sends("team.forward", "2", {"whom": (AISHA,)})
        aisha = corner(bot, AISHA)
        await aisha.presses("team.yes", "2")
        await maria.types("somewhere")
        await maria.clicks(f"Let {AISHA} read it")
        await aisha.presses("goal.show", "1")
        aisha.sees(GOAL["change"])
        links = await linking(bot)
        await maria.presses("team.show", "1")
        await at_once(bot, by(maria, lambda who: who.clicks(f"Stop letting {AISHA} read it")), links)
        aisha = corner(bot, AISHA)
        await aisha.presses("goal.show", "1")
        assert GOAL["change"] not in aisha.sees()
