"""A president proposes to all of their group's seats in buildings at once to meet the other side there. Each offers
times then, or does not. Roles that nobody has are named to their own group alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bot import forms, notices
from bot.boundary import Answer, Button, Buttons, Heading, Message, Note, Part, Private, Text
from bot.meetings import cards, pairing, rules
from bot.meetings.model import Kind, Offer, OfferState, Series, SeriesSeat, State
from bot.people import model as people
from bot.people import seats
from bot.people.cards import acting_name
from bot.people.model import Role, Seat
from bot.people.seats import Capability
from bot.request import Refusal, Request
from bot.texts import Words

PROPOSED, EMPTY = "meeting.proposed", "meeting.empty"  # of notices
UNTIL = timedelta(days=21)  # in which they can be told
YEAR = timedelta(days=365)
PAIRED = (Role.BUILDING_REP, Role.PTA_LIAISON)


@dataclass(frozen=True)
class Found:
    """`fresh` can be proposed; those in `met` meet, or were asked to. The buildings in `empty` have nobody of one's own
    group, those in `theirs` nobody of the other."""

    fresh: Sequence[tuple[Seat, Seat]]
    met: int
    empty: Sequence[str]
    theirs: Sequence[Seat]


def leading(request: Request) -> Seat | None:
    """The seat by which they lead a group that has seats in buildings."""
    for seat in people.seats_of(request.session, request.member):
        can = Capability.OPEN_ROUND in seats.capabilities(request.district, seat.role)
        if can and seat.building_id is None and seat.committee_id is None and _in_buildings(request.session, seat):
            return seat
    return None


def _in_buildings(session: Session, leader: Seat) -> list[Seat]:
    theirs = (Seat.group_id == leader.group_id, Seat.building_id.is_not(None), Seat.role.in_(PAIRED))
    return list(session.scalars(select(Seat).where(*theirs).order_by(Seat.id)))


def may_propose(request: Request) -> bool:
    return leading(request) is not None


def lead_a_group(request: Request, _subject: object) -> None:
    if not may_propose(request):
        raise Refusal.saying(request.words("meeting-pair-all-who"))


def found(request: Request) -> Found:
    leader, declined = leading(request), _declined(request)
    fresh, met, empty, theirs = list[tuple[Seat, Seat]](), 0, list[str](), list[Seat]()
    for seat in _in_buildings(request.session, leader) if leader else ():
        others = [one for one in rules.counterparts(request.session, seat) if one.role in PAIRED]
        theirs += [one for one in others if one.acting_id is None]
        if seat.acting_id is None:
            empty.append(seat.body)
            continue
        for other in others:
            has = {seat.id, other.id} in declined or rules.pair_of(request.session, seat, other) is not None
            met += has
            if not has and other.acting_id is not None:
                fresh.append((seat, other))
    return Found(fresh, met, empty, theirs)


def _declined(request: Request) -> list[set[int]]:
    """Pairs of seats of which one would not meet. Nobody is told, so for a year it looks as if they met; the two can
    begin whenever they like. Two who began by themselves and took it back were asked by nobody."""
    ended = (Series.district_id == request.district.id, Series.kind == Kind.PAIR, Series.state == State.ENDED)
    never_met = (Series.name == "", Series.rule == "", Series.made_at > request.now - YEAR)
    by_themselves = (Offer.seat_id == Seat.id, Seat.acting_id == Series.made_by_id)
    taken_back = exists().where(Offer.series_id == Series.id, Offer.state == OfferState.WITHDRAWN, *by_themselves)
    theirs = select(SeriesSeat.series_id, SeriesSeat.seat_id).join(Series, Series.id == SeriesSeat.series_id)
    pairs = defaultdict[int, set[int]](set)
    for series, seat in request.session.execute(theirs.where(*ended, *never_met, ~taken_back)):
        pairs[series].add(seat)
    return [*pairs.values()]


def look_over(request: Request, _about: object) -> Answer:
    words, all_of_them = request.words, found(request)
    if not all_of_them.fresh:
        return forms.say(request, "meeting-pair-all-none", count=all_of_them.met)
    lines = [f"• {seat.body}: {acting_name(seat, words)}" for seat, _ in all_of_them.fresh]
    parts: list[Part] = [Heading(words("meeting-pair-all-title")), Text("\n".join(lines))]
    parts += [Text(words("meeting-pair-all-met", count=all_of_them.met))] if all_of_them.met else []
    if all_of_them.empty:
        parts.append(Text(words("meeting-pair-all-empty", bodies=words.listed(list(all_of_them.empty)))))
    propose = Button(words("meeting-propose"), "meeting.propose", _seen(all_of_them), "main")
    back = Button(words("home-back"), "home")
    return Private(Message((*parts, Note(words("meeting-pair-all-next")), Buttons((propose, back)))))


def _seen(all_of_them: Found) -> str:
    pairs = ",".join(f"{seat.id}-{other.id}" for seat, other in all_of_them.fresh)
    return sha256(pairs.encode()).hexdigest()[:12]


def propose(request: Request, _about: object) -> Answer:
    """What was looked over, or it is shown once more. Pressed twice, it is proposed once."""
    all_of_them, until = found(request), request.now + UNTIL
    if request.about != _seen(all_of_them):
        return look_over(request, None)
    for seat, other in all_of_them.fresh:
        series = pairing.new_pair(request, seat, other, State.PROPOSED)
        if series is not None and seat.acting_id is not None:
            notices.tell(request.session, seat.acting_id, PROPOSED, series.id, request.now, until)
    for group in {seat.group_id for seat in all_of_them.theirs}:
        if (leader := lead(request.session, group)) is not None:
            notices.tell(request.session, leader, EMPTY, group, request.now, until)
    return forms.say(request, "meeting-were-proposed", count=len(all_of_them.fresh))


def lead(session: Session, group_id: int) -> int | None:
    """Who acts for the seat of the group as a whole."""
    whole = (Seat.group_id == group_id, Seat.building_id.is_(None), Seat.committee_id.is_(None))
    return session.scalars(select(Seat.acting_id).where(*whole, Seat.acting_id.is_not(None)).order_by(Seat.id)).first()


def decline(request: Request, series: Series) -> Answer:
    """Nobody is told: it was a proposal."""
    if series.state is not State.PROPOSED:
        raise Refusal.saying(request.words("meeting-offered-already"))
    series.state = State.ENDED
    return forms.say(request, "meeting-declined")


# The notices -----------------------------------------------------------------------------------------------------


def is_proposed(session: Session, member: people.Member, subject: int) -> bool:
    series = session.get(Series, subject)
    if series is None or series.state is not State.PROPOSED:
        return False
    return any(seat.acting_id == member.id for seat in series.seats)


def show_proposed(session: Session, subject: int, words: Words) -> list[Part]:
    series = session.get_one(Series, subject)
    maker = session.get_one(people.Member, series.made_by_id)
    said = words("meeting-proposed-by", name=maker.name, whom=cards.whom(series, words, None))
    buttons = (
        Button(words("meeting-offer-times"), "meeting.offer", str(series.id), "main"),
        Button(words("meeting-not-now"), "meeting.decline", str(series.id)),
    )
    return [Text(said), Buttons(buttons)]


def empty_in(session: Session, group_id: int) -> list[Seat]:
    vacant = (Seat.group_id == group_id, Seat.acting_id.is_(None), Seat.building_id.is_not(None), Seat.role.in_(PAIRED))
    return list(session.scalars(select(Seat).where(*vacant).order_by(Seat.id)))


def are_empty(session: Session, member: people.Member, subject: int) -> bool:
    return lead(session, subject) == member.id and bool(empty_in(session, subject))


def show_empty(session: Session, subject: int, words: Words) -> list[Part]:
    bodies = words.listed([seat.body for seat in empty_in(session, subject)])
    return [Text(words("meeting-empty", bodies=bodies))]
