"""What was posted stays alive: databases of versions that have landed, and all that could be pressed, filled in and
said in the channels that they left. `tests/record_landed.py` wrote them down; they are never made anew."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Any

import pytest
from structlog.testing import capture_logs
from support.board import Shown
from support.corner import TEXTS, draw
from support.databases import on_both, on_sqlite
from support.landed import acts, record, rows
from support.landed.world import LANDED, ROWS, World, read_acts, read_facts, world
from support.posting import Platform, sending

from bot.boundary import Account, Address, Submit

ANSWER = "Speak to your teacher on Monday."

pytestmark = pytest.mark.usefixtures("tmp_path")  # says that there is a database; these are kept in memory
versions = pytest.mark.parametrize("version", sorted(folder.name for folder in LANDED.iterdir()))


def left(version: str) -> AbstractAsyncContextManager[World]:
    return world(rows.read(LANDED / version / ROWS), read_facts(version)["now"])


@on_sqlite
@versions
async def test_every_act_is_answered_as_it_was(version: str) -> None:
    """The kind of answer is the same, and it has the same words of members in it; ours may have changed."""
    wrong = []
    async with left(version) as found:
        for number, told in enumerate(read_acts(version)):
            found.again()
            was = acts.Outcome(**told.pop("outcome"))
            _, now = await acts.play(found.bot.frame, acts.from_json(told, f"again {number}"), was.mentions)
            if (now.end, now.kind, now.mentions) != (was.end, was.kind, was.mentions):
                wrong.append(f"{told}\n  was {was}\n  now {now}")
    assert not wrong, "\n".join(wrong)


@on_both
@versions
async def test_all_that_was_under_way_goes_on(version: str) -> None:
    facts, deliveries = read_facts(version), rows.read(LANDED / version / ROWS)["deliveries"]
    async with left(version) as found:
        for row in deliveries:
            for language in TEXTS if row["state"] != "GONE" else ():
                assert draw(found.bot, row["card"], row["subject"], language).text(), row

        await _is_answered_without_a_name(found, facts["unnamed"])
        platforms = {name: _standing(name, deliveries) for name in ("slack", "discord")}
        async with sending(found.bot, platforms=platforms) as sender:
            await sender.drain(10.0)
        posted = [one for platform in platforms.values() for one in platform.accepted]
        to_asker = Address.alone_with(Account.parse(facts["unnamed"]["asker"]))
        assert [_dm(one.at) for one in posted if ANSWER in one.text] == [str(to_asker)]
        waited = [row["address"] for row in deliveries if row["state"] == "WAITING"]
        assert sorted(_dm(one.at) for one in posted if ANSWER not in one.text) == sorted(waited)

        with capture_logs() as logged:
            await found.bot.until(datetime.fromisoformat(facts["closed by"]))
        assert [one for one in logged if one["event"] in ("failed", "put off")] == []
        assert record.results(found, map(int, facts["polls"])) == facts["polls"]


async def _is_answered_without_a_name(found: World, facts: dict[str, str]) -> None:
    act = Submit(
        id="answer",
        actor=Account.parse(facts["with"]),
        form="question.answer",
        about=facts["question"],
        fields={"answer": (ANSWER,)},
    )
    await found.bot.frame.handle(act)


def _standing(name: str, deliveries: Sequence[dict[str, Any]]) -> Platform:
    """With what stood there."""
    rows = [row for row in deliveries if row.get("remote") and row["address"].startswith(name)]
    standing = {row["remote"]: Shown(Address.parse(row["address"]), row["id"], "") for row in rows}
    return Platform(name, standing=standing, first=len(deliveries))


def _dm(at: Address) -> str:
    """As the core names it before a platform does."""
    return str(at).replace("/DU", "/@U")
