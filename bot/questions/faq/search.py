"""Finding what has been answered: SQLite looks through an FTS5 index, PostgreSQL through a GIN index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ForeignKey, UniqueConstraint, delete, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import likeness
from bot.questions.faq.model import Entry, State
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


def is_anything(session: Session, district_id: int) -> bool:
    """Whether anything can be found by anybody."""
    published = (Entry.district_id == district_id, Entry.state == State.PUBLISHED)
    return session.scalar(select(Entry.id).where(*published).limit(1)) is not None


def find(
    session: Session, district_id: int, wanted: str, language: str, most: int, may: Callable[[Entry], bool]
) -> list[Found]:
    """Published entries of this district that may be shown, best first, those in this language before the others."""
    beginnings = likeness.looked_for(wanted)
    if not beginnings:
        return []
    best: dict[int, Found] = {}
    for entry_id, found_in in _candidates(session, district_id, beginnings):
        entry = session.get(Entry, entry_id)
        if entry is None or entry.state is not State.PUBLISHED or found_in not in entry.texts:
            continue
        if not may(entry):
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


def _candidates(session: Session, district_id: int, beginnings: list[str]) -> list[tuple[int, str]]:
    """Beginnings are letters and digits, so nothing in them means anything to a database."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    if on_sqlite:
        look, query = _ON_SQLITE, " OR ".join(f'"{one}"*' for one in beginnings)
    else:
        look, query = _ON_POSTGRESQL, " | ".join(f"'{one}':*" for one in beginnings)
    rows = session.connection().execute(look, {"query": query, "district": district_id, "most": CANDIDATES})
    return [(row.entry_id, row.language) for row in rows]


_ON_SQLITE = text(
    "SELECT faq_words.entry_id, faq_words.language FROM faq_index JOIN faq_words ON faq_words.id = faq_index.rowid "
    "WHERE faq_index MATCH :query AND faq_words.district_id = :district "
    "ORDER BY faq_index.rank, faq_words.id LIMIT :most"
)
# The index is on this very expression. Words come as they are: no parser of the server's may take them apart.
_ON_POSTGRESQL = text(
    "SELECT entry_id, language FROM faq_words "
    "WHERE array_to_tsvector(string_to_array(words, ' ')) @@ CAST(:query AS tsquery) AND district_id = :district "
    "ORDER BY ts_rank(array_to_tsvector(string_to_array(words, ' ')), CAST(:query AS tsquery)) DESC, id LIMIT :most"
)
