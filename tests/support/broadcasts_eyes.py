"""Who may read what is told to many, from the rows as they are and from what is said before it is sent: kept apart from
the bot's own code, and as plainly as it can be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from sqlalchemy import Connection, text
from support.eyes import Person, Rows

BEFORE, OUT = {"writing", "waiting", "returned", "planned"}, {"going", "paused", "out", "stopped", "retracted"}


@dataclass
class Written:
    """What somebody wrote: a title or a text, a reason, a reply, or an answer to one; of a reply, where it stands."""

    writer: int
    kind: str
    broadcast: int = 0  # 0: it is a draft
    place: str = ""
    waits: bool = False  # it is a correction that waits for approval, or waited in vain


@dataclass
class Told:
    """A broadcast as it is: whom it tells, who speaks for its seat, who approves it and who translates it."""

    status: str
    sender: int
    speaks: int | None
    holds: set[int | None]  # the seat, or deputise for it
    readers: list[str]
    only: list[str]
    left_out: list[str]
    approve: dict[int, int | None]  # by group, who has
    again: set[int]  # groups for which a correction is to be approved
    translator: int | None
    drafted_for: list[str] | None


@dataclass
class Broadcasts:
    told: dict[int, Told]
    roles: dict[str, set[int]]  # seats

    @classmethod
    def read(cls, connection: Connection) -> Broadcasts:
        found = {}
        for row in connection.execute(text("select b.*, s.holder_id, s.deputy_id, s.away_until " + FROM)).mappings():
            whom = [part for part in row["whom"].split(",") if part]
            given = text("select group_id, member_id from broadcast_approvals where broadcast_id = :id")
            again = text("select group_id from broadcast_approvals where broadcast_id = :id and again")
            stands_in = row["deputy_id"] is not None and (row["holder_id"] is None or row["away_until"] is not None)
            drafted_for = row["drafted_for"]
            found[row["id"]] = Told(
                row["status"],
                row["sender_id"],
                row["deputy_id"] if stands_in else row["holder_id"],
                {row["holder_id"], row["deputy_id"]},
                row["audience"].split(","),
                [one.removeprefix("only:") for one in whom if one.startswith("only:")],
                [one.removeprefix("not:") for one in whom if one.startswith("not:")],
                dict(map(tuple, connection.execute(given, {"id": row["id"]}))),
                {group for (group,) in connection.execute(again, {"id": row["id"]})},
                row["translator_id"],
                None if drafted_for is None else drafted_for.split(","),
            )
        roles: dict[str, set[int]] = {}
        for id, role in connection.execute(text("select id, role from seats")):
            roles.setdefault(str(role).lower(), set()).add(id)
        return cls(found, roles)

    def is_meant(self, rows: Rows, person: Person, one: Told) -> bool:
        """Among those whom it tells, and not left out by name."""
        among = any(self.is_of(rows, person, clause) for clause in one.readers if clause)
        left = bool(one.left_out) and self.is_any_of(rows, person, one.left_out)
        return among and not left and (not one.only or self.is_any_of(rows, person, one.only))

    def is_of(self, rows: Rows, person: Person, clause: str) -> bool:
        kind, _, rest = clause.partition(":")
        rest, _, group = rest.partition("/")
        id, _, building = rest.partition("@")
        if building and person.building not in (None, int(building)):
            return False
        if group and person.group != int(group) and kind == "member":
            return False
        match kind:
            case "district":
                return True
            case "group":
                return person.group == int(id)
            case "seat":
                return rows.seats[int(id)][1] == person.id
            case "member":
                return person.id == int(id)
        seats = [rows.seats[seat] for seat in rows.sits.get(int(id), ())]
        return any(who == person.id and (not group or theirs == int(group)) for theirs, who in seats)

    def is_any_of(self, rows: Rows, person: Person, values: list[str]) -> bool:
        """As a form puts it: groups, committees and roles, in these buildings if any is named."""
        buildings = {int(one.partition(":")[2]) for one in values if one.startswith("building:")}
        some = [one for one in values if not one.startswith("building:")]
        if buildings and person.building not in buildings:
            return False
        return not some or any(self._is_one(rows, person, one) for one in some)

    def _is_one(self, rows: Rows, person: Person, value: str) -> bool:
        kind, _, what = value.partition(":")
        if kind == "seat":
            return any(rows.seats[seat][1] == person.id for seat in self.roles.get(what.lower(), ()))
        return self.is_of(rows, person, value)


FROM = "from broadcasts b join seats s on s.id = b.seat_id"


@dataclass
class Ledger:
    """All that was written, by the word that stands in it and nowhere else."""

    now: Broadcasts | None = None
    texts: dict[str, Written] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def word(self, writer: int, kind: str) -> str:
        word = f"word{next(self.numbers)}x"
        self.texts[word] = Written(writer, kind)
        return word

    def may(self, rows: Rows, person: Person, word: str) -> bool:
        one, now = self.texts[word], self.now
        assert now is not None
        if one.writer == person.id:
            return True
        if one.broadcast not in now.told:
            return False
        told = now.told[one.broadcast]
        if person.id == told.speaks or (person.id == told.sender and person.id in told.holds):
            return True
        match one.kind:
            case "said":  # who approves a correction reads what it corrects, too
                again = person.group in told.again and (person.group, person.id) in rows.seats.values()
                return again or (not one.waits and self._reads(rows, person, told))
            case "reason":
                return told.status == "retracted" and now.is_meant(rows, person, told)
            case "reply" | "answer":
                return rows.channels[one.place].is_for(person)
        return False

    def _reads(self, rows: Rows, person: Person, told: Told) -> bool:
        assert self.now is not None
        if told.status in OUT and self.now.is_meant(rows, person, told):
            return True
        if person.group in told.approve and any((person.group, person.id) == one for one in rows.seats.values()):
            waits = told.status == "waiting" and told.approve[person.group] is None
            return waits or told.approve[person.group] == person.id
        if person.id == told.translator and told.status == "writing":
            (sender,) = [one for one in rows.people.values() if one.id == told.sender]
            return person.group == sender.group and (
                told.drafted_for is None or any(self.now.is_of(rows, person, one) for one in told.drafted_for if one)
            )
        return False
