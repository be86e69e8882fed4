"""Who and where: a person on a platform, and a place there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

OCCASIONS = "events"  # stands for a workspace's own calendar where a channel's name stands


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
