"""Two channels that are joined: who has to agree, what crosses, and that nothing else does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from support import databases
from support.cores import core
from support.cores import said as answered
from support.corner import buttons, corner, drawn
from support.databases import on_either
from support.joined import (
    AGREEING,
    COMMONS,
    DANA,
    ROSA,
    SQUARE,
    Joint,
    agree,
    asked,
    joined,
    named,
    said,
)

from bot.boundary import Account, Attachment, Block, Private, Prose, Span
from bot.bridge import thread_queue
from bot.bridge.joined.model import JOINED

pytestmark = on_either
COPY = "Dana Lee in #partnership-commons (Slack):\n"


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        yield await joined(bot)


async def test_who_looks_first_may_leave_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = corner(bot, "Dana Lee")
        dana.place = COMMONS
        await dana.types("join")
        await dana.clicks("#town-square (Discord)")
        await dana.clicks("Not now")
        dana.sees("Hello, Dana Lee")
        assert databases.rows(bot.settings.database_url, "select count(*) from joinings") == [(0,)]


async def test_everybody_has_to_agree(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await asked(bot)
        card = drawn(bot, "joining.asked", 1)
        assert "Agreed: a caretaker (Dana Lee) and Cedar Valley Education Association (Dana Lee)" in card
        assert "School Board" in card.partition("Still to agree")[2]
        await joint.says("Too early", 1)
        owen = joint.corner("Owen Lindqvist")
        await owen.presses("joining.agree", "1")
        owen.sees("Only those who look after me (Dana Lee or Samuel Okafor)")
        hannah = joint.corner("Hannah Whitaker", "discord")
        await hannah.types("somewhere")
        hannah.sees("Dana Lee would like to join #partnership-commons (Slack) and #town-square (Discord)")
        await agree(joint, *AGREEING[:-1])
        assert await joint.stage() == "asked"
        await hannah.clicks("I agree")
        assert await joint.stage() == "on"
        await joint.posts()
        await named(joint, DANA)
        await joint.says("Now", 6000)
        assert await joint.shown() == [f"{COPY}Now"]


async def test_one_who_would_rather_not_keeps_them_apart(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await asked(bot)
        marcus = joint.corner("Marcus Tilley", "discord")
        await marcus.presses("joining.end", "1")
        marcus.sees("Marcus Tilley would rather not join")
        await agree(joint, *AGREEING)
        assert await joint.stage() == "ended"
        assert "so they stay apart" in drawn(bot, "joining.asked", 1)


async def test_edits_deletions_and_files_cross(joint: Joint) -> None:
    await named(joint, DANA)
    await joint.says("One", 1, files=(Attachment("a.txt", 3, "r"),))
    await joint.says("Two", 2)
    await joint.posts()
    await joint.edits("One, changed", 1, 1.0)
    await joint.edits("One, before", 1, 0.5)
    await joint.deletes(2)
    assert await joint.shown() == [
        f"{COPY}One, changed\n(edited)",
        "Dana Lee deleted a message in #partnership-commons (Slack).",
    ]


async def test_a_thread_below_a_message_is_one_below_its_copy(joint: Joint) -> None:
    """Whoever begins it, and also before the copy stands."""
    await named(joint, DANA, ROSA)
    await joint.says("Question", 1)
    await joint.says("P.S.", 2, under="1")
    assert await joint.shown() == [f"{COPY}Question"]
    await joint.posts()
    (copy,) = databases.rows(
        joint.bot.settings.database_url,
        f"select remote from deliveries where card = 'bridge.message' and address = '{SQUARE}'",
    )
    assert await joint.shown(f"{SQUARE}/{copy[0]}") == [f"{COPY}P.S."]
    await joint.says("Answer", 3, ROSA, under=copy[0])
    assert await joint.shown(f"{COMMONS}/1") == ["Rosa Delgado in #town-square (Discord):\nAnswer"]
    await joint.says("A reply in the channel", 4, ROSA, reply_to=copy[0])
    assert await joint.shown(COMMONS) == ["Rosa Delgado in #town-square (Discord):\nA reply in the channel"]
    await joint.deletes(4, ROSA)
    assert await joint.shown(COMMONS) == ["Rosa Delgado deleted a message in #town-square (Discord)."]


async def test_what_comes_before_the_message_that_it_answers_waits_for_it(
    joint: Joint, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack tells again what nobody acknowledged, and what was said below it meanwhile only once. What answers a
    message from before the channels were joined waits for nothing."""
    monkeypatch.setattr(thread_queue, "LOOK", 0.01)
    await named(joint, DANA)
    await joint.posts()
    begun = f"select remote from deliveries where address = '{COMMONS}' and card = '{JOINED}'"
    question = int(float(str(databases.rows(joint.bot.settings.database_url, begun)[0][0]))) + 1000
    await joint.says("Below what is older", question + 1, under="0")
    early = asyncio.create_task(joint.says("Below", question + 2, under=str(question)))
    emoji = asyncio.create_task(joint.reacts("👍", question))
    await asyncio.wait((early, emoji), timeout=0.1)
    await joint.says("Question", question)
    await asyncio.gather(early, emoji)
    assert await joint.shown() == [f"{COPY}Question\nIn #partnership-commons (Slack): 👍 1"]
    await joint.posts()
    copy = await joint.copy_of(question)
    assert await joint.shown(f"{SQUARE}/{copy}") == [f"{COPY}Below"]


