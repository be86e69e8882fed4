"""The files that go with a broadcast: posted below it in its channels, given to its readers one by one, taken back with
it, and outdated at the end of its time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot import drafts, numerals, uploads
from bot.boundary import Address, Button, Message, Note, RemoteFile
from bot.broadcasts.model import BEFORE, FILE, KEPT, TOLD, WRITE, Broadcast, BroadcastFile, OfDraft, Status
from bot.delivery import outbox, rulings
from bot.delivery.outbox import State
from bot.drafts import Draft
from bot.payloads import number
from bot.people import committees
from bot.people.cards import place_label, seat_title
from bot.people.places import Place
from bot.texts import Texts, Words
from bot.uploads import COUNT, MOST, Upload

KIND = "broadcast"  # of its files
ADD, OUT = "broadcast.file-add", "broadcast.file-out"  # what its writer presses
CAME = "broadcast.file-came"  # the card that says to the one who sent it what becomes of it
FILES = "files"  # what a draft says: the numbers of its files
AT_ONCE = 50  # files that are deleted in one go

# Posted ------------------------------------------------------------------------------------------------------------


def kept_out(session: Session, places: Sequence[Place]) -> list[Place]:
    """Those in which a committee is at home whose files stay where they were sent."""
    closed = committees.without_files(session, [place.id for place in places]) if places else set()
    return [place for place in places if place.id in closed]


def post(session: Session, row: Broadcast, places: Sequence[Place]) -> None:
    """Below what it says, which is said there already."""
    closed = kept_out(session, places) if row.attached else []
    for place in places:
        if place not in closed:
            for one in row.attached:
                outbox.say(session, Address.parse(place.address), FILE, one.id, place.language)
    for one in row.attached:
        outbox.settle(session, FILE, one.id)
        outbox.change(session, CAME, one.upload_id)


def has_gone(session: Session, file: Upload) -> bool:
    """With a message, to its readers."""
    out = (BroadcastFile.upload_id == file.id, ~BroadcastFile.taken_out, Broadcast.status.in_(TOLD))
    return session.scalar(select(BroadcastFile.id).join(Broadcast).where(*out).limit(1)) is not None


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """In a channel. Of one that was taken out meanwhile, it is how it is known there."""
    one = session.get_one(BroadcastFile, subject)
    file, seat = one.upload, seat_title(one.broadcast.seat, words)
    size = numerals.size(file.size)
    said = words("broadcast-file", file=file.name, size=size, seat=seat)
    instead = words("broadcast-file-stays", file=file.name, seat=seat)
    content = None if one.taken_out else file.content
    loan = RemoteFile(file.name, file.size, None, "", instead, content)
    return Message((Note(said),), file=loan)


def leave(session: Session, row: Broadcast, place: Place) -> None:
    """It is for others by now."""
    for one in row.files:
        outbox.remove(session, FILE, one.id, place.address)


def withhold(session: Session, row: Broadcast) -> None:
    for one in row.files:
        outbox.withhold(session, FILE, one.id)


def take_out(session: Session, one: BroadcastFile) -> None:
    """Wherever the bot can; what people have got they keep."""
    one.taken_out = True
    if not _goes_elsewhere(session, one):
        one.upload.drop()
    outbox.remove(session, FILE, one.id)
    rulings.leave(session, FILE, one.id)
    outbox.change(session, CAME, one.upload_id)


def _goes_elsewhere(session: Session, one: BroadcastFile) -> bool:
    """With another message: what was taken off can be sent once more, and more than once."""
    same = (BroadcastFile.upload_id == one.upload_id, BroadcastFile.id != one.id, ~BroadcastFile.taken_out)
    others = select(BroadcastFile.id).join(Broadcast).where(*same, Broadcast.status != Status.WITHDRAWN)
    return session.scalar(others.limit(1)) is not None


def lacking(session: Session, row: Broadcast, words: Words) -> list[str]:
    """Where one could not be posted, or may not have been."""
    told, places = [], {one.place.address: one.place for one in row.addressed if not one.failed}
    names = {State.FAILED: "broadcast-file-failed", State.HELD: "broadcast-file-held"}
    for one in row.attached:
        for standing in outbox.standings(session, FILE, one.id):
            if standing.state in names and standing.address in places:
                place = place_label(places[standing.address])
                told.append(words(names[standing.state], file=one.upload.name, place=place))
    return told


# Shown -------------------------------------------------------------------------------------------------------------


def listed(some: Sequence[Upload], words: Words) -> list[Note]:
    names = [uploads.label(one, words) for one in some]
    return [Note(words("broadcast-files", files=words.listed(names), count=len(names)))] if names else []


def buttons(row: Broadcast, words: Words) -> list[Button]:
    """Each gives a reader one of them."""
    return [Button(uploads.label(one.upload, words), FILE, str(one.id)) for one in row.attached]


def to_change(draft: int, some: Sequence[Upload], words: Words) -> list[Button]:
    """To its writer, before they send it."""
    add = [Button(words("file-add"), ADD, str(draft))] if len(some) < MOST else []
    names = [(one.id, words("broadcast-file-out", name=uploads.short(one))) for one in some]
    return [*add, *(Button(label, OUT, str(OfDraft(draft, id))) for id, label in names)]


# Deleted -----------------------------------------------------------------------------------------------------------


def outdated(session: Session, now: datetime) -> Sequence[Upload]:
    """Some that go with nothing any more: neither a draft, nor a message that was planned, was handed in lately or can
    be changed."""
    goes_with = or_(
        Broadcast.status == Status.PLANNED,
        Broadcast.status.in_((*BEFORE, *TOLD)) & (Broadcast.at > now - KEPT),
        (Broadcast.status == Status.WITHDRAWN) & (Broadcast.at > now - drafts.KEPT),
    )
    held = select(BroadcastFile.upload_id).join(Broadcast).where(~BroadcastFile.taken_out, goes_with)
    those = (Upload.kind == KIND, Upload.stage.in_(COUNT), Upload.id.not_in(held))
    in_drafts = select(Draft.fields).where(Draft.form == WRITE, Draft.became.is_(None))
    written = {number(one) for fields in session.scalars(in_drafts) for one in fields.get(FILES, ())}
    return session.scalars(select(Upload).where(*those, Upload.id.not_in(written - {None})).limit(AT_ONCE)).all()


def unsent_with(session: Session, file: Upload) -> Sequence[Broadcast]:
    """Messages that were to go out with it, locked."""
    goes = (BroadcastFile.upload_id == file.id, ~BroadcastFile.taken_out, Broadcast.status.in_(BEFORE))
    found = select(Broadcast).join(BroadcastFile).where(*goes).order_by(Broadcast.id)
    return session.scalars(found.with_for_update(of=Broadcast)).unique().all()
