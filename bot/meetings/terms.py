"""What a body's meetings will be, read from what was typed; or what is wrong with it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select

from bot import moments
from bot.drafts import Typed, Wrong
from bot.forms import first
from bot.meetings import pairing
from bot.meetings.model import Series, series_to_change
from bot.moments import Unclear
from bot.payloads import number
from bot.people import committees, recurrence, rhythms, school_days, seats
from bot.people import model as people
from bot.people.model import Committee, Seat
from bot.people.rhythms import Bend, Rhythm, Unfit
from bot.people.seats import Capability
from bot.request import Refusal, Request

COMMITTEE, WHEN, OFTEN, RULE, PLACE = "committee", "when", "often", "rule", "place"
NAME, LENGTH, BEND, CLOSES, CHAIRS, LAW = "name", "length", "bend", "closes", "chairs", "law"
SERIES, VERSION = "series", "version"  # in a draft: what is changed, and as it was then
SETTINGS = (NAME, LENGTH, BEND, CLOSES, CHAIRS, LAW)
NAME_MOST, PLACE_MOST = 80, 200
LENGTHS, DAYS = ("30", "20", "45", "60", "90", "120"), ("2", "1", "3", "5")
BENDS = {Bend.MOVE.value: "meeting-bend-move", Bend.SKIP.value: "meeting-bend-skip"}
RHYTHMS = {
    "month": "meeting-body-month",
    "two-weeks": "meeting-body-two-weeks",
    "week": "meeting-body-week",
    "school-day": "meeting-body-school-day",
    RULE: "meeting-body-rule",
}
LAWS = {"": None, "yes": True, "no": False}


@dataclass(frozen=True)
class Setup:
    """What a body's meetings will be."""

    committee: Committee
    name: str
    rhythm: Rhythm
    hour: str
    often: str
    place: str
    length: int
    closes: int
    chairs: list[Seat]
    is_open: bool | None
    series: Series | None


# Who and what ----------------------------------------------------------------------------------------------------


def led(request: Request) -> list[Committee]:
    """Committees whose meetings they may set up: which they chair, or lead where nobody does."""
    session, mine = request.session, {seat.id for seat in people.seats_of(request.session, request.member)}
    ids = committees.of(session, request.member)
    every = session.scalars(select(Committee).where(Committee.id.in_(ids)).order_by(Committee.name))
    return [one for one in every if any(seat.id in mine for seat in _leading(request, one))]


def _leading(request: Request, committee: Committee) -> list[Seat]:
    sits = select(Seat).join(committees.CommitteeSeat, committees.SITS)
    theirs = sits.where(committees.CommitteeSeat.committee_id == committee.id).order_by(Seat.id)
    can = seats.roles_with(request.district, Capability.CHAIR)
    chairing = [seat for seat in request.session.scalars(theirs) if seat.role in can and seat.acting_id is not None]
    lead = committees.lead(request.session, committee)
    return chairing or ([lead] if lead else [])


def may_set_up(request: Request, _subject: object) -> None:
    if not led(request):
        raise Refusal.saying(request.words("meeting-body-who"))


def on(request: Request, committee: Committee) -> list[Seat]:
    sits = select(Seat).join(committees.CommitteeSeat, committees.SITS)
    theirs = sits.where(committees.CommitteeSeat.committee_id == committee.id)
    return list(request.session.scalars(theirs.order_by(Seat.id)))


def read(request: Request, typed: Typed) -> Setup | Wrong:
    words, district = request.words, request.district
    may = {str(one.id): one for one in led(request)}
    committee = may.get(first(typed, COMMITTEE)) if first(typed, COMMITTEE) else next(iter(may.values()), None)
    if committee is None:
        return {COMMITTEE: words("meeting-body-who")}
    try:
        when = moments.read(first(typed, WHEN), request.now, district.zone, words.language)
    except Unclear as unclear:
        return {WHEN: words(unclear.says)}
    at = when.within(district.zone, pairing.USUAL)
    there = recurrence.on_the_wall(at, district.zone)
    bend, often = first(typed, BEND) or Bend.MOVE.value, first(typed, OFTEN)
    name, place = first(typed, NAME).strip() or committee.name, first(typed, PLACE).strip()
    for field, text, most in ((NAME, name, NAME_MOST), (PLACE, place, PLACE_MOST)):
        if len(text) > most:
            return {field: words("meeting-add-long", count=len(text), most=most)}
    length, closes = first(typed, LENGTH) or LENGTHS[0], first(typed, CLOSES) or DAYS[0]
    if bend not in BENDS or often not in RHYTHMS or length not in LENGTHS or closes not in DAYS:
        return {OFTEN: words("meeting-wrong-choice")}
    rhythm = _rhythm(request, typed, there.date(), Bend(bend))
    if isinstance(rhythm, dict):
        return rhythm
    id = number(first(typed, SERIES))
    series = series_to_change(request.session, id) if id else None
    if series is not None and series.committee_id != committee.id:
        return {COMMITTEE: words("meeting-body-who")}
    law = LAWS.get(first(typed, LAW))
    chosen = _chairs(request, typed, committee)
    hour = there.strftime("%H:%M")
    return Setup(committee, name, rhythm, hour, often, place, int(length), int(closes), chosen, law, series)


def _rhythm(request: Request, typed: Typed, begin: date, bend: Bend) -> Rhythm | Wrong:
    words, often, off = request.words, first(typed, OFTEN), school_days.off(request.session, request.district)
    rule = first(typed, RULE).strip()
    match often:
        case "month":
            rule = rhythms.monthly(begin)
        case "two-weeks":
            rule = rhythms.fortnightly(begin)
        case "week":
            rule = rhythms.weekly(begin)
        case "school-day":
            days = [begin.replace(day=one) for one in range(1, begin.day + 1)]
            if not school_days.is_one(begin, off):
                noon = recurrence.at(begin, time(12), request.district.zone)
                return {WHEN: words("meeting-wrong-no-school", when=words.day(noon, request.district.zone))}
            nth = sum(school_days.is_one(day, off) for day in days)
            if nth > rhythms.SURE:
                return {WHEN: words("meeting-wrong-school-day", most=rhythms.SURE)}
            rule = f"{rhythms.SCHOOL_DAY}={nth}"
    rhythm = Rhythm(rule, begin, bend)
    try:
        rhythm.check(off)
    except Unfit:
        return {RULE if often == RULE else OFTEN: words("meeting-wrong-rule")}
    return rhythm


def _chairs(request: Request, typed: Typed, committee: Committee) -> list[Seat]:
    """Those that were picked, or the seat by which its setter leads it."""
    wanted, mine = typed.get(CHAIRS, ()), request.member.id
    there = on(request, committee)
    picked = [seat for seat in there if str(seat.id) in wanted]
    return picked or [seat for seat in there if seat.acting_id == mine][:1]
