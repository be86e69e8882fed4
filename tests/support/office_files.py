"""A district's files as an office keeps them, to be changed; and to be made to fit together again."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Row = dict[str, str]
SHEETS = ("members", "seats", "places")
STANDS = {  # what the house has of the files, and how they say it
    "accounts": "select address, key from accounts join members on members.id = member_id",
    "members": "select m.key, m.name, g.key, coalesce(b.key, '') from members m join groups g on g.id = group_id "
    "left join buildings b on b.id = m.building_id where on_roster",
    "roles": "select s.key, coalesce(h.key, ''), coalesce(d.key, '') from seats s "
    "left join members h on h.id = holder_id left join members d on d.id = deputy_id",
    "sits": "select c.key, s.key from committee_seats on_it join committees c on c.id = on_it.committee_id "
    "join seats s on s.id = seat_id",
    "topics": "select t.key, coalesce(c.key, ''), coalesce(s.key, '') from topics t "
    "left join committees c on c.id = t.committee_id left join seats s on s.id = contact_id",
    "meant": "select address, key from places p join place_groups on place_id = p.id join groups g on g.id = group_id",
}


@dataclass
class Files:
    district: dict[str, Any]
    members: list[Row]
    seats: list[Row]
    places: list[Row]

    @classmethod
    def read(cls, folder: Path) -> Files:
        sheets = []
        for name in SHEETS:
            with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                sheets.append(list(csv.DictReader(file, restval="")))
        text = (folder / "district.yaml").read_text("utf-8")
        files = cls(yaml.load(text, Loader=yaml.BaseLoader), *sheets)
        for row in files.members:
            row["who"] = row["key"]
        return files

    def write(self, folder: Path) -> None:
        text = yaml.safe_dump(self.district, allow_unicode=True, sort_keys=False)
        (folder / "district.yaml").write_text(text, "utf-8")
        for name in SHEETS:
            rows: list[Row] = getattr(self, name)
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                header = [one for one in (rows or [{"key": ""}])[0] if one != "who"]
                writer = csv.DictWriter(file, header, extrasaction="ignore")
                writer.writeheader()
                writer.writerows(rows)

    def keys(self, part: str) -> list[str]:
        rows: list[Row] = self.district[part] if part in self.district else getattr(self, part)
        return [row["key"] for row in rows]

    def rekey(self, part: str, old: str, new: str) -> None:
        """Of groups, buildings or committees, in all files that name it."""
        for row in (*self.members, *self.seats, *self.places, *self.district["topics"]):
            for column in {part, part.removesuffix("s")} & {*row}:
                row[column] = ";".join(new if one == old else one for one in named(row[column]))
        for row in self.district[part]:
            row["key"] = new if row["key"] == old else row["key"]

    def accounts(self, row: Row) -> list[str]:
        """As addresses."""
        there = ((one, self.district[named]) for one, named in (("slack", "slack_team"), ("discord", "discord_guild")))
        return [f"{platform}:{workspace}/{row[platform]}" for platform, workspace in there if row[platform]]

    def address(self, place: Row) -> str:
        workspace = self.district["slack_team" if place["platform"] == "slack" else "discord_guild"]
        return f"{place['platform']}:{workspace}/{place['channel']}"


def named(cell: str) -> list[str]:
    return [one for one in cell.split(";") if one]


def home(place: Row) -> str:
    return f"{place['platform']}:{place['channel']}"


def tidy(files: Files) -> None:
    """As somebody leaves them who looks them over: what is named is there, and for the right people."""
    groups, buildings = set(files.keys("groups")), set(files.keys("buildings"))
    files.members = [row for row in files.members if row["group"] in groups]
    of = {row["key"]: row["group"] for row in files.members}
    for row in (*files.members, *files.seats):
        row["building"] = row["building"] if row["building"] in buildings else ""
    for place in files.places:
        theirs = [one for one in named(place["groups"]) if one in groups]
        place["groups"], open_to_all = ";".join(theirs), place["audience"] == "community"
        place["buildings"] = ";".join(one for one in named(place["buildings"]) if one in buildings)
        place["audience"] = "community" if open_to_all else "caucus" if len(theirs) == 1 else "joint"
    files.places = [one for one in files.places if one["groups"] or one["audience"] == "community"]
    places = {home(one): one for one in files.places}
    for one in files.district["committees"]:
        first = places.get(one.get("home", ""))
        also = [other for other in one.pop("also", ()) if first and other in places and other != one["home"]]
        meant = [other for other in also if first and _meant(places[other]) == _meant(first)]
        one.update({"also": meant} if meant else {})
        if first is None:
            one.pop("home", None)
    homes = {one["key"]: places.get(one.get("home", "")) for one in files.district["committees"]}
    _tidy_seats(files, of, homes)
    seats, topics = files.keys("seats"), files.district["topics"]
    answered = [one for one in topics if homes.get(one.get("committee", "")) or one.get("contact") in seats]
    files.district["topics"] = answered
    caretakers = [key for key in files.district["caretakers"] if key in of]
    if len({of[key] for key in caretakers}) != 2:
        first_of = {group: key for key, group in reversed(of.items())}
        files.district["caretakers"] = list(first_of.values())[-2:]


def _meant(place: Row) -> tuple[set[str], set[str], str]:
    return {*named(place["groups"])}, {*named(place["buildings"])}, place["audience"]


def _tidy_seats(files: Files, of: Row, homes: dict[str, Row | None]) -> None:
    def may_sit(seat: Row, committee: str) -> bool:
        there = homes.get(committee)
        return committee in homes and (not there or not there["groups"] or seat["group"] in named(there["groups"]))

    files.seats = [
        one
        for one in files.seats
        if one["group"] in files.keys("groups") and (not one["committee"] or may_sit(one, one["committee"]))
    ]
    groups = {one["key"]: one["group"] for one in files.seats}
    for one in files.seats:
        one["committees"] = ";".join(key for key in named(one["committees"]) if may_sit(one, key))
        for part in ("holder", "deputy"):
            one[part] = one[part] if of.get(one[part]) == one["group"] else ""
        one["deputy"] = one["deputy"] if one["deputy"] != one["holder"] else ""
        one["above"] = one["above"] if groups.get(one["above"]) == one["group"] and one["above"] != one["key"] else ""


def as_said(files: Files) -> dict[str, list[tuple[str, ...]]]:
    """As `STANDS` finds it."""
    return {
        "accounts": [(one, row["key"]) for row in files.members for one in files.accounts(row)],
        "members": [(row["key"], row["name"], row["group"], row["building"]) for row in files.members],
        "roles": [(row["key"], row["holder"], row["deputy"]) for row in files.seats if row["holder"] or row["deputy"]],
        "sits": [
            (key, row["key"]) for row in files.seats for key in {*named(row["committees"]), *named(row["committee"])}
        ],
        "topics": [(one["key"], one.get("committee", ""), one.get("contact", "")) for one in files.district["topics"]],
        "meant": [(files.address(one), key) for one in files.places for key in named(one["groups"])],
    }
