"""What meets: a series that belongs to seats, and its dates; what is to be talked about, and what was noted."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import TypeVar

from sqlalchemy import JSON, Enum, ForeignKey, UniqueConstraint, and_, false, or_, select, text, true
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot.people import audiences, committees, recurrence
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.people.committees import SITS, CommitteeSeat
from bot.people.rhythms import Bend, Rhythm
from bot.storage.context import remembered
from bot.storage.database import locked
from bot.storage.tables import Table

E = TypeVar("E", bound=StrEnum)
TWENTY = 20  # minutes
FORMAL = 5  # seats, from which on a body has chairs, an agenda that goes out, and minutes


def enum(kind: type[E]) -> Enum:
    return Enum(kind, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])


class Kind(StrEnum):
    PAIR = "pair"  # fewer than FORMAL seats, and no formalities; more than two of them have a name
    BODY = "body"


class State(StrEnum):
    PROPOSED = "proposed"  # somebody of their own group would like one of the seats to offer times
    OFFERED = "offered"  # until times are agreed
    GOING = "going"
    PAUSED = "paused"
    ENDED = "ended"


class Series(Table):
    """Meetings that come again. They belong to seats; a committee's to those that sit on it. Without a rule nothing is
    agreed yet."""

    __tablename__ = "meeting_series"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button never finds a newer one
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    kind: Mapped[Kind] = mapped_column(enum(Kind))
    state: Mapped[State] = mapped_column(enum(State), index=True)
    name: Mapped[str] = mapped_column(default="")  # a pair is called after its seats
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("committees.id"), index=True)
    often: Mapped[str] = mapped_column(default="")  # a name of `rhythm.OFTEN`, which a picked day makes a rule
    rule: Mapped[str] = mapped_column(default="")  # see bot.people.rhythms
    first: Mapped[date | None]
    hour: Mapped[str] = mapped_column(default="")  # on the walls there, "15:15"
    zone: Mapped[str]
    length: Mapped[int] = mapped_column(default=TWENTY)  # minutes
    how: Mapped[str] = mapped_column(default="")  # of a pair a name of `cards.HOW`; of a body its place or link
    bend: Mapped[Bend] = mapped_column(enum(Bend), default=Bend.MOVE)
    closes: Mapped[int] = mapped_column(default=0)  # school days before, when the agenda goes out
    is_open: Mapped[bool | None]  # under a law on open meetings; None: not known, which counts as yes
    opened: Mapped[bool] = mapped_column(default=True, server_default=true())  # to everybody, as its chairs were told
    quorum: Mapped[str] = mapped_column(default="", server_default=text("''"))  # of `terms.QUORUMS`, or a number
    paused_until: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)  # another with each change by hand
    made_by_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    made_at: Mapped[datetime]
    looked_at: Mapped[datetime] = mapped_column(index=True)  # when the calendar was looked at for it
    asked_at: Mapped[datetime | None]  # its people were asked whether it lives
    told: Mapped[str] = mapped_column(default="", server_default=text("''"))  # how it was when people were last told
    changer_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # who changed it since
    district: Mapped[people.District] = relationship(lazy="joined", innerjoin=True)
    committee: Mapped[people.Committee | None] = relationship(lazy="joined")
    seats: Mapped[list[people.Seat]] = relationship(
        secondary="meeting_seats", lazy="selectin", order_by="Seat.id", viewonly=True
    )

    @property
    def rhythm(self) -> Rhythm | None:
        return Rhythm(self.rule, self.first, self.bend) if self.rule and self.first else None

    @property
    def at(self) -> time:
        return time.fromisoformat(self.hour)

    @property
    def counts_as_open(self) -> bool:
        return self.kind is Kind.BODY and self.is_open is not False

    @property
    def is_pair(self) -> bool:
        """Two who agree on their times with each other."""
        return self.kind is Kind.PAIR and not self.name

    @property
    def lives(self) -> bool:
        return self.state is not State.ENDED

    @property
    def lacks_a_side(self) -> bool:
        """Of two, one that nobody acts for: nobody comes."""
        return self.is_pair and any(seat.acting_id is None for seat in self.seats)

    def is_paused(self, now: datetime) -> bool:
        return self.paused_until is not None and recurrence.on_the_wall(now, self.zone).date() < self.paused_until

    def others(self, seat: people.Seat) -> list[people.Seat]:
        return [one for one in self.seats if one.id != seat.id]


class SeriesSeat(Table):
    """Its seats; of a committee, whose seats are known, those that chair its meetings."""

    __tablename__ = "meeting_seats"
    series_id: Mapped[int] = mapped_column(ForeignKey("meeting_series.id"), primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), primary_key=True, index=True)
    chair: Mapped[bool] = mapped_column(default=False, server_default=false())


class OfferState(StrEnum):
    OPEN = "open"
    PICKED = "picked"
    NEITHER = "neither"
    WITHDRAWN = "withdrawn"


class Offer(Table):
    """Times of which another seat picks one: for all that follows, or for one meeting that is to be at another time."""

    __tablename__ = "meeting_offers"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("meeting_series.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"))  # that offers them
    times: Mapped[list[str]] = mapped_column(JSON)  # moments as ISO 8601 writes them
    state: Mapped[OfferState] = mapped_column(enum(OfferState), default=OfferState.OPEN)
    at: Mapped[datetime]
    series: Mapped[Series] = relationship(lazy="joined", innerjoin=True)
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)

    @property
    def moments(self) -> list[datetime]:
        return [datetime.fromisoformat(one).astimezone(UTC) for one in self.times]


class Phase(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"
    NO_SCHOOL = "no school"  # left out by the calendar
    DROPPED = "dropped"  # with the series that ended, or for want of the other side
    OVER = "over"


class Agenda(StrEnum):
    OPEN = "open"
    HELD = "held"  # a chair keeps it back
    OUT = "out"


class Minutes(StrEnum):
    NONE = "none"
    WRITTEN = "written"  # and out after a while, unless they are approved before
    HELD = "held"
    APPROVED = "approved"
    OUT = "out"  # without an approval


class Meeting(Table):
    """One date of a series: the one that its rule names `named`."""

    __tablename__ = "meetings"
    __table_args__ = (UniqueConstraint("series_id", "named"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    series_id: Mapped[int] = mapped_column(ForeignKey("meeting_series.id"), index=True)
    named: Mapped[date]
    at: Mapped[datetime] = mapped_column(index=True)
    length: Mapped[int]  # minutes
    phase: Mapped[Phase] = mapped_column(enum(Phase), default=Phase.PLANNED)
    by_hand: Mapped[bool] = mapped_column(default=False)  # moved; the calendar leaves it alone
    reason: Mapped[str] = mapped_column(default="")  # of a cancellation
    reason_for: Mapped[Audience | None] = mapped_column(AudienceText)  # who reads it; of older ones it is not known
    held: Mapped[bool | None]  # whether it took place; None: nobody has said
    agenda: Mapped[Agenda] = mapped_column(enum(Agenda), default=Agenda.OPEN)
    minutes: Mapped[Minutes] = mapped_column(enum(Minutes), default=Minutes.NONE)
    version: Mapped[int] = mapped_column(default=1)  # another with each change
    proposer_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # of the minutes
    closed_at: Mapped[datetime | None]  # when its agenda went out; what is added later is for the next one
    approver_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    sequence: Mapped[int] = mapped_column(default=0)  # counts its changes, for calendars
    told: Mapped[str] = mapped_column(default="", server_default=text("''"))  # how it was when people were last told
    changer_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # who changed it since
    quorate: Mapped[bool | None]  # whether enough came to decide; None: nobody said that they would not
    series: Mapped[Series] = relationship(lazy="joined", innerjoin=True)

    @property
    def committee(self) -> people.Committee | None:
        return self.series.committee


# Finding ---------------------------------------------------------------------------------------------------------


def series_to_change(session: Session, id: int) -> Series | None:
    """Nobody else changes it meanwhile."""
    return locked(session, Series, id)


def meeting_to_change(session: Session, id: int) -> Meeting | None:
    """Nobody else changes it or its series meanwhile."""
    found = session.get(Meeting, id)
    if found is None or series_to_change(session, found.series_id) is None:
        return None
    session.refresh(found)
    return found


@remembered
def of_seats(session: Session, seats: tuple[people.Seat, ...]) -> tuple[Series, ...]:
    """Those that live, the oldest first."""
    ids = [seat.id for seat in seats]
    paired = select(SeriesSeat.series_id).where(SeriesSeat.seat_id.in_(ids))
    sits = select(CommitteeSeat.committee_id).join(people.Seat, SITS).where(people.Seat.id.in_(ids))
    mine = or_(and_(Series.id.in_(paired), Series.committee_id.is_(None)), Series.committee_id.in_(sits))
    found = select(Series).where(mine, Series.state != State.ENDED)
    return tuple(session.scalars(found.order_by(Series.id)).unique())


def open_offer(session: Session, series: Series) -> Offer | None:
    found = select(Offer).where(Offer.series_id == series.id, Offer.state == OfferState.OPEN)
    return session.scalars(found.order_by(Offer.id.desc()).limit(1)).first()


def next_meeting(session: Session, series: Series) -> Meeting | None:
    """The planned one that comes first."""
    planned = select(Meeting).where(Meeting.series_id == series.id, Meeting.phase == Phase.PLANNED)
    return session.scalars(planned.order_by(Meeting.at).limit(1)).first()


def last_meeting(session: Session, series: Series) -> Meeting | None:
    """The one that was over last."""
    over = select(Meeting).where(Meeting.series_id == series.id, Meeting.phase == Phase.OVER)
    return session.scalars(over.order_by(Meeting.at.desc()).limit(1)).first()


def readers(session: Session, series: Series) -> Audience:
    """Of what is written about it."""
    if series.committee is not None:
        return audiences.of_committee(session, series.committee)
    return audiences.of_seats(series.seats)


def seated(session: Session, series: Series) -> list[people.Seat]:
    """All its seats; a body's are those that sit on its committee now."""
    if series.committee_id is None:
        return series.seats
    theirs = select(people.Seat).join(CommitteeSeat, SITS).where(CommitteeSeat.committee_id == series.committee_id)
    return list(session.scalars(theirs.order_by(people.Seat.id)))


def own_seats(session: Session, series: Series, member: people.Member) -> list[people.Seat]:
    """Those of its seats for which they act."""
    return [seat for seat in seated(session, series) if seat.acting_id == member.id]


def chairs(session: Session, series: Series) -> list[people.Seat]:
    """Of a body; where none is left, the seat that leads its committee, or the first that somebody acts for."""
    there = seated(session, series)
    chairing = select(SeriesSeat.seat_id).where(SeriesSeat.series_id == series.id, SeriesSeat.chair)
    ids = set(session.scalars(chairing))
    if found := [seat for seat in there if seat.id in ids]:
        return found
    if series.committee is not None:
        lead = committees.lead(session, series.committee)
        return [lead] if lead else []
    return [seat for seat in there if seat.acting_id is not None][:1]
