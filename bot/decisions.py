"""A group decides something in its own place, with a quorum and an end. A feature asks; another carries it out
(`Feature.carries`) and says what came of it; and the one that asked is told (`Feature.decided`). Neither knows the
other, and each does its part in a transaction of its own, when the timetable says."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Enum, ForeignKey, Index, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import timetable
from bot.feature import Decides, Feature
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText, of_place
from bot.people.model import GroupKind
from bot.people.places import Place, PlaceGroup, PlaceKind
from bot.storage import context
from bot.storage.database import locked
from bot.storage.tables import Table
from bot.texts import Words

CARRY, TELL = "decision.carry", "decision.tell"  # names under which the timetable has it carried out, and told
QUORUMS = ("none", "quarter", "half", "two-thirds")  # as polls know them
LONGEST = timedelta(days=60)


class Result(StrEnum):
    ADOPTED = "adopted"
    CONCERNS = "concerns"
    BLOCKED = "blocked"
    TOO_FEW = "too few"  # answered
    TAKEN_BACK = "taken back"  # by the seat in whose name it was asked


class Decision(Table):
    """`source` and `source_id` name what asked for it, as "goals" and a goal do."""

    __tablename__ = "decisions"
    __table_args__ = (Index("ix_decisions_source", "source", "source_id"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"))  # in whose name the place is asked
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    question: Mapped[str]
    readers: Mapped[Audience | None] = mapped_column(AudienceText)  # when it was asked; None: it was not kept then
    quorum: Mapped[str]
    asked_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    source: Mapped[str]
    source_id: Mapped[int]
    dropped: Mapped[bool] = mapped_column(default=False, server_default=false())  # nobody needs it any more
    result: Mapped[Result | None] = mapped_column(
        Enum(Result, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])
    )
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)
    place: Mapped[Place] = relationship(lazy="joined", innerjoin=True)


def places(session: Session, group: people.Group) -> list[Place]:
    """Where the group can decide: its own places, that the bot is in. A board decides in public, never here."""
    if group.kind is GroupKind.BOARD:
        return []
    tied = Place.address.startswith(people.Connection.address + "/")
    found = select(Place).join(people.Connection, tied).join(PlaceGroup)
    own = (Place.audience == PlaceKind.CAUCUS, PlaceGroup.group_id == group.id)
    here = (Place.district_id == group.district_id, people.Connection.district_id == group.district_id)
    return list(session.scalars(found.where(*own, *here).order_by(Place.id)).unique())


def ask(
    session: Session,
    seat: people.Seat,
    place: Place,
    question: str,
    quorum: str,
    ends_at: datetime,
    source: tuple[str, int],
) -> Decision:
    """The place is one of `places` of the seat's own group."""
    now = context.now(session)
    name, id = source
    decision = Decision(seat=seat, place=place, question=question, quorum=quorum, asked_at=now, ends_at=ends_at)
    decision.readers, decision.source, decision.source_id = of_place(place), name, id
    session.add(decision)
    session.flush()
    timetable.set_due(session, CARRY, decision.id, now)
    return decision


def drop(session: Session, id: int) -> None:
    """What it was about has changed or is over."""
    decision = locked(session, Decision, id)
    if decision is not None and decision.result is None:
        decision.dropped = True
        timetable.set_due(session, CARRY, id, context.now(session))


def conclude(session: Session, id: int, result: Result) -> None:
    """The person who carried it out says what came of it; again, if that changed."""
    decision = locked(session, Decision, id)
    if decision is not None and not decision.dropped:
        decision.result = result
        timetable.set_due(session, TELL, id, context.now(session))


def quorum_label(quorum: str, words: Words) -> str:
    return words("poll-quorum-none") if quorum == QUORUMS[0] else words("poll-quorum-share", share=quorum)


def feature(others: Feature) -> Feature:
    """`others` carry decisions out, and are told of those that they asked for."""

    def carry(session: Session, subject: int, _at: datetime) -> None:
        for one in others.carries:
            one(session, subject)

    def tell(session: Session, subject: int, _at: datetime) -> None:
        decision = session.get(Decision, subject)
        told: Decides | None = others.decided.get(decision.source) if decision else None
        if told is not None:
            told(session, subject)

    return Feature(due={CARRY: carry, TELL: tell})
