"""What an act of a whole round costs does not grow from 100 to 10,000 members, or from 40 to 2,000 concerns: neither
its statements nor the rows that it reads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, event
from support.cores import Core, core
from support.corner import corner, next_due
from support.databases import change, on_either, rows
from test_goals_canvas import begun
from test_goals_co_chairs import listed

from bot.goals.rounds import deciding, rounds
from bot.storage.tables import Table

pytestmark = on_either

MEMBERS, CONCERNS = 10_000, 2_000
Acts = list[tuple[str, str, str]]


async def cost(do: Callable[[], Awaitable[object]]) -> tuple[int, int]:
    """Statements, and rows that became objects."""
    statements, loaded = list[str](), list[object]()

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    def load(row: object, *_: object) -> None:
        loaded.append(row)

    event.listen(Engine, "before_cursor_execute", note)
    event.listen(Table, "load", load, propagate=True)
    try:
        await do()
    finally:
        event.remove(Table, "load", load)
        event.remove(Engine, "before_cursor_execute", note)
    return len(statements), len(loaded)


async def costs(bot: Core, acts: Acts) -> dict[tuple[str, str], tuple[int, int]]:
    return {(who, do): await cost(partial(corner(bot, who).presses, do, about)) for who, do, about in acts}


def more(bot: Core, members: int, concerns: int, sorted_too: int) -> None:
    """Of the association; so many of these concerns are under the first title."""
    database = bot.settings.database_url
    up_to = "with recursive n(i) as (select 1 union all select i + 1 from n where i < {})"
    people = "district_id, 'x{}-' || i, 'X', language, group_id, building_id"
    (before,) = rows(database, "select count(*) from members")[0]
    change(
        database,
        "insert into members (district_id, key, name, language, group_id, building_id)"
        f" {up_to.format(members)} select {people.format(before)} from n, members where key = 'owen-lindqvist'",
    )
    of_it = "group_id, building_id, audience, shareable, hidden, written_at"
    change(
        database,
        f"insert into concerns (text, {of_it}) {up_to.format(concerns)}"
        f" select 'Concern ' || i, {of_it} from n, concerns where concerns.id = 1",
    )
    change(
        database,
        "insert into theme_concerns (concern_id, theme_id) select id, 1 from concerns"
        f" where id not in (select concern_id from theme_concerns) order by id limit {sorted_too}",
    )


def not_more(before: dict[tuple[str, str], tuple[int, int]], after: dict[tuple[str, str], tuple[int, int]]) -> None:
    for act, (statements, loaded) in after.items():
        assert statements <= before[act][0] + 1, act
        assert loaded <= before[act][1] + 1, act


async def test_while_people_are_asked(tmp_path: Path) -> None:
    acts = [
        ("Dana Lee", "theme.list", ""),
        ("Dana Lee", "theme.sort", ""),
        ("Dana Lee", "theme.open", "1"),
        ("Dana Lee", "round.show", ""),
        ("Dana Lee", "home", ""),
        ("Dana Lee", "round.begin", ""),
        ("Owen Lindqvist", "round.rate", ""),
        ("Owen Lindqvist", "round.say", "1:now"),
        ("Owen Lindqvist", "home", ""),
    ]
    small, large = {}, {}
    for costs_of, members, concerns in ((small, 100, 40), (large, MEMBERS, CONCERNS)):
        (tmp_path / str(members)).mkdir()
        async with core(tmp_path / str(members)) as bot:
            await listed(bot)
            more(bot, members, concerns, concerns // 2)
            costs_of.update(await costs(bot, acts))
            if members == MEMBERS:
                rated = "select 1, id, 'now' from members where name = 'X'"
                change(bot.settings.database_url, f"insert into theme_ratings (theme_id, member_id, rate) {rated}")
            costs_of["", "end"] = await cost(partial(next_due, bot, rounds.END))
    not_more(small, large)


async def test_once_it_is_known_what_matters(tmp_path: Path) -> None:
    acts = [
        ("Maria Rivera", "round.results", ""),
        ("Maria Rivera", "theme.scope", "1"),
        ("Maria Rivera", "goal.show", "1"),
        ("Marcus Tilley", "canvas.write", "1:what:0"),
        ("Samuel Okafor", "home", ""),
        ("Dana Lee", "team.forward", "1"),
        ("Maria Rivera", "data.list", ""),
        ("Maria Rivera", "goal.list", ""),
        ("Maria Rivera", "goal.take-back-now", "1"),
        ("Maria Rivera", "goal.start-theme", "1"),
    ]
    small, large = {}, {}
    for costs_of, members, concerns in ((small, 100, 40), (large, MEMBERS, CONCERNS)):
        (tmp_path / str(members)).mkdir()
        async with core(tmp_path / str(members)) as bot:
            maria, _ = await begun(bot)
            await maria.presses("team.ask", "1")
            await maria.fills_in(group="Cedar Valley Education Association", hours="An hour")
            more(bot, members, concerns, concerns)
            acts_here = [(who, do, about) for who, do, about in acts if who != "Marcus Tilley"]
            costs_of.update(await costs(bot, acts_here))
            marcus = corner(bot, "Marcus Tilley", "discord")
            costs_of["Marcus Tilley", "canvas.write"] = await cost(partial(marcus.presses, "canvas.write", "2:what:0"))
            costs_of["", "tell"] = await cost(partial(next_due, bot, deciding.TELL))  # twenty at once, at most
    not_more(small, large)
