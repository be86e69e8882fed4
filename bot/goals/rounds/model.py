"""Rounds: the themes that groups make of their own concerns, and what matters to whom."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, Select, false, func, select, text, true, update
from sqlalchemy.orm import Mapped, MappedColumn, Session, mapped_column, object_session, relationship

from bot import ratings
from bot.goals.concerns import Concern
from bot.goals.model import Goal
from bot.people import model as people
from bot.people.audiences import Audience, of_group
from bot.storage.context import remembered
from bot.storage.tables import Table
from bot.themes import Titled

KIND = "round"  # of the things of which something that was deleted may be left in the database's files
WHY_MOST = 200
GROUPS = 2  # whose lists are there, before it goes on
CHAIRS = 2  # of two groups


class Phase(StrEnum):
    GATHERING = "gathering"  # groups open their parts, sort, and show their lists
    RATING = "rating"
    RESULT = "result"


class Scope(StrEnum):
    """Who decides about a theme."""

    SHARED = "shared"
    ADMINISTRATION = "administration"
    BOARD = "board"
    CLASSROOM = "classroom"
    BARGAINING = "bargaining"


def _named(kind: type[StrEnum], length: int) -> MappedColumn[Any]:
    kept = Enum(kind, native_enum=False, length=length, values_callable=lambda every: [one.value for one in every])
    return mapped_column(kept)


class Round(Table):
    """Of a district: one at a time."""

    __tablename__ = "rounds"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    phase: Mapped[Phase] = _named(Phase, 10)
    opened_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last of those asked who was, until all are
    waits_until: Mapped[datetime | None]  # for lists of groups that opened a part, once others are there
    raters: Mapped[dict[str, int] | None] = mapped_column(JSON)  # by group, how many rated anything
    district: Mapped[people.District] = relationship(lazy="joined", innerjoin=True)
    parts: Mapped[list[Part]] = relationship(order_by=lambda: Part.group_id, lazy="selectin", back_populates="round")
    themes: Mapped[list[Theme]] = relationship(order_by=lambda: Theme.id, lazy="selectin", back_populates="round")

    def part_of(self, group_id: int) -> Part | None:
        return next((part for part in self.parts if part.group_id == group_id), None)

    @property
    def under_way(self) -> list[Part]:
        return [part for part in self.parts if not part.paused]

    @property
    def leading(self) -> list[people.Seat]:
        """The co-chairs, once two have said yes; until then the seats that opened a part. Not of a part that is
        paused."""
        agreed = [part.chair for part in self.under_way if part.chair is not None and part.chairs]
        return agreed if len(agreed) >= CHAIRS else [part.seat for part in self.under_way]

    def has_two_besides(self, part: Part) -> bool:
        """Whether co-chairs of two other groups have said yes, as all who lead a group see."""
        return sum(one.chairs for one in self.parts if one is not part) >= CHAIRS

    @property
    def late(self) -> list[Part]:
        """Those whose lists are waited for."""
        return [part for part in self.under_way if not part.ready]

    @property
    def audience(self) -> Audience:
        """Those who rate its themes, and read what came of it: the groups whose parts are open."""
        groups = [of_group(part.group) for part in self.under_way]
        return Audience(frozenset(clause for group in groups for clause in group.clauses))


class Part(Table):
    """A group's own, opened by a seat of its own."""

    __tablename__ = "round_parts"
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"))
    paused: Mapped[bool] = mapped_column(default=False, server_default=false())
    left_out: Mapped[bool] = mapped_column(default=False, server_default=false())  # its list was waited for in vain
    ready: Mapped[bool] = mapped_column(default=False, server_default=false())  # its list is shown to the others
    chair_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))  # named by it to lead the round with another
    chairs: Mapped[bool] = mapped_column(default=False, server_default=false())  # who acts for that has said yes
    round: Mapped[Round] = relationship(back_populates="parts")
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True, foreign_keys=[seat_id])
    chair: Mapped[people.Seat | None] = relationship(lazy="joined", foreign_keys=[chair_id])


class Theme(Titled, Table):
    """For some of a group's concerns. In a round once its group has shown it."""

    __tablename__ = "themes"
    __table_args__ = ({"sqlite_autoincrement": True},)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)
    shared: Mapped[bool] = mapped_column(default=True, server_default=true())  # else for its group alone
    round_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id"), index=True)
    wants_id: Mapped[int | None] = mapped_column(ForeignKey("themes.id"))  # another group's, with which it would be one
    joined_id: Mapped[int | None] = mapped_column(ForeignKey("themes.id"), index=True)  # with which it is
    scope: Mapped[Scope | None] = _named(Scope, 20)
    why: Mapped[str] = mapped_column(default="")
    told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last concern whose author was, who decides
    reply: Mapped[str] = mapped_column(default="", server_default=text("''"))  # of the seat that decides
    replied_by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    reply_due: Mapped[datetime | None]
    reminded: Mapped[bool] = mapped_column(default=False, server_default=false())
    reply_told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last concern whose author was, of it
    replied_by: Mapped[people.Seat | None] = relationship()
    round: Mapped[Round | None] = relationship(back_populates="themes")
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)


class Sorted(Table):
    """Under which theme a concern was put."""

    __tablename__ = "theme_concerns"
    concern_id: Mapped[int] = mapped_column(ForeignKey("concerns.id"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("themes.id"), index=True)


class Rating(ratings.Rating):
    __tablename__ = "theme_ratings"
    of = "themes"


@remembered
def current(session: Session, district_id: int) -> Round | None:
    """The newest of a district."""
    newest = select(Round).where(Round.district_id == district_id).order_by(Round.id.desc()).limit(1)
    return session.scalars(newest).first()


def themes_of(session: Session, group_id: int) -> list[Theme]:
    """The group's own that are not over, the oldest first."""
    theirs = select(Theme).outerjoin(Round, Theme.round_id == Round.id).where(Theme.group_id == group_id)
    open_ones = theirs.where(Theme.round_id.is_(None) | (Round.phase != Phase.RESULT))
    return list(session.scalars(open_ones.order_by(Theme.id)).unique())


def under(theme: Theme) -> Select[Concern]:
    """And under those that are one with it."""
    those = select(Theme.id).where((Theme.id == theme.id) | (Theme.joined_id == theme.id))
    put = select(Sorted.concern_id).where(Sorted.theme_id.in_(those))
    return select(Concern).where(Concern.id.in_(put), Concern.is_shown).order_by(Concern.id)


def bind(session: Session, theme: Theme, goal: Goal) -> None:
    """The goal is made of all that is under the theme, however much that is."""
    those = under(theme).with_only_columns(Concern.id).where(Concern.goal_id.is_(None)).order_by(None)
    made = update(Concern).where(Concern.id.in_(those)).values(goal_id=goal.id)
    session.execute(made, execution_options={"synchronize_session": False})


def sizes(session: Session, themes: list[Theme]) -> dict[int, int]:
    """How many concerns are under each."""
    ids = [theme.id for theme in themes]
    counts = select(Sorted.theme_id, func.count()).join(Concern, Concern.id == Sorted.concern_id)
    counts = counts.where(Sorted.theme_id.in_(ids), Concern.is_shown).group_by(Sorted.theme_id)
    return dict(session.execute(counts).all())


def theme_of(concern: Concern) -> Theme | None:
    session = object_session(concern)
    put = session.get(Sorted, concern.id) if session else None
    return session.get(Theme, put.theme_id) if session and put else None
