"""What those are answered whom no district knows, and how a workspace is tied to its district."""

from __future__ import annotations

import time
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import may
from bot.boundary import Act, Answer, Command, Message, Private, Text
from bot.onboarding import linking
from bot.people import connections, model, tickets
from bot.people.cards import saying
from bot.request import Refusal
from bot.texts import Words

CONNECT = "connect"  # what is typed before the code, and what its ticket is for
CODE_LASTS = 7 * 24 * 3600.0  # seconds


class NoCaretakers(Exception):
    """Nobody could hand the code in."""


def answer(session: Session, act: Act, languages: Sequence[Words]) -> Answer:
    """Raises Refusal, unless the act ties the workspace to a district, or is about a code that tells who they are."""
    connection = connections.find(session, act)
    if connection and connection.district:
        if welcomed := linking.welcome(session, act, languages):
            return welcomed
        linking.refuse_waiting(session, act, languages)
        raise Refusal(_stranger(session, connection.district, languages))
    if not act.workspace:
        linking.refuse_waiting(session, act, languages)
        is_link = isinstance(act, Command) and act.name == linking.LINK
        raise Refusal(saying(languages, "link-in-channel" if is_link else "stranger"))
    word, _, code = act.text.strip().partition(" ") if isinstance(act, Command) else ("", "", "")
    if word.lower() != CONNECT:
        raise Refusal(saying(languages, "not-connected"))
    return _tie(session, act, code, languages)


def code_for(session: Session, district: str) -> str:
    """To be handed to a caretaker of the district of this key; good once, for a week. Raises NoResultFound,
    NoCaretakers."""
    found = session.scalars(select(model.District).where(model.District.key == district)).one()
    if not model.caretakers(session, found.id):
        raise NoCaretakers
    return tickets.issue(session, CONNECT, found.key, time.time() + CODE_LASTS)


def _tie(session: Session, act: Act, code: str, languages: Sequence[Words]) -> Answer:
    ticket = tickets.find(session, CONNECT, code, time.time())
    if ticket is None:
        raise Refusal(saying(languages, "connect-wrong"))
    district = session.scalars(select(model.District).where(model.District.key == ticket.subject)).one()
    may.look_after(session, act.actor, district, saying(languages, "connect-not-you"))
    tickets.hand_in(session, ticket)
    connection = connections.to_change(session, f"{act.actor.platform}:{act.workspace}")
    if connection.district:  # somebody else's code was a moment faster
        raise Refusal(_stranger(session, connection.district, languages))
    connections.tie(connection, district)
    return Private(saying(languages, "connect-done", district=district.name))


def _stranger(session: Session, district: model.District, languages: Sequence[Words]) -> Message:
    names = [caretaker.name for caretaker in model.caretakers(session, district.id)]
    if not names:
        return saying(languages, "stranger")
    return Message(tuple(Text(words("stranger-ask", names=words.either(names))) for words in languages))
