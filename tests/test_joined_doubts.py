"""What a webhook may have said or not: found by the number that it bears, or held until a caretaker has looked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support import databases
from support.cores import core
from support.corner import shown
from support.databases import on_either
from support.house import eventually, house
from support.joined import COMMONS, DANA, ROSA, SQUARE, Joint, joined, named, narrow
from support.joined_house import COMMONS as NAME
from support.joined_house import joined_by_name
from support.talk import Chair

from bot.bridge.joined import failures, held
from playground.faults import Kind

pytestmark = on_either
WEBHOOK = "POST /webhooks/{webhook_id}/{webhook_token}"
UNSURE = f"I can't tell whether what Dana Lee wrote in #{NAME} (Slack) has arrived in #town-square (Discord)"
LATE = 3.0  # seconds


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.claims.SETTLE", 0.2)
    monkeypatch.setattr("adapters.discord.outbound.STILL_COMING", 0.5)


def authors(who: Chair, text: str) -> list[str]:
    return [one.author for one in who.person.messages(who.channel) if text in one.text]


async def is_held(folder: Path) -> None:
    state = "select state from deliveries where card = 'bridge.message' order by id desc limit 1"
    await eventually(lambda: databases.rows(databases.address(folder), state) == [("HELD",)])


@pytest.mark.parametrize("fault", ["drop_before", "500"])
async def test_what_may_have_been_said_is_held_until_a_caretaker_has_looked(tmp_path: Path, fault: Kind) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        home.discord.faults.next(WEBHOOK, fault)
        await dana.types("Once")
        await is_held(tmp_path)
        await dana.types("It holds up nobody")
        await rosa.sees_among_cards("It holds up nobody")
        await dana.types("/somewhere")
        await dana.sees(UNSURE, "Once")
        await dana.presses("It's missing: post it")
        await dana.sees("I look once more, and post it in #town-square (Discord) if it isn't there")
        await rosa.sees_among_cards("Once")
        assert authors(rosa, "Once") == ["Dana Lee (via Slack)"]


async def test_what_comes_a_moment_late_is_found(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        home.discord.faults.next(WEBHOOK, "late", seconds=0.4)
        await dana.types("Once")
        await rosa.sees_among_cards("Once")
        await home.bot.sender.drain(5.0)
        await dana.edits("Once", "Once, changed")
        await rosa.sees_among_cards("Once, changed")
        assert authors(rosa, "Once") == ["Dana Lee (via Slack)"]


@pytest.mark.parametrize("says", ["It's missing: post it", "Leave it"])
async def test_what_comes_after_it_was_held_is_not_doubled(tmp_path: Path, says: str) -> None:
    """Whatever the caretaker says: it is there, and its author's changes reach it."""
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        home.discord.faults.next(WEBHOOK, "late", seconds=LATE)
        await dana.types("Once")
        await is_held(tmp_path)
        await dana.types("/somewhere")
        await dana.sees(UNSURE)
        await rosa.sees_among_cards("Once")
        await dana.presses(says)
        await home.bot.sender.drain(5.0)
        await dana.edits("Once", "Once, changed")
        await rosa.sees_among_cards("Once, changed")
        assert authors(rosa, "Once") == ["Dana Lee (via Slack)"]


