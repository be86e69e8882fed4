"""The Slack app that people paste is the one that the code needs."""

from __future__ import annotations

from pathlib import Path

import yaml

from adapters.slack.checking import needed_scopes
from bot import routes

TEXT = (Path(__file__).parents[1] / "adapters" / "slack" / "manifest.yaml").read_text("utf-8")
MANIFEST, JOINED = yaml.safe_load(TEXT), yaml.safe_load(TEXT.replace("# Joined channels: - ", "- "))


def test_it_offers_every_command() -> None:
    offered = {command["command"] for command in MANIFEST["features"]["slash_commands"]}
    assert offered == {f"/{name}" for name in routes.HOUSE.commands}


def test_it_offers_every_shortcut() -> None:
    offered = {shortcut["callback_id"]: shortcut["type"] for shortcut in MANIFEST["features"]["shortcuts"]}
    assert offered == dict.fromkeys(routes.HOUSE.shortcuts, "message")


def test_people_can_write_to_the_bot_and_press_its_buttons() -> None:
    home = MANIFEST["features"]["app_home"]
    assert home["messages_tab_enabled"]
    assert not home["messages_tab_read_only_enabled"]
    assert MANIFEST["settings"]["interactivity"]["is_enabled"]


def test_it_asks_for_what_each_event_needs() -> None:
    needs = {
        "app_home_opened": set(),
        "app_mention": {"app_mentions:read"},
        "member_joined_channel": {"channels:read", "groups:read"},
        "member_left_channel": {"channels:read", "groups:read"},
        "app_uninstalled": set(),
        "tokens_revoked": set(),
        "message.channels": {"channels:history"},
        "message.groups": {"groups:history"},
        "message.im": {"im:history"},
    }
    more = {"reaction_added": {"reactions:read"}, "reaction_removed": {"reactions:read"}}
    for manifest, wanted in ((MANIFEST, needs), (JOINED, needs | more)):
        assert set(manifest["settings"]["event_subscriptions"]["bot_events"]) == wanted.keys()
        assert set().union(*wanted.values()) <= set(manifest["oauth_config"]["scopes"]["bot"])


def test_what_only_joined_channels_need_is_asked_for_only_there() -> None:
    """In one workspace, and where many install it over the web."""
    first, then = (set(one["oauth_config"]["scopes"]["bot"]) for one in (MANIFEST, JOINED))
    assert then - first == {"chat:write.customize", "users:read", "reactions:read"}
    assert first < then
    assert tuple(map(set, needed_scopes())) == (first, then - first)


def test_each_permission_has_its_reason_beside_it() -> None:
    permissions = [
        line for line in TEXT.splitlines() if line.replace("# Joined channels: ", "").startswith(" " * 6 + "- ")
    ]
    scopes = [
        line
        for line in permissions
        if line.partition("- ")[2].partition(" ")[0] in JOINED["oauth_config"]["scopes"]["bot"]
    ]
    assert len(scopes) == len(JOINED["oauth_config"]["scopes"]["bot"])
    for line in scopes:
        scope, _, reason = line.partition("- ")[2].partition(" # ")
        assert reason, f"{scope} has no reason beside it"
