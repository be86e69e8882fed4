"""An author asks the moderator who muted them or hid a message of theirs why, and is answered. Only the two read it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import notices
from bot.boundary import Answer, Button, Buttons, Form, FormErrors, Part, Quote, Text, TextField
from bot.bridge.joined.moderation import Moderation
from bot.forms import refused, say
from bot.payloads import About
from bot.people import model as people
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.storage.tables import Table
from bot.texts import Words

ASK, ANSWER, TEXT = "moderated.ask", "moderated.answer", "text"  # the forms and their field
ASKED, ANSWERED = "moderator-asked", "moderator-answered"  # notices
KNOWN = timedelta(days=14)  # for so long it is worth telling
LONGEST = 500  # characters


class WhyAsked(Table):
    """What an author asked about what a moderator did, once, and the answer."""

    __tablename__ = "moderation_questions"
    moderation_id: Mapped[int] = mapped_column(ForeignKey("moderations.id"), primary_key=True)
    text: Mapped[str]
    answer: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]
    about: Mapped[Moderation] = relationship(lazy="joined", innerjoin=True)


def button(done: Moderation, words: Words) -> Button:
    return Button(words("moderated-ask-button", name=done.by.name), ASK, str(About(done.id)))


def find(request: Request) -> Moderation | None:
    """Nobody else asks about it meanwhile."""
    done = locked(request.session, Moderation, request.payload(About).id)
    return done if done is not None and done.member_id == request.member.id else None


def find_asked(request: Request) -> WhyAsked | None:
    asked = request.session.get(WhyAsked, request.payload(About).id)
    return asked if asked is not None and asked.about.by_id == request.member.id else None


def open_form(request: Request, done: Moderation) -> Answer:
    _refuse_twice(request, done)
    return _form(request, ASK, request.words("moderated-ask-button", name=done.by.name)[:45])


def ask(request: Request, done: Moderation) -> Answer:
    _refuse_twice(request, done)
    text = request.given(TEXT)
    if not text:
        return _wrong(request, ASK)
    request.session.add(WhyAsked(moderation_id=done.id, text=text, answer="", at=request.now))
    request.session.flush()
    notices.tell(request.session, done.by_id, ASKED, done.id, request.now, request.now + KNOWN)
    return say(request, "moderated-asked", name=done.by.name)


def _refuse_twice(request: Request, done: Moderation) -> None:
    if request.session.get(WhyAsked, done.id) is not None:
        raise Refusal.saying(request.words("moderated-asked-already", name=done.by.name))


def open_answer(request: Request, asked: WhyAsked) -> Answer:
    return _form(request, ANSWER, request.words("moderated-answer"))


def answer(request: Request, asked: WhyAsked) -> Answer:
    text = request.given(TEXT)
    if not text:
        return _wrong(request, ANSWER)
    asked.answer = text
    request.session.flush()
    notices.tell(
        request.session, asked.about.member_id, ANSWERED, asked.moderation_id, request.now, request.now + KNOWN
    )
    return say(request, "moderated-answer-sent", name=asked.about.member.name)


def _form(request: Request, form: str, title: str) -> Form:
    words = request.words
    field = TextField(TEXT, words("moderated-form-text"), words("moderated-form-hint"), most=LONGEST, long=True)
    return Form(form, title, words("moderated-form-submit"), words("cancel"), (field,), request.about)


def _wrong(request: Request, opens: str) -> FormErrors:
    return refused(request, {TEXT: request.words("moderated-form-missing")}, opens, TEXT)


# What the two are told -------------------------------------------------------------------------------------------


def waits(session: Session, member: people.Member, subject: int) -> bool:
    asked = session.get(WhyAsked, subject)
    return asked is not None and asked.about.by_id == member.id and not asked.answer


def show_question(session: Session, subject: int, words: Words) -> list[Part]:
    asked = session.get_one(WhyAsked, subject)
    answers = Button(words("moderated-answer"), ANSWER, str(About(subject)), "main")
    head = Text(words("moderated-asks", name=asked.about.member.name))
    return [head, Quote(asked.text), Buttons((answers,))]


def is_answered(session: Session, member: people.Member, subject: int) -> bool:
    asked = session.get(WhyAsked, subject)
    return asked is not None and asked.about.member_id == member.id and bool(asked.answer)


def show_answer(session: Session, subject: int, words: Words) -> list[Part]:
    asked = session.get_one(WhyAsked, subject)
    return [Text(words("moderated-answers", name=asked.about.by.name)), Quote(asked.answer)]
