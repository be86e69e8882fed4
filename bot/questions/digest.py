"""Once a week, to each committee and each seat that reads questions first: what is new, answered and waiting, by topic.
How long answers took is said to those who sit on the committee and nobody else, where there are enough of them that it
is not one person's time; and nothing is ranked. It counts questions that its readers may read: of others it is not said
that they are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median_low

from sqlalchemy import ColumnElement, ForeignKey, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import forms, notices
from bot.boundary import Address, Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.delivery import outbox
from bot.payloads import Shown
from bot.people import committees, presence, school_days
from bot.people import model as people
from bot.people.cards import seat_title
from bot.people.places import Place
from bot.questions import readers
from bot.questions.model import OPEN, Question, Status
from bot.request import Request
from bot.storage import context
from bot.storage.tables import Table
from bot.texts import Texts, Words

CARD, NOTICE = "question.digest", "question-digest"  # of `bot.routes.CARDS` and `NOTICES`
FEWEST = 5  # answers of which it is said how long they took
WEEK, UNTIL = timedelta(days=7), timedelta(days=2)

Readable = Callable[[Sequence[Question]], Sequence[Question]]  # those of them that the digest's readers may read


class Digest(Table):
    """What one committee, or one seat, was told at that moment of all since their district was told the last time."""

    __tablename__ = "digests"
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("committees.id"))
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    at: Mapped[datetime]
    committee: Mapped[people.Committee | None] = relationship()
    seat: Mapped[people.Seat | None] = relationship()

    @property
    def theirs(self) -> ColumnElement[bool]:
        """The questions that it is about."""
        if self.committee_id is not None:
            return Question.committee_id == self.committee_id
        return Question.rep_id == self.seat_id


@dataclass(frozen=True)
class Week:
    """The questions of one committee or seat."""

    new: Sequence[Question]
    answered: Sequence[Question]
    waiting: Sequence[Question]

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.answered or self.waiting)


def week(session: Session, digest: Digest, readable: Readable) -> Week:
    district = select(func.max(Digest.at)).where(Digest.district_id == digest.district_id)
    begin = session.scalar(district.where(Digest.at < digest.at)) or digest.at - WEEK
    every = select(Question).where(digest.theirs, Question.status != Status.GIVEN_BACK).order_by(Question.id)
    new = every.where(Question.asked_at >= begin, Question.asked_at < digest.at)
    answered = every.where(Question.answered_at >= begin, Question.answered_at < digest.at)
    waiting = every.where(Question.status.in_(OPEN))
    return Week(*(readable(session.scalars(found).all()) for found in (new, answered, waiting)))


def _in(session: Session, places: Sequence[Place]) -> Readable:
    return lambda questions: readers.coming_to(session, questions, places)


def _by(session: Session, member: people.Member) -> Readable:
    return lambda questions: readers.admitting(session, questions, member)


# Sending ---------------------------------------------------------------------------------------------------------


def tell(session: Session, district: people.District, at: datetime) -> None:
    """Everybody of a district, where there is something to tell."""
    every = select(people.Committee).where(people.Committee.district_id == district.id).order_by(people.Committee.id)
    for committee in session.scalars(every).all():
        if home := committees.home(session, committee):
            digest = Digest(district_id=district.id, committee_id=committee.id, at=at)
            if _keep(session, digest, _in(session, [home])):
                outbox.say(session, Address.parse(home.address), CARD, digest.id, home.language)
                outbox.settle(session, CARD, digest.id)
    seats = select(people.Seat).where(people.Seat.district_id == district.id).order_by(people.Seat.id)
    for seat in session.scalars(seats).all():
        digest = Digest(district_id=district.id, seat_id=seat.id, at=at)
        if seat.acting is not None and _keep(session, digest, _by(session, seat.acting)):
            now = context.now(session)
            notices.tell(session, seat.acting.id, NOTICE, digest.id, now, now + UNTIL)


def _keep(session: Session, digest: Digest, readable: Readable) -> bool:
    """None is kept where there is nothing to tell."""
    if week(session, digest, readable).is_empty:
        return False
    session.add(digest)
    session.flush()
    return True


# Showing ---------------------------------------------------------------------------------------------------------


def card(session: Session, subject: int, words: Words, texts: Texts) -> Message:
    """In a committee's home, where others read, too."""
    digest = session.get_one(Digest, subject)
    others = forms.in_other_languages(words, texts, "digest.show", digest.id)
    see = Button(words("digest-see"), "home")
    took = Button(words("digest-took"), "digest.show", str(Shown(digest.id, words.language)))
    found = week(session, digest, _in(session, presence.stands_in(session, CARD, digest.id)))
    buttons = (see, *((took,) if len(found.answered) >= FEWEST else ()), *others)
    return Message((*_numbers(digest, found, words), Buttons(buttons)))


def _numbers(digest: Digest, found: Week, words: Words) -> list[Part]:
    name = digest.committee.name if digest.committee else ""
    told = words("digest-nothing") if found.is_empty else _topics(found, words)
    return [Heading(words("digest-committee", committee=name)), Text(told)]


def for_committee(session: Session, digest: Digest, member: people.Member, words: Words) -> Message:
    """To one who sits on it."""
    found = week(session, digest, _by(session, member))
    parts = _numbers(digest, found, words)
    if len(found.answered) >= FEWEST:
        days = median_low(_school_days(session, digest.district_id, found.answered))
        parts += [Text(words("digest-days", days=days)), Note(words("digest-days-only"))]
    return Message(tuple(parts))


def find(request: Request) -> Digest | None:
    digest = request.session.get(Digest, request.payload(Shown).id)
    return digest if digest is not None and digest.committee is not None else None


def show(request: Request, digest: Digest) -> Answer:
    return Private(for_committee(request.session, digest, request.member, request.pressed))


def stands(session: Session, member: people.Member, subject: int) -> bool:
    digest = session.get(Digest, subject)
    return digest is not None and digest.seat is not None and digest.seat.acting_id == member.id


def notice(session: Session, subject: int, words: Words) -> list[Part]:
    """In the roundup of a first reader."""
    digest = session.get_one(Digest, subject)
    seat, acting = digest.seat, digest.seat.acting if digest.seat else None
    if seat is None or acting is None:
        return []
    found = week(session, digest, _by(session, acting))
    return [Text(f"{words('digest-rep', seat=seat_title(seat, words))}\n{_topics(found, words)}")]


def _topics(found: Week, words: Words) -> str:
    """In the order of the district's files."""
    each = (found.new, found.answered, found.waiting)
    new, answered, waiting = (Counter(one.topic_id for one in questions) for questions in each)
    topics = {one.topic_id: one.topic for questions in each for one in questions}
    return "\n".join(
        words(
            "digest-topic",
            topic=topic.name(words.language),
            new=new[id],
            answered=answered[id],
            waiting=waiting[id],
        )
        for id, topic in sorted(topics.items(), key=lambda one: one[1].position)
    )


def _school_days(session: Session, district_id: int, answered: Sequence[Question]) -> list[int]:
    """That each of them took."""
    district = session.get_one(people.District, district_id)
    off = school_days.off(session, district)
    times = ((question.asked_at, question.answered_at or question.asked_at) for question in answered)
    return [school_days.passed(asked, told, district, off) for asked, told in times]
