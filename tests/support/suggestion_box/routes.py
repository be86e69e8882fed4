"""A pretend feature: people drop suggestions into a box. It has no table: what is dropped is drawn from its draft."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import drafts, may, notices, timetable
from bot.boundary import Address, Answer, Button, Form, Message, Part, Private, Quote, Submit, Text, TextField
from bot.delivery import outbox
from bot.drafts import Draft
from bot.feature import Feature, NoticeKind, Section, Urgency, Waiting
from bot.people.model import Member
from bot.request import Anyone, Request, Route
from bot.storage import context
from bot.texts import Texts, Words

CARD = FORM = DUE = NOTICE = "box.suggestion"
ANYBODY = (Anyone("a box is open to everybody"),)


def ask(_request: Request, _about: object) -> Answer:
    return Form(FORM, "Suggest", "Drop it in", "Cancel", (TextField("text", "Your suggestion"),))


def drop(request: Request, _about: object) -> Answer:
    act = request.act
    assert isinstance(act, Submit)
    draft = drafts.keep(request, FORM, act.fields, None)
    outbox.say(request.session, Address.alone_with(act.actor), CARD, draft.id, request.words.language)
    timetable.set_due(request.session, DUE, draft.id, request.now + timedelta(hours=1))
    return Private(Message((Text("It is in the box."),)))


def thank(session: Session, subject: int, _at: datetime) -> None:
    now = context.now(session)
    notices.tell(session, session.get_one(Draft, subject).member_id, NOTICE, subject, now, now + timedelta(days=2))


def card(session: Session, subject: int, _words: Words, _texts: Texts) -> Message:
    return Message((Quote(_text(session, subject)),))


def show(session: Session, subject: int, _words: Words) -> list[Part]:
    return [Text(f"Thank you for: {_text(session, subject)}")]


def stands(session: Session, _member: Member, subject: int) -> bool:
    return session.get(Draft, subject) is not None


def on_home(_request: Request) -> list[Waiting]:
    return [Waiting(lambda: [Text("The box is open.")], Urgency.KEEP)]


def start(_request: Request) -> list[Button]:
    return [Button("Suggest something", "box.start")]


def _text(session: Session, subject: int) -> str:
    return session.get_one(Draft, subject).typed["text"][0]


FEATURE = Feature(
    presses={"box.start": Route(ask, ANYBODY), "box.closed": Route(ask, (may.hold_a_seat,))},
    forms={FORM: Route(drop, ANYBODY)},
    cards={CARD: card},
    due={DUE: thank},
    notices={NOTICE: NoticeKind("", stands, show)},
    home={"box": Section("messages", on_home)},
    starts=(start,),
)
