"""Two channels that are joined: who has to agree, what crosses under which name, and that nothing else does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session
from support import databases
from support.cores import core
from support.corner import drawn, shown
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
    narrow,
    said,
)

from bot.boundary import Account, Attachment, Block, Private, Prose, Span
from bot.bridge import thread_queue
from bot.bridge.carrying import MESSAGE
from bot.bridge.joined import failures, joinings
from bot.bridge.joined.model import JOINED
from bot.delivery.outbox import Delivery, State
from bot.people import model as people
from bot.people.places import Place, PlaceKind

pytestmark = on_either
COPY_ES = "Dana Lee en #partnership-commons (Slack):\n"
COPY = "Dana Lee in #partnership-commons (Slack):\n"


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        yield await joined(bot)


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
        await joint.says("Now", 2)
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


async def test_a_message_waits_for_its_authors_name(joint: Joint) -> None:
    """It is asked for once, and holds for all that they write."""
    told = await joint.says("First", 1, ROSA)
    assert isinstance(told, Private)
    assert "¿Con qué nombre lo muestro allí?" in told.message.text()
    assert told.aside
    assert "Rosa Delgado: este canal está unido con otro" in told.aside.text()
    assert await joint.says("Second", 2, ROSA) is None
    await joint.edits("First, changed", 1, 1.0, ROSA)
    await joint.deletes(2, ROSA)
    assert not await joint.shown(COMMONS)
    rosa = joint.corner("Rosa Delgado", "discord")
    await rosa.types("somewhere")
    rosa.sees("¿Con qué nombre lo muestro allí?")
    await rosa.clicks("Solo «una familia de Lincoln Elementary»")
    rosa.sees("Su mensaje va en camino.")
    there = "a Lincoln Elementary family in #town-square (Discord):\n"
    assert await joint.shown(COMMONS) == [f"{there}First, changed\n(edited)"]
    await joint.says("Third", 3, ROSA)
    assert (await joint.shown(COMMONS))[1:] == [f"{there}Third"]
    assert not await joint.shown(SQUARE)


async def test_what_waited_for_more_than_an_hour_stays(joint: Joint) -> None:
    await joint.says("Early", 1)
    await joint.bot.later(minutes=61)
    await joint.says("Late", 2)
    dana = joint.corner("Dana Lee")
    await dana.presses("shown.as", "named")
    dana.sees("Your message is on its way. One message was waiting for too long and stays.")
    assert await joint.shown() == [f"{COPY}Late"]
    assert "Early" not in str(databases.rows(joint.bot.settings.database_url, "select words from carried"))


async def test_who_keeps_what_they_write_here_is_not_carried_even_once_they_change_their_mind(joint: Joint) -> None:
    await joint.bot.presses(DANA, "shown.as", "stays", COMMONS)
    assert await joint.says("Only here", 1) is None
    await named(joint, DANA)
    await joint.says("Only here", 1)
    await joint.says("There, too", 2)
    assert await joint.shown() == [f"{COPY}There, too"]


async def test_nobody_takes_anothers_name(joint: Joint) -> None:
    rosa = joint.corner("Rosa Delgado", "discord")
    for name, why in (
        ("Samuel  OKAFOR", "Otra persona de aquí se llama así"),
        ("  ", "40 caracteres"),
        ("x" * 41, "40"),
    ):
        await rosa.presses("shown.other")
        await rosa.fills_in(name=name)
        rosa.sees(why)
    await rosa.presses("shown.other")
    await rosa.fills_in(name=" Mamá de   Leo ")
    rosa.sees("su nombre es Mamá de Leo")
    await joint.says("Hola", 1, ROSA)
    assert await joint.shown(COMMONS) == ["Mamá de Leo in #town-square (Discord):\nHola"]


async def test_who_is_mentioned_is_called_as_they_choose(joint: Joint) -> None:
    """In the language of each place; who hasn't chosen, or isn't known here, is not named."""
    await named(joint, DANA)
    spans = (Span("@rosa", names=str(ROSA)), Span(" and "), Span("@x", names=str(Account("slack", "T01CEDAR", "U9"))))
    one = said("", 1, DANA)
    await joint.bot.frame.handle(replace(one, prose=Prose((Block("text", spans),))))
    assert await joint.shown() == [f"{COPY}@a Lincoln Elementary family and @…"]
    assert await joint.shown(language="es") == [f"{COPY_ES}@una familia de Lincoln Elementary and @…"]
    await named(joint, ROSA)
    assert await joint.shown() == [f"{COPY}@Rosa Delgado and @…"]


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
    question = int(str(databases.rows(joint.bot.settings.database_url, begun)[0][0])) + 1000
    await joint.says("Below what is older", question + 1, under="1")
    early = asyncio.create_task(joint.says("Below", question + 2, under=str(question)))
    emoji = asyncio.create_task(joint.reacts("👍", question))
    await asyncio.wait((early, emoji), timeout=0.1)
    await joint.says("Question", question)
    await asyncio.gather(early, emoji)
    assert await joint.shown() == [f"{COPY}Question\nIn #partnership-commons (Slack): 👍 1"]
    await joint.posts()
    copy = await joint.copy_of(question)
    assert await joint.shown(f"{SQUARE}/{copy}") == [f"{COPY}Below"]


async def test_deleting_what_began_a_thread_leaves_the_thread(joint: Joint) -> None:
    await named(joint, DANA, ROSA)
    await joint.says("Question", 1)
    await joint.posts()
    await joint.says("Below", 2, under="1")
    await joint.posts()
    before = databases.rows(joint.bot.settings.database_url, "select count(*) from deliveries")
    await joint.deletes(1)
    assert databases.rows(joint.bot.settings.database_url, "select count(*) from deliveries") == before
    assert await joint.shown() == ["Dana Lee deleted a message in #partnership-commons (Slack)."]


async def test_any_side_ends_it_and_the_other_may_at_the_same_time(joint: Joint) -> None:
    """What is on its way does not cross any more; what its author takes away goes, there too."""
    await named(joint, DANA)
    await joint.says("Stands", 1)
    await joint.posts()
    await joint.says("On its way", 2)
    marcus, patricia = joint.corner("Marcus Tilley", "discord"), joint.corner("Patricia Nowak")
    for one in (marcus, patricia):
        await one.presses("joining.end", "1")
        one.sees("From then on nothing crosses any more")
    for one in (marcus, patricia):
        await one.clicks("Yes, end it")
        one.sees("Marcus Tilley has ended the joining")
    await joint.says("After", 3)
    await joint.says("After, below", 4, under="1")
    assert await joint.shown() == [f"{COPY}Stands"]
    await joint.deletes(1)
    assert await joint.shown() == ["Dana Lee deleted a message in #partnership-commons (Slack)."]
    assert "has ended the joining" in drawn(joint.bot, "joining.joined", 1)


async def test_they_are_joined_anew_and_nothing_from_before_crosses(joint: Joint) -> None:
    await named(joint, DANA)
    await joint.says("Before", 1)
    await joint.posts()
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    await joint.says("Between", 2)
    await asked(joint.bot)
    for name in AGREEING:
        platform = "discord" if name in ("Marcus Tilley", "Hannah Whitaker") else "slack"
        await joint.corner(name, platform).presses("joining.agree", "2")
    await joint.posts()
    await joint.says("Again", 3)
    await joint.deletes(1)
    assert await joint.shown() == ["Dana Lee deleted a message in #partnership-commons (Slack).", f"{COPY}Again"]


@pytest.mark.parametrize("noticed", ["by what is said", "in time"])
async def test_places_that_are_for_others_now_are_joined_no_more(joint: Joint, noticed: str) -> None:
    await named(joint, DANA)
    await joint.bot.writer.do(lambda session: narrow(session, SQUARE))
    if noticed == "in time":
        await joint.bot.writer.do(lambda session: joinings.look_after(session, joint.bot.clock.now()))
    told = await joint.says("Not for them", 1)
    assert await joint.stage() == "ended"
    assert not await joint.shown()
    assert "they are no longer meant for the same people" in drawn(joint.bot, "joining.joined", 1)
    if noticed == "by what is said":
        assert isinstance(told, Private)
        assert "it is not joined with the other any more" in told.message.text()


async def test_a_stranger_is_told_once_and_never_by_a_direct_message(joint: Joint) -> None:
    stranger = Account("discord", SQUARE.workspace, "7")
    first, second = await joint.says("Hello", 1, stranger), await joint.says("Hello?", 2, stranger)
    assert isinstance(first, Private)
    assert first.aside
    assert second is None
    assert not await joint.shown(COMMONS)


async def test_forty_messages_in_a_second_are_said_in_order(joint: Joint) -> None:
    await named(joint, DANA)
    for number in range(1, 41):
        await joint.says(f"No. {number}", number)
    assert await joint.shown() == [f"{COPY}No. {number}" for number in range(1, 41)]


@pytest.mark.parametrize(("reason", "why"), [("is_archived", "archived or gone"), ("fault", "I couldn't bring")])
async def test_what_could_not_be_posted_is_said_to_its_author_once(joint: Joint, reason: str, why: str) -> None:
    await named(joint, DANA)
    await joint.says("Into an archive", 1)

    def fail(session: Session) -> None:
        session.execute(update(Delivery).where(Delivery.card == MESSAGE).values(state=State.FAILED, reason=reason))

    await joint.bot.writer.do(fail)
    for _ in range(2):
        await joint.bot.writer.do(lambda session: failures.tell(session, joint.bot.clock.now()))
    told = databases.rows(joint.bot.settings.database_url, "select name, subject from notices")
    assert told == [(failures.TOLD, 1)]
    said = shown(joint.bot, failures.show, 1)
    assert why in said
    assert "Into an archive" in said


async def test_who_has_left_is_carried_no_more(joint: Joint) -> None:
    await named(joint, ROSA)
    await joint.says("Waiting no more", 1, ROSA)
    await joint.posts()

    def leave(session: Session) -> None:
        session.execute(delete(people.Account).where(people.Account.address == str(ROSA)))

    await joint.bot.writer.do(leave)
    told = await joint.says("Somebody else by now", 2, ROSA)
    assert isinstance(told, Private)
    assert told.aside
    assert [one.partition("\n")[2] for one in await joint.shown(COMMONS)] == ["Waiting no more"]


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


async def test_where_there_is_no_partner_it_is_said(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        dana = Joint(bot).corner("Dana Lee")
        await dana.types("join")
        dana.sees("type “/somewhere join” in one of them")
        dana.place = COMMONS
        await dana.types("join")
        await dana.presses("joining.look", "2:2")
        dana.sees("can't be joined any more")


@pytest.mark.parametrize("noticed", ["by what is said", "in time"])
async def test_a_group_that_never_agreed_ends_it(joint: Joint, noticed: str) -> None:
    """Both channels are declared for the same people still, but for others than those whose groups agreed."""
    await named(joint, DANA)

    def redeclare(session: Session) -> None:
        groups = session.scalars(select(people.Group).where(people.Group.key.in_(("cvea", "board")))).all()
        for address in (COMMONS, SQUARE):
            place = session.scalars(select(Place).where(Place.address == str(address))).one()
            place.audience, place.groups = PlaceKind.JOINT, list(groups)

    await joint.bot.writer.do(redeclare)
    if noticed == "in time":
        await joint.bot.writer.do(lambda session: joinings.look_after(session, joint.bot.clock.now()))
    await joint.says("Not for them", 1)
    assert await joint.stage() == "ended"
    assert not await joint.shown()
