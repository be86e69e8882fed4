"""What has gone quiet gets one nudge to the seat that can move it; then it rests.

A feature says `watch`, and hands over what it watches (`Watch`) and where there are signs of it (`Sign`). Two weeks of
school without one, and the person who acts for the seat reads of it in the day's message, with one step and a draft.
While nobody answers it comes again after one week, two and four, and then no more until there is a sign. Nobody else
learns who is quiet: a chair sees how many are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import notices, timetable
from bot.feature import Due, Sign, Watch
from bot.people import hours, school_days
from bot.people import model as people
from bot.storage import context
from bot.storage.database import insert, locked
from bot.storage.tables import Table

LOOK = "nudge.look"  # the name under which the timetable looks whether there was a sign
NOTICE = "nudge"
QUIET = 10  # school days without a sign before the first nudge; a pause takes as many
GAPS = (5, 10, 20)  # school days from each nudge to the next while nobody answers
MONTH = 20
UNTIL = 4  # school days in which a nudge can be told: the next one is later

Watches = Mapping[str, Watch]
Signs = Sequence[Sign]


class Nudge(Table):
    """A thing (`kind` is a name of `Feature.watches`) that is watched for a seat."""

    __tablename__ = "nudges"
    __table_args__ = (
        UniqueConstraint("kind", "subject", "seat_id"),
        Index("ix_nudges_seat_id", "seat_id"),
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    subject: Mapped[int]
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"))
    heard_at: Mapped[datetime]  # the last sign of it; it may lie ahead
    told_at: Mapped[datetime | None]  # when its seat was nudged last
    ignored: Mapped[int] = mapped_column(default=0, server_default="0")  # nudges since the last sign
    paused_until: Mapped[datetime | None]
    monthly: Mapped[bool] = mapped_column(default=False, server_default=false())
    stopped: Mapped[bool] = mapped_column(default=False, server_default=false())
    waits: Mapped[bool] = mapped_column(default=False, server_default=false())  # the last nudge is not answered
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True)

    @property
    def offers_to_end(self) -> bool:
        """After a pause that nobody ended, and with the last nudge."""
        told = self.told_at is not None and self.paused_until is not None and self.paused_until <= self.told_at
        return told or (self.ignored > len(GAPS) and not self.monthly)

    def hear(self, sign: datetime | None) -> None:
        if sign is not None and sign > self.heard_at:
            self.heard_at, self.ignored, self.waits, self.paused_until = sign, 0, False, None


def watch(session: Session, kind: str, subject: int, seat: people.Seat, now: datetime) -> None:
    """From now on; watching it twice is watching it once."""
    add = insert(session)(Nudge).values(kind=kind, subject=subject, seat_id=seat.id, heard_at=now)
    id = session.scalar(add.on_conflict_do_nothing().returning(Nudge.id))
    if id is not None:
        plan(session, session.get_one(Nudge, id))


def last_sign(session: Session, signs: Signs, kind: str, subject: int) -> datetime | None:
    """That of the feature that knows the latest."""
    found = (one.last(session, subject) for one in signs if one.kind == kind)
    return max((sign for sign in found if sign is not None), default=None)


def is_quiet(session: Session, nudge: Nudge, watches: Watches, signs: Signs) -> bool:
    """It was nudged about, and nothing has been heard since."""
    kind = watches.get(nudge.kind)
    if kind is None or nudge.stopped or nudge.told_at is None or not nudge.ignored:
        return False
    sign = last_sign(session, signs, nudge.kind, nudge.subject)
    return not kind.is_over(session, nudge.subject) and (sign is None or sign <= nudge.told_at)


# Keeping time ----------------------------------------------------------------------------------------------------


def plan(session: Session, nudge: Nudge) -> None:
    """It is looked at when it may be time for a nudge, also if there is a sign from now on; and not before."""
    if_heard = morning(session, nudge.seat.district, context.now(session), QUIET)
    timetable.forget(session, LOOK, nudge.id)
    timetable.set_due(session, LOOK, nudge.id, min(due(session, nudge), if_heard))


def due(session: Session, nudge: Nudge) -> datetime:
    """When the next nudge is due if there is no sign until then."""
    district, heard, told = nudge.seat.district, nudge.heard_at, nudge.told_at
    if nudge.paused_until is not None and (told is None or told < nudge.paused_until):
        return nudge.paused_until
    if told is None:
        return morning(session, district, heard, QUIET)
    if nudge.ignored:
        gap = MONTH if nudge.monthly else GAPS[min(nudge.ignored, len(GAPS)) - 1]
        return morning(session, district, told, gap)
    quiet = morning(session, district, heard, QUIET)
    return max(quiet, morning(session, district, told, MONTH)) if nudge.monthly else quiet


def morning(session: Session, district: people.District, since: datetime, days: int) -> datetime:
    """When the district's hours begin on the school day that comes so many school days later."""
    begun: date = since.astimezone(ZoneInfo(district.zone)).date()
    day = school_days.after(begun, days, school_days.off(session, district))
    begins = time(hours.of_district(district).begin)
    return datetime.combine(day, begins, ZoneInfo(district.zone)).astimezone(UTC)


def look(watches: Watches, signs: Signs) -> Due:
    def run(session: Session, subject: int, _at: datetime) -> None:
        nudge, now = locked(session, Nudge, subject), context.now(session)
        kind = watches.get(nudge.kind) if nudge else None
        if nudge is None or kind is None or nudge.stopped:
            return
        if kind.is_over(session, nudge.subject):
            forget(session, nudge)
            return
        nudge.hear(last_sign(session, signs, nudge.kind, nudge.subject))
        if due(session, nudge) <= now:
            _tell(session, nudge, now)
        else:
            plan(session, nudge)

    return run


def _tell(session: Session, nudge: Nudge, now: datetime) -> None:
    """Unless it rests, or nobody acts for its seat: then it is looked at again."""
    district, acting = nudge.seat.district, nudge.seat.acting_id
    rests = nudge.ignored > len(GAPS) and not nudge.monthly
    if rests or acting is None:
        timetable.set_due(session, LOOK, nudge.id, morning(session, district, now, QUIET if rests else GAPS[0]))
        return
    nudge.told_at, nudge.ignored, nudge.waits = now, nudge.ignored + 1, True
    notices.tell(session, acting, NOTICE, nudge.id, now, school_days.due(session, district, now, UNTIL))
    plan(session, nudge)


def forget(session: Session, nudge: Nudge) -> None:
    """It is over."""
    timetable.forget(session, LOOK, nudge.id)
    notices.forget_all(session, NOTICE, nudge.id)
    session.delete(nudge)
