"""Where a session was opened so, the people asked say privately which of the titles matter now, before the board reads.
Its members see how many by group, once, at the end."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import ratings
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.listening import rules
from bot.listening.model import Listening, Phase, Rating, Title, titles
from bot.payloads import Row
from bot.people import model as people
from bot.ratings import Rateable
from bot.request import Request
from bot.return_paths import Thing
from bot.storage.database import locked
from bot.texts import Words

SHOWN = 8  # titles on a card
KIND = "listening-ratings"  # of the things of which something that was deleted may be left in the database's files
BEGIN, SAY, AGAIN = "listening.rate", "listening.rate-say", "listening.rate-again"


def may_rate(session: Session, listening: Listening | None, member: people.Member) -> bool:
    asked = listening is not None and listening.phase is Phase.RATING
    return asked and listening is not None and rules.is_asked(session, listening, member)


def find(request: Request) -> Rateable | None:
    """Of the session in which they can say what matters."""
    return _found(request, request.session.get(Listening, request.payload(Row).id))


def find_by_title(request: Request) -> Rateable | None:
    """The same, by one of its titles; it does not end meanwhile."""
    title = request.session.get(Title, request.payload(Row).id)
    return _found(request, locked(request.session, Listening, title.listening_id) if title else None)


def _found(request: Request, listening: Listening | None) -> Rateable | None:
    may = may_rate(request.session, listening, request.member)
    return asked(request.session, listening) if listening is not None and may else None


def asked(session: Session, listening: Listening) -> Rateable:
    thing, there = Thing(KIND, listening.id), titles(session, listening)
    ends, zone = listening.reads_at or listening.closes_at, listening.district.zone
    presses = (BEGIN, SAY, AGAIN)
    return Rateable(thing, Rating, there, ends, zone, *presses, _done, str(listening.id))


def _done(words: Words, when: str) -> str:
    return words("listening-rate-done", when=when)


def ask(session: Session, listening: Listening, words: Words) -> list[Part]:
    said = words("listening-rate-asks", board=listening.seat.group.name)
    return [Text(said), *ratings.ask(asked(session, listening), words)]


def waits_for(session: Session, member: people.Member, subject: int) -> bool:
    """Whether there are titles of which they have said nothing."""
    listening = session.get(Listening, subject)
    may = may_rate(session, listening, member)
    return listening is not None and may and ratings.waits(session, asked(session, listening), member) > 0


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    return ask(session, session.get_one(Listening, subject), words)


# What came of it -------------------------------------------------------------------------------------------------


def fold(session: Session, listening: Listening) -> None:
    """Of those who are still asked."""
    there = asked(session, listening)
    said_yes = {str(one.group_id): 0 for one in listening.yeses if one.answer}
    listening.raters = said_yes | ratings.fold(session, there, rules.asked(session, listening))
    ratings.forget(session, there.thing, Rating, titles(session, listening, used=False))


def show(request: Request, listening: Listening) -> Answer:
    """To a member of the board."""
    session, words, groups = request.session, request.words, map(int, listening.raters or ())
    names = {id: session.get_one(people.Group, id).name for id in groups}
    places, counting, left = ratings.order(titles(session, listening), listening.raters, names)
    shown: list[Part] = [
        Text("\n".join((words("result-line", place=place, title=title.title(words.language)), *lines)))
        for place, title in places[:SHOWN]
        for lines in [ratings.lines(title, names, words)]
    ]
    if not counting:
        shown = [Text(words("result-too-few"))]
    if len(places) > SHOWN:
        shown.append(Note(words("theme-more", count=len(places) - SHOWN)))
    if counting and left:
        shown.append(Note(words("result-left-out", groups=words.listed([names[one] for one in left]))))
    notes = (Note(words("result-means")), Note(words("listening-law")))
    return Private(Message((Heading(words("listening-matters")), *shown, *notes, Buttons((_back(listening, words),)))))


def _back(listening: Listening, words: Words) -> Button:
    return Button(words("listening-read"), "listening.read", str(listening.id))
