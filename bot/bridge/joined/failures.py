"""What did not cross as it was said is told to its author, with the reason as far as it is known."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Part, Quote, Text, in_a_line
from bot.bridge import words as prose
from bot.bridge.carrying import BELOW, CHANGED, FILE, MESSAGE
from bot.bridge.joined import below
from bot.bridge.model import RelayedFile, RelayedMessage, Talk, Thread
from bot.delivery.outbox import Delivery, State
from bot.notices import Notice
from bot.people import model as people
from bot.people.cards import place_label
from bot.texts import Words

TOLD = "not-crossed"  # a notice
KNOWN = timedelta(days=3)  # for so long it is worth telling
SHORT, AT_ONCE = 200, 100
# Codes of the platforms for a channel that is archived, gone, or where the bot is not any more.
CLOSED = {"is_archived", "channel_not_found", "not_in_channel", "account_inactive", "10003", "50001", "50013"}
NOTHING_ABOVE = {"10008", "thread_not_found", "message_not_found"}  # what it answers is gone

_CROSSED = and_(RelayedMessage.crossed, RelayedMessage.deleted.is_(False), RelayedMessage.waits_since.is_(None))
_FAILED = Delivery.state.in_((State.FAILED, State.HELD))
_OF_MESSAGE = and_(Delivery.card == MESSAGE, _FAILED)
_OF_FILE = and_(Delivery.card == FILE, or_(_FAILED, and_(Delivery.state == State.STANDING, Delivery.reason != "")))
# Within a thread such a line quotes what it is about, as that was before it was changed or deleted.
_LINE = and_(Delivery.card == BELOW, Delivery.state == State.FAILED, Delivery.remote.is_not(None))
_TAKEN_BACK = or_(Delivery.removed, RelayedMessage.edition > Delivery.since)
_QUOTED = and_(_LINE, Delivery.subject == RelayedMessage.id, _TAKEN_BACK, Delivery.reason.not_in(NOTHING_ABOVE))


def tell_why(session: Session, subject: int, at: datetime) -> None:
    """Of one of which it is known why it did not cross; not again once it is forgotten who was told."""
    carried = session.get(RelayedMessage, subject)
    if carried is not None and carried.why and carried.member_id is not None:
        notices.tell(session, carried.member_id, TOLD, subject, at, at + KNOWN)


def tell(session: Session, now: datetime) -> bool:
    """Each author once of each message that the platform did not take."""
    ids = session.scalars(_troubled(now).limit(AT_ONCE)).all()
    for carried in session.scalars(
        select(RelayedMessage).where(RelayedMessage.id.in_(ids)).order_by(RelayedMessage.id)
    ):
        assert carried.member_id is not None
        notices.tell(session, carried.member_id, TOLD, carried.id, now, now + KNOWN)
    return len(ids) == AT_ONCE


def _troubled(now: datetime) -> Select[int]:
    message = select(Delivery.id).where(_OF_MESSAGE, Delivery.subject == RelayedMessage.id)
    theirs = RelayedFile.carried_id == RelayedMessage.id
    file = select(Delivery.id).join(RelayedFile, RelayedFile.id == Delivery.subject).where(_OF_FILE, theirs)
    line = select(Delivery.id).where(_QUOTED).correlate(RelayedMessage)
    quoted = and_(Talk.card == MESSAGE, line.exists())
    told = select(Notice.id).where(Notice.name == TOLD, Notice.subject == RelayedMessage.id)
    lately = RelayedMessage.crosses_at > now - KNOWN - notices.KEPT / 2  # as long as it is known who was told
    lost = and_(lately, _CROSSED, or_(below.has_nothing_above(), below.was_left()))
    joined = select(RelayedMessage.id).join(Thread).join(Talk).where(Talk.joining_id.is_not(None))
    return joined.where(
        RelayedMessage.member_id.is_not(None),
        or_(message.exists(), file.exists(), quoted, lost),
        ~told.exists(),
    ).order_by(RelayedMessage.id)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    carried = session.get(RelayedMessage, subject)
    return carried is not None and carried.member_id == member.id and _why(session, carried) is not None


def show(session: Session, subject: int, words: Words) -> list[Part]:
    carried = session.get_one(RelayedMessage, subject)
    said = prose.load(carried.words).text
    short = in_a_line(said, SHORT)
    why = _why(session, carried) or "not-crossed-refused"
    return [Text(words(why, place=place_label(carried.thread.place))), *([Quote(short)] if short else [])]


def _why(session: Session, carried: RelayedMessage) -> str | None:
    """A name in `content/`; None: all of it stands there by now."""
    failed = select(Delivery).where(_OF_MESSAGE, Delivery.subject == carried.id)
    failure = session.scalars(failed.limit(1)).first()
    if carried.why == CHANGED and failure is not None:
        return "not-crossed-change"
    if carried.why:
        return carried.why
    if failure is not None:
        return _why_of_message(carried, failure)
    line = select(Delivery.id).join(RelayedMessage, _QUOTED).where(RelayedMessage.id == carried.id).limit(1)
    if carried.thread.talk.card == MESSAGE and session.scalar(line) is not None:
        return "not-crossed-quoted"
    if carried.deleted:
        return None
    for why, lost in (("not-crossed-below", below.has_nothing_above()), ("not-crossed-left", below.was_left())):
        if session.scalar(select(RelayedMessage.id).where(RelayedMessage.id == carried.id, _CROSSED, lost)):
            return why
    files = select(RelayedFile.id).where(RelayedFile.carried_id == carried.id, RelayedFile.reference != "")
    lacking = session.scalars(select(Delivery).where(_OF_FILE, Delivery.subject.in_(files)).limit(1)).first()
    if lacking is None:
        return None
    return "not-crossed-file-large" if lacking.reason == "too_large" else "not-crossed-file"


def _why_of_message(carried: RelayedMessage, failure: Delivery) -> str | None:
    if failure.remote is not None:
        return "not-crossed-deletion" if carried.deleted or failure.removed else "not-crossed-change"
    if carried.deleted:
        return None
    if failure.state is State.HELD:
        return "not-crossed-unsure"
    if failure.reason in NOTHING_ABOVE and "/" in failure.address.partition("/")[2]:
        return "not-crossed-answer"
    return "not-crossed-closed" if failure.reason in CLOSED else "not-crossed-refused"
