"""One person with an account on each platform: making a code, typing it, becoming one, and unlinking again."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import update
from support import databases
from support.databases import on_both, on_either
from support.districts import PRETEND, copy, edit
from support.house import house
from support.linked import (
    ANJALI,
    CODE,
    DANA,
    GILBERTO,
    GUILD,
    KEVIN,
    NEWCOMER,
    ROY,
    SECOND,
    TEAM,
    VISITOR,
    Desk,
    make_teachers,
)
from support.talk import LINE, Chair, chair, core, posted

from bot.boundary import Account, Address, Command, Form
from bot.onboarding import linking
from bot.people import tickets
from bot.polls.model import Poll
from playground.slack.person import SlackPerson
from playground.world import User

pytestmark = on_either

BOTH = ("#partnership-commons (Slack)", "#town-square (Discord)")
WRONG, LATER = "That code isn't good", "That was the fifth code"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with core(tmp_path) as bot:
        yield Desk(bot)


# On the wire -----------------------------------------------------------------------------------------------------


@on_both
async def test_two_members_become_one_and_two_again(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        roy = chair(home, "slack", "Roy Thibodeaux", "partnership-commons")
        anjali = chair(home, "discord", "Anjali Deshpande", "town-square")
        make_teachers(databases.address(tmp_path))
        await posted(chair(home, "slack", "Maria Rivera", "lincoln-staff"), LINE, *BOTH)
        await roy.answers("Tuesday")
        await roy.sees("Your answer is in: Tuesday.")
        await anjali.answers("Thursday")
        await roy.sees_card("2 people have answered.")

        await roy.types("/somewhere")
        await roy.presses("Link my accounts")
        shown = await roy.sees("Within ten minutes, type “/link", "on Discord.")
        code = CODE.search(shown.text)
        assert code
        assert shown.private
        await anjali.types(f"/link {code[0].lower()}")
        await anjali.sees("You are Roy Thibodeaux on Slack and Anjali Deshpande on Discord.", "one answer counts")
        await anjali.presses("Yes, that's me")
        await anjali.sees("Done. You are now Roy Thibodeaux on Slack and Discord.")
        await anjali.sees_card("Thursday: 1 vote", "Tuesday: 0 votes", "One person has answered.")
        await anjali.answers("Neither")
        await anjali.sees_card("Neither: 1 vote", "Thursday: 0 votes", "One person has answered.")

        await roy.types("/link")
        await roy.sees("You are Roy Thibodeaux on Discord and Slack: one person, with one vote.")
        await roy.presses("Unlink")
        await roy.sees(
            "Your Discord account is then Anjali Deshpande again.",
            "Answers in open polls and ratings stay with Roy Thibodeaux",
        )
        await roy.presses("Yes, unlink")
        await roy.sees("Unlinked.")
        await anjali.answers("Tuesday")
        await anjali.sees_card("Tuesday: 1 vote", "Neither: 1 vote", "2 people have answered.")


async def test_a_newcomer_types_the_code_into_a_form(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        stranger, workspace = User(id="U0NEWCOMER", name="New Comer", handle="new.comer"), home.slack.workspace
        workspace.users[stranger.id] = stranger
        workspace.conversations[home.channel("slack", "partnership-commons")].members[stranger.id] = None
        newcomer = Chair(SlackPerson(home.slack, stranger), home.channel("slack", "partnership-commons"))
        await newcomer.types("/link")
        await newcomer.sees("If I know you in another app", "Si ya le conozco en otra aplicación")
        await guadalupe.types("/link")
        code = CODE.search((await guadalupe.sees("Antes de diez minutos", "en Slack.")).text)
        assert code
        await newcomer.presses("I have a code")
        await newcomer.fills_in(code=code[0])
        await newcomer.sees("En Discord usted es Guadalupe Navarrete.")
        await newcomer.presses("Yes, that's me")
        await newcomer.sees("Listo. Ahora usted es Guadalupe Navarrete en Discord y en Slack.")
        await newcomer.types("/somewhere")
        await newcomer.sees("Hola, Guadalupe Navarrete")


# The code --------------------------------------------------------------------------------------------------------


async def test_a_code_is_good_once(desk: Desk) -> None:
    code = await desk.code(ROY)
    assert "Done." in await desk.presses(NEWCOMER, "link.yes", code)
    assert WRONG in await desk.presses(ANJALI, "link.yes", code)
    assert (desk.whose(NEWCOMER), desk.whose(ANJALI)) == ("roy-thibodeaux", "anjali-deshpande")


async def test_a_new_code_replaces_the_one_before(desk: Desk) -> None:
    first, second = await desk.code(ROY), await desk.code(ROY)
    assert WRONG in await desk.types(ANJALI, first)
    assert "You are Roy" in await desk.types(ANJALI, second)


async def test_a_code_is_good_for_ten_minutes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert linking.LASTS == 600.0
    monkeypatch.setattr(linking, "LASTS", -1.0)
    assert WRONG in await desk.types(ANJALI, await desk.code(ROY))


@pytest.mark.parametrize("wrong", ["AAAA-BBBB", "🤔" * 500, "' OR 1=1 --", "A\ud800A", "1" * 3000])
async def test_a_wrong_code_says_nothing(desk: Desk, wrong: str) -> None:
    await desk.code(ROY)
    assert WRONG in await desk.types(ANJALI, wrong)
    assert desk.whose(ANJALI) == "anjali-deshpande"


@pytest.mark.parametrize("who", [ANJALI, NEWCOMER])
async def test_after_five_wrong_codes_even_the_right_one_waits(
    desk: Desk, who: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = await desk.code(ROY)
    assert WRONG in await desk.types(who, "AAAA-AAAA")
    assert WRONG in await desk.presses(who, "link.yes", "BBBB-BBBB")
    for typed in ("CCCC-CCCC", ""):
        assert WRONG in await desk.told(desk.submit(who, typed))
    assert LATER in await desk.types(who, "AAAA-AAAA")
    assert LATER in await desk.types(who, code)
    assert LATER in await desk.presses(who, "link.yes", code)
    assert "You are Roy" in await desk.types(SECOND, code)  # each account has its own
    in_ten_minutes = time.time() + tickets.WHILE
    monkeypatch.setattr(linking, "time", SimpleNamespace(time=lambda: in_ten_minutes))
    assert WRONG in await desk.types(who, "AAAA-AAAA")
    assert "You are Roy" in await desk.types(who, await desk.code(ROY))


async def test_saying_no_changes_nothing(desk: Desk) -> None:
    code = await desk.code(ROY)
    assert "You are Roy" in await desk.types(ANJALI, code)
    assert "Nothing was changed." in await desk.presses(ANJALI, "link.no")
    assert desk.whose(ANJALI) == "anjali-deshpande"
    assert "Done." in await desk.presses(ANJALI, "link.yes", code)


async def test_a_second_delivery_and_a_second_press_do_nothing_more(desk: Desk) -> None:
    yes = desk.press(ANJALI, "link.yes", await desk.code(ROY))
    assert "Done." in await desk.told(yes)
    assert await desk.bot.frame.handle(yes) is None
    assert "You are Roy Thibodeaux on Discord and Slack" in await desk.presses(ANJALI, "link.yes", yes.about)


async def test_it_is_typed_on_the_other_platform(desk: Desk) -> None:
    code = await desk.code(ROY)
    for who in (ROY, VISITOR):
        assert "That code was made here on Slack." in await desk.types(who, code)


async def test_a_stranger_in_a_message_is_told_where_to_type_it(desk: Desk) -> None:
    actor = Account("discord", "", NEWCOMER.user)
    line = Command(id="dm", actor=actor, place=Address("discord", "", "5"), name="link", text=await desk.code(ROY))
    assert "Type it in a channel there" in await desk.told(line)


async def test_a_member_may_type_it_in_a_message(desk: Desk) -> None:
    actor, place = Account("discord", "", ANJALI.user), Address("discord", "", "5")
    line = Command(id="dm", actor=actor, place=place, name="somewhere", text=f"link {await desk.code(ROY)}")
    assert "You are Roy Thibodeaux on Slack and Anjali" in await desk.told(line)


async def test_i_have_a_code_opens_a_form(desk: Desk) -> None:
    for who in (ROY, NEWCOMER):
        form = await desk.bot.frame.handle(desk.press(who, "link.enter"))
        assert isinstance(form, Form)
        assert [field.name for field in form.fields] == ["code"]


# Who may ---------------------------------------------------------------------------------------------------------


async def test_whoever_the_roster_has_on_both_is_told_so(desk: Desk) -> None:
    told = await desk.types(DANA)
    assert "You are Dana Lee on Discord and Slack" in told
    assert "Dana Lee or Samuel Okafor can change that" in told
    assert "That isn't here any more." in await desk.unlinks(DANA)


async def test_a_platform_holds_one_account_of_each(desk: Desk) -> None:
    await desk.links(ROY, NEWCOMER)
    assert "Roy Thibodeaux is on Slack already" in await desk.types(NEWCOMER, await desk.code(GILBERTO))


async def test_members_of_two_groups_are_told_whom_to_ask(desk: Desk) -> None:
    code = await desk.code(ROY)
    for told in (await desk.types(KEVIN, code), await desk.presses(KEVIN, "link.yes", code)):
        assert "as Roy Thibodeaux on Slack and as Kevin Brandvold on Discord" in told
        assert "Dana Lee or Samuel Okafor can change the roster." in told
    assert desk.whose(KEVIN) == "kevin-brandvold"


@asynccontextmanager
async def with_seats(folder: Path, *holders: str) -> AsyncIterator[Desk]:
    district = copy(folder)
    for number, holder in enumerate(holders):
        edit(district, "seats.csv", "board-liaison,", f"more-{number},board liaison,board,,,{holder},\nboard-liaison,")
    async with core(folder, district) as bot:
        yield Desk(bot)


async def test_whoever_has_a_seat_stays(tmp_path: Path) -> None:
    async with with_seats(tmp_path, "anjali-deshpande") as desk:
        code = await desk.code(ROY)
        assert "vote as you, Anjali Deshpande" in await desk.types(ANJALI, code)
        assert "now one person: Anjali Deshpande" in await desk.presses(ANJALI, "link.confirm", "1")
        assert desk.whose(ROY) == desk.whose(ANJALI) == "anjali-deshpande"
        assert "Your Slack account is then Roy" in await desk.presses(ANJALI, "link.undo")
        await desk.unlinks(ANJALI)
        assert desk.whose(ROY) == "roy-thibodeaux"


async def test_two_with_a_seat_each_are_told_whom_to_ask(tmp_path: Path) -> None:
    async with with_seats(tmp_path, "anjali-deshpande", "roy-thibodeaux") as desk:
        assert "can change the roster." in await desk.types(ANJALI, await desk.code(ROY))


async def test_another_district_s_code_is_a_wrong_one(tmp_path: Path) -> None:
    other = copy(tmp_path)
    edit(other, "district.yaml", "key: cedar-valley", "key: other")
    edit(other, "district.yaml", "T01CEDAR", "T02OTHER")
    edit(other, "district.yaml", GUILD, "1268401200690098928")
    async with core(tmp_path, PRETEND, other) as bot:
        desk = Desk(bot)
        code = await desk.code(ROY)
        for user in (ANJALI.user, NEWCOMER.user):
            there = Account("discord", "1268401200690098928", user)
            place = Address("discord", "1268401200690098928", "1")
            for number in range(2):
                line = Command(id=f"{user}-{number}", actor=there, place=place, name="link", text=code, language="en")
                assert WRONG in await desk.told(line)
            # Nor where the first district's channel is shared with them.
            shared = Address("discord", GUILD, "1208438037586371632")
            line = Command(id=f"{user}-shared", actor=there, place=shared, name="link", text=code, language="en")
            assert WRONG in await desk.told(line)
        assert "You are Roy" in await desk.types(ANJALI, code)


# What goes along -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("order", "stands"), [((ROY, ANJALI), "Thursday"), ((ANJALI, ROY), "Tuesday")])
async def test_the_later_answer_stands(desk: Desk, order: tuple[Account, ...], stands: str) -> None:
    await desk.poll()
    for who in order:
        await desk.votes(who, {ROY: 1, ANJALI: 2}[who])
    await desk.links(ROY, ANJALI)
    assert desk.answers() == [(stands, "roy-thibodeaux")]
    await desk.unlinks(ANJALI)
    assert desk.answers() == [(stands, "roy-thibodeaux")]


async def test_taking_one_of_several_back_is_the_later_answer(desk: Desk) -> None:
    await desk.poll()
    await desk.bot.writer.do(lambda session: session.execute(update(Poll).values(several=True)) and None)
    for who, option in ((ROY, 1), (ROY, 2), (ANJALI, 3)):
        await desk.votes(who, option)
    await desk.presses(ROY, "poll.take-back", "1:2")
    await desk.links(ROY, ANJALI)
    assert desk.answers() == [("Tuesday", "roy-thibodeaux")]


async def test_what_closed_stays_as_it_was_counted(desk: Desk) -> None:
    await desk.poll()
    await desk.votes(ROY, 1)
    await desk.votes(ANJALI, 2)
    await desk.presses(Account("slack", TEAM, "U01RIVERA"), "poll.close-now", "1")
    await desk.links(ROY, ANJALI)
    assert desk.answers() == [("Thursday", "anjali-deshpande"), ("Tuesday", "roy-thibodeaux")]


async def test_drafts_go_along(tmp_path: Path) -> None:
    async with with_seats(tmp_path, "anjali-deshpande") as desk:
        line = desk.command(ANJALI, LINE.removeprefix("/poll "), "poll")
        assert "Nothing is posted yet" in await desk.told(line)
        await desk.lets_join(ANJALI, ROY)
        assert "Posted." in await desk.presses(ROY, "poll.post", "1")


async def test_a_stranger_is_one_again_after_unlinking(desk: Desk) -> None:
    await desk.links(ROY, NEWCOMER)
    assert "I then no longer know your Discord account." in await desk.presses(NEWCOMER, "link.undo")
    assert "Unlinked." in await desk.unlinks(NEWCOMER)
    assert "I don't know you yet." in await desk.told(desk.command(NEWCOMER, name="somewhere"))
    assert "Hello, Roy" in await desk.told(desk.command(ROY, name="somewhere"))
