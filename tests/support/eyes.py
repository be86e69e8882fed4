"""Who may read what, from the rows as they are and from what authors were told: written down apart from the bot's own
code, and as plainly as it can be said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from sqlalchemy import Connection, text

TOKEN = re.compile(r"word\d+x")
NOBODY = -1


class Person(NamedTuple):
    id: int
    group: int
    building: int | None


class Channel(NamedTuple):
    """For whom a place is meant; no groups: for the whole district; the group `NOBODY`: for nobody, as it is closed."""

    groups: frozenset[int]
    buildings: frozenset[int]

    def is_for(self, person: Person) -> bool:
        here = not self.buildings or person.building is None or person.building in self.buildings
        return here and (not self.groups or person.group in self.groups)


class Reader(NamedTuple):
    """Somebody of whom an author was told: a seat, a committee with seats of some groups or of any, those for whom a
    channel is meant, or a group."""

    kind: str
    what: int | Channel
    groups: frozenset[int] | None = None


@dataclass
class Rows:
    """The roster as it is."""

    people: dict[int, Person]
    accounts: dict[str, int]
    seats: dict[int, tuple[int, int | None]]  # group, and who acts
    sits: dict[int, set[int]]
    channels: dict[str, Channel]
    homes: dict[int, list[str]]  # of a committee, as addresses

    @classmethod
    def read(cls, connection: Connection) -> Rows:
        def rows(statement: str) -> list[tuple[int, ...]]:
            return [tuple(row) for row in connection.execute(text(statement))]

        groups, buildings = _pairs(rows("select * from place_groups")), _pairs(rows("select * from place_buildings"))
        places = dict(rows("select id, address from places"))
        for (id,) in rows("select id from places where audience <> 'COMMUNITY'"):
            groups.setdefault(id, {NOBODY})
        channels = {
            str(places[id]): Channel(frozenset(groups.get(id, ())), frozenset(buildings.get(id, ()))) for id in places
        }
        homes: dict[int, list[str]] = {}
        also = "select committee_id, place_id from committee_homes"
        for committee, place in rows(f"select id, home_id from committees where home_id is not null union {also}"):
            homes.setdefault(committee, []).append(str(places[place]))
        acting = (
            "select id, group_id, case when deputy_id is not null and (holder_id is null or away_until is not null) "
            "then deputy_id else holder_id end from seats"
        )
        return cls(
            {
                id: Person(id, group, building)
                for id, group, building in rows("select id, group_id, building_id from members")
            },
            {str(address): member for address, member in rows("select address, member_id from accounts")},
            {id: (group, who) for id, group, who in rows(acting)},
            _pairs(rows("select committee_id, seat_id from committee_seats")),
            channels,
            homes,
        )

    def of_committee(self, committee: int) -> set[Reader]:
        meant = {Reader("channel", self.channels[home]) for home in self.homes.get(committee, ())}
        return {Reader("committee", committee, self._groups(committee)), *meant}

    def of_home(self, committee: int) -> set[Reader]:
        """The one group for which its homes are meant, or every group."""
        groups = self._groups(committee)
        return {Reader("group", one) for one in (groups if groups and len(groups) == 1 else self._every())}

    def _every(self) -> set[int]:
        return {one.group for one in self.people.values()}

    def is_among(self, person: Person, reader: Reader) -> bool:
        if isinstance(reader.what, Channel):
            return reader.what.is_for(person)
        if reader.kind == "group":
            return person.group == reader.what
        if reader.kind == "seat":
            return self.seats[reader.what][1] == person.id
        return any(
            self.seats[seat][1] == person.id
            for seat in self.sits.get(reader.what, ())
            if self._is_of(seat, reader.groups) and self._is_of(seat, self._groups(reader.what))
        )

    def _groups(self, committee: int) -> frozenset[int] | None:
        """For which all of its homes are meant."""
        named = [self.channels[home].groups for home in self.homes.get(committee, ()) if self.channels[home].groups]
        return frozenset.intersection(*named) if named else None

    def _is_of(self, seat: int, groups: frozenset[int] | None) -> bool:
        return groups is None or self.seats[seat][0] in groups


def _pairs(rows: list[tuple[int, ...]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for one, other in rows:
        found.setdefault(one, set()).add(other)
    return found


@dataclass
class Text:
    """What somebody wrote: its writer always reads it, others as they were told."""

    writer: int
    readers: set[Reader] = field(default_factory=set)
    question: int | None = None  # to which it belongs: its readers read it, too
    is_answer: bool = True  # and the askers of those that are answered together with it
    to_asker: bool = True


@dataclass
class Told:
    """Of a question: who its asker is, and whom they were told of."""

    asker: int
    readers: set[Reader]
    with_it: set[int] = field(default_factory=set)  # questions that were ever answered together with it


@dataclass
class Ledger:
    """All that was written, by the word that stands in it and nowhere else."""

    texts: dict[str, Text] = field(default_factory=dict)
    questions: dict[int, Told] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def word(self, writer: int, question: int | None = None, *, to_asker: bool = True) -> str:
        word = f"word{next(self.numbers)}x"
        self.texts[word] = Text(writer, set(), question, to_asker)
        return word

    def may(self, rows: Rows, person: Person, word: str) -> bool:
        one = self.texts[word]
        if one.writer == person.id or any(rows.is_among(person, reader) for reader in one.readers):
            return True
        if one.question is None:
            return False
        told = self.questions[one.question]
        asked = [told, *(self.questions[other] for other in told.with_it if one.is_answer)]
        if one.to_asker and any(person.id == each.asker for each in asked):
            return True
        return any(rows.is_among(person, reader) for each in asked for reader in each.readers)
