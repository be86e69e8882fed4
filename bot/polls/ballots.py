"""Answers to polls as people give them and take them back, and who has given one. Those to anonymous polls lie in
`bot.polls.secrecy`."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Insert, Select, delete, select, union_all, update
from sqlalchemy.orm import Session

from bot.people import model as people
from bot.polls import secrecy, written_answers
from bot.polls.model import Ballot, Option, Poll, Status
from bot.storage.database import insert, take_turns
from bot.storage.tables import Table


def answer(session: Session, poll: Poll, member: people.Member, option: Option, text: str = "") -> tuple[int, ...]:
    """Adds it, in place of the one before if the poll takes one. Doing it twice is doing it once. Returns what they
    have chosen by now: without this option if they had given as many answers as they may."""
    before: tuple[int, ...] = ()
    if poll.adds_up:
        before = chosen(session, poll, member, alone=True)
        if option.id in before or 0 < poll.most <= len(before):
            return before
    after = (*before, option.id)
    if poll.anonymous:
        secrecy.answer(session, poll.id, member.id, tuple(sorted(after)) if poll.several else after, text)
        return after
    slot = option.position if poll.several else len(before)
    ballot = {"poll_id": poll.id, "member_id": member.id, "slot": slot, "option_id": option.id, "at": time.time()}
    session.connection().execute(_voting(insert(session)), ballot)
    if poll.takes_words:
        written_answers.forget(session, poll.id, member.id)
        if text:
            written_answers.keep(session, poll.id, member.id, option.id, text)
    return after


def take_back(session: Session, poll: Poll, member: people.Member, option: Option | None = None) -> None:
    """Without an option, and of an anonymous poll, all that they have answered."""
    if poll.anonymous:
        secrecy.take_back(session, poll.id, member.id)
        return
    chosen(session, poll, member, alone=True)
    theirs = (Ballot.poll_id == poll.id, Ballot.member_id == member.id)
    if option is None:
        session.execute(delete(Ballot).where(*theirs))
        return
    session.execute(delete(Ballot).where(*theirs, Ballot.option_id == option.id))
    if poll.takes_words:
        written_answers.take_back(session, poll.id, member.id, option.id)
    session.execute(update(Ballot).where(*theirs).values(at=time.time()))


def chosen(session: Session, poll: Poll, member: people.Member, *, alone: bool = False) -> tuple[int, ...]:
    """Option ids: of a ranking from the favourite on, otherwise in their own order. `alone`: this member, who is about
    to answer, does not change it elsewhere meanwhile."""
    if poll.anonymous:
        return (secrecy.chosen_alone if alone else secrecy.chosen)(session, poll.id, member.id)
    if alone:
        take_turns(session, people.Member, member.id)
    theirs = (Ballot.poll_id == poll.id, Ballot.member_id == member.id)
    return tuple(session.scalars(select(Ballot.option_id).where(*theirs).order_by(Ballot.slot)))


def withdraw(session: Session, poll: Poll) -> None:
    """The poll is as if it had never been asked: the answers go, too."""
    poll.status = Status.WITHDRAWN
    written_answers.forget(session, poll.id)
    session.execute(delete(Ballot).where(Ballot.poll_id == poll.id))
    if poll.anonymous:
        secrecy.destroy(session, poll.id)


# Who has answered, of named and anonymous polls alike. A row may come more than once.
_ANSWERED = union_all(
    select(Ballot.poll_id, Ballot.member_id),
    select(secrecy.Participation.poll_id, secrecy.Participation.member_id),
).subquery("answered")


def who_answered(poll: Poll) -> Select[int]:
    """Ids of members."""
    return select(_ANSWERED.c.member_id).where(_ANSWERED.c.poll_id == poll.id)


def answered_by(member: people.Member) -> Select[int]:
    """Ids of polls."""
    return select(_ANSWERED.c.poll_id).where(_ANSWERED.c.member_id == member.id)


def has_answered(session: Session, poll: Poll, member: people.Member) -> bool:
    return session.scalar(who_answered(poll).where(_ANSWERED.c.member_id == member.id).limit(1)) is not None


# Made once: making a statement takes longer than running it.
@cache
def _voting(insert: Callable[[type[Table]], Any]) -> Insert:
    add = insert(Ballot)
    keys = ["poll_id", "member_id", "slot"]
    vote: Insert = add.on_conflict_do_update(
        index_elements=keys, set_={"option_id": add.excluded.option_id, "at": add.excluded.at}
    )
    return vote
