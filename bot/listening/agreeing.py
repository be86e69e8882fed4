"""Nothing is asked in a place before those who lead its groups say yes; each can take that back."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Address, Answer, Button, Buttons, Message, Part, Private, Quote, Text
from bot.delivery import outbox
from bot.listening import rules, telling
from bot.listening.model import OPEN, Listening, Phase, Spot, Yes
from bot.payloads import Payload
from bot.people import model as people
from bot.people import school_days
from bot.people.cards import acting_name, place_label, seat_title
from bot.people.places import Place
from bot.people.seats import SeatChange
from bot.request import Refusal, Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Words

ASKED = "listening-asks"  # a notice


@dataclass(frozen=True)
class Said(Payload):
    """A session, and whether it may be asked among the groups that they lead."""

    id: int
    answer: str = ""


YES, NO = "yes", "no"


def decide(request: Request, listening: Listening) -> Answer:
    """For all groups that they lead; as often as they like."""
    session, words, said = request.session, request.words, request.payload(Said).answer
    if said not in (YES, NO):
        raise Refusal.saying(words("gone"))
    if not listening.asks:
        raise Refusal.saying(words("listening-is-closed"))
    led = {group.id for group in rules.leads(session, listening, request.member)}
    for one in listening.yeses:
        if one.group_id in led:
            one.answer, one.by_id = said == YES, request.member.id
    bring_about(session, listening)
    if said == YES:
        return Private(Message((Text(words("listening-yes-done")), Buttons((_back(listening, words),)))))
    yes = Button(words("listening-yes"), "listening.decide", str(Said(listening.id, YES)))
    return Private(Message((Text(words("listening-no-done")), Buttons((yes,)))))


def _back(listening: Listening, words: Words) -> Button:
    return Button(words("listening-yes-back"), "listening.decide", str(Said(listening.id, NO)))


def bring_about(session: Session, listening: Listening) -> None:
    """It is asked where all have said yes, and nowhere else; where it is over it stays, but with those it was for."""
    for spot in listening.spots:
        may_be = rules.is_agreed(session, listening, spot)
        if listening.asks and may_be and not spot.posted:
            outbox.say(session, Address.parse(spot.place.address), OPEN, listening.id, spot.place.language)
            spot.posted = True
        elif spot.posted and not may_be:
            outbox.remove(session, OPEN, listening.id, spot.place.address)
            spot.posted = False
    session.flush()
    telling.tell_asked(session, listening, context.now(session))


def place_changed(session: Session, place: Place) -> None:
    """It is for others now: it is asked there with the yes of those who lead them, or not at all."""
    there = select(Spot.listening_id).where(Spot.place_id == place.id).order_by(Spot.listening_id)
    for id in session.scalars(there).all():
        if listening := locked(session, Listening, id):
            bring_about(session, listening)


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    listening = session.get(Listening, subject)
    if listening is None or listening.phase is not Phase.OPEN:
        return False
    led = {group.id for group in rules.leads(session, listening, member)}
    return any(one.group_id in led and one.answer is None for one in listening.yeses)


def said_yes(session: Session, listening: Listening, member: people.Member) -> bool:
    led = {group.id for group in rules.leads(session, listening, member)}
    return any(one.group_id in led and one.answer for one in listening.yeses)


def after_yes(listening: Listening, words: Words) -> list[Part]:
    when = words.moment(listening.reads_at or listening.closes_at, listening.district.zone)
    said = words("listening-home-yes", when=when)
    return [Text(said), Quote(listening.question(words.language)), Buttons((_back(listening, words),))]


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    return asks(session, session.get_one(Listening, subject), words)


def asks(session: Session, listening: Listening, words: Words) -> list[Part]:
    """To one who leads a group: where, what, until when, who reads it."""
    there = words.listed([place_label(spot.place) for spot in listening.spots])
    name, seat = acting_name(listening.seat, words), seat_title(listening.seat, words)
    when = words.moment(listening.closes_at, listening.district.zone)
    said = words("listening-asks-yes", name=name, seat=seat, places=there, when=when)
    more = [Text(words("listening-asks-rates"))] if listening.rates else []
    yes = Button(words("listening-yes"), "listening.decide", str(Said(listening.id, YES)), "main")
    no = Button(words("listening-no"), "listening.decide", str(Said(listening.id, NO)))
    return [Text(said), Quote(listening.question(words.language)), *more, Buttons((yes, no))]


def seat_changed(session: Session, change: SeatChange) -> None:
    """What waits for the yes of a group waits for the one who leads it now; what waits for an answer, for the one who
    answers now. In its places stands who asks."""
    theirs = select(Listening).where(Listening.seat_id == change.seat.id, Listening.phase != Phase.OVER)
    for listening in session.scalars(theirs.order_by(Listening.id)).unique().all():
        outbox.change(session, OPEN, listening.id)
        if change.after is not None and telling.waits_for(session, change.after, listening.id):
            now = context.now(session)
            until = school_days.due(session, listening.district, now, telling.UNTIL)
            notices.tell(session, change.after.id, telling.WAITS, listening.id, now, until)
    if change.after is None or change.seat.building_id is not None:
        return
    waits = select(Listening).join(Yes).where(Yes.group_id == change.seat.group_id, Yes.answer.is_(None))
    for listening in session.scalars(waits.where(Listening.phase == Phase.OPEN)).unique().all():
        if is_asked(session, change.after, listening.id):
            now = context.now(session)
            notices.tell(session, change.after.id, ASKED, listening.id, now, listening.closes_at)


def waiting_for(session: Session, listening: Listening, words: Words) -> list[str]:
    """Names of those whose yes it waits for, group by group."""
    able = (rules.leaders(session, one.group) for one in listening.yeses if one.answer is None)
    return [words.either([acting_name(seat, words) for seat in some]) for some in able if some]
