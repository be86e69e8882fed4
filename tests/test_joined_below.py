"""What is said below a message that is not in the other channel: its author is told, and it floods nobody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support import databases
from support.cores import core, said
from support.corner import shown
from support.databases import on_either
from support.house import eventually, house
from support.joined import COMMONS, DANA, ROSA, SQUARE, Joint, joined, named
from support.joined import said as told
from support.joined_house import joined_by_name

from bot.boundary import Account, Address, Deleted, Edited, Said
from bot.bridge import talks
from bot.bridge.joined import failures, held

pytestmark = on_either

WEBHOOK = "POST /webhooks/{webhook_id}/{webhook_token}"
MARIA = Account("slack", "T01CEDAR", "U01RIVERA")
STAYS = "What you just wrote stays in this channel: the message that you answer isn't in the other one."


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA, MARIA, ROSA)
        yield joint


def notices(joint: Joint) -> list[int]:
    query = f"select subject from notices where name = '{failures.TOLD}' order by subject"
    return [int(str(row[0])) for row in databases.rows(joint.bot.settings.database_url, query)]


async def look(joint: Joint) -> None:
    await joint.bot.writer.do(lambda session: failures.tell(session, joint.bot.clock.now()))


# Below what never began to cross -----------------------------------------------------------------------------------


async def test_below_what_its_author_keeps_here_others_are_told(joint: Joint) -> None:
    await joint.bot.presses(DANA, "shown.as", "stays", COMMONS)
    await joint.says("Only here", 200)
    answer = await joint.says("Which day?", 201, MARIA, under="200")
    assert STAYS in said(answer).text()
    assert await joint.says("Which day?", 201, MARIA, under="200") is None, "once"
    below = told("Which week?", 201, MARIA, under="200")
    assert await joint.bot.frame.handle(Edited(**{**vars(below), "id": "edited"}, edition=2.0)) is None
    assert await joint.says("Not said to whom that is clear", 202, under="200") is None
    assert await joint.shown() == []


async def test_in_a_thread_on_discord_too_and_in_spanish(joint: Joint) -> None:
    """A thread there is a channel that bears the number of the message."""
    await joint.says("Su número es 1234567890", 2000, ROSA)
    thread = Address(SQUARE.platform, SQUARE.workspace, "2000")
    prose = told("Perdón", 1, ROSA).prose
    below = Said(id="reply", actor=ROSA, place=thread, to_bot=False, message="2001", text="Perdón", prose=prose)
    answer = await joint.bot.frame.handle(below)
    assert "el mensaje al que responde no está en el otro" in said(answer).text()
    aside = getattr(answer, "aside", None)
    assert aside is not None
    await joint.bot.presses(ROSA, "joining.why", "joining-stays-below", SQUARE)
    gone = await joint.bot.frame.handle(Deleted(id="gone", place=thread, message="2001"))
    assert gone is None
    assert await joint.shown(COMMONS) == []


async def test_why_says_no_more_than_there_is_to_say(joint: Joint) -> None:
    dana = joint.corner("Dana Lee")
    await dana.presses("joining.why", "joining-stays-below")
    dana.sees(STAYS)
    await dana.presses("joining.why", "broadcast-draft-delete")
    dana.sees("I carry over only what people write for whom both channels are meant")


# Below what was held -------------------------------------------------------------------------------------------------


async def is_held(joint: Joint) -> None:
    """Dana's first message; Maria answers below it."""
    await joint.says("May I come?", 200)
    hold = "update deliveries set state = 'HELD', waits_since = null, since = 1790000000 where card = 'bridge.message'"
    databases.change(joint.bot.settings.database_url, hold)
    await joint.says("Please do", 201, MARIA, under="200")


async def rules(joint: Joint, press: str, becomes: str) -> None:
    """A caretaker, and then the platform still cannot tell."""
    about = str(databases.rows(joint.bot.settings.database_url, "select max(id) from deliveries")[0][0])
    await joint.corner("Samuel Okafor").presses(press, about)
    after = f"update deliveries set state = '{becomes}', ruling = '' where card = 'bridge.message'"
    databases.change(joint.bot.settings.database_url, after)


