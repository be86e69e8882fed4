"""A house in which something of each feature is under way. A new feature adds a line to `furnish`."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from sqlalchemy import select, text
from sqlalchemy.orm import Session
from support import databases, held_back
from support.cores import Core
from support.corner import Corner, corner
from support.linked import ANJALI, NEWCOMER, Desk

from bot import nudges
from bot.boundary import Account, Address, Attachment, ChoiceField, Form, Said
from bot.bridge.model import RelayedMessage, Talk, Thread
from bot.broadcasts.interventions import BroadcastIntervention, Deed
from bot.broadcasts.model import Broadcast, BroadcastCorrection, BroadcastFile, BroadcastReply
from bot.drafts import Draft
from bot.goals.canvas.model import Canvas
from bot.goals.model import Goal, Position, Status
from bot.goals.rounds.model import Theme
from bot.listening.model import Rating
from bot.meetings import schedule
from bot.meetings.model import Series
from bot.nudges import Nudge
from bot.people import model as people
from bot.people.audiences import of_seats
from bot.people.belongings import Belonging
from bot.people.links import Parting
from bot.polls.model import UNDO
from bot.ratings import Rate
from bot.storage import context
from bot.uploads import Stage, Upload

MARIA, CURTIS = Account("slack", "T01CEDAR", "U01RIVERA"), Account("slack", "T01CEDAR", "U01WENDELL")
STAFF = Address("slack", "T01CEDAR", "C01LINCOLNSTAFF")
POLLS = 3  # with three answers each
FILE = Attachment("a.pdf", 9, "F")
HELD = "select id from deliveries where state = 'HELD'"


async def furnish(bot: Core) -> None:
    """Polls and meetings of the rep; a question, a concern and a quiet goal of another building, and an account that
    waits to be joined to the rep's there, which are none of their business."""
    for _ in range(POLLS):
        await bot.asks(MARIA, STAFF)
    aisha = corner(bot, "Aisha Farouk")
    await aisha.types("ask")
    await aisha.clicks("Reading and literacy")
    await aisha.fills_in(question="Can we keep the phonics kits over summer?")
    await aisha.clicks("Send it")
    aisha.sees("Sent.")
    await Desk(bot).links(CURTIS, NEWCOMER)
    await bot.writer.do(_parts)
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
    await bot.writer.do(partial(held_back.furnish, now=bot.clock.now()))
    bot.clock.move_to(bot.clock.now() + UNDO)  # or the polls would soon all be taken back


def _parts(session: Session) -> None:
    """Somebody who was one with somebody else, and had drafted something before."""
    named = select(people.Member).where(people.Member.key.in_(("roy-thibodeaux", "anjali-deshpande")))
    was, is_now = session.scalars(named.order_by(people.Member.district_id, people.Member.key).limit(2)).all()
    session.add(Belonging(what=str(Draft.__table__.c.member_id), row="[9999]", member_id=was.id))
    session.add(Parting(address=str(ANJALI), member_id=is_now.id, was_id=was.id))


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
    await corner(bot, "Priya Natarajan").types("know", "stammering")
    await dana.presses("theme.title", "1:new")
    await dana.fills_in(title_en="Books", title_es="Libros")
    await dana.presses("round.open")
    await dana.presses("round.ready")
    await dana.clicks("Show it")
    dana.sees("its list is there")


def _a_canvas(session: Session) -> None:
    """Of that round's title: two lead it, and the board is to say what it brings."""
    theirs = select(people.Seat).where(people.Seat.district_id == session.get_one(Goal, 1).district_id)
    seats = {one.key: one for one in session.scalars(theirs).unique()}
    dana, samuel, board = (seats[key] for key in ("association-president", "superintendent", "board-liaison"))
    theme, now = session.get_one(Theme, 1), session.get_one(Goal, 1).proposed_at
    goal = Goal(district=dana.district, seat=dana, co_seat=samuel, line="Books", heard=5, status=Status.DRAFT)
    goal.students = goal.change = goal.measure = ""
    goal.audience, goal.proposed_at, goal.due_at = of_seats((dana, samuel, board)), now, now
    goal.positions = [Position(seat=one) for one in (dana, samuel, board)]
    lines = {"baseline": "", "source": "", "taken_on": "", "target": "", "step": ""}
    session.add(Canvas(goal=goal, theme=theme, saved={}, by={}, heard_at=now, **lines))


