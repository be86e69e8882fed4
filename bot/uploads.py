"""Files that people send to the bot for something of theirs: they say that they will send one, it is taken in, looked
at, kept until that is over, and given to its readers, each for themselves. Its feature says who these are."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from sqlalchemy import Enum, ForeignKey, Index, LargeBinary, false, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import numerals
from bot.boundary import Attachment, File, Message, Note, Private, Said, Text
from bot.delivery import outbox, received
from bot.delivery.received import Reading
from bot.people import links, records
from bot.people import model as people
from bot.request import Refusal, Request
from bot.storage.tables import Table
from bot.texts import Texts, Words

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
ANY = ("",)  # what somebody sends who was asked for a file is meant, if only to be told that it can't be taken
MOST = 2  # with one thing
LARGEST, ROOM = 2 << 20, 100 << 20  # bytes of one; of all of a district
WAIT = timedelta(hours=1)  # in which it is sent
NAMED, LABEL = 100, 50  # characters of a name; of one on a button


class Stage(StrEnum):
    FETCHED = "fetched"  # is being, from where it was sent
    REFUSED = "refused"  # it could not be had, or is not what its name says
    HERE = "here"  # for the one who sent it
    SHARED = "shared"  # there to be had
    DROPPED = "dropped"  # and its content is gone


SAYS = {Stage.FETCHED: "file-fetched", Stage.REFUSED: "file-refused", Stage.DROPPED: "file-dropped"}


class Upload(Table):
    """`kind` is a name of `bot.routes.HOUSE.files`, `subject` what it is for there. Its content is here until it is
    dropped."""

    __tablename__ = "uploads"
    __table_args__ = (Index("ix_uploads_for", "kind", "subject"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    subject: Mapped[int]
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    name: Mapped[str]
    size: Mapped[int]  # bytes
    stage: Mapped[Stage] = mapped_column(
        Enum(Stage, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])
    )
    personal: Mapped[bool] = mapped_column(default=False, server_default=false())  # it looks like students' records
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    at: Mapped[datetime]

    def drop(self) -> None:
        self.stage, self.content = Stage.DROPPED, None


COUNT = (Stage.FETCHED, Stage.HERE, Stage.SHARED)  # take up room

# Taken in ----------------------------------------------------------------------------------------------------------


def asked_for(words: Words, *said: str) -> tuple[Text | Note, ...]:
    """With what is `said` of those who will get it, before it is sent."""
    return (Text(words("file-send")), *map(Text, said), Note(_kinds(words)))


def take(request: Request, kind: str, subject: int, card: str) -> Upload:
    """The first of what was sent. Its card, to the one who sent it, says what comes of it. Raises Refusal."""
    assert isinstance(request.act, Said)
    sent, place, session = request.act.files[0], request.act.place, request.session
    if why := _wrong(request, sent):
        raise Refusal.saying(why)
    if not sent.reference or place is None:
        raise Refusal.saying(request.words("file-elsewhere"))
    file = Upload(kind=kind, subject=subject, district_id=request.district.id, name=_short(sent.name), size=sent.size)
    file.stage, file.at = Stage.FETCHED, request.now
    session.add(file)
    session.flush()
    received.receive(session, kind, file.id, place, sent)
    to = links.alone_with(session, request.member, request.act.actor)
    outbox.say(session, to, card, file.id, request.words.language)
    return file


def only(request: Request, file: Upload) -> Private | None:
    """Says so where several came."""
    assert isinstance(request.act, Said)
    told = Message((Text(request.words("file-one", name=file.name)),))
    return Private(told) if len(request.act.files) > 1 else None


def _wrong(request: Request, sent: Attachment) -> str:
    words = request.words
    if not sent.name.lower().endswith(tuple(BEGINS)):
        return f"{words('file-kind')} {_kinds(words)}"
    if sent.size > LARGEST:
        return f"{words('file-large')} {_kinds(words)}"
    return words("file-no-room") if _taken(request) + sent.size > ROOM else ""


def _kinds(words: Words) -> str:
    return words("file-kinds", size=LARGEST >> 20)


def _taken(request: Request) -> int:
    """Bytes."""
    theirs = (Upload.district_id == request.district.id, Upload.stage.in_(COUNT))
    return request.session.scalar(select(func.sum(Upload.size)).where(*theirs)) or 0


def _short(name: str) -> str:
    """With its ending."""
    begin, dot, ending = name.rpartition(".")
    return f"{begin[: NAMED - len(ending) - 1]}{dot}{ending}"


# Fetched, outside handlers -----------------------------------------------------------------------------------------


def reading(card: str) -> Reading:
    return Reading(_read, partial(_keep, card))


def _read(session: Session, subject: int, content: bytes, _texts: Texts) -> tuple[bytes, bool] | None:
    """It, and whether it or its name looks like students' records; None: it is not what its name says."""
    file = session.get_one(Upload, subject)
    ending = next((one for one in BEGINS if file.name.lower().endswith(one)), None)
    if ending is None or not 0 < len(content) <= LARGEST or not content.startswith(BEGINS[ending]):
        return None
    if ending == ".csv" and b"\0" in content:
        return None
    text = content.decode(errors="replace") if ending == ".csv" else ""
    district, name = session.get_one(people.District, file.district_id), file.name.replace("_", " ")
    return content, any(records.is_any_in(district, one, file.at) for one in (name, text))


def _keep(card: str, session: Session, subject: int, found: Any) -> None:
    file = session.get_one(Upload, subject)
    if file.stage is not Stage.FETCHED:
        return
    if found is None:
        file.stage = Stage.REFUSED
    else:
        file.content, file.personal = found
        file.size, file.stage = len(found[0]), Stage.HERE
    outbox.change(session, card, file.id)


# Shown and given ---------------------------------------------------------------------------------------------------


def came(file: Upload, words: Words) -> list[Text]:
    """To the one who sent it, once it is here."""
    told = [Text(words("file-came", name=file.name, size=numerals.size(file.size)))]
    return [*told, Text(words("file-personal"))] if file.personal else told


def label(file: Upload, words: Words) -> str:
    return words("file-get", name=short(file), size=numerals.size(file.size))


def short(file: Upload) -> str:
    return file.name if len(file.name) <= LABEL else f"{file.name[: LABEL - 15]}…{file.name[-14:]}"


def given(file: Upload) -> File:
    content = file.content or b""

    async def make() -> bytes:
        return content

    return File(file.name, "", make)
