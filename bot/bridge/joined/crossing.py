"""When what was said in a joined channel crosses to the other: after a pause, in which its author can take back a slip,
and not sooner after what they said before than their group lets them. What has changed meanwhile is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, and_, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import may
from bot.boundary import Address
from bot.bridge import carrying
from bot.bridge.carrying import CROSS, MESSAGE
from bot.bridge.joined import bylines, joinings, moderation, names
from bot.bridge.joined.model import Joining
from bot.bridge.model import RelayedMessage, Talk, Thread, ThreadGroup, find
from bot.delivery import outbox
from bot.delivery.outbox import Delivery, Ruling, State
from bot.people import model as people
from bot.storage.database import locked
from bot.storage.tables import Table
from bot.timetable import set_due

TOLD = timedelta(seconds=20)  # what waits for longer than that is told
LATE = "not-crossed-late"  # in `content/`: why something stays
LONGEST = timedelta(hours=1)  # what would have to wait for longer stays
WAITS = timedelta(hours=1)  # for its author's word, at most


class CrossingPace(Table):
    """How many seconds lie at least between two messages of one author of this group."""

    __tablename__ = "crossing_paces"
    joining_id: Mapped[int] = mapped_column(ForeignKey("joinings.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    seconds: Mapped[int]


def moment(session: Session, joining: int, member: people.Member, now: datetime) -> datetime:
    """When what they say now crosses."""
    pause = session.scalars(select(Joining.pause).where(Joining.id == joining)).one()
    soon = now + timedelta(seconds=pause)
    gap = timedelta(seconds=pace(session, joining, member.group_id))
    before = select(func.max(RelayedMessage.crosses_at)).join(Thread).join(Talk)
    mine = before.where(
        RelayedMessage.member_id == member.id, Talk.joining_id == joining, RelayedMessage.deleted.is_(False)
    )
    last = session.scalar(mine)
    return soon if last is None else max(soon, last + gap)


def pace(session: Session, joining: int, group: int) -> int:
    row = session.get(CrossingPace, (joining, group))
    return row.seconds if row else 0


def is_first_slowed(session: Session, joining: int | None, member: people.Member, now: datetime, at: datetime) -> bool:
    """Whether what crosses at that moment is held up by their group's pace, and nothing before it was."""
    if joining is None or not pace(session, joining, member.group_id) or at <= now + TOLD:
        return False
    waiting = select(func.count()).select_from(RelayedMessage).join(Thread).join(Talk)
    theirs = waiting.where(
        RelayedMessage.member_id == member.id,
        Talk.joining_id == joining,
        RelayedMessage.crossed.is_(False),
        RelayedMessage.deleted.is_(False),
    )
    return (session.scalar(theirs) or 0) <= 1


def put_off(session: Session, carried: int, at: datetime) -> None:
    set_due(session, CROSS, carried, at)


def cross(session: Session, subject: int, at: datetime) -> None:
    """Its time has come; whatever should have gone before it in its thread does so."""
    thread = select(RelayedMessage.thread_id).where(RelayedMessage.id == subject).scalar_subquery()
    waiting = select(RelayedMessage).where(
        RelayedMessage.thread_id == thread,
        RelayedMessage.id <= subject,
        RelayedMessage.crossed.is_(False),
        RelayedMessage.deleted.is_(False),
        RelayedMessage.waits_since.is_(None),
        RelayedMessage.crosses_at <= at,
    )
    for carried in session.scalars(waiting.order_by(RelayedMessage.id).with_for_update(of=RelayedMessage)).all():
        _cross(session, carried, at)


def _cross(session: Session, carried: RelayedMessage, now: datetime) -> None:
    gathering = find(session, Address.parse(carried.thread.under)) if carried.thread.under else None
    if (why := _why_it_stays(session, carried, gathering, now)) is not None:
        _drop(session, carried, why, now)
        return
    assert gathering
    carried.crossed = True
    bylines.keep(session, carried)
    say_what_is_above(session, gathering)
    there = carrying.spots(gathering, typed=carried.typed)
    carrying.say(session, carried.id, there, [file.id for file in carried.files], gathering.joining)


