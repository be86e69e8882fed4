"""What an office changes in the lines of members and of their roles."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from support.districts import PRETEND
from support.office_files import Files, Row, named


@dataclass
class Staff:
    """`files` are those that were loaded last."""

    rng: random.Random
    files: Files = field(default_factory=lambda: Files.read(PRETEND))
    left: list[Row] = field(default_factory=list)  # lines of members who left
    dropped: dict[str, list[Any]] = field(default_factory=dict)  # of seats, places, committees, topics, buildings
    busy: set[str] = field(default_factory=set)  # keys of members who wrote something
    numbers: count[int] = field(default_factory=lambda: count(1))

    def loaded(self, files: Files) -> None:
        before, self.files = self.files, files
        self.left += [one for one in before.members if one["key"] not in files.keys("members")]
        here = files.keys("members")
        self.left = [one for one in self.left if one["key"] not in here][-12:]
        for part in ("seats", "committees", "topics", "buildings"):
            rows = before.district[part] if part in before.district else getattr(before, part)
            gone = [one for one in rows if one["key"] not in files.keys(part)]
            self.dropped[part] = [*self.dropped.get(part, []), *gone][-6:]
        there = {files.address(one) for one in files.places}
        gone = [one for one in before.places if files.address(one) not in there]
        self.dropped["places"] = [*self.dropped.get("places", []), *gone][-6:]

    # Members -----------------------------------------------------------------------------------------------------

    def one(self, rows: list[Any]) -> Any:
        return self.rng.choice(rows) if rows else {}

    def member(self, files: Files) -> Row:
        """Mostly one who wrote something."""
        theirs = [one for one in files.members if one["key"] in self.busy]
        found: Row = self.one(theirs if theirs and self.rng.random() < 0.6 else files.members)
        return found

    def two(self, files: Files) -> tuple[Row, Row]:
        first = self.member(files)
        return first, self.one([one for one in files.members if one is not first])

    def account(self, platform: str) -> str:
        return f"U02W{next(self.numbers):05}" if platform == "slack" else f"15{next(self.numbers):016}"

    def newcomer(self, files: Files) -> Row:
        """With a name that is like no other; now and then with the account of somebody who left."""
        number, like = next(self.numbers), self.member(files)
        row = {**like, "key": f"new-{number}", "name": f"Ann{number} Berg{number}", "who": f"new-{number}"}
        row |= {platform: self.account(platform) if like[platform] else "" for platform in ("slack", "discord")}
        if self.left and self.rng.random() < 0.25:
            taken = {account for one in files.members for account in (one["slack"], one["discord"])}
            old = self.one(self.left)
            row |= {one: old[one] for one in ("slack", "discord") if old[one] and old[one] not in taken}
        return row

    def hire(self, files: Files) -> None:
        files.members.append(self.newcomer(files))

    def leave(self, files: Files) -> None:
        seated = [one["holder"] for one in files.seats if one["holder"]]
        key = self.one(seated) if self.rng.random() < 0.5 else self.member(files)["key"]
        files.members = [one for one in files.members if one["key"] != key]

    def succeed(self, files: Files) -> None:
        """Somebody leaves, and a newcomer takes their roles over, if with a key of their own, rightly."""
        old = self.one([one for one in files.members if one["key"] in {seat["holder"] for seat in files.seats}])
        if not old:
            return
        new = self.newcomer(files) | {one: old[one] for one in ("group", "building")}
        new["key"] = old["key"] if self.rng.random() < 0.4 else new["key"]
        files.members[files.members.index(old)] = new
        for seat in files.seats:
            seat["holder"] = new["key"] if seat["holder"] == old["key"] else seat["holder"]

    def come_back(self, files: Files) -> None:
        if not self.left:
            return
        row = dict(self.one(self.left))
        taken = {account for one in files.members for account in (one["slack"], one["discord"])}
        row |= {one: "" for one in ("slack", "discord") if row[one] in taken}
        if self.rng.random() < 0.3:
            row["key"] = f"back-{next(self.numbers)}"
        if self.rng.random() < 0.2:
            row["slack"] = self.account("slack")
        files.members.append(row)

    def take_key(self, files: Files) -> None:
        """Of somebody who is here, or was, for a newcomer, or for somebody else's line."""
        old = self.one(self.left) if self.left and self.rng.random() < 0.3 else self.member(files)
        other = self.newcomer(files) if self.rng.random() < 0.5 else self.member(files)
        files.members = [one for one in files.members if one["key"] != old["key"] and one is not other]
        files.members.append(other | {"key": old["key"]})

    def swap_keys(self, files: Files) -> None:
        one, other = self.two(files)
        one["key"], other["key"] = other["key"], one["key"]

    def rename(self, files: Files) -> None:
        """Somebody, to a name that is like theirs or that is not."""
        row, number = self.member(files), next(self.numbers)
        row["name"] = self.rng.choice((f"{row['name']} Moe{number}"[:75], f"Kim{number} Moe{number}"))

    def new_account(self, files: Files) -> None:
        row, platform = self.member(files), self.rng.choice(("slack", "discord"))
        row[platform] = self.account(platform) if self.rng.random() < 0.7 else ""

    def new_accounts(self, files: Files) -> None:
        row = self.member(files)
        row |= {"slack": self.account("slack"), "discord": ""}

    def lose_accounts(self, files: Files) -> None:
        self.member(files).update({"slack": "", "discord": ""})

    def swap_accounts(self, files: Files) -> None:
        one, other = self.two(files)
        for platform in ("slack", "discord"):
            one[platform], other[platform] = other[platform], one[platform]

    def move_account(self, files: Files) -> None:
        one, other = self.two(files)
        platform = self.rng.choice(("slack", "discord"))
        if one[platform]:
            one[platform], other[platform] = "", one[platform]

    def move(self, files: Files) -> None:
        self.member(files)["building"] = self.one([*files.keys("buildings"), ""])

    def regroup(self, files: Files) -> None:
        self.member(files)["group"] = self.one(files.keys("groups"))

    # Seats -------------------------------------------------------------------------------------------------------

    def refill(self, files: Files) -> None:
        """Or leave vacant; a holder, or a deputy."""
        seat = self.one(files.seats)
        theirs = [one["key"] for one in files.members if one["group"] == seat["group"]]
        seat[self.rng.choice(("holder", "holder", "deputy"))] = self.one([*theirs, "", ""])

    def reassign(self, files: Files) -> None:
        """A role is of another group, building or committee; rightly it has a key of its own."""
        seat = self.one(files.seats)
        part = self.rng.choice(("group", "building", "committee"))
        seat[part] = self.one([*files.keys(f"{part}s"), ""])
        if self.rng.random() < 0.6:
            seat["key"] = f"{seat['key'][:30]}-{next(self.numbers)}"

    def drop_seat(self, files: Files) -> None:
        key = self.one(files.keys("seats"))
        files.seats = [one for one in files.seats if one["key"] != key]

    def bring_seat_back(self, files: Files) -> None:
        """Under its key, or as another."""
        if seat := dict(self.one(self.dropped.get("seats", []))):
            seat["key"] += self.one(["", "", f"-{next(self.numbers)}"])
            files.seats.append(seat)

    def seat_elsewhere(self, files: Files) -> None:
        """A role sits on another committee, or on one more."""
        seat = self.one(files.seats)
        sits, other = named(seat["committees"]), self.one(files.keys("committees"))
        seat["committees"] = ";".join(self.one([[other], [*sits, other], sits[1:]]))

    def rekey_seat(self, files: Files) -> None:
        seat = self.one(files.seats)
        seat["key"] = f"{seat['key'][:30]}-{next(self.numbers)}"
