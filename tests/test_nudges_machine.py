"""Whatever goes quiet, is answered, paused, told or handed over, for months: at most one unasked message a day from
everything together, none outside hours; nudges about one thing at growing distances, none about what is done, none on a
day without school, none to anybody but the role that can move it, and no name to a chair."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from datetime import date, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.cores import core, said
from support.districts import pretend
from support.quiet import SCHOOLS, agree, sits, there

from bot import nudges
from bot.people import model as people
from bot.people import seats
from bot.people.hours import EVERY_DAY

EXAMPLES, STEPS = map(int, os.environ.get("NUDGE_STORM", "5 25").split())  # as in NUDGE_STORM="100 60"
REPS = (*SCHOOLS,)
CHAIRS = ("Beatriz Montoya", "Joel Hartmann")
OFF = {*pretend().district.no_school}
NEXT_HOLDERS = {
    "rep-lincoln": ("owen-lindqvist", "maria-rivera", ""),
    "rep-riverbend": ("aisha-farouk", "curtis-wendell", ""),
}
HOURS = ("district", "9-17", "15-21")
ANSWERS = ("on-it", "pause", "monthly", "stop")
LOOKS = ("draft", "stuck", "less", "send")

reps, numbers = st.sampled_from(REPS), st.integers(1, len(REPS))


def is_school(day: date) -> bool:
    return day.weekday() < 5 and day not in OFF


def between(one: date, other: date) -> int:
    """School days from one to the other."""
    return sum(is_school(one + timedelta(ahead)) for ahead in range(1, (other - one).days + 1))


class Quiet(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="quiet-")
        self.runner = asyncio.Runner()
        self.on = databases.on("sqlite")
        self.on.__enter__()
        self.manager = core(Path(self.folder))
        self.bot = self.runner.run(self.manager.__aenter__())
        self.roundups = 0
        self.told: dict[int, list[date]] = {}  # of each nudge, since it was answered last
        self.monthly: set[int] = set()
        self.over: set[int] = set()
        self.silenced: dict[int, datetime | None] = {}  # until then; None: for good

    def teardown(self) -> None:
        self.time_passes(24 * 40)
        self.runner.run(self.manager.__aexit__(None, None, None))
        self.runner.close()
        self.on.__exit__(None, None, None)
        shutil.rmtree(self.folder)

    @initialize()
    def all_agree(self) -> None:
        for rep in REPS:
            self.do(agree(self.bot, rep))
        self.look()

    # What people do --------------------------------------------------------------------------------------------

    @rule(who=reps, number=numbers, says=st.sampled_from(ANSWERS))
    def answers(self, who: str, number: int, says: str) -> None:
        person = sits(self.bot, who)
        before = self.rows(f"select * from nudges where id = {number}")
        self.do(person.presses(f"nudge.{says}", str(number)))
        if self.rows(f"select * from nudges where id = {number}") == before:
            return  # not theirs, or over
        self.told[number] = []
        self.silenced.pop(number, None)
        if says == "monthly":
            self.monthly.add(number)
        if says in ("pause", "stop"):
            self.silenced[number] = self.bot.clock.now() + timedelta(days=13) if says == "pause" else None

    @rule(who=reps, number=numbers, what=st.sampled_from(LOOKS))
    def looks_at(self, who: str, number: int, what: str) -> None:
        """Which answers nothing."""
        self.do(sits(self.bot, who).presses(f"nudge.{what}", str(number)))

    @rule(who=reps, number=numbers)
    def tells(self, who: str, number: int) -> None:
        """A sign; and everybody who spoke has something in their message."""
        before = self.rows(f"select told_at from goals where id = {number}")
        self.do(sits(self.bot, who).presses("goal.tell-now", str(number)))
        if self.rows(f"select told_at from goals where id = {number}") != before:
            self.told[number] = []
            self.silenced.pop(number, None) if self.silenced.get(number) else None

    @rule(who=reps)
    def asks_colleagues(self, who: str) -> None:
        """Who read of it in the day's message."""
        self.do(sits(self.bot, who).presses("concern.call-post", self.seat_of(who)))

    @rule(number=numbers)
    def ends(self, number: int) -> None:
        databases.change(self.bot.settings.database_url, f"update goals set status = 'closed' where id = {number}")
        self.over.add(number)

    @rule(who=reps, own=st.sampled_from(HOURS), days=st.sampled_from(("district", EVERY_DAY)))
    def wishes(self, who: str, own: str, days: str) -> None:
        self.do(sits(self.bot, who).sends("messages.wishes", "", {"hours": (own,), "days": (days,)}))

    @rule(key=st.sampled_from(sorted(NEXT_HOLDERS)), which=st.integers(0, 2))
    def hands_over(self, key: str, which: int) -> None:
        who, now = NEXT_HOLDERS[key][which], self.bot.clock.now()
        self.do(self.bot.writer.do(partial(_hand_over, key=key, who=who, now=now)))

    @rule(hours=st.sampled_from([1, 9, 24, 24 * 3, 24 * 7, 24 * 15]))
    def time_passes(self, hours: int) -> None:
        self.do(self.bot.timetable.jump(self.bot.clock.now() + timedelta(hours=hours), self.note))

    @rule(who=st.sampled_from(CHAIRS))
    def a_chair_looks(self, who: str) -> None:
        person = sits(self.bot, who)
        self.do(person.types("somewhere"))
        for line in said(person.answer).text().splitlines():
            if "quiet" in line or "sin noticias" in line:
                assert not any(word in line for name in REPS for word in name.split()), line

    # What should come of it ------------------------------------------------------------------------------------

    async def note(self) -> None:
        self.look()

    def look(self) -> None:
        now = there(self.bot.clock.now())
        self.nudges_are_rare(now)
        query = "select r.id, m.name, r.day from roundups r join members m on m.id = r.member_id"
        new = self.rows(f"{query} where r.id > {self.roundups} order by r.id")
        for id, name, day in new:
            self.roundups = int(str(id))
            assert day == now.date().isoformat()
            self.hours_hold(str(name), now)
            for (number,) in self.rows(f"select subject from notices where name = 'nudge' and roundup_id = {id}"):
                self.is_wanted(int(str(number)), str(name), now)
        twice = "select member_id from roundups group by member_id, day having count(*) > 1"
        assert not self.rows(twice)
        alone = "select card from deliveries where address like '%/@%' and card <> 'roundup'"
        assert not self.rows(alone), "nothing comes to a DM but the day's message"

    def nudges_are_rare(self, now: datetime) -> None:
        for id, told_at in self.rows("select id, told_at from nudges where told_at is not null"):
            number, day = int(str(id)), there(told_at).date()
            days = self.told.setdefault(number, [])
            if there(told_at) < now - timedelta(minutes=1) or (days and days[-1] == day):
                continue
            days.append(day)
            gaps = [between(one, other) for one, other in pairwise(days)]
            if number in self.monthly:
                assert all(gap >= nudges.MONTH for gap in gaps[1:]), gaps
            else:
                assert gaps == sorted(set(gaps)), gaps
                assert len(days) <= len(nudges.GAPS) + 1

    def hours_hold(self, name: str, now: datetime) -> None:
        chosen = {
            str(key): str(value)
            for key, value in self.rows(
                f"select p.key, value from preferences p join members m on m.id = member_id where m.name = '{name}'"
            )
        }
        begin, end = map(int, chosen.get("hours", pretend().district.hours).split("-"))
        assert begin <= now.hour < end, (name, now)
        assert chosen.get("days") == EVERY_DAY or is_school(now.date())

    def is_wanted(self, number: int, name: str, now: datetime) -> None:
        assert is_school(now.date())
        assert number not in self.over
        if number in self.silenced:
            until = self.silenced[number]
            assert until, "nobody wants to hear of it"
            assert until <= now, "it is paused"
        acting = "select m.name from nudges n join seats s on s.id = n.seat_id join members m on m.id = s.holder_id"
        assert self.rows(f"{acting} where n.id = {number}") == [(name,)]

    def seat_of(self, who: str) -> str:
        found = self.rows(f"select s.id from seats s join members m on m.id = s.holder_id where m.name = '{who}'")
        return str(found[0][0]) if found else "1"

    def rows(self, query: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in databases.rows(self.bot.settings.database_url, query)]

    def do(self, act: object) -> object:
        return self.runner.run(act)  # type: ignore[arg-type]


def _hand_over(session: Session, *, key: str, who: str, now: datetime) -> None:
    seat = session.scalars(select(people.Seat).where(people.Seat.key == key)).one()
    seat.deputy = None
    member = session.scalars(select(people.Member).where(people.Member.key == who)).one_or_none()
    seats.hand_over(session, seat, member, now)


TestQuiet = Quiet.TestCase
TestQuiet.settings = settings(max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, print_blob=True)
