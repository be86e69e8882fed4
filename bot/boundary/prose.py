"""What people write, as they formatted it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from bot.boundary.addresses import Account
from bot.boundary.characters import folded


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
    def leads_to(self) -> str:
        """To be said beside it: the host to which it leads; of mail, to whom. Empty where its text says just that."""
        if not self.link or (_bare(self.text) == _bare(self.link) and not _DISGUISED.search(_authority(self.link))):
            return ""
        return _ascii(_authority(self.link).rpartition("@")[2]) if "://" in self.link else _bare(self.link)

    @property
    def misleads(self) -> bool:
        """Whether it looks like an address, and not like the one to which it leads."""
        shown, link = _bare(self.text), _bare(self.link)
        leads_there = link.startswith(shown) and link[len(shown) :][:1] in ("", "/", "?", "#")
        return bool(link) and _LIKE_AN_ADDRESS.search(shown) is not None and not leads_there


_LIKE_AN_ADDRESS = re.compile(r"\w\.[^\W\d_]{2,}|\d\.\d+\.\d|://|\w@\w")
_DISGUISED = re.compile(r"@|[^!-~]")  # a name before the host, which looks like one; letters that look like others


def _bare(address: str) -> str:
    return re.sub(r"^(?:https?://|mailto:)?(?:www\.)?", "", folded(address).strip().lower()).removesuffix("/")


def _authority(link: str) -> str:
    """What stands between `https://` and the path; a browser takes a backslash for a slash."""
    return re.split(r"[/\\?#]", link.partition("://")[2], maxsplit=1)[0]


def _ascii(host: str) -> str:
    try:
        return host if host.isascii() else folded(host).encode("idna").decode()
    except UnicodeError:  # no such host can be
        return host


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


UNWRITTEN = Prose()


@dataclass(frozen=True)
class Attachment:
    """A file that somebody sent along, `size` bytes long. `reference` tells the platform on which it lies where to find
    it, and nobody else anything; empty: the platform does not hand it out."""

    name: str
    size: int
    reference: str = field(default="", repr=False)
