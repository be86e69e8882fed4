"""What became of minutes once they were out: corrections, each a version, and the words by which they are found."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import likeness
from bot.meetings.model import Meeting, Minutes, Series, SeriesSeat, enum
from bot.meetings.written import Item, Outcome
from bot.people import audiences
from bot.people import model as people
from bot.storage.tables import Table

OUT = (Minutes.APPROVED, Minutes.OUT)


class MinutesCorrection(Table):
    """One line of minutes that were out, as it was before and as it became; the first makes the second version."""

    __tablename__ = "minutes_corrections"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("meeting_items.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
    was: Mapped[Outcome] = mapped_column(enum(Outcome))
    was_line: Mapped[str]
    became: Mapped[Outcome] = mapped_column(enum(Outcome))
    line: Mapped[str]
    item: Mapped[Item] = relationship(lazy="joined", innerjoin=True)
    member: Mapped[people.Member] = relationship(lazy="joined", innerjoin=True)


class MinutesWords(Table):
    """What a line of minutes is found by: its words with a blank before each."""

    __tablename__ = "minutes_words"
    item_id: Mapped[int] = mapped_column(ForeignKey("meeting_items.id"), primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    words: Mapped[str]


def corrections(session: Session, meeting: Meeting) -> list[MinutesCorrection]:
    found = select(MinutesCorrection).where(MinutesCorrection.meeting_id == meeting.id)
    return list(session.scalars(found.order_by(MinutesCorrection.id)))


def index(session: Session, meeting: Meeting) -> None:
    """Makes what is found agree with its minutes as they stand."""
    lines = select(Item).where(Item.meeting_id == meeting.id)
    for item in session.scalars(lines).all():
        session.execute(delete(MinutesWords).where(MinutesWords.item_id == item.id))
        if meeting.minutes in OUT:
            words = "".join(f" {word}" for word in likeness.words(f"{item.text}\n{item.line}"))
            session.add(MinutesWords(item_id=item.id, district_id=meeting.series.district_id, words=words))
    session.flush()


def find(session: Session, member: people.Member, wanted: str, most: int) -> list[tuple[Item, Meeting]]:
    """Lines of minutes that they may read with all of these words in them, the newest first. No others take their
    place."""
    beginnings = likeness.looked_for(wanted)
    if not beginnings:
        return []
    has = (MinutesWords.words.contains(f" {one}", autoescape=True) for one in beginnings)
    there = select(Item, Meeting).join(MinutesWords, MinutesWords.item_id == Item.id)
    there = there.join(Meeting, Meeting.id == Item.meeting_id).join(Series, Series.id == Meeting.series_id)
    out = (MinutesWords.district_id == member.district_id, Meeting.minutes.in_(OUT))
    mine = (audiences.read_by(session, member, Item.__table__.c.audience), _belongs(session, member))
    newest = there.where(*out, *mine, *has).order_by(Meeting.at.desc(), Item.id).limit(most)
    return [(item, meeting) for item, meeting in session.execute(newest)]


def _belongs(session: Session, member: people.Member) -> ColumnElement[bool]:
    """What is true of series whose minutes they may read, as `readers` says of one: topics of open meetings everybody
    may."""
    meet = select(people.Committee).where(people.Committee.id.in_(select(Series.committee_id)))
    here = session.scalars(meet.where(people.Committee.district_id == member.district_id))
    theirs = [one.id for one in here if audiences.of_committee(session, one).admits(session, member)]
    seats = select(SeriesSeat.series_id).join(people.Seat, people.Seat.id == SeriesSeat.seat_id)
    own = Series.committee_id.is_(None) & Series.id.in_(seats.where(people.acted_for_by(member)))
    return Series.committee_id.in_(theirs) | own
