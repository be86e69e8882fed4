"""What people write, as they formatted it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from bot.boundary.addresses import Account


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


UNWRITTEN = Prose()


@dataclass(frozen=True)
class Attachment:
    """A file that somebody sent along, `size` bytes long. `reference` tells the platform on which it lies where to find
    it, and nobody else anything; empty: the platform does not hand it out."""

    name: str
    size: int
    reference: str = field(default="", repr=False)
