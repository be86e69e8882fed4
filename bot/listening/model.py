"""Listening sessions: what a board asks people, what they say to it, and what comes of that."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, Select, false, func, select
from sqlalchemy.orm import Mapped, MappedColumn, Session, mapped_column, object_session, relationship

from bot import authors, ratings, return_paths
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText, of_group
from bot.people.places import Place
from bot.return_paths import Thing
from bot.storage.context import remembered
from bot.storage.tables import Table
from bot.themes import Titled

KIND = "listening"  # of the things to which ways back belong
ASK, WRITE = "listening.ask", "listening.write"  # forms, and their drafts
# Cards: in places; what an author without a name is told of what came of it, and of what was hidden.
OPEN, SAID, HIDDEN = "listening.open", "listening.said", "listening.hidden"
FORGET = "listening.forget"  # the name under which the timetable ends the way back
QUESTION_MOST, TEXT_MOST, WHY_MOST, OUTCOME_MOST = 200, 600, 200, 600  # characters
PLACES_MOST = 8  # in which one session is
AT_MOST = 5  # contributions of one person
DAYS = (3, 5, 10)  # school days that a session may take
SORTING = 2  # school days in which groups look their own through, before the board reads
RATING = 3  # school days after that, in which the people asked say which titles matter
READ_FOR = authors.LONGEST  # in which the home cards of the board name it: afterwards some authors can't be told


class Phase(StrEnum):
    OPEN = "open"  # people say it
    SORTING = "sorting"  # each group's leaders look their own through
    RATING = "rating"  # the people asked say which of the titles matter
    READING = "reading"  # the board reads, and its chair answers
    OVER = "over"  # nobody spoke


class Way(StrEnum):
    """What the chair makes of something."""

    REFERRED = "referred"  # to somebody
    AGENDA = "agenda"  # of a public meeting
    STAFF = "staff"  # answer it


def _named(kind: type[StrEnum], length: int) -> MappedColumn[Any]:
    kept = Enum(kind, native_enum=False, length=length, values_callable=lambda every: [one.value for one in every])
    return mapped_column(kept)


class Listening(Table):
    """A session, which a seat of a board opened."""

    __tablename__ = "listenings"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button never finds a newer one
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)
    questions: Mapped[dict[str, str]] = mapped_column(JSON)  # by language
    phase: Mapped[Phase] = _named(Phase, 10)
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    reads_at: Mapped[datetime | None]  # when the board does
    rates: Mapped[bool] = mapped_column(default=False, server_default=false())  # titles are, before that
    raters: Mapped[dict[str, int] | None] = mapped_column(JSON)  # by group, how many rated any
    district: Mapped[people.District] = relationship(lazy="joined", innerjoin=True)
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    spots: Mapped[list[Spot]] = relationship(
        order_by=lambda: Spot.place_id, lazy="selectin", back_populates="listening"
    )
    yeses: Mapped[list[Yes]] = relationship(order_by=lambda: Yes.group_id, lazy="selectin", back_populates="listening")

    def question(self, language: str) -> str:
        return self.questions.get(language) or next(iter(self.questions.values()))

    @property
    def board(self) -> Audience:
        return of_group(self.seat.group)

    @property
    def asks(self) -> bool:
        """Something, or is about to."""
        return self.phase is Phase.OPEN or (self.rates and self.phase in (Phase.SORTING, Phase.RATING))

    def says_yes(self, group_id: int) -> bool:
        return any(one.group_id == group_id and one.answer for one in self.yeses)


class Spot(Table):
    """A place in which it is asked, or will be once the leaders of its groups say yes."""

    __tablename__ = "listening_places"
    listening_id: Mapped[int] = mapped_column(ForeignKey("listenings.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True)
    posted: Mapped[bool] = mapped_column(default=False, server_default=false())
    meant_for: Mapped[Audience | None] = mapped_column(AudienceText)  # when it was opened; of old ones it is not known
    listening: Mapped[Listening] = relationship(back_populates="spots")
    place: Mapped[Place] = relationship(lazy="joined", innerjoin=True)


class Yes(Table):
    """Whether it may be asked among a group's people, by the word of one who leads the group."""

    __tablename__ = "listening_yeses"
    listening_id: Mapped[int] = mapped_column(ForeignKey("listenings.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    answer: Mapped[bool | None]  # None: it waits
    by_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    listening: Mapped[Listening] = relationship(back_populates="yeses")
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)


class Title(Titled, Table):
    """Under which contributions are put."""

    __tablename__ = "listening_titles"
    __table_args__ = ({"sqlite_autoincrement": True},)
    listening_id: Mapped[int] = mapped_column(ForeignKey("listenings.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))  # whose leader made it; None: the chair
    listening: Mapped[Listening] = relationship()


class Rating(ratings.Rating):
    __tablename__ = "listening_ratings"
    of = "listening_titles"


class Outcome(Table):
    """What the board's chair says comes of some contributions."""

    __tablename__ = "listening_outcomes"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    listening_id: Mapped[int] = mapped_column(ForeignKey("listenings.id"), index=True)
    way: Mapped[Way] = _named(Way, 10)
    words: Mapped[str]  # to whom, at which meeting, or what staff answer
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
    taken_back: Mapped[bool] = mapped_column(default=False, server_default=false())
    told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last contribution whose author was
    brought: Mapped[list[str] | None] = mapped_column(JSON)  # what became of it at a meeting: a `references.Brought`
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)


class Contribution(Table):
    """What somebody said. Until the board reads, its words are for the leaders of its author's group alone."""

    __tablename__ = "listening_contributions"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    listening_id: Mapped[int] = mapped_column(ForeignKey("listenings.id"), index=True)
    text: Mapped[str]
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)  # None: it carries no name
    audience: Mapped[Audience] = mapped_column(AudienceText)  # who reads its words
    written_at: Mapped[datetime]  # of one without a name only the day
    looked_through: Mapped[bool] = mapped_column(default=False, server_default=false())  # by a leader of the group
    taken_back: Mapped[bool] = mapped_column(default=False, server_default=false())  # its words are gone then
    hidden: Mapped[str] = mapped_column(default="")  # why
    hidden_by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    title_id: Mapped[int | None] = mapped_column(ForeignKey("listening_titles.id"), index=True)
    outcome_id: Mapped[int | None] = mapped_column(ForeignKey("listening_outcomes.id"), index=True)
    listening: Mapped[Listening] = relationship(lazy="joined", innerjoin=True)
    group: Mapped[people.Group] = relationship(lazy="joined", innerjoin=True)
    author: Mapped[people.Member | None] = relationship()
    hidden_by: Mapped[people.Seat | None] = relationship()
    title: Mapped[Title | None] = relationship(lazy="joined")
    outcome: Mapped[Outcome | None] = relationship(lazy="joined")

    @property
    def district(self) -> people.District:
        return self.listening.district

    @property
    def thing(self) -> Thing:
        """To what the way back to an unnamed author belongs."""
        return Thing(KIND, self.id)

    @property
    def answered(self) -> Outcome | None:
        """What comes of it, as far as that stands."""
        return self.outcome if self.outcome is not None and not self.outcome.taken_back else None

    def is_written_by(self, member: people.Member) -> bool:
        if self.author_id is not None:
            return self.author_id == member.id
        session = object_session(self)
        return session is not None and return_paths.leads_to(session, self.thing, member.id)

    def is_for(self, member: people.Member) -> bool:
        """Whether they may read its words."""
        session = object_session(self)
        return session is not None and not self.taken_back and self.audience.admits(session, member)


# Which contributions -----------------------------------------------------------------------------------------------


@remembered
def recent(session: Session, district_id: int, now: datetime) -> tuple[Listening, ...]:
    """Those of a district that are open, or not long over."""
    there = (Listening.phase == Phase.OPEN) | (Listening.reads_at > now - READ_FOR)
    found = select(Listening).where(Listening.district_id == district_id, there)
    return tuple(session.scalars(found.order_by(Listening.id)))


def said_in(listening: Listening) -> Select[Contribution]:
    """Those that are there to be read, the oldest first."""
    there = (Contribution.listening_id == listening.id, ~Contribution.taken_back, Contribution.hidden == "")
    return select(Contribution).where(*there).order_by(Contribution.id)


def said_before(listening: Listening, day: datetime) -> Select[Contribution]:
    """On days before. How many there are from one minute to the next would tell when somebody without a name spoke."""
    return said_in(listening).where(Contribution.written_at < day)


def titles(session: Session, listening: Listening, *, used: bool = True) -> list[Title]:
    """The oldest first. `used`: those under which something is."""
    theirs = select(Title).where(Title.listening_id == listening.id).order_by(Title.id)
    if used:
        theirs = theirs.where(Title.id.in_(said_in(listening).order_by(None).with_only_columns(Contribution.title_id)))
    return list(session.scalars(theirs))


def written_unnamed(session: Session, member: people.Member) -> list[int]:
    """Numbers of those that they wrote without a name, while there is a way back."""
    return [one.id for one in return_paths.written_by(session, member.district_id, member.id, KIND)]


def own(session: Session, member: people.Member, listening: Listening) -> Select[Contribution]:
    """What they said there, as far as that is known, the oldest first."""
    mine = (Contribution.author_id == member.id) | Contribution.id.in_(written_unnamed(session, member))
    there = (Contribution.listening_id == listening.id, ~Contribution.taken_back)
    return select(Contribution).where(mine, *there).order_by(Contribution.id)


def unanswered(listening: Listening) -> Select[Contribution]:
    none = Contribution.outcome_id.is_(None) | Outcome.taken_back
    return said_in(listening).outerjoin(Outcome, Contribution.outcome_id == Outcome.id).where(none)


def count(session: Session, some: Select[Any]) -> int:
    return session.scalar(select(func.count()).select_from(some.order_by(None).subquery())) or 0
