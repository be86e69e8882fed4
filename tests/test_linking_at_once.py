"""What stays linked when the roster is loaded again, and when several processes link at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.databases import on_both, on_postgresql
from support.districts import PRETEND, copy, edit
from support.linked import ANJALI, CARMEN, GILBERTO, MARIA, NEWCOMER, ROY, SECOND, Desk
from support.talk import core, said

import wiring
from bot import routes, texts
from bot.boundary import ChoiceField, Form, Submit
from bot.delivery import outbox
from bot.frame import Frame
from bot.onboarding import linking
from bot.operations import commands
from bot.people import accounts, tickets
from bot.people import model as people
from bot.polls import ballots
from bot.polls import model as polls
from bot.request import Anyone, Route
from bot.storage.database import connect
from bot.storage.writer import Writer
from bot.timetable import Clock

pytestmark = on_both

SOON = 0.3  # seconds in which somebody who is not kept waiting would be done
LONG = 20.0  # seconds after which somebody waits in vain


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with core(tmp_path) as bot:
        yield Desk(bot)


# Loading the roster again ----------------------------------------------------------------------------------------


async def test_loading_the_roster_again_leaves_links_alone(desk: Desk) -> None:
    await desk.links(ROY, ANJALI)
    await desk.links(GILBERTO, NEWCOMER)
    assert commands.load(desk.bot.settings, PRETEND) == 0
    assert desk.whose(ANJALI) == "roy-thibodeaux"
    assert desk.whose(NEWCOMER) == "gilberto-sandoval"


async def test_what_the_roster_says_since_is_right(tmp_path: Path, desk: Desk) -> None:
    """Roy is gone, the newcomer is named, Carmen has changed groups: each for itself ends a link."""
    await desk.links(ROY, NEWCOMER)
    await desk.links(GILBERTO, CARMEN)
    district = copy(tmp_path)
    edit(district, "members.csv", "roy-thibodeaux,Roy Thibodeaux,en,board,,U01THIBODEAUX,\n", "")
    edit(district, "members.csv", "carmen-escobedo,Carmen Escobedo,es,board", "carmen-escobedo,Carmen Escobedo,es,pta")
    assert commands.load(desk.bot.settings, district) == 0
    assert desk.whose(NEWCOMER) is None
    assert desk.whose(CARMEN) == "carmen-escobedo"
    await desk.links(GILBERTO, NEWCOMER)
    edit(district, "members.csv", ",en,cvea,lincoln,U01LINDQVIST,", f",en,cvea,lincoln,U01LINDQVIST,{NEWCOMER.user}")
    assert commands.load(desk.bot.settings, district) == 0
    assert desk.whose(NEWCOMER) == "owen-lindqvist"


async def test_an_entry_that_is_struck_off_stays_with_whom_it_became_one(tmp_path: Path, desk: Desk) -> None:
    await desk.links(ROY, ANJALI)
    district = copy(tmp_path)
    edit(district, "members.csv", f"anjali-deshpande,Anjali Deshpande,en,board,,,{ANJALI.user}\n", "")
    assert commands.load(desk.bot.settings, district) == 0
    assert desk.whose(ANJALI) == "roy-thibodeaux"
    assert "I then no longer know your Discord account." in await desk.presses(ROY, "link.undo")


async def test_a_seat_for_the_other_entry_is_theirs(tmp_path: Path, desk: Desk) -> None:
    await desk.links(ROY, ANJALI)
    district = copy(tmp_path)
    edit(district, "seats.csv", "board-liaison,", "more,board liaison,board,,,anjali-deshpande,\nboard-liaison,")
    assert commands.load(desk.bot.settings, district) == 0
    held = "select members.key from seats join members on members.id = holder_id where seats.key = 'more'"
    assert databases.rows(desk.bot.settings.database_url, held) == [("roy-thibodeaux",)]


async def test_a_poll_that_is_open_again_counts_them_once(desk: Desk) -> None:
    await desk.poll()
    await desk.votes(ROY, 1)
    await desk.votes(ANJALI, 2)
    await desk.presses(MARIA, "poll.close-now", "1")
    await desk.links(ROY, ANJALI)
    assert len(desk.answers()) == 2
    form = await desk.bot.frame.handle(desk.press(MARIA, "poll.later", "1"))
    assert isinstance(form, Form)
    closes, _another = form.fields
    assert isinstance(closes, ChoiceField)
    given = {closes.name: (closes.choices[-1].value,)}
    await desk.told(Submit(id="later", actor=MARIA, form=form.name, about=form.about, fields=given))
    assert desk.answers() == [("Thursday", "roy-thibodeaux")]


# At once ---------------------------------------------------------------------------------------------------------


@asynccontextmanager
async def another_process(desk: Desk) -> AsyncIterator[Writer]:
    engine = connect(desk.bot.settings.database_url)
    writer = Writer(engine, outbox.note_changes)
    try:
        yield writer
    finally:
        writer.close()
        engine.dispose()


def frame(writer: Writer) -> Frame:
    return Frame(writer, texts.read(wiring.CONTENT), Clock(), routes.HOUSE)


async def test_of_two_processes_one_takes_the_code(desk: Desk) -> None:
    async with another_process(desk) as writer:
        for _ in range(5):
            code = await desk.code(ROY)
            first, second = desk.press(NEWCOMER, "link.yes", code), desk.press(ANJALI, "link.yes", code)
            answers = await asyncio.gather(desk.bot.frame.handle(first), frame(writer).handle(second))
            assert sorted("Done." in said(answer).text() for answer in answers) == [False, True]
            await desk.unlinks(ROY)
            await desk.bot.writer.do(lambda session: tickets.forget(session, 1e12))


async def test_of_two_processes_one_hears_which_account_it_is(desk: Desk) -> None:
    for other in (NEWCOMER, SECOND):
        assert "Almost there." in await desk.links(MARIA, other)
    first, second = desk.press(MARIA, "link.confirm", "1"), desk.press(MARIA, "link.confirm", "2")
    async with another_process(desk) as writer:
        there = Frame(writer, texts.read(wiring.CONTENT), desk.bot.clock, routes.HOUSE)
        answers = await asyncio.gather(desk.bot.frame.handle(first), there.handle(second))
    assert sorted("is on Discord already" in said(answer).text() for answer in answers) == [False, True]
    assert {desk.whose(NEWCOMER), desk.whose(SECOND)} == {None, "maria-rivera"}


@on_postgresql
async def test_linking_waits_for_an_answer_that_is_under_way(desk: Desk, database: str) -> None:
    await desk.poll()
    await desk.votes(ROY, 1)
    yes = desk.press(ANJALI, "link.yes", await desk.code(ROY))
    found, may_go_on = threading.Event(), threading.Event()

    def vote(session: Session) -> None:
        member, poll = accounts.find_member(session, yes), polls.to_answer(session, 1)
        found.set()
        assert may_go_on.wait(LONG)
        assert member
        assert poll
        ballots.answer(session, poll, member, poll.options[1])

    async with another_process(desk) as writer:
        voted = writer.submit(vote)
        assert await asyncio.to_thread(found.wait, LONG)
        linked = asyncio.ensure_future(desk.told(yes))
        done, _ = await asyncio.wait([linked], timeout=SOON)
        may_go_on.set()
        assert "Done." in await asyncio.wait_for(linked, LONG)
        assert not done
        assert voted.result(LONG) is None
    assert desk.answers() == [("Thursday", "roy-thibodeaux")]


@on_postgresql
async def test_an_answer_waits_for_linking_that_is_under_way(
    desk: Desk, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.poll()
    await desk.votes(ROY, 1)
    yes = desk.press(ANJALI, "link.yes", await desk.code(ROY))
    linking_now, may_go_on = threading.Event(), threading.Event()

    def linger(_session: Session, _leaving: people.Member, _staying: people.Member) -> None:
        linking_now.set()
        assert may_go_on.wait(LONG)

    route = Route(linking.join((*routes.HOUSE.merges, linger)), may=(Anyone("it is a test"),))
    monkeypatch.setitem(routes.HOUSE.presses, "link.yes", route)
    async with another_process(desk) as writer:
        linked = asyncio.ensure_future(frame(writer).handle(yes))
        assert await asyncio.to_thread(linking_now.wait, LONG)
        voted = asyncio.ensure_future(desk.votes(ANJALI, 2))
        done, _ = await asyncio.wait([voted], timeout=SOON)
        may_go_on.set()
        assert "Your answer is in: Thursday." in await asyncio.wait_for(voted, LONG)
        assert not done
        assert "Done." in said(await linked).text()
    assert desk.answers() == [("Thursday", "roy-thibodeaux")]
