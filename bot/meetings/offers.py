"""An offer of times as the other side sees it: one tap picks one of them. Then it is agreed, and the dates follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Answer, Buttons, Message, Private, Text
from bot.forms import say
from bot.meetings import cards, schedule
from bot.meetings.model import Offer, OfferState, Phase, Series, State, meeting_to_change
from bot.meetings.pairing import AGREED
from bot.payloads import Row, number
from bot.people import recurrence, rhythms
from bot.people.seats import SeatChange
from bot.request import Refusal, Request
from bot.storage.database import locked

RULES: Mapping[str, Callable[[date], str]] = {
    "month": rhythms.monthly,
    "two-weeks": rhythms.fortnightly,
    "week": rhythms.weekly,
}


def pick(request: Request, offer: Offer) -> Answer:
    at = _picked(request, offer)
    session, series = request.session, offer.series
    offer.state = OfferState.PICKED
    if offer.meeting_id is not None:
        meeting = meeting_to_change(session, offer.meeting_id)
        if meeting is None or meeting.phase is not Phase.PLANNED:
            raise Refusal.saying(request.words("meeting-offer-over"))
        meeting.at, meeting.by_hand = at, True
        schedule.change(session, meeting, request.now, but=request.member)
        schedule.plan(session, series, request.now)
        return _agreed_on(request, series, at)
    there = recurrence.on_the_wall(at, series.zone)
    series.first, series.hour = there.date(), there.strftime("%H:%M")
    series.rule, series.state = RULES[series.often](there.date()), State.GOING
    schedule.drop(session, series)
    schedule.plan(session, series, request.now)
    offering = offer.seat.acting_id
    if offering is not None:
        notices.tell(session, offering, AGREED, offer.id, request.now, at)
    return _agreed_on(request, series, at)


def _picked(request: Request, offer: Offer) -> datetime:
    """Raises Refusal."""
    chosen = number(request.payload(Row).rest) or 0
    moments = offer.moments
    if not 1 <= chosen <= len(moments):
        raise Refusal.saying(request.words("gone"))
    if moments[chosen - 1] <= request.now:
        raise Refusal.saying(request.words("meeting-pick-past"))
    return moments[chosen - 1]


def _agreed_on(request: Request, series: Series, at: datetime) -> Answer:
    words = request.words
    said = words("meeting-agreed", when=words.moment(at, series.zone), whom=cards.whom(series, words, request.member))
    buttons = (cards.add_button(series, words, "main"), cards.show_button(series, words))
    return Private(Message((Text(said), Buttons(buttons))))


def take_back(request: Request, offer: Offer) -> Answer:
    """What never began ends with it."""
    offer.state = OfferState.WITHDRAWN
    if not offer.series.rule:
        offer.series.state = State.ENDED
    return say(request, "meeting-taken-back")


def seat_changed(session: Session, change: SeatChange) -> None:
    """Times that suited somebody else are on offer no more: who acts for it now offers others, or ends it."""
    if change.after is change.before:
        return
    theirs = select(Offer.id).where(Offer.seat_id == change.seat.id, Offer.state == OfferState.OPEN)
    for id in session.scalars(theirs.order_by(Offer.id)).all():
        offer = locked(session, Offer, id)
        if offer is not None and offer.state is OfferState.OPEN:
            offer.state = OfferState.WITHDRAWN
    session.flush()
