"""The pretend district."""

from __future__ import annotations

from collections import Counter

from support.districts import PRETEND

from bot.people import entries, roster
from bot.people.places import PlaceKind


def place(of: roster.Roster, name: str) -> entries.Place:
    return next(place for place in of.places if place.name == name)


def test_the_pretend_district_has_everything_that_a_district_can_have() -> None:
    cedar = roster.read(PRETEND)
    kinds = Counter(building.kind.value for building in cedar.district.buildings)
    assert kinds == {"school": 5, "department": 1}
    assert {group.kind.value for group in cedar.district.groups} == {
        *("association", "administration", "board", "parents", "community")
    }
    assert Counter(committee.kind.value for committee in cedar.district.committees) == {
        **{"district team": 1, "school team": 1, "issue": 2}
    }
    assert len(cedar.members) >= 64
    assert sum(member.language == "es" for member in cedar.members) * 3 >= len(cedar.members)
    assert sum(bool(member.slack and member.discord) for member in cedar.members) == 8
    assert [seat.key for seat in cedar.seats if seat.holder is None] == ["rep-high-school"]
    for platform in ("slack", "discord"):
        there = {place.audience for place in cedar.places if place.platform == platform}
        assert there == set(PlaceKind)
    assert {place.language for place in cedar.places} == {"en", "es"}


def test_maria_rivera_comes_first_and_represents_lincoln() -> None:
    cedar = roster.read(PRETEND)
    assert next(member.name for member in cedar.members if member.slack) == "Maria Rivera"
    seat = next(seat for seat in cedar.seats if seat.holder == "maria-rivera")
    assert (seat.role, seat.building, seat.sits_on) == ("building rep", "lincoln", {"lincoln-team", "schedule"})


def test_somebody_sits_in_every_place_and_all_of_them_belong_there() -> None:
    cedar = roster.read(PRETEND)
    for place in cedar.places:
        there = cedar.admitted(place)
        assert len(there) >= 3, place.name
        assert all(member.account(place.platform) for member in there)
        assert place.audience == "community" or {member.group for member in there} <= set(place.groups)


def test_a_school_s_channel_is_for_its_people_and_a_committee_s_home_for_its_seats() -> None:
    cedar = roster.read(PRETEND)
    assert {member.building for member in cedar.admitted(place(cedar, "lincoln-families"))} == {"lincoln"}
    team = {member.key for member in cedar.admitted(place(cedar, "lincoln-team"))}
    assert team == {
        *("maria-rivera", "elena-ortiz", "rosa-delgado"),
        *("jamal-whitfield", "yesenia-cordero", "tomas-soto"),
    }
