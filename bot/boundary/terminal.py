"""What is said to the person who runs a command, by the names of messages in content/: what finds something wrong knows
it, and it is put into words where it is printed (`bot.operations.terminal`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


class OneOf(tuple[str, ...]):
    """Of several things, any one."""

    __slots__ = ()


Value: TypeAlias = "str | int | Line | tuple[str | Line, ...]"


@dataclass(frozen=True)
class Line:
    """`says`: the name of a message in content/; `values`, by name, are filled into it: a line in words, several things
    as a list. A number that names a place, such as a line of a file, is given as text: others are written as numbers
    are in its language."""

    says: str
    values: tuple[tuple[str, Value], ...] = ()


def line(says: str, /, **values: Value) -> Line:
    return Line(says, (*values.items(),))


class Stopped(Exception):
    """A command cannot go on. `lines`: what is wrong, and what to do."""

    def __init__(self, *lines: Line) -> None:
        super().__init__(*lines)
        self.lines = lines
