"""A board's chair or liaison opens a session: a question in both languages, places, until when. Nothing is asked in a
place before those who lead its groups say yes; each can take that back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import drafts, forms, notices, review, timetable
from bot.boundary import (
    Address,
    Answer,
    Button,
    Buttons,
    Choice,
    ChoiceField,
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
from bot.delivery import outbox
from bot.drafts import Draft, Typed, Writing, Wrong, fixed_by
from bot.listening import cards, keeping_time, rules
from bot.listening.model import ASK, DAYS, OPEN, PLACES_MOST, QUESTION_MOST, Listening, Phase, Spot, Yes
from bot.payloads import Payload, number
from bot.people import model as people
from bot.people import records, school_days
from bot.people.cards import acting_name, meant_for, place_label, seat_title
from bot.people.model import Seat
from bot.people.places import Place
from bot.people.seats import SeatChange
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Words

ASKED = "listening-asks"  # a notice
QUESTIONS = {"en": "question_en", "es": "question_es"}  # fields of the form, by language
PLACES, UNTIL = "places", "until"
UNDER_WAY = (Phase.OPEN, Phase.SORTING)


@dataclass(frozen=True)
class Written:
    """What a session will be."""

    seat: Seat
    questions: dict[str, str]
    places: list[Place]
    days: int


@dataclass(frozen=True)
class Said(Payload):
    """A session, and whether it may be asked among the groups that they lead."""

    id: int
    answer: str = ""


YES, NO = "yes", "no"

# Writing ---------------------------------------------------------------------------------------------------------


def start(request: Request, draft: Draft | None) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    _refuse_if_under_way(request)
    return form(request, draft or drafts.keep(request, ASK, {}, None))


def _refuse_if_under_way(request: Request) -> None:
    seat = rules.chairs(request.session, request.member)[0]
    theirs = select(Listening.id).where(Listening.seat_id == seat.id, Listening.phase.in_(UNDER_WAY)).limit(1)
    if request.session.scalar(theirs) is not None:
        raise Refusal.saying(request.words("listening-under-way"))


def form(request: Request, draft: Draft) -> Form:
    """Filled in with what was typed before."""
    words, typed = request.words, draft.typed
    seat = rules.chairs(request.session, request.member)[0]
    there = [(str(place.id), place_label(place)[:75]) for place in rules.places(request.session, seat)]
    if not there:
        raise Refusal.saying(words("listening-no-place"))
    labels = {"en": words("listening-form-en"), "es": words("listening-form-es")}
    hint = words("listening-form-hint")
    days = [Choice(str(number), words("listening-form-days", count=number)) for number in DAYS]
    questions = [
        TextField(name, labels[language], hint, forms.first(typed, name), QUESTION_MOST)
        for language, name in QUESTIONS.items()
    ]
    fields: tuple[TextField | ChoiceField, ...] = (
        *questions,
        forms.several(PLACES, words("listening-form-places"), there, typed, words),
        forms.choices(UNTIL, words("listening-form-until"), days, {UNTIL: (str(DAYS[1]),), **typed}),
    )
    title, submit = words("listening-form-title"), words("question-form-submit")
    return Form(ASK, title, submit, words("cancel"), fields, str(draft.id))


def write(request: Request, draft: Draft) -> Answer:
    return WRITING.look_over(request, drafts.typed_over(request, draft, ()), draft)


def read(request: Request, typed: Typed) -> Written | Wrong:
    words, seat = request.words, rules.chairs(request.session, request.member)[0]
    wrong: Wrong = {}
    questions = {language: forms.first(typed, name).strip() for language, name in QUESTIONS.items()}
    for language, question in questions.items():
        if not question or len(question) > QUESTION_MOST:
            wrong[QUESTIONS[language]] = words("listening-wrong-question", most=QUESTION_MOST)
    chosen = set(typed.get(PLACES, ()))
    places = [place for place in rules.places(request.session, seat) if str(place.id) in chosen]
    if not 0 < len(places) <= PLACES_MOST or len(places) != len(chosen):
        wrong[PLACES] = words("listening-wrong-places", most=PLACES_MOST)
    days = number(forms.first(typed, UNTIL))
    if days not in DAYS:
        wrong[UNTIL] = words("listening-wrong-until")
    return wrong or Written(seat, questions, places, days or 0)


def preview(request: Request, draft: Draft, written: Written) -> Message:
    words = request.words
    found = _records(request, written)
    send = Button(words("listening-open"), "listening.post", str(draft.id), "main")
    if found:
        send = Button(words("records-as-is"), "listening.post", review.as_is(draft.id, found))
    edit, cancel = (Button(words(name), f"listening.{name}", str(draft.id)) for name in ("edit", "cancel"))
    where = [
        words("listening-where", place=place_label(place), whom=meant_for(place, words), names=_names(request, place))
        for place in written.places
    ]
    when = request.moment(_until(request, written))
    return Message(
        (
            Heading(words("question-preview-title")),
            *map(Quote, dict.fromkeys(written.questions.values())),
            Text("\n".join(f"• {line}" for line in where)),
            Text(words("listening-until", when=when)),
            Note(words("listening-law")),
            *review.pointed_out(found, words),
            Buttons((edit, send, cancel) if found else (send, edit, cancel)),
        )
    )


def _records(request: Request, written: Written) -> Sequence[records.Found]:
    return records.find(request.district, "\n".join(written.questions.values()), request.now)


def _names(request: Request, place: Place) -> str:
    """Of those whose yes it takes there."""
    words, session = request.words, request.session
    able = (rules.leaders(session, group) for group in rules.asked_for(session, place))
    return words.listed([words.either([acting_name(seat, words) for seat in some]) for some in able])


def _until(request: Request, written: Written) -> datetime:
    return school_days.due(request.session, request.district, request.now, written.days)


WRITING = Writing(
    ASK,
    form,
    read,
    preview,
    fixed_by("listening.edit", "listening.cancel"),
    sent="listening-opened-already",
    dropped="question-cancelled",
)

# Opening ---------------------------------------------------------------------------------------------------------


def post(request: Request, draft: Draft) -> Answer:
    session = request.session
    if draft.became is not None:  # pressed twice
        return _opened(request, session.get_one(Listening, draft.became))
    written = read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    if not review.decided(request, _records(request, written)):
        return WRITING.shown(request, draft, written)
    _refuse_if_under_way(request)
    listening = Listening(district=request.district, seat=written.seat, questions=written.questions)
    listening.phase, listening.opened_at, listening.closes_at = Phase.OPEN, request.now, _until(request, written)
    listening.spots = [Spot(place=place) for place in written.places]
    asked = {group.id: group for place in written.places for group in rules.asked_for(session, place)}
    listening.yeses = [Yes(group=group) for group in asked.values()]
    session.add(listening)
    session.flush()  # its number; nothing after this refuses
    draft.became, draft.fields = listening.id, {}
    timetable.set_due(session, keeping_time.CLOSE, listening.id, listening.closes_at)
    for group in asked.values():
        for seat in rules.leaders(session, group):
            notices.tell(session, seat.acting_id or 0, ASKED, listening.id, request.now, listening.closes_at)
    return _opened(request, listening)


def _opened(request: Request, listening: Listening) -> Answer:
    words = request.words
    names = words.listed(waiting_for(request.session, listening, words))
    said = words("listening-opened", names=names) if names else words("listening-is-open")
    return Private(Message((Text(said), Buttons((cards.close_button(listening, words),)))))


def waiting_for(session: Session, listening: Listening, words: Words) -> list[str]:
    """Names of those whose yes it waits for, group by group."""
    able = (rules.leaders(session, one.group) for one in listening.yeses if one.answer is None)
    return [words.either([acting_name(seat, words) for seat in some]) for some in able if some]


# The yes of those who lead a group -------------------------------------------------------------------------------


def decide(request: Request, listening: Listening) -> Answer:
    """For all groups that they lead; as often as they like."""
    session, words, said = request.session, request.words, request.payload(Said).answer
    if said not in (YES, NO):
        raise Refusal.saying(words("gone"))
    if listening.phase is not Phase.OPEN:
        raise Refusal.saying(words("listening-is-closed"))
    led = {group.id for group in rules.leads(session, listening, request.member)}
    for one in listening.yeses:
        if one.group_id in led:
            one.answer, one.by_id = said == YES, request.member.id
    bring_about(session, listening)
    if said == YES:
        return Private(Message((Text(words("listening-yes-done")), Buttons((_back(listening, words),)))))
    yes = Button(words("listening-yes"), "listening.decide", str(Said(listening.id, YES)))
    return Private(Message((Text(words("listening-no-done")), Buttons((yes,)))))


def _back(listening: Listening, words: Words) -> Button:
    return Button(words("listening-yes-back"), "listening.decide", str(Said(listening.id, NO)))


def bring_about(session: Session, listening: Listening) -> None:
    """It is asked where all have said yes, and nowhere else."""
    for spot in listening.spots:
        may_be = all(listening.says_yes(group.id) for group in rules.asked_for(session, spot.place))
        if may_be and not spot.posted:
            outbox.say(session, Address.parse(spot.place.address), OPEN, listening.id, spot.place.language)
        elif spot.posted and not may_be:
            outbox.remove(session, OPEN, listening.id, spot.place.address)
        spot.posted = may_be


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    listening = session.get(Listening, subject)
    if listening is None or listening.phase is not Phase.OPEN:
        return False
    led = {group.id for group in rules.leads(session, listening, member)}
    return any(one.group_id in led and one.answer is None for one in listening.yeses)


def said_yes(session: Session, listening: Listening, member: people.Member) -> bool:
    led = {group.id for group in rules.leads(session, listening, member)}
    return any(one.group_id in led and one.answer for one in listening.yeses)


def after_yes(listening: Listening, words: Words) -> list[Part]:
    when = words.moment(listening.closes_at, listening.district.zone)
    said = words("listening-home-yes", board=listening.seat.group.name, when=when)
    return [Text(said), Quote(listening.question(words.language)), Buttons((_back(listening, words),))]


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    return asks(session, session.get_one(Listening, subject), words)


def asks(session: Session, listening: Listening, words: Words) -> list[Part]:
    """To one who leads a group: where, what, until when, who reads it."""
    there = words.listed([place_label(spot.place) for spot in listening.spots])
    board, when = listening.seat.group.name, words.moment(listening.closes_at, listening.district.zone)
    said = words("listening-asks-yes", seat=seat_title(listening.seat, words), places=there, when=when, board=board)
    yes = Button(words("listening-yes"), "listening.decide", str(Said(listening.id, YES)), "main")
    no = Button(words("listening-no"), "listening.decide", str(Said(listening.id, NO)))
    return [Text(said), Quote(listening.question(words.language)), Buttons((yes, no))]


def seat_changed(session: Session, change: SeatChange) -> None:
    """What waits for the yes of a group waits for the one who leads it now."""
    if change.after is None or change.seat.building_id is not None:
        return
    waits = select(Listening).join(Yes).where(Yes.group_id == change.seat.group_id, Yes.answer.is_(None))
    for listening in session.scalars(waits.where(Listening.phase == Phase.OPEN)).unique().all():
        if is_asked(session, change.after, listening.id):
            now = context.now(session)
            notices.tell(session, change.after.id, ASKED, listening.id, now, listening.closes_at)
