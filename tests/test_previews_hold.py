"""What a preview announces is what happens: where what it showed besides what was typed is another by now, its writer
looks it over once more before it goes. Each kind of writing that there is has a line here."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import broadcasts, concerns, listening, measures, meetings
from support.cores import Core, core
from support.corner import Corner, corner
from support.databases import on_either, rows
from test_questions_audiences import answered, asked

from bot import drafts, routes
from bot.boundary import Form
from bot.drafts import Draft, Writing

pytestmark = on_either

Writes = Callable[[Core], Awaitable[Corner]]


async def a_question(bot: Core) -> Corner:
    aisha = corner(bot, "Aisha Farouk")
    await aisha.types("ask", "Can we keep the kits?")
    await aisha.clicks("Reading and literacy")
    await aisha.fills_in()
    return aisha


async def an_entry(bot: Core) -> Corner:
    await asked(bot, "Ana Ruiz", "Lectura y escritura", send="Enviar")
    priya = corner(bot, "Priya Natarajan")
    await answered(priya, "1", "Yes.")
    await priya.presses("faq.publish", "1")
    await priya.fills_in(**{"question-en": "May kits stay?", "answer-en": "Yes."})
    return priya


async def a_poll(bot: Core) -> Corner:
    maria = corner(bot, "Maria Rivera")
    await maria.types("poll")
    await maria.fills_in(question="Which day?", options="Monday\nTuesday", places="#lincoln-staff (Slack)")
    return maria


async def a_broadcast(bot: Core) -> Corner:
    samuel = corner(bot, "Samuel Okafor")
    await broadcasts.writes(samuel, broadcasts.ASSOCIATION)
    return samuel


async def a_concern(bot: Core) -> Corner:
    owen = corner(bot, "Owen Lindqvist")
    await concerns.writes(owen, "Too few books.")
    return owen


async def a_goal(bot: Core) -> Corner:
    await concerns.says(corner(bot, "Owen Lindqvist"), "Too few books.")
    maria = corner(bot, "Maria Rivera")
    await maria.presses("goal.start", "1")
    await maria.fills_in(**concerns.GOAL)
    return maria


async def an_ending(bot: Core) -> Corner:
    maria = await concerns.agreed(bot)
    await maria.presses("goal.end", "1")
    await maria.fills_in(outcome="Partly reached", learned="Ask early.")
    return maria


async def a_table(bot: Core) -> Corner:
    maria = await measures.counted(bot)
    await measures.pastes(maria, measures.weekly("1", "2"))
    return maria


async def an_ask(bot: Core) -> Corner:
    maria = await concerns.agreed(bot)
    await maria.presses("cycle.plan", "1")
    await maria.fills_in(**{"try": "Read on Tuesdays"})
    await maria.clicks("Add a step")
    await maria.fills_in(what="Ask for books", who="Rosa Delgado (the PTA liaison, Lincoln Elementary)")
    await maria.presses("action.stuck", "1")
    await maria.clicks("Ask Elena Ortiz")
    return maria


async def a_session(bot: Core) -> Corner:
    patricia = corner(bot, "Patricia Nowak")
    await listening.writes(patricia)
    return patricia


async def words_to_a_board(bot: Core) -> Corner:
    await listening.opened(bot)
    aisha = corner(bot, "Aisha Farouk")
    await aisha.presses("listening.say", "1")
    await aisha.fills_in(text="The buses are late.")
    return aisha


async def times(bot: Core) -> Corner:
    maria = corner(bot, "Maria Rivera")
    await maria.presses("meeting.start")
    await maria.fills_in()
    return maria


# By form: how one comes to its preview, and the press that sends it. None: its preview shows nothing besides.
LINES: dict[str, tuple[Writes, str] | None] = {
    "question.write": (a_question, "Send it"),
    "faq.write": (an_entry, "Ask for approval"),
    "poll.write": (a_poll, "Post it"),
    "broadcast.write": (a_broadcast, "Send it"),
    "concern.write": (a_concern, "Send it"),
    "goal.write": (a_goal, "Send it"),
    "goal.ending": (an_ending, "End it and tell them"),
    "goal.table": (a_table, "Take them"),
    "goal.number": None,
    "ask.write": (an_ask, "Send it"),
    "listening.ask": (a_session, "Ask them"),
    "listening.write": (words_to_a_board, "Send it"),
    "meeting.pair": (times, "Send"),
    "meeting.body": (meetings.set_up, "Save it"),
}


def written() -> dict[str, Writing[object]]:
    assert routes.HOUSE
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("bot.")]
    return {one.form: one for module in modules for one in vars(module).values() if isinstance(one, Writing)}


def test_each_kind_of_writing_has_a_line() -> None:
    says_more = {form: one.shows is not drafts.nothing_else for form, one in written().items()}
    assert says_more == {form: line is not None for form, line in LINES.items()}


def showed_something_else(session: Session) -> None:
    """Since somebody looked it over."""
    draft = session.scalars(select(Draft).order_by(Draft.id.desc())).first()
    assert draft is not None
    seen, number = draft.fields[drafts.SHOWN]
    assert seen
    draft.fields = {**draft.fields, drafts.SHOWN: ["something else", number]}


def left(session: Session) -> int | None:
    """The newest draft that is not sent yet."""
    return session.scalar(select(Draft.id).where(Draft.became.is_(None)).order_by(Draft.id.desc()))


@pytest.mark.parametrize("form", [form for form, line in LINES.items() if line])
async def test_what_is_another_by_now_is_looked_over_once_more(tmp_path: Path, form: str) -> None:
    line = LINES[form]
    assert line is not None
    writes, send = line
    async with core(tmp_path) as bot:
        writer = await writes(bot)
        assert not isinstance(writer.answer, Form)
        preview, draft = writer.sees(), await bot.writer.do(left)
        await bot.writer.do(showed_something_else)
        await writer.clicks(send)
        again = writer.sees()
        assert again.startswith(("Something here has changed since you looked.", "Algo cambió desde que lo vio."))
        assert again.endswith(preview)
        assert await bot.writer.do(left) == draft
        await writer.clicks(send)
        assert writer.sees() != preview
        assert await bot.writer.do(left) != draft


@pytest.mark.parametrize("form", [form for form, line in LINES.items() if line])
async def test_what_is_the_same_an_hour_later_is_sent(tmp_path: Path, form: str) -> None:
    line = LINES[form]
    assert line is not None
    writes, send = line
    async with core(tmp_path) as bot:
        writer = await writes(bot)
        draft = await bot.writer.do(left)
        await bot.until(bot.clock.now() + timedelta(hours=1, minutes=7))
        await writer.clicks(send)
        assert await bot.writer.do(left) != draft


async def test_a_poll_of_one_day_is_not_another_while_it_is_read(tmp_path: Path) -> None:
    """When those who haven't answered are reminded is near then, and the same some minutes later."""
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await meetings.until(bot, 2026, 10, 13, 11)
        await maria.types("poll")
        today = next(one for one in maria.choices("closes") if one.startswith("Tuesday, October 13, 4"))
        await maria.fills_in(question="Today?", options="Yes\nNo", places="#lincoln-staff (Slack)", closes=today)
        maria.sees("are reminded Tuesday, October 13, 1:00")
        await bot.later(minutes=4)
        await maria.clicks("Post it")
        maria.sees("Posted")


