"""`start-somewhere check`: what the person who sets the bot up is told."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pydantic import SecretStr
from support import databases
from support.databases import on_both, on_either, on_sqlite
from support.districts import copy, edit
from support.house import looked_around
from support.operator import Operator, operator
from support.partnership import installation

import demo
from bot.operations import commands
from bot.storage import keys

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
        dana.slack.scopes = [one for one in dana.slack.scopes if one != "channels:read"]
        await dana.checks()
        assert "14 channels are as the files say, and the bot is in them" in dana.read  # the private ones
        dana.slack.scopes = [one for one in dana.slack.scopes if not one.endswith("s:read")]
        await dana.checks()
        dana.is_told("channels:read, groups:read")
        assert "and the bot is in" not in dana.read
        dana.slack.scopes = None
        await dana.checks()
        assert "Good to know: Slack does not say which permissions the app has." in dana.read


async def test_a_token_is_wrong(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        await dana.checks(slack_bot_token=SecretStr("xoxb-hush-hush"))
        dana.is_told("Slack does not accept SLACK_BOT_TOKEN (invalid_auth)", "OAuth & Permissions")
        assert "hush" not in dana.read
        await dana.checks(slack_bot_token=SecretStr("xoxb-hush\nhush"), discord_token=SecretStr("hush\nhush"))
        dana.is_told("Slack does not accept SLACK_BOT_TOKEN (invalid_auth)")
        dana.is_told("Discord does not accept DISCORD_TOKEN (invalid_auth)")
        assert "hush" not in dana.read
        await dana.checks(slack_app_token=SecretStr("xapp-hush-hush"))
        dana.is_told("no connection with SLACK_APP_TOKEN (invalid_auth)", "connections:write")
        await dana.checks(slack_app_token=dana.settings.slack_bot_token)
        dana.is_told("no connection with SLACK_APP_TOKEN (not_allowed_token_type)")
        await dana.checks(slack_bot_token=dana.settings.slack_app_token)
        dana.is_told("does not accept SLACK_BOT_TOKEN (not_allowed_token_type)")
        dana.slack.workspace.world = dana.slack.workspace.world.model_copy(update={"bot_id": ""})  # a person's token
        await dana.checks()
        dana.is_told("does not accept SLACK_BOT_TOKEN (not_allowed_token_type)")


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
        dana.is_told("no database at" if "sqlite" in databases.empty(tmp_path) else "start-somewhere migrate")


async def test_people_who_are_not_there(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        ids = [one.account("slack") for one in dana.district.members if one.account("slack")]
        dana.slack.workspace.left |= {*ids[:2]}
        address = dana.settings.database_url
        databases.change(address, "update accounts set address = address || '9' where address like 'discord:%'")
        await dana.checks()
        dana.is_told("not in the workspace: maria-rivera and priya-natarajan.", "members.csv")
        assert "43 accounts of members.csv are in the workspace" in dana.read
        dana.is_told("not in the server: ", ", and 21 more. Invite them")
        assert dana.slack.scopes
        dana.slack.scopes = [one for one in dana.slack.scopes if one != "users:read"]
        await dana.checks()
        assert "could not be looked at: that takes the permission users:read" in dana.read


async def test_a_place_that_the_files_name_no_more(tmp_path: Path, capsys: Terminal) -> None:
    """Nobody is asked to invite the bot there."""
    async with operator(tmp_path, capsys) as dana:
        files = copy(tmp_path)
        edit(files, "places.csv", "slack,C01ADMINISTRATION,administration-caucus,en,caucus,administration,\n", "")
        assert commands.load(dana.settings, files) == 0
        del dana.slack.workspace.conversations["C01ADMINISTRATION"]
        await dana.checks()
        dana.has_all_in_order()


async def test_caretakers(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        address = dana.settings.database_url
        theirs = "(select id from members where key = 'samuel-okafor')"
        databases.change(address, f"delete from accounts where member_id = {theirs}")
        await dana.checks()
        dana.is_told("I cannot reach Samuel Okafor", "members.csv")
        databases.change(address, "update members set caretaker = false")
        await dana.checks()
        dana.is_told("Cedar Valley has no caretakers", "district.yaml")


async def test_the_database_and_its_key(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        await dana.checks(connection_keys=SecretStr(keys.new_key()))
        dana.is_told("sealed under another key")
        await dana.checks(connection_keys=SecretStr("hush-hush"))
        dana.is_told("something in it that is no key")
        assert "hush" not in dana.read
        await dana.checks(connection_keys=None)
        dana.is_told(
            "key file is gone" if "sqlite" in dana.settings.database_url else "PostgreSQL needs CONNECTION_KEYS"
        )
        databases.change(dana.settings.database_url, "update alembic_version set version_num = '0001'")
        await dana.checks()
        dana.is_told("start-somewhere migrate")
        await dana.checks(database_url="postgresql://dana:hush-hush@127.0.0.1:9/nowhere")
        dana.is_told("cannot be opened", "its server is up")
        await dana.checks(database_url="nonsense")
        dana.is_told("cannot be opened")
        assert "hush" not in dana.read


@on_sqlite
async def test_it_changes_nothing(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        before = {path: path.read_bytes() for path in tmp_path.iterdir()}
        await dana.checks()
        assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
        assert {name for name, _ in dana.slack.requests} == {
            "auth.test",
            "conversations.info",
            "users.list",
            "apps.connections.open",
        }
        assert {method for method, _, _ in dana.discord.requests} == {"GET"}
        assert dana.discord.identifies == 0
        (tmp_path / "house.db").chmod(0o644)
        await dana.checks()
        dana.is_told("Other users of this machine", "chmod 600")
        await dana.checks(database_url=f"sqlite:///{tmp_path / 'none.db'}")
        assert not (tmp_path / "none.db").exists()


async def test_several_districts(tmp_path: Path, capsys: Terminal) -> None:
    """Each installs the app by itself, and shows whose it is with a code."""
    async with installation(tmp_path) as here:
        dana = Operator(here.cloud, here.discord, here.settings, capsys, here.cedar.district)
        await dana.checks()
        dana.is_told("The app is not installed in T01CEDAR and T02OTHER", "/slack/install")
        dana.is_told("Otherside is not tied to slack:T02OTHER yet", "start-somewhere code other")
        await here.installs(here.cedar.team)
        await here.installs(here.other.team)
        await dana.checks()
        assert "In order: The app is installed in the workspace Cedar Valley (T01CEDAR)." in dana.read
        assert "In order: The app is installed in the workspace Otherside (T02OTHER)." in dana.read
        assert "not installed" not in dana.read
        assert "Good to know: Slack calls the bot" in dana.read
        await dana.checks(connection_keys=SecretStr(keys.new_key()))  # which opens neither workspace
        dana.is_told("sealed under another key")
        assert "not installed" not in dana.read
        for team in (here.cedar.team, here.other.team):  # a bot that looks then would find out by itself
            await looked_around(here.settings.database_url, team)
            here.cloud.workspaces[team].token_revoked = True
        await dana.checks()
        dana.is_told("not let the bot into the workspace T02OTHER any more (token_revoked)", "/slack/install")


async def test_what_slack_gave_is_too_old(tmp_path: Path, capsys: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot renews it as soon as it runs again."""
    async with installation(tmp_path, rotating=True) as here:
        dana = Operator(here.cloud, here.discord, here.settings, capsys, here.cedar.district)
        await here.installs(here.cedar.team)
        there = time.time() + 13 * 3600
        monkeypatch.setattr("adapters.slack.checking.now", lambda: there)
        await dana.checks()
        assert "Good to know: What opens the workspace T01CEDAR is renewed when the bot runs." in dana.read


def test_at_a_terminal(tmp_path: Path) -> None:
    """Before anything was set or loaded."""
    opened = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "DISCORD_"))}
    mine = opened | {"DATABASE_URL": f"sqlite:///{tmp_path / 'bot.db'}", "LANGUAGE": "es_MX.UTF-8"}
    command = [sys.executable, str(demo.ROOT / "main.py"), "check"]
    done = subprocess.run(command, cwd=tmp_path, env=mine, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, "")
    assert "Ni Slack ni Discord tienen un token." in done.stdout
    assert "`start-somewhere load my-district`" in done.stdout
    assert not list(tmp_path.iterdir())
