"""What an act costs does not grow with how many members or concerns there are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from support.concerns import NOISE, agreed, answers, proposed, says
from support.cores import Core, core
from support.corner import corner
from support.databases import change, on_either

pytestmark = on_either

MEMBERS, CONCERNS = 2_000, 1_000


async def counted(do: Callable[[], Awaitable[object]]) -> int:
    seen = list[str]()

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        await do()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(seen)


def crowd(bot: Core) -> None:
    """Many more people at Lincoln, and many more concerns of theirs."""
    up_to = "with recursive n(i) as (select 1 union all select i + 1 from n where i < {})"
    people = "district_id, 'x' || i, 'X', language, group_id, building_id"
    database = bot.settings.database_url
    of_member = "insert into members (district_id, key, name, language, group_id, building_id)"
    change(
        database, f"{of_member} {up_to.format(MEMBERS)} select {people} from n, members where key = 'owen-lindqvist'"
    )
    of_it = "group_id, building_id, audience, shareable, hidden, written_at"
    change(
        database,
        f"insert into concerns (text, {of_it}) {up_to.format(CONCERNS)}"
        f" select 'Concern ' || i, {of_it} from n, concerns where concerns.id = 1",
    )


@pytest.mark.parametrize(
    ("who", "do", "about"),
    [
        ("Maria Rivera", "home", ""),
        ("Maria Rivera", "concern.read", "1"),
        ("Elena Ortiz", "goal.show", "1"),
        ("Elena Ortiz", "goal.answer", "1:1:live"),
        ("Owen Lindqvist", "goal.list", ""),
        ("Maria Rivera", "goal.tell", "1"),
    ],
)
async def test_an_act_takes_as_many_statements_as_ever(tmp_path: Path, who: str, do: str, about: str) -> None:
    async with core(tmp_path) as bot:
        await (agreed if do in ("goal.list", "goal.tell") else proposed)(bot)
        await says(corner(bot, "Thuy Pham"), NOISE)
        if do == "goal.answer":
            await answers(bot, who, "agree")  # so that both times it is a change
        before = await counted(lambda: corner(bot, who).presses(do, about))
        crowd(bot)
        after = await counted(lambda: corner(bot, who).presses(do, about))
        assert after <= before + (12 if do == "concern.read" else 1)  # a page holds four
