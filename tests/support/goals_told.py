"""Where words come to stand in concerns, rounds and goals, and of whom their writers were told for that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, text
from support.eyes import Channel, Reader, Rows
from support.goals_eyes import SORT, Ledger, Stand

# By kind: a number, another or none, and the words.
WHERE = (
    ("concern", "select id, 0, text from concerns"),
    ("why hidden", "select id, 0, hidden from concerns"),
    ("goal", "select id, 0, line || students || measure || coalesce(cast(before as text), '') from goals"),
    ("change", "select id, 0, change from goals"),
    ("thanks", "select id, 0, word from goals"),
    ("reason", "select goal_id, seat_id, reason from goal_positions"),
    ("goal", "select goal_id, seat_id, met_on || item || brings from goal_positions"),
    ("goal", "select goal_id, 0, baseline || source || taken_on || target || step from goal_canvases"),
    ("title", "select id, 0, cast(titles as text) from themes"),
    ("why", "select id, 0, why from themes"),
    ("reply", "select id, 0, reply from themes"),
    ("goal", "select goal_id, id, text || prediction || learned from cycles"),
    ("step", "select id, 0, text from actions where source = 'goals.cycles'"),
    ("line", "select action_id, 0, text from step_lines"),
    ("goal", "select goal_id, 0, unit from goal_measures"),
    ("commitment", "select id, 0, text || before || why || fit_why from commitments"),
    ("ending", "select goal_id, id, result || learned || kept from goal_endings"),
    ("place", "select id, 0, what from open_seats"),
    ("terms", "select id, 0, hours || means from open_seats"),
    ("known", "select id, 0, about from knowledge"),
    ("offer", "select id, 0, what from offers"),
    ("everybody", "select id, 0, text || met_on || item from statements"),
    ("asked", "select id, 0, what || why from data_items"),
    ("shelf", "select id, 0, answer || source || link || taken_on from data_items"),
    ("declined", "select id, 0, declined from data_items"),
    ("ask", "select id, 0, text || answer from asks"),
    ("remark", "select poll_id, 0, text from poll_remarks"),
)


@dataclass
class Notes:
    """What is new since they were taken last."""

    ledger: Ledger
    seen: dict[tuple[int, int, int], str] = field(default_factory=dict)  # by place in WHERE, and numbers

    def take(self, connection: Connection, rows: Rows) -> None:
        """Written down before anybody is shown it."""
        self._note_places(connection, rows)
        for number, (kind, query) in enumerate(WHERE):
            for id, other, words in connection.execute(text(query)).all():
                key = (number, id, other if kind != "remark" else 0)
                if words and self.seen.get(key) != words:
                    self.seen[key] = words
                    self._note(connection, rows, Stand(kind, id, other if kind == "reason" else 0), words)
        for id, one in self.ledger.rest.tables["concerns"].items():
            if one["goal_id"] is not None:
                self.ledger.goals.setdefault(id, set()).add(one["goal_id"])

    def _note(self, connection: Connection, rows: Rows, stand: Stand, words: str) -> None:
        for one in self.ledger.of(words):
            if stand.kind == "concern":
                self.ledger.authors[stand.id] = one.writer
            told = one.stands.setdefault(stand, set())
            told |= self._told(connection, rows, stand, one.writer)
        if stand.kind == "shelf":
            self.ledger.shelf[stand.id] = self._shelf(stand.id)

    def _told(self, connection: Connection, rows: Rows, stand: Stand, writer: int) -> set[Reader]:
        rest = self.ledger.rest
        if stand.kind == "concern":
            author = rows.people[writer]
            return {Reader("seat", seat) for seat in rest.seats(SORT, author.group, author.building)}
        if stand.kind == "line":
            step = rest.get("actions", stand.id)
            goal = rest.get("goals", rest.get("cycles", step["source_id"])["goal_id"])
            group = rest.get("seats", step["seat_id"])["group_id"]
            return {Reader("channel", _meant([group], goal["building_id"]))}
        if stand.kind == "shelf":
            return self._shelf(stand.id)
        if stand.kind == "remark":
            query = "select address from poll_places join places on places.id = place_id where poll_id = :id"
            found = connection.scalars(text(query), {"id": stand.id})
            return {Reader("channel", rows.channels[address]) for address in found}
        return set()

    def _shelf(self, item: int) -> set[Reader]:
        """The groups that the form names: those of the seats that hold it and asked, and those in the round."""
        rest, one = self.ledger.rest, self.ledger.rest.get("data_items", item)
        groups = {rest.get("seats", seat)["group_id"] for seat in (one["seat_id"], one["by_id"]) if seat is not None}
        newest = max(rest.tables["rounds"], default=0)
        return {Reader("group", group) for group in groups | rest.open_groups(newest)}

    def _note_places(self, connection: Connection, rows: Rows) -> None:
        """Where groups decide together, for whom these places were meant when a goal was sent."""
        deciding = "select goal_id, place_id, address from goal_positions join places on places.id = place_id"
        for goal, place, address in connection.execute(text(deciding)):
            self.ledger.channels.setdefault((goal, place), rows.channels[address])


def _meant(groups: Iterable[int], building: Any) -> Channel:
    return Channel(frozenset(groups), frozenset({building} if building else ()))
