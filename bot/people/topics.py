"""What people can ask about, and who answers that; and what is not for this channel, with whom to turn to instead."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import JSON, ColumnElement, ForeignKey, Select, UniqueConstraint, false, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot.people import entries, model
from bot.people.readers import Readers, hidden_from
from bot.people.upserts import ids
from bot.storage.tables import Table


class Topic(Table):
    """It has a committee that answers or, if it is not for this channel, a seat that can help; one that is no longer
    named in the district's files has neither."""

    __tablename__ = "topics"
    __table_args__ = (UniqueConstraint("district_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"))
    key: Mapped[str]
    position: Mapped[int]
    names: Mapped[dict[str, str]] = mapped_column(JSON)  # by language
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("committees.id"))
    everyone: Mapped[bool] = mapped_column(default=False, server_default=false())  # of any group may ask
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    owner: Mapped[model.Owner] = model.owned()
    committee: Mapped[model.Committee | None] = relationship(lazy="joined")
    contact: Mapped[model.Seat | None] = relationship(lazy="joined")
    district: Mapped[model.District] = relationship()

    def name(self, language: str) -> str:
        return self.names.get(language) or next(iter(self.names.values()))


def answered(session: Session, member: model.Member) -> list[Topic]:
    """Those that this member can ask about, in the order of the district's files. What others deal with among
    themselves is theirs to know, unless the files say that everyone may ask."""
    hidden = hidden_from(session, Readers.one(member))
    found = session.scalars(_of(member.district_id, Topic.committee_id.is_not(None)))
    return [topic for topic in found if topic.everyone or topic.committee_id not in hidden]


def not_here(session: Session, district_id: int, building_id: int | None = None) -> list[Topic]:
    """Those that are not for this channel, in the order of the district's files; to readers of a building first those
    of which somebody there takes care."""
    found = session.scalars(_of(district_id, Topic.contact_id.is_not(None)))
    if building_id is None:
        return list(found)
    return sorted(found, key=lambda topic: topic.contact is None or topic.contact.building_id != building_id)


def load(session: Session, district: model.District, rows: Sequence[entries.Topic]) -> None:
    """Makes the topics in the database say what the files say; those that did not come from them stay as they are."""
    found = {topic.key: topic for topic in session.scalars(select(Topic).where(Topic.district_id == district.id))}
    committees, contacts = ids(session, model.Committee, district), ids(session, model.Seat, district)
    for topic in found.values():
        if topic.owner is model.Owner.FILES:
            topic.committee_id = topic.contact_id = None
    for position, row in enumerate(rows):
        topic = found.get(row.key) or Topic(district_id=district.id, key=row.key)
        topic.position, topic.names, topic.owner = position, {"en": row.en, "es": row.es}, model.Owner.FILES
        topic.committee_id = committees[row.committee] if row.committee else None
        topic.everyone = row.everyone
        topic.contact_id = contacts[row.contact] if row.contact else None
        session.add(topic)
    session.flush()


def _of(district_id: int, which: ColumnElement[bool]) -> Select[Topic]:
    return select(Topic).where(Topic.district_id == district_id, which).order_by(Topic.position)
