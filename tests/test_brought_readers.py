"""Nobody brings to a meeting or tells their building what they could not open themselves: a reference asks what the
thing's own place asks. Everybody tries everything that the furnished house has."""

from __future__ import annotations

from pathlib import Path

from support.cores import core
from support.corner import Corner
from support.databases import on_sqlite, rows
from support.furnished import furnish

from bot import routes
from bot.boundary import Account, Form, Private

pytestmark = on_sqlite

OPENED = {  # by which press somebody reads a thing of that kind
    ("meeting.bring", "question"): "question.show",
    ("meeting.bring", "concern"): "concern.report",
    ("meeting.bring", "listening"): "listening.unanswer",
    ("broadcast.retell", "meeting"): "meeting.minutes",
    ("broadcast.retell", "goal"): "goal.show",
}
GONE = ("isn't here any more", "ya no está aquí")
IDS = (1, 2, 3)
PEOPLE = "select min(address) from accounts group by member_id order by 1"


async def is_there(who: Corner, do: str, about: str) -> bool:
    answer = await who.presses(do, about)
    if isinstance(answer, Form):
        return True
    assert isinstance(answer, Private), answer
    return not any(gone in answer.message.text() for gone in GONE)


async def test_everybody_tries_everything(tmp_path: Path) -> None:
    """Actions have no place of their own: readers of the goal or the meeting find them there."""
    assert {kind for _, kind in OPENED} | {"action"} == {*routes.HOUSE.references, *routes.HOUSE.retellings}
    async with core(tmp_path) as bot:
        await furnish(bot)
        let_past = 0
        for (address,) in rows(bot.settings.database_url, PEOPLE):
            who = Corner(bot, Account.parse(address))
            for (do, kind), opens in OPENED.items():
                for id in IDS:
                    if await is_there(who, do, f"{kind}:{id}"):
                        let_past += 1
                        assert await is_there(who, opens, str(id)), (address, do, kind, id)
        assert let_past > 10
