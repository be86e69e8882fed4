"""What somebody at a terminal reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.boundary.terminal import Line, Stopped
from bot.operations.terminal import Terminal, drawn


def read(*lines: Line, language: str = "en") -> list[str]:
    words = Terminal(language).words
    return [drawn(words, line) for line in lines]


@contextmanager
def stops(*words: str, kind: type[Stopped] = Stopped) -> Iterator[list[str]]:
    """It cannot go on, and says all these words, in one line; what it says is what this becomes."""
    told: list[str] = []
    with pytest.raises(kind) as error:
        yield told
    told += read(*error.value.lines)
    assert any(all(one in line for one in words) for line in told), told
