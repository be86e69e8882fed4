"""What goes wrong around the bot while people vote: nothing that was acknowledged is lost, nothing stands twice, the
bot says meanwhile what is wrong, and afterwards everything goes on by itself."""

from __future__ import annotations

import asyncio
from pathlib import Path

from support import crowd, databases
from support.fault_town import POSTED, town
from support.house import eventually
from support.poll import ask
from support.small_disk import small_disk


@databases.on_postgresql
async def test_the_database_is_stopped_and_started(tmp_path: Path, database: str) -> None:
    async with town(tmp_path, "worker", "worker") as place:
        await place.asks()
        async with place.voting():
            await eventually(lambda: len(place.answers) > 5)
            with databases.away():
                await place.says("database")
                await eventually(lambda: place.failed > 10)
            await place.all_is_well()
        await place.nothing_is_lost_or_doubled()


@databases.on_postgresql
async def test_its_connections_are_cut_again_and_again(tmp_path: Path, database: str) -> None:
    async with town(tmp_path, "run") as place:
        await place.asks()
        async with place.voting():
            await eventually(lambda: len(place.answers) > 5)
            cut = 0
            for _ in range(15):
                cut += databases.cut(place.bots[0].database)
                await asyncio.sleep(0.2)
            assert cut > 15
        await place.all_is_well()
        await place.nothing_is_lost_or_doubled()


@databases.on_postgresql
async def test_a_worker_is_paused_and_another_takes_over(tmp_path: Path, database: str) -> None:
    """In the middle of a post: by the time it goes on, that and what it was hearing are the other one's."""
    async with town(tmp_path, "worker", "worker", people=15) as place:
        one, other = sorted(place.bots, key=lambda bot: "lease taken" not in bot.log.read_text())
        other.kill()
        place.slack.faults.next("chat.postMessage", "slow", seconds=4.0)
        await ask(place.rep)
        await eventually(lambda: place.slack.accepted_posts(crowd.STAFF) and one.rows(POSTED) == [(1,)])
        one.pause()
        other.start()
        await eventually(lambda: "lease taken" in other.log.read_text(), 30)
        databases.change(other.database, "UPDATE destinations SET leased_until = 0")  # as it will be after a minute
        await eventually(lambda: other.rows(POSTED) == [(0,)], 30)
        async with place.voting():
            await eventually(lambda: len(place.answers) > 5, 30)
            one.go_on()
        await eventually(lambda: "lease lost" in one.log.read_text())
        await eventually(lambda: "another sender has taken over" in one.log.read_text())
        await place.nothing_is_lost_or_doubled()
        assert len(place.slack.accepted_posts(crowd.STAFF)) == 1


@databases.on_both
async def test_its_disk_is_full_for_a_while(tmp_path: Path) -> None:
    """Whoever votes then is told that it went wrong."""
    with small_disk(tmp_path) as disk:
        async with town(tmp_path, "run", database=disk.database) as place:
            await place.asks()
            async with place.voting():
                await eventually(lambda: len(place.answers) > 5)
                disk.fill()
                await eventually(lambda: place.failed > 5, 30)
                await place.says("writing")
                disk.free()
                await place.all_is_well()
            await place.nothing_is_lost_or_doubled()
