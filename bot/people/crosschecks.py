"""Whether the files of a district fit together. Each check yields its problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.boundary.terminal import Line, line
from bot.people.entries import District, Member, Place, Platform, Seat
from bot.people.sheets import Sheet, at, at_entry, repeated

DISTRICT, MEMBERS = "district.yaml", "members.csv"
SETTINGS: Mapping[Platform, str] = {"slack": "slack_team", "discord": "discord_guild"}


@dataclass(frozen=True)
class Files:
    """What could be read; `district` is None where district.yaml could not."""

    district: District | None
    members: Sheet[Member]
    seats: Sheet[Seat]
    places: Sheet[Place]


def problems(files: Files) -> Iterator[Line]:
    """All that does not fit together among what could be read."""
    yield from _repeats(files)
    yield from _strangers(files)
    yield from _ladders(files)
    if files.district:
        yield from _outsiders(files, files.district)
        yield from _unknown(files, files.district)
        yield from _homeless(files, files.district)
        yield from _kept_away(files, files.district)
        yield from _unanswered(files, files.district)
        yield from _unconnected(files, files.district)
        yield from _elsewhere(files, files.district)
        yield from _caretakers(files, files.district)


def _repeats(files: Files) -> Iterator[Line]:
    if files.district:
        yield from _repeated_entries("groups", [group.key for group in files.district.groups])
        yield from _repeated_entries("buildings", [building.key for building in files.district.buildings])
        yield from _repeated_entries("committees", [committee.key for committee in files.district.committees])
        yield from _repeated_entries("topics", [topic.key for topic in files.district.topics])
    members, seats, places = files.members.rows, files.seats.rows, files.places.rows
    yield from repeated("key", ((where, member.key) for where, member in members.items()))
    for platform in SETTINGS:
        there = ((where, member.account(platform)) for where, member in members.items())
        yield from repeated(line("roster-account-on", platform=platform), there)
    further = ((where, account) for where, member in members.items() for account in member.also)
    yield from repeated(line("roster-account"), further)
    yield from repeated("key", ((where, seat.key) for where, seat in seats.items()))
    yield from repeated("channel", ((where, place.key.partition(":")[2]) for where, place in places.items()))


def _repeated_entries(part: str, keys: Iterable[str]) -> Iterator[Line]:
    return repeated("key", ((at_entry(part, number), key) for number, key in enumerate(keys, 1)))


def _strangers(files: Files) -> Iterator[Line]:
    """Holders and deputies that are nobody, and deputies that are no other."""
    for where, seat in files.seats.rows.items():
        for part, key in _people(seat):
            if files.members.keys and key not in files.members.keys:
                yield at(where, "roster-no-member", part=part, key=key)
        if seat.deputy and seat.deputy == seat.holder:
            yield at(where, "roster-deputy-is-holder", key=seat.deputy)


def _people(seat: Seat) -> Iterator[tuple[str, str]]:
    return ((part, key) for part, key in (("holder", seat.holder), ("deputy", seat.deputy)) if key)


def _ladders(files: Files) -> Iterator[Line]:
    """Seats above that are none or of another group, which would hear what is not meant for it, or that lead back to
    where they began."""
    above = {seat.key: seat.above for seat in files.seats.rows.values()}
    groups = {seat.key: seat.group for seat in files.seats.rows.values()}
    for where, seat in files.seats.rows.items():
        if seat.above and seat.above not in files.seats.keys:
            yield at(where, "roster-above-missing", above=seat.above)
        group = groups.get(seat.above or "", seat.group)
        if seat.above and group != seat.group:
            yield at(where, "roster-above-of-others", above=seat.above, group=group, own=seat.group)
        step, steps = above.get(seat.key), 0
        while step and step != seat.key and steps < len(above):
            step, steps = above.get(step), steps + 1
        if step == seat.key:
            yield at(where, "roster-above-in-a-ring", key=seat.key)


def _caretakers(files: Files, district: District) -> Iterator[Line]:
    """Two of different groups, so that no group alone has the keys."""
    groups = {member.key: member.group for member in files.members.rows.values()}
    for key in district.caretakers:
        if groups and key not in groups:
            yield at(DISTRICT, "roster-caretaker-unknown", key=key)
    if district.caretakers and len({groups.get(key, key) for key in district.caretakers}) != 2:
        yield at(DISTRICT, "roster-caretakers-of-one-group")


def without_caretakers(district: District, members: Iterable[Member]) -> Iterator[Line]:
    """What is no mistake in the files and leaves the district without somebody who looks after the bot."""
    if not district.caretakers:
        yield at(DISTRICT, "roster-no-caretakers")
    for member in members:
        if member.key in district.caretakers and not (member.slack or member.discord or member.also):
            yield at(MEMBERS, "roster-caretaker-without-account", key=member.key)


def _outsiders(files: Files, district: District) -> Iterator[Line]:
    """Holders and deputies of another group than their seat: they would hear what is not meant for them."""
    known = {group.key for group in district.groups}
    groups = {member.key: member.group for member in files.members.rows.values() if member.group in known}
    for where, seat in files.seats.rows.items():
        for part, key in _people(seat):
            group = groups.get(key, seat.group)
            if group != seat.group and seat.group in known:
                yield at(where, "roster-holder-of-others", part=part, key=key, group=group, own=seat.group)


def _unknown(files: Files, district: District) -> Iterator[Line]:
    """Groups, buildings and committees that are named and are nowhere to be found."""
    known = {
        "group": {group.key for group in district.groups},
        "building": {building.key for building in district.buildings},
        "committee": {committee.key for committee in district.committees},
    }
    for where, kind, key in _named(files):
        if key and key not in known[kind]:
            yield at(where, "roster-not-in-district", part=kind, key=key)


def _named(files: Files) -> Iterator[tuple[Line, str, str | None]]:
    for where, member in files.members.rows.items():
        yield where, "group", member.group
        yield where, "building", member.building
    for where, seat in files.seats.rows.items():
        yield where, "group", seat.group
        yield where, "building", seat.building
        yield from ((where, "committee", key) for key in seat.sits_on)
    for where, place in files.places.rows.items():
        yield from ((where, "group", key) for key in place.groups)
        yield from ((where, "building", key) for key in place.buildings)


def _homeless(files: Files, district: District) -> Iterator[Line]:
    homes = {place.key: place for place in files.places.rows.values()}
    for number, committee in enumerate(district.committees, 1):
        where = at_entry("committees", number)
        if committee.also and not committee.home:
            yield at(where, "roster-also-before-home")
        for key in committee.homes:
            if files.places.rows and key not in homes:
                yield at(where, "roster-home-missing", key=key)
        if len(set(committee.homes)) < len(committee.homes):
            yield at(where, "roster-home-twice")
        if len({_meant(homes[key]) for key in committee.homes if key in homes}) > 1:
            yield at(where, "roster-homes-differ")


def _meant(place: Place) -> tuple[object, ...]:
    """The same for places that are for the same people."""
    return place.audience, frozenset(place.groups), frozenset(place.buildings)


def _kept_away(files: Files, district: District) -> Iterator[Line]:
    """Seats on a committee with a home that is not for their group: they would read what is said there."""
    groups = {place.key: place.groups for place in files.places.rows.values()}
    homes = {committee.key: committee.homes for committee in district.committees}
    known = {group.key for group in district.groups}
    for where, seat in files.seats.rows.items():
        for key in sorted(seat.sits_on & homes.keys()) if seat.group in known else ():
            for home in homes[key]:
                if groups.get(home) and seat.group not in groups[home]:
                    yield at(where, "roster-home-of-others", home=home, committee=key, group=seat.group)


def _unanswered(files: Files, district: District) -> Iterator[Line]:
    """Topics that lead nowhere."""
    homes = {committee.key: committee.home for committee in district.committees}
    for number, topic in enumerate(district.topics, 1):
        where = at_entry("topics", number)
        if topic.committee and topic.committee not in homes:
            yield at(where, "roster-not-in-district", part="committee", key=topic.committee)
        elif topic.committee and not homes[topic.committee]:
            yield at(where, "roster-committee-homeless", key=topic.committee)
        if topic.contact and files.seats.keys and topic.contact not in files.seats.keys:
            yield at(where, "roster-contact-missing", key=topic.contact)


def named(district: District, workspace: str) -> str:
    """What stands in district.yaml where this is named, such as "slack:T01"."""
    platform, _, id = workspace.partition(":")
    settings = {one: setting for one, setting in SETTINGS.items() if (one, district.workspace(one)) == (platform, id)}
    return next(iter(settings.values()), f"'{workspace}'")


def _elsewhere(files: Files, district: District) -> Iterator[Line]:
    """Further workspaces that are none, and what is in workspaces that are not named."""
    for number, workspace in enumerate(district.also, 1):
        setting = next(setting for platform, setting in SETTINGS.items() if workspace.startswith(f"{platform}:"))
        if district.workspaces.count(workspace) > 1:
            yield at(at_entry("also", number), "roster-workspace-twice", workspace=workspace)
        elif not getattr(district, setting):
            yield at(at_entry("also", number), "roster-first-workspace-first", setting=setting)
    there = [(where, one.rpartition("/")[0]) for where, member in files.members.rows.items() for one in member.also]
    places = files.places.rows.items()
    there += [(where, f"{place.platform}:{place.workspace}") for where, place in places if place.workspace]
    for where, workspace in there:
        if workspace not in district.also:
            yield at(where, "roster-workspace-unnamed", workspace=workspace)


def _unconnected(files: Files, district: District) -> Iterator[Line]:
    """Accounts and channels on a platform whose workspace the district does not name."""
    for platform, setting in SETTINGS.items():
        there = [where for where, member in files.members.rows.items() if member.account(platform)]
        there += [where for where, place in files.places.rows.items() if place.platform == platform]
        if there and not district.workspace(platform):
            yield at(DISTRICT, "roster-workspace-empty", setting=setting, where=there[0], platform=platform)
