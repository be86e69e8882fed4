"""What a person is answered: something that only they see, or a form to fill in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot.boundary.events import Event
from bot.boundary.messages import Message


@dataclass(frozen=True)
class TextField:
    """A label has at most 45 characters, a hint 100; `most` characters may be typed, 3,000 at the utmost. One that is
    `optional` may be left empty; the platform may refuse to send the form while another is."""

    name: str
    label: str
    hint: str = ""
    value: str = ""
    most: int = 3000
    long: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Choice:
    """A label has at most 75 characters, a value 100."""

    value: str
    label: str


@dataclass(frozen=True)
class ChoiceField:
    """1 to 25 choices, of which one to `most` are picked; `chosen` are picked beforehand."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    chosen: tuple[str, ...] = ()
    hint: str = ""
    most: int = 1


Field = TextField | ChoiceField


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
    `files`, at most 10, follow where only this person sees them: below it, or in their DM with the bot."""

    message: Message
    done: bool = True
    files: tuple[File, ...] = ()


@dataclass(frozen=True)
class Form:
    """1 to 5 fields; title and the two labels have at most 24 characters each."""

    name: str
    title: str
    submit: str
    cancel: str
    fields: tuple[Field, ...]
    about: str = ""


@dataclass(frozen=True)
class FormErrors:
    """A form sent in that cannot stand: `errors` by field name, for where the form is still open; `message` says the
    same, with a button that opens the form again as it was filled in, for where it is gone."""

    errors: Mapping[str, str]
    message: Message


@dataclass(frozen=True)
class Suggestions:
    """At most 25."""

    choices: tuple[Choice, ...] = ()


Answer = Private | Form | FormErrors | Suggestions | None
Handle = Callable[[Event], Awaitable[Answer]]
