"""What may have crossed or not, and no platform can tell: a caretaker is shown it, looks, and says what is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from bot.boundary import Address, Answer, Button, Buttons, Part, Quote, Text, in_a_line
from bot.bridge import words as prose
from bot.bridge.carrying import FILE, MESSAGE
from bot.bridge.joined import bylines, joinings
from bot.bridge.joined.model import Joining, Stage
from bot.bridge.model import RelayedFile, RelayedMessage, Talk, Thread
from bot.delivery import rulings
from bot.delivery.outbox import Delivery, State
from bot.feature import Urgency, Waiting
from bot.forms import say
from bot.payloads import About
from bot.people import model as people
from bot.people.cards import place_label
from bot.people.places import Place
from bot.request import Refusal, Request

SEND, LEAVE = "held.send", "held.leave"  # presses
SHORT = 200  # characters of what is quoted


@dataclass(frozen=True)
class Held:
    """A message or a file that one of them sent along, on its way to the other channel."""

    delivery: Delivery
    carried: RelayedMessage
    joining: Joining

    @property
    def there(self) -> Place:
        to = Address.parse(self.delivery.address)
        return next(place for place in self.joining.places if Address.parse(place.address) == replace(to, thread=""))


def on_home(request: Request) -> list[Waiting]:
    if not request.member.caretaker:
        return []
    return [Waiting(partial(_draw, request, one), Urgency.DO) for one in _of(request.session, request.member)]


def _of(session: Session, caretaker: people.Member) -> Iterator[Held]:
    """In the caretaker's district, the oldest first."""
    theirs = _held().where(Joining.district_id == caretaker.district_id).order_by(Delivery.id)
    return (Held(*row) for row in session.execute(theirs))


def _held() -> Select[Delivery, RelayedMessage, Joining]:
    file = select(RelayedFile.carried_id).where(RelayedFile.id == Delivery.subject).scalar_subquery()
    about = or_(
        and_(Delivery.card == MESSAGE, Delivery.subject == RelayedMessage.id),
        and_(Delivery.card == FILE, RelayedMessage.id == file),
    )
    found = select(Delivery, RelayedMessage, Joining).join_from(Delivery, RelayedMessage, about)
    found = found.join(Thread, Thread.id == RelayedMessage.thread_id).join(Talk, Talk.id == Thread.talk_id)
    return found.join(Joining, Joining.id == Talk.joining_id).where(
        Delivery.state == State.HELD, Delivery.removed.is_(False), Joining.stage == Stage.ON
    )


def _draw(request: Request, held: Held) -> list[Part]:
    """Its words only to those who may read them there."""
    words, session, carried = request.words, request.session, held.carried
    author = bylines.author(session, carried, words)
    when = request.moment(datetime.fromtimestamp(held.delivery.since or 0.0, UTC))
    here, there = place_label(carried.thread.place), place_label(held.there)
    said = "held-file" if held.delivery.card == FILE else "held-message"
    said_there = bylines.read(session, prose.load(carried.words), carried.id, words)
    text = said_there.text if held.joining.admits(request.member) else ""
    quote = [Quote(in_a_line(text, SHORT))] if text else []
    about = str(About(held.delivery.id))
    buttons = (Button(words("held-send"), SEND, about, "main"), Button(words("held-leave"), LEAVE, about))
    return [Text(words(said, name=author, here=here, there=there, when=when)), *quote, Buttons(buttons)]


# What a caretaker says --------------------------------------------------------------------------------------------


def find(request: Request) -> Held | None:
    row = request.session.execute(_held().where(Delivery.id == request.payload(About).id)).first()
    mine = row is not None and row.Joining.district_id == request.member.district_id
    return Held(*row) if row is not None and mine else None


def is_caretaker(request: Request, held: Held) -> None:
    if not request.member.caretaker:
        cares = people.caretakers(request.session, request.member.district_id)
        raise Refusal.saying(request.words("held-not-yours", names=request.words.either([one.name for one in cares])))


def send(request: Request, held: Held) -> Answer:
    if joinings.end_if_unfit(request.session, held.joining.id, held.joining.places, request.now):
        return say(request, "held-ended")
    rulings.try_again(request.session, held.delivery.card, held.delivery.subject)
    return say(request, "held-sent", place=place_label(held.there))


def leave(request: Request, held: Held) -> Answer:
    rulings.leave(request.session, held.delivery.card, held.delivery.subject)
    return say(request, "held-left", place=place_label(held.there))
