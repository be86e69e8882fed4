"""Somebody's other accounts are told of one that was joined with a code, and undo it; those who hold a role or look
after the bot confirm it there before it counts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from support import databases
from support.corner import drawn, next_due
from support.databases import on_both, on_either
from support.districts import copy, edit
from support.house import House, house
from support.linked import ANJALI, CODE, DANA, MARIA, NEWCOMER, ROY, TEAM, Desk
from support.talk import Chair, chair, core
from test_seats_story import features_hear

from bot.boundary import Account, Address, Command
from bot.onboarding import offices, telling
from bot.operations import commands
from bot.people import links
from playground.slack.person import SlackPerson
from playground.world import User

pytestmark = on_either

WAITS, TOLD = "please confirm there that this account is yours", "With a code, a Discord account was joined to yours."
LIAISON = "board-liaison,board liaison,board,,,roy-thibodeaux"
GRETA, NOWAK = Account("slack", TEAM, "U01GHOLM"), Account("slack", TEAM, "U01NOWAK")  # a deputy; of the school board
DANA_THERE, NOWAK_THERE = "1227600247627320631", "1123765076861079285"
NOTICES = "select notices.name, key from notices join members on members.id = member_id order by notices.name, key"


@asynccontextmanager
async def at_desk(folder: Path) -> AsyncIterator[Desk]:
    """A caretaker and a board liaison have no second account yet."""
    district = copy(folder)
    for account in (DANA_THERE, NOWAK_THERE):
        edit(district, "members.csv", account, "")
    async with core(folder, district) as bot:
        yield Desk(bot)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with at_desk(tmp_path) as desk:
        yield desk


def sent(desk: Desk, card: str) -> list[str]:
    """Where it was said."""
    query = f"select address from deliveries where card = '{card}' order by id"
    return [address for (address,) in databases.rows(desk.bot.settings.database_url, query)]


def change(desk: Desk, statement: str) -> None:
    databases.change(desk.bot.settings.database_url, statement)


async def at_home(desk: Desk, who: Account) -> str:
    return await desk.told(desk.command(who, name="somewhere"))


# On the wire -----------------------------------------------------------------------------------------------------


@on_both
async def test_a_liaison_says_that_it_was_somebody_else(tmp_path: Path) -> None:
    district = copy(tmp_path)
    edit(district, "members.csv", "lincoln,U01DELGADO,1138732774015241103", "lincoln,,1138732774015241103")
    async with house(tmp_path, files=district) as home:
        rosa, private = (chair(home, "discord", "Rosa Delgado", at) for at in ("familias-de-lincoln", ""))
        stranger = newcomer(home)
        await rosa.types("/link")
        code = CODE.search((await rosa.sees("Antes de diez minutos")).text)
        assert code
        await stranger.types(f"/link {code[0]}")
        await stranger.presses("Yes, that's me")
        await stranger.sees(WAITS, "Le escribí en Discord")
        await private.sees_card("una cuenta de Slack que no está en la lista", "Como usted tiene un cargo")
        await private.answers("No unir")
        await private.sees_card("Esa cuenta de Slack no puede actuar por usted.", "cuéntele a Dana Lee o Samuel Okafor")
        await stranger.types("/somewhere")
        await stranger.sees("I don't know you yet.")


@on_both
async def test_a_rep_says_that_it_was_them(tmp_path: Path) -> None:
    district = copy(tmp_path)
    edit(district, "members.csv", "Douglas Pruitt,en,cvea,prairie-view,,", f"Douglas Pruitt,en,cvea,,,{NEWCOMER.user}")
    async with house(tmp_path, files=district) as home:
        maria, private = (chair(home, "slack", "Maria Rivera", at) for at in ("lincoln-staff", ""))
        douglas = chair(home, "discord", "Douglas Pruitt", "town-square")
        await maria.types("/link")
        code = CODE.search((await maria.sees("Within ten minutes")).text)
        assert code
        await douglas.types(f"/link {code[0]}")
        await douglas.presses("Yes, that's me")
        await douglas.sees(WAITS, "Until then you are Douglas Pruitt here.")
        await private.sees_card("the Discord account of Douglas Pruitt would be joined to yours")
        await private.answers("Join")
        await private.sees_card(TOLD, "Maria Rivera, with one vote.")
        await douglas.types("/somewhere")
        await douglas.sees("Hello, Maria Rivera")
        await private.answers("Undo")
        await private.sees_card("Unlinked.", "What was done for a role meanwhile stays.")
        await douglas.types("/somewhere")
        await douglas.sees("Hello, Douglas Pruitt")


def newcomer(home: House) -> Chair:
    """Somebody in Slack who is on no roster."""
    stranger, workspace = User(id="U0NEWCOMER", name="New Comer", handle="new.comer"), home.slack.workspace
    workspace.users[stranger.id] = stranger
    workspace.conversations[home.channel("slack", "partnership-commons")].members[stranger.id] = None
    return Chair(SlackPerson(home.slack, stranger), home.channel("slack", "partnership-commons"))


# Told at once ----------------------------------------------------------------------------------------------------


async def test_the_first_account_is_told_and_undoes_it(desk: Desk) -> None:
    await desk.links(ROY, NEWCOMER)
    assert sent(desk, telling.TOLD) == [str(Address.alone_with(ROY))]
    assert TOLD in drawn(desk.bot, telling.TOLD, 1)
    assert "Unlinked." in await desk.presses(ROY, "link.part", "1")
    assert desk.whose(NEWCOMER) is None
    assert "Unlinked." in drawn(desk.bot, telling.TOLD, 1)
    await desk.links(ROY, NEWCOMER)
    assert "Unlinked." in await desk.presses(ROY, "link.part", "1")  # that one was before
    assert desk.whose(NEWCOMER) == "roy-thibodeaux"


async def test_what_was_done_meanwhile_stays(desk: Desk) -> None:
    await desk.poll()
    await desk.links(ROY, ANJALI)
    await desk.votes(ANJALI, 2)
    await desk.presses(ROY, "link.part", "1")
    assert desk.whose(ANJALI) == "anjali-deshpande"
    assert desk.answers() == [("Thursday", "roy-thibodeaux")]


async def test_where_no_message_arrives_the_home_card_says_it(desk: Desk) -> None:
    await desk.links(ROY, NEWCOMER)
    change(desk, "update deliveries set state = 'FAILED' where card = 'link.told'")
    assert TOLD in await at_home(desk, ROY)
    change(desk, "update deliveries set state = 'STANDING' where card = 'link.told'")
    assert TOLD not in await at_home(desk, ROY)


# Confirmed first -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [MARIA, GRETA, DANA])
async def test_who_has_a_role_confirms_it_first(desk: Desk, who: Account) -> None:
    code = await desk.code(who)
    assert "Before it counts, I ask you on Slack whether it is you." in await desk.types(NEWCOMER, code)
    assert WAITS in await desk.presses(NEWCOMER, "link.yes", code)
    assert desk.whose(NEWCOMER) is None
    assert WAITS in await at_home(desk, NEWCOMER)
    assert WAITS in await desk.types(NEWCOMER)
    direct = Command(id="dm", actor=Account("discord", "", NEWCOMER.user), name="somewhere", language="en")
    assert WAITS in await desk.told(direct)
    assert sent(desk, telling.TOLD) == [str(Address.alone_with(who))]
    assert "a Discord account that isn't on the roster would be joined to yours" in await at_home(desk, who)
    for other in (ROY, ANJALI):
        assert "That isn't here any more." in await desk.presses(other, "link.confirm", "1")
    assert TOLD in await desk.presses(who, "link.confirm", "1")
    assert desk.whose(NEWCOMER) == desk.whose(who)
    assert "Done. You are now" in drawn(desk.bot, telling.OUTCOME, 1)
    assert sent(desk, telling.OUTCOME) == [str(Address.alone_with(NEWCOMER))]


async def test_a_second_code_does_not_confirm_the_first(desk: Desk) -> None:
    """Nor does the account that waits."""
    await desk.links(MARIA, NEWCOMER)
    assert WAITS in await desk.presses(NEWCOMER, "link.confirm", "1")
    assert WAITS in await desk.links(MARIA, NEWCOMER)
    assert desk.whose(NEWCOMER) is None


async def test_after_no_a_caretaker_is_told(desk: Desk) -> None:
    await desk.links(DANA, NEWCOMER)
    assert "please tell Samuel Okafor how somebody got your code" in await desk.presses(DANA, "link.deny", "1")
    notices = databases.rows(desk.bot.settings.database_url, NOTICES)
    assert notices == [(telling.DENIED, "samuel-okafor")]
    assert "can't act for you" in await desk.presses(DANA, "link.confirm", "1")
    assert desk.whose(NEWCOMER) is None
    assert "I don't know you yet." in await at_home(desk, NEWCOMER)
    assert "It wasn't confirmed on Slack" in drawn(desk.bot, telling.OUTCOME, 1)


async def test_after_a_day_it_is_over_and_both_are_told(desk: Desk) -> None:
    await desk.links(MARIA, NEWCOMER)
    await desk.bot.later(days=1, minutes=1)
    assert "wasn't confirmed within a day" in drawn(desk.bot, telling.TOLD, 1)
    assert (telling.EXPIRED, "maria-rivera") in databases.rows(desk.bot.settings.database_url, NOTICES)
    assert sent(desk, telling.OUTCOME) == [str(Address.alone_with(NEWCOMER))]
    assert "wasn't confirmed within a day" in await desk.presses(MARIA, "link.confirm", "1")
    assert desk.whose(NEWCOMER) is None


async def test_while_a_second_waits_nobody_is_told_that_the_first_is_over(desk: Desk) -> None:
    await desk.links(MARIA, NEWCOMER)
    await desk.bot.later(hours=20)
    await desk.links(MARIA, NEWCOMER)
    await desk.bot.later(hours=5)
    assert (databases.rows(desk.bot.settings.database_url, NOTICES), sent(desk, telling.OUTCOME)) == ([], [])
    home = await at_home(desk, MARIA)
    assert home.count("Is that account yours, too?") == 1
    assert "That isn't here any more." in await desk.presses(MARIA, "link.confirm", "1")
    assert TOLD in await desk.presses(MARIA, "link.confirm", "2")
    assert desk.whose(NEWCOMER) == "maria-rivera"


async def test_who_links_it_after_all_is_not_told_that_nothing_was_linked(desk: Desk) -> None:
    await desk.presses(MARIA, "messages.where", "home")
    await desk.links(MARIA, NEWCOMER)
    await desk.bot.later(days=1, minutes=1)
    assert "nothing was linked" in await at_home(desk, MARIA)
    await desk.links(MARIA, NEWCOMER)
    assert TOLD in await desk.presses(MARIA, "link.confirm", "2")
    assert "nothing was linked" not in await at_home(desk, MARIA)


async def test_a_role_that_came_after_the_code_counts(desk: Desk) -> None:
    code = await desk.code(ROY)
    roy = "(select id from members where key = 'roy-thibodeaux')"
    change(desk, f"update seats set deputy_id = {roy} where key = 'board-liaison'")
    assert WAITS in await desk.presses(NEWCOMER, "link.yes", code)


async def test_a_role_that_came_while_it_waits_counts(desk: Desk) -> None:
    assert "Until then you are Anjali Deshpande here." in await desk.links(NOWAK, ANJALI)
    change(desk, "update members set caretaker = true where key = 'anjali-deshpande'")
    assert "I can't make the two one." in await desk.presses(NOWAK, "link.confirm", "1")
    assert desk.whose(ANJALI) == "anjali-deshpande"


async def test_one_of_two_that_wait_counts(desk: Desk) -> None:
    await desk.links(NOWAK, NEWCOMER)
    await desk.links(NOWAK, ANJALI)
    assert TOLD in await desk.presses(NOWAK, "link.confirm", "2")
    assert "is on Discord already" in await desk.presses(NOWAK, "link.confirm", "1")
    assert (desk.whose(NEWCOMER), desk.whose(ANJALI)) == (None, "patricia-nowak")


# A role that comes later -----------------------------------------------------------------------------------------


async def test_who_is_given_a_role_later_is_told_which_accounts_act_for_it(tmp_path: Path) -> None:
    """Nobody was asked when they were linked."""
    files = copy(tmp_path)
    async with core(tmp_path, files) as bot:
        desk = Desk(bot)
        assert "Done." in await desk.links(ROY, NEWCOMER)
        edit(files, "seats.csv", "board-liaison,board liaison,board,,,patricia-nowak", LIAISON)
        assert commands.load(bot.settings, files) == 0
        await features_hear(bot)
        assert databases.rows(bot.settings.database_url, NOTICES) == [(offices.NOTICE, "roy-thibodeaux")]
        for who in (ROY, NEWCOMER):
            assert "So can your account on Discord, which was linked with a code" in await at_home(desk, who)
        await desk.unlinks(ROY)
        assert "linked with a code" not in await at_home(desk, ROY)
        assert "I don't know you yet." in await at_home(desk, NEWCOMER)


async def test_who_is_named_caretaker_later_is_told_which_accounts_act_as_one(tmp_path: Path) -> None:
    files = copy(tmp_path)
    async with core(tmp_path, files) as bot:
        desk = Desk(bot)
        assert "Done." in await desk.links(ROY, NEWCOMER)
        edit(files, "district.yaml", "caretakers: [dana-lee, samuel-okafor]", "caretakers: [dana-lee, roy-thibodeaux]")
        for _ in range(2):
            assert commands.load(bot.settings, files) == 0
            await next_due(bot, links.CARETAKER)
        assert databases.rows(bot.settings.database_url, NOTICES) == [(offices.CARETAKER, "roy-thibodeaux")]
        for who in (ROY, NEWCOMER):
            assert "You now look after me for your district. So can your account on Discord" in await at_home(desk, who)
        await desk.unlinks(ROY)
        assert "linked with a code" not in await at_home(desk, ROY)
