"""Somebody with a role who types the code of another is asked first, as if the code were their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.corner import drawn
from support.databases import on_both, on_either
from support.districts import copy, edit
from support.house import house
from support.linked import ANJALI, CODE, DANA, NEWCOMER, Desk
from support.talk import chair
from test_linking_confirmed import NOTICES, NOWAK, TOLD, at_desk, at_home, change, desk, sent

from bot.boundary import Account, Address
from bot.onboarding import telling

pytestmark = on_either

__all__ = ["desk"]


@on_both
async def test_a_rep_who_types_a_code_is_asked_first_who_would_act_for_them(tmp_path: Path) -> None:
    district = copy(tmp_path)
    edit(district, "members.csv", "Douglas Pruitt,en,cvea,prairie-view,,", f"Douglas Pruitt,en,cvea,,,{NEWCOMER.user}")
    async with house(tmp_path, files=district) as home:
        douglas = chair(home, "discord", "Douglas Pruitt", "town-square")
        maria, private = (chair(home, "slack", "Maria Rivera", at) for at in ("lincoln-staff", ""))
        await douglas.types("/link")
        code = CODE.search((await douglas.sees("Within ten minutes")).text)
        assert code
        await maria.types(f"/link {code[0]}")
        asked = await maria.sees("the Discord account of Douglas Pruitt", "speak and vote as you, Maria Rivera")
        assert asked.private
        await douglas.types("/somewhere")
        await douglas.sees("Hello, Douglas Pruitt")
        await maria.presses("Join")
        await maria.sees("a Discord account was joined to yours")
        await douglas.types("/somewhere")
        await douglas.sees("Hello, Maria Rivera")
        await private.answers("Undo")
        await private.sees_card("Unlinked.")
        await douglas.types("/somewhere")
        await douglas.sees("Hello, Douglas Pruitt")


@pytest.mark.parametrize("typist", [NOWAK, DANA])
@pytest.mark.parametrize("pressed", [False, True])
async def test_who_has_a_role_and_types_a_code_is_asked_there(tmp_path: Path, typist: Account, pressed: bool) -> None:
    """Also where they got the role after they were shown what the code would do."""
    async with at_desk(tmp_path) as desk:
        fellow_of(desk, typist)
        code = await desk.code(ANJALI)
        asked = await (desk.presses(typist, "link.yes", code) if pressed else desk.types(typist, code))
        assert "the Discord account of Anjali Deshpande would be joined to yours" in asked
        assert desk.whose(ANJALI) == "anjali-deshpande"
        assert "would be joined to yours" in await at_home(desk, typist)
        assert "That isn't here any more." in await desk.presses(ANJALI, "link.confirm", "1")
        assert desk.whose(ANJALI) == "anjali-deshpande"
        assert TOLD in await desk.presses(typist, "link.confirm", "1")
        assert desk.whose(ANJALI) == desk.whose(typist)
        assert "Done. You are now" in drawn(desk.bot, telling.OUTCOME, 1)
        assert sent(desk, telling.OUTCOME) == [str(Address.alone_with(ANJALI))]
        assert "Unlinked." in await desk.presses(typist, "link.part", "1")
        assert desk.whose(ANJALI) == "anjali-deshpande"


def fellow_of(desk: Desk, typist: Account) -> None:
    """Anjali is of the typist's group."""
    group = f"(select group_id from members where key = '{desk.whose(typist)}')"
    change(desk, f"update members set group_id = {group} where key = 'anjali-deshpande'")


async def test_who_has_a_role_typed_a_code_and_says_no(desk: Desk) -> None:
    await desk.types(NOWAK, await desk.code(ANJALI))
    assert "how somebody got your code, or got you to type theirs" in await desk.presses(NOWAK, "link.deny", "1")
    assert (telling.DENIED, "dana-lee") in databases.rows(desk.bot.settings.database_url, NOTICES)
    assert "can't act for you" in await desk.presses(NOWAK, "link.confirm", "1")
    assert desk.whose(ANJALI) == "anjali-deshpande"
    assert "It wasn't confirmed on Slack" in drawn(desk.bot, telling.OUTCOME, 1)


async def test_a_role_that_changes_hands_while_it_waits_is_nobody_s_who_was_not_asked(desk: Desk) -> None:
    await desk.types(NOWAK, await desk.code(ANJALI))
    nowak, anjali = (f"(select id from members where key = '{key}')" for key in ("patricia-nowak", "anjali-deshpande"))
    change(desk, f"update seats set holder_id = {anjali} where holder_id = {nowak}")
    assert "That isn't here any more." in await desk.presses(NOWAK, "link.confirm", "1")
    assert desk.whose(ANJALI) == "anjali-deshpande"


async def test_of_two_codes_for_one_account_the_other_is_over_with_the_first(desk: Desk) -> None:
    """What one of them says is not unsaid at the other."""
    for _ in range(2):
        asked = await desk.types(NOWAK, await desk.code(ANJALI))
        assert "one answer counts, and the other is gone even if you unlink later" in asked
    assert "was joined to yours" in await desk.presses(NOWAK, "link.confirm", "1")
    assert "That isn't here any more" in await desk.presses(NOWAK, "link.deny", "2")
    gone = "select removed from deliveries where card = 'link.told' and subject = 2"
    assert {*databases.rows(desk.bot.settings.database_url, gone)} == {(True,)}
    assert desk.whose(ANJALI) == desk.whose(NOWAK)
    assert "Undo" in await at_home(desk, NOWAK)
    assert databases.rows(desk.bot.settings.database_url, NOTICES) == []


async def test_of_two_codes_the_second_waits_for_its_day_although_the_first_is_over(desk: Desk) -> None:
    await desk.types(NOWAK, await desk.code(ANJALI))
    await desk.bot.later(hours=20)
    await desk.types(NOWAK, await desk.code(ANJALI))
    await desk.bot.later(hours=5)
    assert "was joined to yours" in await desk.presses(NOWAK, "link.confirm", "2")
