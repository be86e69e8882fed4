"""Who may read what was written about a meeting, from what its writer was told: written down apart from the bot's own
code, and as plainly as it can be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from support.eyes import Person, Reader, Rows


@dataclass
class Noted:
    """Its writer always reads it. `told`: those who read it once its writer tells them."""

    writer: int
    readers: set[Reader]
    told: set[Reader] = field(default_factory=set)


@dataclass
class Ledger:
    """All that was written, by the word that stands in it and nowhere else."""

    texts: dict[str, Noted] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def word(self, writer: int, readers: set[Reader], told: set[Reader]) -> str:
        word = f"word{next(self.numbers)}x"
        self.texts[word] = Noted(writer, set(readers), set(told))
        return word

    def tell(self, word: str) -> None:
        self.texts[word].readers |= self.texts[word].told

    def may(self, rows: Rows, person: Person, word: str) -> bool:
        one = self.texts[word]
        return one.writer == person.id or any(rows.is_among(person, reader) for reader in one.readers)
