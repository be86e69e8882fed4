"""Patterns of student records in what somebody is about to say where more people read it. They are only ever pointed
out to its author, who decides: a pattern cannot know whether it is one.

A pattern is one of KINDS, or one of the district's own: `#` is a digit, `?` a letter, all else stands for itself. That
is all that such a pattern can say, so none can take long, whatever it is held against.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.boundary.characters import folded
from bot.people.model import District

STUDENT_ID, BIRTHDAY, EMAIL, NUMBER = KINDS = ("student-id", "birthday", "email", "number")
OWN = "own"
LINK = "link"  # it looks like one address and leads to another
MOST, LEAST = 40, 3  # characters of a district's own pattern; digits and letters in it that may be any
SHOWN = 5  # of what was found
READ, OVERLAP = 5000, 500  # characters that are looked through at once; of them those that are looked at once more
YOUNG, OLD = 3, 22  # years ago that a student was born

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre"
    r"|octubre|noviembre|diciembre)[a-z]{0,6}\.?"
)
_YEAR = r"(?P<year%d>(?:19|20)\d\d)"
_DATES = (
    r"\d{1,2}[/.-]\d{1,2}[/.-]" + _YEAR % 1,
    _YEAR % 2 + r"[/.-]\d{1,2}[/.-]\d{1,2}",
    rf"{_MONTH} \d{{1,2}},? " + _YEAR % 3,
    rf"\d{{1,2}} (?:de )?{_MONTH},? (?:de |del )?" + _YEAR % 4,
)
_ANY_DATE = (
    r"(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
    rf"|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} (?:de )?{_MONTH}[a-z ,]{{0,6}} \d{{4}})"
)
_BORN = r"\b(?:born|d\.?o\.?b\.?|birth ?da(?:te|y)|date of birth|naci[oó]|nacid[oa]|fecha de nacimiento)\b"
_SAID_ID = (
    r"(?:student|pupil|estudiante|alumn[oa])(?:['\u2019]s)?\s{0,3}(?:id|no|num|number|n[uú]mero|#)"
    r"|(?:id|n[uú]mero|no\.?|clave) (?:de |del )(?:la )?(?:estudiante|alumn[oa])|matr[ií]cula"
)
_ALONE, _ENDS = r"(?<!\d)(?<!\d[-.,])", r"(?![-.,]?\d)"  # not in the middle of a longer number
_BETWEEN = r"(?: ?[-.]{1,2} ?| )"  # parts of a number
_SOCIAL_SECURITY = rf"{_ALONE}\d{{3}}{_BETWEEN}\d\d{_BETWEEN}\d{{4}}{_ENDS}"
_SAID_TELEPHONE = r"\b(?:call|cell|mobile|phone|tele|text|tel[eé]fono|celular|m[oó]vil|ll[aá]me|tel\b|ph\b)"
_TELEPHONES = (
    rf"\+\d{{1,3}}(?:[-. ]?\(?\d{{2,4}}\)?){{2,5}}{_ENDS}",  # abroad
    rf"{_ALONE}(?:\+?1[-. ]{{0,2}})?(?:\([2-9]\d\d\){_BETWEEN}?|[2-9]\d\d{_BETWEEN})[2-9]\d\d{_BETWEEN}?\d{{4}}{_ENDS}",
    # Without an area it looks like a range ("250-1000") or a number of a year ("504-2026").
    rf"(?<![$€]){_ALONE}(?!\d\d0-\d{{3}}0)[2-9]\d\d-(?!19\d\d|20\d\d)\d{{4}}{_ENDS}",
    rf"{_SAID_TELEPHONE}[^\d\n]{{0,20}}[2-9]\d\d[-. ]\d{{4}}{_ENDS}",
    rf"{_ALONE}(?<!:)\(?[2-9]\d\)?[- ](?!(?:19|20)\d\d[- ](?:19|20)\d\d)\d{{4}}[- ]\d{{4}}{_ENDS}",  # in Mexico
)
_FOUND = {
    STUDENT_ID: [rf"\b(?:{_SAID_ID})(?: is| es)?[\s:#.º°=-]{{0,6}}(?=[\w-]{{0,11}}\d)[\w-]{{3,15}}"],
    BIRTHDAY: [rf"{_BORN}.{{0,12}}?{_ANY_DATE}", *(rf"(?<!\w){date}(?!\w)" for date in _DATES)],
    EMAIL: [r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"],
    NUMBER: [_SOCIAL_SECURITY, *_TELEPHONES, r"(?<!\d)\d{6,10}(?!\d)"],
}


@dataclass(frozen=True)
class Found:
    kind: str  # one of KINDS, or OWN
    words: str  # those that look like it


def check(pattern: str) -> str:
    """The pattern. Raises ValueError for one that says nothing, or too little to be of use."""
    free = sum(one in "#?" for one in pattern)
    if pattern not in KINDS and not (free >= LEAST and len(pattern) <= MOST and pattern.isprintable()):
        raise ValueError("a pattern is a kind, or looks like CV-#####")
    return pattern


def find(district: District, text: str, now: datetime) -> list[Found]:
    """What looks like part of a student's record, as the eye reads it, each once, in the order of the patterns."""
    return list(dict.fromkeys(_all(district, text, now)))


def is_any_in(district: District, text: str, now: datetime) -> bool:
    """Whether anything does, of a text of any length."""
    return next(_all(district, text, now), None) is not None


def _all(district: District, text: str, now: datetime) -> Iterator[Found]:
    """A piece at a time, and each record whole: a piece begins with the end of the one before it."""
    patterns = KINDS if district.student_records is None else district.student_records
    year, text = now.astimezone(ZoneInfo(district.zone)).year, folded(text)
    for begin in range(0, max(1, len(text) - OVERLAP), READ - OVERLAP):
        taken, until = list[tuple[int, int]](), min(begin + READ, len(text))
        for pattern in patterns:
            for match in _matches(pattern, text, begin, until, year):
                here, end = match.span()
                cut = end == until < len(text)  # the next piece has it whole
                if not cut and not any(here < other_end and other_begin < end for other_begin, other_end in taken):
                    taken.append((here, end))
                    yield Found(pattern if pattern in KINDS else OWN, match.group())


def mark(found: Sequence[Found]) -> str:
    """A short name of what was found: who decides about it decides about nothing else."""
    return hashlib.sha256("\n".join(one.words for one in found).encode()).hexdigest()[:8] if found else ""


def _matches(pattern: str, text: str, begin: int, end: int, year: int) -> Iterator[re.Match[str]]:
    for expression in _compiled(pattern):
        for match in expression.finditer(text, begin, end):
            years = (value for name, value in match.groupdict().items() if value and name.startswith("year"))
            born = next(map(int, years), year - OLD)
            if year - OLD <= born <= year - YOUNG:
                yield match


@lru_cache
def _compiled(pattern: str) -> tuple[re.Pattern[str], ...]:
    sources = _FOUND.get(pattern) or [rf"(?<!\w){''.join(map(_any, pattern))}(?!\w)"]
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def _any(one: str) -> str:
    return {"#": r"\d", "?": r"[^\W\d_]", " ": r"\s"}.get(one, re.escape(one))
