"""All that crosses between the bot and a platform, on one page.

An adapter turns what happened into an event and awaits `Handle`; what comes back is shown to that one person. Whatever
others are to see goes the other way, through `Platform`. Every string in here is plain text: adapters escape all of it,
so nothing that a member wrote can format, mention or break out.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol, Self


@dataclass(frozen=True)
class Account:
    """A person on one platform, written `slack:T1/U1`; no workspace where the platform does not say (a DM)."""

    platform: str
    workspace: str
    user: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.workspace}/{self.user}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError for anything that `str` does not write."""
        platform, _, rest = text.partition(":")
        workspace, _, user = rest.partition("/")
        if not platform or not user or "/" in user:
            raise ValueError("an account looks like slack:T1/U1")
        return cls(platform, workspace, user)


@dataclass(frozen=True)
class Address:
    """A channel, a thread or a DM, written `slack:T1/C1` or `slack:T1/C1/1717171717.000100`. A thread is named by the
    channel and the message that it began with; where a platform makes a channel of it, which bears that message's id,
    what comes from there may name that channel alone."""

    platform: str
    workspace: str
    channel: str
    thread: str = ""

    def __str__(self) -> str:
        channel = f"{self.platform}:{self.workspace}/{self.channel}"
        return f"{channel}/{self.thread}" if self.thread else channel

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError for anything that `str` does not write."""
        platform, _, rest = text.partition(":")
        parts = rest.split("/")
        if not platform or len(parts) not in (2, 3) or not all(parts[1:]):
            raise ValueError("an address looks like slack:T1/C1")
        return cls(platform, *parts)

    @classmethod
    def alone_with(cls, account: Account) -> Self:
        """The DM with this person, written `slack:T1/@U1`, while nobody has asked the platform for its own name."""
        return cls(account.platform, account.workspace, f"@{account.user}")

    @property
    def account(self) -> Account | None:
        """Of a DM that is written so, with whom it is."""
        user = self.channel.removeprefix("@")
        return Account(self.platform, self.workspace, user) if user != self.channel else None


# What people write -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Span:
    """A run of text that looks the same all through. `link` is the address to which it leads. `names` is an `Account`
    or an `Address`, as text, that a member named there; `text` is then what the platform says of it, or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""
    names: str = ""

    @property
    def misleads(self) -> bool:
        """Whether it looks like an address, and not like the one to which it leads."""
        shown, link = _bare(self.text), _bare(self.link)
        leads_there = link.startswith(shown) and link[len(shown) :][:1] in ("", "/", "?", "#")
        return bool(link) and _LIKE_AN_ADDRESS.search(shown) is not None and not leads_there


_LIKE_AN_ADDRESS = re.compile(r"\w\.[^\W\d_]{2,}|://")


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?://|mailto:)?(?:www\.)?", "", address.strip().lower()).removesuffix("/")


@dataclass(frozen=True)
class Block:
    """Some lines, or one entry of a list: its `number`, if it has any, and how `deep` it lies in other lists."""

    kind: Literal["lines", "quote", "code", "bullet", "number"]
    spans: tuple[Span, ...]
    deep: int = 0
    number: int = 1

    @property
    def text(self) -> str:
        mark = {"bullet": "• ", "number": f"{self.number}. ", "quote": "> "}.get(self.kind, "")
        return "  " * self.deep + mark + "".join(map(_read, self.spans))


def _read(span: Span) -> str:
    """Where a link leads is said where its text does not say so."""
    return f"{span.text} ({span.link})" if span.link and span.link not in span.text else span.text


@dataclass(frozen=True)
class Prose:
    """What somebody wrote, as they formatted it. Nothing in its texts is a format of any platform."""

    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @classmethod
    def plain(cls, text: str) -> Self:
        return cls((Block("lines", (Span(text),)),) if text else ())

    def each(self, change: Callable[[Span], Span]) -> Prose:
        """With another span in the place of each."""
        return Prose(tuple(replace(block, spans=tuple(map(change, block.spans))) for block in self.blocks))

    def without(self, account: Account) -> Prose:
        """Without naming this account; a block that says nothing else goes with it."""
        kept = ((block, tuple(one for one in block.spans if one.names != str(account))) for block in self.blocks)
        return Prose(tuple(replace(block, spans=spans) for block, spans in kept if spans))


@dataclass(frozen=True)
class Attachment:
    """A file that somebody sent along, `size` bytes long. `reference` tells the platform on which it lies where to find
    it, and nobody else anything; empty: the platform does not hand it out."""

    name: str
    size: int
    reference: str = field(default="", repr=False)


