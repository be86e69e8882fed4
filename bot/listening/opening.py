"""A board's chair or liaison opens a session: a question in both languages, places, until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import drafts, forms, notices, review, timetable
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Form,
    Heading,
    Message,
    Note,
    Private,
    Quote,
    Text,
    TextField,
)
from bot.drafts import Draft, Typed, Writing, Wrong, fixed_by
from bot.listening import agreeing, cards, keeping_time, rules
from bot.listening.model import ASK, DAYS, PLACES_MOST, QUESTION_MOST, Listening, Phase, Spot, Yes
from bot.payloads import number
from bot.people import presence, records, school_days
from bot.people.audiences import of_place, of_places
from bot.people.cards import acting_name, meant_for, place_label, reach_lines
from bot.people.model import Seat
from bot.people.places import Place
from bot.request import Refusal, Request
from bot.storage.database import locked

QUESTIONS = {"en": "question_en", "es": "question_es"}  # fields of the form, by language
PLACES, UNTIL, RATES = "places", "until", "rates"
YES, NO = "yes", "no"
UNDER_WAY = (Phase.OPEN, Phase.SORTING, Phase.RATING)


@dataclass(frozen=True)
class Written:
    """What a session will be."""

    seat: Seat
    questions: dict[str, str]
    places: list[Place]
    days: int
    rates: bool


# Writing ---------------------------------------------------------------------------------------------------------


def start(request: Request, draft: Draft | None) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    _refuse_if_under_way(request)
    return form(request, draft or drafts.keep(request, ASK, {}, None))


def _refuse_if_under_way(request: Request) -> None:
    """Nor does anybody else open one meanwhile."""
    seat = locked(request.session, Seat, rules.chairs(request.session, request.member)[0].id)
    if seat is not None and is_under_way(request.session, seat):
        raise Refusal.saying(request.words("listening-under-way"))


def is_under_way(session: Session, seat: Seat) -> bool:
    theirs = select(Listening.id).where(Listening.seat_id == seat.id, Listening.phase.in_(UNDER_WAY)).limit(1)
    return session.scalar(theirs) is not None


def form(request: Request, draft: Draft) -> Form:
    """Filled in with what was typed before."""
    words, typed = request.words, draft.typed
    seat = rules.chairs(request.session, request.member)[0]
    there = [(str(place.id), place_label(place)) for place in rules.places(request.session, seat)]
    if not there:
        raise Refusal.saying(words("listening-no-place"))
    labels = {"en": words("listening-form-en"), "es": words("listening-form-es")}
    hint = words("listening-form-hint")
    days = [Choice(str(number), words("listening-form-days", count=number)) for number in DAYS]
    whether = [Choice(NO, words("listening-form-rates-no")), Choice(YES, words("listening-form-rates-yes"))]
    questions = [
        TextField(name, labels[language], hint, forms.first(typed, name), QUESTION_MOST)
        for language, name in QUESTIONS.items()
    ]
    fields: tuple[TextField | ChoiceField, ...] = (
        *questions,
        forms.several(PLACES, words("listening-form-places"), there, typed, words),
        forms.choices(UNTIL, words("listening-form-until"), days, {UNTIL: (str(DAYS[1]),), **typed}),
        forms.choices(RATES, words("listening-form-rates"), whether, {RATES: (NO,), **typed}),
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
    return wrong or Written(seat, questions, places, days or 0, forms.first(typed, RATES) == YES)


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
            Note(reach_lines(presence.reach(request.session, written.places), words)),
            Text(words("listening-until-rates" if written.rates else "listening-until", when=when)),
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
    sends="listening.post",
    sent="listening-opened-already",
    dropped="question-cancelled",
    shows=lambda _request, written: of_places(written.places).seen,
)

# Opening ---------------------------------------------------------------------------------------------------------


def post(request: Request, draft: Draft) -> Answer:
    session = request.session
    if draft.became is not None:  # pressed twice
        return _opened(request, session.get_one(Listening, draft.became))
    written = read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    decided = review.decided(request, _records(request, written))
    if again := WRITING.once_more(request, draft, written, decided):
        return again
    _refuse_if_under_way(request)
    listening = Listening(district=request.district, seat=written.seat, questions=written.questions)
    listening.rates = written.rates
    listening.phase, listening.opened_at, listening.closes_at = Phase.OPEN, request.now, _until(request, written)
    listening.spots = [Spot(place=place, meant_for=of_place(place)) for place in written.places]
    asked = {group.id: group for place in written.places for group in rules.asked_for(session, place)}
    listening.yeses = [Yes(group=group) for group in asked.values()]
    session.add(listening)
    session.flush()  # its number; nothing after this refuses
    draft.become(listening.id, request.now)
    timetable.set_due(session, keeping_time.CLOSE, listening.id, listening.closes_at)
    for group in asked.values():
        for seat in rules.leaders(session, group):
            notices.tell(session, seat.acting_id or 0, agreeing.ASKED, listening.id, request.now, listening.closes_at)
    return _opened(request, listening)


def _opened(request: Request, listening: Listening) -> Answer:
    words = request.words
    names = words.listed(agreeing.waiting_for(request.session, listening, words))
    said = words("listening-opened", names=names) if names else words("listening-is-open")
    return Private(Message((Text(said), Buttons((cards.close_button(listening, words),)))))
