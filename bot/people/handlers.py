"""What people do with the house itself: come home, look around, come and go."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import delete
from sqlalchemy.orm import Session

from bot.boundary import Answer, Buttons, Gathered, Heading, Joined, Left, Message, Note, Part, Private, Text
from bot.people import connections, linking, messages, model
from bot.request import Request

Section = Callable[[Request], list[Part]]


def home(sections: Iterable[Section]) -> Callable[[Request, object], Answer]:
    """The home card: what waits for this person and what they may start, each feature adding its own."""

    def run(request: Request, _about: object) -> Answer:
        parts: list[Part] = [Heading(request.words("home-title", name=request.member.name))]
        lines = [part for section in sections for part in section(request)]
        if all(isinstance(line, Buttons) for line in lines):  # no more than what they may start
            parts.append(Text(request.words("home-nothing")))
        parts += lines
        parts += linking.offer(request)
        parts += messages.on_home(request.words)
        return Private(Message((*parts, Note(request.words("home-foot")))))

    return run


def gather(session: Session, event: Gathered) -> None:
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