@pytest.mark.parametrize("becomes", ["GONE", "FAILED"])
async def test_what_is_left_or_refused_is_said_to_all_below_it(joint: Joint, becomes: str) -> None:
    await is_held(joint)
    await look(joint)
    assert notices(joint) == [1], "the answer may still come to stand there"
    await rules(joint, held.LEAVE, becomes)
    await look(joint)
    assert notices(joint) == [1, 2]
    assert "the message that it answers isn't there" in shown(joint.bot, failures.show, 2)
    assert "el mensaje al que responde no está allí" in shown(joint.bot, failures.show, 2, "es")
    if becomes == "GONE":
        assert "Someone who looks after me has looked" in shown(joint.bot, failures.show, 1)
    await joint.says("And bring books", 202, MARIA, under="200")
    await look(joint)
    assert notices(joint) == [1, 2, 3]
    await joint.bot.later(days=12)
    databases.change(joint.bot.settings.database_url, "delete from notices")
    await look(joint)
    assert notices(joint) in ([], [1]), "nobody is told of it once more"


async def test_what_waits_below_what_is_held_is_not_forgotten(joint: Joint) -> None:
    """Its words are there when the message above it is posted after all."""
    await is_held(joint)
    await joint.bot.writer.do(lambda session: talks.forget(session, joint.bot.clock.now().timestamp() - 3600))
    await rules(joint, held.SEND, "WAITING")
    await joint.posts()
    await joint.posts()
    copy = await joint.copy_of(200)
    (below,) = await joint.shown(Address(SQUARE.platform, SQUARE.workspace, SQUARE.channel, copy))
    assert "Please do" in below


async def test_left_on_the_wire_it_stands_nowhere_and_nothing_below_it_floods(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.claims.SETTLE", 0.2)
    monkeypatch.setattr("adapters.discord.outbound.STILL_COMING", 0.5)
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        home.discord.faults.next(WEBHOOK, "drop_before")
        await dana.types("Once")
        state = "select state from deliveries where card = 'bridge.message' order by id desc limit 1"
        await eventually(lambda: databases.rows(databases.address(tmp_path), state) == [("HELD",)])
        above = dana.person.messages(dana.channel)[-1]
        await dana.person.reply(above, "Below")
        await dana.types("/somewhere")
        await dana.presses("Leave it")
        await eventually(lambda: databases.rows(databases.address(tmp_path), state) == [("GONE",)])
        await dana.person.reply(above, "Later")
        await dana.types("It goes on")
        await rosa.sees_among_cards("It goes on")
        seen = str(rosa.person.messages(rosa.channel))
        assert not any(text in seen for text in ("Once", "Below", "Later"))


async def test_below_what_its_author_left_here_on_the_wire(tmp_path: Path) -> None:
    """In a thread in Slack, and in one in Discord, where what only they see is behind a button."""
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await dana.types("It was student number 1234567890")
        await dana.presses("Leave it here")
        await dana.replies("The one of today", under="It was student")
        await dana.sees_in_thread("the message that you answer isn't in the other one", under="It was student")
        assert "The one of today" not in str(rosa.person.messages(rosa.channel))
        await rosa.types("Hola")
        asked = await rosa.sees_among_cards("Rosa Delgado: este canal está unido con otro")
        await rosa.person.press(asked, "Elegir")
        await rosa.presses("Rosa Delgado")
        await rosa.types("Era el estudiante 1234567890")
        asked = await rosa.sees_among_cards("Rosa Delgado: antes de que yo lleve este mensaje")
        await rosa.person.press(asked, asked.buttons[0].label)
        await rosa.presses("Dejarlo aquí")
        await rosa.replies("El de hoy", under="Era el estudiante")
        stays = await rosa.sees_in_thread("Este mensaje se queda en este canal", under="Era el estudiante")
        await rosa.person.press(stays, "¿Por qué?")
        await rosa.sees_in_thread("el mensaje al que responde no está en el otro", under="Era el estudiante")
