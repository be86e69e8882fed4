"""Looking who is in Slack's channels, again and again: what fails costs itself only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from support import slack_talk
from support.slack_talk import BOT, ELSEWHERE, LINCOLN, RIVERA, SOTO, Core, until

from adapters import patience
from adapters.slack import looking
from bot.boundary import Answer, BotChannels, ChannelMembers, Event, Left
from playground.slack import Slack
from playground.slack.api import METHODS


class Flaky(Core):
    """What it is told of a channel that is in `lost` cannot be written down."""

    def __init__(self) -> None:
        super().__init__()
        self.lost: set[str] = set()

    async def handle(self, event: Event) -> Answer:
        answer = await super().handle(event)
        if isinstance(event, ChannelMembers) and event.place.channel in self.lost:
            raise RuntimeError("the database is away")
        return answer

    def looks(self, channel: str = LINCOLN) -> list[set[str]]:
        """Who was there, each time."""
        told = [one for one in self.heard if isinstance(one, ChannelMembers) and one.place.channel == channel]
        return [{account.user for account in one.accounts} for one in told]

    def inside(self) -> set[str]:
        """The channels that the bot is in, as it was told last."""
        return set([one for one in self.heard if isinstance(one, BotChannels)][-1].channels)


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "AGAIN", 0.01)
    monkeypatch.setattr(looking, "LOOK_AGAIN", 0.1)


@pytest.fixture
def core() -> Flaky:
    return Flaky()


@pytest.fixture
async def slack(core: Flaky) -> AsyncIterator[Slack]:
    async with slack_talk.connected(core) as (slack, _):
        await until(lambda: core.looks())
        yield slack


async def looks_on(core: Flaky, channel: str = LINCOLN) -> None:
    before = len(core.looks(channel))
    await until(lambda: len(core.looks(channel)) > before + 1)


async def test_it_looks_on_after_a_list_that_nobody_took_in(slack: Slack, core: Flaky) -> None:
    core.lost.add(LINCOLN)
    await looks_on(core)
    core.lost.clear()
    await slack.leave(SOTO, LINCOLN)
    core.heard.clear()
    await looks_on(core)
    assert core.looks()[-1] == {RIVERA}


@pytest.mark.parametrize("method", ["users.conversations", "conversations.members"])
async def test_it_looks_on_after_a_page_of_no_shape(
    slack: Slack, core: Flaky, method: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as odd:
        odd.setitem(METHODS, method, replace(METHODS[method], call=lambda *_: {"channels": [{}]}))
        await until(lambda: "KeyError" in caplog.text or "TypeError" in caplog.text)
    await looks_on(core)


async def test_a_channel_that_fails_costs_only_itself(slack: Slack, core: Flaky) -> None:
    await slack.join(BOT, ELSEWHERE)
    await until(lambda: core.looks(ELSEWHERE))
    core.lost.add(min(LINCOLN, ELSEWHERE))
    await looks_on(core, LINCOLN)
    await looks_on(core, ELSEWHERE)
    assert core.inside() == {LINCOLN, ELSEWHERE}


async def test_a_channel_that_never_answers_costs_only_itself(slack: Slack, core: Flaky) -> None:
    await slack.join(BOT, ELSEWHERE)
    await until(lambda: core.looks(ELSEWHERE))
    slack.faults.chance("500", 1, ["conversations.members"])
    core.heard.clear()
    await until(lambda: any(isinstance(one, BotChannels) for one in core.heard))
    assert not core.looks(LINCOLN)


async def test_it_says_where_it_is_no_more(slack: Slack, core: Flaky) -> None:
    assert core.inside() == {LINCOLN}
    await slack.leave(BOT, LINCOLN)
    core.heard.clear()
    await until(lambda: any(isinstance(one, BotChannels) for one in core.heard))
    assert core.inside() == set()


async def test_taken_out_of_a_private_channel_it_says_at_once_that_it_knows_nobody_there(
    slack: Slack, core: Flaky
) -> None:
    slack.workspace.conversations[LINCOLN].kind = "private"
    core.heard.clear()
    await slack.leave(BOT, LINCOLN)
    await until(lambda: set() in core.looks())


async def test_it_says_which_channels_are_public(slack: Slack, core: Flaky) -> None:
    """Of one in which somebody came or went meanwhile it says nothing new."""

    def told() -> set[bool | None]:
        return {one.public for one in core.heard if isinstance(one, ChannelMembers)}

    for kind in ("private", "public"):
        slack.workspace.conversations[LINCOLN].kind = kind
        await looks_on(core)
        core.heard.clear()
        await looks_on(core)
        assert told() == {kind == "public"}
    await slack.leave(SOTO, LINCOLN)
    await until(lambda: None in told())


async def test_it_looks_on_where_slack_takes_nothing_from_it_for_a_while(
    slack: Slack, core: Flaky, caplog: pytest.LogCaptureFixture
) -> None:
    """The token of the settings: that is wrong, and nobody was taken out."""
    slack.token_revoked = True
    await until(lambda: "not looked around: token_revoked" in caplog.text)
    slack.token_revoked = False
    await looks_on(core)
    assert not any(isinstance(event, Left) for event in core.heard)
