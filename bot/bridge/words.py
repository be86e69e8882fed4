"""What somebody wrote, kept as a row, with names where they named people and places."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.boundary import Block, Prose, Span
from bot.people import model as people
from bot.people.places import Place

MOST = 3000  # characters that are carried; a card has room for them and for what is said about them
LOOKS = ("bold", "italic", "strike", "code")
SOMEBODY = "@…"
# Whom a span names in joined channels: this and the number of a member, and after it once it crosses how. What names a
# place has its address.
MEMBER = "member:"


def named(session: Session, prose: Prose, district: int) -> Prose:
    """With the names of the members and places that it names, as plain text."""
    found = _accounts(prose)
    names = _names(session, found, district) if found else {}
    return prose.each(lambda span: _named(span, names))


def pointed(session: Session, prose: Prose, district: int) -> Prose:
    """With the members that it names, for each to be named as they choose, and the places, by their names."""
    found = _accounts(prose)
    if not found:
        return prose
    rows = session.execute(_members(found, district).add_columns(people.Member.id)).all()
    members = {row.address: f"{MEMBER}{row.id}" for row in rows}
    places = {at: f"#{name}" for at, name in session.execute(_places(found, district))}

    def point(span: Span) -> Span:
        if not span.names or span.names.startswith(MEMBER):
            return span
        if span.names in places:
            return replace(span, text=places[span.names])
        return replace(span, text=SOMEBODY, names=members.get(span.names, ""))

    return prose.each(point)


def is_same(one: Prose, other: Prose) -> bool:
    """However the people and places are called that both name."""
    return any(dump(one.each(plain)) == dump(other.each(plain)) for plain in (_uncalled, _by_name))


def _uncalled(span: Span) -> Span:
    return replace(span, text="", names=_whom(span)) if span.names else span


def _by_name(span: Span) -> Span:
    """Places were once kept by their names alone."""
    return replace(span, names=_whom(span) if span.names.startswith(MEMBER) else "")


def _whom(span: Span) -> str:
    return span.names.partition("/")[0] if span.names.startswith(MEMBER) else span.names


def resolved(prose: Prose, name: Callable[[str], str]) -> Prose:
    """With each member that it points to by the name that `name` gives, from what is after `MEMBER`."""

    def resolve(span: Span) -> Span:
        if not span.names.startswith(MEMBER):
            return replace(span, names="")
        return replace(span, text=f"@{name(span.names.removeprefix(MEMBER))}", names="")

    return prose.each(resolve)


def cut(prose: Prose) -> Prose:
    """The beginning of it and one mark more, if it is too long."""
    return Prose(tuple(_cut(prose)))


def is_cut(prose: Prose) -> bool:
    return sum(len(span.text) for block in prose.blocks for span in block.spans) > MOST


def dump(prose: Prose) -> str:
    rows = [[block.kind, block.deep, block.number, [_row(span) for span in block.spans]] for block in prose.blocks]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def load(words: str) -> Prose:
    rows = cast("list[Any]", json.loads(words)) if words else []
    return Prose(tuple(Block(kind, tuple(map(_span, spans)), deep, number) for kind, deep, number, spans in rows))


# What a message says whose change waits for its author's word: a block with nothing in it, as no other has.
WITHHELD = dump(Prose((Block("lines", ()),)))


def _row(span: Span) -> list[str]:
    looks = "".join(name[0] for name in LOOKS if getattr(span, name))
    return [span.text, looks, span.link, *([span.names] if span.names else [])]


def _span(row: list[str]) -> Span:
    text, looks, link, *names = row
    bold, italic, strike, code = (name[0] in looks for name in LOOKS)
    return Span(text, bold, italic, strike, code, link, names=names[0] if names else "")


def _accounts(prose: Prose) -> set[str]:
    return {span.names for block in prose.blocks for span in block.spans if span.names}


def _names(session: Session, found: set[str], district: int) -> Mapping[str, str]:
    return {
        **{account: f"@{name}" for account, name in session.execute(_members(found, district))},
        **{address: f"#{name}" for address, name in session.execute(_places(found, district))},
    }


def _members(found: set[str], district: int) -> Select[str, str]:
    theirs = select(people.Account.address, people.Member.name).join(people.Member)
    return theirs.where(people.Account.address.in_(found), people.Member.district_id == district)


def _places(found: set[str], district: int) -> Select[str, str]:
    here = select(Place.address, Place.name)
    return here.where(Place.address.in_(found), Place.district_id == district)


def _named(span: Span, names: Mapping[str, str]) -> Span:
    return replace(span, text=names.get(span.names) or span.text or SOMEBODY, names="") if span.names else span


def _cut(prose: Prose) -> Iterator[Block]:
    left = MOST
    for block in prose.blocks:
        spans = []
        for span in block.spans:
            if left > 0 or (left == 0 and span.text):
                spans.append(span if len(span.text) <= left else replace(span, text=span.text[:left] + "…"))
                left -= len(spans[-1].text)
        if spans:
            yield replace(block, spans=tuple(spans))
