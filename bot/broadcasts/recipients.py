"""Whom it reaches and how: in a channel, by the day's message, on the home card, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bot import notices
from bot.delivery import durations
from bot.people import circles, preferences
from bot.people import model as people
from bot.people.circles import AudienceFilter
from bot.people.model import Account, Group, GroupKind, Member
from bot.people.places import Place
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
    counted = _counted(session, district, circle, places)
    left = [(one, count) for one, count in counted if not one.placed]
    known = [(one, count) for one, count in left if one.linked]
    return Recipients(
        people=sum(count for _, count in counted),
        administrators=sum(
            count for one, count in counted if one.kind is GroupKind.ADMINISTRATION and (one.placed or one.linked)
        ),
        in_places=sum(count for one, count in counted if one.placed),
        by_message=sum(count for one, count in known if one.told and not one.off),
        at_home=sum(count for one, count in known if not one.told and not one.off),
        muted=sum(count for one, count in known if one.off),
        unlinked=sum(count for one, count in left if not one.linked),
        unseen=[place for place in places if not _is_known(session, place)],
        languages=_languages(counted),
    )


class _Sort(NamedTuple):
    """Members who are alike in all that decides how they are told."""

    language: str
    kind: GroupKind
    placed: bool  # a channel is meant for them
    linked: bool  # an account of theirs is known
    off: bool  # they want no such messages
    told: bool  # there is a way to write to them


def _counted(
    session: Session, district: people.District, circle: AudienceFilter, places: Sequence[Place]
) -> list[tuple[_Sort, int]]:
    """In one statement: there may be ten thousand of them."""
    each = select(
        Member.language,
        Group.kind,
        Member.id.in_(_reached(session, circle, places)).label("placed"),
        Member.id.in_(select(Account.member_id)).label("linked"),
        preferences.chose_not(NOTICE).label("off"),
        notices.can_be_told().label("told"),
    )
    mine = (Member.district_id == district.id, circle.members())
    those = each.join(Group, Member.group_id == Group.id).where(*mine).subquery()
    rows = session.execute(select(*those.c, func.count()).group_by(*those.c))
    return [(_Sort(*row[:-1]), row[-1]) for row in rows]


def _languages(counted: Sequence[tuple[_Sort, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one, count in counted:
        found[one.language] = found.get(one.language, 0) + count
    return found


def _reached(session: Session, circle: AudienceFilter, places: Sequence[Place]) -> Select[int]:
    if not places:
        return select(Member.id).where(Member.id.is_(None))
    return select(circles.reached(session, places, circle).subquery().c.id)


def _is_known(session: Session, place: Place) -> bool:
    return session.scalar(select(Presence.account).where(Presence.place_id == place.id).limit(1)) is not None


def lasts(found: Recipients, places: Sequence[Place], files: int = 0) -> tuple[timedelta, timedelta]:
    """How long sending takes at least, and correcting every copy of it."""
    dms = found.by_message
    sending = durations.of("post", [place.address for place in places] * (1 + files), dms)
    if dms:
        sending += notices.TOGETHER
    return sending, durations.of("edit", [place.address for place in places], dms)
