"""Words of which somebody reads that they are deleted are nowhere in the database: not where they were first, and not
in what others made of them meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
from support import databases
from support.bridged import SLACK, deleted, edited, opened
from support.bridged import said as says_below
from support.concerns import says
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn
from support.databases import on_both
from support.joined import COMMONS, DANA, joined, named
from support.meetings import saved
from test_meetings_picked import asks
from test_polls_words import MARIA, OWEN, writes
from test_polls_words import asked as polled
from test_questions_audiences import answered

pytestmark = on_both

MARK = "marzipan"
QUESTION, ANSWER = f"Why is the {MARK} late?", f"By rail, as all {MARK}."
NOT_OPEN = ("Open meeting?", "Open meeting?")
TABLES = {
    "sqlite": "select name from sqlite_master where type = 'table'",
    "postgresql": "select table_name from information_schema.tables where table_schema = 'public'",
}


def found(bot: Core) -> list[str]:
    """Tables with the mark, in any column."""
    url = bot.settings.database_url
    tables = [str(name) for (name,) in databases.rows(url, TABLES[url.partition(":")[0].partition("+")[0]])]
    return sorted(name for name in tables if MARK in repr(databases.rows(url, f'select * from "{name}"')).casefold())


async def brought(bot: Core) -> tuple[Corner, Corner, Corner]:
    """Aisha asks the Schedule Committee, whose chair brings it to its meeting; and who else sits on it."""
    joel, aisha, hector = await saved(bot, *NOT_OPEN), corner(bot, "Aisha Farouk"), corner(bot, "Héctor Villalobos")
    await aisha.types("ask")
    await aisha.clicks("Schedules and calendar")
    await aisha.fills_in(question=QUESTION)
    await aisha.clicks("Send it")
    curtis = corner(bot, "Curtis Wendell")
    await curtis.presses("question.pass", "1")
    await curtis.fills_in()
    await joel.presses("meeting.bring", "question:1")
    await joel.fills_in()
    assert found(bot) == ["meeting_items", "questions"]
    return joel, aisha, hector


async def a_question_taken_back(bot: Core) -> None:
    _, aisha, _ = await brought(bot)
    await aisha.presses("question.take-back-now", "1")
    aisha.sees("its words are deleted here")


async def for_the_faq(bot: Core) -> tuple[Corner, Corner, Corner]:
    """Joel's answer is out, and he begins to write an entry with it."""
    joel, aisha, hector = await brought(bot)
    await answered(joel, "1", ANSWER)
    await hector.presses("question.show", "1")
    await hector.clicks("Aprobar y enviar")
    await joel.presses("faq.publish", "1")
    return joel, aisha, hector


async def gives_back(joel: Corner, aisha: Corner, hector: Corner) -> None:
    await hector.clicks("Deshacer: retirarla")
    await joel.presses("question.give-back", "1")
    await joel.fills_in(topic="A particular employee")
    await aisha.presses("question.have-it", "1")
    aisha.sees("My copy is deleted")


async def a_question_given_back(bot: Core, *, proposed: bool) -> None:
    joel, aisha, hector = await for_the_faq(bot)
    form = joel.answer
    if proposed:
        await joel.fills_in()
        await joel.clicks("Ask for approval")
        await corner(bot, "Joel Hartmann").presses("faq.change", "1")  # and begins to set it right
        assert "drafts" in found(bot)
    assert ("faq_entries" if proposed else "drafts") in found(bot)
    await gives_back(joel, aisha, hector)
    if not proposed:
        joel.answer = form
        await joel.fills_in()
        joel.sees("That isn't here any more")


async def a_concern_taken_back(bot: Core) -> None:
    owen = corner(bot, "Owen Lindqvist")
    await says(owen, QUESTION, named=True)
    maria = await asks(bot, "Dana Lee")
    await maria.clicks("Save it")
    await maria.presses("meeting.bring", "concern:1")
    await maria.fills_in()
    await maria.presses("goal.start", "1")
    assert found(bot) == ["concerns", "meeting_items"]
    await owen.presses("concern.take-back-now", "1")
    owen.sees("Its words are deleted")


async def a_poll_undone(bot: Core) -> None:
    await polled(bot)
    await writes(bot, OWEN, ANSWER)
    assert found(bot)
    maria = Corner(bot, MARIA)
    await maria.presses("poll.undo", "1")
    maria.sees("answers that had come in are deleted")


async def said_in_joined_channels(bot: Core) -> None:
    """Once in time, once when it was read in the other; and heard there, changed, and deleted."""
    joint = await joined(bot, pause=10)
    await named(joint, DANA)
    dana = joint.corner("Dana Lee")
    dana.place = COMMONS
    for seconds, sees in ((0, "Nobody saw it"), (11, "it now says that it was deleted")):
        await dana.types("say")
        await dana.fills_in(text=QUESTION)
        await bot.later(seconds=seconds)
        await dana.clicks("Take it back")
        dana.sees(sees)
    await joint.says(QUESTION, 1)
    await joint.edits(ANSWER, 1, 2.0)
    assert found(bot)
    await joint.deletes(1)


async def below_a_committees_card(bot: Core) -> None:
    talking = await opened(bot, SLACK, "discord:1268401200690098927/1198000255257084615")
    await talking.told(says_below(QUESTION), edited(ANSWER, 2.0))
    assert found(bot)
    await talking.told(deleted())


Story = Callable[[Core], Awaitable[None]]
STORIES: dict[str, Story] = {
    "question taken back": a_question_taken_back,
    "given back, entry proposed": partial(a_question_given_back, proposed=True),
    "given back, entry begun": partial(a_question_given_back, proposed=False),
    "concern": a_concern_taken_back,
    "poll": a_poll_undone,
    "joined": said_in_joined_channels,
    "below a card": below_a_committees_card,
}


@pytest.mark.parametrize("story", STORIES)
async def test_they_are_nowhere(tmp_path: Path, story: str) -> None:
    async with core(tmp_path) as bot:
        await STORIES[story](bot)
        assert found(bot) == []


async def test_what_was_approved_stands_and_is_taken_out_at_once(tmp_path: Path) -> None:
    """By who gives the question back, and reads that it is there."""
    async with core(tmp_path) as bot:
        joel, _, hector = await for_the_faq(bot)
        undo = next(one for one in buttons(said(hector.answer)) if one.label == "Deshacer: retirarla")
        await joel.fills_in()
        await joel.clicks("Ask for approval")
        await hector.presses("faq.approve", "1:1")
        await hector.presses(undo.do, undo.about)
        hector.sees("sigue en las preguntas frecuentes")
        await joel.presses("question.give-back", "1")
        await joel.fills_in(topic="A particular employee")
        joel.sees("Done.", "The FAQ still has what was approved of it")
        await joel.clicks("Take it out")
        joel.sees("It isn't in the FAQ.")
        assert "isn't in" in drawn(bot, "faq.entry", 1)
