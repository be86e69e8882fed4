"""A district as its office keeps it, in four files that open in a spreadsheet or a text editor."""

from __future__ import annotations

from pathlib import Path

from pydantic import InstanceOf

from bot.boundary import Account, Address
from bot.boundary.terminal import Line, Stopped
from bot.people import crosschecks
from bot.people.entries import PLATFORMS, District, Member, Place, Seat
from bot.people.places import PlaceKind
from bot.people.sheets import Row, read_csv, read_yaml


class RosterError(Stopped):
    """The files cannot stand as they are. Each line says the file, the place in it and what to do."""


class Roster(Row):
    district: District
    members: tuple[Member, ...]
    seats: tuple[Seat, ...]
    places: tuple[Place, ...]
    where: dict[tuple[str, str], InstanceOf[Line]]  # ("seats", its key): "seats.csv line 12"

    @property
    def warnings(self) -> list[Line]:
        """What to look at, though the files can stand as they are."""
        return list(crosschecks.without_caretakers(self.district, self.members))

    def address(self, place: Place) -> str:
        """A `boundary.Address` as text."""
        workspace = place.workspace or self.district.workspace(place.platform)
        return str(Address(place.platform, workspace, place.channel))

    def accounts(self, member: Member) -> list[str]:
        """`boundary.Account`s as text."""
        there = [(platform, user) for platform in PLATFORMS if (user := member.account(platform))]
        first = [str(Account(platform, self.district.workspace(platform), user)) for platform, user in there]
        return [*first, *member.also]

    def admitted(self, place: Place) -> list[Member]:
        """Who sits there on the pretend platforms: of those for whom it is meant and who have an account in its
        workspace, only people of its buildings, if it has some; in a committee's home only holders of its seats."""
        homes = {committee.key for committee in self.district.committees if place.key in committee.homes}
        seated = {seat.holder for seat in self.seats if homes & seat.sits_on}
        return [
            member
            for member in self.members
            if member.account(place.platform, place.workspace or "")
            and (place.audience is PlaceKind.COMMUNITY or member.group in place.groups)
            and (not place.buildings or member.building in place.buildings)
            and (not homes or member.key in seated)
        ]


def read(folder: Path) -> Roster:
    """The roster in district.yaml, members.csv, seats.csv and places.csv of this folder. Raises RosterError with all
    that is wrong in them."""
    problems: list[Line] = []
    files = crosschecks.Files(
        district=read_yaml(folder / "district.yaml", District, problems),
        members=read_csv(folder / "members.csv", Member, problems),
        seats=read_csv(folder / "seats.csv", Seat, problems),
        places=read_csv(folder / "places.csv", Place, problems),
    )
    problems += crosschecks.problems(files)
    if files.district is None or problems:
        raise RosterError(*problems)
    return Roster(
        district=files.district,
        members=tuple(files.members.rows.values()),
        seats=tuple(files.seats.rows.values()),
        places=tuple(files.places.rows.values()),
        where={
            (sheet, row.key): where
            for sheet, rows in (("members", files.members.rows), ("seats", files.seats.rows))
            for where, row in rows.items()
        },
    )