async def test_a_stranger_is_told_once_and_never_by_a_direct_message(joint: Joint) -> None:
    stranger = Account("discord", SQUARE.workspace, "7")
    first, second = await joint.says("Hello", 1, stranger), await joint.says("Hello?", 2, stranger)
    assert isinstance(first, Private)
    assert first.aside
    assert second is None
    assert not await joint.shown(COMMONS)


async def test_what_looks_like_a_students_record_is_held_for_its_author(joint: Joint) -> None:
    await named(joint, DANA)
    told = await joint.says("CV-12345 failed again", 1)
    assert isinstance(told, Private)
    assert "I haven't carried what you just wrote here" in told.message.text()
    assert not await joint.shown()
    dana = joint.corner("Dana Lee")
    dana.answer = told
    await dana.clicks("Send it as it is")
    dana.sees("It goes to the other channel now")
    assert len(await joint.shown()) == 1


async def test_a_link_that_leads_elsewhere_than_it_looks_is_held_for_its_author(joint: Joint) -> None:
    await named(joint, DANA)
    spans = (Span("Sign up: "), Span("district.example/forms", link="https://phish.example/forms"))
    told = await joint.bot.frame.handle(replace(said("", 1, DANA), prose=Prose((Block("lines", spans),))))
    assert isinstance(told, Private)
    assert "led elsewhere: “district.example/forms (phish.example)”" in told.message.text()
    assert not await joint.shown()
    dana = joint.corner("Dana Lee")
    dana.answer = told
    await dana.clicks("Send it as it is")
    dana.sees("It goes to the other channel now")
    assert len(await joint.shown()) == 1


async def test_of_several_partners_none_goes_before_the_others(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = Joint(bot).corner("Dana Lee")
        dana.place = COMMONS
        await dana.types("join")
        offered = buttons(answered(dana.answer))
        assert [one.label for one in offered] == ["#plaza-en-español (Discord)", "#town-square (Discord)"]
        assert {one.tone for one in offered} == {""}


async def test_where_there_is_no_partner_it_is_said(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = Joint(bot).corner("Dana Lee")
        await dana.types("join")
        dana.sees("type “/somewhere join” in one of them")
        dana.place = COMMONS
        await dana.types("join")
        await dana.presses("joining.look", "2:2")
        dana.sees("can't be joined any more")


async def test_the_cards_are_read_in_the_other_language_too(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await asked(bot)
        rosa = joint.corner("Rosa Delgado", "discord")
        await rosa.presses("joining.show", "1:es")
        rosa.sees("Dana Lee propone unir", "Falta el acuerdo")
        await agree(joint, *AGREEING)
        await rosa.presses("joining.show", "1:es")
        rosa.sees("Desde aquí este canal tiene un espejo", "no nombre a ningún estudiante")
