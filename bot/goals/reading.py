"""What the seats of a group read of its own people's concerns, and what they do about one that they must report."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import forms, notices
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Form,
    Heading,
    Message,
    Note,
    Part,
    Private,
    Quote,
    Text,
    TextField,
)
from bot.goals import authors, rules, writing
from bot.goals.concerns import Concern, Reading, readable, shown_to
from bot.goals.model import LINE_MOST, count
from bot.payloads import Payload
from bot.people import model as people
from bot.people import school_days
from bot.people.audiences import of_seats
from bot.people.cards import seat_title
from bot.people.hours import day_of
from bot.people.model import Seat
from bot.people.seats import SeatChange
from bot.references import Reference, bring
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import insert
from bot.texts import Words

NOTICE, KIND = "concern-new", "concern"
HIDE, WHY = "concern.hide", "why"
NEWS = 10  # school days in which the readers can be told that there is something new
PAGE = 4  # concerns on one


@dataclass(frozen=True)
class Page(Payload):
    page: int = 1


def unread(session: Session, seat: Seat, before: int = 0) -> int:
    """How many concerns for this seat its people were not shown yet; with `before`: besides that one."""
    read = session.scalar(select(Reading.concern).where(Reading.seat_id == seat.id)) or 0
    theirs = [Concern.group_id == seat.group_id, Concern.id > read, Concern.id != before, Concern.is_shown]
    if seat.building_id is not None:
        theirs.append(Concern.building_id == seat.building_id)
    return session.scalar(select(func.count()).select_from(Concern).where(*theirs)) or 0


def waits(session: Session, seat: Seat, before: int) -> bool:
    """Whether the seat's people know already that there is something to read."""
    return unread(session, seat, before) > 0


