"""What the bot says by itself at Discord, and how it settles whether it has said it already."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from discord.http import HTTPClient
from structlog.testing import capture_logs
from support.adapters import bot, discord, discord_core
from support.discord_bot import (
    ADDRESS,
    FAMILIES,
    GUILD,
    STAFF,
    Core,
    say,
)
from support.house import eventually

from adapters.discord import outbound
from adapters.discord.connection import Connection
from bot.boundary import (
    Account,
    Address,
    Button,
    Counted,
    Deleted,
    Edited,
    NoEvidence,
    OutcomeUnknown,
    Refused,
    RemoteFile,
    RetryAfter,
    Said,
)
from playground.discord import Discord

__all__ = ["bot", "discord", "discord_core"]


async def test_a_card_is_posted_edited_and_deleted(discord: Discord, core: Core, bot: Connection) -> None:
    remote = await bot.platform.post(ADDRESS, say("Open", Button("Vote", "vote")), 99, None)
    await bot.platform.edit(ADDRESS, remote, say("Closed"), 99)
    (seen,) = discord.messages(FAMILIES)
    assert (seen.text, seen.buttons, seen.edited) == ("Closed", (), True)
    await bot.platform.delete(ADDRESS, remote)
    await bot.platform.delete(ADDRESS, remote)
    assert discord.messages(FAMILIES) == []


async def test_a_post_that_may_have_arrived_is_not_posted_again(discord: Discord, core: Core, bot: Connection) -> None:
    since = time.time()
    discord.faults.next("POST /channels/{channel_id}/messages", "drop_after")
    with pytest.raises(OutcomeUnknown):
        await bot.platform.post(ADDRESS, say("Which day?"), 99, None)
    remote = await bot.platform.post(ADDRESS, say("Which day?"), 99, since)
    assert [message.id for message in discord.messages(FAMILIES)] == [remote]


async def test_a_post_that_discord_failed_at_is_tried_again(discord: Discord, core: Core, bot: Connection) -> None:
    discord.faults.next("POST /channels/{channel_id}/messages", "500")
    remote = await bot.platform.post(ADDRESS, say("Which day?"), 99, None)
    assert [message.id for message in discord.messages(FAMILIES)] == [remote]


async def test_an_old_doubt_is_settled_by_what_stands_there(discord: Discord, core: Core, bot: Connection) -> None:
    card, long_ago = say("Which day?", Button("Tuesday", "vote")), time.time() - 200
    await discord.sit("11").say(FAMILIES, "hello")
    remote = await bot.platform.post(ADDRESS, card, 99, None)
    await bot.platform.post(ADDRESS, card, 100, None)
    asked = len(posts(discord))
    assert await bot.platform.post(ADDRESS, card, 99, long_ago) == remote
    assert len(posts(discord)) == asked
    assert await bot.platform.post(ADDRESS, card, 101, long_ago) == discord.messages(FAMILIES)[-1].id
    assert len(discord.messages(FAMILIES)) == 4


async def test_an_old_doubt_without_evidence_is_said(discord: Discord, core: Core, bot: Connection) -> None:
    long_ago = time.time() - 200
    for place, card in ((FAMILIES, say("No buttons")), (STAFF, say("Hidden", Button("Go", "go")))):
        with pytest.raises(NoEvidence):
            await bot.platform.post(Address("discord", GUILD, place), card, 99, long_ago)
    with pytest.raises(NoEvidence):  # an empty channel may be one that the bot may not read
        await bot.platform.post(ADDRESS, say("Which day?", Button("Go", "go")), 99, long_ago)
    dm = await bot.platform.open_dm(Account("discord", GUILD, "11"))
    assert dm == Address("discord", "", discord.dm("11"))
    await bot.platform.post(dm, say("Which day?", Button("Go", "go")), 99, long_ago)
    assert len(discord.messages(dm.channel)) == 1


async def test_a_long_history_is_read_page_by_page(discord: Discord, core: Core, bot: Connection) -> None:
    long_ago = time.time() - 200
    card = say("Which day?", Button("Tuesday", "vote"))
    ana = discord.sit("11")
    for number in range(150):
        await ana.say(FAMILIES, f"chatter {number}")
    remote = await bot.platform.post(ADDRESS, card, 99, None)
    for number in range(100):
        await ana.say(FAMILIES, f"more chatter {number}")
    assert await bot.platform.post(ADDRESS, card, 99, long_ago) == remote


async def test_what_was_missed_is_read_until_it_is_known(
    discord: Discord, core: Core, bot: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = discord.sit("11")
    assert not await bot.platform.missed(ADDRESS, ["1"])  # what is empty may be one that the bot may not read
    for number in range(330):
        await ana.say(FAMILIES, f"chatter {number}")
    standing = discord.messages(FAMILIES)
    ids = [message.id for message in standing]
    await ana.delete(standing[50])
    found = await told(bot, ids[:130])
    assert [event.message for event in found] == [*ids[29:50], *ids[51:], ids[50]]
    assert [type(event) for event in found[-2:]] == [Said, Deleted]
    assert len(reads(discord)) == 1 + 3
    assert len(await told(bot, ids)) == 100
    assert [event.message for event in await told(bot, [])] == [*ids[:50], *ids[51:]]
    monkeypatch.setattr(outbound, "MISSED", 200)
    with capture_logs() as logged:
        assert [event.message for event in await told(bot, ids[:20])] == ids[130:]
    assert [line["read"] for line in logged if line["event"] == "more may have been missed than is read"] == [200]


async def test_what_can_not_be_told_from_others_in_a_history_costs_itself(
    discord: Discord, core: Core, bot: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, whole = discord.sit("11"), HTTPClient.logs_from
    for number in range(130):
        await ana.say(FAMILIES, f"chatter {number}")
    ids = [message.id for message in discord.messages(FAMILIES)]

    async def with_odd_ones(*given: Any, **more: Any) -> Any:
        page = await whole(*given, **more)
        return [{"id": None}, None, *page[2:]] if more["before"] is None else page

    monkeypatch.setattr(HTTPClient, "logs_from", with_odd_ones)
    assert [event.message for event in await told(bot, [ids[0], "1"])] == ids[:128]


async def told(bot: Connection, known: Sequence[str]) -> list[Said | Deleted]:
    """Without how many emoji there are."""
    return [event for event in await bot.platform.missed(ADDRESS, known) if not isinstance(event, Counted)]


def reads(discord: Discord) -> list[str]:
    return [path for method, path, _ in discord.requests if method == "GET" and path.endswith("/messages")]


async def test_refusals_are_told_by_their_code(discord: Discord, core: Core, bot: Connection) -> None:
    card = say("Which day?")
    with pytest.raises(Refused, match=r"^50001$"):
        await bot.platform.post(Address("discord", GUILD, STAFF), card, 99, None)
    with pytest.raises(Refused, match=r"^10003$"):
        await bot.platform.post(Address("discord", GUILD, "12345"), card, 99, None)
    with pytest.raises(Refused, match=r"^10008$"):
        await bot.platform.edit(ADDRESS, "12345", card, 99)
    with pytest.raises(Refused, match=r"^10013$"):
        await bot.platform.open_dm(Account("discord", GUILD, "12345"))
    discord.dms_refused.add("11")
    with pytest.raises(Refused, match=r"^50007$"):
        await bot.platform.post(Address("discord", "", discord.dm("11")), card, 99, None)


async def test_trouble_on_the_way_is_told_apart(discord: Discord, core: Core, bot: Connection) -> None:
    method = "PATCH /channels/{channel_id}/messages/{message_id}"
    remote = await bot.platform.post(ADDRESS, say("Open"), 99, None)
    discord.faults.next(method, "429", seconds=45)
    with pytest.raises(RetryAfter) as not_now:
        await bot.platform.edit(ADDRESS, remote, say("Closed"), 99)
    assert not_now.value.after == pytest.approx(45, abs=0.1)
    discord.faults.next(method, "429", seconds=0.1)
    await bot.platform.edit(ADDRESS, remote, say("Closed"), 99)
    discord.faults.next(method, "drop_before")
    with pytest.raises(OutcomeUnknown):
        await bot.platform.edit(ADDRESS, remote, say("Closed"), 99)
    await discord.stop()
    with pytest.raises(RetryAfter):
        await bot.platform.edit(ADDRESS, remote, say("Closed"), 99)


def posts(discord: Discord) -> list[object]:
    return [body for method, path, body in discord.requests if method == "POST" and path.endswith("/messages")]


async def test_a_file_that_is_not_given_now_may_be_given_later(discord: Discord, core: Core, bot: Connection) -> None:
    await discord.sit("11").say(FAMILIES, "The flyer", files=(("flyer.txt", b"Come!"),))
    await eventually(lambda: core.events)
    told = core.last
    assert isinstance(told, Said)
    discord.faults.next("GET /attachments", "500")
    with pytest.raises(OutcomeUnknown):
        await bot.platform.fetch(ADDRESS, told.files[0].reference)
    assert await bot.platform.fetch(ADDRESS, told.files[0].reference) == b"Come!"


async def test_in_a_whole_channel_older_changes_are_found_too(discord: Discord, core: Core, bot: Connection) -> None:
    ana = discord.sit("11")
    for number in range(130):
        await ana.say(FAMILIES, f"No. {number}")
    known = [message.id for message in discord.messages(FAMILIES)]
    await ana.edit(discord.messages(FAMILIES)[1], "Changed")
    await ana.delete(discord.messages(FAMILIES)[2])
    found = await bot.platform.missed(ADDRESS, known[1:], known[0])
    assert [one.message for one in found if isinstance(one, Edited | Deleted)] == known[1:3]


FLYER = RemoteFile("flyer.txt", 5, None, "", "", b"Come!")


async def test_what_is_said_about_a_file_stays_with_it_as_it_was(discord: Discord, bot: Connection) -> None:
    remote = await bot.platform.post(ADDRESS, replace(say("The flyer"), file=FLYER), 99, None)
    await bot.platform.edit(ADDRESS, remote, replace(say("Another"), file=FLYER), 99)
    (seen,) = discord.messages(FAMILIES)
    assert "The flyer" in seen.text
    assert [(one.name, one.content) for one in seen.files] == [("flyer.txt", b"Come!")]


async def test_a_file_that_the_bot_no_longer_has_is_known_again_and_not_posted(
    discord: Discord, bot: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbound, "STILL_COMING", 0.0)
    await discord.sit("11").say(FAMILIES, "A channel that is empty may be one that the bot can't read")
    began = time.time()
    remote = await bot.platform.post(ADDRESS, replace(say("The flyer"), file=FLYER), 99, None)
    gone = replace(say("The flyer"), file=replace(FLYER, content=None))
    found = await bot.platform.find(ADDRESS, gone, 99, began)
    assert (found, getattr(found, "lacks", "")) == (remote, "")
    await bot.platform.delete(ADDRESS, remote)
    assert await bot.platform.find(ADDRESS, gone, 99, began) == ""
    instead = await bot.platform.post(ADDRESS, say("The flyer stays where it is"), 101, None)
    found = await bot.platform.find(ADDRESS, gone, 101, began)
    assert (found, getattr(found, "lacks", "")) == (instead, "not_there")


async def test_what_may_still_come_is_in_doubt(discord: Discord, bot: Connection) -> None:
    await discord.sit("11").say(FAMILIES, "Hello")
    with pytest.raises(OutcomeUnknown):
        await bot.platform.find(ADDRESS, say("Soon"), 99, time.time())
