"""One seat asks another one thing. A feature hands over a question that is ready to send (`drafted`): its person looks
it over, may change it, and sends it. Nobody reads it but the two seats. How it is answered, `replies` says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, false
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import drafts, forms, notices, review
from bot.boundary import Answer, Button, Buttons, Form, Heading, Message, Private, Quote, Text, TextField
from bot.drafts import Draft, Typed, Writing, Wrong
from bot.payloads import number
from bot.people import model as people
from bot.people import records, school_days
from bot.people.audiences import Audience, AudienceText, of_seats
from bot.people.cards import acting_name, seat_title
from bot.people.model import Seat
from bot.request import Refusal, Request
from bot.storage.tables import Table

WRITE, ANSWER = "ask.write", "ask.answer"  # forms
ASKED, ANSWERED = "ask-asked", "ask-answered"  # notices
TEXT = "text"
FROM, TO, SOURCE, SOURCE_ID = "from", "to", "source", "source_id"  # what a draft says besides
TEXT_MOST, ANSWER_MOST = 500, 1000
UNTIL = 10  # school days in which they can be told


class Ask(Table):
    """`source` and `source_id` name what it came from."""

    __tablename__ = "asks"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    text: Mapped[str]
    audience: Mapped[Audience] = mapped_column(AudienceText)
    at: Mapped[datetime]
    taken_back: Mapped[bool] = mapped_column(default=False, server_default=false())
    answer: Mapped[str] = mapped_column(default="")  # empty: they can't help
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    source: Mapped[str]
    source_id: Mapped[int]
    asking: Mapped[Seat] = relationship(foreign_keys=[from_id], lazy="joined", innerjoin=True)
    asked: Mapped[Seat] = relationship(foreign_keys=[to_id], lazy="joined", innerjoin=True)
    by: Mapped[people.Member] = relationship(foreign_keys=[by_id])
    answered_by: Mapped[people.Member | None] = relationship(foreign_keys=[answered_by_id])

    @property
    def waits(self) -> bool:
        return self.answered_at is None and not self.taken_back


@dataclass(frozen=True)
class Written:
    asking: Seat
    asked: Seat
    text: str
    source: tuple[str, int]


# Writing ---------------------------------------------------------------------------------------------------------


def drafted(request: Request, asking: Seat, asked: Seat, text: str, source: tuple[str, int]) -> Answer:
    """What it will be, to be sent with one press."""
    name, id = source
    typed = {FROM: (str(asking.id),), TO: (str(asked.id),), TEXT: (text,), SOURCE: (name,), SOURCE_ID: (str(id),)}
    return WRITING.look_over(request, typed, None)


def _form(request: Request, draft: Draft) -> Form:
    words = request.words
    field = TextField(
        TEXT, words("ask-form-text"), words("ask-hint-text"), forms.first(draft.typed, TEXT), TEXT_MOST, long=True
    )
    title, submit = words("ask-form-title"), words("question-form-submit")
    return Form(WRITE, title, submit, words("cancel"), (field,), str(draft.id))


def write(request: Request, draft: Draft) -> Answer:
    return WRITING.look_over(request, {**draft.typed, TEXT: request.fields.get(TEXT, ())}, draft)


def _read(request: Request, typed: Typed) -> Written | Wrong:
    words, text = request.words, forms.first(typed, TEXT).strip()
    if not text:
        return {TEXT: words("goal-wrong-empty")}
    if len(text) > TEXT_MOST:
        return {TEXT: words("goal-wrong-long", count=len(text), most=TEXT_MOST)}
    asking, asked = (request.session.get(Seat, number(forms.first(typed, name)) or 0) for name in (FROM, TO))
    if asking is None or asking.acting_id != request.member.id or asked is None or not _is_there(request, asked):
        return {TEXT: words("ask-nobody")}
    return Written(asking, asked, text, (forms.first(typed, SOURCE), number(forms.first(typed, SOURCE_ID)) or 0))


def _is_there(request: Request, seat: Seat) -> bool:
    """In the same district, and somebody else acts for it."""
    here = seat.district_id == request.member.district_id
    return here and seat.acting_id not in (None, request.member.id)


def _preview(request: Request, draft: Draft, written: Written) -> Message:
    words, id = request.words, str(draft.id)
    found = records.find(request.district, written.text, request.now)
    send = Button(words("ask-send"), "ask.send", id, "main")
    if found:
        send = Button(words("records-as-is"), "ask.send", review.as_is(draft.id, found))
    edit, cancel = Button(words("edit"), "ask.edit", id), Button(words("cancel"), "ask.cancel", id)
    reads = words("ask-reads", name=acting_name(written.asked, words), seat=seat_title(written.asked, words))
    parts = (Heading(words("question-preview-title")), Quote(written.text), Text(reads))
    buttons = Buttons((edit, send, cancel) if found else (send, edit, cancel))
    return Message((*parts, *review.pointed_out(found, words), buttons))


WRITING = Writing(
    WRITE,
    _form,
    _read,
    _preview,
    drafts.fixed_by("ask.edit", "ask.cancel"),
    sends="ask.send",
    sent="ask-sent-already",
    dropped="question-cancelled",
    shows=lambda request, written: of_seats([written.asking, written.asked]).named(request.session),
)


def send(request: Request, draft: Draft) -> Answer:
    session = request.session
    if draft.became is not None:  # pressed twice
        return _sent(request, session.get_one(Ask, draft.became))
    written = _read(request, draft.typed)
    if isinstance(written, dict):
        return WRITING.wrong(request, draft, written)
    decided = review.decided(request, records.find(request.district, written.text, request.now))
    if again := WRITING.once_more(request, draft, written, decided):
        return again
    one = Ask(asking=written.asking, asked=written.asked, by=request.member, text=written.text, at=request.now)
    one.audience = of_seats([written.asking, written.asked])
    one.source, one.source_id = written.source
    session.add(one)
    session.flush()  # its number; nothing after this refuses
    draft.become(one.id, request.now)
    tell(session, one.asked, ASKED, one, request.now)
    return _sent(request, one)


def _sent(request: Request, one: Ask) -> Answer:
    words = request.words
    said = words("ask-sent", name=acting_name(one.asked, words))
    back = [Button(words("ask-take-back"), "ask.take-back", str(one.id))] if one.waits else []
    return Private(Message((Text(said), *([Buttons(tuple(back))] if back else []))))


def take_back(request: Request, one: Ask) -> Answer:
    if not one.waits and not one.taken_back:
        raise Refusal.saying(request.words("ask-answered-already"))
    one.taken_back, one.text = True, ""
    notices.forget_all(request.session, ASKED, one.id)
    return forms.say(request, "ask-taken-back")


def tell(session: Session, seat: Seat, name: str, one: Ask, now: datetime) -> None:
    if seat.acting_id is not None:
        notices.tell(session, seat.acting_id, name, one.id, now, school_days.due(session, seat.district, now, UNTIL))
