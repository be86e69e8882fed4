"""The record of a goal: what happened and why, as each reader may read it, on pages and as a file."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from support.concerns import GOAL, NOISE, answers, proposed
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner
from support.databases import on_either
from support.measures import counted
from support.trying import ELENA, LEARNED, TRIED, ends, planned
from test_goals_consent import hands_over

from bot.boundary import Private
from bot.goals.record import markdown

pytestmark = on_either

WHY = "No hay sala libre los lunes."


async def file(who: Corner) -> str:
    await who.presses("goal.record-file", "1")
    assert isinstance(who.answer, Private)
    one, _ = who.answer.files
    assert one.name.endswith(".md")
    return (await one.make()).decode().replace("\xa0", " ")


async def table(who: Corner) -> list[list[str]]:
    """With the name of a chapter before each line."""
    await who.presses("goal.record-file", "1")
    assert isinstance(who.answer, Private)
    _, one = who.answer.files
    assert one.name.endswith(".csv")
    return [*csv.reader((await one.make()).decode("utf-8-sig").replace("\xa0", " ").splitlines())]


async def pages(who: Corner, next: str = "Next") -> list[str]:
    """All of them, one after the other."""
    await who.presses("goal.record", "1")
    found = [who.sees()]
    while next in {one.label for one in buttons(said(who.answer))}:
        await who.clicks(next)
        found.append(who.sees())
    return found


async def agreed_at_last(bot: Core) -> Corner:
    """The principal had a concern first, and said why."""
    maria = await proposed(bot)
    elena = await answers(bot, "Elena Ortiz", "concern")
    await elena.fills_in(reason=WHY)
    await answers(bot, "Rosa Delgado", "agree")
    return maria


async def test_each_reads_what_was_promised(tmp_path: Path) -> None:
    """A reason goes to the role that proposed the goal, said its form; and its own writer has it anyway."""
    async with core(tmp_path) as bot:
        maria = await agreed_at_last(bot)
        elena, rosa, owen = (corner(bot, name) for name in ("Elena Ortiz", "Rosa Delgado", "Owen Lindqvist"))
        assert WHY in "".join(await pages(maria))
        assert WHY in "".join(await pages(elena, "Siguientes"))
        assert WHY in await file(maria)
        assert ["Who decided what", WHY] in await table(maria)
        assert WHY not in str(await table(rosa))
        assert WHY not in "".join(await pages(rosa, "Siguientes"))
        assert WHY not in await file(rosa)
        await owen.presses("goal.record", "1")
        owen.sees("That isn't here any more.")
        await answers(bot, "Elena Ortiz", "agree")
        everybody = "".join(await pages(owen))
        assert GOAL["change"] in everybody
        assert NOISE not in everybody, "its author did not say that it may be shown"


async def test_what_was_tried_and_given_is_in_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await planned(bot, who=ELENA)
        await ends(maria)
        await maria.presses("commitment.ask", "1")
        await maria.fills_in(kind="Cover", what="Cover on Tuesdays", who=ELENA)
        rosa = corner(bot, "Rosa Delgado")
        whole = "".join(await pages(rosa, "Siguientes"))
        assert TRIED in whole
        assert LEARNED["learned"] in whole
        assert "Cover on Tuesdays" not in whole, "it was only asked for"
        elena = corner(bot, "Elena Ortiz")
        await elena.presses("commitment.offer", "1")
        assert "Cover on Tuesdays" in "".join(await pages(rosa, "Siguientes"))
        assert "Lo que se probó" in await file(rosa)


async def test_words_that_may_be_shown_are_in_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await proposed(bot, shared=True)
        for name in ("Elena Ortiz", "Rosa Delgado"):
            await answers(bot, name, "agree")
        assert NOISE in "".join(await pages(corner(bot, "Kevin Brandvold", "discord")))


async def test_what_happened_in_order_and_the_team_then_and_now(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        maria = await counted(bot, "3", "4")
        await bot.later(days=3)
        now = bot.clock.now()
        await bot.writer.do(partial(hands_over, key="principal-lincoln", who="veronica-lozano", now=now))
        await maria.presses("goal.end", "1")
        await maria.fills_in(outcome="Partly reached", learned="Ask early.")
        await maria.clicks("End it and tell them")
        await maria.presses("goal.reopen-now", "1")
        text = "".join(await pages(maria))
        happened = (
            "June 2, 2026: The first number: 3",
            "June 9, 2026: The last number: 4",
            "October 6, 2026: Proposed by",
            "October 6, 2026: All agreed",
            "October 9, 2026: Ended by Lincoln Elementary's building rep: Partly reached",
            "October 9, 2026: Reopened",
        )
        places = [text.index(line) for line in happened]
        assert places == sorted(places)
        assert "Ask early." in text
        assert "principal: Elena Ortiz, and now Verónica Lozano" in text
        assert "building rep: Maria Rivera\n" in text


async def test_a_long_one_is_on_pages_that_fit(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        long = "word " * 39
        maria = await proposed(bot, students=long, change=long, measure=long)
        for name in ("Elena Ortiz", "Rosa Delgado"):
            await answers(bot, name, "agree")
        await maria.presses("goal.target", "1")
        await maria.fills_in(unit="days", target="5")
        await maria.presses("goal.table", "1")
        rows = "\n".join(f"2026-{1 + number // 28:02}-{1 + number % 28:02} {number}" for number in range(150))
        await maria.fills_in(rows=rows)
        await maria.clicks("Take them")
        found = await pages(maria)
        assert len(found) == 3
        assert all(len(page) < 2600 for page in found)
        whole = "".join(found)
        assert all(f": {number}\n" in whole for number in range(150))
        assert f"Page {len(found)} of {len(found)}" in found[-1]
        await maria.presses("goal.record", "1:999")
        assert maria.sees() == found[-1]


async def test_the_file_says_it_all_in_the_readers_language(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await counted(bot, "3", "4")
        text = await file(corner(bot, "Rosa Delgado"))
        headings = [line for line in text.splitlines() if line.startswith("#")]
        assert headings == [
            f"# Historial: {GOAL['change']}",
            "## La meta",
            "## Qué pasó",
            "## Quién decidió qué",
            "## Las cifras",
            "## El equipo, antes y ahora",
        ]
        assert "- 9 de junio de 2026: 4" in text


HOSTILE = st.text("#*_`[]()<>!|~\\&;-+=1. \tabc\u00e9", max_size=40)


@settings(max_examples=150)
@given(HOSTILE)
def test_what_people_wrote_stays_words(text: str) -> None:
    """Whatever it looks like, a reader of Markdown shows just that, in one paragraph."""
    words = " ".join(text.split())
    parsed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown.escaped(words))
    kinds = [one.type for one in parsed]
    assert kinds == (["paragraph_open", "inline", "paragraph_close"] if words else [])
    inner = [child for one in parsed for child in one.children or []]
    assert {one.type for one in inner} <= {"text"}
    assert "".join(one.content for one in inner) == words


@pytest.mark.parametrize("text", ["# no heading", "1. no list", "<b>", "[a](http://x)", "- no item", "&amp;", "a_b_c"])
def test_nothing_that_looks_like_a_command_is_one(text: str) -> None:
    (_, inline, _) = MarkdownIt("commonmark").parse(markdown.escaped(text))
    assert "".join(one.content for one in inline.children or []) == text