def show(request: Request, _subject: object) -> Answer:
    """The newest first."""
    session, words, wanted = request.session, request.words, request.payload(Page).page
    theirs = readable(session, request.member)
    found = count(session, theirs)
    page = max(1, min(wanted, -(-found // PAGE)))
    newest = theirs.order_by(None).order_by(Concern.id.desc())
    here = session.scalars(newest.offset((page - 1) * PAGE).limit(PAGE)).all()
    if page == 1 and here:
        _mark(session, request.member, here[0].id)
    seats = rules.callers(session, request.member)
    parts = [part for one in shown_to(session, request.member, here) for part in _listed(one, seats, request)]
    turns = [Button(words("home-previous"), "concern.read", str(Page(page - 1)))] if page > 1 else []
    if page * PAGE < found:
        turns.append(Button(words("home-next"), "concern.read", str(Page(page + 1))))
    if found > bool(seats):  # one can be started with at once
        turns.append(Button(words("theme-sort-them"), "theme.sort"))
    if seats and found > 1:
        turns.append(Button(words("goal-start-line"), "goal.start-line"))
    if not parts:
        parts = [Text(words("concern-none"))]
    title = Heading(words("concern-list", count=found))
    turns.append(Button(words("home-back"), "home"))
    return Private(Message((title, *parts, Note(words("concern-list-foot")), Buttons(tuple(turns)))))


def _mark(session: Session, member: people.Member, concern: int) -> None:
    for seat in people.seats_of(session, member):
        add = insert(session)(Reading).values(seat_id=seat.id, concern=concern)
        behind = Reading.concern < concern
        session.execute(add.on_conflict_do_update(index_elements=["seat_id"], set_={"concern": concern}, where=behind))


def _listed(concern: Concern, seats: list[Seat], request: Request) -> list[Part]:
    """With what these seats can do about it."""
    words, author = request.words, concern.author if _is_named_to(request, concern) else None
    id, day = str(concern.id), words.day(concern.written_at, concern.zone)
    where = (concern.building or concern.group).name
    who = author.name if author else words("concern-unnamed")
    notes = [words("concern-listed", who=who, where=where, day=day)]
    if concern.shareable:
        notes.append(words("concern-may-be-shown"))
    if concern.handed_on_at:
        seat = seat_title(concern.handed_on_by, words) if concern.handed_on_by else ""
        notes.append(words("concern-handed-on", seat=seat, day=words.day(concern.handed_on_at, concern.zone)))
    if concern.goal_id is not None:
        notes.append(words("concern-state-goal"))
    buttons = [Button(words("concern-report"), "concern.report", id), Button(words("concern-hide"), "concern.hide", id)]
    if concern.goal_id is None and not concern.handed_on_at and own_seat(concern, seats):
        buttons.insert(0, Button(words("goal-start"), "goal.start", id, "main"))
    buttons.append(bring(KIND, concern.id, words))
    return [Quote(concern.text), Note(" ".join(notes)), Buttons(tuple(buttons))]


def _is_named_to(request: Request, concern: Concern) -> bool:
    """To the seats of which its author was told. To others of the group it is words that a goal was made of."""
    theirs = of_seats(people.seats_of(request.session, request.member))
    return bool(theirs.clauses & concern.audience.clauses)


def refer(session: Session, id: int) -> Reference | None:
    concern = session.get(Concern, id)
    return Reference(concern.text, concern.audience) if concern and concern.is_shown else None


def own_seat(concern: Concern, seats: list[Seat]) -> Seat | None:
    """That of the group and building in which it was written."""
    here = (concern.group_id, concern.building_id)
    return next((seat for seat in seats if (seat.group_id, seat.building_id) == here), None)


# What must be reported -------------------------------------------------------------------------------------------


def report(request: Request, concern: Concern) -> Answer:
    """Whom to turn to; and it is marked as handed on, for the group's other readers and its author to know."""
    words, session = request.words, request.session
    if not concern.handed_on_at:
        theirs = people.seats_of(session, request.member)
        concern.handed_on_by = next(seat for seat in theirs if seat.group_id == concern.group_id)
        concern.handed_on_at = day_of(request.now, request.district.zone)
    undo = Button(words("concern-report-undo"), "concern.report-undo", str(concern.id))
    back = Button(words("home-back"), "concern.read", str(Page()))
    said = (Heading(words("concern-report-title")), Quote(concern.text), Text(words("concern-report-done")))
    return Private(Message((*said, *writing.not_here(request), Note(words("no-legal-advice")), Buttons((undo, back)))))


def take_report_back(request: Request, concern: Concern) -> Answer:
    by = concern.handed_on_by
    if by is not None and by.acting_id != request.member.id:
        raise Refusal.saying(request.words("concern-report-not-yours", seat=seat_title(by, request.words)))
    concern.handed_on_at, concern.handed_on_by = None, None
    return Private(Message((Text(request.words("concern-report-undone")),)))


# What is taken off the list -------------------------------------------------------------------------------------


def ask_why(request: Request, concern: Concern) -> Answer:
    """Why its own group does not want it there; its author is told."""
    words = request.words
    field = TextField(WHY, words("concern-hide-label"), words("concern-hide-hint"), "", LINE_MOST, long=True)
    title, submit = words("concern-hide"), words("concern-hide-submit")
    return Form(HIDE, title, submit, words("cancel"), (field,), str(concern.id))


def hide(request: Request, concern: Concern) -> Answer:
    why, words = request.given(WHY), request.words
    if not why or len(why) > LINE_MOST:
        return forms.refused(request, {WHY: words("concern-hide-wrong", most=LINE_MOST)}, HIDE, WHY)
    theirs = people.seats_of(request.session, request.member)
    concern.hidden, concern.hidden_by = why, next(seat for seat in theirs if seat.group_id == concern.group_id)
    authors.tell_hidden(request.session, concern, request.now)
    undo = Button(words("concern-hide-undo"), "concern.show-again", str(concern.id))
    return Private(Message((Text(words("concern-hidden-done")), Buttons((undo,)))))


def have_hidden(request: Request, concern: Concern) -> None:
    if concern.hidden_by is None or concern.hidden_by.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


def show_again(request: Request, concern: Concern) -> Answer:
    concern.hidden, concern.hidden_by = "", None
    authors.tell_hidden(request.session, concern, request.now)
    return forms.say(request, "concern-shown-again")


def seat_changed(session: Session, change: SeatChange) -> None:
    """What the one before did not read waits for the one who acts now."""
    if change.after is not None and unread(session, change.seat):
        now = context.now(session)
        until = school_days.due(session, change.seat.district, now, NEWS)
        notices.tell(session, change.after.id, NOTICE, change.seat.id, now, until)


# Telling that there is something to read -----------------------------------------------------------------------------


def stands(session: Session, member: people.Member, subject: int) -> bool:
    seat = session.get(Seat, subject)
    return seat is not None and seat.acting_id == member.id and unread(session, seat) > 0


def show_new(session: Session, subject: int, words: Words) -> list[Part]:
    return news(unread(session, session.get_one(Seat, subject)), words)


def news(new: int, words: Words) -> list[Part]:
    return [Text(words("concern-new", count=new)), Buttons((button(new, words),))]


def button(count: int, words: Words) -> Button:
    return Button(words("concern-read-new", count=count), "concern.read", str(Page()), "main")
