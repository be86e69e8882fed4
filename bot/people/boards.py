"""Boards decide in public; their members are heard through their liaison."""

from __future__ import annotations

from collections.abc import Iterable

from bot.people.model import GroupKind, Role, Seat
from bot.people.places import Place, PlaceKind


def may_be_asked(seat: Seat) -> bool:
    """Whether others may ask the one who acts for it."""
    return seat.group.kind is not GroupKind.BOARD or seat.role is Role.BOARD_LIAISON


def where_others_are(places: Iterable[Place]) -> list[Place]:
    """Those of them that are not for a board alone."""
    return [place for place in places if not is_alone_in(place)]


def is_alone_in(place: Place) -> bool:
    """Whether a place is for a board and nobody else."""
    meant = [] if place.audience is PlaceKind.COMMUNITY else place.groups
    return bool(meant) and all(group.kind is GroupKind.BOARD for group in meant)
