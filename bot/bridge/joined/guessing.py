"""How easily it is guessed who wrote what crosses without a name: what is said instead may mean only a few, or one."""

from __future__ import annotations

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from bot.bridge.joined import names
from bot.bridge.joined.model import Joining, Stage
from bot.people import circles
from bot.people.model import GroupKind, Member
from bot.people.places import admitted
from bot.texts import Words


def few(session: Session, member: Member, words: Words) -> str:
    """What they are told before they choose to go without a name; empty: many could have written it."""
    if (many := _meant(session, member)) >= circles.FEW:
        return ""
    return words("shown-few", count=many, name=names.unnamed(session, member, words))


def _meant(session: Session, member: Member) -> int:
    """How many it can mean, themselves among them, where they are fewest: a reader of two joined channels knows for
    whom these are."""
    said = [Member.building_id == member.building_id] if member.group.kind is GroupKind.PARENTS else []
    on = select(Joining).where(Joining.district_id == member.district_id, Joining.stage == Stage.ON)
    theirs = [joining for joining in session.scalars(on) if joining.admits(member)]
    readers = [[], *([admitted(place) for place in joining.places] for joining in theirs)]
    return min(circles.peers(session, member, and_(True, *said, *there)) for there in readers)
