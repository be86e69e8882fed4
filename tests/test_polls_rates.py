"""Forty polls in a minute, and a vote in the last moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from support.databases import address as database
from support.databases import on_either, rows
from support.house import house
from support.talk import LINE, Core, chair, core, counts, later, said

from bot.boundary import Account, Address, Answer, Command, Press

pytestmark = on_either

MARIA, OWEN = Account("slack", "T01CEDAR", "U01RIVERA"), Account("slack", "T01CEDAR", "U01LINDQVIST")
STAFF = Address("slack", "T01CEDAR", "C01LINCOLNSTAFF")
_ids = count()


async def press(bot: Core, do: str, about: str, who: Account = MARIA) -> Answer:
    return await bot.frame.handle(Press(id=f"presses {next(_ids)}", actor=who, place=STAFF, do=do, about=about))


async def test_forty_polls_in_a_minute_are_ten(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        told = []
        for draft in range(1, 41):
            await bot.frame.handle(
                Command(id=f"asks {draft}", actor=MARIA, place=STAFF, name="poll", text=LINE.removeprefix("/poll "))
            )
            told.append(said(await press(bot, "poll.post", str(draft))).text())
        assert [text.startswith("Posted.") for text in told] == [True] * 10 + [False] * 30
        assert "You have sent 10 polls and questions within a minute" in told[-1]
        assert counts(tmp_path)["polls"] == 10
        assert said(await press(bot, "poll.post", "3")).text().startswith("Posted.")  # pressed twice
        bot.clock.move_to(bot.clock.now() + timedelta(minutes=1))
        assert said(await press(bot, "poll.post", "40")).text().startswith("Posted.")
        assert counts(tmp_path)["polls"] == 11


@pytest.mark.parametrize(
    ("platform", "name", "channel", "post", "told"),
    [
        ("slack", "Maria Rivera", "lincoln-staff", "Post it", "your draft is kept"),
        ("discord", "Rosa Delgado", "town-square", "Publicar", "su borrador se guarda"),
    ],
)
async def test_whoever_asks_too_fast_posts_it_a_minute_later(
    tmp_path: Path, platform: str, name: str, channel: str, post: str, told: str
) -> None:
    async with house(tmp_path) as home:
        author = chair(home, platform, name, channel)
        for _ in range(11):
            await author.types("/poll ¿?")
            await author.presses(post)
        await author.sees(told)
        assert counts(tmp_path)["polls"] == 10
        await later(home, minutes=1)
        await author.types("/somewhere")
        await author.presses("Continue" if platform == "slack" else "Continuar")
        await author.presses(post)
        await author.sees("Posted." if platform == "slack" else "Publicada.")


async def test_a_vote_in_the_closing_second(tmp_path: Path) -> None:
    """Nothing closes the poll here: an answer is late by its time, not by when the poll was closed."""
    async with core(tmp_path) as bot:
        line = LINE.removeprefix("/poll ")
        await bot.frame.handle(Command(id="asks", actor=MARIA, place=STAFF, name="poll", text=line))
        await press(bot, "poll.post", "1")
        closes = rows(database(tmp_path), "select closes_at from polls")[0][0]
        moment = datetime.fromisoformat(str(closes))
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        bot.clock.move_to(moment - timedelta(seconds=1))
        assert "Your answer is in: Tuesday." in said(await press(bot, "poll.vote", "1:1", OWEN)).text()
        bot.clock.move_to(moment)
        for do, about in (("poll.vote", "1:2"), ("poll.take-back", "1:1")):
            assert "This poll closed" in said(await press(bot, do, about, OWEN)).text()
        assert rows(database(tmp_path), "select option_id from ballots") == [(1,)]