# What people do --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something that a person did. `id` is the same in every delivery of the same act, and no other act has it."""

    id: str
    actor: Account
    place: Address | None = None  # None: nowhere that others could be (Slack's home tab)
    language: str = ""  # what the platform says of the person's language, such as "es"; empty: it does not say

    @property
    def workspace(self) -> str:
        """The workspace through which it came, which is not the actor's own where two share a channel."""
        return self.place.workspace if self.place else self.actor.workspace


@dataclass(frozen=True, kw_only=True)
class Command(Act):
    """`/name text`."""

    name: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Shortcut(Act):
    """An entry in the menu of a message, whoever wrote that: its `text`, and not whose it is."""

    name: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Press(Act):
    """A button that was pressed: the `do` and `about` of its `Button`, as they came back (anything may be forged)."""

    do: str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Submit(Act):
    """A form sent in. A text field is a tuple of one, a choice a tuple of the chosen values."""

    form: str
    about: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Said(Act):
    """Written where the bot hears it: by somebody, never by itself, another bot or a webhook. `to_bot`: alone with it,
    or while naming it; otherwise people talk among themselves, and nobody waits for an answer. `message` is the
    platform's id of it, `reply_to` that of the message that it answers, both within its channel."""

    text: str  # `prose`, without what it looks like and without the bot's name
    to_bot: bool = True
    message: str = ""
    reply_to: str = ""
    prose: Prose = Prose()
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Edited(Said):
    """What a message says now that its author has changed its words or files. `edition` grows from one change of it to
    the next."""

    edition: float


@dataclass(frozen=True, kw_only=True)
class Typing(Act):
    """Has typed so far after the command `name`, or into the `Search` that does `name`. Answered with `Suggestions`;
    nothing comes of it, and it is recorded nowhere."""

    name: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Opened(Act):
    """Came to the bot's home tab; the answer is what stands there."""


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """Everybody who is in a place now, bots left out. Sent by platforms that tell."""

    id: str
    place: Address
    accounts: tuple[Account, ...]


@dataclass(frozen=True, kw_only=True)
class Deleted:
    """A message that somebody had written, as for `Said`, was taken away."""

    id: str
    place: Address
    message: str


@dataclass(frozen=True, kw_only=True)
class Joined:
    """The bot is in this workspace. Told at every start, so any number of times."""

    platform: str
    workspace: str

    @property
    def id(self) -> str:
        return f"{self.platform}:{self.workspace}"


@dataclass(frozen=True, kw_only=True)
class Left:
    """The bot was taken out of this workspace."""

    platform: str
    workspace: str

    @property
    def id(self) -> str:
        return f"{self.platform}:{self.workspace}"


Event = Act | Deleted | Gathered | Joined | Left
Missed = Said | Deleted

# What a message is made of ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Heading:
    """At most 150 characters."""

    text: str


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Quote:
    """Somebody's own words."""

    text: str


@dataclass(frozen=True)
class Note:
    """Small print."""

    text: str


@dataclass(frozen=True)
class Bar:
    """One line of a tally: `share` from 0 to 1 is its length, `figure` what stands beside it ("12 votes")."""

    label: str
    figure: str
    share: float


@dataclass(frozen=True)
class Button:
    """`do` names an action of `bot.routes`, `about` what it is for. Together at most 80 bytes; a label at most 75
    characters; `tone` is "", "main" or "danger"."""

    label: str
    do: str
    about: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Search:
    """Something to type into and pick from what is suggested, where the platform has that in messages; elsewhere it is
    left out, for there it is suggested after a command. A pick comes as a `Press` of `do` about the choice's value."""

    label: str
    do: str


@dataclass(frozen=True)
class Buttons:
    """At most 25."""

    buttons: tuple[Button, ...]


Part = Heading | Text | Quote | Prose | Note | Bar | Search | Buttons


@dataclass(frozen=True)
class Loan:
    """A file of a member's that goes along, from the place where it lies. Where it cannot be had or is not taken,
    `instead` is said."""

    name: str
    size: int  # bytes
    at: Address
    reference: str = field(repr=False)
    instead: str
    content: bytes | None = field(default=None, repr=False)  # once it has been fetched


@dataclass(frozen=True)
class Message:
    """At most 3,500 characters and 40 parts in all. A card without any is not posted. `thread` is what the thread under
    it is called, where the platform gives it a name. `file` goes along when it is posted, never when it is edited."""

    parts: tuple[Part, ...]
    thread: str = ""
    file: Loan | None = None

    def text(self) -> str:
        """All of it as lines of plain text, for screen readers, notifications and old clients."""
        return "\n".join(line for part in self.parts if (line := _line(part)))


