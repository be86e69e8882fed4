"""Under which name somebody's words cross to a joined channel: theirs to say, once, and to change at any time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import ForeignKey, false, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.boundary import Account
from bot.boundary.characters import folded
from bot.bridge.model import RelayedMessage
from bot.people import belongings
from bot.people import model as people
from bot.people.model import GroupKind
from bot.storage.database import take_turns
from bot.storage.tables import Table
from bot.texts import Words

OWN_WISH = "own wish"  # why something stays; nobody needs to be told
AGAIN = timedelta(hours=1)  # until somebody who said nothing is asked once more
MOST = 40  # characters of a name


class Shown(StrEnum):
    NAMED = "named"
    UNNAMED = "unnamed"  # "a Lincoln family"
    STAYS = "stays"  # it does not cross


class ShownName(Table):
    """`shown` is empty until they have said, and `name` where they are called as the roster has it by then.
    `unnamed_up_to`: the last `RelayedMessage` that had crossed when they asked to be unnamed; none up to that says
    their name any more."""

    __tablename__ = "shown_names"
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True)
    shown: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    pictured: Mapped[bool] = mapped_column(default=False, server_default=false())  # they were told so
    asked_at: Mapped[datetime | None]
    unnamed_up_to: Mapped[int] = mapped_column(default=0, server_default="0")

    def of(self, member: people.Member) -> str:
        """Under which its member's words cross; empty: without one."""
        return (self.name or member.name) if self.shown == Shown.NAMED else ""


def of(session: Session, member: people.Member) -> ShownName | None:
    return session.get(ShownName, member.id)


def is_chosen(session: Session, member: people.Member) -> bool:
    row = of(session, member)
    return row is not None and bool(row.shown)


def stays(session: Session, member: people.Member) -> bool:
    row = of(session, member)
    return row is not None and row.shown == Shown.STAYS


def is_to_be_asked(session: Session, member: people.Member, now: datetime) -> bool:
    """Not again and again; from now on they have been."""
    row = _row(session, member)
    if row.asked_at is not None and row.asked_at > now - AGAIN:
        return False
    row.asked_at = now
    session.flush()
    return True


def choose(session: Session, member: people.Member, shown: Shown, name: str = "") -> None:
    belongings.set_apart(session, ShownName.member_id, member.id)
    row = _row(session, member)
    row.shown, row.name = shown, name if name != member.name else ""
    row.pictured = shown is Shown.NAMED and not row.name and may_be_pictured(member)
    if shown is not Shown.NAMED:
        crossed = select(func.max(RelayedMessage.id)).where(RelayedMessage.crossed)
        row.unnamed_up_to = session.scalar(crossed) or 0
    session.flush()


def may_be_pictured(member: people.Member) -> bool:
    """Staff, under the name that everybody there knows them by; families never."""
    return member.group.kind is not GroupKind.PARENTS


def picture_of(session: Session, member: people.Member, platform: str) -> Account | None:
    """Whose picture stands beside what they say in the other channel: theirs, where they write."""
    row = of(session, member)
    if row is None or not row.pictured or not may_be_pictured(member):
        return None
    theirs = select(people.Account.address).where(people.Account.member_id == member.id)
    found = session.scalars(theirs.order_by(people.Account.address)).all()
    return next((one for one in map(Account.parse, found) if one.platform == platform), None)


def _row(session: Session, member: people.Member) -> ShownName:
    take_turns(session, people.Member, member.id)
    row = session.get(ShownName, member.id, with_for_update=True)
    if row is None:
        row = ShownName(member_id=member.id, shown="", name="")
        session.add(row)
    return row


def is_anothers(session: Session, member: people.Member, name: str) -> bool:
    """Whether somebody else of the district is called so, or as good as, or was when something of theirs crossed; a
    whole name among others is theirs, too."""
    others = select(people.Member.name).where(
        people.Member.district_id == member.district_id, people.Member.id != member.id
    )
    shown = select(ShownName.name).join(people.Member, people.Member.id == ShownName.member_id)
    shown = shown.where(people.Member.district_id == member.district_id, ShownName.member_id != member.id)
    crossed = select(RelayedMessage.shown_as).join(people.Member, people.Member.id == RelayedMessage.member_id)
    crossed = crossed.where(people.Member.district_id == member.district_id, people.Member.id != member.id).distinct()
    names = (*session.scalars(others), *session.scalars(shown), *session.scalars(crossed))
    taken = {_plain(one) for one in names if one}
    wanted = _plain(name)
    return any(one == wanted or (" " in one and f" {one} " in f" {wanted} ") for one in taken)


def _plain(name: str) -> str:
    """Its words, if it has any."""
    plain = folded(name).casefold()
    return " ".join(re.findall(r"\w+", plain)) or plain.strip()


def shown(session: Session, member: people.Member, words: Words) -> str:
    """How they are called in the other channel."""
    row = of(session, member)
    if row is not None and row.shown == Shown.NAMED:
        return row.of(member)
    return unnamed(session, member, words)


def unnamed(session: Session, member: people.Member, words: Words) -> str:
    """ "a Lincoln Elementary family", "somebody of the School Board"."""
    return standing_in(session, stand_in(member), words)


def stand_in(member: people.Member) -> str:
    """What is said for their name, in no language: "family:3" with the number of a building, "family", or "group:2"."""
    if member.group.kind is not GroupKind.PARENTS:
        return f"group:{member.group_id}"
    return f"family:{member.building_id}" if member.building_id else "family"


def standing_in(session: Session, stand_in: str, words: Words) -> str:
    kind, _, number = stand_in.partition(":")
    if kind == "group":
        return words("shown-somebody-of", group=session.get_one(people.Group, int(number)).name)
    building = session.get(people.Building, int(number)) if number else None
    return words("shown-family-of", building=building.name) if building else words("shown-family")


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    """The two turned out to be one person: where they said two things, they are asked again."""
    other, kept = of(session, leaving), of(session, staying)
    if kept and belongings.is_of(session, ShownName.member_id, staying.id, leaving):
        kept.name = kept.of(leaving)  # theirs, and not the roster's of the one who stays
    if other and kept:
        kept.unnamed_up_to = max(kept.unnamed_up_to, other.unnamed_up_to)
    if other and kept and other.shown and (other.shown, other.of(leaving)) != (kept.shown, kept.of(staying)):
        kept.shown, kept.name, kept.asked_at = "", "", None
