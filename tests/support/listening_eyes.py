"""Who may read what of a listening session, from the rows as they are and from what was told when it was written: kept
apart from the bot's own code, and as plainly as it can be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from sqlalchemy import Connection, text
from support.eyes import TOKEN, Person, Reader, Rows

YES_OF = {"ASSOCIATION", "PARENTS"}  # kinds of groups without whose yes nobody is asked where their people are
LEADS = (
    {"ASSOCIATION_PRESIDENT", "PTA_LIAISON", "SUPERINTENDENT"},  # who opens a round in their group
    {"ASSOCIATION_PRESIDENT", "PTA_LIAISON", "SUPERINTENDENT", "BOARD_LIAISON", "COMMUNITY_LIAISON"},  # who appoints
)


@dataclass
class Written:
    """What somebody wrote in a session: a question, something said, a title, a reason or an answer."""

    writer: int
    kind: str
    session: int = 0
    named: bool = False
    group: int = 0  # of its author, or of those who sorted it
    told: set[Reader] = field(default_factory=set)  # seats of which its author was told
    heard: set[int] = field(default_factory=set)  # authors for whom it is


@dataclass
class Sessions:
    """The rows that say how it stands."""

    phases: dict[int, tuple[str, int, int]]  # by session, with the seat that opened it and the board's group
    spots: dict[int, list[str]]  # addresses where it is
    yes: dict[int, set[int]]  # groups
    asked: dict[int, set[int]]  # groups whose yes it takes, or took
    kinds: dict[int, str]  # of groups
    seats: dict[int, tuple[int, str]]  # group and role of those that are of no building and no committee
    said: dict[str, tuple[bool, bool]]  # by word: whether it is hidden or taken back
    spoke: dict[int, set[int]]  # groups of whom something was said

    @classmethod
    def read(cls, connection: Connection) -> Sessions:
        def rows(statement: str) -> list[tuple[int, ...]]:
            return [tuple(row) for row in connection.execute(text(statement))]

        def sets(statement: str) -> dict[int, set[int]]:
            found: dict[int, set[int]] = {}
            for one, other in rows(statement):
                found.setdefault(one, set()).add(other)
            return found

        spots: dict[int, list[str]] = {}
        here = "select listening_id, address from listening_places join places on places.id = place_id where posted"
        for session, address in rows(here):
            spots.setdefault(session, []).append(str(address))
        whole = "select id, group_id, role from seats where building_id is null and committee_id is null"
        return cls(
            {
                id: (str(phase), seat, group)
                for id, phase, seat, group in rows(
                    "select l.id, l.phase, s.id, s.group_id from listenings l join seats s on s.id = l.seat_id"
                )
            },
            spots,
            sets("select listening_id, group_id from listening_yeses where answer"),
            sets("select listening_id, group_id from listening_yeses"),
            {id: str(kind) for id, kind in rows("select id, kind from groups")},
            {id: (group, str(role)) for id, group, role in rows(whole)},
            {
                word: (bool(hidden), bool(gone))
                for said, hidden, gone in rows("select text, hidden <> '', taken_back from listening_contributions")
                for word in TOKEN.findall(str(said))
            },
            sets("select listening_id, group_id from listening_contributions"),
        )

    def leaders(self, rows: Rows, group: int) -> set[int]:
        """Seats that lead the whole group, and for which somebody acts."""
        for roles in LEADS:
            theirs = {
                id
                for id, (whose, role) in self.seats.items()
                if whose == group and role in roles and rows.seats[id][1] is not None
            }
            if theirs:
                return theirs
        return set()

    def leads(self, rows: Rows, person: Person, session: int, groups: set[int]) -> bool:
        """Or opened it, for a group that nobody leads."""
        seats = {seat for group in groups for seat in self.leaders(rows, group) or {self.phases[session][1]}}
        return any(rows.seats[seat][1] == person.id for seat in seats)

    def is_asked(self, rows: Rows, session: int, person: Person) -> bool:
        """They are where it is, and all whose yes it takes there have said it."""
        board = self.phases[session][2]
        return any(
            rows.channels[at].is_for(person) and self._is_agreed(rows, session, at, board)
            for at in self.spots.get(session, ())
        )

    def _is_agreed(self, rows: Rows, session: int, address: str, board: int) -> bool:
        meant = rows.channels[address].groups or set(self.kinds)
        needed = {group for group in meant if self.kinds[group] in YES_OF}
        needed = needed or {group for group in meant if self.kinds[group] != "BOARD"}
        return needed <= self.yes.get(session, set()) and board not in rows.channels[address].groups


@dataclass
class Ledger:
    """All that was written, by the word that stands in it and nowhere else."""

    sessions: Sessions | None = None
    texts: dict[str, Written] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def word(self, writer: int, kind: str, *, named: bool = False) -> str:
        word = f"word{next(self.numbers)}x"
        self.texts[word] = Written(writer, kind, named=named)
        return word

    def may(self, rows: Rows, person: Person, word: str) -> bool:
        one, now = self.texts[word], self.sessions
        assert now is not None
        if one.writer == person.id or person.id in one.heard:
            return True
        if one.session not in now.phases:  # it is a draft
            return False
        phase, _, board = now.phases[one.session]
        reads = phase == "reading" and person.group == board
        match one.kind:
            case "question":
                led = now.asked.get(one.session, set()) | now.spoke.get(one.session, set())
                among = person.group == board or now.leads(rows, person, one.session, led)
                return among or now.is_asked(rows, one.session, person)
            case "said":
                hidden, gone = now.said.get(word, (False, True))
                told = any(rows.is_among(person, reader) for reader in one.told)
                return not gone and (told or (reads and not hidden))
            case "title":
                rated = phase == "rating" and now.is_asked(rows, one.session, person)
                led = {one.group, *(now.spoke.get(one.session, set()) if phase == "reading" else ())}
                return reads or rated or now.leads(rows, person, one.session, led)
            case "answer":
                return reads
        return False
