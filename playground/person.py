"""What a person at a pretend platform sees and can do, the same for both platforms: the page and the tests sit here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Attached = tuple[str, bytes]  # the name and the content of a file


@dataclass(frozen=True)
class SeenButton:
    label: str
    key: str  # the platform's own id of it, unique within its message
    style: str = ""  # "", "primary" or "danger"
    disabled: bool = False
    below: int = 0  # how many of its message's lines stand above it


@dataclass(frozen=True)
class SeenSearch:
    """Something in a message to type into and pick from what is then offered."""

    label: str
    key: str
    least: int  # characters before anything is offered


@dataclass(frozen=True)
class SeenLine:
    """One piece of a message as it is displayed: markup resolved, so `text` is what the eye reads."""

    kind: Literal["heading", "text", "quote", "note", "divider"]
    text: str


@dataclass(frozen=True)
class SeenFile:
    name: str
    alt: str  # what a screen reader says of a picture
    content: bytes


@dataclass(frozen=True)
class SeenMessage:
    id: str
    channel: str  # empty on a home tab and in a pop-up
    author: str
    lines: tuple[SeenLine, ...]
    buttons: tuple[SeenButton, ...] = ()
    private: bool = False  # only this person sees it
    edited: bool = False
    pings: tuple[str, ...] = ()  # whom it would notify: user ids, "everyone", "channel", "here"
    fallback: str = ""  # what a screen reader or a notification reads
    files: tuple[SeenFile, ...] = ()
    searches: tuple[SeenSearch, ...] = ()
    thread: str = ""  # the id of the message in whose thread it stands
    replies: int = 0  # how many stand in the thread below it
    user: str = ""  # the author's id
    threadable: bool = False  # whether a thread may be below it
    reactions: tuple[tuple[str, int], ...] = ()  # emoji as the platform calls them, and how many people put each
    answers: str = ""  # the id of the message that it replies to without a thread (Discord)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def button(self, label: str) -> SeenButton:
        return next(button for button in self.buttons if button.label == label)


@dataclass(frozen=True)
class SeenEvent:
    """A date in the calendar of a whole server, which everybody in it sees."""

    id: str
    name: str
    begins: datetime
    where: str
    about: str


Kind = Literal["text", "date", "time", "choice", "found"]  # of a field; "found": chosen from what typing finds


@dataclass(frozen=True)
class SeenField:
    name: str
    label: str
    kind: Kind
    hint: str = ""
    placeholder: str = ""  # in it, while it is empty
    value: str = ""  # what already stands in a field without choices: 2026-10-14, 15:15
    long: bool = False
    most: int = 0  # characters, or choices
    choices: tuple[tuple[str, str], ...] = ()  # value, label; of one that is found only what stands there
    chosen: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True)
class SeenForm:
    """An open modal. Slack's may also show lines and buttons; then it acts like a message."""

    title: str
    submit: str  # label; empty: nothing to send in
    fields: tuple[SeenField, ...]
    shown: SeenMessage | None = None

    def field(self, label: str) -> SeenField:
        return next(field for field in self.fields if field.label == label)


@dataclass(frozen=True)
class Outcome:
    """`acknowledged`: the bot answered in time; if not, `notice` is what the platform then tells the person."""

    acknowledged: bool
    notice: str = ""


class Person(Protocol):
    """Somebody who sits at one platform. Every awaited act returns when the bot has acknowledged it or the platform has
    given up waiting (3 s). Raises PermissionError where the platform would not let them, ValueError where there is no
    such button, form or field, or a value that the form would not take."""

    id: str
    name: str
    locale: str

    def channels(self) -> Sequence[tuple[str, str]]:
        """(id, name) of every channel this person is in, DMs with the bot last."""

    def messages(self, channel: str) -> Sequence[SeenMessage]:
        """Everything in it that they can see now, oldest first, private ones among them, without what is in threads."""

    def thread(self, message: SeenMessage) -> Sequence[SeenMessage]:
        """What they can see in the thread below a message, oldest first; empty where there is none."""

    def menu(self, message: SeenMessage) -> Sequence[tuple[str, str]]:
        """The bot's entries in the menu of a message: the name under which each was registered, and its label."""

    async def use(self, message: SeenMessage, name: str) -> Outcome:
        """One of these entries, by its name."""

    def home(self) -> SeenMessage | None:
        """What stands on the bot's home tab; None where the platform has none or nothing was published."""

    def events(self) -> Sequence[SeenEvent]:
        """Of the whole server, to come or going on, the next first; empty where the platform has none."""

    @property
    def form(self) -> SeenForm | None: ...

    async def open_home(self) -> Outcome: ...

    async def command(self, channel: str, name: str, text: str = "") -> Outcome:
        """`name` without the slash."""

    async def suggested(self, channel: str, name: str, text: str) -> Sequence[tuple[str, str]]:
        """(value, label) of what is offered while they type this after the command; one that is picked is typed as its
        value. PermissionError where a platform offers nothing there."""

    async def look_up(self, message: SeenMessage, label: str, text: str) -> Sequence[tuple[str, str]]:
        """(value, label) of what is offered while they type this into a search of the message."""

    async def pick(self, message: SeenMessage, label: str, value: str) -> Outcome:
        """Something that was offered there last."""

    async def say(
        self, channel: str, text: str, *, files: Sequence[Attached] = (), to: SeenMessage | None = None
    ) -> Outcome:
        """As they would type it: names after @, links, and what the platform's editor makes of marks. `to`: in reply to
        that message, where the platform has such a thing beside threads."""

    async def reply(self, message: SeenMessage, text: str, *, files: Sequence[Attached] = ()) -> Outcome:
        """In the thread below this message, which begins with it if there is none; or in the thread that it is in."""

    async def edit(self, message: SeenMessage, text: str) -> Outcome:
        """Their own message."""

    async def delete(self, message: SeenMessage) -> Outcome:
        """Their own message."""

    async def react(self, message: SeenMessage, emoji: str, *, on: bool = True) -> Outcome:
        """Puts an emoji to a message, named as the platform names it, or takes it away."""

    async def press(self, message: SeenMessage, label: str) -> Outcome:
        """The button with this label, or with this key where several have the same label."""

    async def find(self, field: str, text: str) -> Sequence[tuple[str, str]]:
        """(value, label) of what is offered while they type this into a field of the open form."""

    async def submit(self, values: Mapping[str, str | Sequence[str]]) -> Outcome:
        """Sends the open form in; `values` by field name, what is not named stays as it stands in the form. If the bot
        refuses fields, the form stays open and shows the errors."""

    def dismiss(self) -> None:
        """Closes the open form."""
