"""What the home card says of concerns and goals, and the list of goals."""

from __future__ import annotations

from functools import partial

from sqlalchemy import ColumnElement, Select, select

from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text, in_a_line
from bot.feature import Section, Urgency, Waiting
from bot.goals import calling, cards, path, reading, rules, telling
from bot.goals.model import Goal, Position, Status, count
from bot.goals.reading import Page
from bot.goals.team.model import OpenSeat, State
from bot.payloads import Shown
from bot.people import audiences
from bot.people import model as people
from bot.people.model import Seat
from bot.request import Request
from bot.texts import Words

PAGE = 5  # goals on one
UNDER_WAY = (Status.PROPOSED, Status.AGREED)


def offer(request: Request) -> list[Button]:
    return [Button(request.words("concern-start"), "concern.start")]


def _to_ask(request: Request) -> list[Waiting]:
    """One line, one button."""
    session, theirs = request.session, rules.callers(request.session, request.member)
    quiet = [seat for seat in theirs if calling.opened(session, seat) is None and not _under_way(request, seat)]
    return [Waiting(partial(_ask, seat, request), Urgency.KEEP, offers=path.ask(seat, request)) for seat in quiet]


def _under_way(request: Request, seat: Seat) -> bool:
    """It has something else to do first."""
    goals = select(Goal.id).where(Goal.seat_id == seat.id, Goal.status == Status.PROPOSED).limit(1)
    return reading.unread(request.session, seat) > 0 or request.session.scalar(goals) is not None


def _ask(seat: Seat, request: Request) -> list[Part]:
    return [
        Text(request.words("concern-call-line", kind=seat.group.kind.value)),
        Buttons((path.ask(seat, request),)),
    ]


def _to_read(request: Request) -> list[Waiting]:
    """Concerns of which a seat of theirs has not read some."""
    found = [reading.unread(request.session, seat) for seat in _readers(request)]
    words = request.words
    return [
        Waiting(partial(reading.news, new, words), Urgency.DO, offers=reading.button(new, words))
        for new in found
        if new
    ]


def _readers(request: Request) -> list[Seat]:
    session = request.session
    return [seat for seat in people.seats_of(session, request.member) if seat in rules.readers_of(session, seat)]


def _asked(request: Request) -> list[Waiting]:
    """Goals that wait for a seat of theirs."""
    mine = Position.seat_id.in_([seat.id for seat in people.seats_of(request.session, request.member)])
    waits = select(Goal).join(Position).where(mine, Position.answer.is_(None), Position.place_id.is_(None))
    waits = waits.where(Goal.status == Status.PROPOSED)
    found = request.session.scalars(waits.order_by(Goal.due_at, Goal.id)).unique().all()
    return [
        Waiting(partial(_to_answer, goal, request.words), Urgency.DO, goal.due_at, offers=path.answer(goal, request))
        for goal in found
    ]


def _mine(request: Request) -> list[Waiting]:
    """Goals of their seats: those that they proposed or lead, that their group decides, and that were agreed. And those
    on whose team they are."""
    seats = [seat.id for seat in people.seats_of(request.session, request.member)]
    said = Position.answer.is_not(None) | Position.place_id.is_not(None)
    theirs = select(Position.goal_id).where(Position.seat_id.in_(seats), said)
    team = Goal.id.in_(theirs) | _worked_on(request) | Goal.seat_id.in_(seats) | Goal.co_seat_id.in_(seats)
    there = select(Goal).where(team, Goal.status.in_(UNDER_WAY)).order_by(Goal.id)
    found = request.session.scalars(there).unique().all()
    return [_of_team(request, goal) for goal in found]


def _worked_on(request: Request) -> ColumnElement[bool]:
    """And may read."""
    fills = (OpenSeat.member_id == request.member.id, OpenSeat.state == State.FILLED)
    readable = audiences.read_by(request.session, request.member, Goal.__table__.c.audience)
    return Goal.id.in_(select(OpenSeat.goal_id).where(*fills)) & readable


def _of_team(request: Request, goal: Goal) -> Waiting:
    words = request.words
    if goal.is_proposed_by(request.member) and telling.waits(request.session, goal):
        return Waiting(partial(_to_tell, goal, request), Urgency.DO, offers=path.tell(goal, request))
    urgency = Urgency.KEEP if goal.status is Status.AGREED else Urgency.WATCH
    return Waiting(partial(_listed, goal, words), urgency, goal.due_at, offers=path.answer(goal, request))


def _to_tell(goal: Goal, request: Request) -> list[Part]:
    words = request.words
    see = Button(words("goal-see"), "goal.show", str(Shown(goal.id, words.language)))
    said = Text(words("goal-home-to-tell", goal=in_a_line(goal.change)))
    return [said, Buttons((path.tell(goal, request), see))]


def _to_answer(goal: Goal, words: Words) -> list[Part]:
    said = words("goal-home-asked", goal=in_a_line(goal.change))
    return [Text(said), cards.see(words("goal-home-read"), goal, words)]


def _listed(goal: Goal, words: Words) -> list[Part]:
    begin = in_a_line(goal.change)
    agreed = goal.status is Status.AGREED
    said = words("goal-home-agreed", goal=begin) if agreed else words("goal-home-proposed", goal=begin)
    return [Text(said), cards.see(words("goal-see"), goal, words)]


SECTIONS = {
    "concern.new": Section("concern-home-new", _to_read),
    "goal.asked": Section("goal-home-waiting", _asked, seated=True),
    "goal.mine": Section("goal-home-mine", _mine),
    "concern.call": Section("concern-home-ask", _to_ask),
}

# The list --------------------------------------------------------------------------------------------------------


def goals(request: Request, _subject: object) -> Answer:
    """Those that wait for their answer first; then those that were agreed, and that they may read; what has ended comes
    last."""
    session, words = request.session, request.words
    wanted = request.payload(Page).page if request.about else 1
    theirs = _readable(request)
    found = count(session, theirs)
    page = max(1, min(wanted, -(-found // PAGE)))
    here = session.scalars(theirs.offset((page - 1) * PAGE).limit(PAGE)).unique().all()
    waiting = _asked(request)[:PAGE] if page == 1 else []
    parts: list[Part] = [Heading(words("goal-list")), *(part for one in waiting for part in one.draw())]
    for goal in here:
        if goal.is_for(request.member):
            where = (goal.building or goal.seat.group).name
            name = "ending-listed" if goal.status is Status.ENDED else "goal-listed"
            parts += [Text(words(name, goal=in_a_line(goal.change, 200), where=where))]
            parts.append(cards.see(words("goal-see"), goal, words, ""))
    turns = [Button(words("home-previous"), "goal.list", str(Page(page - 1)))] if page > 1 else []
    if page * PAGE < found:
        turns.append(Button(words("home-next"), "goal.list", str(Page(page + 1))))
    if not here and not waiting:
        parts += [Text(words("goal-none")), Buttons((Button(words("concern-start"), "concern.start", tone="main"),))]
    if rules.leaders(session, request.member):
        turns.append(Button(words("rule-title"), "goal.rule"))
    turns.append(Button(words("board-read"), "board.read"))
    return Private(Message((*parts, Buttons(tuple(turns)), Note(words("goal-list-foot")))))


def _readable(request: Request) -> Select[Goal]:
    may = audiences.read_by(request.session, request.member, Goal.__table__.c.audience)
    there = Goal.status.in_((Status.AGREED, Status.ENDED))
    return select(Goal).where(may, there).order_by(Goal.status != Status.AGREED, Goal.id.desc())
