"""A file that goes with what lies on the data shelf. The seat that holds the data says that it will send one, sends it
to the bot, looks it over and puts it there; then those who may read the shelf can get it, each for themselves."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import numerals, timetable
from bot.boundary import Address, Answer, Button, Buttons, File, Message, Note, Part, Private, Quote, Said, Text
from bot.delivery import outbox, received
from bot.delivery.received import Reading
from bot.goals.shelf.model import DataFile, DataItem, Stage
from bot.payloads import Row
from bot.people import model as people
from bot.people import records
from bot.people.audiences import Kind
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Texts, Words

KIND, CARD = "data", "data.file"  # of a file that is received; what its sender is shown of it
ADD, PUT, DROP, GET = "data.file-add", "data.file-put", "data.file-drop", "data.file-get"
FORGET = "data.file-forget"  # the name under which the timetable drops what nobody put on the shelf
# By how its name ends, with what its content begins; of a table as text that it is text.
BEGINS = {
    ".pdf": b"%PDF-",
    ".xlsx": b"PK\x03\x04",
    ".docx": b"PK\x03\x04",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".csv": b"",
}
ANY = ("",)  # what somebody sends who was asked for a file is one for the shelf, if only to be told that it can't be
MOST = 2  # with one item
LARGEST, ROOM = 2 << 20, 100 << 20  # bytes of one; of all of a district
WAIT, KEPT = timedelta(hours=1), timedelta(days=1)  # in which it is sent; in which it is put on the shelf
NAMED, LABEL = 100, 60  # characters of a name; of one on a button
SAYS = {Stage.FETCHED: "data-file-fetched", Stage.REFUSED: "data-file-refused", Stage.DROPPED: "data-file-dropped"}


def find(request: Request) -> DataFile | None:
    return locked(request.session, DataFile, request.payload(Row).id)


def hold_it(request: Request, file: DataFile) -> None:
    if file.item.seat.acting_id != request.member.id or not file.item.is_on_shelf:
        raise Refusal.saying(request.words("gone"))


def read_it(request: Request, file: DataFile) -> None:
    there = file.stage is Stage.ON_SHELF and file.item.is_on_shelf
    if not (there and file.item.audience.admits(request.session, request.member)):
        raise Refusal.saying(request.words("gone"))


# Sending one -------------------------------------------------------------------------------------------------------


def has_room(item: DataItem) -> bool:
    return sum(one.stage not in (Stage.REFUSED, Stage.DROPPED) for one in item.files) < MOST


def expect(request: Request, item: DataItem) -> Answer:
    """Who will be able to get it is said before it is sent."""
    words = request.words
    if not item.is_on_shelf:
        raise Refusal.saying(words("gone"))
    if not has_room(item):
        raise Refusal.saying(words("data-file-full", most=MOST))
    item.file_until = request.now + WAIT
    small = words("data-file-small", groups=_groups(request.session, item, words))
    back = Buttons((Button(words("data-shelf"), "data.list"),))
    kinds = Note(words("data-file-kinds", size=LARGEST >> 20))
    return Private(Message((Text(words("data-file-send")), Text(small), kinds, back)))


def _expected(request: Request) -> int | None:
    """The number of the last for which they said that they would send one."""
    mine = (people.Seat.acting_id == request.member.id, DataItem.file_until > request.now)
    there = select(DataItem.id).join(people.Seat, DataItem.seat_id == people.Seat.id).where(*mine, ~DataItem.taken_back)
    return request.session.scalar(there.order_by(DataItem.file_until.desc()).limit(1))


def is_expected(request: Request) -> bool:
    return _expected(request) is not None


def find_expected(request: Request) -> DataItem | None:
    """Nobody else sends one for it meanwhile."""
    id = _expected(request)
    item = locked(request.session, DataItem, id) if id else None
    return item if item is not None and item.file_until is not None and item.file_until > request.now else None


def receive(request: Request, item: DataItem) -> Answer:
    """Its card says what comes of it. Where several came, the first."""
    assert isinstance(request.act, Said)
    session, words = request.session, request.words
    sent, *others = request.act.files
    if not sent.name.lower().endswith(tuple(BEGINS)):
        raise Refusal.saying(f"{words('data-file-kind')} {words('data-file-kinds', size=LARGEST >> 20)}")
    if sent.size > LARGEST:
        raise Refusal.saying(f"{words('data-file-large')} {words('data-file-kinds', size=LARGEST >> 20)}")
    if not sent.reference or request.act.place is None:
        raise Refusal.saying(words("data-file-elsewhere"))
    if _taken(session, item.district_id) + sent.size > ROOM:
        raise Refusal.saying(words("data-file-shelf-full"))
    file = DataFile(item=item, name=_short(sent.name), size=sent.size, stage=Stage.FETCHED, at=request.now)
    item.file_until = None
    session.add(file)
    session.flush()
    timetable.set_due(session, FORGET, file.id, request.now + KEPT)
    received.receive(session, KIND, file.id, request.act.place, sent)
    outbox.say(session, Address.alone_with(request.act.actor), CARD, file.id, words.language)
    return Private(Message((Text(words("data-file-one", name=file.name)),))) if others else None


def _taken(session: Session, district_id: int) -> int:
    theirs = select(func.sum(DataFile.size)).join(DataItem).where(DataItem.district_id == district_id)
    return session.scalar(theirs.where(DataFile.stage.not_in((Stage.REFUSED, Stage.DROPPED)))) or 0


def _short(name: str) -> str:
    """With its ending."""
    begin, dot, ending = name.rpartition(".")
    return f"{begin[: NAMED - len(ending) - 1]}{dot}{ending}"


# Fetched, outside handlers -----------------------------------------------------------------------------------------


def read(session: Session, subject: int, content: bytes, _texts: Texts) -> tuple[bytes, bool] | None:
    """It, and whether it looks like students' records; None: it is not what its name says."""
    file = session.get_one(DataFile, subject)
    ending = next((one for one in BEGINS if file.name.lower().endswith(one)), None)
    if ending is None or not 0 < len(content) <= LARGEST or not content.startswith(BEGINS[ending]):
        return None
    if ending != ".csv":
        return content, False
    if b"\0" in content:
        return None
    text, district = content.decode(errors="replace"), session.get_one(people.District, file.item.district_id)
    return content, records.is_any_in(district, text, file.at)