def _drop(session: Session, carried: RelayedMessage, why: str, now: datetime) -> None:
    """It never crosses. `why`: as `carrying.explain` takes it."""
    carrying.drop(session, carried)
    carrying.explain(session, carried, why, now)
    keep_answers(session, carried)


def _why_it_stays(
    session: Session, carried: RelayedMessage, gathering: ThreadGroup | None, now: datetime
) -> str | None:
    """Empty: its author wants that, and needs not be told."""
    member = carried.member
    if gathering is None or gathering.joining is None or not joinings.is_on(session, gathering.joining):
        return "not-crossed-ended"
    if joinings.end_if_unfit(session, gathering.joining, gathering.spots, now):
        return "not-crossed-ended"
    if member is None or not all(may.be_carried(member, gathering.here, spot) for spot in gathering.spots):
        return "not-crossed-not-meant"
    if moderation.is_muted(session, member, gathering.joining, now):
        return "not-crossed-muted"
    return "" if names.stays(session, member) else None


def say_what_is_above(session: Session, gathering: ThreadGroup) -> None:
    """A message never crosses, and people answer below it all the same: it is said not to be there, for their answers
    to stand there."""
    if gathering.card != MESSAGE or all(spot.under for spot in gathering.spots):
        return
    above = locked(session, RelayedMessage, gathering.subject)
    there = find(session, Address.parse(above.thread.under)) if above and above.thread.under else None
    if above and there and above.deleted and not _is_shown(session, above):
        carrying.say(session, above.id, there.others, (), there.joining)


def _is_shown(session: Session, carried: RelayedMessage) -> bool:
    """Now, or once it is posted."""
    will = and_(Delivery.state != State.GONE, Delivery.ruling != Ruling.LEAVE)
    its = (*outbox.shows(MESSAGE, carried.id), or_(Delivery.remote.is_not(None), will))
    return session.scalar(select(Delivery.id).where(*its).limit(1)) is not None


def keep_answers(session: Session, gone: RelayedMessage) -> None:
    """It never arrives, or was held and may not, and people have answered below it."""
    session.flush()
    if gone.thread.under is None:
        return
    above = Address.parse(gone.thread.under)
    below = find(session, replace(above, thread=gone.message)) if not above.thread else None
    answers = select(RelayedMessage.id).join(Thread).where(RelayedMessage.crossed, RelayedMessage.deleted.is_(False))
    if below is not None and session.scalar(answers.where(Thread.talk_id == below.talk).limit(1)) is not None:
        say_what_is_above(session, below)


# What waited for its author's word -----------------------------------------------------------------------------------


def release(
    session: Session, member: people.Member, now: datetime, *, crosses: bool
) -> tuple[list[RelayedMessage], int]:
    """What of theirs waited for their word is said in the others, if it is not too old; that, and how much stays where
    it is."""
    waiting = select(RelayedMessage).where(
        RelayedMessage.member_id == member.id, RelayedMessage.waits_since.is_not(None)
    )
    said, stayed = list[RelayedMessage](), 0
    for carried in session.scalars(waiting.order_by(RelayedMessage.id).with_for_update(of=RelayedMessage)).all():
        since, carried.waits_since = carried.waits_since, None
        if carried.deleted:
            continue
        gathering = find(session, Address.parse(carried.thread.under)) if carried.thread.under else None
        joining, spots = carried.thread.talk.joining_id, gathering.spots if gathering else ()
        fits = bool(spots) and all(may.be_carried(member, carried.thread.place, spot) for spot in spots)
        muted = joining is not None and moderation.is_muted(session, member, joining, now)
        if crosses and fits and not muted and since and since >= now - WAITS:
            said.append(carried)
            if carried.crosses_at is not None and carried.crosses_at > now:
                put_off(session, carried.id, carried.crosses_at)
            else:
                _cross(session, carried, now)
        else:
            _drop(session, carried, "", now)
            stayed += 1
    session.flush()
    return said, stayed


def drop_old(session: Session, now: datetime) -> bool:
    """What nobody said a word about in time."""
    old = select(RelayedMessage).where(RelayedMessage.waits_since < now - WAITS)
    for carried in session.scalars(old.with_for_update(of=RelayedMessage)).all():
        _drop(session, carried, LATE, now)
    return False