async def test_what_its_author_takes_back_meanwhile_goes_when_it_comes(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        home.discord.faults.next(WEBHOOK, "late", seconds=LATE)
        await dana.types("Once")
        await is_held(tmp_path)
        await asyncio.sleep(LATE)
        await rosa.sees_among_cards("Once")
        await dana.deletes("Once")
        await rosa.sees_among_cards("Dana Lee deleted a message")
        assert not authors(rosa, "Once")


async def test_what_answers_something_that_was_held_and_deleted_crosses(tmp_path: Path) -> None:
    """It stands below a line that says that it was deleted."""
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        home.discord.faults.next(WEBHOOK, "drop_before")
        await dana.types("Once")
        await is_held(tmp_path)
        above = dana.person.messages(dana.channel)[-1]
        await dana.person.reply(above, "Below")
        await home.bot.sender.drain(5.0)
        await dana.deletes("Once")
        shown = await rosa.sees_among_cards("Dana Lee deleted a message")
        await eventually(lambda: "Below" in str(rosa.person.thread(shown)))
        await dana.person.reply(above, "Later")
        await eventually(lambda: "Later" in str(rosa.person.thread(shown)))


# Who is shown it -------------------------------------------------------------------------------------------------


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    """What Rosa wrote is held."""
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA)
        await joint.bot.presses(ROSA, "shown.as", "unnamed", SQUARE)
        await joint.says("May I come?", 1, ROSA)
        hold = "update deliveries set state = 'HELD', waits_since = null, since = 1790000000"
        databases.change(bot.settings.database_url, f"{hold} where card = 'bridge.message'")
        yield joint


async def state(joint: Joint) -> tuple[str, str]:
    query = "select state, ruling from deliveries where card = 'bridge.message'"
    ((state, ruling),) = databases.rows(joint.bot.settings.database_url, query)
    return str(state), str(ruling)


async def test_caretakers_see_no_name_that_its_author_does_not_show_there(joint: Joint) -> None:
    for name in ("Dana Lee", "Samuel Okafor"):
        one = joint.corner(name)
        await one.types("somewhere")
        assert "Rosa" not in one.sees("whether what a Lincoln Elementary family wrote", "May I come?")


async def test_only_caretakers_decide_and_only_once(joint: Joint) -> None:
    marcus = joint.corner("Marcus Tilley", "discord")
    await marcus.types("somewhere")
    assert "May I come?" not in marcus.sees()
    delivery = str(databases.rows(joint.bot.settings.database_url, "select max(id) from deliveries")[0][0])
    await marcus.presses(held.SEND, delivery)
    marcus.sees("Only those who look after me (Dana Lee or Samuel Okafor) decide this")
    assert await state(joint) == ("HELD", "")
    dana, samuel = joint.corner("Dana Lee"), joint.corner("Samuel Okafor")
    await dana.presses(held.LEAVE, delivery)
    dana.sees("I don't post it in #partnership-commons (Slack)")
    await samuel.presses(held.SEND, delivery)
    samuel.sees("That has been decided already")
    assert await state(joint) == ("WAITING", "leave")


async def test_its_author_is_told_that_nobody_knows(joint: Joint) -> None:
    await joint.bot.writer.do(lambda session: failures.tell(session, joint.bot.clock.now()))
    told = "select name, subject from notices"
    assert databases.rows(joint.bot.settings.database_url, told) == [(failures.TOLD, 1)]
    assert "I can't tell whether what you wrote in #town-square" in shown(joint.bot, failures.show, 1)


@pytest.mark.parametrize("happens", ["deleted", "ended", "hidden"])
async def test_what_nobody_wants_there_any_more_waits_for_nobody(joint: Joint, happens: str) -> None:
    if happens == "deleted":
        await joint.deletes(1, ROSA)
    elif happens == "ended":
        await joint.bot.presses(DANA, "joining.end", "1:yes", SQUARE)
        await joint.corner("Dana Lee").presses("joining.end", "1:yes")
    else:
        await joint.corner("Marcus Tilley", "discord").sends("moderate.hide", "1", {"reason": ("Because",)})
    assert await state(joint) == ("WAITING", "leave")
    dana = joint.corner("Dana Lee")
    await dana.types("somewhere")
    assert "I can't tell whether" not in dana.sees()


async def test_nothing_is_posted_in_a_channel_that_is_for_others_by_now(joint: Joint) -> None:
    dana = joint.corner("Dana Lee")
    await dana.types("somewhere")
    await joint.bot.writer.do(lambda session: narrow(session, COMMONS))
    await dana.clicks("It's missing: post it")
    dana.sees("The two channels aren't joined any more")
    assert await state(joint) == ("WAITING", "leave")