def _line(part: Part) -> str:
    match part:
        case Heading() | Text() | Quote() | Prose() | Note():
            return part.text
        case Bar():
            return f"{part.label}: {part.figure}"
        case Search():
            return f"[{part.label}]"
        case Buttons():
            return " · ".join(f"[{button.label}]" for button in part.buttons)


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

# What a person is answered ---------------------------------------------------------------------------------------


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
class Mend:
    """A form sent in that cannot stand: `errors` by field name, for where the form is still open; `message` says the
    same, with a button that opens the form again as it was filled in, for where it is gone."""

    errors: Mapping[str, str]
    message: Message


@dataclass(frozen=True)
class Suggestions:
    """At most 25."""

    choices: tuple[Choice, ...] = ()


Answer = Private | Form | Mend | Suggestions | None
Handle = Callable[[Event], Awaitable[Answer]]

# What the bot asks of a platform ---------------------------------------------------------------------------------


class NotNow(Exception):
    """Certainly not done; may be tried again `after` seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(f"again after {after:.1f} s")
        self.after = after


class Refused(Exception):
    """Certainly not done, and trying again will not help until somebody changes something. `reason` is the platform's
    own code ("not_in_channel"), never a text of ours or a member's."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class FateUnknown(Exception):
    """It may have been done."""


class NoEvidence(Exception):
    """It may have been done, and the platform has no way to tell: somebody must look."""


@dataclass(frozen=True)
class Pace:
    """Seconds that lie between two sends: in one channel, and in one workspace; 0 for no limit. With `threads` each
    thread counts as a channel of its own, otherwise as a part of its channel."""

    channel: float = 0.0
    workspace: float = 0.0
    threads: bool = False


class Platform(Protocol):
    """One connected platform. Each method raises NotNow, Refused or FateUnknown; a wire left hanging is the caller's to
    cut off (asyncio cancellation), and then its fate is unknown."""

    name: str
    paces: Mapping[str, Pace]  # for "post", "edit" and "delete"
    largest_file: int  # bytes that it takes

    async def post(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
        """Posts and returns the platform's id of the message. `delivery` is sent along as evidence. With `since` (a
        Unix time) the same delivery may have been posted at or after that moment: then looks for it first, returns the
        one that stands there, and raises NoEvidence where looking is impossible."""

    async def fetch(self, at: Address, reference: str) -> bytes:
        """A file that was told of as an `Attachment`. Raises Refused where it is gone or too large."""

    async def missed(self, at: Address, known: Sequence[str]) -> Sequence[Missed]:
        """What happened in this thread while nobody heard it, as far as the platform does not tell it by itself. It may
        have been told already. `known` are the messages that are known to stand there."""

    async def edit(self, at: Address, remote: str, message: Message, delivery: int) -> None:
        """Makes the message `remote` look like `message`. Repeating it does no harm."""

    async def delete(self, at: Address, remote: str) -> None:
        """Takes the message away; one that is gone already counts as done."""

    async def open_dm(self, account: Account) -> Address:
        """The place where only this person and the bot are."""


@dataclass(frozen=True)
class Secret:
    """What opens a workspace. With `refresh` the token is good until `expires_at` (a Unix time), then for a new one."""

    token: str = field(repr=False)
    refresh: str = field(default="", repr=False)
    expires_at: float = 0.0  # 0: never


class Keyring(Protocol):
    """What the core keeps for an adapter whose workspaces each have a secret of their own."""

    async def read(self, workspace: str) -> Secret | None:
        """None: there is none, the bot is not (or no longer) there."""

    async def keep(self, workspace: str, secret: Secret) -> None: ...

    async def renew(self, workspace: str, old: Secret, ask: Callable[[Secret], Awaitable[Secret]]) -> Secret | None:
        """What took the old one's place: what `ask` returned, here or in another process, but asked only once."""

    async def ticket(self) -> str:
        """Good once, for ten minutes."""

    async def redeem(self, ticket: str) -> bool: ...


@dataclass(frozen=True)
class Offer:
    """A slash command as a platform lists it: what it does and what may be typed after it, by language. With `suggests`
    what is typed so far comes as `Typing`."""

    name: str
    does: Mapping[str, str]
    hint: Mapping[str, str]
    suggests: bool = False
    on_messages: bool = False  # an entry in the menu of messages instead, called as `does` says
