"""One app in several workspaces of the pretend Slack: installed and left by OAuth, and heard at one address."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth import AuthorizeUrlGenerator
from support.pretend_slack import ANA, BEN, BOT, GENERAL, WORLD, actions, button, section
from support.pretend_slack_cloud import (
    BACK,
    CEDAR,
    CLIENT_ID,
    EVE,
    LAKE,
    LAKESIDE,
    PIER,
    SCOPES,
    SECRET,
    There,
    cloud,
    coming,
)

from playground.slack import SlackCloud


@pytest.fixture
async def there() -> AsyncIterator[There]:
    async with cloud() as made:
        yield made


@pytest.fixture
async def rotating() -> AsyncIterator[There]:
    async with cloud(rotating=True) as made:
        yield made


async def test_an_administrator_allows_it_and_the_code_becomes_a_token(there: There) -> None:
    back = there.cloud.allow(there.link(), LAKE, EVE)
    assert coming(back)["state"] == "s1"
    granted = await there.exchange(back)
    token = granted.pop("access_token")
    assert token.startswith("xoxb-")
    assert granted == {
        "ok": True,
        "token_type": "bot",
        "scope": SCOPES,
        "bot_user_id": "U0LAKEBOT",
        "app_id": WORLD.app_id,
        "team": {"id": LAKE, "name": "Lakeside"},
        "enterprise": None,
        "authed_user": {"id": EVE},
        "is_enterprise_install": False,
    }
    assert await there.works(token) == LAKE
    there.cloud.ahead += 10 * 365 * 86_400
    assert await there.works(token) == LAKE


async def test_each_token_speaks_in_its_own_workspace(there: There) -> None:
    cedar, lake = [(await there.installs(team))["access_token"] for team in (CEDAR, LAKE)]
    await there.client.chat_postMessage(token=cedar, channel=GENERAL, text="Hello, Cedar Valley")
    await there.client.chat_postMessage(token=lake, channel=PIER, text="Hello, Lakeside")
    with pytest.raises(SlackApiError, match="channel_not_found"):
        await there.client.chat_postMessage(token=lake, channel=GENERAL, text="Hello?")
    said = [message.text for message in there.cloud.workspaces[LAKE].messages(PIER)]
    assert said == ["Hello, Lakeside"]
    assert await there.works(WORLD.bot_token) == "invalid_auth"


async def test_all_workspaces_are_heard_at_one_address(there: There) -> None:
    cedar, lake = [(await there.installs(team))["access_token"] for team in (CEDAR, LAKE)]
    ben, eve = there.cloud.workspaces[CEDAR].sit(BEN), there.cloud.workspaces[LAKE].sit(EVE)
    assert (await ben.say(GENERAL, "@Start Somewhere hello")).acknowledged
    assert (await eve.command(PIER, "poll", "When?")).acknowledged
    blocks = [section("Which day?"), actions(button("Monday", "day"))]
    await there.client.chat_postMessage(token=lake, channel=PIER, text="Which day?", blocks=blocks)
    assert (await eve.press(eve.messages(PIER)[-1], "Monday")).acknowledged
    mention, command, press = there.heard
    assert (mention["team_id"], mention["authorizations"][0]["user_id"]) == (CEDAR, BOT)
    assert (command["team_id"], command["command"]) == (LAKE, "/poll")
    assert (press["team"]["id"], press["message"]["team"]) == (LAKE, LAKE)
    answer = {"text": "Only for you", "response_type": "ephemeral"}
    async with aiohttp.ClientSession() as session, session.post(command["response_url"], json=answer) as done:
        assert done.status == 200
    assert eve.messages(PIER)[-1].text == "Only for you"
    assert cedar != lake


async def test_where_the_app_is_not_installed_it_hears_nothing(there: There) -> None:
    await there.installs(CEDAR)
    eve = there.cloud.workspaces[LAKE].sit(EVE)
    assert (await eve.say(PIER, "@Start Somewhere hello")).acknowledged
    assert not (await eve.command(PIER, "poll")).acknowledged
    await there.cloud.workspaces[LAKE].leave(EVE, PIER)
    assert there.heard == []


async def test_a_workspace_may_have_it_from_the_beginning() -> None:
    async with cloud(installed=[CEDAR]) as there:
        assert await there.works(WORLD.bot_token) == CEDAR
        assert await there.works(LAKESIDE.bot_token) == "invalid_auth"
        assert (await there.cloud.workspaces[CEDAR].sit(BEN).say(GENERAL, "@Start Somewhere hi")).acknowledged
        assert [one["event"]["type"] for one in there.heard] == ["message", "app_mention"]


async def test_an_administrator_does_not_want_it(there: There) -> None:
    assert coming(there.cloud.deny(there.link())) == {"error": "access_denied", "state": "s1"}


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"client_id": "33.44"}, "invalid_client_id"),
        ({"scope": ""}, "no_scopes"),
        ({"scope": "chat:write,DROP"}, "invalid_scope"),
        ({"redirect_uri": "https://evil.example/slack/oauth"}, "bad_redirect_uri"),
        ({"redirect_uri": f"{BACK}.evil.example"}, "bad_redirect_uri"),
    ],
)
async def test_a_link_that_slack_would_not_ask_about(there: There, wrong: dict[str, str], error: str) -> None:
    with pytest.raises(ValueError, match=error):
        there.cloud.allow(there.link(**wrong), CEDAR)
    async with aiohttp.ClientSession() as session, session.get(there.link(**wrong)) as shown:
        assert (shown.status, await shown.text()) == (400, error)


async def test_the_link_of_the_sdk(there: There) -> None:
    made = AuthorizeUrlGenerator(
        client_id=CLIENT_ID,
        scopes=["chat:write"],
        redirect_uri=BACK,
        authorization_url=there.cloud.authorize_url,
    )
    link = made.generate("s2")
    assert coming(there.cloud.allow(link, CEDAR))["state"] == "s2"
    async with aiohttp.ClientSession() as session, session.get(link) as shown:
        assert (shown.status, await shown.text()) == (200, "chat:write")
    made.authorization_url = "http://127.0.0.1:1/oauth/v2/authorize"
    with pytest.raises(ValueError, match="this Slack"):
        there.cloud.allow(made.generate("s2"), CEDAR)


async def test_codes_that_are_refused(there: There) -> None:
    back = there.cloud.allow(there.link(), CEDAR)
    for wrong, error in (
        ({"code": "1.2.3"}, "invalid_code"),
        ({"client_id": "33.44"}, "invalid_client_id"),
        ({"client_secret": "open"}, "bad_client_secret"),
        ({"redirect_uri": f"{BACK}/elsewhere"}, "bad_redirect_uri"),
        ({"grant_type": "password"}, "invalid_grant_type"),
        ({"colour": "green"}, "invalid_arguments"),
    ):
        with pytest.raises(SlackApiError, match=error):
            await there.exchange(back, **wrong)
    assert not there.cloud.workspaces[CEDAR].installed
    await there.exchange(back)
    with pytest.raises(SlackApiError, match="invalid_code"):
        await there.exchange(back)
    late = there.cloud.allow(there.link(), CEDAR)
    there.cloud.ahead += 600
    with pytest.raises(SlackApiError, match="invalid_code"):
        await there.exchange(late)


async def test_a_link_that_names_no_address_leads_to_the_first(there: There) -> None:
    back = there.cloud.allow(there.link(redirect_uri=None), CEDAR)
    with pytest.raises(SlackApiError, match="bad_redirect_uri"):
        await there.exchange(back)
    assert (await there.exchange(back, redirect_uri=""))["ok"]


@pytest.mark.parametrize("how", ["json", "data"])
async def test_secrets_may_be_fields(there: There, how: str) -> None:
    code = coming(there.cloud.allow(there.link(), CEDAR))["code"]
    given = {"client_id": CLIENT_ID, "client_secret": SECRET, "code": code, "redirect_uri": BACK}
    url = f"{there.cloud.api_url}oauth.v2.access"
    async with aiohttp.ClientSession() as session:
        async with session.post(url, **{how: {**given, "client_secret": "open"}}) as refused:
            assert (await refused.json())["error"] == "bad_client_secret"
        other = base64.b64encode(b"33.44:sesame").decode()
        async with session.post(url, headers={"Authorization": f"Basic {other}"}, **{how: given}) as refused:
            assert (await refused.json())["error"] == "invalid_client_id"
        async with session.post(url, **{how: given}) as granted:
            assert (await granted.json())["team"]["id"] == CEDAR


async def test_tokens_are_rotated(rotating: There) -> None:
    first = await rotating.installs(CEDAR)
    assert first["access_token"].startswith("xoxe.xoxb-1-")
    assert first["expires_in"] == 43_200
    rotating.cloud.ahead += 43_200 - 60
    second = await rotating.refresh(first["refresh_token"])
    assert (second["token_type"], second["expires_in"], second["team"]["id"]) == ("bot", 43_200, CEDAR)
    with pytest.raises(SlackApiError, match="invalid_refresh_token"):
        await rotating.refresh(first["refresh_token"])
    assert await rotating.works(first["access_token"]) == CEDAR
    rotating.cloud.ahead += 60
    assert await rotating.works(first["access_token"]) == "token_expired"
    assert await rotating.works(second["access_token"]) == CEDAR
    third = await rotating.refresh(second["refresh_token"])
    assert len({one[name] for one in (first, second, third) for name in ("access_token", "refresh_token")}) == 6


async def test_an_answer_that_is_lost_has_used_the_refresh_token_up(rotating: There) -> None:
    first = await rotating.installs(CEDAR)
    rotating.cloud.faults.next("oauth.v2.access", "500")
    with pytest.raises(SlackApiError):
        await rotating.refresh(first["refresh_token"])
    rotating.cloud.faults.next("oauth.v2.access", "drop_after")
    with pytest.raises(aiohttp.ClientError):
        await rotating.refresh(first["refresh_token"])
    with pytest.raises(SlackApiError, match="invalid_refresh_token"):
        await rotating.refresh(first["refresh_token"])
    assert rotating.cloud.requests[-1] == (
        "oauth.v2.access",
        {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]},
    )


async def test_it_is_removed_and_told_so(rotating: There) -> None:
    cedar, lake = await rotating.installs(CEDAR), await rotating.installs(LAKE)
    waiting = rotating.cloud.allow(rotating.link(), CEDAR)
    eve, ana = rotating.cloud.workspaces[LAKE].sit(EVE), rotating.cloud.workspaces[CEDAR].sit(ANA)
    assert (await ana.command(GENERAL, "poll")).acknowledged
    answer_to = rotating.heard.pop()["response_url"]
    blocks = [section("Which day?"), actions(button("Monday", "day"))]
    await rotating.client.chat_postMessage(token=cedar["access_token"], channel=GENERAL, text="Which?", blocks=blocks)
    await rotating.cloud.uninstall(CEDAR)
    await rotating.cloud.uninstall(CEDAR)
    revoked, uninstalled = rotating.heard
    assert revoked["event"].pop("event_ts") < uninstalled["event"].pop("event_ts")
    assert revoked["event"] == {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT]}}
    assert uninstalled["event"] == {"type": "app_uninstalled"}
    for told in rotating.heard:
        assert (told["type"], told["team_id"], told["api_app_id"]) == ("event_callback", CEDAR, WORLD.app_id)
        assert "authorizations" not in told
    assert await rotating.works(cedar["access_token"]) == "account_inactive"
    with pytest.raises(SlackApiError, match="invalid_refresh_token"):
        await rotating.refresh(cedar["refresh_token"])
    with pytest.raises(SlackApiError, match="invalid_code"):
        await rotating.exchange(waiting)
    async with aiohttp.ClientSession() as session, session.post(answer_to, json={"text": "Late"}) as refused:
        assert refused.status == 404
    assert not (await ana.command(GENERAL, "poll")).acknowledged
    assert not (await ana.press(ana.messages(GENERAL)[-1], "Monday")).acknowledged
    assert (await eve.command(PIER, "poll")).acknowledged
    assert await rotating.works(lake["access_token"]) == LAKE
    assert len(rotating.heard) == 3
    again = await rotating.installs(CEDAR)
    assert await rotating.works(again["access_token"]) == CEDAR


async def test_one_workspace_may_be_in_trouble_alone(there: There) -> None:
    cedar, lake = [(await there.installs(team))["access_token"] for team in (CEDAR, LAKE)]
    there.cloud.workspaces[CEDAR].token_revoked = True
    assert await there.works(cedar) == "token_revoked"
    assert await there.works(lake) == LAKE


def test_worlds_that_do_not_fit_together() -> None:
    for wrong in ({"app_id": "A0OTHER"}, {"team_id": CEDAR}):
        with pytest.raises(ValueError, match="each world"):
            SlackCloud([WORLD, LAKESIDE.model_copy(update=wrong)], client_id=CLIENT_ID, client_secret=SECRET)
