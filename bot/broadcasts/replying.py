"""What people reply in a channel to something that was told there comes to the seat that told it, if it wants that. Who
acts for it answers where the reply stands, for all who read it there, or lets it rest."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot import forms, notices
from bot.boundary import (
    Address,
    Answer,
    Button,
    Buttons,
    Form,
    Message,
    Note,
    Part,
    Private,
    Quote,
    Text,
    TextField,
    fitting,
)
from bot.bridge import carrying
from bot.bridge import words as prose
from bot.bridge.hearing import Heard
from bot.bridge.model import RelayedMessage, Thread, ThreadGroup
from bot.broadcasts import cards, formatting, scope
from bot.broadcasts.model import (
    CARD,
    HEARD,
    KEPT,
    PROGRESS,
    REPLY,
    TOLD,
    Broadcast,
    BroadcastPlace,
    BroadcastReply,
)
from bot.delivery import outbox
from bot.feature import NoticeKind, ThreadRules
from bot.payloads import Row
from bot.people import model as people
from bot.people.cards import place_label, seat_title
from bot.people.places import Place
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import insert, locked
from bot.texts import Texts, Words

REPLIES, SEE = "broadcast.replied", "broadcast.replies"  # names of a kind of notice, and of a press
TEXT = "text"
ANSWER_MOST = 1000
SHOWN, QUOTED = 700, 200  # characters of a reply, to its seat and above its answer
AT_ONCE = 10  # replies in one look

# Hearing ---------------------------------------------------------------------------------------------------------


def heard(request: Request, said: Heard) -> Answer:
    """It was said, or says something else now."""
    session = request.session
    row = session.get(Broadcast, said.gathering.subject)
    if said.carried is None or row is None or row.is_by(request.member):
        return None
    if not said.is_new:
        place = session.get_one(Place, said.gathering.here.place)
        if not (row.can_be_changed(request.now) and scope.still_fits(session, row, place)):
            carrying.drop(session, session.get_one(RelayedMessage, said.carried))
        _draw_anew(session, said.carried)
        return None
    add = insert(session)(BroadcastReply).values(broadcast_id=row.id, carried_id=said.carried, answer="")
    session.execute(add.on_conflict_do_nothing())
    if row.seat.acting_id is not None:
        notices.tell(session, row.seat.acting_id, REPLIES, row.id, request.now, row.at + KEPT)
    outbox.change(session, PROGRESS, row.id)
    return None


def gone(session: Session, said: Heard, _now: datetime) -> None:
    """It was deleted."""
    if said.carried is not None:
        _draw_anew(session, said.carried)
        outbox.change(session, PROGRESS, said.gathering.subject)


def _draw_anew(session: Session, carried: int) -> None:
    for id in session.scalars(select(BroadcastReply.id).where(BroadcastReply.carried_id == carried)):
        outbox.change(session, REPLY, id)


def _comes(session: Session, talk: ThreadGroup) -> bool:
    row, place = session.get(Broadcast, talk.subject), session.get(Place, talk.here.place)
    if row is None or place is None or context.now(session) >= row.at + HEARD:
        return False
    return scope.takes_replies(session, row, place)


HEARING = ThreadRules(
    is_marked=lambda session, talk, _text, _texts: _comes(session, talk),
    heard=heard,
    gone=gone,
    why_not="broadcast-below-stays",
)


def place_changed(session: Session, place: Place) -> None:
    """The cards there say whether replies come to their seats."""
    there = select(Broadcast.id).join(BroadcastPlace).where(BroadcastPlace.place_id == place.id, Broadcast.replies)
    for id in session.scalars(there.where(Broadcast.status.in_(TOLD)).order_by(Broadcast.id)).all():
        outbox.change(session, CARD, id)
        outbox.change(session, PROGRESS, id)


def end(session: Session, now: datetime) -> bool:
    """Replies come to nobody any more, and their channels are told so; later those that nobody answered rest."""
    over = select(Broadcast).where(Broadcast.replies, Broadcast.status.in_(TOLD), Broadcast.at <= now - HEARD)
    rows = session.scalars(over.order_by(Broadcast.id).limit(AT_ONCE).with_for_update(of=Broadcast)).unique().all()
    for row in rows:
        row.replies = False
        outbox.change(session, CARD, row.id)
    open = select(BroadcastReply).join(Broadcast).where(~BroadcastReply.done, Broadcast.at <= now - KEPT)
    left = session.scalars(open.order_by(BroadcastReply.id).limit(AT_ONCE)).unique().all()
    for reply in left:
        reply.done = True
        outbox.change(session, PROGRESS, reply.broadcast_id)
    return AT_ONCE in (len(rows), len(left))


# To its seat -----------------------------------------------------------------------------------------------------


def _open(session: Session, row: Broadcast) -> tuple[ColumnElement[bool], ...]:
    """Of replies whose words are still there, where only those read for whom it is."""
    there = [one.place_id for one in row.addressed if scope.still_fits(session, row, one.place)]
    those = select(RelayedMessage.id).join(Thread).where(~RelayedMessage.deleted, Thread.place_id.in_(there))
    return BroadcastReply.broadcast_id == row.id, ~BroadcastReply.done, BroadcastReply.carried_id.in_(those)


def count_open(session: Session, row: Broadcast) -> int:
    if session.scalar(select(BroadcastReply.id).where(BroadcastReply.broadcast_id == row.id).limit(1)) is None:
        return 0
    return session.scalar(select(func.count(BroadcastReply.id)).where(*_open(session, row))) or 0


def rest_with(row: Broadcast, member: people.Member, now: datetime) -> bool:
    return row.can_be_changed(now) and row.seat.acting_id == member.id


def waits(session: Session, member: people.Member, subject: int) -> bool:
    row = session.get(Broadcast, subject)
    return row is not None and rest_with(row, member, context.now(session)) and count_open(session, row) > 0


def line(session: Session, subject: int, words: Words) -> list[Part]:
    row = session.get_one(Broadcast, subject)
    told = words("broadcast-replies-line", count=count_open(session, row), title=cards.name_of(row, words))
    return [Text(told), Buttons((Button(words("broadcast-replies-see"), SEE, str(row.id), "main"),))]


KINDS = {REPLIES: NoticeKind("", waits, line, at_home=True)}


def see(request: Request, row: Broadcast) -> Answer:
    session, words = request.session, request.words
    open = select(BroadcastReply).where(*_open(session, row)).order_by(BroadcastReply.id)
    some = session.scalars(open.limit(AT_ONCE)).all()
    if not some:
        return forms.say(request, "broadcast-replies-none")
    around = (
        Text(words("broadcast-replies-to", title=cards.name_of(row, words))),
        Note(words("broadcast-replies-foot")),
    )
    shown = fitting([_shown(one, words) for one in some], around, Note(words("more-than-fits")))
    if len(some) < count_open(session, row):
        shown = [*shown, Note(words("more-than-fits"))]
    return Private(Message((around[0], *shown, around[1])))


def _shown(reply: BroadcastReply, words: Words) -> list[Part]:
    place, id = place_label(reply.carried.thread.place), str(reply.id)
    answer = Button(words("broadcast-reply-answer"), REPLY, id, "main")
    leave = Button(words("broadcast-reply-leave"), "broadcast.reply-leave", id)
    name = words("broadcast-reply-from", name=_name(reply), place=place)
    return [Text(name), Quote(_words(reply, SHOWN, words)), Buttons((answer, leave))]


def _name(reply: BroadcastReply) -> str:
    return reply.carried.member.name if reply.carried.member else ""


def _words(reply: BroadcastReply, most: int, words: Words) -> str:
    text = prose.load(reply.carried.words).text or ", ".join(file.name for file in reply.carried.files)
    return formatting.beginning(text, most) if text else words("broadcast-reply-not-kept")


# Answering -------------------------------------------------------------------------------------------------------


def find(request: Request) -> BroadcastReply | None:
    return request.session.get(BroadcastReply, request.payload(Row).id)


def find_to_change(request: Request) -> BroadcastReply | None:
    return locked(request.session, BroadcastReply, request.payload(Row).id)


def be_of_its_seat(request: Request, reply: BroadcastReply) -> None:
    if not rest_with(reply.broadcast, request.member, request.now):
        raise Refusal.saying(request.words("gone"))


def be_its_seat(request: Request, row: Broadcast) -> None:
    if not rest_with(row, request.member, request.now):
        raise Refusal.saying(request.words("gone"))


def ask(request: Request, reply: BroadcastReply) -> Answer:
    _refuse_unless_open(request, reply)
    words, place = request.words, place_label(reply.carried.thread.place)
    hint = words("broadcast-reply-hint", place=place)
    field = TextField(TEXT, words("broadcast-reply-form"), hint, "", long=True)
    submit = words("broadcast-reply-answer")
    form = Form(REPLY, words("broadcast-reply-answer"), submit, words("cancel"), (field,), str(reply.id))
    return forms.reopened(request, form)


def answer(request: Request, reply: BroadcastReply) -> Answer:
    """Where the reply stands, for the same readers."""
    _refuse_unless_open(request, reply)
    text, words, session = request.given(TEXT), request.words, request.session
    if not text or len(text) > ANSWER_MOST:
        long = words("broadcast-wrong-long", count=len(text), most=ANSWER_MOST)
        return forms.keep_refused(request, REPLY, REPLY, {TEXT: long if text else words("broadcast-wrong-text")})
    forms.forget_refused(request, REPLY)
    row, thread = reply.broadcast, reply.carried.thread
    if thread.under is None or not scope.still_fits(session, row, thread.place):
        raise Refusal.saying(words("broadcast-reply-elsewhere", place=place_label(thread.place)))
    reply.done, reply.answer, reply.member_id = True, text, request.member.id
    outbox.say(session, Address.parse(thread.under), REPLY, reply.id, thread.place.language)
    outbox.settle(session, REPLY, reply.id)
    outbox.change(session, PROGRESS, row.id)
    return forms.say(request, "broadcast-reply-sent", place=place_label(thread.place))


def leave(request: Request, reply: BroadcastReply) -> Answer:
    reply.done = True
    outbox.change(request.session, PROGRESS, reply.broadcast_id)
    request.session.flush()
    return see(request, reply.broadcast)


def _refuse_unless_open(request: Request, reply: BroadcastReply) -> None:
    if reply.done or reply.carried.deleted:
        raise Refusal.saying(request.words("broadcast-reply-done"))


def card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    """An answer, below the broadcast in a channel."""
    reply = session.get_one(BroadcastReply, subject)
    seat = seat_title(reply.broadcast.seat, words)
    told = Text(words("broadcast-reply-answered", seat=seat, name=_name(reply)))
    quoted = [] if reply.carried.deleted else [Quote(_words(reply, QUOTED, words))]
    return Message((told, *quoted, formatting.prose(reply.answer)))
