"""Whatever goes quiet, is answered, paused, told or handed over, for months, while others ask and tell: at most one
unasked message a day from everything together and one that is urgent, none outside hours; nudges about one thing after
two weeks of school without a sign and then at growing distances, none about what is done, none on a day without school,
none to anybody but the role that can move it; to a chair a number, and never one that gives a name away."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Coroutine
from datetime import date, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import concerns, databases
from support.broadcasts import to_staff
from support.cores import core, said
from support.districts import pretend
from support.quiet import SCHOOLS, agree, at, sits, there

from bot import nudges
from bot.people import model as people
from bot.people import seats
from bot.people.hours import EVERY_DAY

T = TypeVar("T")
EXAMPLES, STEPS = map(int, os.environ.get("NUDGE_STORM", "5 25").split())  # as in NUDGE_STORM="100 60"
REPS = (*SCHOOLS,)
CHAIR = "Joel Hartmann"  # of the schedule committee, on which all these reps are
ALL_SIT = """insert into committee_seats (committee_id, seat_id) select c.id, s.id from committees c, seats s
 where c.key = 'schedule' and s.key in ('rep-riverbend', 'rep-oak-street')"""
EVENINGS = """insert into preferences (member_id, key, value)
 select id, 'hours', '15-21' from members where name in ('Samuel Okafor', 'Naomi Feldstein')"""
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
        self.vacant: dict[int, int] = {}  # how many of these there were when its seat was vacant last
        self.heard: dict[int, datetime] = {}  # of each, the last sign or answer
        self.direct = 0  # the last message that came by itself
        self.urgent: set[tuple[str, date]] = set()
        self.rests = 2  # broadcasts that may still be sent
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
        for change in (ALL_SIT, EVENINGS):
            databases.change(self.bot.settings.database_url, change)
        for number, rep in enumerate(REPS, 1):
            assert self.do(agree(self.bot, rep)) == number
            self.hears(number)
        self.look()

    # What people do --------------------------------------------------------------------------------------------

    @rule(who=reps, number=numbers, says=st.sampled_from(ANSWERS))
    def answers(self, who: str, number: int, says: str) -> None:
        person = sits(self.bot, who)
        before = self.rows(f"select * from nudges where id = {number}")
        self.do(person.presses(f"nudge.{says}", str(number)))
        if self.rows(f"select * from nudges where id = {number}") == before:
            return  # not theirs, or over
        self.hears(number)
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
        self.do(concerns.tells(sits(self.bot, who), number))
        if self.rows(f"select told_at from goals where id = {number}") != before:
            self.hears(number)
            self.silenced.pop(number, None) if self.silenced.get(number) else None

    @rule(who=reps)
    def asks_colleagues(self, who: str) -> None:
        """Who read of it in the day's message."""
        self.do(concerns.calls(sits(self.bot, who), self.seat_of(who)))

    @precondition(lambda self: self.rests)
    @rule(urgent=st.booleans())
    def the_superintendent_tells(self, urgent: bool) -> None:
        """The whole association."""
        self.rests -= 1
        self.do(to_staff(self.bot, urgent=urgent))

    @rule()
    def data_is_asked_for_twice_on_one_evening(self) -> None:
        """Of the superintendent, who reads in the evening; between the two it is midnight at Greenwich."""
        naomi = sits(self.bot, "Naomi Feldstein")
        day = there(self.bot.clock.now()).date() + timedelta(1)
        while not is_school(day):
            day += timedelta(1)
        for hour in (16, 19, 20):
            self.do(self.bot.timetable.jump(at(day.isoformat(), hour), self.note))
            if hour < 20:
                self.do(naomi.types("request", "data"))
                self.do(naomi.fills_in(what="How many read at level?"))

    @rule()
    def a_sign_comes_before_the_message(self) -> None:
        """Naomi is nudged in the morning, and reads in the evening: at noon it is out of date."""
        number = REPS.index("Naomi Feldstein") + 1
        for _ in range(20):
            day = there(self.bot.clock.now()).date() + timedelta(1)
            self.do(self.bot.timetable.jump(at(day.isoformat()), self.note))
            if self.told[number][-1:] == [day]:
                break
        self.tells("Naomi Feldstein", number)
        self.time_passes(9)

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
        if not who:  # who follows is told when they come, however long that takes
            theirs = f"select n.id from nudges n join seats s on s.id = n.seat_id where s.key = '{key}'"
            self.vacant |= {int(str(id)): len(self.told.get(int(str(id)), ())) for (id,) in self.rows(theirs)}

    @rule(hours=st.sampled_from([1, 9, 24, 24 * 3, 24 * 7, 24 * 15]))
    def time_passes(self, hours: int) -> None:
        self.do(self.bot.timetable.jump(self.bot.clock.now() + timedelta(hours=hours), self.note))
        if hours > 24:
            self.the_chair_looks()

    @rule()
    def the_chair_looks(self) -> None:
        person = sits(self.bot, CHAIR)
        self.do(person.types("somewhere"))
        text = said(person.answer).text()
        assert not any(name in text for rep in REPS for name in (rep, *rep.split())), text
        found = re.search(r"(\d+) steps are quiet|step is quiet", text)
        quiet = {number for number, days in self.told.items() if days and number not in self.over}
        ((watched,),) = self.rows("select count(*) from nudges where not stopped")
        assert bool(found) == (2 <= len(quiet) < int(str(watched))), (text, quiet, watched)
        assert found is None or found[1] == str(len(quiet))

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
        self.only_what_is_urgent_comes_alone(now)

    def only_what_is_urgent_comes_alone(self, now: datetime) -> None:
        """Besides what its sender is shown, who pressed a button for that."""
        who = "join accounts a on a.address = replace(d.address, '/@', '/') join members m on m.id = a.member_id"
        alone = f"select d.id, card, m.name from deliveries d {who} where card not in ('roundup', 'broadcast.progress')"
        found = self.rows(f"{alone} and d.id > {self.direct} order by d.id")
        for id, card, name in found:
            self.direct, once = int(str(id)), (str(name), now.date())
            assert card == "broadcast.direct", "nothing else comes to a DM but the day's message"
            assert once not in self.urgent
            self.urgent.add(once)
            self.hours_hold(str(name), now)

    def hears(self, number: int) -> None:
        self.told[number], self.heard[number], self.vacant[number] = [], self.bot.clock.now(), 0

    def nudges_are_rare(self, now: datetime) -> None:
        for id, told_at in self.rows("select id, told_at from nudges where told_at is not null"):
            number, day = int(str(id)), there(told_at).date()
            days = self.told.setdefault(number, [])
            if there(told_at) < now - timedelta(minutes=1) or (days and days[-1] == day):
                continue
            if not days:
                assert between(there(self.heard[number]).date(), day) >= nudges.QUIET, (self.heard[number], day)
            days.append(day)
            gaps = [between(one, other) for one, other in pairwise(days[self.vacant.get(number, 0) :])]
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
        ((told_at,),) = self.rows(f"select told_at from nudges where id = {number}")
        assert there(told_at) > self.heard[number], "there was a sign since"
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

    def do(self, act: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(act)


def _hand_over(session: Session, *, key: str, who: str, now: datetime) -> None:
    seat = session.scalars(select(people.Seat).where(people.Seat.key == key)).one()
    seat.deputy = None
    member = session.scalars(select(people.Member).where(people.Member.key == who)).one_or_none()
    seats.hand_over(session, seat, member, now)


TestQuiet = Quiet.TestCase
TestQuiet.settings = settings(max_examples=EXAMPLES, stateful_step_count=STEPS, print_blob=True)
