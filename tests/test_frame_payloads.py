"""Acts that nobody meant, at every route that there is: whatever comes in, the bot answers in plain words and changes
nothing that it should not.

A new feature's routes are among them by themselves. A line of `furnish` gives them something to be about.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.database import InMemoryExampleDatabase
from sqlalchemy import Connection, Engine, Row, create_engine, event, select, text
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core
from support.corner import Corner, corner
from support.linked import NEWCOMER, Desk

from bot import may, nudges, routes, texts
from bot.boundary import (
    Account,
    Act,
    Address,
    Answer,
    Attachment,
    ChoiceField,
    Command,
    Form,
    FormErrors,
    Opened,
    Press,
    Private,
    Said,
    Shortcut,
    Submit,
)
from bot.bridge.model import RelayedMessage, Talk, Thread
from bot.broadcasts.model import Broadcast, BroadcastReply
from bot.goals.canvas.model import Canvas
from bot.goals.model import Goal, Position, Status
from bot.goals.rounds.model import Theme
from bot.goals.shelf.model import DataFile, Stage
from bot.meetings import schedule
from bot.meetings.model import Series
from bot.nudges import Nudge
from bot.people import model as people
from bot.people.audiences import of_seats
from bot.polls.model import UNDO
from bot.storage import context
from bot.storage.tables import Table
from wiring import CONTENT

GUILD = "1268401200690098927"
PEOPLE = (
    Account("slack", "T01CEDAR", "U01RIVERA"),  # a building rep
    Account("slack", "T01CEDAR", "U01LINDQVIST"),  # no seat
    Account("discord", GUILD, "1138732774015241103"),  # a PTA liaison, in Spanish
    Account("discord", "", "1138732774015241103"),  # the same in a DM
    Account("slack", "T09OTHER", "U01RIVERA"),  # nobody here
    Account("discord", "", "7"),
)
CURTIS = Account("slack", "T01CEDAR", "U01WENDELL")
PLACES = (Address("slack", "T01CEDAR", "C01LINCOLNSTAFF"), Address("discord", GUILD, "1208438037586371632"), None)
POLLS = 3  # with three answers each
# What hurts programs: nothing, much, whatever turns, breaks, pings, is no character or looks like a number.
HURTS = ("", "\0", "\ud83d", "\u202e", "😀" * 40_000, "<!channel>", "1" * 400, "-1", "٣", "1:1", "1:99", "2:1", "1:es")
WORDS = st.one_of(st.text(st.characters(), max_size=60), st.sampled_from(HURTS), st.integers().map(str))
POLL, OPTION = st.integers(1, POLLS).map(str), st.integers(1, POLLS * 3).map(str)
ABOUT = st.one_of(POLL, WORDS, st.tuples(POLL, OPTION).map(":".join))
# Of routes that need more than a number.
TYPICAL = {
    "meeting.outcome": "2:i1",
    "meeting.reply": "3:yes",
    "meeting.swap": "3:leads",
    "minutes.correct": "2:i1",
    **dict.fromkeys(("meeting.resume", "meeting.rest"), "2"),
    **dict.fromkeys(("meeting.event-again", "meeting.hold-agenda", "meeting.send-agenda"), "3"),
}
FIELDS = st.dictionaries(
    st.one_of(st.sampled_from(("question", "options", "several", "closes", "places")), WORDS),
    st.lists(WORDS, max_size=4).map(tuple),
    max_size=6,
)
ROUTES = [
    *((Command, name) for name in (*routes.HOUSE.commands, *routes.HOUSE.subcommands)),
    *((Shortcut, name) for name in routes.HOUSE.shortcuts),
    *((Press, name) for name in routes.HOUSE.presses),
    *((Submit, name) for name in routes.HOUSE.forms),
]
FILE = Attachment("a.pdf", 9, "F")
_ids = count()


@st.composite
def acts(draw: st.DrawFn, kind: type[Act], names: st.SearchStrategy[str]) -> Act:
    name = draw(names)
    about = st.one_of(st.just(TYPICAL[name]), ABOUT) if name in TYPICAL else ABOUT
    who = {
        "id": f"test:{next(_ids)}",
        "actor": draw(st.sampled_from(PEOPLE)),
        "place": draw(st.sampled_from(PLACES)),
        "language": draw(st.sampled_from(("", "en", "es", "fr", "\ud83d"))),
    }
    match kind:
        case kind if kind in (Command, Shortcut):
            return kind(**who, name=name, text=draw(WORDS))
        case kind if kind is Press:
            return Press(**who, do=name, about=draw(about))
        case kind if kind is Submit:
            return Submit(**who, form=name, about=draw(about), fields=draw(FIELDS))
        case kind if kind is Said:
            return Said(**who, text=draw(WORDS))
        case _:
            return Opened(**who)


async def furnish(bot: Core) -> None:
    """Polls and meetings of the rep; a question, a concern and a quiet goal of another building, and an account that
    waits to be joined to the rep's there, which are none of their business."""
    for _ in range(POLLS):
        await bot.asks(PEOPLE[0], PLACES[0])
    aisha = corner(bot, "Aisha Farouk")
    await aisha.types("ask")
    await aisha.clicks("Reading and literacy")
    await aisha.fills_in(question="Can we keep the phonics kits over summer?")
    await aisha.clicks("Send it")
    aisha.sees("Sent.")
    await Desk(bot).links(CURTIS, NEWCOMER)
    await _a_goal(bot)
    await bot.writer.do(_goes_quiet)
    await _a_team(bot)
    await bot.writer.do(_a_canvas)
    await _told(corner(bot, "Maria Rivera"))
    await _a_listening_session(bot)
    maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
    await maria.presses("meeting.start")
    await maria.fills_in()
    await maria.clicks("Send")
    await rosa.presses("meeting.pick", "1:2")
    await _a_body(bot, corner(bot, "Joel Hartmann"))
    await _a_few(maria)
    dana = corner(bot, "Dana Lee")
    await bot.frame.handle(
        Said(id="file", actor=dana.account, place=dana.place, text="", files=(Attachment("a.ics", 9, "F"),))
    )
    dana.place = Address("slack", "T01CEDAR", "C01COMMONS")
    await dana.types("join")
    await dana.clicks("#town-square (Discord)")
    await dana.clicks("Ask everybody")
    bot.clock.move_to(bot.clock.now() + UNDO)  # or the polls would soon all be taken back


