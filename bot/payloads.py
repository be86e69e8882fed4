"""What a button or form is about, as typed values that go out with it and come back: `12:3` may be option 3 of poll 12.
Anything may be forged: what does not read is refused in one place, `Request.payload`."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from hashlib import sha256
from typing import Self, get_type_hints

HIGHEST = 2**31 - 1  # number of a row; PostgreSQL fails when it is asked for a higher one


class Misread(ValueError):
    """No `str` of such a payload."""


@dataclass(frozen=True)
class Payload:
    """Its fields are numbers of rows (int) and texts (str). Defaults at the end are left out. Only the last text may
    have a colon in it. How long the whole may be, a `Button` says."""

    def __str__(self) -> str:
        given, defaults = [getattr(self, one.name) for one in fields(self)], [one.default for one in fields(self)]
        while given and defaults[len(given) - 1] is not MISSING and given[-1] == defaults[len(given) - 1]:
            given.pop()
        if any(":" in str(one) for one in given[:-1]):
            raise ValueError(f"{type(self).__name__}: a colon in a field that is not the last")
        return ":".join(map(str, given))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises Misread."""
        parts, kinds = text.split(":", len(fields(cls)) - 1) if text else [], get_type_hints(cls)
        given: dict[str, int | str] = {}
        for one, part in zip(fields(cls), parts, strict=False):
            value = part if kinds[one.name] is str else number(part)
            if value is None:
                raise Misread
            given[one.name] = value
        try:
            return cls(**given)
        except TypeError:  # one without a default is missing
            raise Misread from None


def number(text: str) -> int | None:
    """A row's number; None for anything else."""
    found = int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0
    return found if 0 < found <= HIGHEST else None


def mark(shown: object) -> str:
    """By which a press says that its person was shown just this: what has the same `repr`."""
    return sha256(repr(shown).encode()).hexdigest()[:12]


@dataclass(frozen=True)
class About(Payload):
    """One row."""

    id: int


@dataclass(frozen=True)
class Row(Payload):
    """The row with which a payload begins; the rest is left unread."""

    id: int
    rest: str = ""


@dataclass(frozen=True)
class Sending(Payload):
    """A draft that is sent, a mark of what its writer has decided to leave in (`bot.review`), and the number of the
    preview that they saw."""

    id: int
    sure: str = ""
    preview: int = 1


@dataclass(frozen=True)
class Kept(Payload):
    """A row, the draft of what was typed about it, and of what a form told its writer (`Audience.seen`); empty: there
    is none."""

    id: int
    draft: str = ""
    seen: str = ""


@dataclass(frozen=True)
class Shown(Payload):
    """A row, and the language in which to show it; empty: the reader's."""

    id: int
    language: str = ""
