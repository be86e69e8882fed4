"""How people and their seats are shown."""

from __future__ import annotations

from bot.boundary import Address
from bot.people import model
from bot.texts import Words

TITLES = {role: f"seat-{role.value.replace(' ', '-')}" for role in model.Role}


def seat_title(seat: model.Seat, words: Words) -> str:
    """ "Lincoln's building rep"."""
    return words(TITLES[seat.role], body=seat.body)


def place_label(place: model.Place) -> str:
    """ "#lincoln-staff (Slack)"."""
    return f"#{place.name} ({Address.parse(place.address).platform.capitalize()})"


def reach_lines(reach: model.Reach, words: Words) -> str:
    """How many people see it, and whom they might not expect among them."""
    told = words("reach", people=reach.people, administrators=reach.administrators)
    return f"{told} {words('reach-unknown', unknown=reach.unknown)}" if reach.unknown else told
