"""What is asked for before a goal is written, and what those who hold it say: the data shelf."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Select, and_, false, select, text
from sqlalchemy.orm import Mapped, Session, foreign, mapped_column, relationship

from bot.goals.rounds.model import Theme, current
from bot.people import audiences, seats
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText, of_group
from bot.people.seats import Capability
from bot.storage.tables import Table
from bot.uploads import Upload

KIND = "data"  # of its files
WHAT_MOST, ANSWER_MOST, SOURCE_MOST, LINK_MOST = 200, 800, 200, 400  # characters


class DataItem(Table):
    """Asked for by a seat, or brought by the seat that holds it without being asked; then `by_id` is None."""

    __tablename__ = "data_items"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seats.id"), index=True)  # that holds it
    by_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"))
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("themes.id"), index=True)
    what: Mapped[str]
    why: Mapped[str]
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime]
    reminded: Mapped[bool] = mapped_column(default=False, server_default=false())
    answer: Mapped[str] = mapped_column(default="", server_default=text("''"))
    source: Mapped[str] = mapped_column(default="", server_default=text("''"))
    link: Mapped[str] = mapped_column(default="", server_default=text("''"))  # to the source; empty: none
    taken_on: Mapped[str] = mapped_column(default="", server_default=text("''"))
    declined: Mapped[str] = mapped_column(default="", server_default=text("''"))  # why it is not given
    taken_back: Mapped[bool] = mapped_column(
        default=False, server_default=false()
    )  # by the one who asked, or brought it
    answered_at: Mapped[datetime | None]
    audience: Mapped[Audience] = mapped_column(AudienceText)
    seat: Mapped[people.Seat] = relationship(lazy="joined", innerjoin=True, foreign_keys=[seat_id])
    by: Mapped[people.Seat | None] = relationship(lazy="joined", foreign_keys=[by_id])
    theme: Mapped[Theme | None] = relationship()
    file_until: Mapped[datetime | None]  # until when its seat may send a file for it
    files: Mapped[list[Upload]] = relationship(
        primaryjoin=lambda: and_(foreign(Upload.subject) == DataItem.id, Upload.kind == KIND),
        order_by=Upload.id,
        lazy="selectin",
        viewonly=True,
    )

    @property
    def waits(self) -> bool:
        return not (self.answer or self.declined or self.taken_back)

    @property
    def is_on_shelf(self) -> bool:
        return bool(self.answer) and not self.taken_back


def holders(session: Session, district: people.District) -> list[people.Seat]:
    """The seats that hold data, and for which somebody acts."""
    roles = seats.roles_with(district, Capability.HOLD_DATA)
    theirs = select(people.Seat).where(people.Seat.district_id == district.id, people.Seat.role.in_(roles))
    return list(session.scalars(theirs.where(people.Seat.acting_id.is_not(None)).order_by(people.Seat.id)))


def readers(session: Session, *seats_: people.Seat) -> list[people.Group]:
    """The groups that read it: those of these seats, and those whose part of a round is open."""
    there = current(session, seats_[0].district_id)
    groups = [seat.group for seat in seats_] + ([part.group for part in there.under_way] if there else [])
    return sorted({group.id: group for group in groups}.values(), key=lambda group: group.id)


def audience(groups: list[people.Group]) -> Audience:
    return Audience(frozenset(clause for group in groups for clause in of_group(group).clauses))


def on_shelf(session: Session, member: people.Member) -> Select[DataItem]:
    """What they may read, the newest first."""
    may = audiences.read_by(session, member, DataItem.__table__.c.audience)
    there = (DataItem.answer != "", ~DataItem.taken_back, DataItem.district_id == member.district_id)
    return select(DataItem).where(may, *there).order_by(DataItem.answered_at.desc(), DataItem.id.desc())


def open_for(session: Session, some: Sequence[people.Seat]) -> list[DataItem]:
    """What is asked of these seats."""
    if not some:
        return []
    mine = DataItem.seat_id.in_([seat.id for seat in some])
    waits = (DataItem.answer == "", DataItem.declined == "", ~DataItem.taken_back)
    return list(session.scalars(select(DataItem).where(mine, *waits).order_by(DataItem.due_at, DataItem.id)))
