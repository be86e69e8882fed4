"""From which of their roles somebody sends something that other groups read: a field of its form, and what it held."""

from __future__ import annotations

from collections.abc import Sequence

from bot import forms
from bot.boundary import Choice, ChoiceField
from bot.people import model as people
from bot.people import readers
from bot.people.cards import is_told, seat_title
from bot.people.model import Seat
from bot.people.places import Place
from bot.request import Request
from bot.texts import Words

SIGNED = "signed"  # a field


def roles(request: Request, places: Sequence[Place] = ()) -> Sequence[Seat]:
    """Theirs: those first of which all who read it in these places may know, or everybody, and of a building or a group
    before one on a committee."""
    words = readers.words_in(request.session, places, request.words) if places else _to_everybody(request)
    theirs = people.seats_of(request.session, request.member)
    return sorted(theirs, key=lambda seat: (not is_told(seat, words), seat.committee_id is not None, seat.id))


def _to_everybody(request: Request) -> Words:
    return readers.Readers.everybody(request.session, request.district.id).words(request.session, request.words)


def field(request: Request) -> ChoiceField:
    """For somebody who has a role."""
    words, own = request.words, roles(request)
    offered = [Choice(str(seat.id), seat_title(seat, words)) for seat in own]
    chosen = {SIGNED: (offered[0].value,)}
    to_all = _to_everybody(request)
    hint = "signing-hint" if all(is_told(seat, to_all) for seat in own) else "signing-hint-group"
    return forms.choices(SIGNED, words("signing-from"), offered, chosen, hint=words(hint))


def seat(request: Request) -> Seat | None:
    """The one that was picked; the first of theirs where the form had no such field. None: it isn't theirs any more."""
    given = request.given(SIGNED)
    return next((one for one in roles(request) if given in ("", str(one.id))), None)
