"""The words: `content/<language>/**/*.ftl` and `content/playbook/<language>/*.ftl` read into checked texts.

Every language has the same messages with the same variables, or nothing starts. Plurals and grammar are Fluent's
(projectfluent.org), dates and lists are Babel's.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from datetime import datetime, time, timedelta
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time, get_timezone_location
from babel.lists import format_list
from fluent.runtime import FluentBundle, resolver
from fluent.syntax import FluentParser, ast, visitor

Value = str | float
PLAYBOOK = "playbook"  # a folder beside those of the languages
FRAME = "frame.ftl"  # what every part of the texts needs, such as how numbers are written
ALL, TERMINAL = "**/*.ftl", "terminal/*.ftl"  # what is read of each language

# Fluent's runtime refuses to fill in more than 2,500 characters, for those who read texts from strangers. Ours are our
# own, and what people write is bounded where it comes in.
resolver.MAX_PART_LENGTH = sys.maxsize


_MARK = "\x00"  # nobody can type it


class TextError(Exception):
    """The words do not fit together; says which message, where and why."""


class _Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # the name that fluent.syntax calls
        self.names.add(node.id.name)


class Words:
    """One language: `words("poll-closes", when=…)`. With `own_zone` to somebody who lives by other clocks; with `hides`
    to readers who may not know who is on some committees: it is true of their numbers."""

    own_zone = ""
    hides: Callable[[int], bool] = staticmethod(lambda _committee: False)
    _contractions: Mapping[tuple[str, str], str] = MappingProxyType({})
    _articles: tuple[str, ...] = ()

    def __init__(self, language: str, source: str) -> None:
        self.language = language
        resource = FluentParser().parse(source)
        self.variables = _variables(language, resource)
        self._bundle = _bundle(language, resource)
        if "formats" in self.variables:  # numbers, too, as people there write them
            self._bundle = _bundle(self("formats").replace("_", "-"), resource)
        if "contractions" in self.variables:
            self._contractions = _contractions(self("contractions"))
            self._articles = tuple({f"{article} " for _, article in self._contractions})

    def __call__(self, name: str, /, **values: Value) -> str:
        """The message with its variables filled in. Raises TextError if it is not there or the variables are not its
        own."""
        if values.keys() != self.variables.get(name):
            raise TextError(f"{self.language}: {name} takes {sorted(self.variables.get(name, ()))}")
        pattern = self._bundle.get_message(name).value
        text, errors = self._bundle.format_pattern(pattern, self._marked(values)) if pattern else ("", [])
        if errors:
            raise TextError(f"{self.language}: {name}: {type(errors[0]).__name__}")
        return self._contracted(str(text))

    def _marked(self, values: dict[str, Value]) -> dict[str, Value]:
        """What is filled in and begins with an article is told apart from what people wrote."""
        found = {key: f"{_MARK}{value}" for key, value in values.items() if str(value).startswith(self._articles)}
        return {**values, **found} if found else values

    def _contracted(self, text: str) -> str:
        """ "de" and "el enlace" are "del enlace"."""
        if _MARK not in text:
            return text
        for (word, article), together in self._contractions.items():
            text = re.sub(rf"\b{word} {_MARK}{article}\b", together, text)
        return text.replace(_MARK, "")

    def moment(self, moment: datetime, zone: str) -> str:
        """A day and time as a person there says it: "Thursday, October 8, 6:00 PM"."""
        weekday, day, hour = _day_and_time(moment, zone, self("formats"))
        said = self("moment", weekday=weekday, day=day, time=hour)
        if not self.own_zone or _offset(moment, self.own_zone) == _offset(moment, zone):
            return said
        own_weekday, own_day, own = _day_and_time(moment, self.own_zone, self("formats"))
        if own_day != day:
            own = self("moment", weekday=own_weekday, day=own_day, time=own)
        return self("moment-elsewhere", moment=said, own=own)

    def away(self, zone: str | None) -> Words:
        """To somebody who lives there: moments are told by their own clocks, too. None: as everybody is told."""
        return _away(self, zone) if zone else self

    def hiding(self, hides: Callable[[int], bool]) -> Words:
        """To readers who may not know who is on these committees."""
        theirs = copy(self)
        theirs.hides = hides
        return theirs

    def day(self, moment: datetime, zone: str) -> str:
        """The day that it is there: "October 8, 2026"."""
        return format_date(moment.astimezone(ZoneInfo(zone)), "long", locale=self("formats"))

    def city(self, zone: str) -> str:
        """That a zone is called after: "Los Ángeles"."""
        return get_timezone_location(zone, locale=self("formats"), return_city=True)

    def hour(self, hour: int) -> str:
        """A full hour of the day, from 0 to 24: "6:00 PM"."""
        return format_time(time(hour % 24), "short", locale=self("formats")).replace("\u202f", "\u00a0")

    def listed(self, items: Sequence[str]) -> str:
        """ "A, B, and C"."""
        return format_list(items, locale=self("formats"))

    def either(self, items: Sequence[str]) -> str:
        """ "A, B, or C"."""
        return format_list(items, "or", locale=self("formats"))


class Texts(Mapping[str, Words]):
    """All languages; one that is not there is answered with the first, English."""

    def __init__(self, languages: Mapping[str, Words]) -> None:
        self._languages = dict(languages)

    def __getitem__(self, language: str) -> Words:
        return self._languages.get(language) or next(iter(self._languages.values()))

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)

    def in_all(self, name: str) -> list[str]:
        """A message without variables, in every language."""
        return [words(name) for words in self._languages.values()]

    def others(self, language: str) -> list[Words]:
        """Every language but this one."""
        return [words for words in self._languages.values() if words.language != language]


@cache  # parsing takes a second, and what was parsed never changes
def read(content: Path, part: str = ALL) -> Texts:
    """As they stood when they were first read: all of them, or those of TERMINAL. Raises TextError unless all languages
    say the same things."""
    folders = sorted((path.parent for path in content.glob(f"*/{FRAME}")), key=lambda path: (path.name != "en", path))
    languages = {path.name: Words(path.name, _source(content, path.name, part)) for path in folders}
    if not languages:
        raise TextError(f"no texts in {content}")
    first, *others = languages.values()
    for other in others:
        for name in first.variables.keys() | other.variables.keys():
            if first.variables.get(name) != other.variables.get(name):
                raise TextError(f"{name} is not the same in {first.language} and {other.language}")
    return Texts(languages)


def _contractions(listed: str) -> dict[tuple[str, str], str]:
    """From "de el = del; a el = al", or "none"."""
    pairs = [one.split(" = ") for one in listed.split("; ") if " = " in one]
    return {(apart.split()[0], apart.split()[1]): together for apart, together in pairs}


@lru_cache  # Babel takes its time, and a poll says the same one to everybody who answers
def _day_and_time(moment: datetime, zone: str, locale: str) -> tuple[str, str, str]:
    there = moment.astimezone(ZoneInfo(zone))
    weekday, day = format_date(there, "EEEE", locale=locale), format_skeleton("MMMMd", there, locale=locale)
    hour = format_time(there, "short", locale=locale).replace("\u202f", "\u00a0")  # many fonts lack the narrow space
    return weekday, day, hour


@lru_cache(maxsize=256)
def _away(words: Words, zone: str) -> Words:
    theirs = copy(words)
    theirs.own_zone = zone
    return theirs


def _offset(moment: datetime, zone: str) -> timedelta | None:
    return moment.astimezone(ZoneInfo(zone)).utcoffset()


def _bundle(locale: str, resource: ast.Resource) -> FluentBundle:
    bundle = FluentBundle([locale], use_isolating=False)  # isolation marks break mentions, and screen readers stumble
    bundle.add_resource(resource)
    return bundle


def _source(content: Path, language: str, part: str) -> str:
    files = {content / language / FRAME, *(content / language).glob(part)}
    if part == ALL:
        files |= {*(content / PLAYBOOK / language).glob("*.ftl")}
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(files))


def _variables(language: str, resource: ast.Resource) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise TextError(f"{language}: cannot be read: {(entry.content or '').strip().splitlines()[0]}")
        if isinstance(entry, ast.Message):
            if entry.id.name in found:
                raise TextError(f"{language}: {entry.id.name} stands twice")
            variables = _Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found
