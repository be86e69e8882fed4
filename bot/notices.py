"""What the bot tells somebody without having been asked: at most one message a day from everything together, inside
their hours, and only where a platform lets a bot write to many people.

A feature says `tell`. What waits for a member is rounded up once a day into one DM, whose lines each feature draws from
what still stands: an outdated line is left out, and where none is left nothing is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, Select, UniqueConstraint, delete, false, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import timetable
from bot.boundary import Account, Address, Button, Buttons, Message, Note, Text
from bot.delivery import outbox
from bot.feature import Chore, Feature, NoticeKind
from bot.people import hours
from bot.people import model as people
from bot.storage import context
from bot.storage.database import insert
from bot.storage.tables import Table
from bot.texts import Texts, Words
from bot.timetable import HOUR

NOTICE, CARD = "notice", "roundup"  # names of a due time and of a card
DMS = ("slack",)  # platforms where members may be written to unasked; Discord shuts out bots that write to many
TOGETHER = timedelta(minutes=1)  # what is told within it comes in one message
AT_ONCE = 100  # members who are told in one transaction
KEPT = timedelta(days=7)  # after nobody needs to know it any more
SPREAD, STEP = 300, timedelta(seconds=3)  # not all at once: Slack opens 50 DMs a minute


class Notice(Table):
    """Something that one member is to be told, once."""

    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("member_id", "name", "subject"), {"sqlite_autoincrement": True})
    id: Mapped[int] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    name: Mapped[str]  # of a `NoticeKind`
    subject: Mapped[int]
    until: Mapped[datetime] = mapped_column(index=True)  # afterwards nobody needs to know
    roundup_id: Mapped[int | None] = mapped_column(ForeignKey("roundups.id"), index=True)  # that told it
    skipped: Mapped[bool] = mapped_column(default=False, server_default=false())  # they asked not to hear of it

    def waits(self, now: datetime) -> bool:
        return self.roundup_id is None and not self.skipped and now < self.until


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


class Mute(Table):
    """A kind of notice that somebody does not want."""

    __tablename__ = "mutes"
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)


Kinds = Mapping[str, NoticeKind]


def feature(others: Feature) -> Feature:
    """Tells what `others` have to tell."""
    return Feature(
        cards={CARD: card(others.notices)},
        due={NOTICE: round_up(others.notices)},
        merges=(merge,),
        maintenance=(Chore(HOUR, forget),),
    )


# Telling ---------------------------------------------------------------------------------------------------------


def can_be_told() -> ColumnElement[bool]:
    """Of members: whether there is a way to tell them."""
    there = or_(*(people.Account.address.startswith(f"{platform}:") for platform in DMS))
    return people.Member.id.in_(select(people.Account.member_id).where(there))


def tell(session: Session, member_id: int, name: str, subject: int, now: datetime, until: datetime) -> None:
    """In their next roundup before `until`. What they were told before they are told once more, unless they asked not
    to hear of it."""
    notice = {"member_id": member_id, "name": name, "subject": subject}
    add = insert(session)(Notice).values(until=until, **notice)
    told = add.on_conflict_do_update(
        index_elements=[*notice], set_={"until": until, "roundup_id": None}, where=~Notice.skipped
    )
    if (id := session.scalar(told.returning(Notice.id))) is not None:
        timetable.set_due(session, NOTICE, id, now + TOGETHER + member_id % SPREAD * STEP)


def tell_many(session: Session, members: Select[int], name: str, subject: int, now: datetime, until: datetime) -> int:
    """The first of these members, by number. Returns the number of the last one if there are more, for the next time;
    otherwise 0."""
    some = session.scalars(members.order_by(people.Member.id).limit(AT_ONCE + 1)).all()
    for member_id in some[:AT_ONCE]:
        tell(session, member_id, name, subject, now, until)
    return some[AT_ONCE - 1] if len(some) > AT_ONCE else 0


def prolong(session: Session, name: str, subject: int, now: datetime, until: datetime) -> None:
    """It is worth knowing for longer, or not for as long. Whoever was told of it is not told again; what waits for
    somebody's hours has that much time."""
    those = (Notice.name == name, Notice.subject == subject)
    session.execute(update(Notice).where(*those).values(until=until))
    for id in session.scalars(select(Notice.id).where(*those, Notice.roundup_id.is_(None), ~Notice.skipped)).all():
        timetable.forget(session, NOTICE, id)
        timetable.set_due(session, NOTICE, id, now)


def skip(session: Session, member: people.Member, name: str, subject: int) -> None:
    """They do not want to hear of this one any more."""
    theirs = (Notice.member_id == member.id, Notice.name == name, Notice.subject == subject)
    _change(session, *theirs)
    session.execute(update(Notice).where(*theirs).values(skipped=True))


def mute(session: Session, member: people.Member, name: str) -> None:
    session.execute(insert(session)(Mute).values(member_id=member.id, name=name).on_conflict_do_nothing())
    _change(session, Notice.member_id == member.id, Notice.name == name)


def unmute(session: Session, member: people.Member, name: str) -> None:
    session.execute(delete(Mute).where(Mute.member_id == member.id, Mute.name == name))


