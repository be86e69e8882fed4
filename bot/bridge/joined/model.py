"""Two channels joined for the same people, and who has agreed to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.boundary import Said
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.people.places import Place
from bot.storage.tables import Table

PAUSE = 10  # seconds in which a slip can be taken back
ASKED, JOINED = "joining.asked", "joining.joined"  # names of cards


class Stage(StrEnum):
    ASKED = "asked"  # somebody has yet to agree
    ON = "on"
    ENDED = "ended"


class End(StrEnum):
    """Why, as a name in `content/`."""

    SIDE = "joining-ended-side"
    DECLINED = "joining-ended-declined"
    PEOPLE = "joining-ended-people"  # the places are not for the same people any more


@dataclass(frozen=True, kw_only=True)
class Typed(Said):
    """Said with a command: it stands nowhere yet."""


class Joining(Table):
    __tablename__ = "joinings"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    stage: Mapped[str]
    asker_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    asked_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ender_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # None: the bot
    ending: Mapped[str] = mapped_column(default="")  # an `End`
    pause: Mapped[int] = mapped_column(default=PAUSE, server_default="0")  # seconds until something crosses
    audience: Mapped[Audience | None] = mapped_column(AudienceText)  # for whom both were meant when it was asked
    asker: Mapped[people.Member] = relationship(foreign_keys=[asker_id])
    ender: Mapped[people.Member | None] = relationship(foreign_keys=[ender_id])
    places: Mapped[list[Place]] = relationship(secondary="joined_places", lazy="selectin", order_by=lambda: Place.id)

    def admits(self, member: people.Member) -> bool:
        """Whether both are meant for them."""
        return all(place.admits(member) for place in self.places)

    @property
    def is_over(self) -> bool:
        return self.stage == Stage.ENDED


class JoinedPlace(Table):
    __tablename__ = "joined_places"
    joining_id: Mapped[int] = mapped_column(ForeignKey("joinings.id"), primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"), primary_key=True, index=True)


class Agreement(Table):
    """Somebody has agreed, for the caretakers or for a group."""

    __tablename__ = "agreements"
    joining_id: Mapped[int] = mapped_column(ForeignKey("joinings.id"), primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    at: Mapped[datetime]
