"""Somebody whose accounts were linked with a code before they had this role: nobody asked them then. They are told once
which of their accounts act for it, too, with the button that parts them."""

from __future__ import annotations

from datetime import timedelta
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
UNTIL = timedelta(days=7)  # in which they can be told


def seat_changed(session: Session, change: SeatChange) -> None:
    after, now = change.after, context.now(session)
    if after is not None and after is not change.before and links.of(session, after):
        notices.tell(session, after.id, NOTICE, change.seat.id, now, now + UNTIL)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    seat = session.get(people.Seat, subject)
    return seat is not None and seat.acting_id == member.id and bool(links.of(session, member))


def show(session: Session, subject: int, words: Words) -> list[Part]:
    seat = session.get_one(people.Seat, subject)
    own = links.of(session, seat.acting) if seat.acting else []
    platforms = words.listed(sorted({platform_of(link.address) for link in own}))
    said = words("link-office", seat=seat_title(seat, words), platforms=platforms)
    return [Text(said), Buttons((Button(words("link-undo"), "link.undo"),))]


def waiting(request: Request) -> list[Waiting]:
    """At each of their accounts, for the day's message comes to one of them."""
    session, member = request.session, request.member
    fresh = (Notice.member_id == member.id, Notice.name == NOTICE, Notice.until > request.now)
    told = [one for one in session.scalars(select(Notice).where(*fresh)) if stands(session, member, one.subject)]
    return [Waiting(partial(show, session, one.subject, request.words), Urgency.DO, one.until) for one in told]


def feature(_others: Feature) -> Feature:
    return Feature(
        notices={NOTICE: NoticeKind("", stands, show, at_home=True)},
        home={"offices": Section("link-accounts", waiting)},
        seat_changes=(seat_changed,),
    )
