"""Finding what has been answered, among what may be shown: so nothing of the rest is felt by what others find. SQLite
looks through an FTS5 index, PostgreSQL through a GIN index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Select,
    UniqueConstraint,
    cast,
    column,
    delete,
    func,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import likeness
from bot.people import audiences, coverage
from bot.people import model as people
from bot.questions import readers
from bot.questions.faq.model import Entry, State
from bot.questions.model import Question
from bot.storage.tables import Table

CANDIDATES = 30  # that are looked at more closely
ENOUGH = 0.5  # of what is wanted must be in what is found
MOST_OF_IT = 0.6  # of a question, said in a longer text
IN_QUESTION = 2.0  # so much more counts what stands in the question


class Indexed(Table):
    """What a published entry is found by in one language. The databases' own indexes hang on these rows: on SQLite
    triggers keep `faq_index` up with them."""

    __tablename__ = "faq_words"
    __table_args__ = (UniqueConstraint("entry_id", "language"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("faq_entries.id"))
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"))
    language: Mapped[str]
    words: Mapped[str]


@dataclass(frozen=True)
class Found:
    entry: Entry
    language: str  # in which it was found
    score: float


def index(session: Session, entry: Entry) -> None:
    """Makes what is found agree with the entry as it stands now."""
    session.execute(delete(Indexed).where(Indexed.entry_id == entry.id))
    if entry.state is not State.PUBLISHED:
        return
    about = {"entry_id": entry.id, "district_id": entry.district_id}
    for language, texts in entry.texts.items():
        session.add(Indexed(language=language, words=" ".join(likeness.words("\n".join(texts))), **about))


def rebuild(session: Session) -> None:
    """For when `bot.likeness` changed."""
    for entry in session.scalars(select(Entry).order_by(Entry.id)):
        index(session, entry)


def for_reader(session: Session, member: people.Member) -> ColumnElement[bool]:
    """What is true of entries that they may read."""
    return audiences.read_by(session, member, Entry.__table__.c.audience)


def for_question(session: Session, question: Question) -> ColumnElement[bool]:
    """What is true of entries that everybody may read who reads the question and its answer, or may yet; and its asker,
    as they are now."""
    audience, told = Entry.__table__.c.audience, readers.finders(question)
    theirs = coverage.covering(session, told, audience)
    return theirs & for_reader(session, question.asker) if question.asker else theirs


def is_anything(session: Session, district_id: int, shown: ColumnElement[bool]) -> bool:
    """Whether anything can be found of what may be shown."""
    published = (Entry.district_id == district_id, Entry.state == State.PUBLISHED)
    return session.scalar(select(Entry.id).where(*published, shown).limit(1)) is not None


def find(
    session: Session, district_id: int, wanted: str, language: str, most: int, shown: ColumnElement[bool]
) -> list[Found]:
    """Published entries of this district that may be shown, best first, those in this language before the others."""
    beginnings = likeness.looked_for(wanted)
    if not beginnings:
        return []
    best: dict[int, Found] = {}
    for entry_id, found_in in _candidates(session, district_id, beginnings, shown):
        entry = session.get_one(Entry, entry_id)
        if found_in not in entry.texts:
            continue
        found = Found(entry, found_in, _score(wanted, *entry.texts[found_in]))
        before = best.get(entry_id)
        if found.score >= ENOUGH and (before is None or _order(found, language) < _order(before, language)):
            best[entry_id] = found
    return sorted(best.values(), key=lambda one: _order(one, language))[:most]


def _order(found: Found, language: str) -> tuple[bool, float, int]:
    return found.language != language, -found.score, -found.entry.id


def _score(wanted: str, question: str, answer: str) -> float:
    """At least ENOUGH where that share of what is wanted is in it, or, for somebody who writes at length, where what
    they write says most of the question."""
    beginnings, asked = likeness.looked_for(wanted), likeness.looked_for(question)
    everywhere, in_question = (likeness.share(beginnings, text) for text in (f"{question}\n{answer}", question))
    said = likeness.share(asked, wanted) if len(asked) > 1 else 0.0
    if everywhere < ENOUGH and said < MOST_OF_IT:
        return 0.0
    return max(everywhere, said) + IN_QUESTION * in_question


def _candidates(
    session: Session, district_id: int, beginnings: list[str], shown: ColumnElement[bool]
) -> list[tuple[int, str]]:
    """Beginnings are letters and digits, so nothing in them means anything to a database."""
    looked = _on_sqlite if session.get_bind().dialect.name == "sqlite" else _on_postgresql
    there = (Indexed.district_id == district_id, Entry.state == State.PUBLISHED, shown)
    rows = session.execute(looked(beginnings).join(Entry, Entry.id == Indexed.entry_id).where(*there).limit(CANDIDATES))
    return [(entry_id, language) for entry_id, language in rows]


def _on_sqlite(beginnings: list[str]) -> Select[int, str]:
    wanted = " OR ".join(f'"{one}"*' for one in beginnings)
    found = select(Indexed.entry_id, Indexed.language).join(_INDEX, _INDEX.c.rowid == Indexed.id)
    return found.where(_MATCHED.match(wanted)).order_by(_INDEX.c.rank, Indexed.id)


def _on_postgresql(beginnings: list[str]) -> Select[int, str]:
    wanted = cast(" | ".join(f"'{one}':*" for one in beginnings), TSQUERY)
    found = select(Indexed.entry_id, Indexed.language).where(_VECTOR.bool_op("@@")(wanted))
    return found.order_by(func.ts_rank(_VECTOR, wanted).desc(), Indexed.id)


_INDEX = table("faq_index", column("rowid"), column("rank"))
_MATCHED: ColumnElement[str] = literal_column("faq_index")
# The index is on this very expression. Words come as they are: no parser of the server's may take them apart.
_VECTOR: ColumnElement[Any] = literal_column("array_to_tsvector(string_to_array(faq_words.words, ' '))")
