"""What a body's meetings will be, read from what was typed; or what is wrong with it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import moments
from bot.drafts import Draft, Typed, Wrong
from bot.forms import first
from bot.meetings import attendance, pairing
from bot.meetings.model import FORMAL, Series, chairs, seated, series_to_change
from bot.moments import Unclear
from bot.payloads import number
from bot.people import boards, committees, recurrence, rhythms, school_days, seats
from bot.people import model as people
from bot.people.model import Committee, Seat
from bot.people.rhythms import Bend, Never, Rhythm, Unfit
from bot.people.seats import Capability
from bot.request import Refusal, Request
from bot.texts import Words

COMMITTEE, WHEN, OFTEN, RULE, PLACE = "committee", "when", "often", "rule", "place"
NAME, LENGTH, BEND, CLOSES, CHAIRS, LAW = "name", "length", "bend", "closes", "chairs", "law"
SERIES, VERSION, SEATS = "series", "version", "seats"  # in a draft: what is changed, as it was then; who is asked
PICKED = "picked"  # instead of a committee: seats, one by one
OWN = "own"  # the seat by which they ask these
FIXED = (SERIES, VERSION, SEATS, LAW, OWN)  # which no form asks for
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
QUORUM = "quorum"
QUORUMS = {"": "meeting-quorum-none", "one": "meeting-quorum-one", "half": "meeting-quorum-half"}  # or a number
LEAST, COUNTED = 2, 20  # people of whom a quorum is a number


@dataclass(frozen=True)
class Setup:
    """What a body's meetings will be. Without a committee: of the seat `own`, and of those `asked` who agree."""

    committee: Committee | None
    own: Seat | None
    asked: list[Seat]
    name: str
    rhythm: Rhythm
    hour: str
    often: str
    place: str
    length: int
    closes: int
    chairs: list[Seat]
    is_open: bool | None
    quorum: str
    series: Series | None


# Who and what ----------------------------------------------------------------------------------------------------


def led(request: Request) -> list[Committee]:
    """Committees whose meetings they may set up: which they chair, or lead where nobody does."""
    session, mine = request.session, {seat.id for seat in people.seats_of(request.session, request.member)}
    if not mine:
        return []
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


def may_set_up(request: Request, subject: Draft | Series | None) -> None:
    """Or change what they run."""
    changed = isinstance(subject, Series) or (isinstance(subject, Draft) and first(subject.typed, SERIES))
    if not changed and not led(request) and not picking(request):
        raise Refusal.saying(request.words("meeting-body-who"))


def picking(request: Request) -> list[Seat]:
    """The seats by which they may ask others one by one: those that speak for their people, their own before those for
    which they stand in."""
    can = seats.roles_with(request.district, Capability.CONSENT)
    theirs = [seat for seat in people.seats_of(request.session, request.member) if seat.role in can]
    return sorted(theirs, key=lambda seat: (seat.holder_id != request.member.id, seat.id))


def _own(request: Request, typed: Typed) -> Seat | None:
    """The one that they chose, or else the first."""
    theirs = picking(request)
    return next((seat for seat in theirs if str(seat.id) == first(typed, OWN)), theirs[0] if theirs else None)


def pickable(request: Request, own: Seat) -> list[Seat]:
    """Those that somebody acts for."""
    found = boards.seats_asked(request.session, request.member)
    return [seat for seat in found if seat.acting_id != own.acting_id]


def on(request: Request, committee: Committee) -> list[Seat]:
    sits = select(Seat).join(committees.CommitteeSeat, committees.SITS)
    theirs = sits.where(committees.CommitteeSeat.committee_id == committee.id)
    return list(request.session.scalars(theirs.order_by(Seat.id)))


@dataclass(frozen=True)
class Body:
    """Whose meetings they are. `series` is there if they are changed."""

    committee: Committee | None
    own: Seat | None
    asked: list[Seat]
    series: Series | None

    def seats(self, request: Request) -> list[Seat]:
        if self.committee is not None:
            return on(request, self.committee)
        there = seated(request.session, self.series) if self.series else []
        return [*there, *([self.own] if self.own and not there else []), *self.asked]


