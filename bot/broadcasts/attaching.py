"""Its writer sends files to go with a broadcast, and takes them out; who approves it and who reads it opens them;
in the end they are deleted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import approvals, uploads
from bot.boundary import Answer, Button, Buttons, Message, Private, Said, Text
from bot.broadcasts import files, lifecycle, rules, writing
from bot.broadcasts.drafting import WRITING
from bot.broadcasts.files import CAME, FILES, KIND
from bot.broadcasts.model import BEFORE, TOLD, WRITE, BroadcastFile, OfDraft, Status
from bot.broadcasts.writing import FILE_UNTIL
from bot.delivery import outbox
from bot.drafts import Draft
from bot.forms import first, moment
from bot.payloads import Row, Shown
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Texts, Words
from bot.uploads import MOST, SAYS, WAIT, Stage, Upload

READING = uploads.reading(CAME)

# Its writer --------------------------------------------------------------------------------------------------------


def expect(request: Request, draft: Draft) -> Answer:
    """Who gets it is said before it is sent."""
    WRITING.refuse_if_sent(request, draft)
    words = request.words
    if len(writing.files_of(request.session, draft.typed)) >= MOST:
        raise Refusal.saying(words("file-full", most=MOST))
    draft.fields = {**draft.fields, FILE_UNTIL: [(request.now + WAIT).isoformat()]}
    draft.at = request.now
    back = Buttons((Button(words("home-back"), "broadcast.take-up", str(draft.id)),))
    return Private(Message((*uploads.asked_for(words, words("broadcast-file-small")), back)))


def _expected(request: Request) -> tuple[datetime, int] | None:
    """Until when, and for which draft: the last for which they said that they would send one."""
    mine = (Draft.member_id == request.member.id, Draft.form == WRITE, Draft.became.is_(None))
    found = request.session.scalars(select(Draft).where(*mine)).all()
    open = [(until, one.id) for one in found if (until := moment(first(one.typed, FILE_UNTIL))) and until > request.now]
    return max(open, default=None)


def expected_until(request: Request) -> datetime | None:
    expected = _expected(request)
    return expected[0] if expected else None


def receive(request: Request, _about: object) -> Answer:
    assert isinstance(request.act, Said)
    session, expected = request.session, _expected(request)
    draft = locked(session, Draft, expected[1]) if expected else None
    if draft is None or draft.became is not None:
        raise Refusal.saying(request.words("gone"))
    there, name = writing.files_of(session, draft.typed), request.act.files[0].name
    if len(there) >= MOST:
        raise Refusal.saying(request.words("file-full", most=MOST))
    if name in {one.name for one in there}:  # in a channel the two could not be told apart
        raise Refusal.saying(request.words("broadcast-file-twice", name=name))
    file = uploads.take(request, KIND, draft.id, CAME)
    draft.fields = {**draft.fields, FILES: [*(str(one.id) for one in there), str(file.id)], FILE_UNTIL: []}
    draft.at = request.now
    return uploads.only(request, file)


def came(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """To the one who sent it: what they have written is as it was, whatever becomes of the file."""
    file = session.get_one(Upload, subject)
    look = Buttons((Button(words("broadcast-file-look"), "broadcast.take-up", str(file.subject), "main"),))
    if file.stage in SAYS:
        told = Text(words(SAYS[file.stage], name=file.name))
        return Message((told, look) if file.stage is Stage.REFUSED else (told,))
    if files.has_gone(session, file):
        return Message((Text(words("broadcast-file-went", name=file.name)),))
    return Message((*uploads.came(file, words), look))


def take_out(request: Request, draft: Draft) -> Answer:
    left = tuple(one for one in draft.typed.get(FILES, ()) if one != str(request.payload(OfDraft).file))
    return WRITING.look_over(request, {**draft.typed, FILES: left}, draft)


# Who opens it ------------------------------------------------------------------------------------------------------


def find(request: Request) -> BroadcastFile | None:
    return request.session.get(BroadcastFile, request.payload(Row).id)


def may_open(request: Request, one: BroadcastFile) -> None:
    """Its sender and who is to approve it, before it goes; then its readers."""
    session, member, row = request.session, request.member, one.broadcast
    reads = row.status in TOLD and rules.reads(request, row)
    own = lifecycle.is_of(session, row, member) or lifecycle.may_approve(session, row, member) is not None
    if one not in row.attached or not (reads or own):
        raise Refusal.saying(request.words("gone"))


def open_it(request: Request, one: BroadcastFile) -> Answer:
    words, row = request.words, one.broadcast
    opens, about = "broadcast.show", str(Shown(row.id, words.language))
    if row.status in BEFORE:
        approves = lifecycle.may_approve(request.session, row, request.member) is not None
        opens, about = "broadcast.check" if approves else "broadcast.look", str(row.id)
    back = Buttons((Button(words("home-back"), opens, about),))
    said = Text(words("file-follows", name=one.upload.name))
    return Private(Message((said, back)), files=(uploads.given(one.upload),))


# Deleted -----------------------------------------------------------------------------------------------------------


def forget(session: Session, now: datetime) -> bool:
    """A message that still waits is another one without it: who has approved it or looked it over does so anew."""
    found = files.outdated(session, now)
    for file in found:
        for row in files.unsent_with(session, file):
            row.version = approvals.new_version()
            if row.status is Status.WAITING:
                lifecycle.hand_in(session, row, [one.group for one in row.approvals], now)
        file.drop()
        outbox.change(session, CAME, file.id)
    return len(found) == files.AT_ONCE
