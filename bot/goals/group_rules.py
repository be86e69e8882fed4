"""The rule by which a group agrees to a goal: by the seat that speaks for it in the building alone; by that and by the
seat that leads the whole group; or by a decision of the group in its own place. A goal goes by the rules of the day on
which it was sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ForeignKey, false, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import decisions
from bot.decisions import QUORUMS
from bot.goals.model import Position
from bot.people import model as people
from bot.people.audiences import Audience, of_places
from bot.people.places import Place
from bot.storage.tables import Table

DAYS = (3, 5, 10)  # school days in which a group can decide


class ConsentRule(Table):
    """A group without one agrees by the seat in the building."""

    __tablename__ = "consent_rules"
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    leader_too: Mapped[bool] = mapped_column(default=False, server_default=false())
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))  # where it decides; None: a seat answers
    quorum: Mapped[str] = mapped_column(default=QUORUMS[0], server_default=text("'none'"))
    days: Mapped[int] = mapped_column(default=DAYS[1], server_default="5")
    place: Mapped[Place | None] = relationship(lazy="joined")


def of(session: Session, group_id: int) -> ConsentRule:
    return session.get(ConsentRule, group_id) or ConsentRule(
        group_id=group_id, leader_too=False, place=None, quorum=QUORUMS[0], days=DAYS[1]
    )


def leader_too(session: Session, group_id: int) -> bool:
    return of(session, group_id).leader_too


def deciding(session: Session, group: people.Group) -> ConsentRule | None:
    """The rule of a group that decides in its own place, while it has that."""
    rule = of(session, group.id)
    return rule if rule.place in decisions.places(session, group) else None


def change(session: Session, group_id: int) -> None:
    """From one of the seats' ways to the other; a group that decided together does so no more."""
    rule = of(session, group_id)
    rule.leader_too = not rule.leader_too and rule.place is None
    rule.place = None
    session.add(rule)
    session.flush()


def decide_in(session: Session, group_id: int, place: Place, quorum: str, days: int) -> None:
    rule = of(session, group_id)
    rule.leader_too, rule.place, rule.quorum, rule.days = False, place, quorum, days
    session.add(rule)
    session.flush()


def of_all(session: Session, seats: Iterable[people.Seat]) -> dict[people.Seat, ConsentRule]:
    """By the first seat of each group that decides together: its rule."""
    groups, found = set[int](), {}
    for seat in seats:
        if seat.group_id not in groups and (rule := deciding(session, seat.group)):
            found[seat] = rule
        groups.add(seat.group_id)
    return found


def readers(session: Session, seats: Iterable[people.Seat]) -> Audience:
    """Those who are where groups of these seats decide together."""
    return of_places(rule.place for rule in of_all(session, seats).values() if rule.place is not None)


def fix(session: Session, positions: Sequence[Position]) -> None:
    """The rules by which they go on."""
    rules = of_all(session, (one.seat for one in positions))
    for one in positions:
        if rule := rules.get(one.seat):
            one.place, one.quorum, one.days = rule.place, rule.quorum, rule.days
