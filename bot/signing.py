"""From which of their roles somebody sends something that other groups read: a field of its form, and what it held."""

from __future__ import annotations

from collections.abc import Sequence

from bot import forms, may
from bot.boundary import Choice, ChoiceField
from bot.people import caucuses
from bot.people import model as people
from bot.people.cards import acting_name, seat_title
from bot.people.model import Seat
from bot.request import Refusal, Request

SIGNED = "signed"  # a field


def have_a_role(request: Request, _subject: object) -> None:
    """One of which others may know."""
    may.hold_a_seat(request, None)
    if roles(request):
        return
    rep = people.rep_of(request.session, request.member)
    if rep is None:
        raise Refusal.saying(request.words("signing-none"))
    seat = seat_title(rep, request.words)
    raise Refusal.saying(request.words("signing-none-ask", seat=seat, name=acting_name(rep, request.words)))


def roles(request: Request) -> Sequence[Seat]:
    return caucuses.signing(request.session, request.member)


def field(request: Request) -> ChoiceField:
    """For somebody who has such a role."""
    words, own = request.words, roles(request)
    offered = [Choice(str(seat.id), seat_title(seat, words)[:75]) for seat in own]
    chosen = {SIGNED: (offered[0].value,)}
    return forms.choices(SIGNED, words("signing-from"), offered, chosen, hint=words("signing-hint"))


def seat(request: Request) -> Seat | None:
    """The one that was picked; the first of theirs where the form had no such field. None: it isn't theirs any more."""
    given = request.given(SIGNED)
    return next((one for one in roles(request) if given in ("", str(one.id))), None)
