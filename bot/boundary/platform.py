"""What the bot asks of a platform, and what it keeps for one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bot.boundary.addresses import Account, Address
from bot.boundary.events import Missed
from bot.boundary.messages import Message


class RetryAfter(Exception):
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


class OutcomeUnknown(Exception):
    """It may have been done."""


class NoEvidence(Exception):
    """It may have been done, and the platform has no way to tell: somebody must look."""


NOT_BROUGHT = "not_there"  # why a message stands without its file: it was not to be had


class Remote(str):
    """The platform's id of a message that stands, if there is more to say of it. `lacks`: a code for why it stands
    without its file. `spoken`: it stands under its speaker's name. `message`: where it is the id of the file, that of
    the message; empty if that is not known."""

    lacks: str = ""
    spoken: bool = False
    message: str | None = None

    @classmethod
    def of(cls, id: str, *, lacks: str = "", spoken: bool = False, message: str | None = None) -> Remote:
        remote = cls(id)
        remote.lacks, remote.spoken, remote.message = lacks, spoken, message
        return remote

    @classmethod
    def message_of(cls, id: str) -> str:
        message = id.message if isinstance(id, cls) else None
        return id if message is None else message


@dataclass(frozen=True)
class Pace:
    """Seconds that lie between two sends: in one channel, in one workspace, and to one and another of its people, each
    in their DM; 0 for no limit. With `threads` each thread counts as a channel of its own, otherwise as a part of its
    channel."""

    channel: float = 0.0
    workspace: float = 0.0
    threads: bool = False
    dms: float = 0.0


class Platform(Protocol):
    """One connected platform. Each method raises RetryAfter, Refused or OutcomeUnknown; a wire left hanging is the
    caller's to cut off (asyncio cancellation), and then its outcome is unknown."""

    name: str
    paces: Mapping[str, Pace]  # for "post", "edit" and "delete"
    largest_file: int  # bytes that it takes

    async def post(self, to: Address, message: Message, delivery: int, since: float | None) -> str:
        """Posts and returns the platform's id of the message. `delivery` is sent along as evidence. With `since` (a
        Unix time) the same delivery may have been posted at or after that moment: then looks for it first, returns the
        one that stands there, and raises NoEvidence where looking is impossible."""

    async def find(self, to: Address, message: Message, delivery: int, since: float) -> str:
        """The message that `post` looks for first; empty where surely there is none. Raises NoEvidence where
        looking is impossible."""

    async def fetch(self, at: Address, reference: str) -> bytes:
        """A file that was told of as an `Attachment`. Raises Refused where it is gone or too large."""

    async def picture(self, account: Account) -> str:
        """The address of the picture that somebody there has chosen; empty if there is none or the bot may not ask."""

    async def missed(self, at: Address, known: Sequence[str], after: str = "") -> Sequence[Missed]:
        """What happened in this thread while nobody heard it, as far as the platform does not tell it by itself. It may
        have been told already. `known` are the messages that are known to stand there. Of what was
        said before the message `after` nothing is told."""

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

    async def workspaces(self) -> Sequence[str]:
        """Those that have a secret."""

    async def keep(self, workspace: str, secret: Secret) -> None: ...

    async def lose(self, workspace: str, secret: Secret) -> None:
        """The bot was taken out of the workspace, so this opens it no more. Does nothing if another was kept since."""

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
