"""Answers to named polls as people give them and take them back; `bot.polls.secrecy` has the anonymous ones."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Insert, delete, select, update
from sqlalchemy.orm import Session

from bot.people import model as people
from bot.polls import remarks
from bot.polls.model import Ballot, Option, Poll
from bot.storage.database import insert
from bot.storage.tables import Table


def vote(session: Session, poll: Poll, member: people.Member, option: Option) -> bool:
    """Adds the answer, in place of the one before if the poll takes one. Doing it twice is doing it once. False: they
    have given as many answers as they may."""
    slot = option.position if poll.several else 0
    if poll.adds_up:
        before = _chosen_alone(session, poll, member)
        if poll.add(before, option.id) == before:
            return option.id in before
        slot = option.position if poll.several else len(before)
    ballot = {"poll_id": poll.id, "member_id": member.id, "slot": slot, "option_id": option.id, "at": time.time()}
    session.connection().execute(_voting(insert(session)), ballot)
    if poll.takes_words:
        remarks.forget(session, poll.id, member.id)
    return True


def say(session: Session, poll: Poll, member: people.Member, option: Option, text: str) -> None:
    """Answers with something that they wrote, in place of the answer before."""
    vote(session, poll, member, option)
    remarks.keep(session, poll.id, member.id, option.id, text)


def _chosen_alone(session: Session, poll: Poll, member: people.Member) -> tuple[int, ...]:
    """What they have chosen, which they do not change elsewhere meanwhile."""
    theirs = select(people.Member.id).where(people.Member.id == member.id)
    session.execute(theirs.with_for_update(key_share=True))
    return chosen_in_order(session, poll, member)


def take_back(session: Session, poll: Poll, member: people.Member, option: Option) -> None:
    _chosen_alone(session, poll, member)
    session.execute(delete(Ballot).where(*_by(poll, member), Ballot.option_id == option.id))
    if poll.takes_words:
        remarks.take_back(session, poll.id, member.id, option.id)
    session.execute(update(Ballot).where(*_by(poll, member)).values(at=time.time()))


def take_all_back(session: Session, poll: Poll, member: people.Member) -> None:
    _chosen_alone(session, poll, member)
    session.execute(delete(Ballot).where(*_by(poll, member)))


def chosen(session: Session, poll: Poll, member: people.Member) -> list[Option]:
    """What this member has answered, in the order of the options."""
    theirs = set(chosen_in_order(session, poll, member))
    return [option for option in poll.options if option.id in theirs]


def chosen_in_order(session: Session, poll: Poll, member: people.Member) -> tuple[int, ...]:
    """The ids of the options, those of a ranking from its favourite on."""
    return tuple(session.scalars(select(Ballot.option_id).where(*_by(poll, member)).order_by(Ballot.slot)))


def _by(poll: Poll, member: people.Member) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Ballot.poll_id == poll.id, Ballot.member_id == member.id


@cache
def _voting(insert: Callable[[type[Table]], Any]) -> Insert:
    add = insert(Ballot)
    keys = ["poll_id", "member_id", "slot"]
    vote: Insert = add.on_conflict_do_update(
        index_elements=keys, set_={"option_id": add.excluded.option_id, "at": add.excluded.at}
    )
    return vote