async def _a_goal(bot: Core) -> None:
    """Of another building, too."""
    aisha, curtis = corner(bot, "Aisha Farouk"), corner(bot, "Curtis Wendell")
    await curtis.presses("concern.call")
    await curtis.clicks("Post it")
    await aisha.types("concern", "Too few books.")
    await aisha.clicks("Write it")
    await aisha.fills_in()
    await aisha.clicks("Send it")
    await curtis.presses("goal.start", "1")
    await curtis.fills_in(students="All", change="More books", measure="Books")
    await curtis.clicks("Send it")
    curtis.sees("Sent.")
    for name in ("Walter Grimsby", "Luz Paredes"):
        await corner(bot, name).presses("goal.answer", "1:1:agree")
    await curtis.presses("cycle.plan", "1")
    await curtis.fills_in(**{"try": "Read on Tuesdays"})
    await curtis.clicks("Add a step")
    await curtis.fills_in(what="Ask for books", who="Luz Paredes (the PTA liaison, Riverbend Elementary)")
    await curtis.presses("action.stuck", "1")
    await curtis.clicks("Ask Walter Grimsby")
    await curtis.clicks("Send it")
    curtis.sees("Sent. Walter Grimsby")
    await curtis.presses("commitment.ask", "1")
    await curtis.fills_in(what="An hour on Tuesdays", who="Walter Grimsby (Riverbend Elementary's principal)")
    curtis.sees("Asked.")
    await _counted(curtis)


def _goes_quiet(session: Session) -> None:
    """The goal, and its seat was nudged."""
    goal = session.get_one(Goal, 1)
    nudges.watch(session, "goal", goal.id, goal.seat, goal.proposed_at)
    nudge = session.get_one(Nudge, 1)
    nudge.told_at, nudge.ignored, nudge.waits = goal.proposed_at, 1, True


async def _counted(curtis: Corner) -> None:
    """A number of that goal, which ended and goes on."""
    await curtis.presses("goal.target", "1")
    await curtis.fills_in(unit="books", target="60")
    await curtis.clicks("Add a number")
    await curtis.fills_in(value="12")
    await curtis.presses("goal.end", "1")
    await curtis.fills_in(outcome="Partly reached", learned="Ask early.")
    await curtis.clicks("End it and tell them")
    await curtis.presses("goal.reopen-now", "1")
    curtis.sees("Our shared goal")


