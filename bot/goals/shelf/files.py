"""A file that goes with what lies on the data shelf. The seat that holds the data says that it will send one, sends it
to the bot, looks it over and puts it there; then those who may read the shelf can get it, each for themselves."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import timetable, uploads
from bot.boundary import Answer, Button, Buttons, Message, Part, Private, Quote, Text
from bot.delivery import outbox
from bot.goals.shelf.model import KIND, DataItem
from bot.payloads import Row
from bot.people import model as people
from bot.people.audiences import Kind
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Texts, Words
from bot.uploads import COUNT, MOST, SAYS, WAIT, Stage, Upload

CARD = "data.file"  # what its sender is shown of it
ADD, PUT, DROP, GET = "data.file-add", "data.file-put", "data.file-drop", "data.file-get"
FORGET = "data.file-forget"  # the name under which the timetable drops what nobody put on the shelf
KEPT = timedelta(days=1)  # in which it is put on the shelf
READING = uploads.reading(CARD)


def find(request: Request) -> Upload | None:
    file = locked(request.session, Upload, request.payload(Row).id)
    return file if file is not None and file.kind == KIND else None


def _item(session: Session, file: Upload) -> DataItem:
    return session.get_one(DataItem, file.subject)


def hold_it(request: Request, file: Upload) -> None:
    item = _item(request.session, file)
    if item.seat.acting_id != request.member.id or not item.is_on_shelf:
        raise Refusal.saying(request.words("gone"))


def read_it(request: Request, file: Upload) -> None:
    item = _item(request.session, file)
    there = file.stage is Stage.SHARED and item.is_on_shelf
    if not (there and item.audience.admits(request.session, request.member)):
        raise Refusal.saying(request.words("gone"))


# Sending one -------------------------------------------------------------------------------------------------------


def has_room(item: DataItem) -> bool:
    return sum(one.stage in COUNT for one in item.files) < MOST


def expect(request: Request, item: DataItem) -> Answer:
    """Who will be able to get it is said before it is sent."""
    words = request.words
    if not item.is_on_shelf:
        raise Refusal.saying(words("gone"))
    if not has_room(item):
        raise Refusal.saying(words("file-full", most=MOST))
    item.file_until = request.now + WAIT
    small = words("data-file-small", groups=_groups(request.session, item, words))
    back = Buttons((Button(words("data-shelf"), "data.list"),))
    return Private(Message((*uploads.asked_for(words, small), back)))


def _expected(request: Request) -> tuple[datetime, int] | None:
    """Until when, and the number of the last for which they said that they would send one."""
    mine = (people.Seat.acting_id == request.member.id, DataItem.file_until > request.now, ~DataItem.taken_back)
    there = select(DataItem.file_until, DataItem.id).join(people.Seat, DataItem.seat_id == people.Seat.id).where(*mine)
    row = request.session.execute(there.order_by(DataItem.file_until.desc()).limit(1)).first()
    return (row.file_until, row.id) if row else None


def expected_until(request: Request) -> datetime | None:
    expected = _expected(request)
    return expected[0] if expected else None


def find_expected(request: Request) -> DataItem | None:
    """Nobody else sends one for it meanwhile."""
    expected = _expected(request)
    item = locked(request.session, DataItem, expected[1]) if expected else None
    return item if item is not None and item.file_until is not None and item.file_until > request.now else None


def receive(request: Request, item: DataItem) -> Answer:
    file = uploads.take(request, KIND, item.id, CARD)
    item.file_until = None
    timetable.set_due(request.session, FORGET, file.id, request.now + KEPT)
    return uploads.only(request, file)


# Looked over -------------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """To the one who sent it."""
    file = session.get_one(Upload, subject)
    if file.stage in SAYS:
        return Message((Text(words(SAYS[file.stage], name=file.name)),))
    item = _item(session, file)
    groups = _groups(session, item, words)
    if file.stage is Stage.SHARED:
        off = Button(words("data-file-off"), DROP, str(file.id))
        return Message((Text(words("data-file-is-there", name=file.name, groups=groups)), Buttons((off,))))
    put = Button(words("data-file-put"), PUT, str(Row(file.id, item.audience.seen)), "main")
    parts: list[Part] = [*uploads.came(file, words), Text(words("data-file-for", what=item.what, groups=groups))]
    return Message((*parts, Buttons((put, Button(words("data-file-drop"), DROP, str(file.id))))))


def _groups(session: Session, item: DataItem, words: Words) -> str:
    ids = [one.id for one in item.audience.clauses if one.kind is Kind.GROUP]
    found = session.scalars(select(people.Group.name).where(people.Group.id.in_(ids)).order_by(people.Group.id))
    return words.listed(list(found))


def put(request: Request, file: Upload) -> Answer:
    """For those who were named."""
    words = request.words
    if file.stage is Stage.HERE:
        if request.payload(Row).rest != _item(request.session, file).audience.seen:
            outbox.change(request.session, CARD, file.id)
            raise Refusal.saying(words("data-file-again"))
        file.stage = Stage.SHARED
        timetable.forget(request.session, FORGET, file.id)
    return _said(request, file, words("data-on-shelf"))


def drop(request: Request, file: Upload) -> Answer:
    """While it is looked over, and later."""
    file.drop()
    timetable.forget(request.session, FORGET, file.id)
    return _said(request, file, request.words("file-dropped", name=file.name))


def _said(request: Request, file: Upload, text: str) -> Answer:
    outbox.change(request.session, CARD, file.id)
    return Private(Message((Text(text), Buttons((Button(request.words("data-shelf"), "data.list"),)))))


def changed(session: Session, item: DataItem) -> None:
    """Its readers may be others now: the cards name them."""
    for one in item.files:
        outbox.change(session, CARD, one.id)


def drop_all(session: Session, item: DataItem) -> None:
    for one in item.files:
        one.drop()
        timetable.forget(session, FORGET, one.id)
        outbox.change(session, CARD, one.id)


def forget(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable."""
    file = locked(session, Upload, subject)
    if file is not None and file.stage in (Stage.FETCHED, Stage.HERE):
        file.drop()
        outbox.change(session, CARD, file.id)


# Getting it --------------------------------------------------------------------------------------------------------


def to_get(item: DataItem, words: Words) -> list[Button]:
    there = [one for one in item.files if one.stage is Stage.SHARED]
    return [Button(uploads.label(one, words), GET, str(one.id)) for one in there]


def get(request: Request, file: Upload) -> Answer:
    words, item = request.words, _item(request.session, file)
    buttons = [Button(words("data-shelf"), "data.list")]
    if item.seat.acting_id == request.member.id:
        buttons.append(Button(words("data-file-off"), DROP, str(file.id)))
    said = (Text(words("file-follows", name=file.name)), Quote(item.what), Buttons(tuple(buttons)))
    return Private(Message(said), files=(uploads.given(file),))
