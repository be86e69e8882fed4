"""Who may read what of concerns, rounds and goals, from the rows as they are and from what was told when it was
written: kept apart from the bot's own code, and as plainly as it can be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, NamedTuple

from sqlalchemy import Connection, text
from support.eyes import TOKEN, Channel, Person, Reader, Rows

# Roles that read what their group writes; that lead it as a whole; that appoint its people; and that decide about what
# is not worked on together.
SORT = {"BUILDING_REP", "PTA_LIAISON", "ASSOCIATION_PRESIDENT", "SUPERINTENDENT"}
LEAD = SORT - {"BUILDING_REP"}
APPOINT = LEAD | {"BOARD_LIAISON", "COMMUNITY_LIAISON"}
DECIDES = {"administration": "SUPERINTENDENT", "board": "BOARD_LIAISON"}
OFFERED = ("offered", "approved", "delivered", "not any more")  # commitments that all who read the goal see


class Stand(NamedTuple):
    """Where words are: what sort of thing they are of, and its number; of a reason a goal's and a seat's."""

    kind: str
    id: int
    seat: int = 0


@dataclass
class Written:
    """By whom, and whether under their name; where it came to stand, and of whom its writer was told then."""

    writer: int
    named: bool = False
    stands: dict[Stand, set[Reader]] = field(default_factory=dict)


@dataclass
class Rest:
    """The rows that say how it stands: of each table by number, each a dict by column."""

    tables: dict[str, dict[int, dict[str, Any]]]
    positions: dict[int, dict[int, bool]]  # of a goal: its seats, and whether their reason is shared
    parts: dict[int, dict[int, tuple[bool, int | None]]]  # of a round, by group: whether it is paused, its co-chair
    under: dict[int, set[int]]  # numbers of concerns that are under a title

    @classmethod
    def read(cls, connection: Connection) -> Rest:
        def rows(table: str) -> list[dict[str, Any]]:
            return [dict(row) for row in connection.execute(text(f"select * from {table}")).mappings()]

        tables = (
            "seats groups goals concerns themes rounds data_items actions cycles commitments open_seats knowledge asks"
        )
        positions: dict[int, dict[int, bool]] = {}
        for one in rows("goal_positions"):
            positions.setdefault(one["goal_id"], {})[one["seat_id"]] = bool(one["shared"])
        parts: dict[int, dict[int, tuple[bool, int | None]]] = {}
        for one in rows("round_parts"):
            chair = one["chair_id"] if one["chairs"] else None
            parts.setdefault(one["round_id"], {})[one["group_id"]] = (bool(one["paused"]), chair)
        under: dict[int, set[int]] = {}
        for one in rows("theme_concerns"):
            under.setdefault(one["theme_id"], set()).add(one["concern_id"])
        return cls({name: {one["id"]: one for one in rows(name)} for name in tables.split()}, positions, parts, under)

    def get(self, table: str, id: int) -> dict[str, Any]:
        return self.tables[table].get(id, {})

    def seats(self, roles: set[str], group: int, *buildings: int | None) -> set[int]:
        """Of a group, of no committee: those of the group as a whole, and those of these buildings."""
        return {
            id
            for id, one in self.tables["seats"].items()
            if one["group_id"] == group
            and one["committee_id"] is None
            and one["role"] in roles
            and one["building_id"] in (None, *buildings)
        }

    def asked(self, goal: int) -> set[int]:
        """Seats that lead it, or that are asked."""
        one = self.get("goals", goal)
        return {one["seat_id"], one["co_seat_id"] or one["seat_id"], *self.positions.get(goal, ())}

    def leaders(self, goal: int) -> set[int]:
        one = self.get("goals", goal)
        return {one["seat_id"], one["co_seat_id"] or one["seat_id"]}

    def groups_of(self, goal: int) -> Channel:
        """Those that agreed to it, at its school."""
        building = self.get("goals", goal)["building_id"]
        groups = {self.get("seats", seat)["group_id"] for seat in self.positions.get(goal, ())}
        return Channel(frozenset(groups), frozenset({building} if building else ()))

    def open_groups(self, round_: int) -> set[int]:
        return {group for group, (paused, _) in self.parts.get(round_, {}).items() if not paused}


@dataclass
class Ledger:
    """All that was written, by the word that stands in it and nowhere else."""

    now: Rest | None = None
    texts: dict[str, Written] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    channels: dict[tuple[int, int], Channel] = field(default_factory=dict)  # of a goal: for whom a place was meant
    let: set[tuple[int, int, int]] = field(default_factory=set)  # a goal, who was let read it, and of which group
    goals: dict[int, set[int]] = field(default_factory=dict)  # that were made of a concern
    shelf: dict[int, set[Reader]] = field(default_factory=dict)  # groups that read what was answered
    authors: dict[int, int] = field(default_factory=dict)  # of a concern

    def word(self, writer: int, *, named: bool = False) -> str:
        word = f"word{next(self.numbers)}x"
        self.texts[word] = Written(writer, named)
        return word

    @property
    def rest(self) -> Rest:
        assert self.now is not None
        return self.now

    def of(self, shown: object) -> list[Written]:
        return [self.texts[word] for word in TOKEN.findall(str(shown))]

    def may(self, rows: Rows, person: Person, word: str) -> bool:
        """Its writer; of a draft nobody else."""
        one = self.texts[word]
        return one.writer == person.id or any(
            self.may_there(rows, person, stand, told) for stand, told in one.stands.items()
        )

    def may_there(self, rows: Rows, person: Person, stand: Stand, told: set[Reader]) -> bool:
        kind, id, seat = stand
        rest, acts = self.rest, {seat for seat, (_, who) in rows.seats.items() if who == person.id}
        named = any(rows.is_among(person, reader) for reader in told)
        match kind:
            case "concern":
                return self._reads_concern(rows, person, id, named=named)
            case "why hidden":
                return person.id == self.authors[id]
            case "goal":
                return self.reads_goal(rows, person, id)
            case "change" | "ending":
                return self.reads_goal(rows, person, id) or self._was_told(person, id)
            case "thanks":
                return bool(acts & rest.leaders(id)) or self._was_told(person, id)
            case "reason":
                shared = rest.positions[id].get(seat, False) and self.reads_goal(rows, person, id)
                return bool(acts & {*rest.leaders(id), seat}) or shared
            case "title":
                return self._reads_title(rows, person, id)
            case "why" | "reply":
                return self._raised(person, id) or bool(acts & self._deciding(id)) or self._sees_results(person, id)
            case "step":
                cycle = rest.get("cycles", rest.get("actions", id)["source_id"])
                theirs = rest.get("actions", id)["seat_id"] in acts
                return theirs or self.reads_goal(rows, person, cycle["goal_id"])
            case "commitment":
                return self._reads_commitment(rows, person, acts, id)
            case "place" | "terms":
                one = rest.get("open_seats", id)
                invited = one["member_id"] == person.id and one["group_id"] == person.group
                among = {*rest.seats(APPOINT, one["group_id"]), *rest.leaders(one["goal_id"])}
                listed = kind == "place" and self.reads_goal(rows, person, one["goal_id"])
                return invited or bool(acts & among) or listed
            case "known":
                one = rest.get("knowledge", id)
                writer = rows.people.get(one.get("member_id", 0))
                theirs = writer is not None and writer.group == one["group_id"]
                return theirs and bool(acts & rest.seats(APPOINT, one["group_id"]))
            case "offer":
                return any(self.reads_goal(rows, person, goal) for goal in rest.tables["goals"])
            case "asked":
                return named or bool(acts & self._asked_for(id)) or self._is_among(rows, person, self.shelf.get(id, ()))
            case "declined":
                one = rest.get("data_items", id)
                return bool(acts & {one["seat_id"], one["by_id"]})
            case "ask":
                one = rest.get("asks", id)
                return bool(acts & {one["from_id"], one["to_id"]}) or one["by_id"] == person.id
            case "everybody":
                return True
        return named  # a line for one's own group, what is on the shelf, a reason in a group's own place

    def reads_goal(self, rows: Rows, person: Person, goal: int) -> bool:
        """Those who were named, and who was let read it alone, while of the group that appointed them."""
        return self._is_of(rows, person, goal) or (goal, person.id, person.group) in self.let

    def _is_of(self, rows: Rows, person: Person, goal: int) -> bool:
        """Who acts for a seat that is asked, or is where a group decides; once all agree, everybody of their groups at
        the school."""
        rest = self.rest
        asked = any(rows.seats[seat][1] == person.id for seat in rest.asked(goal))
        there = any(channel.is_for(person) for (of, _), channel in self.channels.items() if of == goal)
        agreed = rest.get("goals", goal)["agreed_at"] is not None and rest.groups_of(goal).is_for(person)
        return asked or there or agreed

    def _reads_concern(self, rows: Rows, person: Person, id: int, *, named: bool) -> bool:
        """Those who were named; where its author said so, those of a goal that was made of it and of no other."""
        one = self.rest.get("concerns", id)
        if one["taken_back"] or one["hidden"]:
            return person.id == self.authors[id]
        alone = [goal for goal in self.goals.get(id, ()) if not self.rest.get("goals", goal)["line"]]
        return named or (one["shareable"] and any(self._is_of(rows, person, goal) for goal in alone))

    def _was_told(self, person: Person, goal: int) -> bool:
        """They spoke, and what came of it was told."""
        told = (id for id, one in self.rest.tables["concerns"].items() if one["told_id"] == goal)
        return any(self.authors.get(id) == person.id for id in told)

    def _reads_title(self, rows: Rows, person: Person, id: int) -> bool:
        rest, theme = self.rest, self.rest.get("themes", id)
        if person.group == theme["group_id"] or self._raised(person, id):
            return True
        if theme["round_id"] is None:  # its group has not shown it
            return False
        phase = rest.get("rounds", theme["round_id"])["phase"]
        lead = {seat for group in rest.tables["groups"] for seat in rest.seats(LEAD, group)} | self._chairs(id)
        leads = any(rows.seats[seat][1] == person.id for seat in lead | self._deciding(id))
        return leads or (phase != "gathering" and person.group in rest.open_groups(theme["round_id"]))

    def _sees_results(self, person: Person, theme: int) -> bool:
        round_ = self.rest.get("themes", theme)["round_id"]
        return round_ is not None and person.group in self.rest.open_groups(round_)

    def _chairs(self, theme: int) -> set[int]:
        parts = self.rest.parts.get(self.rest.get("themes", theme)["round_id"], {})
        return {chair for _, chair in parts.values() if chair is not None}

    def _deciding(self, theme: int) -> set[int]:
        """The seat to which it goes, if it is not worked on together."""
        role = DECIDES.get(self.rest.get("themes", theme)["scope"])
        return {id for id, one in self.rest.tables["seats"].items() if one["role"] == role}

    def _raised(self, person: Person, theme: int) -> bool:
        """Under it, or under one that goes with it."""
        one = self.rest.get("themes", theme)
        root = one["joined_id"] or theme
        as_one = {id for id, other in self.rest.tables["themes"].items() if root in (id, other["joined_id"])}
        return any(self.authors.get(id) == person.id for of in as_one for id in self.rest.under.get(of, ()))

    def _reads_commitment(self, rows: Rows, person: Person, acts: set[int], id: int) -> bool:
        """What is only asked for, or was declined: the team, and those who say something to it."""
        rest, one = self.rest, self.rest.get("commitments", id)
        above = rest.get("seats", one["seat_id"])["above_id"]
        keep = {id for id, seat in rest.tables["seats"].items() if seat["role"] == "ASSOCIATION_PRESIDENT"}
        among = {one["seat_id"], one["asked_by_id"], above, *rest.asked(one["goal_id"])}
        among |= keep if one["fit"] != "not needed" else set()
        return bool(acts & among) or (one["state"] in OFFERED and self.reads_goal(rows, person, one["goal_id"]))

    def _asked_for(self, item: int) -> set[int | None]:
        """Who holds it, who asked, and after a reminder in vain who is above."""
        one = self.rest.get("data_items", item)
        above = self.rest.get("seats", one["seat_id"])["above_id"] if one["reminded"] else None
        return {one["seat_id"], one["by_id"], above}

    def _is_among(self, rows: Rows, person: Person, readers: Iterable[Reader]) -> bool:
        return any(rows.is_among(person, reader) for reader in readers)
