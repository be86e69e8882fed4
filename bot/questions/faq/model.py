"""What the district knows already: answered questions, in words that fit everybody, approved by a committee."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, Enum, ForeignKey, Select, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from bot import likeness
from bot.people import model as people
from bot.people.audiences import Audience, AudienceText
from bot.storage.database import locked
from bot.storage.tables import Table

QUESTION_MOST, ANSWER_MOST = 300, 1200  # characters in one language: a card has room for two
LANGUAGES = ("en", "es")  # that an entry can have
NAME = re.compile(r"\w[\w'\u2019-]*")
SHORTEST = 3  # letters of a part of a name that is noticed by itself

Told = Mapping[str, list[str]]  # question and answer by language


class State(StrEnum):
    WAITING = "waiting"  # for a second person's approval; seen by nobody but its committee
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Telling:
    """An entry in one language."""

    language: str
    question: str
    answer: str


class Entry(Table):
    __tablename__ = "faq_entries"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button never finds a newer entry
    id: Mapped[int] = mapped_column(primary_key=True)
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), index=True)
    question_id: Mapped[int | None] = mapped_column(ForeignKey("questions.id"), index=True)  # of which it was made
    texts: Mapped[dict[str, list[str]]] = mapped_column(JSON)  # question and answer by language, one language or more
    state: Mapped[State] = mapped_column(
        Enum(State, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])
    )
    audience: Mapped[Audience] = mapped_column(AudienceText, server_default=text("''"))  # once it is published
    version: Mapped[int] = mapped_column(default=1)  # another with each change while it waits (`bot.approvals`)
    publisher_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    approver_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    approved_at: Mapped[datetime | None]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("faq_entries.id"))  # what stands until it is approved
    committee: Mapped[people.Committee] = relationship(lazy="joined", innerjoin=True)
    publisher: Mapped[people.Member] = relationship(lazy="joined", innerjoin=True, foreign_keys=[publisher_id])

    @property
    def proposer_id(self) -> int:
        return self.publisher_id

    def tells(self, language: str) -> Telling:
        """In this language, or in another if it has only that."""
        found = language if language in self.texts else next(iter(self.texts))
        return Telling(found, *self.texts[found])

    @property
    def languages(self) -> list[str]:
        return [language for language in LANGUAGES if language in self.texts]


def to_change(session: Session, id: int) -> Entry | None:
    """The entry, which nobody else changes meanwhile."""
    return locked(session, Entry, id)


def of_question(session: Session, question_id: int) -> Entry | None:
    """What became of it: the newest entry that waits or stands."""
    made = select(Entry).where(Entry.question_id == question_id, Entry.state != State.WITHDRAWN)
    return session.scalars(made.order_by(Entry.id.desc()).limit(1)).first()


def waiting_of(question_id: int) -> Select[Entry]:
    """Made of it, for an approval."""
    theirs = (Entry.question_id == question_id, Entry.state == State.WAITING)
    return select(Entry).where(*theirs).order_by(Entry.id)


def waiting(session: Session, committee_ids: Collection[int]) -> list[Entry]:
    """For an approval by one of these committees."""
    theirs = select(Entry).where(Entry.committee_id.in_(committee_ids), Entry.state == State.WAITING)
    return list(session.scalars(theirs.order_by(Entry.id)))


def names_in(session: Session, district_id: int, texts: Told) -> list[str]:
    """Names of people of the district that are in the texts, as they are written there. Everybody's, not the asker's
    alone: so it gives nobody away."""
    every = session.scalars(select(people.Member.name).where(people.Member.district_id == district_id))
    known = {part for name in every for part in likeness.words(name) if len(part) >= SHORTEST}
    written = [word for both in texts.values() for text in both for word in NAME.findall(text)]
    found = [word for word in written if word[:1].isupper() and known.intersection(likeness.words(word))]
    return list(dict.fromkeys(found))
