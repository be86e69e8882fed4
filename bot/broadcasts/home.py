"""What the home card says of broadcasts: what waits for somebody's approval or words, what they have not said they
read, and how their own fare."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from sqlalchemy import ColumnElement, exists, or_, select

from bot import references
from bot.boundary import Button, Buttons, Part, Text
from bot.broadcasts import cards, correcting, formatting, lifecycle, progress, replying, telling, writing
from bot.broadcasts.drafting import WRITING
from bot.broadcasts.lifecycle import Hand
from bot.broadcasts.model import (
    BEFORE,
    KEPT,
    NEWS,
    UNDER_WAY,
    Broadcast,
    BroadcastApproval,
    BroadcastRead,
    BroadcastReply,
    Status,
)
from bot.broadcasts.recipients import NOTICE
from bot.drafts import Draft
from bot.feature import Section, Urgency, Waiting
from bot.forms import first
from bot.notices import Notice
from bot.payloads import Shown
from bot.people import model as people
from bot.people import presence, seats
from bot.people.cards import seat_title
from bot.people.seats import Capability
from bot.request import Request
from bot.texts import Words

LINES = 5  # of how it fares
ENDED = timedelta(days=3)  # for which one that was stopped or taken back is still shown
Show = Callable[..., list[Part]]


def offer(request: Request) -> list[Button]:
    buttons = references.tell(request.session, request.member, request.words)
    if seats.can(request.session, request.member, Capability.BROADCAST):
        buttons.append(Button(request.words("broadcast-start"), "broadcast.start"))
    return buttons


def _district(request: Request) -> ColumnElement[bool]:
    theirs = select(people.Seat.id).where(people.Seat.district_id == request.member.district_id)
    return Broadcast.seat_id.in_(theirs)


def _to_approve(request: Request) -> list[Waiting]:
    open = exists().where(
        BroadcastApproval.broadcast_id == Broadcast.id,
        BroadcastApproval.group_id == request.member.group_id,
        BroadcastApproval.member_id.is_(None),
    )
    again = exists().where(
        BroadcastApproval.broadcast_id == Broadcast.id,
        BroadcastApproval.group_id == request.member.group_id,
        BroadcastApproval.again,
    )
    waiting = select(Broadcast).where(or_((Broadcast.status == Status.WAITING) & open, again))
    found = request.session.scalars(waiting.order_by(Broadcast.at, Broadcast.id)).unique().all()
    mine = [row for row in found if lifecycle.may_approve(request.session, row, request.member)]
    corrected = [row for row in found if correcting.may_approve(request.session, row, request.member)]
    return [
        *(_waiting(request, telling.show_approval, row, Urgency.DO) for row in mine),
        *(_waiting(request, correcting.show_waiting, row, Urgency.DO) for row in corrected),
    ]


def _to_translate(request: Request) -> list[Waiting]:
    asked = (Broadcast.status == Status.WRITING, Broadcast.translator_id == request.member.id)
    found = request.session.scalars(select(Broadcast).where(*asked).order_by(Broadcast.id)).unique().all()
    return [
        _waiting(request, telling.show_asked, row, Urgency.DO)
        for row in found
        if len(row.texts) == 1 and row.is_translated_by(request.member)
    ]


def _waiting(request: Request, show: Show, row: Broadcast, urgency: Urgency) -> Waiting:
    return Waiting(partial(show, request.session, row.id, request.words), urgency, row.at)


def _unread(request: Request) -> list[Waiting]:
    """Those that asked for it, in the channels where this person is, and not in their messages."""
    told = select(Notice.subject).where(Notice.member_id == request.member.id, Notice.name == NOTICE)
    read = select(BroadcastRead.broadcast_id).where(BroadcastRead.member_id == request.member.id)
    others = (Broadcast.asks, Broadcast.sender_id != request.member.id)
    out = (Broadcast.status.in_((Status.GOING, Status.OUT)), Broadcast.at > request.now - NEWS)
    found = (
        select(Broadcast)
        .where(_district(request), *others, *out, Broadcast.id.not_in(read), Broadcast.id.not_in(told))
        .order_by(Broadcast.at)
    )
    rows = request.session.scalars(found).unique().all()
    mine = [row for row in rows if _is_for(request, row)]
    return [Waiting(partial(_draw_unread, row, request.words), Urgency.DO, row.at + NEWS) for row in mine]


def _is_for(request: Request, row: Broadcast) -> bool:
    """It was posted where they are; what came in their messages is among the news."""
    session, member = request.session, request.member
    readers = row.admits(session, member) and (row.own or row.circle.includes(session, member))
    return readers and bool(presence.reached(session, [member], row.places))


def _draw_unread(row: Broadcast, words: Words) -> list[Part]:
    told = words("broadcast-home-unread", title=cards.name_of(row, words), seat=seat_title(row.seat, words))
    show = Button(words("broadcast-read-on"), "broadcast.show", str(Shown(row.id, words.language)))
    return [Text(told), Buttons((show, cards.read_button(row, words)))]


def _mine(request: Request) -> list[Waiting]:
    """Their own, those of the seats for which they act, those that they approved, and those of their group's vacant
    seats."""
    acting = [seat.id for seat in people.seats_of(request.session, request.member)]
    vacant = select(people.Seat.id).where(
        people.Seat.group_id == request.member.group_id, people.Seat.acting_id.is_(None)
    )
    approved = select(BroadcastApproval.broadcast_id).where(BroadcastApproval.member_id == request.member.id)
    seats_too = Broadcast.seat_id.in_(acting) | Broadcast.seat_id.in_(vacant)
    own = or_(Broadcast.sender_id == request.member.id, seats_too, Broadcast.id.in_(approved))
    lately = Broadcast.at > request.now - NEWS
    before = (*BEFORE, *UNDER_WAY)
    ended = (Status.STOPPED, Status.RETRACTED)
    shown = or_(
        Broadcast.status.in_(before),
        (Broadcast.status == Status.OUT) & lately,
        Broadcast.status.in_(ended) & (Broadcast.at > request.now - ENDED),
    )
    found = request.session.scalars(select(Broadcast).where(own, shown).order_by(Broadcast.at.desc())).unique().all()
    mine = [row for row in found if lifecycle.is_of(request.session, row, request.member)]
    return [Waiting(partial(_draw_mine, request, row), _urgency(row), row.at) for row in mine]


def _urgency(row: Broadcast) -> Urgency:
    back = row.status is Status.WRITING and (len(row.texts) > 1 or row.translator_id is None)
    if row.status in (Status.RETURNED, Status.HELD) or back:
        return Urgency.DO
    return Urgency.KEEP if row.status in (Status.OUT, Status.STOPPED, Status.RETRACTED) else Urgency.WATCH


def _draw_mine(request: Request, row: Broadcast) -> list[Part]:
    words, session = request.words, request.session
    hand = lifecycle.hand(session, row, request.member) or Hand.OTHER
    buttons = cards.buttons_of(row, words, hand)
    if row.status in (Status.WRITING, Status.HELD):
        buttons.insert(0, Button(words("broadcast-look-over"), "broadcast.look", str(row.id), "main"))
    return [*progress.parts(session, row, words, hand)[:LINES], *([Buttons(tuple(buttons))] if buttons else [])]


def _replies(request: Request) -> list[Waiting]:
    """To those of the seats for which they act."""
    acting = [seat.id for seat in people.seats_of(request.session, request.member)]
    open = select(BroadcastReply.broadcast_id).where(~BroadcastReply.done)
    mine = (Broadcast.seat_id.in_(acting), Broadcast.id.in_(open), Broadcast.at > request.now - KEPT)
    rows = request.session.scalars(select(Broadcast).where(*mine).order_by(Broadcast.at)).unique().all()
    waiting = [row for row in rows if replying.waits(request.session, request.member, row.id)]
    return [_waiting(request, replying.line, row, Urgency.DO) for row in waiting]


def _drafts(request: Request) -> list[Waiting]:
    mine = (Draft.member_id == request.member.id, Draft.form == WRITING.form, Draft.became.is_(None))
    found = request.session.scalars(select(Draft).where(*mine).order_by(Draft.id.desc())).all()
    return [Waiting(partial(_draw_draft, request, draft), Urgency.KEEP) for draft in found]


def _draw_draft(request: Request, draft: Draft) -> list[Part]:
    words, id = request.words, str(draft.id)
    said = first(draft.typed, writing.TITLE) or first(draft.typed, writing.TEXT)
    line = words("broadcast-home-draft", title=formatting.beginning(said, 60))
    go_on = Button(words("broadcast-draft-go-on"), "broadcast.take-up", id)
    return [Text(line), Buttons((go_on, Button(words("broadcast-draft-delete"), "broadcast.cancel", id)))]


SECTIONS = {
    "broadcast.approve": Section("broadcast-home-approve", _to_approve),
    "broadcast.words": Section("broadcast-home-words", _to_translate),
    "broadcast.unread": Section("broadcast-home-to-read", _unread),
    "broadcast.replies": Section("broadcast-home-replies", _replies, seated=True),
    "broadcast.mine": Section("broadcast-home-mine", _mine),
    "broadcast.drafts": Section("broadcast-home-drafts", _drafts),
}