async def test_an_older_preview_does_not_send_what_a_newer_one_shows(tmp_path: Path) -> None:
    """Both are on the screen: a form that is edited leaves the message behind it as it was."""
    async with core(tmp_path) as bot:
        owen = await a_concern(bot)
        older = owen.answer
        owen.sees("It goes without your name")
        await owen.clicks("Edit")
        await owen.fills_in(**{"as": "Under my name"})
        newer, owen.answer = owen.answer, older
        owen.sees("It goes without your name")
        await owen.clicks("Send it")
        owen.sees("Something here has changed since you looked.", "Owen Lindqvist")
        assert rows(bot.settings.database_url, "select count(*) from concerns") == [(0,)]
        owen.answer = newer
        await owen.clicks("Send it")
        owen.sees("Sent.")
        assert rows(bot.settings.database_url, "select count(*) from concerns where author_id is not null") == [(1,)]


def is_of_an_older_version(session: Session) -> None:
    draft = session.scalars(select(Draft)).one()
    draft.fields = {**draft.fields, drafts.SHOWN: ["as the older version said"]}


async def test_below_a_preview_of_an_older_version_nothing_is_sent(tmp_path: Path) -> None:
    """Its button says no number, however often it is pressed."""
    async with core(tmp_path) as bot:
        owen = await a_concern(bot)
        await bot.writer.do(is_of_an_older_version)
        for _ in range(2):
            await owen.presses("concern.send", str(await bot.writer.do(left)))
            owen.sees("Something here has changed since you looked.")
        await owen.clicks("Send it")
        owen.sees("Sent.")