async def _a_file(bot: Core, samuel: Corner) -> None:
    """On the data shelf, and another that is to be looked over."""
    await samuel.presses("data.answer", "1")
    await samuel.fills_in(answer="Sixty.", source="A count", day="Today")
    for number in (1, 2):
        await samuel.presses("data.file-add", "1")
        sent = Said(id=f"file {number}", actor=samuel.account, place=samuel.place, text="", files=(FILE,))
        await bot.frame.handle(sent)
    await bot.writer.do(_fetched)


def _fetched(session: Session) -> None:
    one, other = session.scalars(select(Upload).where(Upload.kind == "data").order_by(Upload.id))
    one.stage, other.stage, one.content = Stage.SHARED, Stage.HERE, b"%PDF-"


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
    "update committees set home_id = (select id from places where name = 'town-square' and "
    "places.district_id = committees.district_id) where key = 'schedule'"
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
    """Something that the rep tells her building, to which somebody replied, and something that she is writing; a file
    goes with each."""
    for number in range(2):
        await maria.types("tell", "The copier is back.")
        await maria.clicks("Add a file")
        sent = Attachment(f"{number}.pdf", 9, "F")
        said = Said(id=f"to tell {number}", actor=maria.account, place=maria.place, text="", files=(sent,))
        await maria.bot.frame.handle(said)
    await maria.bot.writer.do(_has_it)
    await maria.types("tell", "The copier is back.")
    await maria.clicks("Send it")
    maria.sees("It goes out")
    await maria.bot.writer.do(_replied)


def _has_it(session: Session) -> None:
    for one in session.scalars(select(Upload).where(Upload.kind == "broadcast")):
        one.stage, one.content = Stage.HERE, b"%PDF-"


def _replied(session: Session) -> None:
    row = session.get_one(Broadcast, 1)
    talk = Talk(district_id=row.seat.district_id, card="broadcast", subject=row.id)
    thread = Thread(talk=talk, place=row.places[0], under=f"{row.places[0].address}/1")
    said = RelayedMessage(thread=thread, message="2", member_id=row.sender_id, words="")
    row.replies = True
    row.files = [BroadcastFile(upload=session.scalars(select(Upload).where(Upload.kind == "broadcast")).first())]
    row.corrections = [BroadcastCorrection(language="en", title="", text="It is not.", member_id=row.sender_id)]
    done = BroadcastIntervention(broadcast=row, group_id=row.seat.group_id, deed=Deed.PAUSED, at=row.at)
    session.add_all((talk, thread, said, done, BroadcastReply(broadcast=row, carried=said)))


async def _a_listening_session(bot: Core) -> None:
    """Of the board, in which somebody else of the rep's group has spoken."""
    patricia, aisha = corner(bot, "Patricia Nowak"), corner(bot, "Aisha Farouk")
    await patricia.presses("listening.start")
    form = patricia.answer
    assert isinstance(form, Form)
    place = next(one for one in form.fields if one.name == "places")
    assert isinstance(place, ChoiceField)
    there = next(choice.value for choice in place.choices if choice.label == "#association-caucus (Slack)")
    asked = {
        "question_en": ("Buses?",),
        "question_es": ("¿Camiones?",),
        "places": (there,),
        "until": ("5",),
        "rates": ("yes",),
    }
    await patricia.sends(form.name, form.about, asked | {"until": ("5",), "rates": ("yes",)})
    await patricia.clicks("Ask them")
    await corner(bot, "Dana Lee").presses("listening.decide", "1:yes")
    await aisha.presses("listening.say", "1")
    await aisha.fills_in(text="They leave too early.")
    await aisha.clicks("Send it")
    aisha.sees("Sent.")
    dana = corner(bot, "Dana Lee")
    await dana.presses("listening.sort", "1")
    await dana.fills_in(title_en="Times", title_es="Horarios")
    await bot.writer.do(_rated)


def _rated(session: Session) -> None:
    """What somebody says of that title."""
    named = select(people.Member).where(people.Member.name == "Aisha Farouk").order_by(people.Member.id)
    aisha = session.scalars(named.limit(1)).one()
    session.add(Rating(theme_id=1, member_id=aisha.id, rate=Rate.NOW))
