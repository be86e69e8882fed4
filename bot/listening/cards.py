"""How a session looks in places, and to those who are asked."""

from __future__ import annotations

from sqlalchemy.orm import Session

from bot import forms, own_words
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Quote, Text
from bot.listening import rating, rules
from bot.listening.model import Listening, Phase
from bot.people import topics
from bot.people.cards import acting_name, seat_title
from bot.people.model import Group
from bot.request import Request
from bot.texts import Texts, Words


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In a place."""
    listening = session.get_one(Listening, subject)
    others = forms.in_other_languages(words, texts, "listening.show", listening.id)
    return Message((*parts_of(session, listening, words), Buttons(tuple(others))))


def show(request: Request, listening: Listening) -> Answer:
    """The same, privately."""
    return Private(Message(tuple(parts_of(request.session, listening, request.pressed))))


def parts_of(session: Session, listening: Listening, words: Words) -> list[Part]:
    board, seat = listening.seat.group.name, listening.seat
    begin: list[Part] = [Heading(words("listening-title", board=board)), Quote(listening.question(words.language))]
    if listening.phase is Phase.RATING:
        return [*begin, *rating.ask(session, listening, words)]
    if listening.phase is not Phase.OPEN:
        return [*begin, Note(words("listening-closed-card"))]
    who = words("listening-who", seat=seat_title(seat, words), name=acting_name(seat, words))
    if seat.acting_id is None:
        who = words("listening-who-vacant", seat=seat_title(seat, words))
    when = words.moment(listening.closes_at, listening.district.zone)
    found = topics.not_here(session, listening.district_id)
    say = Button(words("listening-say"), "listening.say", str(listening.id), "main")
    mine = Button(words("listening-own"), "listening.own", str(listening.id))
    return [
        *begin,
        Text(words("listening-card-until", when=when)),
        Text(who),
        *titles_shown(listening, words),
        *own_words.not_for(found, words),
        Note(words("listening-card-foot")),
        Buttons((say, mine)),
    ]


def titles_shown(listening: Listening, words: Words) -> list[Part]:
    """That people read the titles under which words are put."""
    return [Note(words("listening-card-rates"))] if listening.rates else []


def nobody_answers(listening: Listening, words: Words) -> list[Part]:
    """While nobody has the role that does."""
    seat = listening.seat
    return [Text(words("listening-vacant", seat=seat_title(seat, words)))] if seat.acting_id is None else []


def readers_line(session: Session, listening: Listening, group: Group, words: Words) -> str:
    """Who reads what somebody of this group says, and when."""
    names = own_words.readers(rules.moderators(session, listening, group), words)
    return words("listening-readers", names=names)


def close_button(listening: Listening, words: Words) -> Button:
    return Button(words("listening-close"), "listening.close", str(listening.id))
