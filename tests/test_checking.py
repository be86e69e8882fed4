"""`start-somewhere check`: what the person who sets the bot up is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr
from support import databases
from support.databases import on_both, on_either
from support.operator import operator

pytestmark = on_either

Terminal = pytest.CaptureFixture[str]
BOT = "U01SOMEWHERE"
CAUCUS, STAFF = "C01ASSOCIATION", "C01LINCOLNSTAFF"


@on_both
async def test_everything_is_in_order(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        await dana.checks()
        dana.has_all_in_order()
        for told in (
            "Cedar Valley is loaded, with ",
            "Caretakers: Dana Lee and Samuel Okafor.",
            "opens the workspace Cedar Valley (T01CEDAR)",
            "every permission",
            "SLACK_APP_TOKEN opens a connection",
            "15 channels are as the files say",
            "45 accounts of members.csv are in the workspace",
            "DISCORD_TOKEN is that of the bot start-somewhere",
            "Message Content",
            "in the server Cedar Valley (1268401200690098927)",
            "7 channels are as the files say",
            "31 accounts of members.csv are in the server",
        ):
            assert told in dana.read
        await dana.checks("es")
        assert "Todo lo que se puede revisar desde aquí está en orden." in dana.read


async def test_the_bot_is_not_in_a_channel(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        del dana.slack.workspace.conversations["C01COMMONS"].members[BOT]  # a public one: Slack shows it to everybody
        del dana.slack.workspace.conversations[STAFF].members[BOT]  # a private one: Slack doesn't say that it is there
        dana.slack.workspace.conversations["C01LITERACY"].archived = True
        await dana.checks()
        dana.is_told("The bot is not in #partnership-commons", "/invite @Start Somewhere")
        dana.is_told("no channel C01LINCOLNSTAFF", "lincoln-staff", "/invite @Start Somewhere", "correct its id")
        dana.is_told("#literacy-committee is archived")
        assert "12 channels are as the files say" in dana.read
        assert "3 things are to be done" in dana.read


async def test_everybody_can_see_a_caucus(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        dana.slack.workspace.conversations[CAUCUS].kind = "public"
        dana.slack.workspace.conversations["C01BOARD"].shared = True
        await dana.checks()
        dana.is_told("#association-caucus", "it is public", "Make it private")
        dana.is_told("#board-caucus", "shared with another organization")
        assert "One thing" not in dana.read


async def test_a_permission_is_missing(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        assert dana.slack.scopes
        dana.slack.scopes = [one for one in dana.slack.scopes if one not in ("im:write", "reactions:read")]
        await dana.checks()
        dana.is_told("lacks these permissions: im:write.", "adapters/slack/manifest.yaml", "Reinstall")
        assert "Good to know: Only joined channels need these permissions, which the app lacks: reactions:read." in (
            dana.read
        )
        dana.slack.scopes = [one for one in dana.slack.scopes if not one.endswith("s:read")]
        await dana.checks()
        dana.is_told("channels:read, groups:read")
        assert "and the bot is in" not in dana.read


async def test_a_token_is_wrong(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        await dana.checks(slack_bot_token=SecretStr("xoxb-hush-hush"))
        dana.is_told("Slack does not accept SLACK_BOT_TOKEN (invalid_auth)", "OAuth & Permissions")
        assert "hush" not in dana.read
        await dana.checks(slack_app_token=SecretStr("xapp-hush-hush"))
        dana.is_told("no connection with SLACK_APP_TOKEN (invalid_auth)", "connections:write")
        await dana.checks(slack_app_token=dana.settings.slack_bot_token)
        dana.is_told("no connection with SLACK_APP_TOKEN (not_allowed_token_type)")


async def test_the_token_is_for_another_workspace(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        databases.change(
            dana.settings.database_url, "update places set address = replace(address, 'T01CEDAR', 'T01OTHER')"
        )
        databases.change(
            dana.settings.database_url, "update accounts set address = replace(address, 'T01CEDAR', 'T01OTHER')"
        )
        await dana.checks()
        dana.is_told("opens the workspace Cedar Valley (T01CEDAR)", "the district's files name T01OTHER")


async def test_slack_does_not_answer(tmp_path: Path, capsys: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.patience.AGAIN", 0.0)
    async with operator(tmp_path, capsys) as dana:
        dana.slack.faults.chance("500", 1.0)
        await dana.checks()
        dana.is_told("Slack does not answer")
        dana.slack.faults.clear()
        dana.slack.faults.next("auth.test", "429", seconds=1)  # it says how long to wait, and so long we wait
        await dana.checks()
        dana.has_all_in_order()


async def test_settings_that_do_not_fit(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        await dana.checks(slack_app_token=None)
        dana.is_told("SLACK_BOT_TOKEN is set", "SLACK_APP_TOKEN too, or SLACK_SIGNING_SECRET")
        await dana.checks(slack_bot_token=None)
        dana.is_told("SLACK_BOT_TOKEN is empty")
        assert "One thing is to be done." in dana.read
        await dana.checks(slack_bot_token=None, slack_app_token=None)
        dana.is_told("name people or channels in Slack", "Set its token in `.env`")
        await dana.checks(slack_client_id="1.2")
        dana.is_told("SLACK_CLIENT_ID and SLACK_CLIENT_SECRET")
        await dana.checks(slack_bot_token=None, slack_app_token=None, discord_token=None)
        dana.is_told("Neither Slack nor Discord has a token")


async def test_nothing_is_loaded(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        await dana.checks(database_url=databases.address(tmp_path, "nothing"))
        dana.is_told("No district is loaded", "start-somewhere load my-district")
        assert "opens the workspace Cedar Valley" in dana.read
        await dana.checks(database_url=databases.empty(tmp_path))
        dana.is_told("no database yet" if "sqlite" in databases.empty(tmp_path) else "start-somewhere migrate")
