"""A seat that changes hands: its holder goes away, a deputy acts, the term runs out, somebody follows; what the seat
asked and what waits for it goes on."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.cores import QUESTION, Core, core, said
from support.corner import Corner, buttons, corner, next_due, shown
from support.databases import on_both
from support.districts import copy, edit

from bot import routes
from bot.boundary import Address
from bot.feature import Feature
from bot.operations import commands
from bot.people import model as people
from bot.people import seats
from bot.people.seats import Capability, SeatChange
from bot.seats import changes, terms
from bot.storage.database import connect
from bot.timetable import Due, DueRow, set_due

pytestmark = on_both

STAFF = Address("slack", "T01CEDAR", "C01LINCOLNSTAFF")
KITS = "Can we keep the phonics kits?"
SEAT = "rep-lincoln,building rep,cvea,lincoln,,maria-rivera,lincoln-team;schedule,association-president"
MARIA, JAMAL, THUY = (f"slack:T01CEDAR/@{user}" for user in ("U01RIVERA", "U01WHITFIELD", "U01TPHAM"))
heard: list[tuple[str, str, str]] = []


def hear(_session: Session, change: SeatChange) -> None:
    before, after = (member.key if member else "" for member in (change.before, change.after))
    heard.append((change.seat.key, before, after))


HOUSE = routes.house((*routes.FEATURES, Feature(seat_changes=(hear,))))


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The representative of Lincoln, Maria Rivera, has a deputy and a term that ends in two months."""
    heard.clear()
    folder = copy(tmp_path)
    edit(folder, "seats.csv", SEAT, f"{SEAT},{ends()},jamal-whitfield")
    return folder


def ends() -> date:
    return datetime.now(UTC).date() + timedelta(days=60)


async def features_hear(bot: Core) -> None:
    """Of all changes until now, without time going on."""
    engine = connect(bot.settings.database_url)
    with Session(engine) as session:
        found = session.scalars(select(DueRow).where(DueRow.do.in_((seats.CHANGED, changes.SOMEWHERE)))).all()
    engine.dispose()
    await bot.frame.handle_due([Due(row.id, row.do, row.subject, row.at) for row in found])


def rows(bot: Core, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in databases.rows(bot.settings.database_url, query)]


def noticed(bot: Core, name: str) -> list[object]:
    told = "select members.key from notices join members on members.id = member_id where notices.name ="
    return [key for (key,) in rows(bot, f"{told} '{name}' order by notices.id")]


def read_by(bot: Core) -> list[object]:
    """Where the question stands that waits for the representative."""
    there = "select address from deliveries where card = 'question.rep' and removed = false"
    return [address for (address,) in rows(bot, there)]


async def asks(owen: Corner) -> None:
    await owen.types("ask")
    await owen.clicks("Life at Lincoln")
    await owen.fills_in(question=KITS)
    await owen.clicks("Send it")
    owen.sees("Sent.")


