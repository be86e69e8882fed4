"""What becomes of joined channels that end, change or break, and of what people do there meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
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
)

from bot.boundary import Attachment, Private
from bot.bridge.carrying import FILE, MESSAGE
from bot.bridge.joined import failures, joinings
from bot.delivery.outbox import Delivery, State
from bot.people import model as people
from bot.people.places import Place, PlaceKind

pytestmark = on_either
COPY = "Dana Lee in #partnership-commons (Slack):\n"


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        yield await joined(bot)


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


@pytest.mark.parametrize("state", ["WAITING", "HELD"])
async def test_a_file_that_is_on_its_way_crosses_no_more_either(joint: Joint, state: str) -> None:
    """What it goes with stands already."""
    await named(joint, DANA)
    await joint.says("Look", 1, files=(Attachment("flyer.txt", 5, "1/2/3"),))
    stands = "update deliveries set state = 'STANDING', remote = '9', waits_since = null"
    databases.change(joint.bot.settings.database_url, f"{stands} where card = 'bridge.message'")
    databases.change(joint.bot.settings.database_url, f"update deliveries set state = '{state}' where card = '{FILE}'")
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    left = databases.rows(
        joint.bot.settings.database_url, f"select state, removed, ruling from deliveries where card = '{FILE}'"
    )
    assert [(left[0][0], bool(left[0][1]), left[0][2])] == [
        ("WAITING", True, "") if state == "WAITING" else ("WAITING", False, "leave")
    ]


async def test_they_are_joined_anew_and_nothing_from_before_crosses(joint: Joint) -> None:
    await named(joint, DANA)
    await joint.says("Before", 1)
    await joint.posts()
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    await joint.says("Between", 2)
    await agree(await asked(joint.bot), *AGREEING, joining=2)
    await joint.posts()
    await joint.says("Again", 6000)
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


def redeclare(session: Session) -> None:
    groups = session.scalars(select(people.Group).where(people.Group.key.in_(("cvea", "board")))).all()
    for address in (COMMONS, SQUARE):
        place = session.scalars(select(Place).where(Place.address == str(address))).one()
        place.audience, place.groups = PlaceKind.JOINT, list(groups)


async def test_what_was_held_does_not_cross_to_others_than_those_who_agreed(joint: Joint) -> None:
    await named(joint, DANA)
    dana = joint.corner("Dana Lee")
    dana.answer = await joint.says("CV-12345 failed again", 1)
    await joint.bot.writer.do(redeclare)
    await dana.clicks("Send it as it is")
    dana.sees("What you just wrote stays in this channel: it is not joined with the other any more.")
    assert await joint.stage() == "ended"
    assert not await joint.shown()


@pytest.mark.parametrize("noticed", ["by what is said", "in time"])
async def test_a_group_that_never_agreed_ends_it(joint: Joint, noticed: str) -> None:
    """Both channels are declared for the same people still, but for others than those whose groups agreed."""
    await named(joint, DANA)
    await joint.bot.writer.do(redeclare)
    if noticed == "in time":
        await joint.bot.writer.do(lambda session: joinings.look_after(session, joint.bot.clock.now()))
    await joint.says("Not for them", 1)
    assert await joint.stage() == "ended"
    assert not await joint.shown()


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("is_archived", "archived or gone"),
        ("50001", "archived or gone"),  # Discord: it was made private
        ("not_in_channel", "archived or gone"),
        ("fault", "I couldn't bring"),
    ],
)
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


async def test_forty_messages_in_a_second_are_said_in_order(joint: Joint) -> None:
    await named(joint, DANA)
    for number in range(1, 41):
        await joint.says(f"No. {number}", number)
    assert await joint.shown() == [f"{COPY}No. {number}" for number in range(1, 41)]


async def test_deleting_what_began_a_thread_leaves_the_thread(joint: Joint) -> None:
    """With 300 answers below it: one copy is changed, and nothing is posted."""
    await named(joint, DANA, ROSA)
    await joint.says("Question", 1)
    await joint.posts()
    await asyncio.gather(*(joint.says("Below", number, under="1") for number in range(2, 302)))
    await joint.posts()
    said = "select count(*), sum(wanted) from deliveries"
    ((many, changes),) = databases.rows(joint.bot.settings.database_url, said)
    assert int(str(many)) > 300
    await joint.deletes(1)
    assert databases.rows(joint.bot.settings.database_url, said) == [(many, int(str(changes)) + 1)]
    assert await joint.shown() == ["Dana Lee deleted a message in #partnership-commons (Slack)."]


async def test_a_channel_that_is_renamed_stays_joined(joint: Joint) -> None:
    """The platforms keep its id; it is called what the district's list calls it."""
    await named(joint, DANA)
    await joint.says("Before", 1)
    renamed = f"update places set name = 'our-commons' where address = '{COMMONS}'"
    databases.change(joint.bot.settings.database_url, renamed)
    await joint.says("After", 2)
    there = "Dana Lee in #our-commons (Slack):\n"
    assert await joint.shown() == [f"{there}Before", f"{there}After"]
    assert await joint.stage() == "on"
