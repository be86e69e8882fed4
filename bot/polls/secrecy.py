"""Anonymous answers: how they lie in the database while a poll is open, and what is left of them afterwards.

While a poll is open, an answer lies under a keyed digest of the member, so that it can be changed, and sealed with the
same poll's key, so that neither its place in a file nor the time at which it came there tells anything. That key is
wrapped under one outside the database (`bot.storage.keys`): a copy of the database opens nothing. Closing counts the
answers, deletes them and who gave them, and destroys the key: whatever old pages, logs and copies of the database still
hold of the sealed answers can then be opened by nobody. `bot.storage.scrubbing` takes the key itself and who took part
out of the database's files. Of fewer than `disclosure_control.FEWEST` answers no count is left either: with one voter
it would be that person's answer.
"""

from __future__ import annotations

import hmac
import json
import time
from collections import Counter
from dataclasses import asdict, dataclass

from sqlalchemy import ColumnElement, Executable, ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import disclosure_control
from bot.polls import written_answers
from bot.storage import keys, sealing
from bot.storage.database import insert
from bot.storage.scrubbing import Remains
from bot.storage.tables import STAYS, Table

ROOM = 256  # bytes that every answer is filled up to, so that its length tells nothing
WRITING_ROOM = ROOM + 4 * written_answers.MOST  # the same where a text may belong to it
LOCKED = ("accounts", "members", "polls")  # by those who answer
UNORDERED = {"sqlite_with_rowid": False}  # no number that counts up with every row


@dataclass(frozen=True)
class Answer:
    choice: tuple[int, ...]  # option ids; of a ranking from its favourite on, otherwise in their own order
    at: float  # Unix time; sealed too
    text: str = ""


class BallotKey(keys.Keyed, Table):
    __tablename__ = "ballot_keys"
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    room: Mapped[int] = mapped_column(default=ROOM, server_default=str(ROOM))  # bytes of its answers


class SealedBallot(Table):
    __tablename__ = "sealed_ballots"
    __table_args__ = (UNORDERED,)
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    digest: Mapped[bytes] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]


class Participation(Table):
    """Who has answered, to tell them so and to count them: kept apart from what they answered, and while the poll is
    open."""

    __tablename__ = "participations"
    __table_args__ = (UNORDERED,)
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True, info=STAYS)


class Count(Table):
    """What is left after closing, if enough have answered: how often each option was chosen."""

    __tablename__ = "counts"
    __table_args__ = (UNORDERED,)
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("poll_options.id"), primary_key=True)
    votes: Mapped[int]


class DestroyedKey(Table):
    """Polls of which the destroyed key and who took part may still lie in the database's files."""

    __tablename__ = "remains"
    poll_id: Mapped[int] = mapped_column(ForeignKey("polls.id"), primary_key=True)


def begin(session: Session, poll_id: int, room: int = ROOM) -> None:
    key = keys.wrap(session, BallotKey, poll_id, key=sealing.new_key())
    session.add(BallotKey(poll_id=poll_id, key=key, room=room))


def answer(session: Session, poll_id: int, member_id: int, choice: tuple[int, ...], text: str = "") -> None:
    """In place of the answer before."""
    session.execute(_took_part(session, poll_id, member_id))  # a second answer at the same time waits here
    _keep(session, poll_id, member_id, Answer(choice, time.time(), text))


def chosen(session: Session, poll_id: int, member_id: int) -> tuple[int, ...]:
    before = _find(session, poll_id, member_id)
    return before.choice if before else ()


def chosen_alone(session: Session, poll_id: int, member_id: int) -> tuple[int, ...]:
    """What this member, who is about to answer, has chosen; they do not change it elsewhere meanwhile."""
    session.execute(_took_part(session, poll_id, member_id))
    theirs = (Participation.poll_id == poll_id, Participation.member_id == member_id)
    session.execute(select(Participation.member_id).where(*theirs).with_for_update())
    return chosen(session, poll_id, member_id)


def take_back(session: Session, poll_id: int, member_id: int) -> None:
    session.execute(delete(SealedBallot).where(*_of(session, poll_id, member_id)))
    took_part = (Participation.poll_id == poll_id, Participation.member_id == member_id)
    session.execute(delete(Participation).where(*took_part))


def merge(session: Session, poll_id: int, leaving: int, staying: int) -> None:
    """Two members turned out to be one person: the later of their answers stands."""
    theirs = [answer for member in (leaving, staying) if (answer := _find(session, poll_id, member))]
    take_back(session, poll_id, leaving)
    if theirs:
        session.execute(_took_part(session, poll_id, staying))
        _keep(session, poll_id, staying, max(theirs, key=lambda answer: answer.at))


