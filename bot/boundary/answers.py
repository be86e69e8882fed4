"""What a person is answered: something that only they see, or a form to fill in."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from bot.boundary.events import Event
from bot.boundary.messages import Message, TooMuch

PICKED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})?(?:T((?:[01][0-9]|2[0-3]):[0-5][0-9]))?")
FIELDS, CHOICES = 5, 25  # of a form, and of a list to choose from
TYPED = 3000  # characters in a field


@dataclass(frozen=True)
class TextField:
    """A label has at most 45 characters, a hint 100, what is longer ends in "…"; `most` characters may be typed, 3,000
    at the utmost. One that is `optional` may be left empty; the platform may refuse to send the form while another is.
    A `value` of more than `most` is shown whole, to be shortened."""

    name: str
    label: str
    hint: str = ""
    value: str = ""
    most: int = TYPED
    long: bool = False
    optional: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.most <= TYPED:
            raise TooMuch(self.name, f"{self.most} characters")

    def filled_in(self, values: Sequence[str]) -> Self:
        """With what came of it before."""
        return replace(self, value=next(iter(values), ""))


@dataclass(frozen=True)
class Choice:
    """A value has at most 100 characters. Of a label as many are shown as a list has room for, see `abridged`."""

    value: str
    label: str


@dataclass(frozen=True)
class ChoiceField:
    """1 to 25 choices, of which one to `most` are picked, or none if `optional`; `chosen` are picked beforehand."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    chosen: tuple[str, ...] = ()
    hint: str = ""
    most: int = 1
    optional: bool = False

    def __post_init__(self) -> None:
        if not 1 <= len(self.choices) <= CHOICES:
            raise TooMuch(self.name, f"{len(self.choices)} choices")
        if not len(self.chosen) <= self.most:
            raise TooMuch(self.name, f"{len(self.chosen)} of them chosen, {self.most} may be")

    def filled_in(self, values: Sequence[str]) -> Self:
        """With what came of it before, as far as it is offered."""
        offered = tuple(one.value for one in self.choices if one.value in values)
        return replace(self, chosen=offered[: self.most])


@dataclass(frozen=True)
class PickField:
    """One to `most` of any number of choices, found by typing: `Typing` of `suggests` is answered with those that fit.
    Comes back as the values that were picked or, where a platform suggests nothing in forms, as what was typed, a line
    each; `bot.picks` makes such a field and reads both. `typed` are lines from before that are no choice."""

    name: str
    label: str
    suggests: str
    choices: tuple[Choice, ...] = field(repr=False)
    chosen: tuple[str, ...] = ()
    typed: str = ""
    hint: str = ""
    most: int = 1

    def __post_init__(self) -> None:
        if not len(self.chosen) <= self.most:
            raise TooMuch(self.name, f"{len(self.chosen)} of them chosen, {self.most} may be")

    @property
    def picked(self) -> tuple[Choice, ...]:
        return tuple(one for one in self.choices if one.value in self.chosen)

    @property
    def written(self) -> str:
        """All of it, for where it is typed."""
        return "\n".join((*(one.label for one in self.picked), *([self.typed] if self.typed else [])))

    def filled_in(self, values: Sequence[str]) -> Self:
        known = {one.value for one in self.choices}
        chosen = tuple(dict.fromkeys(value for value in values if value in known))[: self.most]
        return replace(self, chosen=chosen, typed="\n".join(value for value in values if value not in known))


@dataclass(frozen=True)
class MomentField:
    """A day, and a time of day if `time` is a label for that. Comes back as "2026-10-14" or "2026-10-14T15:15" by the
    clocks there or, where a platform has no calendar in forms, as what was typed; `bot.moments` reads both, and `value`
    is either. `example`, at most 100 characters, is how it may be typed."""

    name: str
    label: str
    example: str
    hint: str = ""
    value: str = ""
    time: str = ""
    optional: bool = False

    @property
    def picked(self) -> tuple[str, str] | None:
        """Day and time, each perhaps empty; None: the value is as somebody typed it."""
        found = PICKED.fullmatch(self.value)
        try:
            date.fromisoformat(found[1] or "2000-01-01") if found else None
        except ValueError:  # there is no such day
            return None
        return (found[1] or "", found[2] or "") if found and (self.time or not found[2]) else None

    def filled_in(self, values: Sequence[str]) -> Self:
        return replace(self, value=next(iter(values), ""))


Field = TextField | ChoiceField | PickField | MomentField


@dataclass(frozen=True)
class File:
    """A picture (`alt` says in at most 1,000 characters what it shows) or a table. `make` returns its content; it is
    called once all is committed, may take seconds and raise anything."""

    name: str
    alt: str
    make: Callable[[], Awaitable[bytes]]


@dataclass(frozen=True)
class Private:
    """Only the person who acted sees it. If they pressed a button of such a message, it takes that message's place.
    Where nothing was `done`, because we were busy or at fault, the platform is to show a failure too, if it can.
    `files`, at most 10, follow where only this person sees them: below it, or in their DM with the bot. `aside` is said
    instead, in reply, where a platform shows nobody anything alone unless they press: it has a button to press."""

    message: Message
    done: bool = True
    files: tuple[File, ...] = ()
    aside: Message | None = None


@dataclass(frozen=True)
class Form:
    """1 to 5 fields, each of another name; title and the two labels have at most 24 characters each, what is longer
    ends in "…"."""

    name: str
    title: str
    submit: str
    cancel: str
    fields: tuple[Field, ...]
    about: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len({one.name for one in self.fields}) == len(self.fields) <= FIELDS:
            raise TooMuch(self.name, f"fields {', '.join(one.name for one in self.fields)}")

    def filled_in(self, typed: Mapping[str, Sequence[str]]) -> Self:
        """With what came of it before, by field; what is not named stays."""
        fields = (one.filled_in(typed[one.name]) if one.name in typed else one for one in self.fields)
        return replace(self, fields=tuple(fields))


@dataclass(frozen=True)
class FormErrors:
    """A form sent in that cannot stand: `errors` by field name, for where the form is still open; `message` says the
    same, with a button that opens the form again as it was filled in, for where it is gone."""

    errors: Mapping[str, str]
    message: Message


@dataclass(frozen=True)
class Suggestions:
    """At most 25; typing on finds the others."""

    choices: tuple[Choice, ...] = ()

    def __post_init__(self) -> None:
        if len(self.choices) > CHOICES:
            raise TooMuch("suggestions", f"{len(self.choices)} choices")


Answer = Private | Form | FormErrors | Suggestions | None
Handle = Callable[[Event], Awaitable[Answer]]
