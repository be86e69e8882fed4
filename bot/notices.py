"""What the bot tells somebody without having been asked: at most one message a day from everything together, inside
their hours, and only where a platform lets a bot write to them.

A feature says `tell`. What waits for a member is rounded up once a day into one DM (`bot.roundups`). What a member who
cannot be written to would have been told waits, and is on their home card until nobody needs to know it any more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    UniqueConstraint,
    and_,
    case,
    delete,
    false,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import timetable
from bot.delivery import outbox
from bot.feature import Chore, Feature, NoticeKind
from bot.people import hours, links, preferences
from bot.people import model as people
from bot.people.preferences import HOME, Key
from bot.storage import context
from bot.storage.context import remembered
from bot.storage.database import insert
from bot.storage.tables import Table
from bot.timetable import HOUR

NOTICE, CARD = "notice", "roundup"  # names of a due time and of a card
DMS = ("slack",)  # platforms where members may be written to unasked
CHOSEN = ("discord",)  # where only those may be who asked for it: Discord shuts out bots that write to many
TOGETHER = timedelta(minutes=1)  # what is told within it comes in one message
AT_ONCE = 100  # members who are told in one transaction
KEPT = timedelta(days=7)  # after nobody needs to know it any more


class Notice(Table):
    """Something that one member is to be told, once."""

    __tablename__ = "notices"
    __table_args__ = (
        UniqueConstraint("member_id", "name", "subject"),
        Index("ix_notices_about", "name", "subject"),
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    name: Mapped[str]  # of a `NoticeKind`
    subject: Mapped[int]
    until: Mapped[datetime] = mapped_column(index=True)  # afterwards nobody needs to know
    roundup_id: Mapped[int | None] = mapped_column(ForeignKey("roundups.id"), index=True)  # that told it
    skipped: Mapped[bool] = mapped_column(default=False, server_default=false())  # they asked not to hear of it
    seen: Mapped[bool] = mapped_column(default=False, server_default=false())  # on their home card, and so is told

    def waits(self, now: datetime) -> bool:
        return self.roundup_id is None and not self.skipped and not self.seen and now < self.until


class Roundup(Table):
    """The one message of a day. That neither a member nor an account has two is the database's own rule."""

    __tablename__ = "roundups"
    __table_args__ = (
        UniqueConstraint("member_id", "day"),
        UniqueConstraint("account", "day"),
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    account: Mapped[str]  # a `boundary.Account` as text
    day: Mapped[str]  # where the district is, as in 2026-11-26


Kinds = Mapping[str, NoticeKind]


def feature(_others: Feature) -> Feature:
    return Feature(merges=(merge,), maintenance=(Chore(HOUR, forget),))


# Telling ---------------------------------------------------------------------------------------------------------


def can_be_told() -> ColumnElement[bool]:
    """Of members: whether there is a way to write to them."""
    ways = [_is_on(platform) for platform in DMS]
    ways += [_is_on(platform) & preferences.chose(Key.WHERE, platform) for platform in CHOSEN]
    return and_(or_(*ways), ~preferences.chose(Key.WHERE, HOME))


def way() -> ColumnElement[str]:
    """Of members: on which platform they are written to; empty: there is no way."""
    return case((preferences.chose(Key.WHERE, HOME), ""), else_=way_there_is())


def way_there_is() -> ColumnElement[str]:
    """The same, had nobody chosen to be written to nowhere."""
    chosen = [(_is_on(platform) & preferences.chose(Key.WHERE, platform), platform) for platform in CHOSEN]
    return case(*chosen, *((_is_on(platform), platform) for platform in DMS), else_="")


def _is_on(platform: str) -> ColumnElement[bool]:
    theirs = select(people.Account.member_id).where(people.Account.address.startswith(f"{platform}:"))
    return people.Member.id.in_(theirs)


@remembered
def account_of(session: Session, member: people.Member) -> str | None:
    """Where they are written to: at an account whose workspace is tied to their district, on the platform that they
    chose or else on one of DMS."""
    where = preferences.of(session, member.id).where
    if where == HOME:
        return None
    accounts = links.tied_accounts_of(session, member)
    chosen = (where,) if where in CHOSEN else ()
    at = [one for platform in (*chosen, *DMS) for one in accounts if one.startswith(f"{platform}:")]
    return next(iter(at), None)


def arrival(session: Session, member: people.Member) -> str:
    """How questions for a seat come: as they want it, but inside their hours where no day's message comes."""
    wish = hours.arrival(session, member)
    return hours.IN_HOURS if wish == hours.DAILY and account_of(session, member) is None else wish


def hears_urgent(session: Session, kinds: Kinds, member: people.Member) -> bool:
    """Whether what is urgent comes to them by itself."""
    wanted = {name for name, kind in kinds.items() if kind.urgent} - set(preferences.of(session, member.id).muted)
    return bool(wanted) and account_of(session, member) is not None


def choose_where(session: Session, member: people.Member, where: str, now: datetime) -> None:
    """The day's message comes there from now on: a platform's name, `preferences.HOME`, or empty: as for everybody.
    What waited for a way to them has one, perhaps."""
    preferences.choose(session, member.id, Key.WHERE, where)
    bring_up(session, now, Notice.member_id == member.id, Notice.until > now)


def tell(session: Session, member_id: int, name: str, subject: int, now: datetime, until: datetime) -> None:
    """In their next roundup before `until`. What they were told before they are told once more, unless they asked not
    to hear of it."""
    tell_all(session, [member_id], name, subject, now, until)


def tell_all(session: Session, members: Sequence[int], name: str, subject: int, now: datetime, until: datetime) -> None:
    """The same for several, by their numbers, in one statement."""
    if not members:
        return
    again = {"until": until, "roundup_id": None, "seen": False}
    told = insert(session)(Notice).on_conflict_do_update(
        index_elements=["member_id", "name", "subject"], set_=again, where=~Notice.skipped
    )
    rows = [{"member_id": one, "name": name, "subject": subject, "until": until} for one in sorted(members)]
    for id in session.scalars(told.returning(Notice.id), rows):
        timetable.set_due(session, NOTICE, id, now + TOGETHER)


def tell_many(session: Session, members: Select[int], name: str, subject: int, now: datetime, until: datetime) -> int:
    """The first of these members, by number. Returns the number of the last one if there are more, for the next time;
    otherwise 0."""
    some = session.scalars(members.order_by(people.Member.id).limit(AT_ONCE + 1)).all()
    tell_all(session, some[:AT_ONCE], name, subject, now, until)
    return some[AT_ONCE - 1] if len(some) > AT_ONCE else 0


def untold(name: str, subject: int) -> ColumnElement[bool]:
    """Of members: it was never to be told to them."""
    told = select(Notice.member_id).where(Notice.name == name, Notice.subject == subject)
    return people.Member.id.not_in(told)


def prolong(session: Session, name: str, subject: int, now: datetime, until: datetime) -> None:
    """It is worth knowing for longer, or not for as long. Those who were told of it are not told again; what waits for
    somebody's hours has that much time."""
    those = (Notice.name == name, Notice.subject == subject)
    session.execute(update(Notice).where(*those).values(until=until))
    bring_up(session, now, *those)


def forget_all(session: Session, name: str, subject: int) -> None:
    """Nobody is told of it any more, and who was is kept no longer."""
    session.execute(delete(Notice).where(Notice.name == name, Notice.subject == subject))


def bring_up(session: Session, now: datetime, *those: ColumnElement[bool]) -> None:
    """Those of them that have not been told are looked at once more."""
    waits = (Notice.roundup_id.is_(None), ~Notice.skipped, ~Notice.seen)
    timetable.set_anew(session, NOTICE, select(Notice.id).where(*those, *waits), now)


def skip(session: Session, member: people.Member, name: str, subject: int) -> None:
    """They do not want to hear of this one any more."""
    theirs = (Notice.member_id == member.id, Notice.name == name, Notice.subject == subject)
    _change(session, *theirs)
    session.execute(update(Notice).where(*theirs).values(skipped=True))


def mute(session: Session, member: people.Member, name: str) -> None:
    preferences.mute(session, member.id, name)
    _change(session, Notice.member_id == member.id, Notice.name == name)


def _change(session: Session, *those: ColumnElement[bool]) -> None:
    """They stand in messages that look otherwise now."""
    told = select(Notice.roundup_id).where(*those, Notice.roundup_id.is_not(None)).distinct()
    for roundup in session.scalars(told):
        outbox.settle(session, CARD, roundup or 0)


def standing(session: Session, kinds: Kinds, member: people.Member, *those: ColumnElement[bool]) -> list[Notice]:
    """What they are still to know, of `those`."""
    unwanted = preferences.of(session, member.id).muted
    found = select(Notice).where(Notice.member_id == member.id, ~Notice.skipped, *those).order_by(Notice.id)
    return [
        one
        for one in session.scalars(found)
        if one.name in kinds and one.name not in unwanted and kinds[one.name].stands(session, member, one.subject)
    ]


# On the home card -------------------------------------------------------------------------------------------------


def waiting(session: Session, kinds: Kinds, member: people.Member, now: datetime) -> list[Notice]:
    """What somebody who cannot be written to would have been told."""
    if account_of(session, member) is not None:
        return []
    return standing(session, kinds, member, Notice.until > now, Notice.roundup_id.is_(None))


def saw(notice: Notice) -> None:
    """Its member is told, and it comes in no message any more."""
    notice.seen = True


# Keeping ---------------------------------------------------------------------------------------------------------


def merge(session: Session, _leaving: people.Member, staying: people.Member) -> None:
    """The two turned out to be one person; what waited for a way to one of them may have one now."""
    mine = Notice.member_id == staying.id
    _change(session, mine, Notice.name.in_(preferences.of(session, staying.id).muted))
    bring_up(session, context.now(session), mine)


def forget(session: Session, now: datetime) -> bool:
    """Forgets what nobody has needed to know for a while."""
    before = now - KEPT
    session.execute(delete(Notice).where(Notice.until < before))
    told = select(Notice.roundup_id).where(Notice.roundup_id.is_not(None))
    session.execute(delete(Roundup).where(Roundup.day < before.date().isoformat(), Roundup.id.not_in(told)))
    return False
