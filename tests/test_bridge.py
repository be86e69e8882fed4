"""What people say in a talk, however it is told: each message is in the other homes once, in its last edition, and only
what may be there."""

from __future__ import annotations

import random
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.board import Board
from support.bridged import CARD, DANA, DISCORD, SLACK, SUBJECT, UNDER, Talking, deleted, edited, opened, said
from support.cores import core
from support.databases import on_either
from support.house import eventually

from bot.boundary import (
    Account,
    Address,
    Attachment,
    Deleted,
    Event,
    Joined,
    Missed,
    Private,
)
from bot.bridge import talks
from bot.bridge.carrying import FILE, MESSAGE
from bot.bridge.catching_up import CatchingUp
from bot.delivery import outbox
from bot.delivery.outbox import Delivery
from bot.people import model as people
from bot.people.places import Place

pytestmark = on_either

LITERACY = "slack:T01CEDAR/C01LITERACY"
ROOM = Address("discord", "1268401200690098927", "77")  # Discord's thread, which bears the id of the card


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talking]:
    async with core(tmp_path) as bot:
        yield await opened(bot, SLACK, DISCORD)


async def test_in_whatever_order_and_however_often_it_is_told(talk: Talking) -> None:
    for seed in range(12):
        rng, first = random.Random(seed), 10 * seed
        events: list[Event] = [
            said("one", first),
            edited("one, then", 1.0, first),
            edited("one, at last", 2.0, first),
            said("two", first + 1),
            said("three", first + 2),
            deleted(first + 2),
        ]
        told = [*events, *rng.choices(events, k=5)]
        rng.shuffle(told)
        before = len(await talk.shown())
        await talk.told(*told)
        now = (await talk.shown())[before:]
        gone = [one for one in now if "deleted a message" in one]
        assert sorted(one.partition("\n")[2] for one in now if one not in gone) == ["one, at last\n(edited)", "two"], (
            seed
        )
        assert len(gone) <= 1, seed
        assert "three" not in str(databases.rows(talk.bot.settings.database_url, "select words from carried")), seed


async def test_who_is_not_meant_there_stays_where_they_are(talk: Talking) -> None:
    """And is told so once, privately; so is somebody whom nobody knows."""
    stranger = Account("slack", "T01CEDAR", "U01NOBODY")
    first, second = await talk.told(said("Hello", 1, stranger), said("Hello?", 2, stranger))
    assert isinstance(first, Private)
    assert "I don't carry what you write here" in first.message.text()
    assert "No llevo" in first.message.text()
    assert second is None
    assert not await talk.shown()
    await talk.bot.writer.do(lambda session: narrow(session, DISCORD))
    (told,) = await talk.told(said("Only for us", 4))
    assert isinstance(told, Private)
    assert "Only for us" not in str(await talk.shown())
    assert "Only for us" not in str(databases.rows(talk.bot.settings.database_url, "select words from carried"))


def narrow(session: Session, address: str) -> None:
    """The place is for one group less from now on."""
    place = session.scalars(select(Place).where(Place.address == address)).one()
    place.groups = place.groups[:-1]


async def test_homes_are_for_the_same_buildings_or_nothing_is_carried(talk: Talking) -> None:
    """Nor is what somebody of another building says, where both are for the same."""
    elena, samuel = (Account("slack", "T01CEDAR", user) for user in ("U01ORTIZ", "U01OKAFOR"))  # Lincoln's; in none

    def keep(session: Session, address: str, *keys: str) -> None:
        place = session.scalars(select(Place).where(Place.address == address)).one()
        place.buildings = list(session.scalars(select(people.Building).where(people.Building.key.in_(keys))))

    for home in (SLACK, DISCORD):
        await talk.bot.writer.do(lambda session, home=home: keep(session, home, "lincoln", "oak-street"))
    told = await talk.told(said("High school's", 1), said("Ours", 2, elena), said("The district's", 3, samuel))
    assert [isinstance(one, Private) for one in told] == [True, False, False]
    assert [one.partition("\n")[2] for one in await talk.shown()] == ["Ours", "The district's"]
    await talk.bot.writer.do(lambda session: keep(session, DISCORD, "lincoln"))
    told = await talk.told(said("No more", 4, elena), said("Nor this", 5, samuel))
    assert all(isinstance(one, Private) for one in told)
    assert len(await talk.shown()) == 2


