"""`python tests/record_landed.py`: writes down what this version leaves in channels and in its database, for later
versions to be tried on: `tests/landed/MIGRATION/`. Not to be made anew for a version that has landed."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import MutableMapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from support import databases
from support.clock import StandingClock
from support.cores import core
from support.landed import record, rows, story
from support.landed.town import Town
from support.landed.world import LANDED, ROWS, world
from support.posting import Platform, sending


async def _record(folder: Path) -> None:
    platforms = {name: Platform(name) for name in ("slack", "discord")}
    async with core(folder, clock=StandingClock(datetime.fromisoformat(story.BEGIN))) as bot:
        async with sending(bot, platforms=platforms) as sender:
            town = Town(bot, sender, platforms)
            await story.play(town)
        await story.go_on(town, folder)
        tables, now = rows.take_out(bot.settings.database_url), bot.clock.now()
    into = LANDED / rows.version(tables)
    into.mkdir(parents=True, exist_ok=True)
    rows.write(into / ROWS, tables)
    polls = [row["id"] for row in tables["polls"] if row["status"] != "WITHDRAWN"]
    async with world(tables, now.isoformat()) as left:
        acts = await record.try_all(left, tables, town.shown)
        left.again()
        await left.bot.until(now + timedelta(days=story.CLOSED_BY))
        closed_by = left.bot.clock.now().isoformat()
        facts = {"now": now.isoformat(), "closed by": closed_by, "polls": record.results(left, polls)}
    record.write(into, acts, {**facts, **town.facts, "left out": record.left_out(acts, tables)})


def _drop(*_: object) -> MutableMapping[str, Any]:
    raise structlog.DropEvent


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    structlog.configure(processors=[_drop])
    with databases.on(databases.SQLITE), tempfile.TemporaryDirectory(prefix="landed-") as folder:
        asyncio.run(_record(Path(folder)))


if __name__ == "__main__":
    main()
