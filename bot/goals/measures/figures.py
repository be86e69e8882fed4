"""Numbers as the team types them, in their way of writing: read, asked back where they may be meant otherwise, and
shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TypeVar

from babel.dates import format_skeleton

from bot import likeness, numerals
from bot.drafts import Wrong
from bot.goals.measures.model import HIGHEST_OF, Point
from bot.texts import Words

PERCENT = ("%", "percent", "per cent", "pct", "por ciento", "porcentaje", "porciento")
HUNDRED = Decimal(100)


class Odd(ValueError):
    """`says`: what is asked back, in the writer's words."""

    def __init__(self, says: str) -> None:
        super().__init__("odd")  # never what was typed
        self.says = says


T = TypeVar("T")


def asked(wrong: Wrong, field: str, read: Callable[[], T]) -> T | None:
    """What it reads; where that is odd, what is asked back stands in `wrong`."""
    try:
        return read()
    except Odd as odd:
        wrong[field] = odd.says
        return None


def value(text: str, unit: str, words: Words) -> Decimal:
    """Raises Odd."""
    number = _number(text, words)
    if number.value < 0:
        raise Odd(words("measure-odd-negative"))
    if number.unit and not _same(number.unit, unit):
        raise Odd(words("measure-odd-unit", unit=unit, written=number.unit))
    if _is_percent(unit) and number.value > HUNDRED:
        raise Odd(words("measure-odd-hundred"))
    return number.value


def of(text: str, value: Decimal, unit: str, words: Words) -> int | None:
    """How many there are in all. Raises Odd."""
    if not text.strip():
        return None
    all = _number(text, words)
    if (all.unit and not _same(all.unit, unit)) or all.value != int(all.value) or not 1 <= all.value <= HIGHEST_OF:
        raise Odd(words("measure-odd-of"))
    if value > all.value and not _is_percent(unit):
        raise Odd(words("measure-odd-more", value=show(value, words), of=show(all.value, words)))
    return int(all.value)


def _number(text: str, words: Words) -> numerals.Number:
    try:
        return numerals.read(text, words("formats"))
    except numerals.Unclear as unclear:
        if unclear.readings:
            both = words.either([plain(one, words) for one in unclear.readings])
            raise Odd(words("measure-odd-two-ways", numbers=both)) from None
        raise Odd(words("measure-odd-number")) from None


def _same(written: str, unit: str) -> bool:
    """One may be the singular of the other."""
    if _is_percent(unit) or _is_percent(written):
        return _is_percent(unit) and _is_percent(written)
    one, other = _bare(written), _bare(unit)
    return one.startswith(other) or other.startswith(one)


def _is_percent(unit: str) -> bool:
    return _bare(unit) in PERCENT


def _bare(unit: str) -> str:
    return " ".join(likeness.words(unit)) or unit.strip()


# How they look ---------------------------------------------------------------------------------------------------


def show(value: Decimal, words: Words) -> str:
    return numerals.show(value, words("formats"))


def plain(value: Decimal, words: Words) -> str:
    """For a field of a form: it cannot be read two ways."""
    return numerals.plain(value, words("formats"))


def said(value: Decimal, of: int | None, words: Words) -> str:
    """ "41 of 60"."""
    if of is None:
        return show(value, words)
    return words("measure-value-of", value=show(value, words), of=show(Decimal(of), words))


def line(point: Point, words: Words) -> str:
    return words("measure-line", day=on(point.day, words), value=said(point.value, point.of, words))


def on(day: date, words: Words) -> str:
    """ "October 5, 2026"."""
    return words.day(datetime.combine(day, time(12), UTC), "UTC")


def shortly(day: date, words: Words) -> str:
    """ "Oct 5"."""
    return format_skeleton("MMMd", day, locale=words("formats"))


def month(day: date, words: Words) -> str:
    """ "Oct 2026"."""
    return format_skeleton("yMMM", day, locale=words("formats"))
