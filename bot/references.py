"""What has a kind and a number, "question:12", and may be brought along by a feature that does not see its own. Each
answers for what it has (`Feature.references`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Self

from sqlalchemy.orm import Session

from bot.boundary import Address, Button
from bot.likeness import says_again
from bot.payloads import Payload
from bot.people import model as people
from bot.people import own_building
from bot.people.audiences import Audience, of_place
from bot.people.places import find_place
from bot.texts import Words

BRING = "meeting.bring"  # to a meeting
CAME = {"decided": "meeting-was-decided", "action": "meeting-was-action", "dropped": "meeting-was-dropped"}
TELL, RETELL = "broadcast.tell", "broadcast.retell"  # one's building: anything, or what came of this


@dataclass(frozen=True)
class Reference:
    """Its words, and who may read them."""

    words: str
    audience: Audience

    @classmethod
    def said_in(cls, session: Session, address: Address | None, words: str) -> Self:
        """A message, which those may read for whom the place is meant. Of one that isn't known nobody knows who that
        is."""
        place = find_place(session, address)
        return cls(words, of_place(place) if place is not None else Audience())

    def may_go_to(self, session: Session, readers: Audience) -> bool:
        """Whether its words may come along: all who will read them may read them already."""
        others = readers.narrowed(self.audience)
        known = bool(readers.clauses) and not others.clauses  # all of them are its own readers
        return known or self.audience.covers(session, others.in_whole_groups)

    def is_kept_from(self, session: Session, readers: Audience, text: str) -> bool:
        """Whether the text is its words still, and some of these readers may not read them."""
        return says_again(self.words, text) and not self.may_go_to(session, readers)


class Brought(NamedTuple):
    """What became of it at an open meeting: its topic as it stands there, when that is, in ISO format (empty: that is
    not known yet), and once minutes are out what came of it."""

    topic: str
    at: str = ""
    outcome: str = ""
    line: str = ""

    def lines(self, zone: str, words: Words) -> list[str]:
        if self.outcome:
            return [f"{words(CAME[self.outcome], text=self.topic)} {self.line}".strip()]
        if not self.at:
            return [words("brought-waits", topic=self.topic)]
        return [words("brought-on", topic=self.topic, when=words.moment(datetime.fromisoformat(self.at), zone))]


@dataclass(frozen=True)
class About(Payload):
    kind: str = ""
    id: int = 0


Withdraw = Callable[[Session, About, str], None]  # with the words as they were


def bring(kind: str, id: int, words: Words) -> Button:
    return Button(words("bring-to-meeting"), BRING, str(About(kind, id)))


def tell(session: Session, member: people.Member, words: Words) -> list[Button]:
    """What is done ends in telling those whom it concerns: to who has a building."""
    return [Button(words("broadcast-tell"), TELL)] if own_building.seats(session, member) else []


def retell(about: About, words: Words) -> Button:
    """The same, in words that are there already; for who has a building all of whose people may read them."""
    return Button(words("broadcast-tell"), RETELL, str(about))
