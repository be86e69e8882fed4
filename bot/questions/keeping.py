"""What they do with whom a question rests and who cannot answer it in time: hand it on, or set a new date and say why.
And what the bot does by itself: nothing rests with a person who left."""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot import picks, timetable
from bot.boundary import (
    Answer,
    Choice,
    ChoiceField,
    Form,
    FormErrors,
    Message,
    Private,
    Quote,
    Submit,
    Suggestions,
    Text,
    TextField,
)
from bot.people import committees, school_days
from bot.people import model as people
from bot.people.cards import acting_name, seat_title
from bot.people.seats import SeatChange
from bot.questions import arriving, askers, cards, parts, passing, picking, resting, timing
from bot.questions.model import OPEN, Delay, Question, Status, dm_of, to_change
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Texts, Words

HAND_ON, LATER = "question.hand-on", "question.later"
DELAY = "question.delay"  # the card
SEAT, DAY, REASON = "seat", "day", "reason"
REASON_MOST = 300
AHEAD = 20  # school days that are offered

# Handing on ------------------------------------------------------------------------------------------------------


def hand_on(request: Request, question: Question) -> Answer:
    """A committee's is free for another member; a seat's goes to somebody else of the asker's group in the building."""
    _refuse_unless_open(request, question)
    if question.committee is None:
        return _ask_to_whom(request, question)
    if question.claimer is not None and question.claimer_id != request.member.id:
        raise Refusal.saying(request.words("question-hand-on-not-yours", name=question.claimer.name))
    question.claimer = None
    resting.changed(request.session, question)
    return _done(request, "question-handed-on", who=question.committee.name)


def _ask_to_whom(request: Request, question: Question) -> Answer:
    words, offered = request.words, _offered(request, question)
    if not offered:
        raise Refusal.saying(words("question-hand-on-nobody"))
    field = picks.field(SEAT, words("question-hand-on-label"), offered, HAND_ON, words("pick-hint"))
    title, fields = words("question-hand-on"), (field, passing.note_field(request, question))
    form = Form(HAND_ON, title, title, words("cancel"), fields, str(question.id))
    return picking.form(request, question, form)


def suggest(request: Request, question: Question) -> Suggestions:
    """To whom it can be handed on, while they type."""
    return picking.suggested(request, _offered(request, question))


def hand_on_to(request: Request, question: Question) -> Answer:
    passing.refuse_unless_open(request, question, with_committee=False)
    if wrong := passing.wrong_note(request, question, "question.hand-on"):
        return wrong
    chosen = picking.read(request, question, HAND_ON, SEAT, _offered(request, question), gone="question-hand-on-nobody")
    if isinstance(chosen, FormErrors):
        return chosen
    seat = request.session.get_one(people.Seat, int(chosen.value))
    resting.take_away(request.session, question)
    question.rep, question.note = seat, resting.typed(request, passing.NOTE)
    resting.put(request.session, question)
    return _done(request, "question-handed-on", who=_named(seat, request.words))


def _offered(request: Request, question: Question) -> list[Choice]:
    return [Choice(str(seat.id), _named(seat, request.words)) for seat in _others(request.session, question)]


def _others(session: Session, question: Question) -> list[people.Seat]:
    """Seats of the same group in the same building: of the building itself, or held by somebody who is there. Whoever
    asked without a name is offered like everyone: a list without them would name them."""
    rep = question.rep
    if rep is None or rep.building_id is None:
        return []
    here = people.Seat.building_id == rep.building_id
    there = people.Member.building_id == rep.building_id
    seats = select(people.Seat).join(people.Member, people.Seat.acting_id == people.Member.id)
    seats = seats.where(people.Seat.group_id == rep.group_id, people.Member.group_id == rep.group_id, here | there)
    found = {seat.acting_id: seat for seat in session.scalars(seats.order_by(people.Seat.id.desc()))}
    found.pop(rep.acting_id, None)
    return [
        seat
        for seat in reversed(found.values())
        if seat.acting and seat.acting_id != question.asker_id and dm_of(session, seat.acting)
    ]


def _named(seat: people.Seat, words: Words) -> str:
    return f"{acting_name(seat, words)}, {seat_title(seat, words)}" if seat.acting else seat_title(seat, words)


# A new date ------------------------------------------------------------------------------------------------------


def ask_until_when(request: Request, question: Question) -> Answer:
    _refuse_unless_open(request, question)
    words, days = request.words, _days(request, question)
    choices = tuple(Choice(day.isoformat(), request.moment(_end(question, day))) for day in days)
    fields = (
        ChoiceField(DAY, words("question-later-day"), choices, ()),
        TextField(REASON, words("question-later-reason"), words("question-later-hint"), "", REASON_MOST, long=True),
    )
    title, submit = words("question-later"), words("question-later-submit")
    return Form(LATER, title, submit, words("cancel"), fields, str(question.id))


