"""Each group moderates what its own members say in joined channels, and nobody else's: its copies are hidden, or what
its author says does not cross for a day. All of it is in a log that every side's seats read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot.boundary import Address
from bot.bridge.carrying import BELOW, MESSAGE, drop
from bot.bridge.joined import bylines, joinings
from bot.bridge.joined.model import JoinedPlace, Joining, Stage
from bot.bridge.model import RelayedMessage, Talk, Thread
from bot.delivery import outbox, rulings
from bot.people import model as people
from bot.people import seats
from bot.people.audiences import of_places
from bot.people.seats import Capability
from bot.storage.tables import Table

DAY = timedelta(days=1)
ORIGINAL = "moderated.original"  # what is to be taken away where somebody wrote it
LATELY = 8  # messages, and lines of the log, that are shown


class Act(StrEnum):
    HIDE = "hide"
    MUTE = "mute"
    PACE = "pace"  # of the whole group of the one who did it; the reason is the number of seconds


class Moderation(Table):
    """Somebody hid a message of a member of their own group, or muted its author."""

    __tablename__ = "moderations"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    joining_id: Mapped[int] = mapped_column(ForeignKey("joinings.id"), index=True)
    act: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)  # whose words they were
    by_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    carried_id: Mapped[int | None] = mapped_column(ForeignKey("carried.id"), index=True)
    reason: Mapped[str]
    at: Mapped[datetime]
    until: Mapped[datetime | None]  # of a mute
    member: Mapped[people.Member] = relationship(foreign_keys=[member_id])
    by: Mapped[people.Member] = relationship(foreign_keys=[by_id])


def may(session: Session, moderator: people.Member, carried: RelayedMessage) -> bool:
    """Only of those who were of the moderator's own group when they wrote it, in channels that are meant for the
    moderator."""
    author, id = carried.member, carried.thread.talk.joining_id
    own = author is not None and bylines.was_of(carried, moderator.group)
    joining = session.get(Joining, id) if id is not None else None
    return own and joining is not None and joining.admits(moderator) and can(session, moderator)


def can(session: Session, member: people.Member) -> bool:
    return seats.can(session, member, Capability.MODERATE)


def hide(session: Session, carried: RelayedMessage, by: people.Member, reason: str, now: datetime) -> Moderation:
    """Its copies go, and the original where the platform lets the bot; elsewhere its author is asked to delete it."""
    done = _note(session, Act.HIDE, carried, by, reason, now)
    drop(session, carried)
    outbox.remove(session, BELOW, carried.id)
    rulings.leave(session, BELOW, carried.id)
    outbox.remove(session, MESSAGE, carried.id)
    rulings.leave(session, MESSAGE, carried.id)
    if carried.typed:  # the bot said it there, too
        return done
    place = carried.thread.place
    here = Address.parse(carried.thread.under or place.address)
    outbox.take_away(session, here, carried.message, ORIGINAL, carried.id, place.language)
    return done


def mute(session: Session, carried: RelayedMessage, by: people.Member, reason: str, now: datetime) -> Moderation:
    return _note(session, Act.MUTE, carried, by, reason, now, now + DAY)


def _note(
    session: Session, act: Act, carried: RelayedMessage, by: people.Member, reason: str, now: datetime,
    until: datetime | None = None,
) -> Moderation:  # fmt: skip
    done = Moderation(
        joining_id=carried.thread.talk.joining_id, act=act, member_id=carried.member_id, by_id=by.id,
        carried_id=carried.id, reason=reason, at=now, until=until,
    )  # fmt: skip
    session.add(done)
    session.flush()
    return done


def note(session: Session, joining: int, act: Act, by: people.Member, reason: str, now: datetime) -> None:
    """In the log, of no message."""
    row = Moderation(joining_id=joining, act=act, member_id=by.id, by_id=by.id, reason=reason, at=now)
    session.add(row)
    session.flush()


def muted(session: Session, member: people.Member, now: datetime, joining: int | None = None) -> Moderation | None:
    """In this joining or an earlier one of the same channels, or in any."""
    last = select(Moderation).where(Moderation.member_id == member.id, Moderation.until > now)
    if joining is not None:
        last = last.where(Moderation.joining_id.in_(_of_the_same_channels(joining)))
    return session.scalars(last.order_by(Moderation.until.desc())).first()


def _of_the_same_channels(joining: int) -> Select[int]:
    here = select(JoinedPlace.place_id).where(JoinedPlace.joining_id == joining)
    others = select(JoinedPlace.joining_id).where(JoinedPlace.place_id.not_in(here))
    there = select(JoinedPlace.joining_id).where(JoinedPlace.place_id.in_(here))
    return there.where(JoinedPlace.joining_id.not_in(others))


def is_muted(session: Session, member: people.Member, joining: int, now: datetime) -> bool:
    return muted(session, member, now, joining) is not None


def lately(session: Session, moderator: people.Member) -> Sequence[RelayedMessage]:
    """What members of the moderator's group said that stands in the other channel, the newest first."""
    own = select(RelayedMessage).join(Thread).join(Talk).join(Joining, Joining.id == Talk.joining_id)
    own = own.join(people.Member, people.Member.id == RelayedMessage.member_id).where(bylines.were_of(moderator.group))
    on = select(Joining).where(Joining.district_id == moderator.district_id, Joining.stage == Stage.ON)
    theirs = own.where(
        Joining.id.in_([joining.id for joining in session.scalars(on) if joining.admits(moderator)]),
        RelayedMessage.deleted.is_(False),
        RelayedMessage.crossed,
    )
    return session.scalars(theirs.order_by(RelayedMessage.id.desc()).limit(LATELY)).all()


def log(session: Session, reader: people.Member) -> Sequence[Moderation]:
    """Of the channels in which they have a part, the newest first; of those that are meant for others by now nobody
    else reads it."""
    on = session.scalars(select(Joining).where(Joining.district_id == reader.district_id)).all()
    theirs = [
        one.id
        for one in on
        if one.places
        and joinings.parts_of(session, reader, one.places)
        and (reader.caretaker or (one.audience or of_places(one.places)).admits(session, reader))
    ]
    done = select(Moderation).where(Moderation.joining_id.in_(theirs)).order_by(Moderation.id.desc())
    return session.scalars(done.limit(LATELY)).all()