async def _a_team(bot: Core) -> None:
    """Of that goal: a place on it, data, an offer, what somebody knows, and a round in which titles are shown."""
    curtis, dana, hannah = (corner(bot, name) for name in ("Curtis Wendell", "Dana Lee", "Hannah Whitaker"))
    await curtis.presses("team.ask", "1")
    await curtis.fills_in(group="Cedar Valley Education Association", hours="An hour")
    await curtis.types("request", "data How many?")
    await curtis.fills_in()
    curtis.sees("Asked.")
    await _a_file(bot, corner(bot, "Samuel Okafor"))
    await hannah.types("offer", "A room")
    await hannah.fills_in(kind="A room")
    await corner(bot, "Priya Natarajan").types("know", "dyslexia")
    await dana.presses("theme.title", "1:new")
    await dana.fills_in(title_en="Books", title_es="Libros")
    await dana.presses("round.open")
    await dana.presses("round.ready")
    await dana.clicks("Show it")
    dana.sees("its list is there")


def _a_canvas(session: Session) -> None:
    """Of that round's title: two lead it, and the board is to say what it brings."""
    seats = {one.key: one for one in session.scalars(select(people.Seat)).unique()}
    dana, samuel, board = (seats[key] for key in ("association-president", "superintendent", "board-liaison"))
    theme, now = session.get_one(Theme, 1), session.get_one(Goal, 1).proposed_at
    goal = Goal(district=dana.district, seat=dana, co_seat=samuel, line="Books", heard=5, status=Status.DRAFT)
    goal.students = goal.change = goal.measure = ""
    goal.audience, goal.proposed_at, goal.due_at = of_seats((dana, samuel, board)), now, now
    goal.positions = [Position(seat=one) for one in (dana, samuel, board)]
    session.add(
        Canvas(goal=goal, theme=theme, saved={}, by={}, baseline="", source="", taken_on="", target="", step="")
    )


async def _a_file(bot: Core, samuel: Corner) -> None:
    """On the data shelf, and another that is to be looked over."""
    await samuel.presses("data.answer", "1")
    await samuel.fills_in(answer="Sixty.", source="A count", day="Today")
    for _ in range(2):
        await samuel.presses("data.file-add", "1")
        sent = Said(id=f"test:{next(_ids)}", actor=samuel.account, place=samuel.place, text="", files=(FILE,))
        await bot.frame.handle(sent)
    await bot.writer.do(_fetched)


def _fetched(session: Session) -> None:
    one, other = session.scalars(select(DataFile).order_by(DataFile.id))
    one.stage, other.stage, one.content = Stage.ON_SHELF, Stage.LOOKED_OVER, b"%PDF-"


async def _a_body(bot: Core, joel: Corner) -> None:
    """A committee that the rep chairs, too, on an open stage: the minutes of its last meeting are out, and the next one
    is one that Discord does not let the bot show."""
    databases.change(bot.settings.database_url, AT_HOME_IN_PUBLIC)
    await joel.presses("meeting.set-up")
    await joel.fills_in(often="Every week on that weekday")
    await joel.clicks("Save it")
    await joel.clicks("Add a topic")
    await joel.fills_in(text="Bus times")
    joel.sees("It's on the list")
    await bot.writer.do(partial(_is_over, now=bot.clock.now()))
    await joel.clicks("Add a topic")
    await joel.fills_in(text="Lockers")


AT_HOME_IN_PUBLIC = (
    "update committees set home_id = (select id from places where name = 'town-square') where key = 'schedule'"
)


def _is_over(session: Session, now: datetime) -> None:
    for statement in (
        "insert into meeting_seats (series_id, seat_id, chair) select 2, id, true from seats where key = 'rep-lincoln'",
        "update meetings set phase = 'over', minutes = 'out' where id = 2",
        "update meeting_items set meeting_id = 2, outcome = 'decided' where id = 1",
    ):
        session.execute(text(statement))
    session.expire_all()
    context.of(session).now = now
    schedule.plan(session, session.get_one(Series, 2), now)
    session.flush()
    refused = "update deliveries set state = 'FAILED', reason = '50013' where card = 'meeting.event'"
    session.execute(text(refused))


