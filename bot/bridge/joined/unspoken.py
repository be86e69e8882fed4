"""Where the bot may not speak under people's names in a joined channel: its caretakers read what would change that."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Address, Part, Text
from bot.bridge.carrying import MESSAGE
from bot.bridge.joined.model import Joining, Stage
from bot.delivery.outbox import Delivery, State
from bot.feature import Urgency, Waiting
from bot.people.cards import place_label
from bot.people.places import Place
from bot.request import Request
from bot.texts import Words

LACKING = {"slack": "unspoken-slack", "discord": "unspoken-discord"}


def on_home(request: Request) -> list[Waiting]:
    if not request.member.caretaker:
        return []
    places = [place for place in _joined(request) if _says_itself(request.session, place)]
    return [Waiting(partial(_draw, place, request.words), Urgency.KEEP) for place in places]


def _joined(request: Request) -> Iterator[Place]:
    on = select(Joining).where(Joining.district_id == request.member.district_id, Joining.stage == Stage.ON)
    for joining in request.session.scalars(on.order_by(Joining.id)):
        yield from joining.places


def _says_itself(session: Session, place: Place) -> bool:
    """When something crossed to it last."""
    there = select(Delivery.spoken).where(
        Delivery.address == place.address, Delivery.card == MESSAGE, Delivery.state == State.STANDING
    )
    return session.scalar(there.order_by(Delivery.number.desc()).limit(1)) is False


def _draw(place: Place, words: Words) -> list[Part]:
    return [Text(words(LACKING[Address.parse(place.address).platform], place=place_label(place)))]