def body_of(request: Request, typed: Typed) -> Body | Wrong:
    words, wanted = request.words, first(typed, COMMITTEE)
    if (id := number(first(typed, SERIES))) is not None:
        series = series_to_change(request.session, id)
        if series is None:
            return {COMMITTEE: words("gone")}
        return Body(series.committee, _own(request, typed), _asked(request, typed, series), series)
    may = {str(one.id): one for one in led(request)}
    if wanted != PICKED and may:
        committee = may.get(wanted) if wanted else next(iter(may.values()))
        return Body(committee, None, [], None) if committee else {COMMITTEE: words("meeting-body-who")}
    own = _own(request, typed)
    return Body(None, own, _asked(request, typed, None), None) if own else {COMMITTEE: words("meeting-body-who")}


def _asked(request: Request, typed: Typed, series: Series | None) -> list[Seat]:
    own, there = _own(request, typed), seated(request.session, series) if series else []
    offered = {str(seat.id): seat for seat in pickable(request, own)} if own else {}
    found = [offered[id] for id in dict.fromkeys(typed.get(SEATS, ())) if id in offered]
    return [seat for seat in found if seat not in there]


def invited(session: Session, series: Series | None) -> list[Seat]:
    """Who may say yes yet."""
    return [one.seat for one in attendance.invitations(session, series)] if series else []


def quorums(request: Request, body: Body) -> list[str]:
    """Those that can be picked: no more people than could come."""
    return [*QUORUMS, *map(str, range(LEAST, min(COUNTED, len(body.seats(request))) + 1))]


def quorum_said(quorum: str, words: Words) -> str:
    return words(QUORUMS[quorum]) if quorum in QUORUMS else words("meeting-quorum-number", count=int(quorum))


def is_small(session: Session, setup: Setup) -> bool:
    """So few that they need no formalities, should all of them agree."""
    series, there = setup.series, {seat.id for seat in setup.asked}
    if series is not None:
        asked = (one.seat_id for one in attendance.invitations(session, series) if not one.declined)
        there |= {seat.id for seat in series.seats} | {*asked}
    return setup.committee is None and len(there) + (series is None) < FORMAL


def read(request: Request, typed: Typed) -> Setup | Wrong:
    words, district = request.words, request.district
    body = body_of(request, typed)
    if isinstance(body, dict):
        return body
    try:
        when = moments.read(first(typed, WHEN), request.now, district.zone, words.language)
    except Unclear as unclear:
        return {WHEN: words(unclear.says)}
    at = when.within(district.zone, pairing.USUAL)
    there = recurrence.on_the_wall(at, district.zone)
    bend, often = first(typed, BEND) or Bend.MOVE.value, first(typed, OFTEN)
    name, place = first(typed, NAME).strip() or _called(request, body), first(typed, PLACE).strip()
    for field, text, most in ((NAME, name, NAME_MOST), (PLACE, place, PLACE_MOST)):
        if len(text) > most:
            return {field: words("meeting-add-long", count=len(text), most=most)}
    length, closes = first(typed, LENGTH) or LENGTHS[0], first(typed, CLOSES) or DAYS[0]
    if bend not in BENDS or often not in RHYTHMS or length not in LENGTHS or closes not in DAYS:
        return {OFTEN: words("meeting-wrong-choice")}
    rhythm = _rhythm(request, typed, there.date(), Bend(bend))
    if isinstance(rhythm, dict):
        return rhythm
    quorum = first(typed, QUORUM)
    if quorum not in QUORUMS and quorum not in map(str, range(LEAST, COUNTED + 1)):
        return {QUORUM: words("meeting-wrong-choice")}
    law = LAWS.get(first(typed, LAW))
    hour, chosen = there.strftime("%H:%M"), _chairs(request, typed, body)
    whose = (body.committee, body.own, body.asked)
    return Setup(*whose, name, rhythm, hour, often, place, int(length), int(closes), chosen, law, quorum, body.series)


def _called(request: Request, body: Body) -> str:
    if body.committee is not None:
        return body.committee.name
    return body.series.name if body.series else request.words("meeting-body-unnamed")


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
    except Never:
        return {RULE if often == RULE else OFTEN: words("meeting-wrong-never")}
    except Unfit:
        return {RULE if often == RULE else OFTEN: words("meeting-wrong-rule")}
    return rhythm


def _chairs(request: Request, typed: Typed, body: Body) -> list[Seat]:
    """Those that were picked, those that chair already, or the seat by which its setter leads it."""
    wanted, there = typed.get(CHAIRS, ()), body.seats(request)
    if picked := [seat for seat in there if str(seat.id) in wanted]:
        return picked
    if body.series is not None:
        return chairs(request.session, body.series)
    return [seat for seat in there if seat.acting_id == request.member.id][:1]
