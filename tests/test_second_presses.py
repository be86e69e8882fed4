"""What comes second: somebody was shown what a press will do, and presses. It does that, or is shown once more."""

from __future__ import annotations

import ast
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from support import concerns, joined, meetings
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner
from support.databases import on_either
from test_goals_canvas import written
from test_goals_rounds import gathered

import bot
from bot.routes import HOUSE

pytestmark = on_either

LooksOver = Callable[[Core], Awaitable[Corner]]


async def a_word_back(bot: Core) -> Corner:
    maria = await concerns.agreed(bot)
    await maria.presses("goal.tell", "1")
    return maria


async def a_call(bot: Core) -> Corner:
    maria = corner(bot, "Maria Rivera")
    await maria.presses("concern.call")
    return maria


async def two_channels(bot: Core) -> Corner:
    dana = corner(bot, "Dana Lee")
    dana.place = joined.COMMONS
    await dana.types("join")
    await dana.clicks("#town-square (Discord)")
    return dana


async def a_note(bot: Core) -> Corner:
    maria, _ = await meetings.agreed(bot)
    await meetings.until(bot, 2026, 10, 13, 21)
    return await meetings.writes_down(maria, decided="Reading night on the 12th")


async def a_list(bot: Core) -> Corner:
    dana, _ = await gathered(bot)
    await dana.presses("round.open")
    await dana.presses("round.ready")
    return dana


async def a_canvas(bot: Core) -> Corner:
    _, marcus = await written(bot)
    await marcus.clicks("Send it to the groups")
    return marcus


# By the press that comes second: how one comes to what is looked over before it.
LOOKED_OVER: dict[str, LooksOver] = {
    "goal.tell-now": a_word_back,
    "concern.call-post": a_call,
    "joining.ask": two_channels,
    "meeting.tell": a_note,
    "round.ready-now": a_list,
    "canvas.send-now": a_canvas,
}

# Those besides whose name says that they come second, and what they keep to.
OTHERWISE = {
    "goal.number-save": "a draft's preview (test_previews_hold)",
    "goal.table-take": "a draft's preview (test_previews_hold)",
    "poll.close-now": "nobody reads more; it is opened again with one press",
    "goal.reopen-now": "its words are what its readers have",
    "listening.close-now": "nobody reads more; it is opened again with one press",
    "question.take-back-now": "takes the asker's own words away",
    "question.mute-now": "nobody reads more; it ends with one press",
    "concern.take-back-now": "takes the author's own words away",
    "goal.take-back-now": "takes the proposer's own words away",
    "listening.take-back-now": "takes the author's own words away",
    "link.undo-now": "parts what was one; nobody reads more",
}


def drawn() -> set[str]:
    """The presses of all previews in the code: the third that a `Preview` is made of."""
    trees = [ast.parse(file.read_text()) for folder in bot.__path__ for file in Path(folder).rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    made = [call.args[2] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Preview"]
    assert all(isinstance(one, ast.Constant) for one in made), "the name of a press is written where it is looked over"
    return {str(one.value) for one in made if isinstance(one, ast.Constant)}


def test_each_that_is_looked_over_has_a_line() -> None:
    assert drawn() == LOOKED_OVER.keys()
    named = {press for press in HOUSE.presses if press.endswith(("-now", "-post", "-save", "-take"))}
    assert named - LOOKED_OVER.keys() == OTHERWISE.keys()


@pytest.mark.parametrize("press", LOOKED_OVER)
async def test_of_another_preview_it_is_shown_once_more(tmp_path: Path, press: str) -> None:
    async with core(tmp_path) as bot:
        who = await LOOKED_OVER[press](bot)
        shown = who.sees()
        now = next(one for one in buttons(said(who.answer)) if one.do == press)
        await who.presses(press, f"{now.about[:-1]}x")
        assert who.sees("Something here has changed since you looked.").endswith(shown)
        await who.presses(now.do, now.about)
        assert shown not in who.sees()
