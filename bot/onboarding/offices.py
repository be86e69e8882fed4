"""Somebody whose accounts were linked with a code before they had this role, or were named caretaker: nobody asked them
then. They are told once which of their accounts act for it, too, with the button that parts them."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Button, Buttons, Part, Text
from bot.feature import Feature, NoticeKind, Section, Urgency, Waiting
from bot.notices import Notice
from bot.people import links
from bot.people import model as people
from bot.people.cards import platform_of, seat_title
from bot.people.seats import SeatChange
from bot.request import Request
from bot.storage import context
from bot.texts import Words

NOTICE = "link-office"  # its subject is the seat
CARETAKER = "link-office-caretaker"  # and of this the member
UNTIL = timedelta(days=7)  # in which they can be told


def seat_changed(session: Session, change: SeatChange) -> None:
    after, now = change.after, context.now(session)
    if after is not None and after is not change.before and links.of(session, after):
        notices.tell(session, after.id, NOTICE, change.seat.id, now, now + UNTIL)


def named_caretaker(session: Session, subject: int, _at: datetime) -> None:
    now, member = context.now(session), session.get(people.Member, subject)
    if member is not None and is_linked_caretaker(session, member, subject):
        notices.tell(session, member.id, CARETAKER, subject, now, now + UNTIL)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    seat = session.get(people.Seat, subject)
    return seat is not None and seat.acting_id == member.id and bool(links.of(session, member))


def is_linked_caretaker(session: Session, member: people.Member, subject: int) -> bool:
    return member.id == subject and member.caretaker and bool(links.of(session, member))


def show(session: Session, subject: int, words: Words) -> list[Part]:
    seat = session.get_one(people.Seat, subject)
    said = words("link-office", seat=seat_title(seat, words), platforms=_linked(session, seat.acting, words))
    return _with_button(said, words)


def show_caretaker(session: Session, subject: int, words: Words) -> list[Part]:
    member = session.get_one(people.Member, subject)
    return _with_button(words("link-office-caretaker", platforms=_linked(session, member, words)), words)


def _with_button(said: str, words: Words) -> list[Part]:
    return [Text(said), Buttons((Button(words("link-undo"), "link.undo"),))]


def _linked(session: Session, member: people.Member | None, words: Words) -> str:
    """Platforms of those of their accounts that were linked with a code."""
    own = links.of(session, member) if member else []
    return words.listed(sorted({platform_of(link.address) for link in own}))


def waiting(request: Request) -> list[Waiting]:
    """At each of their accounts, for the day's message comes to one of them."""
    session, member = request.session, request.member
    fresh = (Notice.member_id == member.id, Notice.name.in_(KINDS), Notice.until > request.now)
    return [
        Waiting(partial(KINDS[one.name].show, session, one.subject, request.words), Urgency.DO, one.until)
        for one in session.scalars(select(Notice).where(*fresh))
        if KINDS[one.name].stands(session, member, one.subject)
    ]


KINDS = {
    NOTICE: NoticeKind("", stands, show, at_home=True),
    CARETAKER: NoticeKind("", is_linked_caretaker, show_caretaker, at_home=True),
}


def feature(_others: Feature) -> Feature:
    return Feature(
        notices=KINDS,
        due={links.CARETAKER: named_caretaker},
        home={"offices": Section("link-accounts", waiting)},
        seat_changes=(seat_changed,),
    )
