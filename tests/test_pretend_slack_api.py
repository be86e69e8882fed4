"""The pretend Slack's Web API is as strict as Slack's, for an unmodified AsyncWebClient."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from support.pretend_slack import ANA, BEN, BOT, CAUCUS, CLEO, ELSEWHERE, GENERAL, STAFF, WORLD, pretend_slack, section

METADATA = {"event_type": "sent", "event_payload": {"delivery": "17"}}


async def refusal(call: Any) -> str:
    with pytest.raises(SlackApiError) as refused:
        await call
    return str(refused.value.response["error"])


async def test_tokens() -> None:
    async with pretend_slack() as (slack, client):
        assert (await client.auth_test())["user_id"] == BOT
        assert await refusal(AsyncWebClient(base_url=slack.api_url).auth_test()) == "not_authed"
        assert await refusal(AsyncWebClient("xoxb-wrong", base_url=slack.api_url).auth_test()) == "invalid_auth"
        app = AsyncWebClient(WORLD.app_token, base_url=slack.api_url)
        assert await refusal(app.auth_test()) == "not_allowed_token_type"
        assert await refusal(client.apps_connections_open(app_token=WORLD.bot_token)) == "not_allowed_token_type"
        assert all("token" not in arguments for _, arguments in slack.requests)


async def test_only_what_is_known_is_taken() -> None:
    async with pretend_slack() as (slack, client):
        assert await refusal(client.api_call("chat.meMessage")) == "unknown_method"
        assert await refusal(client.team_info(colour="red")) == "invalid_arguments"
        assert await refusal(client.api_call("users.info")) == "invalid_arguments"
        assert await refusal(client.users_info(user="U0NOBODY")) == "user_not_found"
        assert (await client.users_info(user=ANA, include_locale=True))["user"]["locale"] == "es-MX"
        assert "locale" not in (await client.users_info(user=ANA))["user"]
        assert slack.requests[-1] == ("users.info", {"user": ANA})


async def test_arguments_come_as_query_form_or_json() -> None:
    async with pretend_slack() as (slack, _), aiohttp.ClientSession() as session:
        url, header = f"{slack.api_url}chat.postMessage", {"Authorization": f"Bearer {WORLD.bot_token}"}
        blocks = '[{"type": "divider"}]'
        for sent in (
            session.get(url, params={"channel": GENERAL, "text": "a", "blocks": blocks}, headers=header),
            session.post(url, params={"channel": GENERAL, "text": "b", "unfurl_links": "0"}, headers=header),
            session.post(url, data={"channel": GENERAL, "text": "c", "token": WORLD.bot_token}),
        ):
            async with sent as answer:
                assert (await answer.json())["ok"]
        for body, error in ((b"[]", "json_not_object"), (b"{", "invalid_json")):
            async with session.post(url, data=body, headers={**header, "Content-Type": "application/json"}) as answer:
                assert (await answer.json())["error"] == error
        assert [message.text for message in slack.messages(GENERAL)] == ["a", "b", "c"]


async def test_membership() -> None:
    async with pretend_slack() as (slack, client):
        assert await refusal(client.chat_postMessage(channel=ELSEWHERE, text="x")) == "not_in_channel"
        assert await refusal(client.chat_postMessage(channel=CAUCUS, text="x")) == "channel_not_found"
        assert await refusal(client.chat_postMessage(channel="C0NOWHERE", text="x")) == "channel_not_found"
        assert await refusal(client.conversations_history(channel=ELSEWHERE)) == "not_in_channel"
        assert await refusal(client.conversations_members(channel=CAUCUS)) == "channel_not_found"
        assert (await client.conversations_members(channel=ELSEWHERE))["members"] == [ANA, CLEO]
        assert (await client.conversations_info(channel=STAFF))["channel"]["is_private"]
        assert await refusal(client.chat_postEphemeral(channel=GENERAL, user=CLEO, text="x")) == "user_not_in_channel"
        await client.chat_postEphemeral(channel=GENERAL, user=ANA, text="psst")
        assert [message.private for message in slack.sit(ANA).messages(GENERAL)] == [True]
        assert slack.messages(GENERAL) == []
        mine = await client.users_conversations(types="public_channel,private_channel")
        assert [channel["id"] for channel in mine["channels"]] == [GENERAL, STAFF]
        assert [channel["id"] for channel in (await client.users_conversations())["channels"]] == [GENERAL]
        with pytest.raises(PermissionError):
            slack.sit(BEN).messages(CAUCUS)
        with pytest.raises(ValueError, match="no such person"):
            slack.sit("U0NOBODY")
        assert [name for _, name in slack.sit(ANA).channels()] == ["general", "caucus", "elsewhere", "Start Somewhere"]


async def test_what_is_told_of_a_channel() -> None:
    async with pretend_slack() as (slack, client):
        slack.workspace.conversations[GENERAL].archived = slack.workspace.conversations[STAFF].shared = True
        general, staff = [(await client.conversations_info(channel=one))["channel"] for one in (GENERAL, STAFF)]
        assert (general["is_archived"], general["is_ext_shared"]) == (True, False)
        assert (staff["is_archived"], staff["is_ext_shared"]) == (False, True)
        assert await refusal(client.chat_postMessage(channel=GENERAL, text="x")) == "is_archived"
        there = await client.users_conversations(types="public_channel,private_channel", exclude_archived=True)
        assert [one["id"] for one in there["channels"]] == [STAFF]
        slack.scopes = ["channels:read"]
        assert (await client.conversations_info(channel=GENERAL))["ok"]
        assert await refusal(client.conversations_info(channel=STAFF)) == "missing_scope"
        assert await refusal(client.conversations_members(channel=STAFF)) == "missing_scope"


async def test_everybody_in_pages() -> None:
    async with pretend_slack() as (slack, client):
        slack.workspace.left.add(CLEO)
        first = await client.users_list(limit=3)
        rest = await client.users_list(limit=3, cursor=first["response_metadata"]["next_cursor"])
        assert [one["id"] for page in (first, rest) for one in page["members"]] == sorted([ANA, BEN, CLEO, BOT])
        assert [one["id"] for page in (first, rest) for one in page["members"] if one["deleted"]] == [CLEO]
        assert rest["response_metadata"]["next_cursor"] == ""
        assert await refusal(client.users_list(limit=5_000)) == "invalid_limit"
        slack.scopes = ["channels:read"]
        assert await refusal(client.users_list()) == "missing_scope"


async def test_dms() -> None:
    async with pretend_slack() as (slack, client):
        dm = (await client.conversations_open(users=[ANA]))["channel"]["id"]
        assert (await client.conversations_open(channel=dm, return_im=True))["channel"]["user"] == ANA
        assert await refusal(client.conversations_open(users=[ANA, BEN])) == "too_many_users"
        assert await refusal(client.conversations_open(users="U0NOBODY")) == "user_not_found"
        assert (await client.chat_postMessage(channel=ANA, text="Hello"))["channel"] == dm
        assert slack.sit(ANA).messages(dm)[0].text == "Hello"


async def test_what_was_posted_is_the_bots_to_change() -> None:
    async with pretend_slack() as (slack, client):
        ana = slack.sit(ANA)
        await ana.say(GENERAL, "mine")
        theirs = slack.messages(GENERAL)[0].ts
        own = (await client.chat_postMessage(channel=GENERAL, text="a", blocks=[section("b")], metadata=METADATA))["ts"]
        assert await refusal(client.chat_update(channel=GENERAL, ts=theirs, text="x")) == "cant_update_message"
        assert await refusal(client.chat_delete(channel=GENERAL, ts=theirs)) == "cant_delete_message"
        assert await refusal(client.chat_update(channel=GENERAL, ts="1.000000", text="x")) == "message_not_found"
        whisper = (await client.chat_postEphemeral(channel=GENERAL, user=ANA, text="psst"))["message_ts"]
        assert await refusal(client.chat_update(channel=GENERAL, ts=whisper, text="x")) == "message_not_found"

        await client.chat_update(channel=GENERAL, ts=own, text="c")
        seen = ana.messages(GENERAL)[1]
        assert (seen.text, seen.fallback, seen.edited) == ("b", "c", True)  # blocks stay until they are taken away
        await client.chat_update(channel=GENERAL, ts=own, text="c", blocks=[])
        assert ana.messages(GENERAL)[1].text == "c"
        found = await client.conversations_history(channel=GENERAL, include_all_metadata=True)
        assert found["messages"][0]["metadata"] == METADATA
        await client.chat_delete(channel=GENERAL, ts=own)
        assert await refusal(client.chat_delete(channel=GENERAL, ts=own)) == "message_not_found"
        assert [message.text for message in slack.messages(GENERAL)] == ["mine"]
        assert [message.ts for message in slack.accepted_posts(GENERAL)] == [own]


async def test_history_in_pages_and_ranges() -> None:
    async with pretend_slack() as (slack, client):
        slack.rates_enforced = False
        posted = [
            (await client.chat_postMessage(channel=GENERAL, text=str(number), metadata=METADATA))["ts"]
            for number in range(7)
        ]
        assert "metadata" not in (await client.conversations_history(channel=GENERAL))["messages"][0]
        cursor, pages = None, []
        while cursor != "":
            page = await client.conversations_history(channel=GENERAL, limit=3, cursor=cursor)
            pages.append([message["text"] for message in page["messages"]])
            cursor = page.get("response_metadata", {}).get("next_cursor", "")
            await client.chat_postMessage(channel=GENERAL, text="meanwhile")
        assert pages == [["6", "5", "4"], ["3", "2", "1"], ["0"]]

        async def texts(**arguments: Any) -> list[str]:
            found = await client.conversations_history(channel=GENERAL, **arguments)
            return [message["text"] for message in found["messages"]]

        assert await texts(oldest=posted[2], latest=posted[5]) == ["4", "3"]
        assert await texts(oldest=posted[2], latest=posted[5], inclusive=True) == ["5", "4", "3", "2"]
        assert await refusal(client.conversations_history(channel=GENERAL, oldest="yesterday")) == "invalid_ts_oldest"
        assert await refusal(client.conversations_history(channel=GENERAL, limit=1000)) == "invalid_limit"
        assert await refusal(client.conversations_history(channel=GENERAL, cursor="zz")) == "invalid_cursor"


async def test_threads() -> None:
    async with pretend_slack() as (slack, client):
        slack.rates_enforced = False
        parent = (await client.chat_postMessage(channel=GENERAL, text="parent"))["ts"]
        reply = (await client.chat_postMessage(channel=GENERAL, text="reply", thread_ts=parent))["ts"]
        for nowhere in (reply, "1.000000"):
            call = client.chat_postMessage(channel=GENERAL, text="x", thread_ts=nowhere)
            assert await refusal(call) == "thread_not_found"
        history = (await client.conversations_history(channel=GENERAL))["messages"]
        assert [(message["text"], message["reply_count"]) for message in history] == [("parent", 1)]
        replies = (await client.conversations_replies(channel=GENERAL, ts=parent))["messages"]
        assert [message["text"] for message in replies] == ["parent", "reply"]
        later = await client.conversations_replies(channel=GENERAL, ts=parent, oldest=parent)
        assert [message["text"] for message in later["messages"]] == ["parent", "reply"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": "x" * 4001}, "msg_too_long"),
        ({"text": "x" * 4001, "blocks": [section("short")]}, "msg_too_long"),
        ({"text": ""}, "no_text"),
        ({"blocks": []}, "no_text"),
        ({"text": "x", "metadata": {"event_type": "sent"}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {**METADATA, "more": 1}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {**METADATA, "event_payload": {"x": "y" * 9000}}}, "metadata_too_large"),
        ({"text": 7}, "invalid_arguments"),
        ({"text": "x", "unfurl_links": "maybe"}, "invalid_arguments"),
        ({"text": "x", "blocks": "[["}, "invalid_arguments"),
        ({"text": "x", "blocks": "{}"}, "invalid_blocks"),
        ({"text": "x", "attachments": []}, "invalid_arguments"),
    ],
)
async def test_messages_that_are_refused(arguments: dict[str, Any], error: str) -> None:
    async with pretend_slack() as (slack, client):
        assert await refusal(client.api_call("chat.postMessage", json={"channel": GENERAL, **arguments})) == error
        assert slack.messages(GENERAL) == []


@pytest.mark.parametrize(
    ("text", "read", "pings"),
    [
        ("Hi <@U0ANA> and <@U0BEN|ben>", "Hi @Ana Rivera and @Ben Okafor", ("U0ANA", "U0BEN")),
        ("<!channel> <!here> <!everyone>", "@channel @here @everyone", ("channel", "here", "everyone")),
        ("&lt;!channel&gt; Tom &amp; &amp;amp;", "<!channel> Tom & &amp;", ()),
        ("*bold* _it_ ~gone~ `*code*` 2*3*4 a_b_c", "bold it gone *code* 2*3*4 a_b_c", ()),
        ("<https://x.org|here> <mailto:a@b.c> <#C0GENERAL>", "here a@b.c #general", ()),
        ("@here @ana", "@here @ana", ()),
    ],
)
async def test_what_the_eye_reads(text: str, read: str, pings: tuple[str, ...]) -> None:
    async with pretend_slack() as (slack, client):
        await client.chat_postMessage(channel=GENERAL, text=text)
        await client.chat_postMessage(channel=GENERAL, text="x", blocks=[section(text)])
        for seen in slack.sit(BEN).messages(GENERAL):
            assert (seen.text, seen.pings) == (read, pings)
        if "@here @" in text:
            await client.chat_postMessage(channel=GENERAL, text=text, link_names=True)
            assert slack.sit(BEN).messages(GENERAL)[-1].pings == ("here", ANA)


async def test_quotations_and_rich_text() -> None:
    quote = {"type": "rich_text_quote", "elements": [{"type": "text", "text": "<!here> *as typed*"}]}
    ping = {"type": "rich_text_section", "elements": [{"type": "user", "user_id": ANA}]}
    blocks = [
        section("Said:\n> one\n>two\nand &gt; that"),
        {"type": "rich_text", "elements": [quote, ping]},
        {"type": "header", "text": {"type": "plain_text", "text": "A & B <!here>"}},
    ]
    async with pretend_slack() as (slack, client):
        await client.api_call("chat.postMessage", json={"channel": GENERAL, "text": "x", "blocks": blocks})
        seen = slack.sit(BEN).messages(GENERAL)[0]
    assert [(line.kind, line.text) for line in seen.lines] == [
        ("text", "Said:"),
        ("quote", "one\ntwo"),
        ("text", "and > that"),
        ("quote", "<!here> *as typed*"),
        ("text", "@Ana Rivera"),
        ("heading", "A & B <!here>"),
    ]
    assert seen.pings == (ANA,)


async def test_files() -> None:
    """Asked for, sent, and only then there, once, as long as was said, where the bot is and may."""
    async with pretend_slack() as (slack, client), aiohttp.ClientSession() as session:
        content = b"a,b"
        ask = {"filename": "a.csv", "length": len(content)}
        assert await refusal(client.files_getUploadURLExternal(**ask, alt_txt="x" * 1001)) == "alt_txt_too_large"
        assert await refusal(client.files_getUploadURLExternal(filename="a", length=0)) == "invalid_arguments"
        asked = await client.files_getUploadURLExternal(**ask)
        wanted = [{"id": asked["file_id"]}]
        assert await refusal(client.files_completeUploadExternal(files=wanted)) == "file_not_found", "it has not come"
        async with session.post(asked["upload_url"], data=content) as answer:
            assert answer.status == 200
        assert await refusal(client.files_completeUploadExternal(files=wanted, channel_id=CAUCUS)) in (
            "channel_not_found",
            "not_in_channel",
        )
        await client.files_completeUploadExternal(files=wanted, channel_id=GENERAL)
        assert [file.content for file in slack.messages(GENERAL)[-1].files] == [content]
        assert await refusal(client.files_completeUploadExternal(files=wanted, channel_id=GENERAL)) == "file_not_found"

        short = await client.files_getUploadURLExternal(**ask)
        async with session.post(short["upload_url"], data=content[:-1]) as answer:
            assert answer.status == 400
        slack.scopes = {"chat:write"}
        assert await refusal(client.files_getUploadURLExternal(**ask)) == "missing_scope"
