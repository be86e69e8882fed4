"""Whether the files of a district fit together. Each check yields its problems, a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.people.entries import District, Member, Place, Platform, Seat
from bot.people.sheets import Sheet, repeated

SETTINGS: Mapping[Platform, str] = {"slack": "slack_team", "discord": "discord_guild"}


@dataclass(frozen=True)
class Files:
    """What could be read; `district` is None where district.yaml could not."""

    district: District | None
    members: Sheet[Member]
    seats: Sheet[Seat]
    places: Sheet[Place]


def problems(files: Files) -> Iterator[str]:
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


def _repeats(files: Files) -> Iterator[str]:
    if files.district:
        yield from _repeated_entries("groups", [group.key for group in files.district.groups])
        yield from _repeated_entries("buildings", [building.key for building in files.district.buildings])
        yield from _repeated_entries("committees", [committee.key for committee in files.district.committees])
        yield from _repeated_entries("topics", [topic.key for topic in files.district.topics])
    members, seats, places = files.members.rows, files.seats.rows, files.places.rows
    yield from repeated("key", ((where, member.key) for where, member in members.items()))
    yield from repeated("slack account", ((where, member.slack) for where, member in members.items()))
    yield from repeated("discord account", ((where, member.discord) for where, member in members.items()))
    yield from repeated("account", ((where, account) for where, member in members.items() for account in member.also))
    yield from repeated("key", ((where, seat.key) for where, seat in seats.items()))
    yield from repeated("channel", ((where, place.key.partition(":")[2]) for where, place in places.items()))


def _repeated_entries(part: str, keys: Iterable[str]) -> Iterator[str]:
    return repeated("key", ((f"district.yaml: {part} entry {number}", key) for number, key in enumerate(keys, 1)))


def _strangers(files: Files) -> Iterator[str]:
    """Holders and deputies that are nobody, and deputies that are no other."""
    for where, seat in files.seats.rows.items():
        for part, key in _people(seat):
            if files.members.keys and key not in files.members.keys:
                yield f"{where}: {part} '{key}' is not in members.csv"
        if seat.deputy and seat.deputy == seat.holder:
            yield f"{where}: deputy '{seat.deputy}' is its holder; name somebody else"


def _people(seat: Seat) -> Iterator[tuple[str, str]]:
    return ((part, key) for part, key in (("holder", seat.holder), ("deputy", seat.deputy)) if key)


def _ladders(files: Files) -> Iterator[str]:
    """Seats above that are none or of another group, which would hear what is not meant for it, or that lead back to
    where they began."""
    above = {seat.key: seat.above for seat in files.seats.rows.values()}
    groups = {seat.key: seat.group for seat in files.seats.rows.values()}
    for where, seat in files.seats.rows.items():
        if seat.above and seat.above not in files.seats.keys:
            yield f"{where}: the seat above, '{seat.above}', is not in seats.csv"
        group = groups.get(seat.above or "", seat.group)
        if group != seat.group:
            yield f"{where}: the seat above, '{seat.above}', is of group '{group}', this one of '{seat.group}'"
        step, steps = above.get(seat.key), 0
        while step and step != seat.key and steps < len(above):
            step, steps = above.get(step), steps + 1
        if step == seat.key:
            yield f"{where}: the seats above '{seat.key}' lead back to it"


def _caretakers(files: Files, district: District) -> Iterator[str]:
    """Two of different groups, so that no group alone has the keys."""
    groups = {member.key: member.group for member in files.members.rows.values()}
    for key in district.caretakers:
        if groups and key not in groups:
            yield f"district.yaml: caretaker '{key}' is not in members.csv"
    if district.caretakers and len({groups.get(key, key) for key in district.caretakers}) != 2:
        yield "district.yaml: caretakers are two people of different groups"


def without_caretakers(district: District, members: Iterable[Member]) -> Iterator[str]:
    """What is no mistake in the files and leaves the district without somebody who looks after the bot."""
    if not district.caretakers:
        yield (
            "district.yaml: it names no caretakers, so nobody can connect a workspace with a code, and nobody is "
            "told of what needs looking after; name two people of different groups"
        )
    for member in members:
        if member.key in district.caretakers and not (member.slack or member.discord or member.also):
            yield f"members.csv: caretaker '{member.key}' has no account, so I cannot reach them"


def _outsiders(files: Files, district: District) -> Iterator[str]:
    """Holders and deputies of another group than their seat: they would hear what is not meant for them."""
    known = {group.key for group in district.groups}
    groups = {member.key: member.group for member in files.members.rows.values() if member.group in known}
    for where, seat in files.seats.rows.items():
        for part, key in _people(seat):
            group = groups.get(key, seat.group)
            if group != seat.group and seat.group in known:
                yield f"{where}: {part} '{key}' is of group '{group}', the seat of '{seat.group}'"


def _unknown(files: Files, district: District) -> Iterator[str]:
    """Groups, buildings and committees that are named and are nowhere to be found."""
    known = {
        "group": {group.key for group in district.groups},
        "building": {building.key for building in district.buildings},
        "committee": {committee.key for committee in district.committees},
    }
    for where, kind, key in _named(files):
        if key and key not in known[kind]:
            yield f"{where}: {kind} '{key}' is not in district.yaml"


def _named(files: Files) -> Iterator[tuple[str, str, str | None]]:
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


def _homeless(files: Files, district: District) -> Iterator[str]:
    homes = {place.key: place for place in files.places.rows.values()}
    for number, committee in enumerate(district.committees, 1):
        where = f"district.yaml: committees entry {number}"
        if committee.also and not committee.home:
            yield f"{where}: fill in home before also"
        for key in committee.homes:
            if files.places.rows and key not in homes:
                yield f"{where}: home '{key}' is not in places.csv"
        if len(set(committee.homes)) < len(committee.homes):
            yield f"{where}: the same home stands there twice"
        if len({_meant(homes[key]) for key in committee.homes if key in homes}) > 1:
            yield f"{where}: its homes are for different people; what is said in one would reach others in the next"


def _meant(place: Place) -> tuple[object, ...]:
    """The same for places that are for the same people."""
    return place.audience, frozenset(place.groups), frozenset(place.buildings)


def _kept_away(files: Files, district: District) -> Iterator[str]:
    """Seats on a committee with a home that is not for their group: they would read what is said there."""
    groups = {place.key: place.groups for place in files.places.rows.values()}
    homes = {committee.key: committee.homes for committee in district.committees}
    known = {group.key for group in district.groups}
    for where, seat in files.seats.rows.items():
        for key in sorted(seat.sits_on & homes.keys()) if seat.group in known else ():
            for home in homes[key]:
                if groups.get(home) and seat.group not in groups[home]:
                    yield (
                        f"{where}: '{home}', a home of committee '{key}', is not for the seat's group '{seat.group}';"
                        " take the seat off the committee, or give that another home"
                    )


def _unanswered(files: Files, district: District) -> Iterator[str]:
    """Topics that lead nowhere."""
    homes = {committee.key: committee.home for committee in district.committees}
    for number, topic in enumerate(district.topics, 1):
        where = f"district.yaml: topics entry {number}"
        if topic.committee and topic.committee not in homes:
            yield f"{where}: committee '{topic.committee}' is not in district.yaml"
        elif topic.committee and not homes[topic.committee]:
            yield f"{where}: committee '{topic.committee}' has no home; fill it in, so that questions can be put there"
        if topic.contact and files.seats.keys and topic.contact not in files.seats.keys:
            yield f"{where}: contact '{topic.contact}' is not in seats.csv"


def named(district: District, workspace: str) -> str:
    """What stands in district.yaml where this is named, such as "slack:T01"."""
    platform, _, id = workspace.partition(":")
    settings = {one: setting for one, setting in SETTINGS.items() if (one, district.workspace(one)) == (platform, id)}
    return next(iter(settings.values()), f"'{workspace}'")


def _elsewhere(files: Files, district: District) -> Iterator[str]:
    """Further workspaces that are none, and what is in workspaces that are not named."""
    for number, workspace in enumerate(district.also, 1):
        setting = next(setting for platform, setting in SETTINGS.items() if workspace.startswith(f"{platform}:"))
        if district.workspaces.count(workspace) > 1:
            yield f"district.yaml: also entry {number}: '{workspace}' stands there twice"
        elif not getattr(district, setting):
            yield f"district.yaml: also entry {number}: fill in {setting} first"
    there = [(where, one.rpartition("/")[0]) for where, member in files.members.rows.items() for one in member.also]
    places = files.places.rows.items()
    there += [(where, f"{place.platform}:{place.workspace}") for where, place in places if place.workspace]
    for where, workspace in there:
        if workspace not in district.also:
            yield f"{where}: '{workspace}' does not stand under also in district.yaml"


def _unconnected(files: Files, district: District) -> Iterator[str]:
    """Accounts and channels on a platform whose workspace the district does not name."""
    for platform, setting in SETTINGS.items():
        there = [where for where, member in files.members.rows.items() if member.account(platform)]
        there += [where for where, place in files.places.rows.items() if place.platform == platform]
        if there and not district.workspace(platform):
            yield f"district.yaml: {setting} is empty; fill it in, since {there[0]} is on {platform}"
