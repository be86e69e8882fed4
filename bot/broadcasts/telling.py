"""What people find of broadcasts in their message of the day: the broadcast itself, that they have not said they read
it, and what waits for their approval or their words."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Button, Buttons, Part, Quote, Text
from bot.broadcasts import cards, lifecycle, scope, walks
from bot.broadcasts.lifecycle import BACK
from bot.broadcasts.model import (
    CARD,
    DIRECT,
    KEPT,
    NEWS,
    TOLD,
    Broadcast,
    BroadcastDirect,
    Status,
    glimpsed,
    to_change,
)
from bot.broadcasts.reading import has_read
from bot.broadcasts.recipients import NOTICE
from bot.delivery import outbox
from bot.delivery.outbox import State
from bot.feature import NoticeKind
from bot.notices import Notice
from bot.people import model as people
from bot.people import presence
from bot.people.cards import seat_title
from bot.people.seats import SeatChange
from bot.storage import context
from bot.texts import Words

LANGUAGE = "broadcast.language"  # the name of a kind of notice


def stands(session: Session, member: people.Member, subject: int) -> bool:
    row = glimpsed(session, subject)
    if row is None or not row.admits(session, member):
        return False
    notice = session.connection().execute(_NOTICE, {"member": member.id, "subject": subject}).one_or_none()
    if notice is None:
        return False
    if row.status in (Status.STOPPED, Status.RETRACTED):
        return notice.seen if notice.roundup_id is None else cards.has_arrived(session, notices.CARD, notice.roundup_id)
    if notice.roundup_id is not None:  # on its way, or there
        return row.status in TOLD
    if has_read(session, subject, member) or context.now(session) > row.at + NEWS:
        return False
    return row.status in (Status.GOING, Status.OUT)


_NOTICE = select(Notice.roundup_id, Notice.seen).where(  # made once, for it is asked of each of many members
    Notice.member_id == bindparam("member"), Notice.name == NOTICE, Notice.subject == bindparam("subject")
)


def has_come_to(session: Session, row: Broadcast, member: people.Member) -> bool:
    """It stands in a message of theirs or in a channel where they are, or was on their home card. Of what was sent long
    ago the outbox knows nothing any more: it has arrived."""
    alone = (BroadcastDirect.broadcast_id == row.id, BroadcastDirect.member_id == member.id)
    direct = session.scalar(select(BroadcastDirect.id).where(*alone))
    if direct is not None and _has_arrived(session, DIRECT, direct):
        return True
    notice = session.connection().execute(_NOTICE, {"member": member.id, "subject": row.id}).one_or_none()
    roundup = notice.roundup_id if notice is not None else None
    if notice is not None and (notice.seen or (roundup is not None and _has_arrived(session, notices.CARD, roundup))):
        return True
    waits = {one.address for one in outbox.standings(session, CARD, row.id) if one.state is not State.STANDING}
    return bool(presence.reached(session, [member], [one for one in row.places if one.address not in waits]))


def _has_arrived(session: Session, card: str, subject: int) -> bool:
    return not outbox.standings(session, card, subject) or cards.has_arrived(session, card, subject)


def show(session: Session, subject: int, words: Words) -> list[Part]:
    return cards.line(session.get_one(Broadcast, subject), words)


def is_unread(session: Session, member: people.Member, subject: int) -> bool:
    row = session.get(Broadcast, subject)
    stands = row is not None and row.status in (Status.GOING, Status.OUT) and row.admits(session, member)
    return stands and not has_read(session, subject, member)


def show_unread(session: Session, subject: int, words: Words) -> list[Part]:
    return cards.reminder(session.get_one(Broadcast, subject), words)


def waits_for_approval(session: Session, member: people.Member, subject: int) -> bool:
    row = session.get(Broadcast, subject)
    return row is not None and lifecycle.may_approve(session, row, member) is not None


def show_approval(session: Session, subject: int, words: Words) -> list[Part]:
    row = session.get_one(Broadcast, subject)
    told = words("broadcast-approve-line", title=cards.name_of(row, words), seat=seat_title(row.seat, words))
    return [Text(told), Buttons((Button(words("broadcast-check"), "broadcast.check", str(row.id), "main"),))]


def tell_back(session: Session, row: Broadcast, now: datetime) -> None:
    """To the one who goes on with it."""
    if row.author is not None:
        notices.tell(session, row.author.id, BACK, row.id, now, now + KEPT)


def seat_changed(session: Session, change: SeatChange) -> None:
    """What came back, or was to go out for somebody who has the seat no more, rests with its new people."""
    _hold(session, change.seat)
    rests = (Status.RETURNED, Status.WRITING, Status.HELD)
    open = (Broadcast.seat_id == change.seat.id, Broadcast.status.in_(rests))
    for row in session.scalars(select(Broadcast).where(*open).order_by(Broadcast.id)).unique().all():
        if change.after is not None and came_back(session, change.after, row.id):
            notices.tell(session, change.after.id, BACK, row.id, context.now(session), context.now(session) + KEPT)


def _hold(session: Session, seat: people.Seat) -> None:
    ahead = (Broadcast.seat_id == seat.id, Broadcast.status == Status.PLANNED)
    for id in session.scalars(select(Broadcast.id).where(*ahead).order_by(Broadcast.id)).all():
        row = to_change(session, id)
        if row is not None and row.status is Status.PLANNED and not row.is_by(row.sender):
            lifecycle.hold(session, row, context.now(session))
    session.flush()


def came_back(session: Session, member: people.Member, subject: int) -> bool:
    """To those who go on with it: it was returned, or has its other language now."""
    row = session.get(Broadcast, subject)
    if row is None or not row.is_by(member):
        return False
    return row.status in (Status.RETURNED, Status.HELD) or (
        row.status is Status.WRITING and (len(row.texts) > 1 or row.translator_id is None)
    )


def show_back(session: Session, subject: int, words: Words) -> list[Part]:
    row = session.get_one(Broadcast, subject)
    title = cards.name_of(row, words)
    if row.status is Status.RETURNED:
        change = Button(words("broadcast-change"), "broadcast.change", str(row.id), "main")
        return [Text(words("broadcast-back-line", title=title)), Quote(row.reason), Buttons((change,))]
    look = Button(words("broadcast-look-over"), "broadcast.look", str(row.id), "main")
    if row.status is Status.HELD and not scope.may_send(row):
        said = words("broadcast-role-may-not", seat=seat_title(row.seat, words))
        return [Text(words("broadcast-named", title=title)), Text(said), Buttons((look,))]
    if row.status is Status.HELD:
        return [Text(words("broadcast-held-line", title=title, name=row.sender.name)), Buttons((look,))]
    told = "broadcast-translated-line" if len(row.texts) > 1 else "broadcast-declined-line"
    return [Text(words(told, title=title)), Buttons((look,))]


def is_asked_for_words(session: Session, member: people.Member, subject: int) -> bool:
    row = session.get(Broadcast, subject)
    asked = row is not None and row.status is Status.WRITING and len(row.texts) == 1
    return asked and row is not None and row.is_translated_by(member)


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    row = session.get_one(Broadcast, subject)
    title, author = cards.name_of(row, words), cards.author_name(row, words)
    told = words("broadcast-words-line", title=title, name=row.sender.name, author=author)
    write = Button(words("broadcast-words-write"), "broadcast.words", str(row.id), "main")
    return [Text(told), Buttons((write, Button(words("broadcast-words-no"), "broadcast.words-no", str(row.id))))]


KINDS = {
    NOTICE: NoticeKind("broadcast-notices", stands, show, urgent=True),
    walks.REMINDER: NoticeKind("broadcast-notices", is_unread, show_unread),
    lifecycle.APPROVAL: NoticeKind("", waits_for_approval, show_approval),
    BACK: NoticeKind("", came_back, show_back),
    LANGUAGE: NoticeKind("", is_asked_for_words, show_asked),
}
