"""Which themes matter now: asked privately, one tap each, in an order of one's own, changed until the end. Then it is
folded into counts by group, and nobody said anything in particular any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import ClassVar, TypeVar

from sqlalchemy import ColumnElement, Enum, ForeignKey, delete, func, select, true, update
from sqlalchemy.orm import Mapped, Session, declared_attr, mapped_column

from bot import ranking, remains
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.disclosure_control import totals_may_be_shown
from bot.payloads import Payload
from bot.people import model as people
from bot.request import Refusal, Request
from bot.return_paths import Thing
from bot.storage.tables import STAYS, Table
from bot.texts import Words
from bot.themes import Titled

TRUE = true()
T = TypeVar("T", bound=Titled)


class Rate(StrEnum):
    NOW = "now"
    NOT_NOW = "not now"
    NOT_SURE = "not sure"


RATES = {Rate.NOW: "rate-now", Rate.NOT_NOW: "rate-not-now", Rate.NOT_SURE: "rate-not-sure"}
_KEPT = Enum(Rate, native_enum=False, length=10, values_callable=lambda every: [one.value for one in every])


class Rating(Table):
    """What one member says of a theme: of each table of themes (`of`) a table that is one of these, which
    `remains.RATED` names."""

    __abstract__ = True
    of: ClassVar[str]
    rate: Mapped[Rate] = mapped_column(_KEPT)

    @declared_attr
    def theme_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey(f"{cls.of}.id"), primary_key=True)

    @declared_attr
    def member_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("members.id"), primary_key=True, index=True, info=STAYS)


@dataclass(frozen=True)
class Rated(Payload):
    """A theme, and what they say of it."""

    theme: int
    rate: str


@dataclass(frozen=True)
class Rateable:
    """What is asked in a round or session, `thing`, until when; what the presses do that begin, say one, and begin once
    more, and what these are about. `done`: what somebody is told once they have said all, and until when that is."""

    thing: Thing
    rows: type[Rating]
    themes: Sequence[Titled]
    ends_at: datetime
    zone: str
    begin: str
    say: str
    again: str
    done: Callable[[Words, str], str]
    about: str = ""

    def in_own_order(self, member_id: int) -> list[Titled]:
        """Another for each, so that none is always first; the same each time."""

        def place(theme: Titled) -> bytes:
            return sha256(f"{self.thing.id} {member_id} {theme.id}".encode()).digest()

        return sorted(self.themes, key=place)

    @property
    def ids(self) -> list[int]:
        return [theme.id for theme in self.themes]


def ask(there: Rateable, words: Words) -> list[Part]:
    when = words.moment(there.ends_at, there.zone)
    begin = Button(words("rate-begin"), there.begin, there.about, "main")
    return [Text(words("rate-asks", count=len(there.themes), when=when)), Buttons((begin,))]


def waits(session: Session, there: Rateable, member: people.Member) -> int:
    """How many themes they have said nothing about."""
    return len(there.themes) - len(_mine(session, there, member))


def _mine(session: Session, there: Rateable, member: people.Member) -> set[int]:
    theirs = select(there.rows.theme_id).where(there.rows.theme_id.in_(there.ids), there.rows.member_id == member.id)
    return set(session.scalars(theirs))


# Saying ----------------------------------------------------------------------------------------------------------


def show(request: Request, there: Rateable) -> Answer:
    """The next about which they said nothing."""
    mine = _mine(request.session, there, request.member)
    themes = there.in_own_order(request.member.id)
    following = next((theme for theme in themes if theme.id not in mine), None)
    return _one(request, there, themes, following) if following else _done(request, there)


def from_the_beginning(request: Request, there: Rateable) -> Answer:
    themes = there.in_own_order(request.member.id)
    return _one(request, there, themes, themes[0]) if themes else _done(request, there)


def rate(request: Request, there: Rateable) -> Answer:
    session, said = request.session, request.payload(Rated)
    themes = there.in_own_order(request.member.id)
    theme = next((one for one in themes if one.id == said.theme), None)
    if theme is None or said.rate not in {one.value for one in Rate}:
        raise Refusal.saying(request.words("gone"))
    row = session.get(there.rows, (theme.id, request.member.id))
    again = row is not None
    row = row or there.rows(theme_id=theme.id, member_id=request.member.id)
    row.rate = Rate(said.rate)
    session.add(row)
    session.flush()
    if not again:
        return show(request, there)
    after = themes[themes.index(theme) + 1 :]
    return _one(request, there, themes, after[0]) if after else _done(request, there)


def _one(request: Request, there: Rateable, themes: Sequence[Titled], theme: Titled) -> Answer:
    words, row = request.words, request.session.get(there.rows, (theme.id, request.member.id))
    buttons = [
        Button(words(name), there.say, str(Rated(theme.id, one.value)), "main" if row and row.rate is one else "")
        for one, name in RATES.items()
    ]
    place = words("rate-place", place=themes.index(theme) + 1, count=len(themes))
    said = [Text(words("rate-said", said=words(RATES[row.rate])))] if row else []
    title = Heading(theme.title(words.language))
    return Private(Message((title, Note(place), *said, Buttons(tuple(buttons)), Note(words("rate-means")))))


def _done(request: Request, there: Rateable) -> Answer:
    said = there.done(request.words, request.moment(there.ends_at))
    again = Button(request.words("rate-again"), there.again, there.about)
    return Private(Message((Text(said), Buttons((again,)))))


def merge(rows: type[Rating], session: Session, leaving: people.Member, staying: people.Member) -> None:
    """The two turned out to be one person, who says one thing of each theme."""
    there = set(session.scalars(select(rows.theme_id).where(rows.member_id == staying.id)))
    session.execute(delete(rows).where(rows.member_id == leaving.id, rows.theme_id.in_(there)))
    session.execute(update(rows).where(rows.member_id == leaving.id).values(member_id=staying.id))


# What came of it -------------------------------------------------------------------------------------------------


def raters(session: Session, there: Rateable, who: ColumnElement[bool] = TRUE) -> dict[int, int]:
    """By group, how many of these members rated anything."""
    people_of = select(people.Member.group_id, func.count(there.rows.member_id.distinct()))
    people_of = people_of.join(there.rows, there.rows.member_id == people.Member.id)
    those = people_of.where(who, there.rows.theme_id.in_(there.ids)).group_by(people.Member.group_id)
    return dict(session.execute(those).all())


def fold(session: Session, there: Rateable, who: ColumnElement[bool]) -> dict[str, int]:
    """Into an order and counts by group, of these members; from now on nobody said anything. Returns by group how many
    did. Of a group of which too few said anything, at all or of one theme, no count is kept: of one person it would be
    what that person said. The order is of all that those said who count, and can't be found from what is kept."""
    rows, member = there.rows, people.Member
    said_by = raters(session, there, who)
    counting = ranking.counting(said_by)
    said = select(rows.theme_id, member.group_id, rows.rate, func.count()).join(member, member.id == rows.member_id)
    said = said.where(who, rows.theme_id.in_(there.ids), member.group_id.in_(counting))
    said = said.group_by(rows.theme_id, member.group_id, rows.rate)
    counts: dict[int, dict[int, list[int]]] = {id: {} for id in there.ids}
    for id, group, rate, number in session.execute(said).all():
        counts[id].setdefault(group, [0] * ranking.ANSWERS)[[*Rate].index(rate)] = number
    places = {one.theme: one.place for one in ranking.ranked(counts, counting)}
    for theme in there.themes:
        theme.place, by_group = places.get(theme.id), counts[theme.id].items()
        theme.counts = {str(group): each for group, each in by_group if totals_may_be_shown(sum(each))}
    return {str(group): said_by[group] for group in counting}


