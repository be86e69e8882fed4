"""Files in joined channels: none is lost where the other platform, or what keeps it, is away for a while."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.cores import core
from support.corner import shown
from support.databases import on_either
from support.house import eventually
from support.joined import ROSA, joined, named
from support.posting import Platform, sending

from bot.boundary import Address, Attachment, OutcomeUnknown, Refused
from bot.bridge.joined import failures
from bot.delivery import file_transfer

pytestmark = on_either


async def test_a_file_waits_until_the_platform_where_it_lies_is_connected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that has just begun may speak to the one before it can read from the other."""
    monkeypatch.setattr(file_transfer, "AGAIN", 0.1)
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await joint.posts()
        await named(joint, ROSA)
        await joint.says("The flyer", 1, ROSA, files=(Attachment("flyer.txt", 5, "1/2/3"),))
        slack, platforms = Platform("slack"), dict[str, Platform]()
        platforms["slack"] = slack
        async with sending(bot, platforms=platforms, expected=("slack", "discord")):
            await eventually(lambda: any("The flyer" in one.text for one in slack.accepted))
            tries = "select tries from deliveries where card = 'bridge.file'"
            await eventually(lambda: databases.rows(bot.settings.database_url, tries) > [(0,)])
            platforms["discord"] = Platform("discord")
            await eventually(lambda: len(slack.accepted) > 1)
    assert [one.text for one in slack.accepted] == [
        "Rosa Delgado in #town-square (Discord):\nThe flyer",
        "Rosa Delgado sent along flyer.txt (5 B).",
    ]


async def test_one_that_may_stand_there_is_looked_for_before_it_is_fetched_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By then its author may have deleted it."""
    monkeypatch.setattr("bot.delivery.claims.SETTLE", 0.1)
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await joint.posts()
        await named(joint, ROSA)
        await joint.says("The flyer", 1, ROSA, files=(Attachment("flyer.txt", 5, "1/2/3"),))
        slack, discord = Platform("slack"), LosesFiles("discord")
        slack.will.append((None, True))
        slack.fails(OutcomeUnknown(), arrives=True)
        async with sending(bot, platforms={"slack": slack, "discord": discord}):
            states = "select state, reason from deliveries where card = 'bridge.file'"
            await eventually(lambda: databases.rows(bot.settings.database_url, states) == [("STANDING", "")])
    assert [one.text for one in slack.accepted][1:] == ["Rosa Delgado sent along flyer.txt (5 B)."]


async def test_its_author_is_told_that_it_is_too_large_although_that_was_in_doubt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.claims.SETTLE", 0.1)
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await joint.posts()
        await named(joint, ROSA)
        await joint.says("The concert", 1, ROSA, files=(Attachment("concert.mp4", 30 << 20, "1/2/3"),))
        slack = Platform("slack")
        slack.will.append((None, True))
        slack.fails(OutcomeUnknown(), arrives=True)
        async with sending(bot, platforms={"slack": slack, "discord": Platform("discord")}):
            states = "select state, reason from deliveries where card = 'bridge.file'"
            await eventually(lambda: databases.rows(bot.settings.database_url, states) == [("STANDING", "too_large")])


class LosesFiles(Platform):
    """Each can be read once."""

    async def fetch(self, at: Address, reference: str) -> bytes:
        if "fetch" in self.asked:
            raise Refused("unknown_file")
        self.asked.append("fetch")
        return await super().fetch(at, reference)


async def test_a_video_that_is_too_large_stays_and_its_author_is_told(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await joint.posts()
        await named(joint, ROSA)
        await joint.says("The concert", 1, ROSA, files=(Attachment("concert.mp4", 30 << 20, "1/2/3"),))
        slack = Platform("slack")
        async with sending(bot, platforms={"slack": slack, "discord": Platform("discord")}):
            await eventually(lambda: len(slack.accepted) > 1)
            lacks = "select reason from deliveries where card = 'bridge.file'"
            await eventually(lambda: databases.rows(bot.settings.database_url, lacks) == [("too_large",)])
        assert "concert.mp4 (30 MB). I couldn't bring it here; it is in #town-square" in slack.accepted[-1].text
        await bot.writer.do(lambda session: failures.tell(session, bot.clock.now()))
        assert databases.rows(bot.settings.database_url, "select name from notices") == [(failures.TOLD,)]
        assert "too large for the other platform" in shown(bot, failures.show, 1)
