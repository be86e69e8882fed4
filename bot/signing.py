"""From which of their roles somebody sends something that other groups read: a field of its form, and what it held."""

from __future__ import annotations

from collections.abc import Sequence

from bot import forms
from bot.boundary import Choice, ChoiceField
from bot.people import model as people
from bot.people.cards import seat_title
from bot.people.model import Seat
from bot.request import Request

SIGNED = "signed"  # a field


def roles(request: Request) -> Sequence[Seat]:
    """Theirs, one of a building or a group before one on a committee."""
    theirs = people.seats_of(request.session, request.member)
    return sorted(theirs, key=lambda seat: (seat.committee_id is not None, seat.id))


def field(request: Request) -> ChoiceField:
    """For somebody who has a role."""
    words, own = request.words, roles(request)
    offered = [Choice(str(seat.id), seat_title(seat, words)) for seat in own]
    chosen = {SIGNED: (offered[0].value,)}
    return forms.choices(SIGNED, words("signing-from"), offered, chosen, hint=words("signing-hint"))


def seat(request: Request) -> Seat | None:
    """The one that was picked; the first of theirs where the form had no such field. None: it isn't theirs any more."""
    given = request.given(SIGNED)
    return next((one for one in roles(request) if given in ("", str(one.id))), None)