async def _a_few(maria: Corner) -> None:
    """Somebody whom the rep asks to meet."""
    await maria.presses("meeting.set-up")
    await maria.fills_in(committee="People I pick")
    await maria.clicks("Ask somebody")
    await maria.fills_in(who="Elena Ortiz")
    await maria.clicks("Save it")
    maria.sees("Saved.")


async def _told(maria: Corner) -> None:
    """Something that the rep tells her building, to which somebody replied, and something that she is writing."""
    for _ in range(2):
        await maria.types("tell", "The copier is back.")
    await maria.clicks("Send it")
    maria.sees("It goes out")
    await maria.bot.writer.do(_replied)


def _replied(session: Session) -> None:
    row = session.get_one(Broadcast, 1)
    talk = Talk(district_id=row.seat.district_id, card="broadcast", subject=row.id)
    thread = Thread(talk=talk, place=row.places[0], under=f"{row.places[0].address}/1")
    said = RelayedMessage(thread=thread, message="2", member_id=row.sender_id, words="")
    row.replies = True
    session.add_all((talk, thread, said, BroadcastReply(broadcast=row, carried=said)))


async def _a_listening_session(bot: Core) -> None:
    """Of the board, in which somebody else of the rep's group has spoken."""
    patricia, aisha = corner(bot, "Patricia Nowak"), corner(bot, "Aisha Farouk")
    await patricia.presses("listening.start")
    form = patricia.answer
    assert isinstance(form, Form)
    place = next(one for one in form.fields if one.name == "places")
    assert isinstance(place, ChoiceField)
    there = next(choice.value for choice in place.choices if choice.label == "#association-caucus (Slack)")
    asked = {"question_en": ("Buses?",), "question_es": ("¿Camiones?",), "places": (there,), "until": ("5",)}
    await patricia.sends(form.name, form.about, asked)
    await patricia.clicks("Ask them")
    await corner(bot, "Dana Lee").presses("listening.decide", "1:yes")
    await aisha.presses("listening.say", "1")
    await aisha.fills_in(text="They leave too early.")
    await aisha.clicks("Send it")
    aisha.sees("Sent.")


