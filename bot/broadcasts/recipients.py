"""Whom it reaches and how: in a channel, by the day's message, on the home card, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot import notices
from bot.delivery import durations
from bot.people import circles, preferences
from bot.people import model as people
from bot.people.circles import AudienceFilter
from bot.people.model import Account, Group, GroupKind, Member, Place
from bot.people.presence import Presence

NOTICE = "broadcast"  # the name of the kind of notice


@dataclass(frozen=True)
class Recipients:
    """How many people it tells. Each counts once: as one for whom a channel is meant, else as one who is written to."""

    people: int = 0
    administrators: int = 0
    in_places: int = 0
    by_message: int = 0
    at_home: int = 0  # who cannot be written to, and find it on their home card
    muted: int = 0  # who asked not to hear of what is told to many
    unlinked: int = 0  # of whom no account is known
    unseen: Sequence[Place] = ()  # of which no platform tells who reads there
    languages: dict[str, int] = field(default_factory=dict)  # that they read


def of(session: Session, district: people.District, circle: AudienceFilter, places: Sequence[Place]) -> Recipients:
    mine = (Member.district_id == district.id, circle.members())
    kinds = select(Member.language, Group.kind, func.count()).join(Group, Member.group_id == Group.id)
    rows = session.execute(kinds.where(*mine).group_by(Member.language, Group.kind)).all()
    in_places = _reached(session, circle, places)
    others = select(Member.id).where(*mine, Member.id.not_in(in_places))
    unlinked = _count(session, others.where(Member.id.not_in(select(Account.member_id))))
    off = preferences.chose_not(NOTICE)
    muted = _count(session, others.where(Member.id.in_(select(Account.member_id)), off))
    by_message = _count(session, others.where(notices.can_be_told(), ~off))
    everybody = sum(count for *_, count in rows)
    reached = _count(session, select(Member.id).where(*mine, Member.id.in_(in_places)))
    return Recipients(
        people=everybody,
        administrators=sum(count for _, kind, count in rows if kind is GroupKind.ADMINISTRATION),
        in_places=reached,
        by_message=by_message,
        at_home=everybody - reached - unlinked - muted - by_message,
        muted=muted,
        unlinked=unlinked,
        unseen=[place for place in places if not _is_known(session, place)],
        languages=_languages(rows),
    )


def _languages(rows: Sequence[tuple[str, GroupKind, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for language, _, count in rows:
        found[language] = found.get(language, 0) + count
    return found


def _reached(session: Session, circle: AudienceFilter, places: Sequence[Place]) -> Select[int]:
    if not places:
        return select(Member.id).where(Member.id.is_(None))
    return select(circles.reached(session, places, circle).subquery().c.id)


def _count(session: Session, members: Select[int]) -> int:
    return session.scalar(select(func.count()).select_from(members.subquery())) or 0


def _is_known(session: Session, place: Place) -> bool:
    return session.scalar(select(Presence.account).where(Presence.place_id == place.id).limit(1)) is not None


def lasts(found: Recipients, places: Sequence[Place]) -> tuple[timedelta, timedelta]:
    """How long sending takes at least, and correcting every copy of it."""
    dms = found.by_message
    sending = durations.of("post", [place.address for place in places], dms)
    if dms:
        sending += min(notices.SPREAD, dms) * notices.STEP
    return sending, durations.of("edit", [place.address for place in places], dms)
