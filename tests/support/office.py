"""An office at work on a district's files, at random, in its good and its careless hours: what it writes, and who is
who in truth, which no file says (`who` of a line in members.csv, written in none).

What a house can know. A line is the same person's while it has their name or one of their accounts: so an office may
give anybody a new name and then a new account. An account is theirs to whom the files give it, swapped, moved and used
again. A key is its person's once they had an account, a role's key that of its group, building and committee: given to
somebody else, or to a role of others, it is not loaded. Of groups, buildings, committees and topics only the key says
which they are, of places only the channel. Who comes back with a key of their own is somebody new."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from support.office_files import Files, named, tidy
from support.office_staff import Staff

COUNCIL = {"key": "council", "kind": "issue", "name": "Association Council", "home": "slack:C01ASSOCIATION"}
ON_COUNCIL = ("association-president", "rep-lincoln", "literacy-reading")
DISTRICT = {
    "key": ("cedar-valley", "cedar-valley", "other"),
    "zone": ("America/Chicago", "America/Denver", "Chicago"),
    "language": ("en", "es"),
    "hours": ("7-18", "9-16"),
    "digest": ("monday 7", "friday 15"),
    "slack_team": ("T01CEDAR", "T01CEDAR", "T01CEDAR", "T09OTHER"),
}
CARELESS = 0.12  # how often nobody looks whether the files fit together
KINDS = ("issue", "school team", "district team")


class Office(Staff):
    def found_council(self) -> None:
        """A committee in a caucus, with a topic."""
        self.files.district["committees"].append(dict(COUNCIL))
        for seat in self.files.seats:
            if seat["key"] in ON_COUNCIL:
                seat["committees"] = ";".join([*named(seat["committees"]), "council"])
        next(one for one in self.files.district["topics"] if one["key"] == "partnership")["committee"] = "council"

    def edited(self) -> tuple[list[str], Files]:
        """One to three changes, and what they are called."""
        files = deepcopy(self.files)
        acts = self.rng.choices([*ACTS], [*ACTS.values()], k=self.rng.choice((1, 1, 2, 3)))
        for act in acts:
            act(self, files)
        if self.rng.random() >= CARELESS:
            tidy(files)
        return [act.__name__ for act in acts], files

    # Committees, topics, buildings, groups -----------------------------------------------------------------------

    def close_committee(self, files: Files) -> None:
        key = self.one(files.keys("committees"))
        files.district["committees"] = [one for one in files.district["committees"] if one["key"] != key]
        other = self.one([*files.keys("committees"), ""])
        for topic in files.district["topics"]:
            if topic.get("committee") == key and other and self.rng.random() < 0.5:
                topic["committee"] = other

    def open_committee(self, files: Files) -> None:
        """A new one, or one that was closed, with some roles and a topic."""
        number = next(self.numbers)
        new = {"key": f"board-{number}", "kind": self.one([*KINDS]), "name": f"Committee {number}"}
        old = self.one(self.dropped.get("committees", []))
        one = dict(old) if old and self.rng.random() < 0.7 else new
        if one is new or self.rng.random() < 0.3:
            place = self.one(files.places)
            one["home"] = f"{place['platform']}:{place['channel']}"
        files.district["committees"].append(one)
        for seat in self.rng.sample(files.seats, min(4, len(files.seats))):
            seat["committees"] = ";".join([*named(seat["committees"]), one["key"]])
        topic = {"key": f"topic-{number}", "en": f"Topic {number}", "es": f"Tema {number}", "committee": one["key"]}
        gone = self.one(self.dropped.get("topics", []))
        if len(files.district["topics"]) < 12:
            again = gone and "committee" in gone and self.rng.random() < 0.6
            files.district["topics"].append({**gone, "committee": one["key"]} if again else topic)

    def rename_something(self, files: Files) -> None:
        """To which another name means nothing."""
        self.one(files.district[self.one(["groups", "buildings", "committees"])])["name"] += " too"

    def rehome(self, files: Files) -> None:
        place, one = self.one(files.places), self.one(files.district["committees"])
        one.pop("also", None)
        one["home"] = f"{place['platform']}:{place['channel']}"

    def rekey(self, files: Files) -> None:
        """A group, a building or a committee, in all files that name it; or two have each other's keys."""
        part = self.one(["groups", "buildings", "committees"])
        rows = files.district[part]
        if len(rows) > 1 and self.rng.random() < 0.3:
            one, other = self.rng.sample(rows, 2)
            one["key"], other["key"] = other["key"], one["key"]
        elif rows:
            row = self.one(rows)
            files.rekey(part, row["key"], f"{row['key'][:30]}-{next(self.numbers)}")

    def hand_topic_over(self, files: Files) -> None:
        topic = self.one(files.district["topics"])
        if "committee" in topic:
            topic["committee"] = self.one(files.keys("committees"))

    def drop_topic(self, files: Files) -> None:
        key = self.one(files.keys("topics"))
        files.district["topics"] = [one for one in files.district["topics"] if one["key"] != key]

    def close_building(self, files: Files) -> None:
        """All that is in it is of another from then on, or of none."""
        key, other = self.one(files.keys("buildings")), self.one([*files.keys("buildings"), ""])
        files.district["buildings"] = [one for one in files.district["buildings"] if one["key"] != key]
        if other != key and self.rng.random() < 0.6:
            for row in files.members:
                row["building"] = other if row["building"] == key else row["building"]
        if self.rng.random() < 0.7:
            files.seats = [one for one in files.seats if one["building"] != key]

    def open_building(self, files: Files) -> None:
        if one := self.one(self.dropped.get("buildings", [])):
            files.district["buildings"].append(dict(one))

    # Places ------------------------------------------------------------------------------------------------------

    def redeclare(self, files: Files) -> None:
        place = self.one(files.places)
        groups = self.rng.sample(files.keys("groups"), self.rng.choice((0, 1, 2, 3)))
        some = self.rng.sample(here := files.keys("buildings"), min(len(here), self.rng.choice((0, 0, 1, 2))))
        place["groups"], place["buildings"] = ";".join(groups), ";".join(some)
        place["audience"] = ("community", "caucus", "joint", "joint")[len(groups)]

    def rename_place(self, files: Files) -> None:
        self.one(files.places)["name"] += "-too"

    def close_place(self, files: Files) -> None:
        files.places = files.places and self.rng.sample(files.places, len(files.places) - 1)

    def bring_place_back(self, files: Files) -> None:
        """As it was, or for others."""
        if place := dict(self.one(self.dropped.get("places", []))):
            files.places.append(place)
            if self.rng.random() < 0.4:
                place["groups"], place["audience"] = self.one(files.keys("groups")), "caucus"

    # What is wrong -----------------------------------------------------------------------------------------------

    def mistype(self, files: Files) -> None:
        row = self.one([*files.members, *files.seats, *files.places])
        column = self.rng.choice([one for one in row if one not in ("who", "key")])
        row[column] = self.one(["typo", "", "U01ORTIZ", "ä"])

    def change_district(self, files: Files) -> None:
        """What holds for all of it; or for whom it is, by which it would be another's."""
        part = self.one([*DISTRICT])
        files.district[part] = self.one(DISTRICT[part])

    def repeat(self, files: Files) -> None:
        rows = self.one([files.members, files.seats, files.places, files.district["committees"]])
        rows.append(dict(self.one(rows)))


Change = Callable[[Office, Files], None]
ACTS: dict[Change, int] = {
    **dict.fromkeys((Office.leave, Office.come_back, Office.succeed, Office.refill, Office.reassign), 3),
    **dict.fromkeys((Office.hire, Office.take_key, Office.swap_keys, Office.rename, Office.new_account), 2),
    **dict.fromkeys((Office.swap_accounts, Office.move_account, Office.move, Office.regroup, Office.redeclare), 3),
    **dict.fromkeys((Office.new_accounts, Office.lose_accounts, Office.drop_seat, Office.bring_seat_back), 2),
    **dict.fromkeys((Office.seat_elsewhere, Office.rehome, Office.open_committee, Office.hand_topic_over), 3),
    **dict.fromkeys((Office.rekey_seat, Office.close_committee, Office.close_place, Office.bring_place_back), 2),
    **dict.fromkeys((Office.rename_something, Office.rekey, Office.drop_topic, Office.close_building), 1),
    **dict.fromkeys((Office.open_building, Office.rename_place, Office.mistype, Office.repeat), 1),
    Office.change_district: 1,
}
