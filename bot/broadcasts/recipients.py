"""Whom it reaches and how: in a channel, by the day's message, on the home card, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from bot import notices
from bot.delivery import durations
from bot.people import circles, links, preferences, presence
from bot.people import model as people
from bot.people.circles import AudienceFilter
from bot.people.model import Account, Group, GroupKind, Member
from bot.people.places import Place
from bot.people.preferences import HOME, Key
from bot.people.presence import Presence, Reach

NOTICE = "broadcast"  # the name of the kind of notice
AT_HOME, UNLINKED = "broadcast-at-home", "broadcast-unlinked"  # why something does not come, in `content/`
LINKED = Member.id.in_(select(Account.member_id))  # what is true of members
OFF = or_(preferences.chose_not(NOTICE), preferences.chose(Key.WHERE, HOME))


@dataclass(frozen=True)
class Recipients:
    """How many people it tells. Each counts once: as one for whom a channel is meant, else as one who is written to. In
    the channel of one's own building other groups may read it, too: they count."""

    people: int = 0
    administrators: int = 0
    in_places: int = 0
    written_to: int = 0  # unless they turned that off: two previews would tell of one person who did
    at_home: int = 0  # to whom there is no way, and who find it on their home card
    unlinked: int = 0  # of whom no account is known
    beside: Reach | None = None  # who else is in those places, as far as their platforms tell
    unseen: Sequence[Place] = ()  # of which no platform tells who reads there
    languages: dict[str, int] = field(default_factory=dict)  # that they read
    platforms: dict[str, int] = field(default_factory=dict)  # where those are, unless they turned that off


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
        written_to=sum(count for one, count in known if one.way),
        at_home=sum(count for one, count in known if not one.way),
        unlinked=sum(count for one, count in left if not one.linked),
        beside=presence.beside(session, places, or_(circle.members(), _placed(session, places))),
        unseen=[place for place in places if not _is_known(session, place)],
        languages=_sums((one.language, count) for one, count in counted),
        platforms=_sums((one.way, count) for one, count in known if one.way),
    )


class _Sort(NamedTuple):
    """Members who are alike in all that decides how they are told."""

    language: str
    kind: GroupKind
    placed: bool  # a channel is meant for them
    linked: bool  # an account of theirs is known
    way: str  # the platform where they are written to unless that is off; empty: there is none


def _counted(
    session: Session, district: people.District, circle: AudienceFilter, places: Sequence[Place]
) -> list[tuple[_Sort, int]]:
    """In one statement: there may be ten thousand of them."""
    placed = _placed(session, places)
    each = select(
        Member.language,
        Group.kind,
        placed.label("placed"),
        LINKED.label("linked"),
        notices.way_there_is().label("way"),
    )
    here = (Member.district_id == district.id, or_(circle.members(), placed), ~links.is_anothers())
    those = each.join(Group, Member.group_id == Group.id).where(*here).subquery()
    rows = session.execute(select(*those.c, func.count()).group_by(*those.c))
    return [(_Sort(*row[:-1]), row[-1]) for row in rows]


def _placed(session: Session, places: Sequence[Place]) -> ColumnElement[bool]:
    return Member.id.in_(_reached(session, AudienceFilter(), places))


def _sums(counted: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, count in counted:
        found[name] = found.get(name, 0) + count
    return found


def cut_off(
    session: Session, district: people.District, circle: AudienceFilter, places: Sequence[Place], group: int
) -> dict[str, list[str]]:
    """Names of this group's members to whom there is no way but their home card, as AT_HOME, and of those without an
    account, as UNLINKED. Whether they turned something off, or want it there, makes no difference: that is theirs to
    choose."""
    left = select(Member.name, LINKED.label("linked"))
    left = left.where(Member.district_id == district.id, circle.members(), Member.is_of(group))
    left = left.where(~links.is_anothers())
    left = left.where(Member.id.not_in(_reached(session, circle, places)), notices.way_there_is() == "")
    found: dict[str, list[str]] = {AT_HOME: [], UNLINKED: []}
    for row in session.execute(left.order_by(Member.name, Member.id)):
        found[AT_HOME if row.linked else UNLINKED].append(row.name)
    return found


def _reached(session: Session, circle: AudienceFilter, places: Sequence[Place]) -> Select[int]:
    if not places:
        return select(Member.id).where(Member.id.is_(None))
    return select(circles.reached(session, places, circle).subquery().c.id)


def _is_known(session: Session, place: Place) -> bool:
    return session.scalar(select(Presence.account).where(Presence.place_id == place.id).limit(1)) is not None


def lasts(found: Recipients, places: Sequence[Place], files: int = 0) -> tuple[timedelta, timedelta]:
    """How long sending takes at least, and correcting every copy of it."""
    dms = found.written_to
    sending = durations.of("post", [place.address for place in places] * (1 + files), dms)
    if dms:
        sending += notices.TOGETHER
    return sending, durations.of("edit", [place.address for place in places], dms)
