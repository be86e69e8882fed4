"""When something may be told to many: inside the hours of those whom it tells."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.people import hours
from bot.people import model as people
from bot.people.circles import AudienceFilter
from bot.people.hours import Hours
from bot.people.model import Group, GroupKind, Member
from bot.request import Request

LATEST = timedelta(days=60)


def wrong(request: Request, seat: people.Seat, circle: AudienceFilter, at: datetime) -> str:
    """What is wrong with beginning then; empty: nothing."""
    words, zone = request.words, request.district.zone
    if not request.now < at <= request.now + LATEST:
        return words("broadcast-wrong-past", days=LATEST.days)
    theirs = hours_for(request.session, seat.district, circle)
    if theirs.hold(at, zone):
        return ""
    return words("broadcast-wrong-night", when=words.moment(theirs.next(at, zone), zone))


def hours_for(session: Session, district: people.District, circle: AudienceFilter) -> Hours:
    """The district's; until later in the evening where only families are told."""
    told = select(Group.kind).join(Member, Member.group_id == Group.id)
    kinds = set(session.scalars(told.where(Member.district_id == district.id, circle.members()).distinct()))
    usual = hours.of_district(district)
    return usual.up_to(district.families_until) if kinds == {GroupKind.PARENTS} else usual


def begins(session: Session, district: people.District, circle: AudienceFilter, at: datetime, *, own: bool) -> datetime:
    """That moment, or the next inside their hours. In its own channels a seat may speak at any time, as everybody
    there."""
    return at if own else hours_for(session, district, circle).next(at, district.zone)
