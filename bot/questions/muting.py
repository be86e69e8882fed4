"""Answering abuse: a committee stops questions without a name from the asker of one, and never learns who that is. From
the asker of one under their name people of their own group stop all questions, and the committee where that group has
nobody to do it, but no administration those of others. The two are kept apart: a mute by name shows on questions with
that name alone, one without a name on just its question.

Of a mute without a name what is kept is a digest of the member under the committee's own key (itself wrapped under one
outside the database), until the mute ends, and
nothing that names the question. Only the question's sealed way back (`bot.return_paths`) holds the number of its mute,
so that the committee can lift it again, and so that only this question shows it: one more by the same person must not
give that away. The operator of the server could try everybody's digest while the mute lasts, and so learn who is muted,
not for what.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ForeignKey, bindparam, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session

from bot import forms, return_paths, timetable
from bot.boundary import Answer, Button, Buttons, Message, Private, Text
from bot.delivery import outbox
from bot.payloads import Shown
from bot.people import links
from bot.people import model as people
from bot.questions.model import COMMITTEE, Question
from bot.request import Refusal, Request
from bot.storage import context, keys, sealing
from bot.storage.database import insert
from bot.storage.tables import STAYS, Table

DAYS = 30
END = "question.end-mutes"  # the name under which the timetable ends what is over


class MuteKey(keys.Keyed, Table):
    __tablename__ = "mute_keys"
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), primary_key=True)


class RouteMute(Table):
    __tablename__ = "route_mutes"
    __table_args__ = (return_paths.UNORDERED,)
    number: Mapped[str] = mapped_column(primary_key=True)  # random
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), index=True)
    digest: Mapped[bytes]
    until: Mapped[datetime]  # a midnight


class AskerMute(Table):
    """For a question under their name: the committee takes none of theirs, with or without a name."""

    __tablename__ = "asker_mutes"
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True, index=True, info=STAYS)
    until: Mapped[datetime]


# What the committee does -----------------------------------------------------------------------------------------


def ask(request: Request, question: Question) -> Answer:
    """What it means, before it is done."""
    if not can_be(question):
        raise Refusal.saying(request.words("mute-too-late"))
    words, id = request.words, str(question.id)
    yes = Button(words("mute-now", days=DAYS), "question.mute-now", id, "danger")
    no = Button(words("cancel"), "question.show", str(Shown(question.id, words.language)))
    committee = question.committee.name if question.committee else ""
    if question.asker:
        means = words("mute-means-named", committee=committee, days=DAYS, name=question.asker.name)
    else:
        means = words("mute-means", committee=committee, days=DAYS)
    return Private(Message((Text(means), Buttons((yes, no)))))


def mute(request: Request, question: Question) -> Answer:
    if not put(request.session, question, request.now):
        raise Refusal.saying(request.words("mute-too-late"))
    outbox.change(request.session, COMMITTEE, question.id)
    undo = Button(request.words("mute-lift"), "question.unmute", str(question.id))
    done = request.words("mute-done", days=DAYS)
    if question.asker:
        done = request.words("mute-done-named", days=DAYS, name=question.asker.name)
    return Private(Message((Text(done), Buttons((undo,)))))


def unmute(request: Request, question: Question) -> Answer:
    while (named := _by_name(request.session, question)) is not None:
        request.session.delete(named)
        request.session.flush()
    path = return_paths.find(request.session, question.thing, to_change=True)
    if path and of(question):
        request.session.execute(delete(RouteMute).where(RouteMute.number == path.mute))
        path.mute = ""
        return_paths.keep(request.session, question.thing, path)
    outbox.change(request.session, COMMITTEE, question.id)
    return forms.say(request, "mute-lifted")


# What is kept ----------------------------------------------------------------------------------------------------


def until(
    session: Session, committee: people.Committee | None, member: people.Member, now: datetime
) -> datetime | None:
    """Until when this committee takes no questions without a name from them; None: it does."""
    key = _key(session, committee.id) if committee else None
    if committee is None or key is None:
        return None
    theirs = (
        RouteMute.committee_id == committee.id,
        RouteMute.digest.in_([_digest(key, id) for id in links.entries_of(session, member)]),
        RouteMute.until > now,
    )
    return max(session.scalars(select(RouteMute.until).where(*theirs)), default=None)


def until_by_name(
    session: Session, committee: people.Committee | None, member: people.Member, now: datetime
) -> datetime | None:
    """Until when this committee takes no questions from them at all; None: it does."""
    mute = _of(session, committee.id, member) if committee else None
    return mute.until if mute and mute.until > now else None


def of(question: Question) -> datetime | None:
    """Until when the committee that has it has muted its asker."""
    session = object_session(question)
    if question.asker is not None:
        named = _by_name(session, question) if session else None
        return named.until if named else None
    path = return_paths.find(session, question.thing) if session and question.anonymous else None
    mute = session.get(RouteMute, path.mute) if session and path and path.mute else None
    return mute.until if mute and mute.committee_id == question.committee_id else None


def can_be(question: Question) -> bool:
    """Whether its asker is known, or there is still a way back that could be muted."""
    session = object_session(question)
    if question.asker_id is not None:
        return question.committee is not None
    return bool(question.anonymous and question.committee and session and return_paths.find(session, question.thing))


def put(session: Session, question: Question, now: datetime) -> bool:
    """Mutes its asker. False: it is too late for that."""
    if question.asker_id is not None:
        return _put_by_name(session, question, now)
    committee, path = question.committee, return_paths.find(session, question.thing, to_change=True)
    if committee is None or path is None:
        return False
    if of(question) is None:
        ends = _midnight(now + timedelta(days=DAYS), question.district.zone)
        key = _held_key(session, committee.id)
        path.mute = secrets.token_hex(8)
        digest = _digest(key, links.entry_of(session, path.member, path.account))
        session.add(RouteMute(number=path.mute, committee_id=committee.id, digest=digest, until=ends))
        session.flush()
        return_paths.keep(session, question.thing, path)
        timetable.set_due(session, END, committee.id, ends)
    return True


def _put_by_name(session: Session, question: Question, now: datetime) -> bool:
    if question.committee_id is None or question.asker_id is None:
        return False
    ends = _midnight(now + timedelta(days=DAYS), question.district.zone)
    asker = links.entry_of(session, question.asker_id, question.account)
    row = {"committee_id": question.committee_id, "member_id": asker, "until": ends}
    session.execute(insert(session)(AskerMute).values(row).on_conflict_do_nothing())
    timetable.set_due(session, END, question.committee_id, ends)
    return True


def _by_name(session: Session, question: Question) -> AskerMute | None:
    if question.committee_id is None or question.asker is None:
        return None
    return _of(session, question.committee_id, question.asker)


def _of(session: Session, committee_id: int, member: people.Member) -> AskerMute | None:
    """The longest of those on the entries of one person, as when linked accounts were both muted."""
    theirs = AskerMute.member_id.in_(links.entries_of(session, member))
    found = select(AskerMute).where(AskerMute.committee_id == committee_id, theirs)
    return session.scalars(found.order_by(AskerMute.until.desc(), AskerMute.member_id)).first()


def end(session: Session, committee_id: int, _at: datetime) -> None:
    """For the timetable: what is over is forgotten, and with the last one the key."""
    now = context.now(session)
    session.execute(_KEY, {"committee": committee_id})  # nobody mutes meanwhile
    for table in (RouteMute, AskerMute):
        session.execute(delete(table).where(table.committee_id == committee_id, table.until <= now))
    if session.scalar(select(RouteMute.number).where(RouteMute.committee_id == committee_id).limit(1)) is None:
        session.execute(delete(MuteKey).where(MuteKey.committee_id == committee_id))


def _key(session: Session, committee_id: int) -> bytes | None:
    wrapped = session.scalar(select(MuteKey.key).where(MuteKey.committee_id == committee_id))
    return keys.unwrap(session, MuteKey, committee_id, key=wrapped) if wrapped else None


def _held_key(session: Session, committee_id: int) -> bytes:
    """Which nobody throws away meanwhile, as when the last mute ends."""
    new = keys.wrap(session, MuteKey, committee_id, key=sealing.new_key())
    add = insert(session)(MuteKey).values(committee_id=committee_id, key=new)
    while (wrapped := session.scalar(_KEY, {"committee": committee_id})) is None:
        session.execute(add.on_conflict_do_nothing())  # two of the committee may mute at once
    return keys.unwrap(session, MuteKey, committee_id, key=wrapped)


def _digest(key: bytes, member_id: int) -> bytes:
    return hmac.digest(key, str(member_id).encode(), "sha256")


def _midnight(moment: datetime, zone: str) -> datetime:
    """The one after it: a precise time would tell when it was muted, and so for what."""
    day = moment.astimezone(ZoneInfo(zone)).date() + timedelta(1)
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


_KEY = select(MuteKey.key).where(MuteKey.committee_id == bindparam("committee")).with_for_update()
