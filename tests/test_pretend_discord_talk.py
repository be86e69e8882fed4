"""What people write in the pretend Discord: threads, changes, deletions, files; and what the bot hears of it."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import discord as library
import pytest
from support.discord_spec import check
from support.pretend_discord_bot import ANA, BOT, DANA, FAMILIES, GUILD, STAFF, WORLD, Bot, connected
from support.pretend_discord_wire import Wire, wired

from playground.discord import Discord

Told = list[tuple[str, dict[str, Any]]]


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    async with wired() as wire:
        yield wire


def listening(discord: Discord) -> Told:
    """All that is dispatched from now on, as before the intents are looked at."""
    told: Told = []
    discord._state.dispatch = lambda event, data: told.append((event, data))
    return told


async def test_a_thread_begins_with_a_message(wire: Wire) -> None:
    discord, ana = wire.discord, wire.discord.sit(ANA)
    _, card = await wire("POST", f"/channels/{FAMILIES}/messages", {"content": "A card"})
    told = listening(discord)
    await ana.reply(ana.messages(FAMILIES)[0], "One")
    assert [event for event, _ in told] == ["THREAD_CREATE", "MESSAGE_UPDATE", "MESSAGE_CREATE", "MESSAGE_CREATE"]
    began, starter, first, said = (data for _, data in told)
    assert (began["id"], began["parent_id"], began["guild_id"], began["owner_id"]) == (card["id"], FAMILIES, GUILD, ANA)
    assert (starter["thread"]["id"], starter["edited_timestamp"], starter["flags"]) == (card["id"], None, 32)
    assert (first["type"], first["channel_id"], said["channel_id"]) == (21, card["id"], card["id"])
    shown = ana.messages(FAMILIES)[0]
    assert (shown.replies, [one.text for one in ana.thread(shown)]) == (1, ["One"])
    await ana.say(shown.id, "Two", to=ana.thread(shown)[0])
    reply = told[-1][1]
    assert (reply["type"], reply["message_reference"]["message_id"]) == (19, said["id"])
    assert reply["referenced_message"]["content"] == "One"
    assert (await wire("GET", f"/channels/{shown.id}"))[1]["message_count"] == 2
    assert [one["id"] for one in (await wire("GET", f"/guilds/{GUILD}/threads/active"))[1]["threads"]] == [shown.id]
    assert FAMILIES in [one["id"] for one in (await wire("GET", f"/guilds/{GUILD}/channels"))[1]]
    assert shown.id not in dict(ana.channels())


async def test_the_bot_begins_threads_and_what_is_archived(wire: Wire) -> None:
    _, card = await wire("POST", f"/channels/{FAMILIES}/messages", {"content": "A card"})
    threads = f"/channels/{FAMILIES}/messages/{card['id']}/threads"
    assert await wire.errors(threads, {"name": ""}) == ["name BASE_TYPE_BAD_LENGTH"]
    status, began = await wire("POST", threads, {"name": "A card", "auto_archive_duration": 1440})
    assert (status, began["id"], began["type"]) == (201, card["id"], 11)
    assert (await wire("POST", threads, {"name": "Again"}))[1]["code"] == 160004
    here = f"/channels/{began['id']}/messages"
    _, said = await wire("POST", here, {"content": "One"})
    assert (await wire("POST", f"{here}/{said['id']}/threads", {"name": "Deeper"}))[1]["code"] == 50024
    wire.discord.archive(began["id"])
    assert (await wire("PATCH", f"{here}/{said['id']}", {"content": "Two"}))[1]["code"] == 50083
    assert (await wire("POST", here, {"content": "Three"}))[0] == 200  # that brings it back
    assert (await wire("PATCH", f"{here}/{said['id']}", {"content": "Two"}))[0] == 200
    wire.discord.archive(began["id"], locked=True)
    assert (await wire("POST", here, {"content": "Four"}))[1]["code"] == 50083
    with pytest.raises(PermissionError):
        await wire.discord.sit(ANA).say(began["id"], "Five")
    assert (await wire("PATCH", f"/channels/{began['id']}", {"archived": False}))[1]["code"] == 50013


async def test_people_change_and_delete_what_is_theirs(wire: Wire) -> None:
    ana, dana, told = wire.discord.sit(ANA), wire.discord.sit(DANA), listening(wire.discord)
    await ana.say(FAMILIES, "Frist in #families")
    with pytest.raises(PermissionError):
        await dana.delete(dana.messages(FAMILIES)[0])
    await ana.edit(ana.messages(FAMILIES)[0], "**First**")
    wire.discord.unfold(FAMILIES, ana.messages(FAMILIES)[0].id)
    await ana.delete(ana.messages(FAMILIES)[0])
    assert [event for event, _ in told] == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"]
    said, changed, _, gone = (data for _, data in told)
    assert said["content"] == f"Frist in <#{FAMILIES}>"
    assert (changed["content"], changed["author"]["id"]) == ("**First**", ANA)
    assert changed["edited_timestamp"]
    assert gone == {"id": said["id"], "channel_id": FAMILIES, "guild_id": GUILD}
    assert ana.messages(FAMILIES) == []


async def test_files_have_an_address(wire: Wire) -> None:
    ana, told = wire.discord.sit(ANA), listening(wire.discord)
    await ana.say(FAMILIES, "", files=(("the plan.txt", b"Tuesday"),))
    (file,) = told[0][1]["attachments"]
    assert (file["filename"], file["size"], file["content_type"]) == ("the_plan.txt", 7, "text/plain")
    async with wire.session.get(file["url"]) as answer:
        assert await answer.read() == b"Tuesday"
    async with wire.session.get(file["url"].partition("?")[0]) as answer:
        assert answer.status == 404
    with pytest.raises(ValueError, match="would not take"):
        await ana.say(FAMILIES, "", files=(("empty.txt", b""),))


async def test_other_bots_and_webhooks(wire: Wire) -> None:
    told = listening(wire.discord)
    wire.discord.say_as(FAMILIES, "Weather", "Rain")
    wire.discord.say_as(FAMILIES, "News", "Sun", webhook=True)
    (_, bot), (_, hook) = told
    assert (bot["author"]["username"], bot["author"]["bot"], "webhook_id" in bot) == ("Weather", True, False)
    assert (hook["webhook_id"], hook["author"]["bot"], "member" in hook) == (hook["author"]["id"], True, False)


async def test_discord_py_hears_threads_and_without_the_intent_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    discord = Discord(WORLD, check=check)
    discord.rates_enforced = False
    discord.privileged_intents = 0
    await discord.start()
    async with connected(discord, monkeypatch) as bot:
        ana = discord.sit(ANA)
        card = await bot.channel(FAMILIES).send("A card")
        thread = await card.create_thread(name="A card") if card.guild else await _thread(bot, card)
        await thread.send("Mine", file=library.File(io.BytesIO(b"Tuesday"), "plan.txt"))
        shown = ana.messages(FAMILIES)[0]
        assert [(one.text, one.files[0].content) for one in ana.thread(shown)] == [("Mine", b"Tuesday")]
        await ana.reply(shown, "Only people may read this")
        await ana.reply(shown, f"<@{BOT}> you too", files=(("a.txt", b"a"),))
        heard = [await bot.heard.get() for _ in range(5)]
        assert [one.content for one in heard if one.author.id == int(ANA)] == ["", f"<@{BOT}> you too"]
        await discord.sit(DANA).say(STAFF, "where the bot is not")
        read = [message.content async for message in thread.history(after=heard[2])]
        assert read == ["", f"<@{BOT}> you too"]
        assert bot.heard.empty()
    await discord.stop()
    assert discord.spec_violations == []


async def _thread(bot: Bot, card: library.Message) -> library.Thread:
    channel = await bot.fetch_channel(card.channel.id)
    assert isinstance(channel, library.TextChannel)
    return await (await channel.fetch_message(card.id)).create_thread(name="A card")
