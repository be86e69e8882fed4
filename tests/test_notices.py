"""At most one unrequested message a day, inside somebody's hours, whatever is told when."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from support import databases
from support.cores import core
from support.statements import counted

from bot import notices, roundups
from bot.delivery import outbox
from bot.feature import NoticeKind
from bot.people import belongings, hours, links, preferences
from bot.people import model as people
from bot.people.hours import EVERY_DAY, WEEKDAYS, Hours
from bot.people.preferences import Key
from bot.storage import context
from bot.storage.database import connect
from bot.timetable import Due, DueRow, take_off

ZONE = "America/Chicago"
BEGIN = datetime(2026, 10, 30, 12, tzinfo=UTC)  # two days before the clocks are set back there
MEMBERS = ("maria-rivera", "kevin-brandvold")  # he is on Discord only


@cache
def furnished(name: str) -> Engine:
    """Nothing that is done there stays."""
    with databases.on(name):
        folder = Path(tempfile.mkdtemp(prefix="notices-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return connect(databases.loaded(folder))


class Telling(RuleBasedStateMachine):
    """Notices of two kinds; some of them stop to stand, are skipped or muted. Time only ever goes ahead."""

    database = databases.SQLITE

    def __init__(self) -> None:
        super().__init__()
        self.connection = furnished(self.database).connect()
        self.connection.begin()
        self.session = Session(self.connection, autoflush=False, join_transaction_mode="create_savepoint")
        self.session.info.update(context.info())
        self.now = BEGIN
        self.over: set[tuple[int, int]] = set()
        self.said: list[tuple[int, datetime]] = []  # roundups, and when
        kind = NoticeKind("poll-reminders", self.stands, lambda *_: [])
        self.kinds = {"one": kind, "two": kind}

    def teardown(self) -> None:
        self.session.close()
        self.connection.rollback()
        self.connection.close()

    def stands(self, _session: Session, member: people.Member, subject: int) -> bool:
        return (member.id, subject) not in self.over

    def member(self, key: str) -> people.Member:
        return self.session.scalars(select(people.Member).where(people.Member.key == key)).one()

    @rule(
        who=st.sampled_from(MEMBERS),
        name=st.sampled_from(["one", "two"]),
        subject=st.integers(1, 6),
        days=st.integers(1, 4),
    )
    def tell(self, who: str, name: str, subject: int, days: int) -> None:
        until = self.now + timedelta(days=days, hours=1)
        notices.tell(self.session, self.member(who).id, name, subject, self.now, until)
        self.session.commit()

    @rule(who=st.sampled_from(MEMBERS), subject=st.integers(1, 3))
    def settle(self, who: str, subject: int) -> None:
        self.over ^= {(self.member(who).id, subject)}

    @rule(who=st.sampled_from(MEMBERS), subject=st.integers(1, 3))
    def skip(self, who: str, subject: int) -> None:
        notices.skip(self.session, self.member(who), "one", subject)
        self.session.commit()

    @rule(who=st.sampled_from(MEMBERS), wanted=st.booleans())
    def mute(self, who: str, wanted: bool) -> None:
        if wanted:
            preferences.unmute(self.session, self.member(who).id, "two")
        else:
            notices.mute(self.session, self.member(who), "two")
        self.session.commit()

    @rule(
        who=st.sampled_from(MEMBERS), own=st.sampled_from(["", "9-17", "15-21"]), days=st.sampled_from(["", EVERY_DAY])
    )
    def wish(self, who: str, own: str, days: str) -> None:
        preferences.choose(self.session, self.member(who).id, Key.HOURS, own)
        preferences.choose(self.session, self.member(who).id, Key.DAYS, days)
        self.session.commit()

    @rule()
    def link_and_unlink(self) -> None:
        """Her account passes to another member and back, and what waits for her with it."""
        maria, kevin = self.member("maria-rivera"), self.member("kevin-brandvold")
        mine = links.of(self.session, kevin)
        if mine:
            for link in mine:
                links.undo(self.session, link)
            belongings.give_back(self.session, kevin, maria)
        else:
            links.take_over(self.session, maria, kevin)
            self.session.flush()
            context.of(self.session).now = self.now
            belongings.hand_over(self.session, maria, kevin)
            notices.merge(self.session, maria, kevin)
        self.session.commit()

    @rule(minutes=st.sampled_from([7, 7, 59, 240, 720, 1440, 4000]))
    def jump(self, minutes: int) -> None:
        """And whatever has come due meanwhile is done late, all at once."""
        self.now += timedelta(minutes=minutes)
        self.do_what_is_due()

    @rule(who=st.sampled_from(MEMBERS), subjects=st.lists(st.integers(1, 6), min_size=2, max_size=4, unique=True))
    def tell_one_after_the_other(self, who: str, subjects: list[int]) -> None:
        for subject in subjects:
            self.tell(who, "one", subject, 3)
            self.jump(7)

    def do_what_is_due(self) -> None:
        rows = self.session.scalars(select(DueRow).where(DueRow.at <= self.now).order_by(DueRow.at, DueRow.id)).all()
        dues = [Due(row.id, row.do, row.subject, row.at) for row in rows]
        self.session.expire_all()
        context.of(self.session).now = self.now
        run = roundups.round_up(self.kinds)
        for due in take_off(self.session, dues):
            run(self.session, due.subject, due.at)
        self.session.commit()
        known = {roundup for roundup, _ in self.said}
        new = select(outbox.Delivery).where(outbox.Delivery.card == notices.CARD)
        for delivery in self.session.scalars(new.order_by(outbox.Delivery.id)):
            if delivery.subject not in known:
                self.said.append((delivery.subject, self.now))
                known.add(delivery.subject)
                roundup = self.session.get_one(notices.Roundup, delivery.subject)
                theirs = hours.hours_of(self.session, self.session.get_one(people.Member, roundup.member_id))
                assert theirs.hold(self.now, ZONE)
                told = select(notices.Notice).where(notices.Notice.roundup_id == roundup.id)
                assert self.session.scalars(told).all()

    @invariant()
    def nobody_is_written_to_twice_a_day(self) -> None:
        days = []
        for delivery in self.session.scalars(select(outbox.Delivery).where(outbox.Delivery.card == notices.CARD)):
            at = next((at for roundup, at in self.said if roundup == delivery.subject), None)
            days.append((delivery.address, at and at.astimezone(ZoneInfo(ZONE)).date()))
        assert len(days) == len(set(days))


def test_what_comes_later_that_day_waits_for_the_next() -> None:
    """And the one after that comes along with it."""
    one = Telling()
    one.tell("maria-rivera", "one", 1, 4)
    one.jump(59)
    assert len(one.said) == 1
    one.tell("maria-rivera", "one", 2, 4)
    one.jump(7)
    one.tell("maria-rivera", "two", 2, 4)
    one.jump(59)
    assert len(one.said) == 1
    one.jump(4000)  # to Monday, before dawn
    assert len(one.said) == 1
    one.jump(720)
    assert len(one.said) == 2
    one.nobody_is_written_to_twice_a_day()
    one.teardown()


class TellingOnPostgresql(Telling):
    database = databases.POSTGRESQL


TestTelling, TestTellingOnPostgresql = Telling.TestCase, TellingOnPostgresql.TestCase
TestTelling.settings = settings(max_examples=25, stateful_step_count=30)
TestTellingOnPostgresql.settings = settings(max_examples=10, stateful_step_count=30)


@databases.on_both
async def test_however_much_waits_for_a_way_it_is_looked_at_at_once(tmp_path: Path) -> None:
    """Kevin, whom nothing can be told unasked, wishes to be written to on Discord after all."""
    async with core(tmp_path) as bot:

        def waits(session: Session, subjects: range) -> None:
            kevin = session.scalars(select(people.Member).where(people.Member.key == "kevin-brandvold")).one()
            for subject in subjects:
                notices.tell(session, kevin.id, "goal", subject, BEGIN, BEGIN + timedelta(days=9))

        def asks(session: Session) -> int:
            kevin = session.scalars(select(people.Member).where(people.Member.key == "kevin-brandvold")).one()
            with counted(session) as run:
                notices.choose_where(session, kevin, "discord", BEGIN + timedelta(days=1))
                session.flush()
            return len(run)

        took = []
        for subjects in (range(1), range(1, 300)):
            await bot.writer.do(lambda session, subjects=subjects: waits(session, subjects))
            took.append(await bot.writer.do(asks))
        assert took[0] == took[1]
        due = "select count(*), count(distinct subject), count(distinct at) from due where \"do\" = 'notice'"
        assert databases.rows(bot.settings.database_url, due) == [(300, 300, 1)]


@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    begin=st.integers(0, 22),
    length=st.integers(1, 12),
    days=st.sampled_from(hours.DAYS),
)
def test_the_next_moment_inside_the_hours_is_the_first(moment: datetime, begin: int, length: int, days: str) -> None:
    theirs = Hours(begin, min(begin + length, 24), days)
    at = theirs.next(moment, ZONE)
    assert theirs.hold(at, ZONE)
    assert at >= moment
    step = timedelta(minutes=30)
    earlier = (moment + step * count for count in range(1000))
    assert next(one for one in earlier if one >= at or theirs.hold(one, ZONE)) >= at


@pytest.mark.parametrize(("days", "wanted"), [(WEEKDAYS, date(2027, 1, 4)), (EVERY_DAY, date(2026, 12, 24))])
def test_whoever_keeps_to_weekdays_is_left_alone_on_days_without_school(days: str, wanted: date) -> None:
    off = {date(2026, 12, 24) + timedelta(ahead) for ahead in range(9)}
    theirs = Hours.parse("7-18", days, off)
    begins = theirs.next(datetime(2026, 12, 24, 11, tzinfo=UTC), ZONE).astimezone(ZoneInfo(ZONE))
    assert (begins.date(), begins.hour) == (wanted, 7)
    every = {date(2026, 12, 1) + timedelta(ahead) for ahead in range(400)}
    assert Hours.parse("7-18", WEEKDAYS, every).next(datetime(2026, 12, 24, tzinfo=UTC), ZONE)


@pytest.mark.parametrize("text", ["", "7", "18-7", "7-25", "7-7", "a-b", "7-18-20"])
def test_what_hours_are_not(text: str) -> None:
    with pytest.raises(ValueError, match="hours look like"):
        Hours.parse(text, WEEKDAYS)
