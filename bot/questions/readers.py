"""Who may read a question: those whom its asker was shown before it was sent. More only once the asker was shown them,
too, and said yes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ForeignKey, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session, relationship

from bot.payloads import Payload
from bot.people import audiences, committees
from bot.people import model as people
from bot.people.audiences import Audience
from bot.people.topics import Topic
from bot.questions.model import Question, dm_of
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
    seats = seats.where(people.Seat.group_id == rep.group_id, people.Member.group_id == rep.group_id, here | there)
    found = {seat.acting_id: seat for seat in session.scalars(seats.order_by(people.Seat.id.desc()))}
    found.pop(rep.acting_id, None)
    return [seat for seat in reversed(found.values()) if seat.acting and dm_of(session, seat.acting)]


def may_come_to(session: Session, question: Question, committee: people.Committee) -> bool:
    return question.audience.covers(session, audiences.of_committee(session, committee))


def homes(session: Session, question: Question) -> list[people.Place]:
    """Of its committee, those whose people its asker was shown."""
    found = committees.homes(session, question.committee) if question.committee is not None else []
    return [home for home in found if question.audience.covers(session, audiences.of_place(home))]


def finders(question: Question) -> Audience:
    """Those who may find it when they are about to ask much the same: its readers and, as the asker was told, the
    asker's own group."""
    group = question.asker.group if question.asker is not None else question.group
    return question.audience | (audiences.of_group(group) if group is not None else Audience())


def wanted(question: Question) -> Widening | None:
    """What its asker is asked, or has refused."""
    session = object_session(question)
    return session.get(Widening, question.id) if session is not None else None
