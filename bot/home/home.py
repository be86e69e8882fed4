"""What people do with the house itself: come home, look around, come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.boundary import (
    Answer,
    Button,
    Buttons,
    ChannelMembers,
    Heading,
    Joined,
    Left,
    Message,
    Note,
    Part,
    Private,
    Text,
)
from bot.home import preferences
from bot.onboarding import linking
from bot.people import connections, model
from bot.request import Request

Section = Callable[[Request], list[Part]]
Offer = Callable[[Request], list[Button]]


def home(sections: Iterable[Section], offers: Iterable[Offer]) -> Callable[[Request, object], Answer]:
    """The home card: first all that waits for this person, then what they may start, each feature adding its own."""
    offered = (*offers, linking.offer, preferences.offer)

    def run(request: Request, _about: object) -> Answer:
        words = request.words
        waiting = [part for section in sections for part in section(request)]
        parts: list[Part] = [Heading(words("home-title", name=request.member.name))]
        parts += waiting or [Text(words("home-nothing"))]
        buttons = tuple(button for offer in offered for button in offer(request))
        return Private(Message((*parts, Note(words("home-foot")), Buttons(buttons))))

    return run


def gather(session: Session, event: ChannelMembers) -> None:
    """Remembers who is in a place that the district listed."""
    place = model.find_place(session, event.place)
    if place is None:
        return
    session.execute(delete(model.Presence).where(model.Presence.place_id == place.id))
    session.add_all(model.Presence(place_id=place.id, account=str(account)) for account in set(event.accounts))


def join(session: Session, event: Joined) -> None:
    connections.join(session, event.id)


def leave(session: Session, event: Left) -> None:
    connections.end(session, event.id)
