"""Days and times of day as people give them: picked from a calendar, or typed, "Fri 3pm", "el viernes a las 3 p. m.".

Which day is meant dateparser says; it reads what it can and guesses the rest, so what it found is held against what was
typed. The time of day is read here: dateparser takes a bare hour for a month.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import get_day_names

LONGEST = 100  # characters
AHEAD, AGO = timedelta(days=366), timedelta(days=2 * 366)
SOON = timedelta(days=60)  # a day that comes so soon is meant, and not the one a year ago, where no year is given
LANGUAGES = ("en", "es")
PICKED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?", re.ASCII)
CLOCK = re.compile(
    r"(?P<at>\b(?:at|a las?) |@ ?)?"
    r"(?<![\d/.:-])(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?![\d/:-])"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?| de la (?P<part>manana|tarde|noche)\b)?",
    re.ASCII,
)
NOON = re.compile(r"\b(?:at |al? )?(?:noon|mediodia)\b")
FILLING = re.compile(r"\b(?:on|el|este|proximo|que viene)\b|,")
NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?", re.ASCII)
A_DAY = re.compile(r"[a-z]|\d[/.-]\d")
A_YEAR = re.compile(r"\d{4}|\d[/.-]\d+[/.-]\d", re.ASCII)


class Unclear(ValueError):
    """`says` is a name in `content/`."""

    def __init__(self, says: str = "moment-unclear") -> None:
        super().__init__(says)  # never what was typed
        self.says = says


@dataclass(frozen=True)
class Moment:
    """By the clocks there."""

    day: date
    at: time | None

    def within(self, zone: str, usual: time) -> datetime:
        """In UTC; at the `usual` time where none was given. A time that the clocks skip is an hour later."""
        return datetime.combine(self.day, self.at or usual, ZoneInfo(zone)).astimezone(UTC)


def prepare() -> None:
    """Loads dateparser: 0.4 s of processor time that no act is to wait for."""
    _day("monday", date(2000, 1, 3), LANGUAGES[0])


def read(text: str, now: datetime, zone: str, language: str) -> Moment:
    """From a `MomentField`: a day from today on, within a year. A bare hour from 1 to 6 is in the afternoon, as at a
    school. Raises Unclear."""
    if len(text) > LONGEST:
        raise Unclear
    here = now.astimezone(ZoneInfo(zone))
    if picked := PICKED.fullmatch(text.strip()):
        moment = _picked(*picked.groups())
    else:
        moment = _typed(" ".join(_bare(text).split()), here, language)
    if not here.date() <= moment.day <= here.date() + AHEAD:
        raise Unclear
    return moment


def read_past(text: str, now: datetime, zone: str, language: str) -> date:
    """The same, without a time: a day until today, of the last two years. Raises Unclear."""
    if len(text) > LONGEST:
        raise Unclear("day-unclear")
    today = now.astimezone(ZoneInfo(zone)).date()
    day = _past(" ".join(FILLING.sub(" ", _bare(text)).split()), today, language)
    is_soon = today < day + timedelta(days=365) <= today + SOON and not A_YEAR.search(text)
    if day > today or is_soon:
        raise Unclear("day-to-come")
    if day < today - AGO:
        raise Unclear("day-long-ago")
    return day


def _past(text: str, today: date, language: str) -> date:
    try:
        if picked := PICKED.fullmatch(text):
            return _picked(picked[1], None).day
        return _day(text, today, language, "past")
    except Unclear as unclear:
        raise Unclear("day-unclear" if unclear.says == "moment-unclear" else unclear.says) from None


def _picked(day: str, at: str | None) -> Moment:
    try:
        return Moment(date.fromisoformat(day), time.fromisoformat(at) if at else None)
    except ValueError:
        raise Unclear from None


def _typed(text: str, here: datetime, language: str) -> Moment:
    times = [one for one in CLOCK.finditer(text) if one["at"] or one["minute"] or one["half"] or one["part"]]
    times += NOON.finditer(text)
    if len(times) > 1:
        raise Unclear
    at = _time(times[0]) if times else None
    rest = text.replace(times[0][0], " ", 1) if times else text
    rest = " ".join(FILLING.sub(" ", rest).split())
    if at and not rest:
        return Moment(here.date() + timedelta(at <= here.time()), at)
    return Moment(_day(rest, here.date(), language), at)


def _time(found: re.Match[str]) -> time:
    said = found.groupdict()
    if not said:
        return time(12)
    hour, minute = int(said["hour"]), int(said["minute"] or 0)
    if said["half"] or said["part"]:
        if not 1 <= hour <= 12:
            raise Unclear
        hour = hour % 12 + 12 * (said["half"] == "p" or said["part"] in ("tarde", "noche"))
    elif 1 <= hour <= 6 and not said["hour"].startswith("0"):
        hour += 12
    try:
        return time(hour, minute)
    except ValueError:
        raise Unclear from None


def _day(text: str, today: date, language: str, prefer: str = "future") -> date:
    if not A_DAY.search(text):
        raise Unclear
    numbers = NUMBERS.fullmatch(text)
    if numbers and language != "en" and max(int(numbers[1]), int(numbers[2])) <= 12 and numbers[1] != numbers[2]:
        raise Unclear("moment-two-ways")  # here the month comes first, where Spanish comes from the day
    from dateparser.date import DateDataParser  # 17 MB and a fifth of a second, for those who need it

    order = sorted(LANGUAGES, key=lambda one: one != language)
    found = DateDataParser(
        languages=order,
        use_given_order=True,
        settings={
            "DATE_ORDER": "MDY",
            "PARSERS": ["relative-time", "absolute-time"],
            "PREFER_DATES_FROM": prefer,
            "RELATIVE_BASE": datetime.combine(today, time()),  # dateparser remembers its settings: two a day are few
            "RETURN_AS_TIMEZONE_AWARE": False,
            "TIMEZONE": "UTC",
        },
    )
    try:
        read = found.get_date_data(text)
    except (ValueError, OverflowError):
        raise Unclear from None
    day: datetime | None = read.date_obj
    if day is None or read.period not in ("day", "week") or day.time() != time():
        raise Unclear
    weekdays = _weekdays(language)
    if {weekdays[word] for word in re.findall(r"[a-z]+", text) if word in weekdays} - {day.weekday()}:
        raise Unclear
    return day.date()


@cache
def _weekdays(language: str) -> dict[str, int]:
    """0 is Monday. Shortened only in this language: "mar" is a Tuesday in one and March in the other."""
    whole = [get_day_names("wide", locale=one) for one in LANGUAGES]
    every = (*whole, get_day_names("abbreviated", locale=language))
    return {_bare(name): day for names in every for day, name in names.items()}


def _bare(text: str) -> str:
    """In small letters without accents, with spaces alone."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))