@on_both
async def test_a_seat_outlives_its_holder(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files, house=HOUSE) as bot:
        maria, jamal, thuy = (corner(bot, name) for name in ("Maria Rivera", "Jamal Whitfield", "Thuy Pham"))
        owen = corner(bot, "Owen Lindqvist")
        bot.clock.move_to(datetime.now(UTC))  # when the files were loaded
        await asks(owen)
        await bot.asks(maria.account, STAFF)
        assert read_by(bot) == [MARIA]

        # Away: the deputy acts, has what waits, and is named beside the holder.
        await maria.types("somewhere")
        await maria.clicks("I'm away for a while")
        assert maria.choices("seats") == ["Jamal Whitfield, Lincoln Elementary's building rep"]
        await maria.fills_in(back=maria.choices("back")[2])
        maria.sees("Jamal Whitfield acts for you as Lincoln Elementary's building rep until")
        await features_hear(bot)
        assert heard == [("rep-lincoln", "maria-rivera", "jamal-whitfield")]
        assert read_by(bot) == [JAMAL]
        assert noticed(bot, changes.DEPUTY) == ["jamal-whitfield"]
        assert "You act for Maria Rivera as Lincoln" in shown(bot, changes.show, 6)
        await maria.presses("question.answer", "1")
        maria.sees("isn't here any more")
        await maria.presses("poll.close", "1")
        maria.sees("Only Lincoln Elementary's building rep can do that: Jamal Whitfield for Maria Rivera.")
        await jamal.types("somewhere")
        jamal.sees("You act for Maria Rivera", KITS, "Your poll, open until", QUESTION)
        await jamal.presses("question.answer", "1")
        await jamal.fills_in(answer="Yes, until June.")
        await owen.presses("question.show", "1")
        owen.sees("Jamal Whitfield for Maria Rivera answered (Lincoln Elementary's building rep)")

        # Back: what comes since then is hers again.
        await maria.types("somewhere")
        await maria.clicks("I'm back")
        maria.sees("You act as Lincoln Elementary's building rep again.")
        await features_hear(bot)
        await owen.presses("question.not-yet", "1")
        await asks(owen)
        assert heard[1:] == [("rep-lincoln", "jamal-whitfield", "maria-rivera")]
        assert read_by(bot)[-1] == MARIA
        await jamal.presses("poll.close", "1")
        jamal.sees("Only Lincoln Elementary's building rep can do that: Maria Rivera.")

        # The files name somebody else: the poll and the question are theirs.
        edit(files, "seats.csv", "maria-rivera", "thuy-pham")
        assert commands.load(bot.settings, files) == 0
        await features_hear(bot)
        assert heard[2:] == [("rep-lincoln", "maria-rivera", "thuy-pham")]
        assert read_by(bot)[-1] == THUY
        await thuy.types("somewhere")
        thuy.sees(KITS, QUESTION)
        held = "select members.key, until is null from tenures join members on members.id = member_id"
        held += " where seat_id = 6 order by tenures.id"
        assert [(key, bool(now)) for key, now in rows(bot, held)] == [("maria-rivera", False), ("thuy-pham", True)]
        await owen.presses("question.show", "1")
        owen.sees("Jamal Whitfield for Maria Rivera answered")  # who held it when he did

        # Nobody holds it: the deputy acts, and says so for no one.
        edit(files, "seats.csv", "thuy-pham", "")
        assert commands.load(bot.settings, files) == 0
        await features_hear(bot)
        assert read_by(bot)[-1] == JAMAL
        assert "You act as Lincoln Elementary's building rep until somebody follows" in shown(bot, changes.show, 6)
        await thuy.presses("poll.close", "1")
        thuy.sees("can do that: Jamal Whitfield.")


async def test_a_day_comes_on_which_the_holder_is_back(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files, house=HOUSE) as bot:
        maria, jamal = corner(bot, "Maria Rivera"), corner(bot, "Jamal Whitfield")
        await maria.presses("seat.away")
        await maria.sends("seat.away", "", {"seats": (), "back": ("someday",)})
        maria.sees("Nothing was changed")
        await jamal.presses("seat.away")  # only its holder
        jamal.sees("isn't here any more")
        await maria.presses("seat.away")
        await maria.fills_in(back=maria.choices("back")[0])
        await bot.later(days=1)
        assert heard[-1] == ("rep-lincoln", "jamal-whitfield", "maria-rivera")
        await maria.types("somewhere")
        assert "acts for you" not in maria.sees("Hello, Maria")


