"""A poll's rules against the plainest model of them: who chose what is a set for each member."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session
from support.databases import KEY

from bot import texts
from bot.boundary import Account, Press
from bot.disclosure_control import totals_may_be_shown
from bot.people import model as people
from bot.polls import ballots, handlers, runoff, secrecy
from bot.polls.ballots import chosen, take_back
from bot.polls.counting import Tally, conclude, tally
from bot.polls.model import Ballot, Kind, Option, Poll, Status
from bot.request import Request
from bot.storage import context, keys
from bot.storage.tables import Table
from wiring import CONTENT

MEMBERS, OPTIONS = 6, 4
NOON = datetime(2026, 10, 6, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
WORDS = texts.read(CONTENT)


class OnePoll(RuleBasedStateMachine):
    """`chose` is what the poll must say, by member."""

    @initialize(several=st.booleans(), most=st.sampled_from((0, 2, 3)))
    def ask(self, several: bool, most: int) -> None:
        self.engine = create_engine("sqlite://")
        keys.know(self.engine, keys.Keys(KEY))
        Table.metadata.create_all(self.engine)
        self.session = Session(self.engine)
        self.members = _people(self.session)
        seat = people.Seat(district_id=1, key="rep", role=people.Role.BUILDING_REP, group_id=1)
        labels = [Option(position=position, label=str(position)) for position in range(OPTIONS)]
        self.poll = Poll(
            seat=seat,
            question="?",
            several=several,
            most=most if several else 0,
            opened_at=NOON,
            closes_at=NOON + HOUR,
            options=labels,
        )
        self.session.add(self.poll)
        self.session.flush()
        self.chose: dict[int, set[int]] = {}

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close()
            self.engine.dispose()

    @precondition(lambda self: self.poll.takes_answers(NOON))
    @rule(member=st.integers(0, MEMBERS - 1), option=st.integers(0, OPTIONS - 1))
    def votes(self, member: int, option: int) -> None:
        pressed = self.poll.options[option]
        fits = pressed.id in ballots.answer(self.session, self.poll, self.members[member], pressed)
        before = self.chose.get(member, set()) if self.poll.several else set()
        assert fits is (not self.poll.most or len(before | {option}) <= self.poll.most)
        self.chose[member] = before | ({option} if fits else set())

    @precondition(lambda self: self.poll.takes_answers(NOON))
    @rule(member=st.integers(0, MEMBERS - 1), option=st.integers(0, OPTIONS - 1))
    def takes_back(self, member: int, option: int) -> None:
        take_back(self.session, self.poll, self.members[member], self.poll.options[option])
        self.chose.get(member, set()).discard(option)

    @precondition(lambda self: self.poll.status is Status.OPEN)
    @rule()
    def closes(self) -> None:
        self.poll.status = Status.CLOSED
        self.session.flush()

    @precondition(lambda self: self.poll.can_be_undone(NOON))
    @rule()
    def is_taken_back(self) -> None:
        ballots.withdraw(self.session, self.poll)
        self.session.flush()
        self.chose.clear()

    @rule()
    def nothing_happens(self) -> None:
        """So that there is a next step when the poll is gone."""

    @invariant()
    def the_tally_is_exact(self) -> None:
        count = tally(self.session, self.poll)
        votes = Counter(option for options in self.chose.values() for option in options)
        assert count.votes == {self.poll.options[option].id: many for option, many in votes.items()}
        assert count.voters == sum(bool(options) for options in self.chose.values())

    @invariant()
    def everyone_has_what_they_chose(self) -> None:
        for place, member in enumerate(self.members):
            positions = {option.id: option.position for option in self.poll.options}
            theirs = [positions[id] for id in chosen(self.session, self.poll, member)]
            assert theirs == sorted(self.chose.get(place, ()))
            assert len(theirs) <= (self.poll.most or OPTIONS if self.poll.several else 1)

    @invariant()
    def it_takes_answers_while_it_is_open(self) -> None:
        for at in (NOON, NOON + HOUR - timedelta.resolution):
            assert self.poll.takes_answers(at) is (self.poll.status is Status.OPEN)
        assert not self.poll.takes_answers(NOON + HOUR)
        assert not self.poll.can_be_undone(NOON + timedelta(minutes=2))


class OneRankedPoll(RuleBasedStateMachine):
    """`chose` is the order that the poll must have of each member, sealed or not."""

    @initialize(anonymous=st.booleans())
    def ask(self, anonymous: bool) -> None:
        self.engine = create_engine("sqlite://")
        keys.know(self.engine, keys.Keys(KEY))
        Table.metadata.create_all(self.engine)
        self.session = Session(self.engine, info=context.info())
        self.members = _people(self.session)
        seat = people.Seat(district_id=1, key="rep", role=people.Role.BUILDING_REP, group_id=1)
        labels = [Option(position=position, label=str(position)) for position in range(OPTIONS)]
        times = {"opened_at": NOON, "closes_at": NOON + HOUR}
        self.poll = Poll(
            seat=seat, question="?", kind=Kind.RANKED, several=False, anonymous=anonymous, options=labels, **times
        )
        self.session.add(self.poll)
        self.session.flush()
        if anonymous:
            secrecy.begin(self.session, self.poll.id)
        self.chose: dict[int, tuple[int, ...]] = {}

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.poll.status = Status.CLOSED
            conclude(self.session, self.poll)
            self.session.flush()
            given = Counter(ranking for ranking in self.chose.values() if ranking)
            counted = tally(self.session, self.poll)
            if self.poll.anonymous and not totals_may_be_shown(given.total()):
                assert counted == Tally(0, {}, is_shown=False)
            else:
                assert counted.voters == given.total()
                assert counted.outcome == runoff.count([option.id for option in self.poll.options], given)
            self.session.close()
            self.engine.dispose()

    def act(self, do: str, member: int, option: int | None = None) -> None:
        about = f"{self.poll.id}:{option}" if option else str(self.poll.id)
        press = Press(id="p", actor=Account("slack", "T", str(member)), do=do, about=about)
        request = Request(self.session, NOON, self.members[member], press, WORDS["en"], WORDS)
        (handlers.answer if option else handlers.take_answer_back)(request, self.poll)

    @rule(member=st.integers(0, MEMBERS - 1), option=st.integers(1, OPTIONS))
    def ranks(self, member: int, option: int) -> None:
        self.act("poll.vote", member, option)
        before = self.chose.get(member, ())
        self.chose[member] = before if option in before else (*before, option)

    @rule(member=st.integers(0, MEMBERS - 1))
    def starts_over(self, member: int) -> None:
        self.act("poll.take-back", member)
        self.chose[member] = ()

    @invariant()
    def everyone_has_the_order_that_they_pressed(self) -> None:
        for place, member in enumerate(self.members):
            assert chosen(self.session, self.poll, member) == self.chose.get(place, ())


def _people(session: Session) -> list[people.Member]:
    session.add(people.District(id=1, key="d", name="D", zone="UTC", language="en"))
    session.add(people.Group(id=1, district_id=1, key="g", kind=people.GroupKind.ASSOCIATION, name="G"))
    session.flush()
    members = [
        people.Member(district_id=1, key=str(one), name=str(one), language="en", group_id=1) for one in range(MEMBERS)
    ]
    session.add_all(members)
    session.flush()
    assert not session.scalars(select(Ballot)).all()
    return members


TestOneRankedPoll = OneRankedPoll.TestCase
TestOneRankedPoll.settings = settings(max_examples=30, stateful_step_count=30, print_blob=True)
TestOnePoll = OnePoll.TestCase
TestOnePoll.settings = settings(max_examples=40, stateful_step_count=30, print_blob=True)
