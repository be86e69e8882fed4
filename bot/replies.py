"""What one seat asked another (`asks`) is answered, or not, and the answer is brought back."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import Session

from bot import asks, forms, may
from bot.asks import ANSWER, ANSWER_MOST, ANSWERED, ASKED, TEXT, WRITE, WRITING, Ask, tell
from bot.boundary import Answer, Button, Buttons, Form, Note, Part, Quote, Text, TextField
from bot.feature import Feature, NoticeKind, Section, Urgency, Waiting
from bot.notices import Notice
from bot.payloads import Kept, Row
from bot.people import model as people
from bot.people.cards import acting_name, seat_title, signature
from bot.people.seats import SeatChange
from bot.request import Refusal, Request, ReviewedForm, Route
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

LATELY = timedelta(days=14)  # while an answer is worth bringing to who follows

# Answering -------------------------------------------------------------------------------------------------------


def ask_for_answer(request: Request, one: Ask) -> Answer:
    _refuse_unless_waits(request, one)
    words = request.words
    hint = words("ask-hint-answer", name=acting_name(one.asking, words))
    field = TextField(TEXT, words("ask-form-answer"), hint, "", ANSWER_MOST, long=True)
    title, submit = words("ask-answer"), words("question-answer-submit")
    form = Form(ANSWER, title, submit, words("cancel"), (field,), str(Kept(one.id, seen=_reader(one))))
    return forms.reopened(request, form)


def answer(request: Request, one: Ask) -> Answer:
    _refuse_unless_waits(request, one)
    text, words = request.given(TEXT), request.words
    if not text or len(text) > ANSWER_MOST:
        wrong = words("goal-wrong-long", count=len(text), most=ANSWER_MOST) if text else words("goal-wrong-empty")
        return forms.keep_refused(request, ANSWER, ANSWER, {TEXT: wrong})
    if request.payload(Kept).seen != _reader(one):
        return forms.look_again(request, ANSWER, ANSWER, words("ask-other-reader", name=acting_name(one.asking, words)))
    forms.forget_refused(request, ANSWER)
    return _answered(request, one, text)


def _reader(one: Ask) -> str:
    """Who reads the answer, as its form bears it."""
    return f"by {one.asking.acting_id}"


def decline(request: Request, one: Ask) -> Answer:
    _refuse_unless_waits(request, one)
    return _answered(request, one, "")


def _answered(request: Request, one: Ask, text: str) -> Answer:
    one.answer, one.answered_at, one.answered_by = text, request.now, request.member
    tell(request.session, one.asking, ANSWERED, one, request.now)
    return forms.say(request, "ask-was-answered", name=acting_name(one.asking, request.words))


def _refuse_unless_waits(request: Request, one: Ask) -> None:
    if not one.waits:
        raise Refusal.saying(request.words("ask-over"))


# How it looks, and telling -----------------------------------------------------------------------------------------


def _drawn(one: Ask, words: Words) -> list[Part]:
    """To who is asked."""
    said = words("ask-asks", name=one.by.name, seat=seat_title(one.asking, words))
    reply = Button(words("ask-answer"), ANSWER, str(one.id), "main")
    no = Button(words("ask-decline"), "ask.decline", str(one.id))
    reads = [Note(words("ask-reads-language"))] if one.by.language != words.language else []
    return [Text(said), Quote(one.text), *reads, Buttons((reply, no)), Note(_foot(one, words))]


def _foot(one: Ask, words: Words) -> str:
    if one.asking.acting_id == one.by_id:
        return words("ask-foot")
    return words("ask-foot-other", name=acting_name(one.asking, words))


def _with_answer(one: Ask, words: Words) -> list[Part]:
    """To who asked."""
    name = signature(one.answered_by, one.asked.holder, words) if one.answered_by else words("nobody-yet")
    if not one.answer:
        return [Text(words("ask-got-no", name=name)), Quote(one.text)]
    return [Text(words("ask-got", name=name)), Quote(one.text), Quote(one.answer)]


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    one = session.get(Ask, subject)
    return one is not None and one.waits and one.asked.acting_id == member.id


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    return _drawn(session.get_one(Ask, subject), words)


def is_answered(session: Session, member: people.Member, subject: int) -> bool:
    one = session.get(Ask, subject)
    return one is not None and one.answered_at is not None and one.asking.acting_id == member.id


def show_answered(session: Session, subject: int, words: Words) -> list[Part]:
    return _with_answer(session.get_one(Ask, subject), words)


def _waiting(request: Request) -> list[Waiting]:
    mine = [seat.id for seat in people.seats_of(request.session, request.member)]
    found = select(Ask).where(Ask.to_id.in_(mine), Ask.answered_at.is_(None), ~Ask.taken_back).order_by(Ask.id)
    return [Waiting(partial(_drawn, one, request.words), Urgency.DO, one.at) for one in request.session.scalars(found)]


def seat_changed(session: Session, change: SeatChange) -> None:
    """What waits for it, or came back to it and was not told, its new holder is told."""
    if change.after is None:
        return
    now = context.now(session)
    found = select(Ask).where(Ask.to_id == change.seat.id, Ask.answered_at.is_(None), ~Ask.taken_back)
    for one in session.scalars(found.order_by(Ask.id)).all():
        tell(session, one.asked, ASKED, one, now)
    for one in session.scalars(_untold(change.seat, now)).all():
        tell(session, one.asking, ANSWERED, one, now)


def _untold(seat: people.Seat, now: datetime) -> Select[Ask]:
    """What was answered to the seat lately: nobody who acted for it was told."""
    those = (Notice.name == ANSWERED, Notice.subject == Ask.id)
    told = exists().where(*those, or_(Notice.roundup_id.is_not(None), Notice.seen, Notice.skipped))
    return select(Ask).where(Ask.from_id == seat.id, Ask.answered_at > now - LATELY, ~told).order_by(Ask.id)


# What people do --------------------------------------------------------------------------------------------------


def find(request: Request) -> Ask | None:
    return locked(request.session, Ask, request.payload(Row).id)


def be_asked(request: Request, one: Ask) -> None:
    if one.asked.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


def have_asked(request: Request, one: Ask) -> None:
    if one.asking.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


def feature(_others: Feature) -> Feature:
    writer = (may.be_its_writer,)
    return Feature(
        presses={
            "ask.edit": Route(WRITING.edit, writer, WRITING.find),
            "ask.cancel": Route(WRITING.drop, writer, WRITING.find),
            "ask.send": Route(asks.send, (*writer, may.not_too_fast), WRITING.find),
            "ask.take-back": Route(asks.take_back, (have_asked,), find),
            ANSWER: Route(ask_for_answer, (be_asked,), find),
            "ask.decline": Route(decline, (be_asked,), find),
        },
        forms={
            WRITE: Route(asks.write, writer, WRITING.find, own_words=(TEXT,)),
            ANSWER: Route(answer, (be_asked,), find, reviewed=ReviewedForm(ANSWER, (TEXT,))),
        },
        notices={
            ASKED: NoticeKind("", is_asked, show_asked, at_home=True),
            ANSWERED: NoticeKind("", is_answered, show_answered),
        },
        home={"asks": Section("ask-home", _waiting, seated=True)},
        seat_changes=(seat_changed,),
    )
