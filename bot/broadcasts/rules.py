"""Who may do what with a broadcast, beyond the rules of `bot.may`."""

from __future__ import annotations

from bot.broadcasts import correcting, lifecycle, scope, telling
from bot.broadcasts.lifecycle import Hand
from bot.broadcasts.model import BEFORE, TOLD, UNDER_WAY, Broadcast, Status, to_change
from bot.payloads import Row
from bot.people import own_building, seats
from bot.people.cards import acting_name, only_its_seat, seat_title, told_of
from bot.people.model import caretakers, rep_of
from bot.people.seats import Capability
from bot.request import Refusal, Request


def find(request: Request) -> Broadcast | None:
    return request.session.get(Broadcast, request.payload(Row).id)


def find_to_change(request: Request) -> Broadcast | None:
    return to_change(request.session, request.payload(Row).id)


def hold_a_seat_of_a_building(request: Request, _subject: object) -> None:
    if own_building.seats(request.session, request.member):
        return
    rep = rep_of(request.session, request.member)
    if rep is None:
        raise Refusal.saying(request.words("broadcast-may-not-own"))
    seat, name = seat_title(rep, request.words), acting_name(rep, request.words)
    raise Refusal.saying(request.words("broadcast-may-not-own-ask", seat=seat, name=name))


def may_broadcast(request: Request, _subject: object) -> None:
    session, words = request.session, request.words
    if seats.can(session, request.member, Capability.BROADCAST):
        return
    able = told_of(seats.acting_with(session, request.member.group, request.district, Capability.BROADCAST), words)
    if not able:
        names = [one.name for one in caretakers(session, request.district.id)]
        raise Refusal.saying(words("broadcast-may-not", names=words.either(names)))
    seat = min(able, key=lambda seat: (seat.committee_id is not None, seat.building_id is not None, seat.id))
    title, name = seat_title(seat, words), acting_name(seat, words)
    raise Refusal.saying(words("broadcast-may-not-ask", seat=title, name=name))


def be_able_to_tell(request: Request, _subject: object) -> None:
    """By either way."""
    if not own_building.seats(request.session, request.member):
        may_broadcast(request, None)


def be_its_sender(request: Request, row: Broadcast) -> None:
    """Or have approved it for the sender's own group. What goes out in a role's name nobody of another group writes or
    ends. To others it is not there if they cannot read it."""
    hand = lifecycle.hand(request.session, row, request.member)
    if hand is Hand.OTHER and row.can_be_changed(request.now):
        raise Refusal.saying(request.words("broadcast-for-their-group", seat=seat_title(row.seat, request.words)))
    if hand not in (Hand.AUTHOR, Hand.SECOND):
        _refuse(request, row)


def send_in_its_role(request: Request, row: Broadcast) -> None:
    """What its role would say now, beyond what is out: who may no longer do that can still stop it and take it back."""
    if not scope.may_send(row):
        raise Refusal.saying(request.words("broadcast-role-may-not", seat=seat_title(row.seat, request.words)))


def end_it(request: Request, row: Broadcast) -> None:
    """As its sender can, or where its role is vacant somebody of its group."""
    if lifecycle.hand(request.session, row, request.member) is not Hand.GUARD:
        be_its_sender(request, row)


def be_of_it(request: Request, row: Broadcast) -> None:
    """Its sender, or somebody who approved it, of any group, or who can end it for a vacant role."""
    if not lifecycle.is_of(request.session, row, request.member):
        _refuse(request, row)


def be_its_author(request: Request, row: Broadcast) -> None:
    """Not one who approved it."""
    if not row.is_by(request.member):
        _refuse(request, row)


def _refuse(request: Request, row: Broadcast) -> None:
    be_told(request, row)
    raise Refusal.saying(only_its_seat(row.seat, request.words))


def be_told(request: Request, row: Broadcast) -> None:
    """Those who may read it, once it is out."""
    if not reads(request, row) and not lifecycle.is_of(request.session, row, request.member):
        raise Refusal.saying(request.words("gone"))


def reads(request: Request, row: Broadcast) -> bool:
    """Once nobody else gets it, those for whom it is and who have it."""
    session, member = request.session, request.member
    if row.status not in (*TOLD, Status.RETRACTED) or not row.admits(session, member):
        return False
    return row.status in (Status.GOING, Status.OUT) or telling.has_come_to(session, row, member)


def approve_it(request: Request, row: Broadcast) -> None:
    if row.sender_id == request.member.id:
        raise Refusal.saying(request.words("broadcast-approve-own"))
    if lifecycle.may_approve(request.session, row, request.member) is None:
        raise Refusal.saying(request.words("gone"))


def approve_its_correction(request: Request, row: Broadcast) -> None:
    if correcting.may_approve(request.session, row, request.member) is None:
        raise Refusal.saying(request.words("gone"))


def be_its_translator(request: Request, row: Broadcast) -> None:
    if not row.is_translated_by(request.member) or row.status is not Status.WRITING:
        raise Refusal.saying(request.words("gone"))


def before_it_goes(request: Request, row: Broadcast) -> None:
    if row.status not in (*BEFORE, Status.WITHDRAWN):
        raise Refusal.saying(request.words("broadcast-has-begun"))


def under_way(request: Request, row: Broadcast) -> None:
    if row.status not in UNDER_WAY:
        raise Refusal.saying(request.words("broadcast-not-under-way"))


def in_its_time(request: Request, row: Broadcast) -> None:
    """While every copy can be reached."""
    if not row.can_be_changed(request.now):
        raise Refusal.saying(request.words("broadcast-too-late"))


def concern_them(request: Request, row: Broadcast) -> None:
    """Its sender, or somebody who is to approve it."""
    session, member = request.session, request.member
    if not lifecycle.is_of(session, row, member) and lifecycle.may_approve(session, row, member) is None:
        raise Refusal.saying(request.words("gone"))
