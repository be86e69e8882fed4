"""Who is told of a join: the person's other accounts, at once, for it is about who acts in their name; the account that
joins them; and the caretakers, where it was not them."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices, timetable
from bot.boundary import Account, Address, Message, Part, Text
from bot.delivery import outbox
from bot.feature import Chore, Feature, NoticeKind, Section, Urgency, Waiting
from bot.onboarding import cards, joins
from bot.onboarding.joins import Join, State
from bot.people import model as people
from bot.request import Request
from bot.storage import context
from bot.storage.database import locked
from bot.texts import Texts, Words
from bot.timetable import HOUR

TOLD, OUTCOME = "link.told", "link.outcome"  # names of cards
EXPIRES = "link.expires"  # of a due time
DENIED, EXPIRED = "link.denied", "link.expired"  # of notices


def tell(session: Session, join: Join) -> None:
    """Their other accounts, where the platform lets it arrive; their home card has it otherwise."""
    member = session.get_one(people.Member, join.member_id)
    for address in _others(session, join):
        outbox.say(session, Address.alone_with(Account.parse(address)), TOLD, join.id, member.language)
    if join.state is State.WAITING:
        timetable.set_due(session, EXPIRES, join.id, join.until)
    else:
        outbox.settle(session, TOLD, join.id)


def end(session: Session, join: Join, state: State) -> None:
    """It waits no longer, and others for the same are gone; the person at the account that was to join is told how it
    ended."""
    join.state = state
    timetable.forget(session, EXPIRES, join.id)
    outbox.settle(session, TOLD, join.id)
    for other in joins.same(session, join):
        _drop(session, other)
    outbox.say(session, Address.alone_with(Account.parse(join.guest)), OUTCOME, join.id, join.language)
    outbox.settle(session, OUTCOME, join.id)


def _drop(session: Session, join: Join) -> None:
    timetable.forget(session, EXPIRES, join.id)
    outbox.remove(session, TOLD, join.id)
    session.delete(join)


def expire(session: Session, subject: int, _at: datetime) -> None:
    """While another waits for the same, nothing has ended that anybody need be told of."""
    join = locked(session, Join, subject)
    if join is None or join.state is not State.WAITING:
        return
    if joins.same(session, join):
        _drop(session, join)
    else:
        end(session, join, State.EXPIRED)
        now = context.now(session)
        notices.tell(session, join.member_id, EXPIRED, join.id, now, now + joins.FRESH)


def warn_caretakers(session: Session, join: Join, member: people.Member, now: datetime) -> None:
    for caretaker in _helpers(session, member):
        notices.tell(session, caretaker.id, DENIED, join.id, now, now + joins.FRESH)


def _others(session: Session, join: Join) -> list[str]:
    """The accounts in workspaces of their district but the one that joins them."""
    tied = people.Account.address.startswith(people.Connection.address + "/")
    theirs = select(people.Account.address).join(people.Connection, tied)
    theirs = theirs.join(people.Member, people.Member.id == people.Account.member_id)
    theirs = theirs.where(people.Account.member_id == join.member_id, people.Account.address != join.guest)
    theirs = theirs.where(people.Connection.district_id == people.Member.district_id)
    return list(session.scalars(theirs.order_by(people.Account.address)))


def _helpers(session: Session, member: people.Member) -> list[people.Member]:
    return [one for one in people.caretakers(session, member.district_id) if one.id != member.id]


# How it looks ----------------------------------------------------------------------------------------------------


def shown(session: Session, join: Join, words: Words) -> Message:
    """As it is in their other accounts."""
    return Message(tuple(_told(session, join.id, words)))


def _told(session: Session, subject: int, words: Words) -> list[Part]:
    join = session.get(Join, subject)
    if join is None:
        return [Text(words("gone"))]
    member = session.get_one(people.Member, join.member_id)
    names = [one.name for one in _helpers(session, member)]
    guest = session.get(people.Account, join.guest)
    account = session.get_one(people.Member, guest.member_id).name if guest else ""
    return cards.told(join, member, account, words.either(names) if names else words("link-caretaker"), words)


def told_card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    return Message(tuple(_told(session, subject, words)))


def outcome_card(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
    join = session.get(Join, subject)
    if join is None:
        return Message((Text(words("gone")),))
    return cards.outcome(join, session.get_one(people.Member, join.member_id), words)


def _show_denied(session: Session, subject: int, words: Words) -> list[Part]:
    join = session.get_one(Join, subject)
    return cards.denied_to_caretaker(join, session.get_one(people.Member, join.member_id), words)


def _is_denied(session: Session, _member: people.Member, subject: int) -> bool:
    join = session.get(Join, subject)
    return join is not None and join.state is State.DENIED


def _is_nothing_linked(session: Session, member: people.Member, subject: int) -> bool:
    """Nor was it since, with another code."""
    join = session.get(Join, subject)
    if join is None or join.state is not State.EXPIRED:
        return False
    return _whose(session, subject, join.guest) != member.id


def waiting(request: Request) -> list[Waiting]:
    """What waits for their word, and what no message could tell them."""
    session, found = request.session, []
    for join in joins.fresh(session, request.member, request.now):
        draw = partial(_told, session, join.id, request.words)
        if join.waits(request.now):
            found.append(Waiting(draw, Urgency.DO, join.until))
        elif join.state is State.JOINED and not _arrived(session, join):
            found.append(Waiting(draw, Urgency.DO, join.at + joins.FRESH))
    return found


def _arrived(session: Session, join: Join) -> bool:
    return any(one.state is outbox.State.STANDING for one in outbox.standings(session, TOLD, join.id))


def _whose(session: Session, _subject: int, account: str) -> int | None:
    """What a link came to is told to the account that it is about, whose that is."""
    found = session.get(people.Account, account)
    return found.member_id if found else None


def feature(_others: Feature) -> Feature:
    return Feature(
        cards={TOLD: told_card, OUTCOME: outcome_card},
        follows=dict.fromkeys((TOLD, OUTCOME), _whose),
        notices={
            DENIED: NoticeKind("", _is_denied, _show_denied),
            EXPIRED: NoticeKind("", _is_nothing_linked, _told),
        },
        due={EXPIRES: expire},
        home={"accounts": Section("link-accounts", waiting)},
        maintenance=(Chore(HOUR, joins.forget),),
    )
