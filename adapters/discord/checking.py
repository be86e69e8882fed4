"""A look at Discord, for somebody who sets the bot up: the token, what the application may ask for, and the server, the
channels and the people that the district's files name. Over HTTP only: no gateway is opened."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

import discord
from discord.abc import GuildChannel

from adapters.discord import wire
from adapters.discord.gateway import LONGEST_WAIT
from adapters.patience import briefly
from bot.boundary import Refused
from bot.boundary.checking import Channel, Expected, Finding, fine, note, todo
from bot.boundary.terminal import Line

# What the bot needs in each channel, by the names of content/.
NEEDED = {
    "check-discord-may-view": discord.Permissions(view_channel=True),
    "check-discord-may-send": discord.Permissions(send_messages=True),
    "check-discord-may-start-threads": discord.Permissions(create_public_threads=True),
    "check-discord-may-send-in-threads": discord.Permissions(send_messages_in_threads=True),
    "check-discord-may-attach": discord.Permissions(attach_files=True),
    "check-discord-may-read-history": discord.Permissions(read_message_history=True),
}
AT_MOST = 60.0  # seconds for one answer; discord.py itself asks again meanwhile, and waits for rates
TRIES = 2  # of what discord.py tried five times by then
LOOKED_UP = (
    200  # people of a server, one by one: all at once Discord tells only who has an intent that the bot never needs
)
UNKNOWN_GUILD, NO_ACCESS = "10004", "50001"
UNKNOWN_MEMBER, UNKNOWN_USER = "10007", "10013"

T = TypeVar("T")


async def look(expected: Sequence[Expected], *, token: str, api_url: str, words: bool) -> AsyncIterator[Finding]:
    """`words`: the settings say that the bot asks for what people write. Raises RetryAfter, OutcomeUnknown, Refused."""
    wire.lead_to(api_url)
    client = discord.Client(intents=discord.Intents(guilds=True), max_ratelimit_timeout=LONGEST_WAIT)
    async with client:
        try:
            await briefly(partial(_log_in, client, token), TRIES)
        except Refused as error:
            yield todo("check-discord-token-refused", reason=error.reason)
            return
        assert client.user
        yield fine("check-discord-token-fine", bot=client.user.display_name)
        yield _words(client.application_flags, words)
        for one in expected:
            async for found in _server(client, one):
                yield found


async def _log_in(client: discord.Client, token: str) -> None:
    async with wire.logging_in(client), asyncio.timeout(AT_MOST):
        if not token.isprintable():  # no request can carry it
            raise discord.LoginFailure
        await client.login(token)


async def _asked(ask: Callable[[], Awaitable[T]]) -> T:
    async def once() -> T:
        with wire.in_our_terms():
            async with asyncio.timeout(AT_MOST):
                return await ask()

    return await briefly(once, TRIES)


def _words(flags: discord.ApplicationFlags, wanted: bool) -> Finding:
    granted = flags.gateway_message_content or flags.gateway_message_content_limited
    if wanted and not granted:
        return note("check-discord-words-kept")
    return fine("check-discord-words-fine") if wanted or not granted else note("check-discord-words-unused")


async def _server(client: discord.Client, expected: Expected) -> AsyncIterator[Finding]:
    assert client.user
    try:
        guild = await _asked(partial(client.fetch_guild, _number(expected.workspace), with_counts=False))
        me = await _asked(partial(guild.fetch_member, client.user.id))
    except Refused as error:
        if error.reason not in (UNKNOWN_GUILD, NO_ACCESS):
            raise
        yield todo("check-discord-server-missing", id=expected.workspace)
        return
    yield fine("check-discord-server-fine", server=guild.name, id=expected.workspace)
    channels = {str(one.id): one for one in await _asked(guild.fetch_channels)}
    good = 0
    for channel in expected.channels:
        wrong = list(_wrong(channel, channels.get(channel.id), me))
        good += not wrong
        for found in wrong:
            yield found
    if good:
        yield fine("check-discord-channels-fine", count=good)
    async for found in _people(guild, expected.people):
        yield found


def _number(id: str) -> int:
    """0, which stands for nothing there, of what is no id."""
    return int(id) if id.isascii() and id.isdecimal() else 0


def _wrong(channel: Channel, there: GuildChannel | None, me: discord.Member) -> Iterator[Finding]:
    if there is None:
        yield todo("check-discord-channel-missing", channel=channel.name, id=channel.id)
        return
    given = there.permissions_for(me)
    lacking = [name for name, needed in NEEDED.items() if not needed <= given]
    if not given.view_channel:  # without it Discord gives none of the others
        lacking = [next(iter(NEEDED))]
    if lacking:
        yield todo("check-discord-permissions", channel=channel.name, permissions=tuple(map(Line, lacking)))
    if channel.caucus and there.permissions_for(me.guild.default_role).view_channel:
        yield todo("check-discord-caucus-open", channel=channel.name)


async def _people(guild: discord.Guild, people: Mapping[str, str]) -> AsyncIterator[Finding]:
    """`people`: keys of members by their user ids."""
    lost, there = [], 0
    for user, key in islice(people.items(), LOOKED_UP):
        try:
            await _asked(partial(guild.fetch_member, _number(user)))
            there += 1
        except Refused as error:
            if error.reason not in (UNKNOWN_MEMBER, UNKNOWN_USER):
                raise
            lost.append(key)
    if lost:
        yield todo("check-discord-people-lost", people=tuple(lost))
    if there:
        yield fine("check-discord-people-fine", count=there)
    if len(people) > LOOKED_UP:
        yield note("check-discord-people-rest", count=len(people) - LOOKED_UP)
