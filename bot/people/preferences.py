"""What people chose for themselves, a row for each choice. What they did not choose is as their district has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Insert, bindparam, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.people import belongings
from bot.people.model import Member
from bot.storage.context import remembered
from bot.storage.database import insert
from bot.storage.tables import Table

MUTED = "muted "  # the beginning of the key of a kind of notice that somebody does not want
YES = "yes"


class Key(StrEnum):
    HOURS = "hours"  # in which they may be written to, as in `bot.people.hours`
    DAYS = "days"  # on which, likewise
    QUESTIONS = "questions"  # how those come that wait for a seat of theirs: one of `hours.ARRIVALS`
    WHERE = "where"  # they get the day's one message: a platform's name, HOME or REFUSED


HOME = "home"  # nowhere: they read on their home card what they would have been told
REFUSED = "refused"  # there, too, for the platform did not let the bot write to them


class Preference(Table):
    __tablename__ = "preferences"
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)  # a `Key`, or MUTED and the name of a kind of notice
    value: Mapped[str]


@dataclass(frozen=True)
class Preferences:
    """Empty: not chosen."""

    hours: str = ""
    days: str = ""
    questions: str = ""
    where: str = ""
    muted: frozenset[str] = frozenset()  # names of kinds of notices


@remembered
def of(session: Session, member_id: int) -> Preferences:
    rows = session.connection().execute(_OF, {"member": member_id}).all()
    chosen = {key: value for key, value in rows if key in set(Key)}
    muted = frozenset(key.removeprefix(MUTED) for key, _ in rows if key.startswith(MUTED))
    return Preferences(**chosen, muted=muted)


def chose(key: Key, value: str) -> ColumnElement[bool]:
    """Of members: whether they chose this."""
    return Member.id.in_(select(Preference.member_id).where(Preference.key == key, Preference.value == value))


def chose_not(name: str) -> ColumnElement[bool]:
    """Of members: whether they want no notices of this kind."""
    return Member.id.in_(select(Preference.member_id).where(Preference.key == MUTED + name))


def choose(session: Session, member_id: int, key: Key, value: str) -> None:
    """Empty: as their district has it."""
    _write(session, member_id, key, value)


def mute(session: Session, member_id: int, name: str) -> None:
    """They want no notices of this kind."""
    _write(session, member_id, MUTED + name, YES)


def unmute(session: Session, member_id: int, name: str) -> None:
    _write(session, member_id, MUTED + name, "")


def _write(session: Session, member_id: int, key: str, value: str) -> None:
    belongings.set_apart(session, Preference.member_id, member_id, key)
    if value:
        row = {"member_id": member_id, "key": key, "value": value}
        session.execute(_writing(insert(session)), row)
    else:
        session.execute(delete(Preference).where(Preference.member_id == member_id, Preference.key == key))


@cache
def _writing(insert: Callable[[type[Table]], Any]) -> Insert:
    add = insert(Preference)
    writing: Insert = add.on_conflict_do_update(index_elements=["member_id", "key"], set_={"value": add.excluded.value})
    return writing


_OF = select(Preference.key, Preference.value).where(Preference.member_id == bindparam("member"))
