"""What somebody wrote, as they formatted it: read from one platform and shown on another, it says the same, looks as
near to it as can be, is taken, and pings nobody."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord import prose as discord
from adapters.discord.render import card
from adapters.slack import prose as slack
from adapters.slack.render import content
from bot.boundary import Block, Message, Prose, Span, Text
from bot.bridge import words
from playground.discord import bodies
from playground.slack.blocks import message_blocks

HOSTILE = (
    "@everyone",
    "<@1>",
    "<@&2> <#3> </poll:4>",
    "<!channel> <!here>",
    "&lt;!channel&gt;",
    "```",
    "`",
    "**",
    "*",
    "~~",
    "||secret||",
    "> q",
    "- one",
    "1. one",
    "# big",
    "[here](https://evil.example)",
    "```[here](https://evil.example)``",
    "bank.example",
    "](<https://evil.example>)",
    "\\",
    "a b",
    "é😀",
    "two\nlines",
    " ",
)
LINKS = ("https://kits.example/a_b?c=1",)
TEXT = st.lists(st.sampled_from(HOSTILE) | st.text("ab *_~`<>@#-.\n", max_size=6), min_size=1, max_size=3).map("".join)
SPAN = st.builds(
    Span,
    text=TEXT,
    bold=st.booleans(),
    italic=st.booleans(),
    strike=st.booleans(),
    code=st.booleans(),
    link=st.sampled_from(["", "", *LINKS, "javascript:alert(1)"]),
)
BLOCK = st.builds(
    Block,
    kind=st.sampled_from(["lines", "quote", "code", "bullet", "number"]),
    spans=st.lists(SPAN, min_size=1, max_size=4).map(tuple),
    deep=st.integers(0, 3),
    number=st.integers(1, 9),
)
PROSE = st.lists(BLOCK, min_size=1, max_size=5).map(lambda blocks: Prose(tuple(blocks)))


def bare(text: str) -> str:
    """Without what nobody sees."""
    return re.sub(r"[\s\u200b]", "", text)


def said(prose: Prose) -> str:
    return bare("".join(span.text for block in prose.blocks for span in block.spans))


def told(span: Span) -> Span:
    """With the host to which it leads, where its text is not that address."""
    if span.link not in LINKS or not span.text or span.text == span.link:
        return span
    return replace(span, text=f"{span.text} (kits.example{f': {span.link}' if span.misleads else ''})")


@given(PROSE)
@settings(max_examples=400)
def test_discord_takes_it_and_it_pings_nobody(prose: Prose) -> None:
    body = card(Message((Text("Ana:"), prose)))
    bodies.check(bodies.shaped(body, bodies.CREATE), body["flags"], bodies.CREATE_FLAGS)
    assert body["allowed_mentions"] == {"parse": []}
    again = discord.read(discord.markdown(prose.blocks), "1", {})
    assert not [span for block in again.blocks for span in block.spans if span.names]
    links = [span for block in again.blocks for span in block.spans if span.link]
    assert all(span.text in span.link or span.link in LINKS for span in links)  # none leads elsewhere than it says


@given(PROSE)
@settings(max_examples=400)
def test_slack_takes_it_and_it_pings_nobody(prose: Prose) -> None:
    made = content(Message((Text("Ana:"), prose)))
    message_blocks(made["blocks"])
    assert "<!" not in made["text"].replace("&lt;!", "")
    leaves = [leaf for block in made["blocks"] if block["type"] == "rich_text" for leaf in flat(block)]
    assert {leaf["type"] for leaf in leaves} <= {"text", "link"}
    assert said(slack.read(made["blocks"], "", "T1")) == said(prose.each(told))


def flat(part: dict[str, Any]) -> list[dict[str, Any]]:
    inner = part.get("elements")
    return [leaf for one in inner for leaf in flat(one)] if inner is not None else [part]


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        (Span("a```<@&1> b``", code=True), "`` a`\u200b`\u200b`<@&1> b`\u200b` ``"),
        (Span("bank.example", link="https://evil.example"), "bank.example (evil.example: <https://evil.example>)"),
        (Span("bank\u2024example", link="https://evil.example"), "(evil.example: <https://evil.example>)"),
        (Span("bank\u3002example", link="https://evil.example"), "(evil.example: <https://evil.example>)"),
        (Span("bank.\u200bexample", link="https://evil.example"), "(evil.example: <https://evil.example>)"),
        (Span("at 10.0.0.1", link="https://evil.example"), "at 10.0.0.1 (evil.example: <https://evil.example>)"),
        (Span("a@bank", link="https://evil.example"), "a\\@bank (evil.example: <https://evil.example>)"),
        (Span("bank.example", link="https://bank.example.evil.example/"), "(bank.example.evil.example: <https://bank"),
        (Span("https://bank.example", link="https://evil.example/?to=https://bank.example"), "(evil.example: <https:"),
        (Span("our bank", link="https://evil.example/bank"), "[our bank](<https://evil.example/bank>) (evil.example)"),
        (Span("bank.example", link="https://bank.example"), "[bank.example](<https://bank.example>)"),
        (Span("https://bank.example", link="https://bank.example"), "<https://bank.example>"),
        (
            Span("www.bank.example", link="https://bank.example/a"),
            "[www.bank.example](<https://bank.example/a>) (bank.",
        ),
        (Span("https://bank.example@evil.example", link="https://bank.example@evil.example"), "> (evil.example)"),
        (Span("https://evil.example\\@bank.example", link="https://evil.example\\@bank.example"), "<https://evil."),
        (Span("https://b\u0430nk.example", link="https://b\u0430nk.example"), "> (xn--bnk-6cd.example)"),
        (Span("write us", link="mailto:@everyone"), "write us (\\@everyone)"),
        (Span("a@b.example", link="mailto:c@d.example"), "a\\@b.example (c\\@d.example)"),
        (Span("a@b.example", link="mailto:a@b.example"), "a\\@b.example"),
        (Span("https:**a**", link="https:**a**"), "https\\:\\*\\*a\\*\\*"),
        (Span("run", link="javascript:alert(1)"), "run"),
    ],
)
def test_nothing_breaks_out_or_seems_to_lead_elsewhere(span: Span, shown: str) -> None:
    prose = Prose((Block("lines", (span,)),))
    assert shown in discord.markdown(prose.blocks)
    leaves = [leaf for part in slack.elements(prose.blocks) for leaf in flat(part)]
    assert not [leaf for leaf in leaves if leaf["type"] == "link" and leaf["text"] == span.text and span.misleads]
    assert span.leads_to in "".join(leaf["text"] for leaf in leaves) or not slack.ADDRESS.fullmatch(span.link)


WELL = Prose(
    (
        Block("lines", (Span("See "), Span("all", bold=True), Span(" of "), Span("it", italic=True, strike=True))),
        Block("bullet", (Span("one"),)),
        Block("bullet", (Span("code", code=True),), deep=1),
        Block("number", (Span("first"),), number=3),
        Block("quote", (Span("a quote"),)),
        Block("lines", (Span("kits.example/a", link="https://kits.example/a"), Span("."))),
        Block("code", (Span("x = 1\n  y"),)),
    )
)


@pytest.mark.parametrize("way", ["slack", "discord", "row"])
def test_it_comes_back_as_it_went(way: str) -> None:
    match way:
        case "slack":
            again = slack.read([{"type": "rich_text", "elements": slack.elements(WELL.blocks)}], "", "T1")
        case "discord":
            again = discord.read(discord.markdown(WELL.blocks), "1", {})
        case _:
            again = words.load(words.dump(WELL))
    assert again == WELL


def test_what_is_too_long_is_cut_where_it_is_kept() -> None:
    long = words.cut(Prose((Block("lines", (Span("a" * 2000, bold=True), Span("b" * 38_000))),)))
    assert sum(len(span.text) for block in long.blocks for span in block.spans) == words.MOST + len("…")
    assert long.text.endswith("…")
    assert words.is_cut(long)
    assert words.cut(long) == long
    just = Prose((Block("lines", (Span("a" * 2000, bold=True), Span("b" * 1000))),))
    assert words.cut(just) == just
    assert not words.is_cut(just)
    assert words.is_cut(words.cut(Prose((*just.blocks, Block("quote", (Span("c"),))))))
