"""What people write in the pretend Slack: threads, marks, changes, deletions, files; and what the app hears of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from support.pretend_slack import ANA, BEN, BOT, ELSEWHERE, GENERAL, STAFF, WORLD, pretend_slack

from playground.slack import Slack

Pretend = tuple[Slack, AsyncWebClient]


@pytest.fixture
async def pretend() -> AsyncIterator[Pretend]:
    async with pretend_slack(retry_delays=()) as pretend:
        yield pretend


def heard(slack: Slack) -> list[dict[str, Any]]:
    """The events since the last call."""
    events = [payload["event"] for kind, payload in slack.delivery.sent if kind == "events_api"]
    slack.delivery.sent.clear()
    return events


async def fetched(url: str, token: str = "") -> bytes:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
        assert answer.status == 200
        return await answer.read()


async def test_a_thread_below_a_message(pretend: Pretend) -> None:
    slack, client = pretend
    card = (await client.chat_postMessage(channel=GENERAL, text="A card"))["ts"]
    (own,) = heard(slack)
    assert (own["bot_id"], own["user"], own["channel_type"]) == (WORLD.bot_id, BOT, "channel")
    ana, ben = slack.sit(ANA), slack.sit(BEN)
    await ana.reply(ana.messages(GENERAL)[0], "One")
    await ben.reply(ben.thread(ben.messages(GENERAL)[0])[0], "Two")
    first, second = heard(slack)
    assert [(one["text"], one["thread_ts"], one["parent_user_id"]) for one in (first, second)] == [
        ("One", card, BOT),
        ("Two", card, BOT),
    ]
    (shown,) = ana.messages(GENERAL)
    assert (shown.text, shown.replies) == ("A card", 2)
    assert [(one.text, one.thread) for one in ana.thread(shown)] == [("One", card), ("Two", card)]
    with pytest.raises(PermissionError):
        await ana.say(GENERAL, "as in Discord", to=shown)


async def test_what_the_editor_makes_of_marks(pretend: Pretend) -> None:
    slack, _ = pretend
    lists = "- in #general\n- [here](https://a.org/?b&c)\n1. https://d.org."
    await slack.sit(ANA).say(GENERAL, f"*Fall* & _~late~_ `x*y*`\n> by @ben\n{lists}\n```\na *b*\n```")
    (event,) = heard(slack)
    assert event["text"] == (
        "*Fall* &amp; _~late~_ `x*y*`\n&gt; by <@U0BEN>\n• in <#C0GENERAL|general>\n"
        "• <https://a.org/?b&amp;c|here>\n1. <https://d.org>.\n```a *b*```"
    )
    section, quote, bullets, numbers, code = event["blocks"][0]["elements"]
    assert section["elements"] == [
        {"type": "text", "text": "Fall", "style": {"bold": True}},
        {"type": "text", "text": " & "},
        {"type": "text", "text": "late", "style": {"italic": True, "strike": True}},
        {"type": "text", "text": " "},
        {"type": "text", "text": "x*y*", "style": {"code": True}},
    ]
    assert quote["elements"][1] == {"type": "user", "user_id": BEN}
    assert [item["elements"][-1]["type"] for item in bullets["elements"]] == ["channel", "link"]
    assert (numbers["style"], code["elements"][0]["text"]) == ("ordered", "a *b*")
    (seen,) = slack.sit(BEN).messages(GENERAL)
    assert seen.pings == (BEN,)
    assert "• here" in seen.text


async def test_people_change_and_delete_what_is_theirs(pretend: Pretend) -> None:
    slack, _ = pretend
    ana, ben = slack.sit(ANA), slack.sit(BEN)
    await ana.say(GENERAL, "Frist")
    (said,) = heard(slack)
    with pytest.raises(PermissionError):
        await ben.edit(ben.messages(GENERAL)[0], "Mine now")
    await ana.edit(ana.messages(GENERAL)[0], "First")
    (changed,) = heard(slack)
    assert (changed["subtype"], changed["channel_type"]) == ("message_changed", "channel")
    assert (changed["previous_message"]["text"], changed["message"]["text"]) == ("Frist", "First")
    assert changed["message"]["client_msg_id"] == said["client_msg_id"]
    assert changed["message"]["edited"]["user"] == ANA
    await ben.reply(ben.messages(GENERAL)[0], "Yes")
    await ana.delete(ana.messages(GENERAL)[0])
    _, grave = heard(slack)
    assert (grave["subtype"], grave["message"]["subtype"]) == ("message_changed", "tombstone")
    assert grave["previous_message"]["text"] == "First"
    (stone,) = ben.messages(GENERAL)
    assert stone.text == "This message was deleted."
    await ben.delete(ben.thread(stone)[0])
    (gone,) = heard(slack)
    assert (gone["subtype"], gone["deleted_ts"]) == ("message_deleted", gone["previous_message"]["ts"])
    assert ben.messages(GENERAL) == []


async def test_a_file_needs_the_token(pretend: Pretend) -> None:
    slack, client = pretend
    await slack.sit(ANA).say(GENERAL, "", files=(("plan.txt", b"Tuesday"),))
    (event,) = heard(slack)
    (file,) = event["files"]
    assert (event["subtype"], file["name"], file["size"], file["mimetype"]) == (
        "file_share",
        "plan.txt",
        7,
        "text/plain",
    )
    assert await fetched(file["url_private_download"], WORLD.bot_token) == b"Tuesday"
    assert b"Sign in" in await fetched(file["url_private_download"])
    slack.scopes = {"chat:write"}
    assert b"Sign in" in await fetched(file["url_private_download"], WORLD.bot_token)
    slack.scopes = None
    (seen,) = slack.messages(GENERAL)
    sent = await client.files_upload_v2(channel=GENERAL, thread_ts=seen.ts, content=b"Thursday", filename="b.txt")
    found = await client.files_info(file=sent["file"]["id"])
    (share,) = found["file"]["shares"]["public"][GENERAL]
    assert share["thread_ts"] == seen.ts
    assert heard(slack)[0]["bot_id"] == WORLD.bot_id
    await slack.sit(ANA).say(ELSEWHERE, "", files=(("secret.txt", b"no"),))
    hidden = slack.messages(ELSEWHERE)[0].files[0].shared(ANA)["url_private_download"]
    assert b"Sign in" in await fetched(hidden, WORLD.bot_token)


async def test_only_what_the_app_listens_for_reaches_it() -> None:
    world = WORLD.model_copy(update={"events": ("message.groups", "message.im"), "scopes": ("im:history",)})
    async with pretend_slack(world, retry_delays=()) as (slack, _):
        await slack.sit(BEN).say(GENERAL, "@Start Somewhere hello")
        await slack.sit(BEN).say(STAFF, "without the scope")
        await slack.sit(BEN).say(slack.workspace.dm(BEN), "hello")
        assert [event["text"] for event in heard(slack)] == ["hello"]


async def test_what_others_write_and_what_slack_unfolds(pretend: Pretend) -> None:
    slack, _ = pretend
    slack.say_as(GENERAL, "Weather", "Rain")
    await slack.sit(ANA).say(GENERAL, "https://example.org")
    slack.unfold(GENERAL, slack.messages(GENERAL)[-1].ts)
    await asyncio.sleep(0.01)  # they are told in the background
    bot, said, unfolded = sorted(heard(slack), key=lambda event: event["event_ts"])
    assert (bot["subtype"], bot["username"], "user" in bot) == ("bot_message", "Weather", False)
    assert unfolded["message"]["text"] == unfolded["previous_message"]["text"] == said["text"]
    assert "edited" not in unfolded["message"]
