"""What could not be posted in the other channel is said to its author, with the reason as far as it is known."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Part, Quote, Text
from bot.bridge import words as prose
from bot.bridge.carrying import MESSAGE
from bot.bridge.model import RelayedMessage, Talk, Thread
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


def tell(session: Session, now: datetime) -> bool:
    """Each author once of each message."""
    told = select(Notice.id).where(Notice.name == TOLD, Notice.subject == RelayedMessage.id)
    failed = (
        select(RelayedMessage.id, RelayedMessage.member_id)
        .join(Thread, Thread.id == RelayedMessage.thread_id)
        .join(Talk, Talk.id == Thread.talk_id)
        .join(Delivery, (Delivery.card == MESSAGE) & (Delivery.subject == RelayedMessage.id))
        .where(
            Talk.joining_id.is_not(None),
            Delivery.state.in_((State.FAILED, State.HELD)),
            RelayedMessage.deleted.is_(False),
            RelayedMessage.member_id.is_not(None),
            ~told.exists(),
        )
    )
    rows = session.execute(failed.distinct().order_by(RelayedMessage.id).limit(AT_ONCE)).all()
    for carried, member in rows:
        assert member is not None
        notices.tell(session, member, TOLD, carried, now, now + KNOWN)
    return len(rows) == AT_ONCE


def stands(session: Session, member: people.Member, subject: int) -> bool:
    carried = session.get(RelayedMessage, subject)
    own = carried is not None and carried.member_id == member.id and not carried.deleted
    return own and _failure(session, subject) is not None


def show(session: Session, subject: int, words: Words) -> list[Part]:
    carried, failure = session.get_one(RelayedMessage, subject), _failure(session, subject)
    closed = failure is not None and failure.reason in CLOSED
    why = "not-crossed-closed" if closed else "not-crossed-refused"
    said = prose.load(carried.words).text
    short = said if len(said) <= SHORT else f"{said[:SHORT]}…"
    return [Text(words(why, place=place_label(carried.thread.place))), *([Quote(short)] if short else [])]


def _failure(session: Session, subject: int) -> Delivery | None:
    failed = Delivery.state.in_((State.FAILED, State.HELD))
    return session.scalars(
        select(Delivery).where(Delivery.card == MESSAGE, Delivery.subject == subject, failed).limit(1)
    ).first()