async def test_a_term_warns_those_who_can_see_to_it(tmp_path: Path, files: Path) -> None:
    async with core(tmp_path, files) as bot:
        assert noticed(bot, terms.HOLDER) == []
        await next_due(bot, seats.TERM)
        assert bot.clock.now().date() >= ends() - timedelta(days=30)
        assert (noticed(bot, terms.HOLDER), noticed(bot, terms.ABOVE)) == (["maria-rivera"], ["dana-lee"])
        maria = corner(bot, "Maria Rivera")
        assert "You stay in this role until somebody follows you." in shown(bot, terms.show, 6)
        assert "Su periodo en este cargo termina" in shown(bot, terms.show, 6, "es")
        assert "Maria Rivera's term as Lincoln" in shown(bot, terms.show_above, 6)
        await bot.until(datetime.combine(ends(), datetime.min.time(), UTC) + timedelta(days=5))
        await bot.asks(maria.account, STAFF)  # she acts on
        await maria.types("somewhere")
        assert "Your term" not in maria.sees("Hello, Maria")


async def test_who_could_act_for_several_seats_chooses(tmp_path: Path, files: Path) -> None:
    edit(files, "seats.csv", "lincoln-team,jamal-whitfield,", "lincoln-team,maria-rivera,")
    async with core(tmp_path, files) as bot:
        maria, elena = corner(bot, "Maria Rivera"), corner(bot, "Elena Ortiz")
        maria.answer = await bot.types(maria.account, f"/poll {QUESTION} | Yes | No", STAFF)
        maria.sees("From Lincoln Elementary's building rep.")
        await maria.clicks("Ask in another role")
        maria.sees("From a member of Lincoln Leadership Team.")
        await maria.clicks("Make it anonymous")
        await maria.clicks("Post it")
        asked = "select seats.key from polls join seats on seats.id = seat_id"
        assert rows(bot, asked) == [("lincoln-team-upper-grades",)]
        elena.answer = await bot.types(elena.account, f"/poll {QUESTION} | Yes | No", STAFF)
        assert "Ask in another role" not in [button.label for button in buttons(said(elena.answer))]


async def test_a_due_time_from_before_tells_every_feature(tmp_path: Path, files: Path) -> None:
    """An earlier version knew only in which district something had changed."""
    async with core(tmp_path, files, house=HOUSE) as bot:
        await bot.writer.do(lambda session: set_due(session, changes.SOMEWHERE, 1, bot.clock.now()))
        databases.change(bot.settings.database_url, "update seats set holder_id = 2 where id = 6")
        await features_hear(bot)
        assert ("rep-lincoln", "maria-rivera", "priya-natarajan") in heard


# Who acts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("holder", "deputy", "away"),
    list(itertools.product((None, 1), (None, 2), (None, datetime(2026, 1, 1, tzinfo=UTC)))),
)
def test_who_acts_for_a_seat(tmp_path: Path, holder: int | None, deputy: int | None, away: datetime | None) -> None:
    """In the database as in Python."""
    expected = holder
    if deputy and (away or not holder):
        expected = deputy
    engine = connect(databases.loaded(tmp_path))
    with Session(engine) as session:
        seat = session.get_one(people.Seat, 6)
        seat.holder_id, seat.deputy_id, seat.away_until = holder, deputy, away
        session.flush()
        assert seat.acting_id == session.scalar(select(people.Seat.acting_id).where(people.Seat.id == 6)) == expected
        assert (seat.acting.id if seat.acting else None) == expected
        for member in (1, 2):
            theirs = people.seats_of(session, session.get_one(people.Member, member))
            assert (6 in [one.id for one in theirs]) == (member == expected)
    engine.dispose()


def test_a_role_may_what_the_files_say_or_the_usual(tmp_path: Path) -> None:
    engine = connect(databases.loaded(tmp_path))
    with Session(engine) as session:
        dana, elena, samuel, owen = (
            session.scalars(select(people.Member).where(people.Member.name == name)).one()
            for name in ("Dana Lee", "Elena Ortiz", "Samuel Okafor", "Owen Lindqvist")
        )
        assert seats.can(session, dana, Capability.OPEN_ROUND)
        assert seats.can(session, samuel, Capability.HOLD_DATA)
        assert not seats.can(session, elena, Capability.HOLD_DATA)  # the pretend district says so
        assert seats.can(session, elena, Capability.CONSENT)
        assert not any(seats.can(session, owen, capability) for capability in Capability)
    engine.dispose()