def keep(session: Session, subject: int, found: tuple[bytes, bool] | None) -> None:
    file = session.get_one(DataFile, subject)
    if file.stage is not Stage.FETCHED:
        return
    if found is None:
        file.stage = Stage.REFUSED
    else:
        file.content, file.personal = found
        file.size, file.stage = len(file.content), Stage.LOOKED_OVER
    outbox.change(session, CARD, file.id)


READING = Reading(read, keep)


# Looked over -------------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """To the one who sent it."""
    file = session.get_one(DataFile, subject)
    if file.stage in SAYS:
        return Message((Text(words(SAYS[file.stage], name=file.name)),))
    groups = _groups(session, file.item, words)
    if file.stage is Stage.ON_SHELF:
        off = Button(words("data-file-off"), DROP, str(file.id))
        return Message((Text(words("data-file-is-there", name=file.name, groups=groups)), Buttons((off,))))
    put = Button(words("data-file-put"), PUT, str(Row(file.id, file.item.audience.seen)), "main")
    parts: list[Part] = [Text(words("data-file-came", name=file.name, size=numerals.size(file.size)))]
    parts += [Text(words("data-file-personal"))] if file.personal else []
    parts.append(Text(words("data-file-for", what=file.item.what, groups=groups)))
    return Message((*parts, Buttons((put, Button(words("data-file-drop"), DROP, str(file.id))))))


def _groups(session: Session, item: DataItem, words: Words) -> str:
    ids = [one.id for one in item.audience.clauses if one.kind is Kind.GROUP]
    found = session.scalars(select(people.Group.name).where(people.Group.id.in_(ids)).order_by(people.Group.id))
    return words.listed(list(found))


def put(request: Request, file: DataFile) -> Answer:
    """For those who were named."""
    words = request.words
    if file.stage is Stage.LOOKED_OVER:
        if request.payload(Row).rest != file.item.audience.seen:
            outbox.change(request.session, CARD, file.id)
            raise Refusal.saying(words("data-file-again"))
        file.stage = Stage.ON_SHELF
        timetable.forget(request.session, FORGET, file.id)
    return _said(request, file, words("data-on-shelf"))


def drop(request: Request, file: DataFile) -> Answer:
    """While it is looked over, and later."""
    file.drop()
    timetable.forget(request.session, FORGET, file.id)
    return _said(request, file, request.words("data-file-dropped", name=file.name))


def _said(request: Request, file: DataFile, text: str) -> Answer:
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
    file = locked(session, DataFile, subject)
    if file is not None and file.stage in (Stage.FETCHED, Stage.LOOKED_OVER):
        file.drop()
        outbox.change(session, CARD, file.id)


# Getting it --------------------------------------------------------------------------------------------------------


def to_get(item: DataItem, words: Words) -> list[Button]:
    there = [one for one in item.files if one.stage is Stage.ON_SHELF]
    return [Button(_label(one, words), GET, str(one.id)) for one in there]


def _label(file: DataFile, words: Words) -> str:
    name = file.name if len(file.name) <= LABEL else f"{file.name[: LABEL - 15]}…{file.name[-14:]}"
    return words("data-file-get", name=name, size=numerals.size(file.size))


def get(request: Request, file: DataFile) -> Answer:
    content, words = file.content or b"", request.words
    buttons = [Button(words("data-shelf"), "data.list")]
    if file.item.seat.acting_id == request.member.id:
        buttons.append(Button(words("data-file-off"), DROP, str(file.id)))
    said = (Text(words("data-file-follows", name=file.name)), Quote(file.item.what), Buttons(tuple(buttons)))

    async def make() -> bytes:
        return content

    return Private(Message(said), files=(File(file.name, "", make),))
