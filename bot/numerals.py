"""Numbers as people write them: "12", "1.5", "1,5", "1,500", "65 %", "12 days".

The same figures can mean two numbers: "1,500" is a good thousand in Mexico, and one and a half in Spain. Where people
who read a language write it both ways, such a number is asked back. Which signs they use, Babel says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

LONGEST = 60  # characters
WHOLE, PARTS = 9, 2  # digits before and after the sign: of three, people read the sign as one between thousands
WRITTEN = re.compile(
    r"(?P<sign>[+\-\u2212\u2013])? ?(?P<figures>[0-9][0-9., ]*[0-9]|[0-9])(?: ?(?P<unit>%|[^\W\d].*))?"
)
SPACES = str.maketrans(dict.fromkeys("\t\u00a0\u2009\u202f", " "))
SIGNS = ((",", "."), (".", ","), (" ", "."), (" ", ","))  # between thousands, and before parts
PLAIN = "0." + "#" * PARTS


class Unclear(ValueError):
    """`readings`: the numbers that it can be; none: it is no number, or has too many digits."""

    def __init__(self, *readings: Decimal) -> None:
        super().__init__("unclear")  # never what was typed
        self.readings = readings


@dataclass(frozen=True)
class Number:
    value: Decimal
    unit: str  # as it was written; empty: none was


def read(text: str, locale: str) -> Number:
    """`locale` as in "es_US". Raises Unclear."""
    plain = " ".join(text.translate(SPACES).split())
    found = WRITTEN.fullmatch(plain) if len(plain) <= LONGEST else None
    if found is None:
        raise Unclear
    value = _value(found["figures"], locale)
    return Number(-value if found["sign"] not in (None, "+") else value, (found["unit"] or "").strip())


def _value(figures: str, locale: str) -> Decimal:
    readings = {signs: value for signs in SIGNS if (value := _read(figures, *signs)) is not None}
    if len(set(readings.values())) > 1:
        language = locale.partition("_")[0]
        own = {(get_group_symbol(one), get_decimal_symbol(one)) for one in (locale, language)}
        readings = {signs: value for signs, value in readings.items() if signs in own}
    values = sorted(set(readings.values()), reverse=True)
    if len(values) != 1:
        raise Unclear(*filter(_fits, values))
    if not _fits(values[0]):
        raise Unclear
    return values[0]


def _fits(value: Decimal) -> bool:
    whole, _, parts = f"{value.normalize():f}".partition(".")
    return len(whole) <= WHOLE and len(parts) <= PARTS


def _read(figures: str, group: str, decimal: str) -> Decimal | None:
    """With just these signs."""
    thousands = rf"[1-9][0-9]{{0,2}}(?:{re.escape(group)}[0-9]{{3}})+"
    if not re.fullmatch(rf"(?:[0-9]+|{thousands})(?:{re.escape(decimal)}[0-9]+)?", figures):
        return None
    return Decimal(figures.replace(group, "").replace(decimal, "."))


def show(value: Decimal, locale: str) -> str:
    """As people there read it."""
    return format_decimal(value, locale=locale, decimal_quantization=False)


def plain(value: Decimal, locale: str) -> str:
    """The same without anything between thousands, which cannot be misread."""
    return format_decimal(value, PLAIN, locale=locale)


def size(count: int) -> str:
    """Of a file, in bytes: "4 KB"."""
    for unit, least in (("MB", 1 << 20), ("KB", 1 << 10)):
        if count >= least:
            return f"{round(count / least)} {unit}"
    return f"{count} B"
