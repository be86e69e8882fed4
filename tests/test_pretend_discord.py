"""The pretend Discord, spoken to by unmodified discord.py."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import discord as library
import pytest
from support.discord_spec import check
from support.pretend_discord_bot import ANA, BOT, DANA, FAMILIES, LOBBY, STAFF, WORLD, Bot, Card, connected

from playground.discord import Discord


@pytest.fixture
async def discord() -> AsyncIterator[Discord]:
    pretend = Discord(WORLD, check=check)
    await pretend.start()
    yield pretend
    await pretend.stop()


@pytest.fixture
async def bot(discord: Discord, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    async with connected(discord, monkeypatch) as client:
        yield client
    assert discord.spec_violations == []


async def test_command_form_private_card_button(discord: Discord, bot: Bot) -> None:
    ana = discord.sit(ANA)
    assert (await ana.command(FAMILIES, "ask")).acknowledged
    form = ana.form
    assert form is not None
    assert (form.title, form.submit) == ("A new poll", "Enviar")
    question, kind = form.fields
    assert (question.label, question.hint, question.value, question.most) == (
        "Question",
        "What to ask",
        "Which day?",
        40,
    )
    assert (kind.choices, kind.chosen) == ((("1", "One"), ("2", "Two")), ("1",))
    assert (await ana.submit({"kind": ["2"]})).acknowledged
    assert ana.form is None
    (card,) = ana.messages(FAMILIES)
    assert card.private
    assert card.text == "Poll\nWhich day? 2"
    assert not discord.sit(DANA).messages(FAMILIES)
    assert (await ana.press(card, card.buttons[0].key)).acknowledged
    (card,) = ana.messages(FAMILIES)
    assert card.edited
    assert card.text == "Poll\nThanks"


async def test_form_takes_what_the_client_would_send(discord: Discord, bot: Bot) -> None:
    ana = discord.sit(ANA)
    await ana.command(FAMILIES, "ask")
    refused: tuple[dict[str, str | list[str]], ...] = (
        {"question": ""},
        {"question": "x" * 41},
        {"kind": ["3"]},
        {"kind": []},
        {"kind": ["1", "2"]},
        {"x": "1"},
    )
    for wrong in refused:
        with pytest.raises(ValueError, match=r"."):
            await ana.submit(wrong)
    assert ana.form is not None
    ana.dismiss()
    with pytest.raises(ValueError, match="no open form"):
        await ana.submit({})


async def test_deferred_answer_and_follow_up(discord: Discord, bot: Bot) -> None:
    ana = discord.sit(ANA)
    assert (await ana.command(FAMILIES, "later", "soon **now**")).acknowledged
    await until(lambda: len(ana.messages(FAMILIES)) == 2)
    await until(lambda: [message.text for message in ana.messages(FAMILIES)] == ["soon now", "And more"])
    assert all(message.private for message in ana.messages(FAMILIES))


async def test_no_answer_in_time(discord: Discord, bot: Bot) -> None:
    discord.interactions.patience = 0.2
    outcome = await discord.sit(ANA).command(FAMILIES, "slow")
    assert outcome == type(outcome)(False, "The application did not respond")


async def test_post_edit_delete(discord: Discord, bot: Bot) -> None:
    posted = await bot.channel(FAMILIES).send(view=Card("Which day?"))
    (seen,) = discord.messages(FAMILIES)
    assert (seen.id, seen.author, seen.text, seen.pings) == (str(posted.id), "Start Somewhere", "Poll\nWhich day?", ())
    await posted.edit(view=Card("Which week?"))
    assert discord.messages(FAMILIES)[0].text == "Poll\nWhich week?"
    await posted.delete()
    assert discord.messages(FAMILIES) == []
    with pytest.raises(library.NotFound) as gone:
        await posted.edit(view=Card("Which?"))
    assert gone.value.code == 10008


async def test_same_nonce_posts_once(discord: Discord, bot: Bot) -> None:
    channel = bot.channel(FAMILIES)
    first, second = await channel.send("Hello", nonce="17"), await channel.send("Hello again", nonce="17")
    assert first.id == second.id
    assert [message.text for message in discord.messages(FAMILIES)] == ["Hello"]
    own = await asyncio.wait_for(bot.heard.get(), 1)
    assert own.nonce == "17"
    (read,) = [message async for message in channel.history()]
    assert read.nonce is None
    await channel.send("Elsewise", nonce="18")
    assert len(discord.messages(FAMILIES)) == 2


async def test_history_pages(discord: Discord, bot: Bot) -> None:
    discord.rates_enforced = False
    channel = bot.channel(FAMILIES)
    ids = [(await channel.send(str(number))).id for number in range(7)]
    newest = [message.id async for message in channel.history(limit=3)]
    assert newest == ids[:3:-1]
    later = [message.id async for message in channel.history(limit=2, after=library.Object(ids[1]))]
    assert later == ids[2:4]
    around = [message.id async for message in channel.history(limit=3, around=library.Object(ids[3]))]
    assert sorted(around) == ids[2:5]


async def test_resume_replays_what_was_missed(discord: Discord, bot: Bot) -> None:
    ana = discord.sit(ANA)
    await discord.drop_gateway()
    await ana.say(FAMILIES, "@Start Somewhere missed?")
    asking = asyncio.create_task(ana.command(FAMILIES, "ask"))
    await asyncio.wait_for(bot.resumed.wait(), 5)
    assert (await asyncio.wait_for(bot.heard.get(), 1)).content == f"<@{BOT}> missed?"
    assert (await asking).acknowledged
    await discord.close_gateway(resumable=True)
    assert (await ana.command(FAMILIES, "ask")).acknowledged
    assert discord.identifies == 1


async def test_identify_does_not_replay(discord: Discord, bot: Bot) -> None:
    ana = discord.sit(ANA)
    await discord.close_gateway(resumable=False)
    await ana.say(FAMILIES, "@Start Somewhere missed?")
    await until(lambda: discord.identifies == 2 and discord.gateway.connected)
    assert (await ana.command(FAMILIES, "ask")).acknowledged
    assert bot.heard.empty()
    assert not bot.resumed.is_set()


async def test_content_is_for_mentions_and_dms(discord: Discord, bot: Bot) -> None:
    ana = discord.sit(ANA)
    dm = ana.channels()[-1][0]
    assert ana.channels() == [(FAMILIES, "families"), (LOBBY, "lobby"), (dm, "Start Somewhere")]
    await discord.sit(DANA).say(STAFF, "@Start Somewhere among us")
    for channel, text in ((FAMILIES, "psst"), (FAMILIES, "@Start Somewhere hello"), (dm, "hi")):
        await ana.say(channel, text)
    heard = [(await asyncio.wait_for(bot.heard.get(), 1)).content for _ in range(3)]
    assert heard == ["", f"<@{BOT}> hello", "hi"]


async def test_dm(discord: Discord, bot: Bot) -> None:
    ana = await bot.fetch_user(int(ANA))
    sent = await ana.send("Hello")
    assert str(sent.channel.id) == discord.sit(ANA).channels()[-1][0]
    assert (await discord.sit(ANA).command(str(sent.channel.id), "ask")).acknowledged
    discord.dms_refused.add(ANA)
    with pytest.raises(library.Forbidden) as refused:
        await ana.send("Hello again")
    assert refused.value.code == 50007


async def test_where_the_bot_may_not_be(discord: Discord, bot: Bot) -> None:
    for channel, code in ((STAFF, 50001), (LOBBY, 50013), ("999", 10003)):
        with pytest.raises((library.Forbidden, library.NotFound)) as refused:
            await bot.get_partial_messageable(int(channel)).send("Hello")
        assert refused.value.code == code
    with pytest.raises(PermissionError):
        await discord.sit(ANA).command(STAFF, "ask")
    assert (await discord.sit(ANA).command(LOBBY, "ask")).acknowledged
    with pytest.raises(ValueError, match="no such command"):
        await discord.sit(ANA).command(FAMILIES, "nope")
    with pytest.raises(PermissionError):
        await discord.sit(ANA).open_home()


async def test_429_and_500_are_waited_for(discord: Discord, bot: Bot) -> None:
    method = "POST /channels/{channel_id}/messages"
    discord.faults.next(method, "429", seconds=0.1)
    discord.faults.next(method, "500")
    started = time.monotonic()
    await bot.channel(FAMILIES).send("Hello")
    assert time.monotonic() - started > 1
    assert discord.refusals_429 == 1
    assert len(discord.messages(FAMILIES)) == 1


async def test_rates_are_told_before_they_are_hit(discord: Discord, bot: Bot) -> None:
    started = time.monotonic()
    for number in range(6):
        await bot.channel(FAMILIES).send(str(number))
    assert time.monotonic() - started > 4
    assert discord.refusals_429 == 0


@pytest.mark.parametrize(("fault", "stands"), [("drop_before", 0), ("drop_after", 1)])
async def test_dropped_connection(discord: Discord, bot: Bot, fault: str, stands: int) -> None:
    discord.faults.next("POST /channels/{channel_id}/messages", "drop_after" if stands else "drop_before")
    with pytest.raises((library.DiscordException, OSError, aiohttp.ClientError)):
        await bot.channel(FAMILIES).send("Hello", nonce="1")
    assert len(discord.messages(FAMILIES)) == stands
    await bot.channel(FAMILIES).send("Hello", nonce="1")
    assert len(discord.messages(FAMILIES)) == 1


async def test_privileged_intents_are_refused(discord: Discord, bot: Bot) -> None:
    eager = library.Client(intents=library.Intents.all())
    with pytest.raises(library.PrivilegedIntentsRequired):
        await asyncio.wait_for(eager.start(WORLD.bot_token), 5)
    await eager.close()
    discord.privileged_intents = library.Intents.all().value
    eager = library.Client(intents=library.Intents.all())
    running = asyncio.create_task(eager.start(WORLD.bot_token))
    await until(lambda: bool(eager.guilds) and eager.guilds[0].chunked)
    assert {member.name for member in eager.guilds[0].members} == {"ana", "dana", "start-somewhere"}
    await eager.close()
    await running


async def test_wrong_token(discord: Discord, bot: Bot) -> None:
    stranger = library.Client(intents=library.Intents.none())
    with pytest.raises(library.LoginFailure):
        await stranger.start("other")
    await stranger.close()


async def test_hundreds_of_presses_a_second(discord: Discord, bot: Bot) -> None:
    await bot.channel(FAMILIES).send(view=Card("Which day?", "Which day?"))
    people = [discord.sit(ANA), discord.sit(DANA)]
    (card,) = discord.messages(FAMILIES)
    started = time.monotonic()
    outcomes = [
        outcome
        for _ in range(10)
        for outcome in await asyncio.gather(*(people[number % 2].press(card, "Yes") for number in range(20)))
    ]
    assert all(outcome.acknowledged for outcome in outcomes)
    assert time.monotonic() - started < 10


async def until(holds: object, seconds: float = 5.0) -> None:
    assert callable(holds)
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.01)