def forget(session: Session, thing: Thing, rows: type[Rating], themes: Iterable[Titled]) -> None:
    """What was said of any of these, out of the database's files, too."""
    session.flush()
    session.execute(delete(rows).where(rows.theme_id.in_([theme.id for theme in themes])))
    remains.leave(session, thing, destroyed=True)


def order(
    themes: Iterable[T], said: Mapping[str, int] | None, groups: Iterable[int]
) -> tuple[list[tuple[int, T]], list[int], list[int]]:
    """Each theme after its place among these; of these groups those that count, and those that are left out. `said`: by
    group, how many did."""
    every = {group: (said or {}).get(str(group), 0) for group in groups}
    counting = ranking.counting(every)
    by_id = {theme.id: theme for theme in themes}
    ranked = ranking.by({id: theme.place for id, theme in by_id.items() if theme.place is not None})
    return [(one.place, by_id[one.theme]) for one in ranked], counting, sorted(every.keys() - {*counting})


def lines(theme: Titled, names: Mapping[int, str], words: Words) -> list[str]:
    """How many said now: group by group where that gives nobody away, or else at most of all together."""
    table = ranking.table({int(group): counts for group, counts in (theme.counts or {}).items()})
    now = next((column for column, part in enumerate(table.answers) if part == (0,)), None)
    if now is not None:
        return [
            words(
                "result-row",
                group=words.listed([names[one] for one in part]),
                now=table.counts[row][now],
                count=sum(table.counts[row]),
            )
            for row, part in enumerate(table.groups)
        ]
    return [words("result-total", now=table.totals[0], count=sum(table.totals))] if table.totals else []
