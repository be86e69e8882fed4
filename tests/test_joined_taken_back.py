"""What its author takes back of what crossed: whether its channels are still joined or not, nothing keeps its words,
and its author is told what became of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from support import databases
from support.cores import core
from support.corner import shown
from support.databases import on_either
from support.joined import COMMONS, DANA, ROSA, SQUARE, Joint, joined, named, said

from bot.boundary import Address, Deleted
from bot.bridge.joined import failures

pytestmark = on_either
GONE = "Dana Lee deleted a message in #partnership-commons (Slack)."


@pytest.fixture
async def joint(tmp_path: Path) -> AsyncIterator[Joint]:
    async with core(tmp_path) as bot:
        yield await joined(bot)


async def test_what_was_typed_is_taken_back_on_both_after_the_end(joint: Joint) -> None:
    """It stands as the bot's message, which nobody else can delete. The answer with its button may be gone by then."""
    await named(joint, DANA)
    dana = joint.corner("Dana Lee")
    dana.place = COMMONS
    for text in ("Leo Smith was sent home", "Who brings books?"):
        await dana.types("say")
        await dana.fills_in(text=text)
    answer = dana.answer
    await joint.posts()
    await joint.corner("Marcus Tilley", "discord").presses("joining.end", "1:yes")
    dana.answer = answer
    await dana.clicks("Take it back")
    dana.sees("Taken back. Where it stood, it now says that it was deleted.")
    await dana.types("somewhere")
    await dana.clicks("My name in the other channel")
    dana.sees("What you wrote with “/somewhere say”, as long as I can take it back:")
    await dana.clicks("Take back “Leo Smith was sent home”")
    dana.sees("Taken back. Where it stood, it now says that it was deleted.")
    for place in (COMMONS, SQUARE):
        assert await joint.shown(place) == [GONE, GONE]
    assert databases.rows(joint.bot.settings.database_url, "select distinct words from carried") == [("",)]
    await dana.presses("shown")
    assert "Take back" not in dana.sees("In the other channel you are Dana Lee.")


async def test_what_was_typed_and_on_its_way_at_the_end_was_seen_by_nobody(joint: Joint) -> None:
    await named(joint, DANA)
    dana = joint.corner("Dana Lee")
    dana.place = COMMONS
    await dana.types("say")
    await dana.fills_in(text="Leo Smith was sent home")
    answer = dana.answer
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    dana.answer = answer
    await dana.clicks("Take it back")
    dana.sees("Taken back. Nobody saw it.")
    assert await joint.shown(COMMONS) == await joint.shown() == []


@pytest.mark.parametrize("where", ["in Slack's thread", "in Discord's, a channel of its own", "in one below a copy"])
async def test_what_was_said_below_is_deleted_after_the_end(joint: Joint, where: str) -> None:
    """As the platforms tell of it: Slack with the thread, Discord as if in a channel that bears the number above."""
    await named(joint, DANA, ROSA)
    by, at = (DANA, COMMONS) if where == "in Slack's thread" else (ROSA, SQUARE)
    await joint.says("Who was it?", 1, DANA if where != "in Discord's, a channel of its own" else ROSA)
    await joint.posts()
    above = await joint.copy_of(1) if where == "in one below a copy" else "1"
    await joint.says("Leo Smith was sent home", 2, by, under=above)
    await joint.posts(20000)
    copy = "select address from deliveries join carried on carried.id = subject where card = 'bridge.message'"
    ((there,),) = databases.rows(joint.bot.settings.database_url, f"{copy} and message = '2'")
    assert "Leo Smith" in str(await joint.shown(str(there)))
    await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
    place = replace(at, thread=above) if at == COMMONS else Address(at.platform, at.workspace, above)
    await joint.bot.frame.handle(Deleted(id="gone", place=place, message="2"))
    (gone,) = await joint.shown(str(there))
    assert "deleted a message" in gone
    assert "Leo" not in str(databases.rows(joint.bot.settings.database_url, "select words from carried"))


@pytest.mark.parametrize("becomes", ["changed", "deleted", "hidden", "deleted after the end"])
async def test_a_line_that_quotes_it_does_not_keep_its_words(joint: Joint, becomes: str) -> None:
    """Below, in its own channel: how many people of the other put which emoji to it."""
    await named(joint, DANA, ROSA)
    await joint.says("Who was it?", 1)
    await joint.posts()
    await joint.says("Leo Smith was sent home", 2, under="1")
    await joint.posts(20000)
    await joint.reacts("👍", await joint.copy_of(2), ROSA)
    below = "select wanted from deliveries where card = 'bridge.reactions'"
    before = databases.rows(joint.bot.settings.database_url, below)
    assert "Leo Smith" in (await joint.shown(f"{COMMONS}/1"))[-1]
    if becomes == "changed":
        await joint.bot.frame.handle(joint.edited(said("Somebody was sent home", 2, DANA, under="1"), 2.0))
    elif becomes == "hidden":
        await joint.corner("Dana Lee").sends("moderate.hide", "2", {"reason": ("No names",)})
    else:
        if becomes == "deleted after the end":
            await joint.bot.presses(DANA, "joining.end", "1:yes", COMMONS)
        await joint.deletes(2, under="1")
    assert databases.rows(joint.bot.settings.database_url, below) > before, "it is drawn anew"
    assert "Leo" not in str(await joint.shown(f"{COMMONS}/1"))


@pytest.mark.parametrize("does", ["deletes", "changes", "deletes what was typed"])
async def test_of_what_crossed_too_long_ago_its_author_is_told_that_it_stays(joint: Joint, does: str) -> None:
    """Where it stands is not known any more; it is not said that it was taken away."""
    await named(joint, DANA)
    dana = joint.corner("Dana Lee")
    dana.place = COMMONS
    if does == "deletes what was typed":
        await dana.types("say")
        await dana.fills_in(text="Leo Smith was sent home")
    else:
        await joint.says("Leo Smith was sent home", 1)
    typed = dana.answer
    await joint.posts()
    await joint.bot.later(days=61)
    databases.change(joint.bot.settings.database_url, "delete from deliveries where card = 'bridge.message'")
    if does == "deletes":
        await joint.deletes(1)
    elif does == "changes":
        await joint.edits("Somebody was sent home", 1, 2.0)
    else:
        dana.answer = typed
        await dana.clicks("Take it back")
        dana.sees("That was posted so long ago that I can't take it away any more.")
    await joint.bot.until(joint.bot.clock.now())
    await joint.bot.writer.do(lambda session: failures.tell(session, joint.bot.clock.now()))
    told = shown(joint.bot, failures.show, 1)
    assert "may still be in the other channel as it was: it crossed so long ago" in told
