"""The terminal at which somebody runs a command: what they are told is put into their language here."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from bot import texts
from bot.boundary.terminal import Line, OneOf, Value
from bot.texts import Words

CONTENT = Path(__file__).parent.parent.parent / "content"
NAMES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts, as everywhere at a terminal
MOST = 10  # of a list that are named


def language(environment: Mapping[str, str]) -> str:
    """Of this terminal, such as "es"; empty: it says none."""
    return next(filter(None, map(environment.get, NAMES)), "")[:2]


class Terminal:
    """`words` are those for a terminal alone: to read all the others takes seconds."""

    def __init__(self, language: str = "") -> None:
        self.language = language

    @cached_property
    def words(self) -> Words:
        return texts.read(CONTENT, texts.TERMINAL)[self.language]

    def say(self, *said: Line | str) -> None:
        for one in said:
            print(one if isinstance(one, str) else drawn(self.words, one), flush=True)

    def warn(self, *said: Line) -> None:
        """On standard error: what is wrong, or to be looked at."""
        for one in said:
            print(drawn(self.words, one), file=sys.stderr, flush=True)


IN_ENGLISH = Terminal()  # where no other is given


def drawn(words: Words, line: Line) -> str:
    return words(line.says, **{name: _filled(words, value) for name, value in line.values})


def _filled(words: Words, value: Value) -> str | int:
    match value:
        case Line():
            return drawn(words, value)
        case tuple():
            named = [one if isinstance(one, str) else drawn(words, one) for one in value]
            if isinstance(value, OneOf):
                return words.either(named)
            if len(named) > MOST:
                named = [*named[:MOST], words("check-more", count=len(named) - MOST)]
            return words.listed(named)
        case _:
            return value
