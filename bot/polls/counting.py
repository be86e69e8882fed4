"""How many gave each answer, without counting all ballots whenever a card is rendered.

The database notes with each ballot that comes, changes or goes what that adds to the count: whatever statement did it,
so nothing can be forgotten, and in a row of its own, so nobody who answers waits for another. Now and then what was
noted is folded into one row for each answer. To count is to add up those few rows and what was noted since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Connection, ForeignKey, bindparam, case, delete, event, func, select, union_all
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.polls import runoff, secrecy, written_answers
from bot.polls.model import OPTIONS_MOST, Ballot, Kind, Poll, Status
from bot.polls.runoff import Outcome, Round, Why
from bot.storage.database import insert
from bot.storage.tables import Table

AT_ONCE = 2_000  # notes that are folded in one go
WRITTEN_ON_CARD = 8  # written answers, at most


@dataclass(frozen=True)
class Tally:
    voters: int
    votes: dict[int, int]  # by option id; an option that nobody chose is not in it
    rankings: dict[tuple[int, ...], int] = field(default_factory=dict)  # of a ranked poll, instead of votes
    outcome: Outcome | None = None  # of a ranked poll, once that is known
    is_shown: bool = True  # or there is nothing to be told yet, or ever
    written: tuple[written_answers.Said, ...] = ()  # the first written answers, once they are for all to see
    written_in_all: int = 0

    @property
    def can_be_exported(self) -> bool:
        return self.is_shown and self.voters > 0


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


def tally(session: Session, poll: Poll) -> Tally:
    """What a card says of it, at the same cost however many have answered."""
    is_closed, is_ranked = poll.status is Status.CLOSED, poll.kind is Kind.RANKED
    if poll.anonymous and not is_closed:
        return Tally(0, {}, is_shown=False)
    votes: dict[int, int] = {}
    if poll.anonymous:
        voters = (poll.outcome or {}).get("voters", 0)
        if not voters:  # too few, and how many is kept nowhere
            return Tally(0, {}, is_shown=False)
        if not is_ranked:
            votes = secrecy.counts(session, poll.id)
    else:
        voters, votes = _read(session, poll.id)
    if is_ranked and poll.outcome:
        return Tally(voters, {}, outcome=_read_outcome(poll.outcome["runoff"]))
    if is_ranked:
        return Tally(voters, {}, _rankings(session, poll))
    if not poll.shows_words:
        return Tally(voters, votes)
    first = tuple(written_answers.listed(session, poll.id, 0, WRITTEN_ON_CARD))
    return Tally(voters, votes, written=first, written_in_all=written_answers.many(session, poll.id))


def voters(session: Session, poll: Poll) -> int:
    return secrecy.voters(session, poll.id) if poll.anonymous else _read(session, poll.id)[0]


def conclude(session: Session, poll: Poll) -> None:
    """It has closed: what takes a look at every answer is found out once, and kept. Of an anonymous poll that is all
    that is kept; where too few have answered, not even how many."""
    is_ranked, given = poll.kind is Kind.RANKED, Counter[tuple[int, ...]]()
    if poll.anonymous:
        given = secrecy.close(session, poll.id, ranked=is_ranked)
        session.flush()  # who closes it early reads at once what was kept
    elif is_ranked:
        session.flush()
        given.update(_rankings(session, poll))
    else:
        return
    outcome: dict[str, Any] = {"voters": given.total()} if given or not poll.anonymous else {}
    if is_ranked and outcome:
        found = runoff.count([option.id for option in poll.options], given)
        outcome["runoff"] = _written_outcome(found)
    poll.outcome = outcome


def fold(session: Session) -> bool:
    """True: there may be more to fold."""
    some = select(Note.id).order_by(Note.id).limit(AT_ONCE).with_for_update(skip_locked=True)
    taken = delete(Note).where(Note.id.in_(some)).returning(Note.poll_id, Note.option_id, Note.votes, Note.people)
    votes, people, rows = Counter[tuple[int, int]](), Counter[tuple[int, int]](), session.execute(taken).all()
    for row in rows:
        votes[row.poll_id, row.option_id] += row.votes
        people[row.poll_id, row.option_id] += row.people
    for key in sorted(votes):  # in order, so that two who fold never wait for each other
        poll_id, option_id = key
        add = insert(session)(Counted).values(
            poll_id=poll_id, option_id=option_id, votes=votes[key], people=people[key]
        )
        more = {"votes": Counted.votes + votes[key], "people": Counted.people + people[key]}
        session.execute(add.on_conflict_do_update(index_elements=["poll_id", "option_id"], set_=more))
    return len(rows) == AT_ONCE


def _read(session: Session, poll_id: int) -> tuple[int, dict[int, int]]:
    """How many people have answered, and how many gave each answer."""
    rows = session.execute(_READ, {"id": poll_id}).all()  # in one statement, so that no folding comes between
    return sum(row.people for row in rows), {row.option_id: row.votes for row in rows if row.votes}


def _rankings(session: Session, poll: Poll) -> dict[tuple[int, ...], int]:
    """How many gave each ranking, counted by the database: ballots may be many."""
    ranks = [func.max(case((Ballot.slot == rank, Ballot.option_id))).label(f"r{rank}") for rank in range(OPTIONS_MOST)]
    ballots = select(*ranks).where(Ballot.poll_id == poll.id).group_by(Ballot.member_id).subquery()
    counted = session.execute(select(func.count(), *ballots.c).group_by(*ballots.c))
    return {tuple(option for option in ranking if option is not None): many for many, *ranking in counted}


def _written_outcome(outcome: Outcome) -> dict[str, Any]:
    """As JSON, where a number cannot be a key."""
    rounds = [asdict(one) | {"votes": list(one.votes.items())} for one in outcome.rounds]
    return {"rounds": rounds, "winner": outcome.winner, "tied": outcome.tied}


def _read_outcome(kept: dict[str, Any]) -> Outcome:
    def read(one: dict[str, Any]) -> Round:
        votes: Sequence[tuple[int, int]] = one["votes"]
        why = None if one["why"] is None else Why(one["why"])
        return Round(dict(votes), one["exhausted"], tuple(one["out"]), why)

    return Outcome(tuple(map(read, kept["rounds"])), kept["winner"], tuple(kept["tied"]))


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
