"""The one message of a day: what waits for a member is rounded up into one DM, whose lines each feature draws from what
is still so. An outdated line is left out, and where none is left nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot import timetable
from bot.boundary import Account, Address, Button, Buttons, Message, Note, Text, fitting
from bot.delivery import outbox, outcomes
from bot.feature import Feature
from bot.notices import CARD, CHOSEN, NOTICE, Kinds, Notice, Roundup, account_of, bring_up, standing
from bot.people import hours, preferences, readers, school_days
from bot.people import model as people
from bot.people.preferences import REFUSED, Key
from bot.storage import context
from bot.storage.database import insert
from bot.texts import Texts, Words

ARRIVED = "notice.arrived"  # the name under which the timetable looks whether a roundup did
SOON, AGAIN = timedelta(minutes=10), timedelta(hours=1)  # until that


def feature(others: Feature) -> Feature:
    """Tells what `others` have to tell."""
    return Feature(
        cards={CARD: card(others.notices)},
        due={NOTICE: round_up(others.notices), ARRIVED: arrived},
    )


def round_up(kinds: Kinds) -> Callable[[Session, int, datetime], None]:
    """For the timetable: a notice's time has come, and with it all that waits for that member."""

    def run(session: Session, id: int, _at: datetime) -> None:
        now = context.now(session)
        notice = session.get(Notice, id)
        if notice is None or not notice.waits(now):
            return
        member = session.get_one(people.Member, notice.member_id)
        with context.only_reading(session):
            theirs, zone = hours.hours_of(session, member), hours.zone_of(session, member)
            account = account_of(session, member)
            if not theirs.hold(now, zone):
                return _wait(session, notice, theirs.next(now, zone))
            waiting = standing(session, kinds, member, Notice.until > now, Notice.roundup_id.is_(None), ~Notice.seen)
        if account is None or notice not in waiting:
            return None
        if not school_days.is_one(now.astimezone(ZoneInfo(zone)).date(), theirs.off):
            waiting = [one for one in waiting if not kinds[one.name].school_days]
        if notice not in waiting:
            return _wait(session, notice, theirs.next(hours.tomorrow(now, zone), zone))
        roundup = _claim(session, member, account, hours.day(now, zone))
        if roundup is None:
            return _wait(session, notice, theirs.next(hours.tomorrow(now, zone), zone))
        for one in waiting:
            one.roundup_id = roundup
        outbox.say(session, Address.alone_with(Account.parse(account)), CARD, roundup, member.language)
        outbox.settle(session, CARD, roundup)
        if Account.parse(account).platform in CHOSEN:
            timetable.set_due(session, ARRIVED, roundup, now + SOON)
        return None

    return run


def arrived(session: Session, subject: int, _at: datetime) -> None:
    """Where the platform does not let the bot write to somebody (they keep strangers out), that is not tried again
    until they ask for it: what was to be said waits for another way, or is on their home card."""
    now, roundup = context.now(session), session.get(Roundup, subject)
    states = {one.state for one in outbox.standings(session, CARD, subject) if one.reason != outcomes.FAULT}
    if roundup is None or states != {outbox.State.FAILED}:
        if outbox.State.WAITING in states:
            timetable.set_due(session, ARRIVED, subject, now + AGAIN)
        return
    member = session.get_one(people.Member, roundup.member_id)
    if account_of(session, member) == roundup.account:
        preferences.choose(session, member.id, Key.WHERE, REFUSED)
    untold = Notice.id.in_(session.scalars(select(Notice.id).where(Notice.roundup_id == subject)).all())
    session.execute(update(Notice).where(untold).values(roundup_id=None))
    bring_up(session, now, untold)


def _wait(session: Session, notice: Notice, at: datetime) -> None:
    if at < notice.until:
        timetable.set_due(session, NOTICE, notice.id, at)


def _claim(session: Session, member: people.Member, account: str, day: str) -> int | None:
    """None: they have had today's message."""
    add = insert(session)(Roundup).values(member_id=member.id, account=account, day=day)
    return session.scalar(add.on_conflict_do_nothing().returning(Roundup.id))


def card(kinds: Kinds) -> Callable[[Session, int, Words, Texts], Message]:
    def draw(session: Session, subject: int, words: Words, _texts: Texts) -> Message:
        roundup = session.get_one(Roundup, subject)
        member = session.get_one(people.Member, roundup.member_id)
        waiting = standing(session, kinds, member, Notice.roundup_id == subject)
        theirs = readers.words_for(session, member, words)
        told = [kinds[one.name].show(session, one.subject, theirs) for one in waiting]
        foot = (Note(words("messages-foot")), Buttons((Button(words("messages"), "messages"),)))
        lines = fitting(told, foot, Note(words("more-than-fits")))
        if not lines:
            states = {one.state for one in outbox.standings(session, CARD, subject)}
            if outbox.State.WAITING in states:
                return Message(())  # and so it is not sent
            lines = [Text(words("messages-none"))]
        return Message((*lines, *foot))

    return draw