class House:
    """A furnished bot, on an event loop of its own, and what stood in its database when it was looked at last."""

    def __init__(self, bot: Core, runner: asyncio.Runner, connection: Connection) -> None:
        self._bot, self._runner, self._connection = bot, runner, connection
        self._state = {table: self._look(table) for table in TABLES}
        self._written: set[str] = set()

    def note(self, _connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        """Which tables a statement may have changed: looking at all of them each time would take longest."""
        if not statement.startswith("SELECT"):
            self._written |= TABLES & {*NAME.findall(statement)}

    def handle(self, act: Act) -> tuple[Answer, set[str]]:
        """The answer, and the tables that changed."""
        self._written.clear()
        answer = self._runner.run(self._bot.frame.handle(act))
        before = self._state
        self._state = before | {table: self._look(table) for table in self._written}
        return answer, {table for table in self._written if self._state[table] != before[table]}

    def _look(self, table: str) -> Sequence[Row[Any]]:
        keys = ", ".join(column.name for column in Table.metadata.tables[table].primary_key)
        what = "id, member_id, at, became" if table == "drafts" else "*"
        return self._connection.execute(text(f"select {what} from {table} order by {keys}")).all()


@pytest.fixture(scope="module", params=databases.BOTH)
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("payloads")
    with databases.on(request.param), asyncio.Runner() as runner:
        manager = core(folder)
        bot = runner.run(manager.__aenter__())
        runner.run(furnish(bot))
        engine = create_engine(bot.settings.database_url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            house = House(bot, runner, connection)
            event.listen(Engine, "before_cursor_execute", house.note)
            yield house
            event.remove(Engine, "before_cursor_execute", house.note)
        engine.dispose()
        runner.run(manager.__aexit__(None, None, None))


few = partial(
    settings,
    # Each route that a test is given puts one more layer around its settings, and a database of None is looked for
    # through all of them each time, which a thousand routes are too deep for.
    database=InMemoryExampleDatabase(),
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize(("kind", "name"), ROUTES)
@few(max_examples=2)
@given(data=st.data())
def test_whatever_comes_to_a_route(house: House, kind: type[Act], name: str, data: st.DataObject) -> None:
    """The first act is always the plainest: the first of the people, in the first place, about the first thing."""
    check(house, data.draw(acts(kind, st.just(name))))


@pytest.mark.parametrize("kind", [Command, Shortcut, Press, Submit, Said, Opened])
@few(max_examples=20)
@given(data=st.data())
def test_whatever_else_comes(house: House, kind: type[Act], data: st.DataObject) -> None:
    check(house, data.draw(acts(kind, WORDS)))


def check(house: House, act: Act) -> None:
    answer, changed = house.handle(act)
    assert isinstance(answer, Private | Form | FormErrors), answer
    if isinstance(answer, Private | FormErrors):
        assert answer.message.text().strip()
        assert not any(sorry in answer.message.text() for sorry in SORRY)
    if act.actor in PEOPLE[4:]:
        assert not changed
        assert answer == Private(answer.message) if isinstance(answer, Private) else _asks_for_code(act)
    assert changed <= _may_change(act), (act, changed)


SORRY = [words("went-wrong") for words in texts.read(CONTENT).values()]
TABLES = {*Table.metadata.tables} - {"seen_keys", "misses"}  # each act, and each wrong code, is written down
NAME = re.compile(r"\w+")


def _asks_for_code(act: Act) -> bool:
    """All that somebody who is nobody here is shown but words: a form to type a code into."""
    return isinstance(act, Press) and act.do == "link.enter"


# What those who meet may change at once.
MEETINGS = {
    "meeting_series",
    "meetings",
    "meeting_offers",
    "meeting_turns",
    "due",
    "notices",
    "deliveries",
    "destinations",
}
TALKS = {"talks", "threads"}
JOINING = {"meeting_seats", "meeting_invitations"}
# What a route may change of what stands already, for itself or for others.
CHANGES = {
    "concern.call-post": {"concern_calls", "deliveries", "destinations", "due", "notices"},
    "concern.read": {"concern_readings"},
    "goal.start-line": {"drafts"},
    "broadcast.change": {"drafts"},
    "broadcast.withdraw": {"broadcasts", "due"},
    "meeting.again": MEETINGS,
    "meeting.cancel": MEETINGS,
    "meeting.end": MEETINGS,
    "meeting.move": {"drafts"},
    "meeting.neither": {"drafts"},
    "meeting.offer": {"drafts"},
    "meeting.pick": MEETINGS,
    "meeting.put": MEETINGS,
    "meeting.hand-on": {"meeting_turns"},
    "meeting.swap": {"meeting_turns"},
    "meeting.reply": {"meeting_replies", "meeting_turns", "notices", "due"},
    "meeting.nudge": {"meeting_nudges"},
    "meeting.leave": MEETINGS | JOINING,
    "meeting.join": JOINING,
    "meeting.change": {"drafts"},
    "meeting.uncancel": MEETINGS,
    "meeting.resume": MEETINGS,
    "meeting.event-again": {"deliveries"},
    "meeting.hold-agenda": {"meetings"},
    "meeting.send-agenda": MEETINGS | TALKS,
    "joining.agree": {"agreements", "deliveries"},
    "joining.end": {"deliveries", "joinings", "destinations"},
    "know": {"knowledge"},
    "know.add": {"knowledge"},
    "link": {"tickets"},
    "listening.say": {"drafts"},
    "listening.start": {"drafts"},
    "messages.mute": {"wishes"},
    "messages.questions": {"wishes"},
    "messages.where": {"wishes", "due"},
    "messages.wishes": {"wishes"},
    "poll.again": {"deliveries"},
    "poll.by-group": {"polls"},
    "poll.close-now": {"polls", "deliveries", "due"},
    "poll.post": {"polls", "poll_options", "poll_places", "deliveries", "destinations", "due"},
    "poll.take-back": {"ballots", "deliveries"},
    "poll.vote": {"ballots", "deliveries"},
}


def _may_change(act: Act) -> set[str]:
    """What is being written is its writer's: forms and lines may change that, and the buttons that are for its writer
    alone."""
    match act:
        case Press():
            route = routes.HOUSE.presses.get(act.do)
            own = {"drafts"} if route and may.be_its_writer in route.may else set()
            return own | CHANGES.get(act.do, set())
        case Submit():
            return {"drafts"} | CHANGES.get(act.form, set())
        case Command():
            return {"drafts"} | CHANGES.get(act.name, set())
        case _:
            return {"drafts"}
