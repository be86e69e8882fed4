"""Which series, meeting or offer an act is about, who may do it, and with whom a seat can meet."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.meetings import model
from bot.meetings.model import Kind, Meeting, Offer, OfferState, Series, chairs, own_seats, readers, seated
from bot.meetings.written import Note
from bot.payloads import Row
from bot.people.cards import acting_name, seat_title
from bot.people.model import Role, Seat
from bot.request import Refusal, Request
from bot.storage.database import locked

# Who meets whom, as a preset; a building's own seats meet, and those that have none.
WITH = {
    Role.BUILDING_REP: (Role.PTA_LIAISON,),
    Role.PTA_LIAISON: (Role.BUILDING_REP, Role.ASSOCIATION_PRESIDENT),
    Role.ASSOCIATION_PRESIDENT: (Role.PTA_LIAISON, Role.SUPERINTENDENT),
    Role.SUPERINTENDENT: (Role.ASSOCIATION_PRESIDENT,),
}


def counterparts(session: Session, seat: Seat) -> list[Seat]:
    """Seats with which this one can meet, held or not."""
    there = (
        Seat.district_id == seat.district_id,
        Seat.building_id.is_not_distinct_from(seat.building_id),
        Seat.committee_id.is_(None),
        Seat.role.in_(WITH.get(seat.role, ())),
        Seat.group_id != seat.group_id,
    )
    return list(session.scalars(select(Seat).where(*there).order_by(Seat.id)))


def pair_of(session: Session, one: Seat, other: Seat) -> Series | None:
    """The series that the two have."""
    both = {one.id, other.id}
    found = (series for series in model.of_seats(session, (one,)) if series.is_pair)
    return next((series for series in found if {seat.id for seat in series.seats} == both), None)


# Finding ---------------------------------------------------------------------------------------------------------


def find(request: Request) -> Series | None:
    return request.session.get(Series, request.payload(Row).id)


def find_to_change(request: Request) -> Series | None:
    return model.series_to_change(request.session, request.payload(Row).id)


def find_meeting(request: Request) -> Meeting | None:
    return request.session.get(Meeting, request.payload(Row).id)


def find_meeting_to_change(request: Request) -> Meeting | None:
    return model.meeting_to_change(request.session, request.payload(Row).id)


def find_pair(request: Request) -> Series | None:
    found = find(request)
    return found if found and found.is_pair else None


def find_set(request: Request) -> Series | None:
    """One of which those who run it say when it is."""
    found = find(request)
    return found if found and not found.is_pair else None


def find_set_to_change(request: Request) -> Series | None:
    found = find_to_change(request)
    return found if found and not found.is_pair else None


def find_set_meeting(request: Request) -> Meeting | None:
    """Nobody else changes it meanwhile."""
    found = find_meeting_to_change(request)
    return found if found and not found.series.is_pair else None


def find_bodys_meeting(request: Request) -> Meeting | None:
    """Nobody else changes it meanwhile."""
    found = find_meeting_to_change(request)
    return found if found and found.series.kind is Kind.BODY else None


def find_offering(request: Request) -> Meeting | None:
    found = find_meeting(request)
    return found if found and found.series.is_pair else None


def find_pairs_meeting(request: Request) -> Meeting | None:
    """Of a pair or a few, with no formalities."""
    found = find_meeting(request)
    return found if found and found.series.kind is Kind.PAIR else None


def find_pairs_meeting_to_change(request: Request) -> Meeting | None:
    found = find_meeting_to_change(request)
    return found if found and found.series.kind is Kind.PAIR else None


def find_offer(request: Request) -> Offer | None:
    """Nobody else answers it meanwhile."""
    offer = locked(request.session, Offer, request.payload(Row).id)
    return offer if offer and model.series_to_change(request.session, offer.series_id) else None


def find_note(request: Request) -> Note | None:
    return locked(request.session, Note, request.payload(Row).id)


# Who -------------------------------------------------------------------------------------------------------------


def belong_to_it(request: Request, subject: Series | Meeting | Offer) -> None:
    """Those who read what is written about it, where it still goes on."""
    series = subject if isinstance(subject, Series) else subject.series
    if not readers(request.session, series).admits(request.session, request.member):
        raise Refusal.saying(request.words("gone"))


def add_to_it(request: Request, series: Series) -> None:
    """Its own seats do; others who read it are told whom to ask."""
    belong_to_it(request, series)
    if not own_seats(request.session, series, request.member):
        raise Refusal.saying(request.words("meeting-only-members", name=series.name))


def act_for_a_seat(request: Request, subject: Series | Meeting | Offer) -> None:
    """Of its own."""
    series = subject if isinstance(subject, Series) else subject.series
    if not own_seats(request.session, series, request.member):
        raise Refusal.saying(request.words("gone"))


def run_it(request: Request, subject: Series | Meeting) -> None:
    """A pair's seats, a body's chairs."""
    series = subject if isinstance(subject, Series) else subject.series
    running = series.seats if series.kind is Kind.PAIR else chairs(request.session, series)
    if any(seat.acting_id == request.member.id for seat in running):
        return
    if series.kind is Kind.BODY and any(
        seat.acting_id == request.member.id for seat in seated(request.session, series)
    ):
        words = request.words
        named = [words("meeting-whom", name=acting_name(seat, words), seat=seat_title(seat, words)) for seat in running]
        raise Refusal.saying(words("meeting-only-chairs", chairs=words.listed(named)))
    raise Refusal.saying(request.words("gone"))


def be_asked(request: Request, offer: Offer) -> None:
    """The other seats are, not the one that offers."""
    act_for_a_seat(request, offer)
    if offer.seat.acting_id == request.member.id and len(own_seats(request.session, offer.series, request.member)) == 1:
        raise Refusal.saying(request.words("meeting-offer-yours"))


def have_offered(request: Request, offer: Offer) -> None:
    if offer.seat.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


def have_written(request: Request, note: Note) -> None:
    """Its author takes away what they told."""
    if note.member_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


def speak_for_its_seat(request: Request, note: Note) -> None:
    """Its author tells the seat's people, while they act for it."""
    have_written(request, note)
    if note.seat.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


# When ------------------------------------------------------------------------------------------------------------


def goes_on(request: Request, subject: Series | Meeting) -> None:
    series = subject if isinstance(subject, Series) else subject.series
    if not series.lives:
        raise Refusal.saying(request.words("meeting-ended-already"))


def is_open(request: Request, offer: Offer) -> None:
    if offer.state is not OfferState.OPEN or not offer.series.lives or offer.seat.acting_id is None:
        raise Refusal.saying(request.words("meeting-offer-over"))
