"""All that the bot makes at Discord is made once, also where it was done and what stands before Discord answers 502.
discord.py would ask once more, as if nothing had been done; so does the sender, which looks first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from discord.http import Route
from support.adapters import bot, discord, discord_core
from support.discord_bot import ADDRESS, FAMILIES, GUILD, Core, connected, private_texts, say, until
from support.once import ANSWER, FLYER, deliver

from adapters.discord.connection import Connection
from adapters.discord.wire import SHUT_OUT
from bot.boundary import OCCASIONS, Account, Address, Button, Message, Occasion, Private, RetryAfter, Speaker
from playground.discord import Discord
from playground.discord.wire import ROUTES

__all__ = ["bot", "discord", "discord_core"]

SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
TOWN_HALL = Message((), occasion=Occasion("Town hall", "Library", "Welcome.", SOON, SOON + timedelta(hours=1)))
SPOKEN = replace(say("Hello"), speaker=Speaker("Dana Lee", "Dana Lee:"))


CARD, THREAD = "POST /channels/{channel_id}/messages", "POST /channels/{channel_id}/messages/{message_id}/threads"
WEBHOOK, BY_WEBHOOK = "POST /channels/{channel_id}/webhooks", "POST /webhooks/{webhook_id}/{webhook_token}"
EVENT = "POST /guilds/{guild_id}/scheduled-events"
ANSWERED = "POST /interactions/{interaction_id}/{interaction_token}/callback"
DM, COMMANDS = "POST /users/@me/channels", "PUT /applications/{application_id}/commands"
NOT_ASKED = {  # by this bot
    "POST /applications/{application_id}/commands",
    "PUT /applications/{application_id}/guilds/{guild_id}/commands",
    "POST /applications/{application_id}/guilds/{guild_id}/commands",
    "PUT /channels/{channel_id}/thread-members/@me",
}


def test_each_request_that_makes_something_at_discord_is_tried() -> None:
    making = {route for route in ROUTES if route.startswith(("POST ", "PUT "))}
    assert making - NOT_ASKED == {CARD, THREAD, WEBHOOK, BY_WEBHOOK, EVENT, ANSWERED, DM, COMMANDS}


@dataclass(frozen=True)
class Case:
    route: str
    to: Address
    message: Message
    there: Callable[[Discord], int]


def cards(discord: Discord) -> int:
    return len(discord.messages(FAMILIES))


SAID = [
    Case(CARD, ADDRESS, say("Which day?", Button("Tuesday", "vote")), cards),
    Case(CARD, ADDRESS, replace(say("The flyer"), file=FLYER), cards),
    Case(THREAD, ADDRESS, replace(say("Which day?"), thread="Days"), lambda it: len(threads(it))),
    Case(WEBHOOK, ADDRESS, SPOKEN, lambda it: len(it._state.webhooks)),
    Case(BY_WEBHOOK, ADDRESS, SPOKEN, cards),
    Case(EVENT, Address("discord", GUILD, OCCASIONS), TOWN_HALL, lambda it: len(it._state.events)),
]


def threads(discord: Discord) -> list[str]:
    return [id for id, one in discord._state.channels.items() if one.thread]


@pytest.mark.parametrize("case", SAID, ids=lambda case: case.route)
async def test_what_is_said_at_discord_is_there_once_and_then_taken_back(
    discord: Discord, bot: Connection, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    discord.faults.next(case.route, "502_after")
    remote = await deliver(bot.platform, case.to, case.message)
    assert case.there(discord) == 1
    if case.message.speaker:  # by another webhook it could not be changed
        await bot.platform.edit(case.to, remote, replace(case.message, speaker=None, parts=say("Goodbye").parts), 1)
        assert [one.text for one in discord.messages(FAMILIES)] == ["Goodbye"]
    await bot.platform.delete(case.to, remote)
    assert (cards(discord), len(discord._state.events)) == (0, 0)


async def test_after_another_start_the_bot_speaks_through_the_same_webhook(discord: Discord) -> None:
    """And changes what it said through it."""
    discord.faults.next(WEBHOOK, "502_after")
    async with connected(discord, Core()) as before:
        remote = await deliver(before.platform, ADDRESS, SPOKEN)
    async with connected(discord, Core()) as after:
        await after.platform.edit(ADDRESS, remote, replace(SPOKEN, parts=say("Goodbye").parts), 1)
        await deliver(after.platform, ADDRESS, SPOKEN, 2)
    assert [one.text for one in discord.messages(FAMILIES)] == ["Goodbye", "Hello"]
    assert len(discord._state.webhooks) == 1


async def test_a_command_is_answered_once_with_its_picture(discord: Discord, core: Core, bot: Connection) -> None:
    core.will(ANSWER)
    discord.faults.next(BY_WEBHOOK, "502_after")
    ana = discord.sit("11")
    assert (await ana.command(FAMILIES, "poll")).acknowledged
    await until(lambda: any(one.files for one in ana.messages(FAMILIES)))
    await bot.stop()  # waits for what is under way
    pictures = [file.name for one in ana.messages(FAMILIES) for file in one.files]
    assert (private_texts(discord, "11")[0], pictures) == ("Here it is.", ["chart.png"])


async def test_an_answer_whose_arrival_was_not_told_is_not_given_again(
    discord: Discord, core: Core, bot: Connection
) -> None:
    core.will(Private(say("Counted.")))
    discord.faults.next(ANSWERED, "502_after")
    assert (await discord.sit("11").command(FAMILIES, "poll")).acknowledged
    await bot.stop()
    assert private_texts(discord, "11") == ["Counted."]


async def test_a_dm_and_the_list_of_commands_are_the_same_ones(discord: Discord) -> None:
    discord.faults.next(COMMANDS, "502_after")
    discord.faults.next(DM, "502_after")
    async with connected(discord, Core()) as bot:
        ana = Account("discord", "", "11")
        assert await bot.platform.open_dm(ana) == await bot.platform.open_dm(ana)
        assert (await discord.sit("11").command(FAMILIES, "poll")).acknowledged


async def test_shut_out_by_what_stands_before_discord_the_bot_waits(
    bot: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its page is no JSON, and nothing was done."""

    async def shut(_: web.Request) -> web.Response:
        return web.Response(status=429, text="<html>You are being rate limited</html>", content_type="text/html")

    app = web.Application()
    app.router.add_post("/{path:.*}", shut)
    async with TestServer(app) as wall:
        monkeypatch.setattr(Route, "BASE", str(wall.make_url("")).rstrip("/"))
        with pytest.raises(RetryAfter) as told:
            await bot.platform.post(Address("discord", GUILD, OCCASIONS), TOWN_HALL, 1, None)
    assert told.value.after == SHUT_OUT