def muted(session: Session, member_id: int) -> set[str]:
    return set(session.scalars(select(Mute.name).where(Mute.member_id == member_id)))


def _change(session: Session, *those: ColumnElement[bool]) -> None:
    """They stand in messages that look otherwise now."""
    told = select(Notice.roundup_id).where(*those, Notice.roundup_id.is_not(None)).distinct()
    for roundup in session.scalars(told):
        outbox.settle(session, CARD, roundup or 0)


# Rounding up -----------------------------------------------------------------------------------------------------


def round_up(kinds: Kinds) -> Callable[[Session, int, datetime], None]:
    """For the timetable: a notice's time has come, and with it all that waits for that member."""

    def run(session: Session, id: int, _at: datetime) -> None:
        now = context.now(session)
        notice = session.get(Notice, id)
        if notice is None or not notice.waits(now):
            return
        member = session.get_one(people.Member, notice.member_id)
        theirs, zone = hours.hours_of(session, member), member.district.zone
        account = _account(session, member)
        if not theirs.hold(now, zone):
            return _wait(session, notice, theirs.next(now, zone))
        standing = _standing(session, kinds, member, Notice.until > now, Notice.roundup_id.is_(None))
        if account is None or notice not in standing:
            return None
        roundup = _claim(session, member, account, hours.day(now, zone))
        if roundup is None:
            return _wait(session, notice, theirs.next(hours.tomorrow(now, zone), zone))
        for one in standing:
            one.roundup_id = roundup
        outbox.say(session, Address.alone_with(Account.parse(account)), CARD, roundup, member.language)
        outbox.settle(session, CARD, roundup)
        return None

    return run


def _wait(session: Session, notice: Notice, at: datetime) -> None:
    if at < notice.until:
        timetable.set_due(session, NOTICE, notice.id, at)


def _account(session: Session, member: people.Member) -> str | None:
    """Where they are written to: at an account whose workspace is tied to their district."""
    tied = people.Account.address.startswith(people.Connection.address + "/")
    theirs = select(people.Account.address).join(people.Connection, tied)
    theirs = theirs.where(
        people.Account.member_id == member.id,
        people.Connection.district_id == member.district_id,
        or_(*(people.Account.address.startswith(f"{platform}:") for platform in DMS)),
    )
    return session.scalars(theirs.order_by(people.Account.address)).first()


def _standing(session: Session, kinds: Kinds, member: people.Member, *those: ColumnElement[bool]) -> list[Notice]:
    unwanted = muted(session, member.id)
    found = select(Notice).where(Notice.member_id == member.id, ~Notice.skipped, *those).order_by(Notice.id)
    return [
        one
        for one in session.scalars(found)
        if one.name in kinds and one.name not in unwanted and kinds[one.name].stands(session, member, one.subject)
    ]


def _claim(session: Session, member: people.Member, account: str, day: str) -> int | None:
    """None: they have had today's message."""
    add = insert(session)(Roundup).values(member_id=member.id, account=account, day=day)
    return session.scalar(add.on_conflict_do_nothing().returning(Roundup.id))


def card(kinds: Kinds) -> Callable[[Session, int, Words, Texts], Message]:
    def draw(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
        roundup = session.get_one(Roundup, subject)
        member = session.get_one(people.Member, roundup.member_id)
        standing = _standing(session, kinds, member, Notice.roundup_id == subject)
        lines = [part for one in standing for part in kinds[one.name].show(session, one.subject, words)]
        if not lines:
            states = {one.state for one in outbox.standings(session, CARD, subject)}
            if outbox.State.WAITING in states:
                return Message(())  # and so it is not sent
            lines = [Text(words("messages-none"))]
        foot = (Note(words("messages-foot")), Buttons((Button(words("messages"), "messages"),)))
        return Message((*lines, *foot))

    return draw


# Keeping ---------------------------------------------------------------------------------------------------------


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    """The two turned out to be one person, who is told once and whose wishes are those of both."""
    for one in session.scalars(select(Notice).where(Notice.member_id == leaving.id)).all():
        same = (Notice.member_id == staying.id, Notice.name == one.name, Notice.subject == one.subject)
        if session.scalar(select(Notice.id).where(*same)) is None:
            session.execute(update(Notice).where(Notice.id == one.id).values(member_id=staying.id))
    for name in sorted(muted(session, leaving.id)):
        mute(session, staying, name)
    wish = session.get(hours.Preferences, leaving.id)
    if wish is not None:
        mine = {"member_id": staying.id, "hours": wish.hours, "days": wish.days, "questions": wish.questions}
        session.execute(insert(session)(hours.Preferences).values(**mine).on_conflict_do_nothing())


def forget(session: Session, now: datetime) -> bool:
    """Forgets what nobody has needed to know for a while."""
    before = now - KEPT
    session.execute(delete(Notice).where(Notice.until < before))
    told = select(Notice.roundup_id).where(Notice.roundup_id.is_not(None))
    session.execute(delete(Roundup).where(Roundup.day < before.date().isoformat(), Roundup.id.not_in(told)))
    return False
