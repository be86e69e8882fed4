"""How many gave each answer, without counting all ballots whenever a card is rendered.

The database notes with each ballot that comes, changes or goes what that adds to the count: whatever statement did it,
so nothing can be forgotten, and in a row of its own, so nobody who answers waits for another. Now and then what was
noted is folded into one row for each answer. To count is to add up those few rows and what was noted since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, ForeignKey, bindparam, delete, event, func, select, union_all
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.polls.runoff import Outcome, Round, Why
from bot.storage.database import insert
from bot.storage.tables import Table

AT_ONCE = 2_000  # notes that are folded in one go


class Counted(Table):
    __tablename__ = "tallies"
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    option_id: Mapped[int] = mapped_column(primary_key=True)
    votes: Mapped[int]
    people: Mapped[int]  # only their sum over all answers means something: of each person one ballot counts here


class Note(Table):
    """What a ballot added to the count, or took from it."""

    __tablename__ = "tally_notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), index=True)
    option_id: Mapped[int]
    votes: Mapped[int]
    people: Mapped[int]


def read(session: Session, poll_id: int) -> tuple[int, dict[int, int]]:
    """How many people have answered, and how many gave each answer."""
    rows = session.execute(_READ, {"id": poll_id}).all()  # in one statement, so that no folding comes between
    return sum(row.people for row in rows), {row.option_id: row.votes for row in rows if row.votes}


def fold(session: Session) -> bool:
    """True: there may be more to fold."""
    some = select(Note.id).order_by(Note.id).limit(AT_ONCE).with_for_update(skip_locked=True)
    taken = delete(Note).where(Note.id.in_(some)).returning(Note.poll_id, Note.option_id, Note.votes, Note.people)
    votes, people, rows = Counter[tuple[int, int]](), Counter[tuple[int, int]](), session.execute(taken).all()
    for row in rows:
        votes[row.poll_id, row.option_id] += row.votes
        people[row.poll_id, row.option_id] += row.people
    for key in sorted(votes):  # in order, so that two who fold never wait for each other
        _add(session, key, votes[key], people[key])
    return len(rows) == AT_ONCE


def _add(session: Session, key: tuple[int, int], votes: int, people: int) -> None:
    poll_id, option_id = key
    add = insert(session)(Counted).values(poll_id=poll_id, option_id=option_id, votes=votes, people=people)
    more = {"votes": Counted.votes + votes, "people": Counted.people + people}
    session.execute(add.on_conflict_do_update(index_elements=["poll_id", "option_id"], set_=more))


_ROWS = union_all(
    *(
        select(table.option_id, table.votes, table.people).where(table.poll_id == bindparam("id"))
        for table in (Counted, Note)
    )
).subquery()
_READ = select(
    _ROWS.c.option_id, func.sum(_ROWS.c.votes).label("votes"), func.sum(_ROWS.c.people).label("people")
).group_by(_ROWS.c.option_id)

# What the database does by itself ---------------------------------------------------------------------------------

_NOTE = "INSERT INTO tally_notes (poll_id, option_id, votes, people)"
_OTHERS = (
    "EXISTS (SELECT 1 FROM ballots WHERE poll_id = {0}.poll_id AND member_id = {0}.member_id AND slot <> {0}.slot)"
)
_GIVEN = f"{_NOTE} SELECT NEW.poll_id, NEW.option_id, 1, CASE WHEN {_OTHERS.format('NEW')} THEN 0 ELSE 1 END;"
_CHANGED = f"{_NOTE} VALUES (OLD.poll_id, OLD.option_id, -1, 0), (NEW.poll_id, NEW.option_id, 1, 0);"
_TAKEN = f"{_NOTE} SELECT OLD.poll_id, OLD.option_id, -1, CASE WHEN {_OTHERS.format('OLD')} THEN 0 ELSE -1 END;"

TRIGGERS = {
    "sqlite": (
        f"CREATE TRIGGER ballots_given AFTER INSERT ON ballots BEGIN {_GIVEN} END",
        "CREATE TRIGGER ballots_changed AFTER UPDATE OF option_id ON ballots "
        f"WHEN OLD.option_id <> NEW.option_id BEGIN {_CHANGED} END",
        f"CREATE TRIGGER ballots_taken AFTER DELETE ON ballots BEGIN {_TAKEN} END",
    ),
    "postgresql": (
        "CREATE FUNCTION note_ballot() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'INSERT' THEN {_GIVEN} RETURN NEW; "
        f"ELSIF TG_OP = 'UPDATE' THEN {_CHANGED} RETURN NEW; "
        f"ELSE {_TAKEN} RETURN OLD; END IF; END $$",
        "CREATE TRIGGER ballots_given AFTER INSERT ON ballots FOR EACH ROW EXECUTE FUNCTION note_ballot()",
        "CREATE TRIGGER ballots_changed AFTER UPDATE OF option_id ON ballots FOR EACH ROW "
        "WHEN (OLD.option_id <> NEW.option_id) EXECUTE FUNCTION note_ballot()",
        # Before, for of several that go at once each must see those that are left.
        "CREATE TRIGGER ballots_taken BEFORE DELETE ON ballots FOR EACH ROW EXECUTE FUNCTION note_ballot()",
    ),
}


def _note_all(_tables: object, connection: Connection, **_: object) -> None:
    for statement in TRIGGERS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


event.listen(Table.metadata, "after_create", _note_all)  # where no migration makes the tables


# What a ranked poll came to ---------------------------------------------------------------------------------------


def kept(outcome: Outcome) -> dict[str, Any]:
    """As JSON, where a number cannot be a key."""
    rounds = [asdict(one) | {"votes": list(one.votes.items())} for one in outcome.rounds]
    return {"rounds": rounds, "winner": outcome.winner, "tied": outcome.tied}


def found(kept: dict[str, Any]) -> Outcome:
    return Outcome(tuple(map(_round, kept["rounds"])), kept["winner"], tuple(kept["tied"]))


def _round(kept: dict[str, Any]) -> Round:
    votes: Sequence[tuple[int, int]] = kept["votes"]
    why = None if kept["why"] is None else Why(kept["why"])
    return Round(dict(votes), kept["exhausted"], tuple(kept["out"]), why)
