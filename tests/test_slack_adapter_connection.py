"""Staying connected, and what happens when something fails."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path

import pytest
import yaml
from support import slack_payloads as payloads
from support.adapters import connection, slack, slack_core, wire
from support.slack_talk import (
    ELSEWHERE,
    LINCOLN,
    RIVERA,
    TEAM,
    WORLD,
    Core,
    last,
    place,
    saying,
    until,
)

from adapters.slack import connection as connection_module
from adapters.slack import socket_mode
from adapters.slack.connection import Connection
from bot.boundary import Event, Form, Private, Refused, Said, TextField
from playground.faults import Kind
from playground.slack import Slack

__all__ = ["connection", "slack", "slack_core", "wire"]

FORM = Form(
    name="poll.new", title="A quick poll", submit="Go on", cancel="Not now", fields=(TextField("q", "Question"),)
)


def broken(_: Event) -> None:
    raise RuntimeError("the words of a member")


async def test_a_failure_is_not_acknowledged_and_events_come_again(slack: Slack, core: Core) -> None:
    core.answer = broken
    rivera = slack.sit(RIVERA)
    assert not (await rivera.command(LINCOLN, "poll")).acknowledged
    dm, _ = rivera.channels()[-1]
    assert not (await rivera.say(dm, "hello")).acknowledged

    core.answer = lambda _: None
    before = len(core.heard)
    await until(lambda: len(core.heard) > before)
    again = core.acts[-1]
    assert isinstance(again, Said)
    assert [act.id for act in core.acts].count(again.id) >= 2


@pytest.mark.parametrize("fault", ["429", "500", "drop_before", "drop_after"])
async def test_the_first_press_is_heard_even_if_slack_cannot_say_who_we_are(
    slack: Slack, core: Core, fault: Kind
) -> None:
    slack.faults.chance(fault, 1, ["auth.test"])
    assert (await slack.sit(RIVERA).command(LINCOLN, "poll")).acknowledged
    assert len(core.acts) == 1


@pytest.mark.parametrize("fault", ["429", "500", "drop_before", "drop_after"])
async def test_an_answer_that_fails_is_let_go(slack: Slack, core: Core, fault: Kind) -> None:
    rivera = slack.sit(RIVERA)
    slack.faults.next("views.open", fault)
    slack.faults.next("response_url", fault)

    core.answer = lambda _: FORM
    assert (await rivera.command(LINCOLN, "poll")).acknowledged
    core.answer = lambda _: Private(saying("lost"))
    assert (await rivera.command(LINCOLN, "poll")).acknowledged
    core.answer = lambda _: Private(saying("not lost"))
    assert (await rivera.command(LINCOLN, "poll")).acknowledged

    await until(lambda: rivera.messages(LINCOLN) and last(slack, RIVERA).text == "not lost")
    assert [name for name, _ in slack.requests].count("views.open") <= 1


async def test_what_is_unknown_is_acknowledged_and_dropped(slack: Slack, core: Core) -> None:
    user = {"id": RIVERA, "team_id": TEAM}
    unknown = (
        {"type": "shortcut", "callback_id": "x", "trigger_id": "1.2.3", "user": user, "team": {"id": TEAM}},
        {"type": "of a coming year"},
        payloads.changed(payloads.PRESS, actions__0__action_id="somebody else's"),
        payloads.event(type="reaction_added", channel=LINCOLN),
    )
    for payload in unknown:
        assert (await slack.send("interactive", payload)).acknowledged
    assert not core.acts


@pytest.mark.parametrize("part", ["private_metadata", "callback_id", "state", "state__values"])
async def test_a_form_that_cannot_be_read_stays_open_with_what_was_typed(slack: Slack, core: Core, part: str) -> None:
    """Slack says that it had trouble; acknowledged, it would close the form and the words were gone."""
    sent = payloads.changed(payloads.SUBMISSION, team__id=TEAM, **{f"view__{part}": None})
    assert not (await slack.send("interactive", sent)).acknowledged
    assert not core.acts


async def test_what_breaks_bolt_itself_does_no_harm(slack: Slack, core: Core) -> None:
    for broken in ({"type": "view_submission", "view": {}}, {"type": "block_actions", "team": 7}, {"event": []}):
        await slack.send("interactive", broken)
    assert (await slack.sit(RIVERA).command(LINCOLN, "somewhere")).acknowledged
    assert len(core.acts) == 1


async def test_it_comes_back_when_slack_closes_the_socket(slack: Slack, connection: Connection, core: Core) -> None:
    before = connection.heard_at
    await slack.disconnect("refresh_requested")
    await until(lambda: slack.sockets.count == 1 and connection.heard_at > before)
    assert (await slack.sit(RIVERA).command(LINCOLN, "somewhere")).acknowledged
    assert 0 <= time.time() - connection.heard_at < 5


async def test_it_gets_out_of_an_address_that_does_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket_mode, "STALLED", 0.5)
    monkeypatch.setattr(socket_mode, "PING_INTERVAL", 0.1)
    slack, core = Slack(WORLD), Core()
    await slack.start()
    connection = Connection(
        bot_token=WORLD.bot_token, app_token=WORLD.app_token, api_url=slack.api_url, handle=core.handle
    )
    with monkeypatch.context() as spent:
        spent.setattr(slack.sockets, "new_ticket", lambda: "spent")
        starting = asyncio.create_task(connection.start())
        await until(lambda: slack.requests and slack.requests[-1][0] == "apps.connections.open")
    await starting
    assert (await slack.sit(RIVERA).command(LINCOLN, "somewhere")).acknowledged
    await connection.stop()
    await slack.stop()


async def test_what_is_under_way_may_end(slack: Slack, connection: Connection, core: Core) -> None:
    core.answer, core.seconds = lambda _: Private(saying("done")), 0.3
    rivera = slack.sit(RIVERA)
    asking = asyncio.create_task(rivera.command(LINCOLN, "somewhere"))
    await until(lambda: core.acts)
    await connection.stop()
    assert (await asking).acknowledged
    assert last(slack, RIVERA).text == "done"


async def test_a_wrong_token_is_said_at_once() -> None:
    slack = Slack(WORLD)
    await slack.start()
    for tokens in (("xoxb-wrong", WORLD.app_token), (WORLD.bot_token, "xapp-wrong")):
        connection = Connection(bot_token=tokens[0], app_token=tokens[1], api_url=slack.api_url, handle=Core().handle)
        with pytest.raises(Refused, match="invalid_auth"):
            await connection.start()
        await connection.stop()
    await slack.stop()


async def test_no_words_and_no_tokens_are_logged(
    slack: Slack, connection: Connection, core: Core, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    core.answer = lambda _: Private(saying("answered words"))
    rivera = slack.sit(RIVERA)
    slack.faults.next("response_url", "500")
    await rivera.command(LINCOLN, "poll", "typed words")
    await rivera.say(LINCOLN, "@Start Somewhere spoken words")
    await connection.platform.post(place(LINCOLN), saying("posted words"), 1, None)
    with pytest.raises(Refused):
        await connection.platform.post(place(ELSEWHERE), saying("refused words"), 2, None)
    core.answer = broken
    await rivera.command(LINCOLN, "poll", "more words")
    await slack.send("interactive", {"type": "shortcut", "callback_id": "unknown words", "user": {"id": RIVERA}})
    await slack.disconnect("warning")

    logged = "\n".join(record.getMessage() + (record.exc_text or "") for record in caplog.records)
    assert "not handled: RuntimeError" in logged
    assert not any(secret in logged for secret in ("words", WORLD.bot_token, WORLD.app_token, "ticket="))


def test_the_manifest_asks_for_what_the_adapter_uses() -> None:
    manifest = yaml.safe_load(Path(connection_module.__file__).with_name("manifest.yaml").read_text())
    assert manifest["settings"]["socket_mode_enabled"]
    assert manifest["settings"]["interactivity"]["is_enabled"]
    assert manifest["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }
    assert set(manifest["settings"]["event_subscriptions"]["bot_events"]) == {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "member_joined_channel",
        "member_left_channel",
        "message.channels",
        "message.groups",
        "message.im",
        "tokens_revoked",
    }
    assert len(manifest["oauth_config"]["scopes"]["bot"]) == 11
