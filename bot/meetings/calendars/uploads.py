"""A caretaker sends the school's calendar as a file, looks over what it changes, and takes it over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from bot import forms
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    ChoiceField,
    Form,
    Message,
    Private,
    Said,
    Text,
)
from bot.delivery import outbox, received
from bot.delivery.received import Reading
from bot.meetings import no_school
from bot.meetings.calendars import cards, model
from bot.meetings.calendars.model import CalendarUpload, Stage
from bot.payloads import Row
from bot.people import calendar_files, links
from bot.people import model as people
from bot.people.calendar_files import ENDINGS, LARGEST, Found, Named, Unreadable
from bot.request import Refusal, Request
from bot.storage import context
from bot.texts import Texts

KIND = "calendar"  # of a file that is received
TITLES, MOST = "titles", 25  # of the form; what it offers


def be_a_caretaker(request: Request, _subject: object) -> None:
    if not request.member.caretaker:
        names = [one.name for one in people.caretakers(request.session, request.district.id)]
        nobody = request.words("nobody-yet")
        raise Refusal.saying(request.words("calendar-file-who", names=request.words.listed(names) if names else nobody))


def receive(request: Request, _about: object) -> Answer:
    assert isinstance(request.act, Said)
    file = next(one for one in request.act.files if one.name.lower().endswith(ENDINGS))
    if file.size > LARGEST:
        raise Refusal.saying(request.words("calendar-file-large"))
    if not file.reference or request.act.place is None:
        raise Refusal.saying(request.words("calendar-file-elsewhere"))
    upload = CalendarUpload(district=request.district, member_id=request.member.id, name=file.name[:200])
    upload.stage, upload.at = Stage.READING, request.now
    request.session.add(upload)
    request.session.flush()
    received.receive(request.session, KIND, upload.id, request.act.place, file)
    to = links.alone_with(request.session, request.member, request.act.actor)
    outbox.say(request.session, to, cards.CARD, upload.id, request.words.language)
    return None  # the card says what comes of it


# Read, outside handlers ------------------------------------------------------------------------------------------


def read(session: Session, subject: int, content: bytes, texts: Texts) -> Found | str:
    """What is in it, or why it cannot be read: a name in `content/`."""
    upload = session.get_one(CalendarUpload, subject)
    try:
        return calendar_files.read(upload.name, content, upload.district.zone, cards.day_of(upload), named(texts))
    except Unreadable as unreadable:
        return unreadable.says


def named(texts: Texts) -> Named:
    return Named.read(texts.in_all("calendar-file-off"), texts.in_all("calendar-file-not-off"))


def keep(session: Session, subject: int, found: Any) -> None:
    upload = session.get_one(CalendarUpload, subject)
    if upload.stage is not Stage.READING:
        return
    if isinstance(found, Found):
        model.note(upload, found)
    else:
        upload.stage, upload.why = Stage.UNREADABLE, found or "calendar-file-not-had"
    outbox.change(session, cards.CARD, upload.id)


READING = Reading(read, keep)


# Looking it over -------------------------------------------------------------------------------------------------


def find(request: Request) -> CalendarUpload | None:
    """Of their own district."""
    found = model.to_change(request.session, request.payload(Row).id)
    return found if found is not None and found.district_id == request.district.id else None


def choose(request: Request, upload: CalendarUpload) -> Answer:
    """Those that seem to be days without school come first."""
    _refuse_unless_read(request, upload)
    words = request.words
    every = sorted((str(number), title) for number, (title, *_) in enumerate(upload.titles))
    every.sort(key=lambda one: (one[1] not in upload.chosen, int(one[0])))
    offered = tuple(Choice(number, title or words("calendar-file-untitled")) for number, title in every[:MOST])
    chosen = tuple(number for number, title in every[:MOST] if title in upload.chosen)
    hint = words("calendar-file-choose-more", count=MOST) if len(every) > MOST else ""
    field = ChoiceField(TITLES, words("calendar-file-choose-label"), offered, chosen, hint, len(offered), optional=True)
    title, submit = words("calendar-file-choose"), words("calendar-file-choose-submit")
    return Form(cards.CHOOSE, title, submit, words("cancel"), (field,), str(upload.id))


def chose(request: Request, upload: CalendarUpload) -> Answer:
    _refuse_unless_read(request, upload)
    known: Mapping[str, str] = {str(number): title for number, (title, *_) in enumerate(upload.titles)}
    upload.chosen = [known[one] for one in request.fields.get(TITLES, ()) if one in known]
    outbox.change(request.session, cards.CARD, upload.id)
    return forms.say(request, "calendar-file-chosen")


def apply(request: Request, upload: CalendarUpload) -> Answer:
    """What was looked over, or it is shown once more. Pressed twice, it is taken over once."""
    words, undo = request.words, Button(request.words("messages-undo"), cards.UNDO, str(upload.id))
    if upload.stage is not Stage.APPLIED:
        _refuse_unless_read(request, upload)
        changes = model.difference(request.session, upload, cards.day_of(upload))
        if request.payload(Row).rest != changes.seen:
            outbox.change(request.session, cards.CARD, upload.id)
            raise Refusal.saying(words("calendar-file-changed"))
        model.apply(request.session, upload, changes)
        _changed(request.session, upload)
    return Private(Message((Text(words("calendar-file-applied")), Buttons((undo,)))))


def drop(request: Request, upload: CalendarUpload) -> Answer:
    if upload.stage in (Stage.READING, Stage.READ, Stage.UNREADABLE):
        upload.stage = Stage.DROPPED
        model.forget(upload)
        outbox.change(request.session, cards.CARD, upload.id)
    return forms.say(request, cards.ENDED[upload.stage])


def undo(request: Request, upload: CalendarUpload) -> Answer:
    """The last one; those before it have others on top of them."""
    if upload.stage is Stage.APPLIED:
        if model.last_applied(request.session, upload.district_id) is not upload:
            raise Refusal.saying(request.words("calendar-file-not-last"))
        model.undo(request.session, upload)
        _changed(request.session, upload)
    return forms.say(request, "calendar-file-undone")


def _refuse_unless_read(request: Request, upload: CalendarUpload) -> None:
    if upload.stage is not Stage.READ:
        raise Refusal.saying(request.words(cards.ENDED.get(upload.stage, upload.why)))


def _changed(session: Session, upload: CalendarUpload) -> None:
    outbox.change(session, cards.CARD, upload.id)
    no_school.look_at_all(session, upload.district, context.now(session))
