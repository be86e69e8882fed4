"""Who may read a question: those whom its asker was shown before it was sent. More only once the asker was shown them,
too, and said yes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ForeignKey, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session, relationship

from bot.boundary import Account, Address
from bot.delivery import outbox
from bot.delivery.outbox import Delivery
from bot.payloads import Payload
from bot.people import audiences, committees, links, presence
from bot.people import model as people
from bot.people.audiences import Audience
from bot.people.places import Place
from bot.people.topics import Topic
from bot.questions.model import COMMITTEE, REP, Question, dm_of
from bot.storage.tables import Table


class Widening(Table):
    """The asker of a question is asked to let the committee of another topic read it, too; of one topic at a time."""

    __tablename__ = "question_widenings"
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topics.id"))
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # who wants it; None: nobody is left here
    note: Mapped[str | None]  # to those who have it next
    refused: Mapped[bool] = mapped_column(default=False, server_default=false())
    topic: Mapped[Topic] = relationship(lazy="joined", innerjoin=True)
    member: Mapped[people.Member | None] = relationship(lazy="joined")

    @property
    def committee(self) -> people.Committee | None:
        return self.topic.committee


@dataclass(frozen=True)
class Readers(Payload):
    """A question, and the readers whom its asker was shown (`Audience.seen`)."""

    id: int
    seen: str


def audience(session: Session, seats: Iterable[people.Seat], committee: people.Committee | None) -> Audience:
    """Of a question that these seats may read first, and that the committee answers."""
    theirs = audiences.of_committee(session, committee) if committee is not None else Audience()
    return audiences.of_seats(seats) | theirs


def beside(session: Session, rep: people.Seat | None) -> list[people.Seat]:
    """Other seats to which the one that reads it first can hand it, one of each person: of the same group in the same
    building, or held by somebody who is there."""
    if rep is None or rep.building_id is None:
        return []
    here = people.Seat.building_id == rep.building_id
    there = people.Member.building_id == rep.building_id
    seats = select(people.Seat).join(people.Member, people.Seat.acting_id == people.Member.id)
    seats = seats.where(people.Seat.group_id == rep.group_id, people.Member.is_of(rep.group_id), here | there)
    found = {seat.acting_id: seat for seat in session.scalars(seats.order_by(people.Seat.id.desc()))}
    found.pop(rep.acting_id, None)
    return [seat for seat in reversed(found.values()) if seat.acting and dm_of(session, seat.acting)]


def may_come_to(session: Session, question: Question, there: people.Committee | Place) -> bool:
    """Whether its asker was shown all who read it there."""
    meant = audiences.of_place(there) if isinstance(there, Place) else audiences.of_committee(session, there)
    return question.audience.covers(session, meant)


def read_its_card(session: Session, member: people.Member, question: Question) -> bool:
    """It stands in a home of the committee that has it which is meant for them."""
    homes = presence.stands_in(session, COMMITTEE, question.id) if question.committee is not None else []
    return any(home.admits(member) and may_come_to(session, question, home) for home in homes)


def homes(session: Session, question: Question, committee: people.Committee) -> list[Place]:
    """Of the committee, those to which it may come."""
    return [home for home in committees.homes(session, committee) if may_come_to(session, question, home)]


def is_with_its_seat(session: Session, acting: people.Member | None, question: Question) -> bool:
    """Whether the card of its first reader is nowhere but with the one who acts for that seat now."""
    accounts = links.accounts_of(session, acting) if acting is not None else []
    own = [str(Address.alone_with(Account.parse(one))) for one in accounts]
    astray = (*outbox.shows(REP, question.id), Delivery.removed.is_(False), Delivery.address.not_in(own))
    return session.scalar(select(Delivery.id).where(*astray).limit(1)) is None


def admitting(session: Session, questions: Iterable[Question], member: people.Member) -> list[Question]:
    """Those of which this member is a reader. Many have the same ones."""
    asked = list(questions)
    admit = {audience: audience.admits(session, member) for audience in {one.audience for one in asked}}
    return [one for one in asked if admit[one.audience]]


def coming_to(session: Session, questions: Iterable[Question], places: Iterable[Place]) -> list[Question]:
    """Those that may come to all of these places."""
    asked, there = list(questions), [audiences.of_place(place) for place in places]
    come = {one.audience: all(one.audience.covers(session, those) for those in there) for one in asked}
    return [one for one in asked if come[one.audience]]


def are_readers_of(session: Session, question: Question, other: Question) -> bool:
    """Whether all who see the card of this question may read the other."""
    if question.committee is None:
        return other.audience.covers(session, audiences.of_seats([question.rep] if question.rep else []))
    there = audiences.of_places(presence.stands_in(session, COMMITTEE, question.id))
    theirs = audiences.of_committee(session, question.committee) | there
    return other.audience.covers(session, theirs)


def finders(question: Question) -> Audience:
    """Those who may find it when they are about to ask much the same: its readers and, as the asker was told, the group
    that was the asker's then."""
    return question.audience | (audiences.of_group(question.group) if question.group is not None else Audience())


def wanted(question: Question) -> Widening | None:
    """What its asker is asked, or has refused."""
    session = object_session(question)
    return session.get(Widening, question.id) if session is not None else None