async def test_with_one_home_nothing_is_kept_but_answers(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        talk = await opened(bot, LITERACY)
        place = Address("slack", "T01CEDAR", "C01LITERACY", "100.1")
        await talk.told(replace(said("Just talking"), place=place), replace(deleted(), place=place))
        assert databases.rows(bot.settings.database_url, "select count(*) from carried") == [(0,)]


async def test_what_is_said_elsewhere_leaves_no_trace(talk: Talking) -> None:
    counted = "select (select count(*) from carried) + (select count(*) from seen_keys) + (select count(*) from stays)"
    before = databases.rows(talk.bot.settings.database_url, counted)
    for place in (
        replace(UNDER, thread=""),
        replace(UNDER, thread="100.2"),
        replace(UNDER, channel="C01ALLSTAFF"),
        ROOM,
    ):
        await talk.told(replace(said("Elsewhere"), place=replace(place, workspace="T02OTHER")))
    for place in (replace(UNDER, thread=""), replace(UNDER, thread="100.2"), replace(UNDER, channel="C01ALLSTAFF")):
        await talk.told(replace(said("Elsewhere"), place=place))
        await talk.told(replace(edited("Elsewhere", 1.0), place=place), replace(deleted(), place=place))
    assert databases.rows(talk.bot.settings.database_url, counted) == before


async def test_a_thread_that_opens_later_shows_what_was_said_before(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        talk = await opened(bot, SLACK)
        await bot.writer.do(lambda session: also_in(session, DISCORD))
        await talk.told(said("Early", 1, files=[Attachment("a.txt", 3, "r")]), said("Gone", 2), deleted(2))
        assert not await talk.shown()
        await bot.writer.do(lambda session: talks.open_thread(session, CARD, SUBJECT, DISCORD, "77"))
        early, file = await talk.shown()
        assert early.endswith("Early")
        assert file == "Dana Lee sent along a.txt (3 B)."


def also_in(session: Session, address: str) -> None:
    place = session.scalars(select(Place).where(Place.address == address)).one()
    talk = session.scalars(select(talks.Talk)).one()
    session.add(talks.Thread(talk=talk, place=place))


async def test_what_could_not_be_carried_is_tried_again(talk: Talking) -> None:
    await talk.told(said("Stuck", 1, files=[Attachment("a.txt", 3, "r")]))

    def fail(session: Session) -> None:
        for row in session.scalars(select(Delivery).where(Delivery.card.in_((MESSAGE, FILE)))):
            row.state, row.waits_since = "held", None

    await talk.bot.writer.do(fail)
    assert await talk.bot.writer.do(lambda session: talks.stuck(session, CARD, SUBJECT)) == f"{DISCORD}/77"
    await talk.bot.writer.do(lambda session: talks.try_again(session, CARD, SUBJECT))
    assert await talk.bot.writer.do(lambda session: talks.stuck(session, CARD, SUBJECT)) is None


async def test_words_are_forgotten_a_month_after_the_end(talk: Talking) -> None:
    await talk.told(said("Not for ever", 1, files=[Attachment("a.txt", 3, "r")]))
    kept = "select words from carried union all select name from carried_files"
    await talk.bot.writer.do(lambda session: talks.forget(session, time.time()))
    assert "Not for ever" in str(databases.rows(talk.bot.settings.database_url, kept))
    await talk.bot.writer.do(lambda session: outbox.settle(session, CARD, SUBJECT))
    await talk.bot.writer.do(lambda session: talks.forget(session, time.time() - 60))
    assert "Not for ever" in str(databases.rows(talk.bot.settings.database_url, kept))
    await talk.bot.writer.do(lambda session: talks.forget(session, time.time() + 60))
    assert databases.rows(talk.bot.settings.database_url, kept) == [("",), ("",)]


async def test_what_was_passed_on_is_talked_about_anew(talk: Talking) -> None:
    """Those who had it and those who have it now do not hear each other, however late somebody still says something;
    nor do they once it comes back."""
    there, reading = "slack:T01CEDAR/C01READERS", Address("slack", "T01CEDAR", "C01LITERACY", "300.1")

    def founded(session: Session) -> None:
        here = session.scalars(select(Place).where(Place.address == LITERACY)).one()
        place = Place(address=there, name="readers", language="en", audience=here.audience, groups=here.groups)
        place.district_id = here.district_id
        session.add(place)

    await talk.bot.writer.do(founded)
    await opened(talk.bot, LITERACY, there, card="300.1")
    priya = Account("slack", "T01CEDAR", "U01NATARAJAN")
    await talk.told(said("Late"), said("Late, too", 2), edited("Late, changed", 1.0), deleted(2))
    await talk.told(replace(said("Now", 3, priya), place=reading))
    await opened(talk.bot, SLACK, DISCORD, card="500.1", room="79")
    await talk.told(said("Latest", 4), replace(said("Again", 5), place=replace(UNDER, thread="500.1")))
    assert [one.partition("\n")[2] for one in await talk.shown(f"{there}/300.1")] == ["Now"]
    assert not await talk.shown(str(reading))
    first = [one.partition("\n")[2] for one in await talk.shown()]
    assert first == ["Late, changed\n(edited)", "", "Latest"]
    assert [one.partition("\n")[2] for one in await talk.shown(f"{DISCORD}/79")] == ["Again"]


async def test_between_two_workspaces_of_one_platform(tmp_path: Path) -> None:
    there = "slack:T02OTHER/C02LEADERSHIP"

    def founded(session: Session) -> None:
        here = session.scalars(select(Place).where(Place.address == SLACK)).one()
        place = Place(address=there, name="leaders", language="en", audience=here.audience, groups=here.groups)
        place.district_id = here.district_id
        dana = session.scalars(select(people.Account).where(people.Account.address == str(DANA))).one()
        session.add_all((place, people.Account(address="slack:T02OTHER/U02DLEE", member_id=dana.member_id)))
        session.add(people.Connection(address="slack:T02OTHER", district_id=here.district_id))

    async with core(tmp_path) as bot:
        await bot.writer.do(founded)
        talk = await opened(bot, SLACK, there)
        away, under = Account("slack", "T02OTHER", "U02DLEE"), Address("slack", "T02OTHER", "C02LEADERSHIP", "100.1")
        await talk.told(said("From here"))
        await talk.told(
            replace(said("From there", 2, away), place=Address("slack", "T02OTHER", "C02LEADERSHIP", "100.1"))
        )
        assert await talk.shown(str(under)) == ["Dana Lee in #partnership-leadership (Slack):\nFrom here"]
        assert await talk.shown(str(UNDER)) == ["Dana Lee in #leaders (Slack):\nFrom there"]


class Forgetful(Board):
    async def missed(self, at: Address, known: Sequence[str], after: str = "") -> Sequence[Missed]:
        return [Deleted(id=id, place=at, message=id) for id in ("1", "2", "3")]


async def test_a_fault_at_one_missed_message_keeps_no_other_from_being_heard(talk: Talking) -> None:
    heard: list[str] = []

    async def hear(event: Missed) -> None:
        if event.message == "2":
            raise ZeroDivisionError
        heard.append(event.message)

    catching_up = CatchingUp(talk.bot.writer, hear, {"discord": Forgetful()}, talk.bot.frame.in_hand)
    catching_up.begin(Joined(platform="discord", workspace=ROOM.workspace))
    assert catching_up.is_behind(ROOM)
    await eventually(lambda: not catching_up.is_behind(ROOM))
    assert heard == ["1", "3"]


class Emptied(Board):
    """Of what the bot asks for nothing stands there any more."""

    async def missed(self, at: Address, known: Sequence[str], after: str = "") -> Sequence[Missed]:
        return [Deleted(id=id, place=at, message=id) for id in known]


async def test_what_waits_to_be_written_down_may_be_gone_as_well(talk: Talking) -> None:
    heard: list[str] = []

    async def hear(event: Missed) -> None:
        heard.append(event.message)

    waiting = {ROOM: ["9"]}
    catching_up = CatchingUp(talk.bot.writer, hear, {"discord": Emptied()}, lambda place: waiting.get(place, []))
    catching_up.begin(Joined(platform="discord", workspace=ROOM.workspace))
    await eventually(lambda: not catching_up.is_behind(ROOM))
    assert heard == ["9"]
