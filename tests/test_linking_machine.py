"""One vote a member, whatever is linked, unlinked, delivered twice or in another order."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from support import districts
from support.districts import PRETEND
from support.linked import CODE, FOUR, GUILD, NEWCOMER, TEAM, VISITOR
from support.talk import said

import wiring
from bot import routes, texts
from bot.boundary import Account, Act, Command, Press, Submit
from bot.delivery import outbox
from bot.frame import Frame
from bot.people import connections, links, roster, tickets
from bot.people import model as people
from bot.people.places import Place
from bot.polls import secrecy
from bot.polls.model import BLOCK, CONCERN, WRITTEN, Ballot, Kind, Option, Poll
from bot.polls.presets import CONSENTS
from bot.polls.written_answers import WrittenAnswer
from bot.storage import database
from bot.storage.writer import Writer
from bot.timetable import Clock

ONE, SEVERAL, ANONYMOUS, CONSENT, OPEN = 1, 2, 3, 4, 5  # polls
LABELS = ("Tuesday", "Thursday", "Neither")
READY = {CONSENT: CONSENTS, OPEN: (WRITTEN,)}
WORDS = texts.read(wiring.CONTENT)

accounts = st.sampled_from([*FOUR, NEWCOMER, VISITOR])
polls = st.sampled_from([ONE, SEVERAL, ANONYMOUS])
options = st.sampled_from(range(len(LABELS)))
delays = st.sampled_from([False, False, False, True])
answers = st.sampled_from(
    [(poll, option) for poll in (ONE, SEVERAL, ANONYMOUS) for option in range(len(LABELS))]
    + [(poll, option) for poll, names in READY.items() for option in range(len(names))]
)
with_words = st.sampled_from([(CONSENT, CONSENTS.index(CONCERN)), (CONSENT, CONSENTS.index(BLOCK)), (OPEN, 0)])


@cache
def district() -> roster.Roster:
    """In which the four are teachers: of a board nobody but its liaison is asked."""
    files = roster.read(PRETEND)
    teachers = (one.model_copy(update={"group": "cvea"}) if one.key in FOUR.values() else one for one in files.members)
    return files.model_copy(update={"members": tuple(teachers)})


@cache
def furnished() -> Path:
    """A database with the polls, to be copied."""
    path = Path(tempfile.mkdtemp(prefix="linking-")) / "furnished.db"
    engine = database.connect(f"sqlite:///{path}")
    database.migrate(engine)
    with Session(engine) as session:
        districts.load(session, district())
        for workspace in (f"slack:{TEAM}", f"discord:{GUILD}"):
            connections.join(session, workspace)
        for number in (ONE, SEVERAL, ANONYMOUS, CONSENT, OPEN):
            session.add(_poll(session, number))
        session.flush()
        secrecy.begin(session, ANONYMOUS)
        session.commit()
    engine.dispose()
    return path


def _poll(session: Session, number: int) -> Poll:
    now, ready = datetime.now(UTC), READY.get(number)
    options = [(name, None) for name in LABELS] if ready is None else [("", name) for name in ready]
    return Poll(
        id=number,
        seat=session.scalars(select(people.Seat).where(people.Seat.key == "rep-lincoln")).one(),
        question="When?",
        kind={CONSENT: Kind.CONSENT, OPEN: Kind.OPEN}.get(number, Kind.CHOICE),
        several=number == SEVERAL,
        anonymous=number == ANONYMOUS,
        opened_at=now,
        closes_at=now + timedelta(days=1),
        options=[
            Option(id=10 * number + place, position=place, label=label, ready=ready)
            for place, (label, ready) in enumerate(options)
        ],
        places=[session.scalars(select(Place).where(Place.name == "partnership-commons")).one()],
    )


class Linking(RuleBasedStateMachine):
    """What the bot does beside what it should do. Acts wait, and arrive in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="linking-")
        self.engine = database.connect(f"sqlite:///{shutil.copy(furnished(), self.folder)}")
        self.writer = Writer(self.engine, outbox.note_changes)
        self.frame = Frame(self.writer, WORDS, Clock(), routes.HOUSE)
        self.loop = asyncio.new_event_loop()
        self.numbers = itertools.count()
        self.waiting: list[tuple[Act, Callable[[], None]]] = []
        self.arrived: list[Act] = []
        self.moved = False  # whether an account changed hands since the roster was loaded
        # What should be so:
        self.owners: dict[Account, str] = dict(FOUR)
        self.links: dict[Account, str | None] = {}  # and whose each was
        self.codes: dict[Account, str] = {}  # the one that is good, by where it was made
        self.answers: dict[tuple[int, str], tuple[int, frozenset[int]]] = {}  # when, and what, by poll and member
        self.words: dict[tuple[int, str], str] = {}  # that belong to these

    def teardown(self) -> None:
        self.writer.close()
        with Session(self.engine) as session:
            members = session.scalars(select(people.Member)).all()
            sealed = {one.key: frozenset(secrecy.chosen(session, ANONYMOUS, one.id)) for one in members}
        self.engine.dispose()
        self.loop.close()
        shutil.rmtree(self.folder)
        anonymous = {who: chosen for (poll, who), (_, chosen) in self.answers.items() if poll == ANONYMOUS}
        found = {who: frozenset(option % 10 for option in chosen) for who, chosen in sealed.items() if chosen}
        assert found == anonymous

    # What people do --------------------------------------------------------------------------------------------

    @rule(who=accounts, poll=polls, option=options, late=delays)
    def answers_a_poll(self, who: Account, poll: int, option: int, late: bool) -> None:
        act = self.press(who, "poll.vote", f"{poll}:{10 * poll + option}")
        self.send(act, lambda: self.answer(who, poll, option), late)

    @rule(who=accounts, option=st.sampled_from([0, 1]), late=delays)
    def agrees(self, who: Account, option: int, late: bool) -> None:
        """With nothing to be said about it, and what they said before is gone."""
        self.answers_a_poll(who, CONSENT, option, late)

    @rule(who=accounts, answer=with_words, text=st.sampled_from(["Too soon.", "Later?", "Too dear."]), late=delays)
    def writes(self, who: Account, answer: tuple[int, int], text: str, late: bool) -> None:
        poll, option = answer
        about, fields = f"{poll}:{10 * poll + option}", {"text": (text,)}
        act = Submit(id=self.id(), actor=who, form="poll.words", about=about, fields=fields)
        self.send(act, lambda: self.answer(who, poll, option, text), late)

    @rule(who=accounts, answer=answers, late=delays)
    def takes_an_answer_back(self, who: Account, answer: tuple[int, int], late: bool) -> None:
        poll, option = answer
        act = self.press(who, "poll.take-back", f"{poll}:{10 * poll + option}")
        self.send(act, lambda: self.take_back(who, poll, option), late)

    @rule(maker=accounts, other=accounts, late=delays)
    def says_yes_to_a_code(self, maker: Account, other: Account, late: bool) -> None:
        made = self.handle(Command(id=self.id(), actor=maker, name="link"))
        code = CODE.search(made)
        assert bool(code) == (maker in self.owners and not self.is_linked(maker))
        if code:
            self.codes[maker] = code[0]
            self.send(self.press(other, "link.yes", code[0]), lambda: self.link(maker, other, code[0]), late)

    @precondition(lambda self: self.links)
    @rule(who=accounts, late=delays)
    def unlinks(self, who: Account, late: bool) -> None:
        self.send(self.press(who, "link.undo-now"), lambda: self.unlink(who), late)

    @precondition(lambda self: self.waiting)
    @rule(which=st.integers(min_value=0))
    def it_arrives(self, which: int) -> None:
        self.arrive(*self.waiting.pop(which % len(self.waiting)))

    @precondition(lambda self: self.arrived)
    @rule(which=st.integers(min_value=0))
    def it_arrives_again(self, which: int) -> None:
        act = self.arrived[which % len(self.arrived)]
        assert self.loop.run_until_complete(self.frame.handle(act)) is None
        self.compare()

    @precondition(lambda self: self.moved)  # loading it takes as long as a hundred acts
    @rule()
    def the_roster_is_loaded_again(self) -> None:
        self.moved = False
        with Session(self.engine) as session:
            districts.load(session, district())
            session.commit()
        self.compare()

    # What should come of it ------------------------------------------------------------------------------------

    def answer(self, who: Account, poll: int, option: int, text: str = "") -> None:
        if member := self.owners.get(who):
            before = self.answers.get((poll, member), (0, frozenset()))[1] if poll == SEVERAL else frozenset()
            self.answers[poll, member] = next(self.numbers), before | {option}
            self.words[poll, member] = text

    def take_back(self, who: Account, poll: int, option: int) -> None:
        key = poll, self.owners.get(who, "")
        if key in self.answers:
            left = frozenset() if poll == ANONYMOUS else self.answers[key][1] - {option}
            self.answers[key] = next(self.numbers), left
            if not left:
                del self.answers[key], self.words[key]

    def link(self, maker: Account, other: Account, code: str) -> None:
        one, two = self.owners.get(maker), self.owners.get(other)
        if one is None or self.codes.get(maker) != code or maker.platform == other.platform:
            return
        if self.is_linked(maker) or self.is_linked(other):
            return
        del self.codes[maker]
        self.owners[other], self.links[other], self.moved = one, two, True
        for poll in (ONE, SEVERAL, ANONYMOUS, CONSENT, OPEN):
            keys = [(poll, member) for member in (one, two) if member and (poll, member) in self.answers]
            if theirs := [(self.answers.pop(key), self.words.pop(key)) for key in keys]:
                self.answers[poll, one], self.words[poll, one] = max(theirs)

    def unlink(self, who: Account) -> None:
        member = self.owners.get(who)
        for account in [one for one in self.links if member and self.owners[one] == member]:
            was, self.moved = self.links.pop(account), True
            if was:
                self.owners[account] = was
            else:
                del self.owners[account]

    def is_linked(self, who: Account) -> bool:
        return list(self.owners.values()).count(self.owners.get(who, "")) > 1

    def compare(self) -> None:
        with Session(self.engine) as session:
            session.execute(delete(tickets.Misses))  # everybody may try as often as they like
            session.commit()
            keys = {member.id: member.key for member in session.scalars(select(people.Member))}
            whose = {row.address: keys[row.member_id] for row in session.scalars(select(people.Account))}
            given: dict[tuple[int, str], set[int]] = {}
            for ballot in session.scalars(select(Ballot)):
                given.setdefault((ballot.poll_id, keys[ballot.member_id]), set()).add(ballot.option_id % 10)
            written = {(row.poll_id, keys[row.member_id]): row.text for row in session.scalars(select(WrittenAnswer))}
            took_part = {keys[row.member_id] for row in session.scalars(select(secrecy.Participation))}
            linked = {link.address for link in session.scalars(select(links.Link))}
        assert {who: whose.get(str(who)) for who in (*FOUR, NEWCOMER, VISITOR)} == {
            who: self.owners.get(who) for who in (*FOUR, NEWCOMER, VISITOR)
        }
        assert linked == {str(who) for who in self.links}
        assert given == {key: set(chosen) for key, (_, chosen) in self.answers.items() if key[0] != ANONYMOUS}
        assert written == {key: text for key, text in self.words.items() if text}
        assert took_part == {member for poll, member in self.answers if poll == ANONYMOUS}

    # How -------------------------------------------------------------------------------------------------------

    def press(self, who: Account, do: str, about: str = "") -> Press:
        return Press(id=self.id(), actor=who, do=do, about=about)

    def id(self) -> str:
        return f"act-{next(self.numbers)}"

    def send(self, act: Act, expected: Callable[[], None], late: bool) -> None:
        if late:
            self.waiting.append((act, expected))
        else:
            self.arrive(act, expected)

    def arrive(self, act: Act, expected: Callable[[], None]) -> None:
        self.handle(act)
        self.arrived.append(act)
        expected()
        self.compare()

    def handle(self, act: Act) -> str:
        return said(self.loop.run_until_complete(self.frame.handle(act))).text()


TestLinking = Linking.TestCase
TestLinking.settings = settings(max_examples=20, stateful_step_count=50)
