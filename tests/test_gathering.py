"""Who is in a channel, as far as the bot can know: what it says of that before something is posted there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from support.broadcasts import ASSOCIATION, at_noon
from support.broadcasts import writes as tells
from support.cores import Core, core
from support.corner import corner
from support.databases import on_both, on_either
from support.listening import writes
from support.presences import slack_tells

from bot.boundary import Account, Address, BotChannels, ChannelMembers, Joined, Left

pytestmark = on_either

TEAM, CAUCUS, COMMONS = "T01CEDAR", "C01ASSOCIATION", "C01COMMONS"
MARIA, DANA, SAMUEL = "U01RIVERA", "U01DLEE", "U01OKAFOR"
TEN = 1_900_000_000.0  # ten o'clock, as a Unix time
MINUTE, HOUR = 60.0, 3600.0
UNSEEN = "I can't see who is in this channel"


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Core]:
    async with core(tmp_path) as bot:
        yield bot


async def told(bot: Core, *members: str, asked: float = TEN, channel: str = CAUCUS) -> None:
    """Slack lists who is in a private channel, as it was when it was asked."""
    accounts = tuple(Account("slack", TEAM, member) for member in members)
    place = Address("slack", TEAM, channel)
    id = f"{channel} {asked} {members}"
    await bot.frame.handle(ChannelMembers(id=id, place=place, accounts=accounts, asked=asked, public=False))


async def is_only_in(bot: Core, channels: Sequence[str], asked: float) -> None:
    """Slack lists where the bot is."""
    inside = BotChannels(id="look", platform="slack", workspace=TEAM, channels=frozenset(channels), asked=asked)
    await bot.frame.handle(inside)


async def preview(bot: Core, place: str = "#association-caucus (Slack)") -> str:
    """What Maria reads before she posts a poll there."""
    maria = corner(bot, "Maria Rivera")
    return (await bot.asks(maria.account, maria.place, place)).text()


@on_both
async def test_of_two_lists_the_one_that_was_asked_for_last_stands(bot: Core) -> None:
    """A look of another process that began before Dana came in, and is told after her coming was."""
    await told(bot, MARIA)
    assert "One person can see this" in await preview(bot)
    await told(bot, MARIA, DANA, asked=TEN + 2 * MINUTE)
    await told(bot, MARIA, asked=TEN + MINUTE)
    assert "2 people can see this" in await preview(bot)
    await told(bot, MARIA, DANA, SAMUEL, asked=TEN + 15 * MINUTE)
    assert "3 people can see this" in await preview(bot)


async def test_a_clock_that_was_wrong_keeps_no_list_out_for_ever(bot: Core) -> None:
    await told(bot, MARIA, asked=TEN + 24 * HOUR)
    await told(bot, MARIA, DANA, asked=TEN)
    assert "2 people can see this" in await preview(bot)


@on_both
async def test_who_is_where_the_bot_is_no_more_is_not_known(bot: Core) -> None:
    """Taken out of one channel; what was heard of another since Slack listed where it is still counts."""
    await told(bot, MARIA, DANA)
    await told(bot, MARIA, DANA, SAMUEL, channel=COMMONS, asked=TEN + 2 * MINUTE)
    await is_only_in(bot, [], asked=TEN + MINUTE)
    text = await preview(bot)
    assert UNSEEN in text
    assert "can see this" not in text
    assert "3 people can see this" in await preview(bot, "#partnership-commons (Slack)")

    await told(bot, MARIA, asked=TEN + 0.5 * MINUTE)  # late: it was still there
    assert UNSEEN in await preview(bot)
    await told(bot, MARIA, asked=TEN + 3 * MINUTE)  # it was asked in again
    assert "One person can see this" in await preview(bot)
    await is_only_in(bot, [CAUCUS, COMMONS], asked=TEN + 4 * MINUTE)
    assert "One person can see this" in await preview(bot)


async def test_a_look_that_was_under_way_as_the_bot_was_taken_out_leaves_nothing(bot: Core) -> None:
    await told(bot, MARIA)
    await bot.frame.handle(Left(platform="slack", workspace=TEAM))
    await told(bot, MARIA, DANA, asked=TEN + MINUTE)
    await bot.frame.handle(Joined(platform="slack", workspace=TEAM))
    assert UNSEEN in await preview(bot)


async def test_who_reads_what_a_board_asks_is_said_before_it_is_asked(bot: Core) -> None:
    """Elena, a principal, was let into the association's caucus, as was somebody on no roster."""
    patricia = corner(bot, "Patricia Nowak")
    await writes(patricia)
    patricia.sees("#association-caucus (Slack) is meant for Cedar Valley Education Association; I can't see who")
    await slack_tells(bot, CAUCUS, MARIA, DANA, "U01ORTIZ", "U01STRANGER")
    await writes(patricia)
    patricia.sees("3 people can see this, one of them an administrator. One more person there isn't on the district's")


async def test_a_public_channel_is_open_to_more_than_those_who_are_there(bot: Core) -> None:
    """Everybody in the workspace can open and search it without coming in."""
    await slack_tells(bot, CAUCUS, MARIA, DANA, public=True)
    text = await preview(bot)
    assert "In #association-caucus (Slack): 2 people, none of them an administrator.\n" in text
    assert "Everybody in the workspace can open #association-caucus (Slack): it is a public channel." in text
    assert "can see this" not in text
    await slack_tells(bot, CAUCUS, MARIA, DANA, SAMUEL, public=None)  # who came in
    assert "3 people, one of them an administrator.\nEverybody in the workspace can open" in await preview(bot)
    await slack_tells(bot, CAUCUS, MARIA, DANA, SAMUEL)  # it was made private
    text = await preview(bot)
    assert "3 people can see this, one of them an administrator." in text
    assert "can open" not in text


async def test_whether_a_channel_is_public_is_not_said_before_slack_tells_it(bot: Core) -> None:
    await slack_tells(bot, CAUCUS, MARIA, DANA, public=None)
    text = await preview(bot)
    assert "In #association-caucus (Slack): 2 people, none of them an administrator." in text
    assert not [one for one in ("can see this", "can open", "public") if one in text]


async def test_a_channel_that_the_bot_was_taken_out_of_is_not_known_to_be_public_any_more(bot: Core) -> None:
    await slack_tells(bot, CAUCUS, MARIA, DANA, public=True)
    await is_only_in(bot, [], asked=TEN)
    assert "can open" not in await preview(bot)
    await slack_tells(bot, CAUCUS, MARIA, DANA, public=True)
    await bot.frame.handle(Left(platform="slack", workspace=TEAM))
    await bot.frame.handle(Joined(platform="slack", workspace=TEAM))
    await slack_tells(bot, CAUCUS, MARIA, public=None)
    assert "can open" not in await preview(bot)


async def test_what_is_told_to_many_in_a_public_channel_says_so(bot: Core) -> None:
    await at_noon(bot)
    await slack_tells(bot, CAUCUS, MARIA, DANA, public=True)
    text = await tells(corner(bot, "Dana Lee"), ASSOCIATION)
    assert "Everybody in the workspace can open #association-caucus (Slack): it is a public channel." in text
    patricia = corner(bot, "Patricia Nowak")
    await writes(patricia)
    patricia.sees("Everybody in the workspace can open #association-caucus (Slack)")
