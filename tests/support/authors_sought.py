"""Somebody takes the database's files and the log, with the code, knowing who wrote something or other without a name,
and looks for who wrote which."""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from support import databases

PAGE, NEAR = 8192, 400
HEAD = 96  # bytes before something that was written, in which PostgreSQL says by which transactions
SURE, CHANCE = 8, 6  # of a dozen authors, found by the best of all hypotheses; by chance one is


@dataclass
class Mind:
    """What the attacker is out for: whose each thing is. A thing is known by a word that stands in nothing else,
    a person by their user id or whatever else may stand for them."""

    truth: dict[str, str]  # by word
    also: dict[str, str] = field(default_factory=dict)  # whatever else stands for somebody

    def guesses(
        self, places: Mapping[str, Sequence[bytes]], transactions: range
    ) -> Iterator[tuple[str, dict[str, str]]]:
        for place, contents in places.items():
            yield f"{place}: near", self._near(contents)
            for number, page in enumerate(_pages(contents)):
                people = [*dict.fromkeys(person for _, person in self._people(page))]
                for end in (1, -1):
                    yield f"{place}: {number} in order", dict(zip(self.truth, people[::end], strict=False))
        if transactions:
            yield "by transaction", self._by_transaction(places, transactions)

    def _people(self, content: bytes) -> list[tuple[int, str]]:
        known = {person: person for person in self.truth.values()} | self.also
        any_of = re.compile("|".join(map(re.escape, known)).encode("latin-1"), re.DOTALL)
        return [(found.start(), known[found[0].decode("latin-1")]) for found in any_of.finditer(content)]

    def _words(self, content: bytes) -> list[tuple[int, str]]:
        return [(found.start(), found[0].decode()) for found in re.finditer("|".join(self.truth).encode(), content)]

    def _near(self, contents: Sequence[bytes]) -> dict[str, str]:
        """Whoever stands nearest to it."""
        near: dict[str, Counter[str]] = {}
        for content in contents:
            people = self._people(content)
            for at, word in self._words(content):
                close = [(abs(there - at), person) for there, person in people if abs(there - at) < NEAR]
                if close:
                    near.setdefault(word, Counter())[min(close)[1]] += 1
        return {word: count.most_common(1)[0][0] for word, count in near.items()}

    def _by_transaction(self, places: Mapping[str, Sequence[bytes]], those: range) -> dict[str, str]:
        """Whoever was written, or their row locked, in the same transactions as it."""
        of_word, of_person = Counter[tuple[str, int]](), Counter[tuple[int, str]]()
        for contents in places.values():
            for content in contents:
                of_word.update(
                    (word, one) for at, word in self._words(content) for one in _transactions(content, at, those)
                )
                of_person.update(
                    (one, person) for at, person in self._people(content) for one in _transactions(content, at, those)
                )
        common: dict[str, Counter[str]] = {}
        for word, one in of_word:
            for other, person in of_person:
                if other == one:
                    common.setdefault(word, Counter())[person] += 1
        return {word: count.most_common(1)[0][0] for word, count in common.items()}

    def best(self, places: Mapping[str, Sequence[bytes]], transactions: range) -> tuple[int, str]:
        return max(
            (sum(self.truth[word] == who for word, who in guessed.items()), how)
            for how, guessed in self.guesses(places, transactions)
        )


def _pages(contents: Sequence[bytes]) -> Iterator[bytes]:
    for content in contents:
        for start in range(0, len(content), PAGE):
            yield content[start : start + PAGE]


def _transactions(content: bytes, at: int, those: range) -> set[int]:
    head = content[max(0, at - HEAD) : at]
    return {one for start in range(len(head) - 3) if (one := struct.unpack_from("<I", head, start)[0]) in those}


def within(address: str) -> dict[str, list[bytes]]:
    """What the files hold, by file or by what kind of file it is."""
    found: dict[str, list[bytes]] = {}
    for file in databases.files(address):
        with suppress(FileNotFoundError):  # the server tidied up meanwhile
            kind = file.name if file.parent.name.isdigit() or address.startswith(databases.SQLITE) else file.parent.name
            found.setdefault(kind, []).append(file.read_bytes().rstrip(b"\0"))
    return found


def transaction(address: str) -> int:
    if address.startswith(databases.SQLITE):
        return 0
    ((number,),) = databases.rows(address, "select pg_current_xact_id()::text::bigint")
    return int(number)