def put_off(request: Request, question: Question) -> Answer:
    """The asker is told, with the reason."""
    _refuse_unless_open(request, question)
    words, reason, chosen = request.words, _typed(request, REASON), _typed(request, DAY)
    day = next((day for day in _days(request, question) if day.isoformat() == chosen), None)
    if day is None or not 0 < len(reason) <= REASON_MOST:
        field = REASON if day else DAY
        error = words("question-later-wrong", most=REASON_MOST)
        return FormErrors({field: error}, resting.returning(request, "question-later-again", REASON))
    question.due_at = _end(question, day)
    delay = Delay(due_at=question.due_at, reason=reason)
    question.delays.append(delay)
    timing.begin(request.session, question)
    request.session.flush()  # its number; nothing after this refuses
    askers.tell(request.session, question, DELAY, delay.id)
    resting.changed(request.session, question)
    return _done(request, "question-later-done", when=request.moment(question.due_at))


def _days(request: Request, question: Question) -> list[date]:
    today = request.now.astimezone(ZoneInfo(question.district.zone)).date()
    return list(islice(school_days.following(today, school_days.off(request.session, question.district)), AHEAD))


def _end(question: Question, day: date) -> datetime:
    return school_days.end_of(day, question.district)


def delay_card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In the asker's DM."""
    delay = session.get_one(Delay, subject)
    question, when = delay.question, words.moment(delay.due_at, delay.question.district.zone)
    said = words("question-delay", who=cards.holders(question, words), when=when)
    if over := parts.over(question, words):
        return over
    why = Text(words("question-delay-reason"))
    return Message((Text(said), Quote(cards.short(question.text, 200)), why, Quote(delay.reason)))


# Nothing rests with a person who left ----------------------------------------------------------------------------


def remind(session: Session, subject: int, now: datetime) -> None:
    question = to_change(session, subject)
    if question is not None and question.waits:
        look_after(session, question)
        timing.remind(session, question, now)


def seat_changed(session: Session, change: SeatChange) -> None:
    """What rests with somebody who acted for it goes to whoever does now, or straight on."""
    claimers = [member.id for member in (change.before, change.after) if member]
    concerned = or_(Question.rep_id == change.seat.id, Question.claimer_id.in_(claimers))
    open_ones = select(Question.id).where(concerned, Question.status.in_(OPEN)).order_by(Question.id)
    for id in session.scalars(open_ones).all():
        if (question := to_change(session, id)) is not None and question.waits:
            look_after(session, question)


def arrived(session: Session, subject: int, _at: datetime) -> None:
    """What did not reach whoever reads it first goes straight on."""
    question = to_change(session, subject)
    if question is None or question.status is not Status.WITH_REP:
        return
    if arriving.on_its_way(session, question):
        now = context.now(session)
        timetable.set_due(session, arriving.ARRIVED, subject, now + arriving.AGAIN)
    elif arriving.cannot_arrive(session, question):
        _straight_on(session, question)


def _straight_on(session: Session, question: Question) -> None:
    if question.topic.committee is None:
        return  # nobody answers its topic any more: it waits for whoever holds the seat next
    question.committee, question.status, question.rep = question.topic.committee, Status.WITH_COMMITTEE, None
    question.note = None  # it was not meant for them
    resting.take_away_from_reader(session, question)
    resting.put(session, question)


def look_after(session: Session, question: Question) -> None:
    if question.committee is not None:
        claimer = question.claimer
        if claimer is not None and question.committee.id not in committees.of(session, claimer):
            question.claimer = None
            resting.changed(session, question)
        return None
    reader = question.rep.acting if question.rep else None
    if reader is not None and reader.id == question.reader_id and dm_of(session, reader):
        return None
    if reader is None or reader.id == question.asker_id or dm_of(session, reader) is None:
        return _straight_on(session, question)
    resting.take_away_from_reader(session, question)
    resting.put(session, question)
    return None


def _refuse_unless_open(request: Request, question: Question) -> None:
    if not question.waits:
        raise Refusal(resting.returning(request, "question-not-now", REASON))


def _typed(request: Request, field: str) -> str:
    fields = request.act.fields if isinstance(request.act, Submit) else {}
    return next(iter(fields.get(field, ())), "").strip()


def _done(request: Request, name: str, **about: str) -> Answer:
    return Private(Message((Text(request.words(name, **about)),)))
