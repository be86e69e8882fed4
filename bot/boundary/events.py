"""What people do, and what else happens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.boundary.addresses import Account, Address
from bot.boundary.prose import UNWRITTEN, Attachment, Prose


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
    """An entry in the menu of a message: its `text`, without its author."""

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
    prose: Prose = UNWRITTEN
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Edited(Said):
    """What a message says now that its author has changed its words or files. `edition` grows from one change of it to
    the next."""

    edition: float


@dataclass(frozen=True, kw_only=True)
class Typing(Act):
    """Has typed so far after the command `name`, into the `Search` that does `name` or the `PickField` that it suggests
    to, in a form about `about`. Answered with `Suggestions`; nothing comes of it, and it is recorded nowhere."""

    name: str
    text: str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Opened(Act):
    """Came to the bot's home tab; the answer is its content."""


@dataclass(frozen=True, kw_only=True)
class Reacted(Act):
    """Put an emoji to a message, the bot's included, or took it away. `emoji` is the picture that every platform has,
    or ":name:"; `at` a Unix time: the last word counts. `ours`: the platform says that the message is the bot's."""

    message: str
    emoji: str
    on: bool
    at: float
    ours: bool = False


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How many people have put which emoji to a message; of those that are not named as many as before, or none if it
    is the `whole`. `at`: the Unix time at which it was so."""

    id: str
    place: Address
    message: str
    counts: Mapping[str, int]
    whole: bool = True
    at: float = 0.0


@dataclass(frozen=True, kw_only=True)
class ChannelMembers:
    """Everybody who is in a place, bots left out, as it was at the Unix time `asked` (0: it is so now). Nobody: the bot
    is not there any more, or may not look, so who is cannot be told. Sent by platforms that tell. `public`: everybody
    in the workspace can open it; None: it is as it was."""

    id: str
    place: Address
    accounts: tuple[Account, ...]
    asked: float = 0.0
    public: bool | None = None


@dataclass(frozen=True, kw_only=True)
class BotChannels:
    """All channels of a workspace that the bot is in, by their ids, as it was at the Unix time `asked`; none where the
    platform doesn't tell. Sent by platforms that send `ChannelMembers`."""

    id: str
    platform: str
    workspace: str
    channels: frozenset[str]
    asked: float


@dataclass(frozen=True, kw_only=True)
class Deleted:
    """A message that somebody had written, as for `Said`, was taken away."""

    id: str
    place: Address
    message: str


@dataclass(frozen=True, kw_only=True)
class Joined:
    """The bot is in this workspace. Told at every start, so any number of times. `hears`: it is told what people say
    there, not only what names it. `bot`: as whom it is there, by the platform's id; empty: it does not say."""

    platform: str
    workspace: str
    hears: bool = True
    bot: str = field(default="", compare=False)

    @property
    def id(self) -> str:
        return f"{self.platform}:{self.workspace}"


@dataclass(frozen=True, kw_only=True)
class Left:
    """The bot was taken out of this workspace. `word`: the platform's id of that word, the same whenever it is told;
    empty: it has none. `at`: when it was taken out, a Unix time; None: it is not there now."""

    platform: str
    workspace: str
    word: str = ""
    at: float | None = None

    @property
    def id(self) -> str:
        return f"{self.platform}:{self.workspace}"


Event = Act | Deleted | Counted | ChannelMembers | BotChannels | Joined | Left
Missed = Said | Deleted | Counted
