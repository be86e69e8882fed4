"""Who may do what: the general rules; those of a feature are in its `rules.py`. They are called on every act before it
is carried out (a feature's `routes.py` says which). A rule raises Refusal, which names the person who can help."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.boundary import Account, Message
from bot.drafts import Draft
from bot.people import links
from bot.people import model as people
from bot.people.cards import acting_name, only_its_seat, seat_title
from bot.people.places import Meant, Place, admits
from bot.request import Refusal, Request

IN_A_MINUTE = 10  # polls and questions that one person may send, all together


class Written(Protocol):
    """A thing that one person is still writing."""

    @property
    def member_id(self) -> int: ...


class Addressed(Protocol):
    """A thing that was said in places."""

    @property
    def places(self) -> Sequence[Place]: ...


class Owned(Addressed, Protocol):
    """A thing that a seat said."""

    @property
    def seat(self) -> people.Seat: ...


def hold_a_seat(request: Request, _subject: object) -> None:
    if people.seats_of(request.session, request.member):
        return
    rep = people.rep_of(request.session, request.member)
    if rep is None:
        raise Refusal.saying(request.words("may-needs-a-seat"))
    seat = seat_title(rep, request.words)
    raise Refusal.saying(request.words("may-needs-a-seat-ask", seat=seat, name=acting_name(rep, request.words)))


def be_its_writer(request: Request, subject: Written | None) -> None:
    if subject is not None and subject.member_id != request.member.id:
        raise Refusal.saying(request.words("gone"))  # not even that it exists


def hold_its_seat(request: Request, subject: Owned) -> None:
    seat = subject.seat
    if seat.acting_id == request.member.id:
        return
    belong_where_it_was_said(request, subject)
    raise Refusal.saying(only_its_seat(seat, request.words))


def belong_where_it_was_said(request: Request, subject: Addressed) -> None:
    if any(place.admits(request.member) for place in subject.places):
        return
    if all(place.district_id != request.member.district_id for place in subject.places):
        raise Refusal.saying(request.words("gone"))
    raise Refusal.saying(request.words("may-not-your-place"))


def not_too_fast(request: Request, subject: Draft) -> None:
    """A person asks this often at most; pressing twice is asking once. What went without a name is not among it: that
    somebody sent something at this minute would name the author of the newest unnamed one. Of these so many may be open
    at once, and none goes in a minute in which its author has sent enough by name."""
    minute_ago = request.now - timedelta(minutes=1)
    lately = (Draft.member_id == request.member.id, Draft.became.is_not(None), Draft.at > minute_ago)
    asked = request.session.scalar(select(func.count()).select_from(Draft).where(*lately)) or 0
    if subject.became is None and asked >= IN_A_MINUTE:
        raise Refusal.saying(request.words("may-too-fast", most=IN_A_MINUTE))


def be_carried(member: people.Member, here: Meant, there: Meant) -> bool:
    """Whether what they say here may be shown there: both are meant for the same people, and they are among them."""
    meant = [(place.audience, place.group_ids, place.building_ids) for place in (here, there)]
    return meant[0] == meant[1] and admits(here, member) and admits(there, member)


def become_one(session: Session, one: people.Member, other: people.Member, refusal: Message) -> None:
    """Audiences hang on the group of a roster's entry, seats and the caretaker's part on the entry itself."""
    offices = links.holds_office(session, one) and links.holds_office(session, other)
    if one.group_id != other.group_id or offices:
        raise Refusal(refusal)


def look_after(session: Session, account: Account, district: people.District, refusal: Message) -> None:
    """A caretaker of the district; nobody else, even while its roster names none."""
    theirs = select(people.Member.id).join(people.Account, people.Account.member_id == people.Member.id)
    theirs = theirs.where(people.Account.address == str(account), people.Member.district_id == district.id)
    if session.scalar(theirs.where(people.Member.caretaker)) is None:
        raise Refusal(refusal)
