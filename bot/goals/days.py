"""Days by which something is to be done, in forms: school days, from tomorrow on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot import moments
from bot.boundary import MomentField
from bot.people import school_days
from bot.people.model import District
from bot.request import Request
from bot.texts import Words


def ahead(request: Request, days: int) -> date:
    """So many school days after today."""
    off = school_days.off(request.session, request.district)
    return school_days.after(_today(request), days, off)


def field(name: str, label: str, value: str, words: Words, *, optional: bool = False) -> MomentField:
    return MomentField(name, label, words("day-example"), words("day-hint"), value, optional=optional)


def read(request: Request, given: str, most: int) -> date | str:
    """The day that was given or, where there is no school then, the next one on which there is; at most so many school
    days ahead. Else what is wrong with it."""
    today, zone = _today(request), request.district.zone
    try:
        day = moments.read(given, request.now, zone, request.words.language).day
    except moments.Unclear:
        return request.words("day-not-ahead")
    if day <= today:
        return request.words("day-not-ahead")
    off = school_days.off(request.session, request.district)
    if not school_days.is_one(day, off):
        day = school_days.after(day, 1, off)
    if day > school_days.after(today, most, off):
        return request.words("day-too-far", most=most)
    return day


def said(day: date, district: District, words: Words) -> str:
    return words.day(datetime.combine(day, time(12), ZoneInfo(district.zone)).astimezone(UTC), district.zone)


def _today(request: Request) -> date:
    return request.now.astimezone(ZoneInfo(request.district.zone)).date()