def close(session: Session, poll_id: int, *, ranked: bool = False) -> Counter[tuple[int, ...]]:
    """How often each answer was given, of which only how many chose what is kept, and of a ranked poll nothing. Where
    too few have answered, nothing is kept and nothing returned. Raises sealing.Broken where an answer is not what was
    sealed in its row."""
    key = _key(session, poll_id)
    rows = select(SealedBallot.digest, SealedBallot.sealed).where(SealedBallot.poll_id == poll_id)
    answers = [_open(key, poll_id, *row) for row in session.execute(rows)]
    destroy(session, poll_id)
    if not disclosure_control.totals_may_be_shown(len(answers)):
        return Counter()
    if not ranked:
        chosen = Counter(option for answer in answers for option in answer.choice)
        session.add_all(Count(poll_id=poll_id, option_id=one, votes=votes) for one, votes in sorted(chosen.items()))
    written_answers.leave(session, poll_id, [(answer.choice[0], answer.text) for answer in answers if answer.text])
    return Counter(answer.choice for answer in answers)


def destroy(session: Session, poll_id: int) -> None:
    """Leaves nothing by which an answer could be opened, nor who gave one."""
    for table in (SealedBallot, BallotKey, Participation):
        session.execute(delete(table).where(table.poll_id == poll_id))
    session.execute(insert(session)(DestroyedKey).values(poll_id=poll_id).on_conflict_do_nothing())


def voters(session: Session, poll_id: int) -> int:
    """While it is open."""
    took_part = select(func.count()).select_from(Participation)
    return session.scalar(took_part.where(Participation.poll_id == poll_id)) or 0


def counts(session: Session, poll_id: int) -> dict[int, int]:
    """By option id, once it is closed."""
    return dict(session.execute(select(Count.option_id, Count.votes).where(Count.poll_id == poll_id)).all())


def remains(session: Session) -> Remains:
    """Of polls that were closed, and what older versions kept of them."""
    closed = session.scalars(select(DestroyedKey.poll_id).order_by(DestroyedKey.poll_id)).all()
    tables = tuple(one.__tablename__ for one in (BallotKey, SealedBallot, Participation, Count))
    return Remains(closed, ("polls", *tables))


def are_scrubbed(session: Session, found: Remains) -> None:
    session.execute(delete(DestroyedKey).where(DestroyedKey.poll_id.in_(found.of)))


def _key(session: Session, poll_id: int) -> bytes:
    return _key_and_room(session, poll_id)[0]


def _key_and_room(session: Session, poll_id: int) -> tuple[bytes, int]:
    row = session.execute(select(BallotKey.key, BallotKey.room).where(BallotKey.poll_id == poll_id)).one()
    return keys.unwrap(session, BallotKey, poll_id, key=row.key), row.room


def _of(session: Session, poll_id: int, member_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    digest = hmac.digest(_key(session, poll_id), str(member_id).encode(), "sha256")
    return SealedBallot.poll_id == poll_id, SealedBallot.digest == digest


def _find(session: Session, poll_id: int, member_id: int) -> Answer | None:
    found = select(SealedBallot.digest, SealedBallot.sealed).where(*_of(session, poll_id, member_id))
    row = session.execute(found).one_or_none()
    return _open(_key(session, poll_id), poll_id, row.digest, row.sealed) if row else None


def _keep(session: Session, poll_id: int, member_id: int, answer: Answer) -> None:
    key, room = _key_and_room(session, poll_id)
    digest = hmac.digest(key, str(member_id).encode(), "sha256")
    plain = json.dumps(asdict(answer), ensure_ascii=False).encode()
    sealed = sealing.seal(key, plain, _place(poll_id, digest), room)
    add = insert(session)(SealedBallot).values(poll_id=poll_id, digest=digest, sealed=sealed)
    session.execute(add.on_conflict_do_update(index_elements=["poll_id", "digest"], set_={"sealed": sealed}))


def _open(key: bytes, poll_id: int, digest: bytes, sealed: bytes) -> Answer:
    """Raises sealing.Broken where it was sealed for another row."""
    plain = json.loads(sealing.unseal(key, sealed, _place(poll_id, digest)))
    return Answer(tuple(plain["choice"]), plain["at"], plain["text"])


def _place(poll_id: int, digest: bytes) -> str:
    return f"poll:{poll_id}:{digest.hex()}"


def _took_part(session: Session, poll_id: int, member_id: int) -> Executable:
    return insert(session)(Participation).values(poll_id=poll_id, member_id=member_id).on_conflict_do_nothing()
