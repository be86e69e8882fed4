"""Payloads in the shape in which Slack sends them, with invented people."""

from __future__ import annotations

import copy
from typing import Any

Json = dict[str, Any]

TEAM, CHANNEL, DM = "T0CEDAR", "C0LINCOLN", "D0RIVERA"
RIVERA, BOT_USER, BOT_ID = "U0RIVERA", "U0HELPER", "B0HELPER"

_TEAM = {"id": TEAM, "domain": "cedar-valley"}
_USER = {"id": RIVERA, "username": "rivera", "name": "rivera", "team_id": TEAM}
_INTERACTION = {
    "user": _USER,
    "team": _TEAM,
    "api_app_id": "A0HELPER",
    "token": "unused",
    "enterprise": None,
    "is_enterprise_install": False,
    "trigger_id": "7000000000001.8000000000001.0123456789abcdef",
}
_VIEW = {
    "id": "V0FORM",
    "team_id": TEAM,
    "type": "modal",
    "callback_id": "poll.new",
    "private_metadata": '{"about": "draft 7", "channel": "C0LINCOLN", "thread": ""}',
    "title": {"type": "plain_text", "text": "Q &amp; A", "emoji": False},
    "blocks": [],
    "state": {"values": {}},
    "hash": "1700000000.abcdef",
    "root_view_id": "V0FORM",
    "app_id": "A0HELPER",
    "bot_id": BOT_ID,
}

COMMAND: Json = {
    "token": "unused",
    "team_id": TEAM,
    "team_domain": "cedar-valley",
    "channel_id": CHANNEL,
    "channel_name": "lincoln",
    "user_id": RIVERA,
    "user_name": "rivera",
    "command": "/poll",
    "text": "Books &amp; &lt;tea&gt;? | Tue | Thu",
    "api_app_id": "A0HELPER",
    "is_enterprise_install": "false",
    "response_url": "https://hooks.slack.com/commands/T0CEDAR/1/abc",
    "trigger_id": "7000000000000.8000000000000.0123456789abcdef",
}
PRESS: Json = {
    "type": "block_actions",
    **_INTERACTION,
    "container": {"type": "message", "message_ts": "1700000000.000100", "channel_id": CHANNEL, "is_ephemeral": False},
    "channel": {"id": CHANNEL, "name": "lincoln"},
    "message": {"type": "message", "ts": "1700000000.000100", "bot_id": BOT_ID, "text": "Which night?", "blocks": []},
    "state": {"values": {}},
    "response_url": "https://hooks.slack.com/actions/T0CEDAR/1/abc",
    "actions": [
        {
            "type": "button",
            "action_id": "poll.vote#2",
            "block_id": "b1",
            "value": "17 tue",
            "text": {"type": "plain_text", "text": "Tuesday", "emoji": False},
            "action_ts": "1700000001.000200",
        }
    ],
}
PRESS_IN_MODAL: Json = {
    **{key: value for key, value in PRESS.items() if key not in ("message", "channel", "response_url")},
    "container": {"type": "view", "view_id": "V0FORM"},
    "view": _VIEW,
}
PRESS_AT_HOME: Json = {
    **PRESS_IN_MODAL,
    "view": {**_VIEW, "type": "home", "private_metadata": "", "title": {"type": "plain_text", "text": "Home"}},
}
SUBMISSION: Json = {
    "type": "view_submission",
    **_INTERACTION,
    "response_urls": [],
    "view": {
        **_VIEW,
        "state": {
            "values": {
                "question": {"question": {"type": "plain_text_input", "value": "A < B & C?"}},
                "more": {"more": {"type": "plain_text_input", "value": None}},
                "closes": {"closes": {"type": "static_select", "selected_option": {"value": "tomorrow"}}},
                "where": {
                    "where": {
                        "type": "multi_static_select",
                        "selected_options": [{"value": "here"}, {"value": "parents"}],
                    }
                },
            }
        },
    },
}


def event(id: str = "Ev0000000001", **fields: Any) -> Json:
    return {
        "type": "event_callback",
        "token": "unused",
        "team_id": TEAM,
        "context_team_id": TEAM,
        "api_app_id": "A0HELPER",
        "event_id": id,
        "event_time": 1700000000,
        "authorizations": [{"team_id": TEAM, "user_id": BOT_USER, "is_bot": True, "is_enterprise_install": False}],
        "is_ext_shared_channel": False,
        "event": {"user": RIVERA, "event_ts": "1700000000.000300", **fields},
    }


SAID = event(type="message", channel_type="im", channel=DM, team=TEAM, text="Hi &amp; bye", ts="1700000000.000300")
MENTIONED = event(type="app_mention", channel=CHANNEL, team=TEAM, text=f"<@{BOT_USER}> hello", ts="1700000000.000300")
OPENED = event(type="app_home_opened", channel=DM, tab="home")
JOINED = event(type="member_joined_channel", channel=CHANNEL, channel_type="C", team=TEAM, inviter="U0SOTO")


# What people say in a thread, as rich text, with a file, changed and deleted -------------------------------------

THREAD = "1700000000.000100"
_RICH = {
    "type": "rich_text",
    "block_id": "Xy1",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "user", "user_id": BOT_USER},
                {"type": "text", "text": " see "},
                {"type": "user", "user_id": "U0SOTO"},
                {"type": "text", "text": ": "},
                {"type": "text", "text": "all", "style": {"bold": True}},
                {"type": "text", "text": "\n"},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "ordered",
            "indent": 0,
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "link", "url": "https://kits.example/a", "text": "kits"},
                        {"type": "emoji", "name": "tada", "unicode": "1f389"},
                    ],
                }
            ],
        },
    ],
}
_SPOKEN = f"<@{BOT_USER}> see <@U0SOTO>: *all*\n1. <https://kits.example/a|kits>:tada:"
_FILE = {
    "id": "F0KITS",
    "name": "kits.pdf",
    "mimetype": "application/pdf",
    "size": 4_096,
    "mode": "hosted",
    "url_private_download": "https://files.slack.com/files-pri/T0CEDAR-F0KITS/download/kits.pdf",
}
_WORDS = {"type": "message", "user": RIVERA, "team": TEAM, "text": _SPOKEN, "blocks": [_RICH]}
_STOOD = {**_WORDS, "ts": "1700000000.000300", "thread_ts": THREAD}
_SOMETHING = {"type": "message", "channel": CHANNEL, "channel_type": "channel", "ts": "1700000005.000500"}


def _about(subtype: str, **fields: Any) -> Json:
    """An event that no `user` stands beside: who did it is said further in, if at all."""
    made = event("Ev0000000002", **_SOMETHING, subtype=subtype, hidden=True, **fields)
    del made["event"]["user"]
    return made


TALK = event(
    **_WORDS, subtype="file_share", files=[_FILE], channel=CHANNEL, channel_type="channel", ts=_STOOD["ts"],
    thread_ts=THREAD,
)  # fmt: skip
_NOW = {**_STOOD, "text": "All of them", "blocks": [], "edited": {"user": RIVERA, "ts": "1700000005.000000"}}
EDITED = _about("message_changed", message=_NOW, previous_message=_STOOD)
DELETED = _about("message_deleted", deleted_ts=_STOOD["ts"], previous_message=_STOOD)

ALL = (
    COMMAND, PRESS, PRESS_IN_MODAL, PRESS_AT_HOME, SUBMISSION, SAID, MENTIONED, OPENED, JOINED, TALK, EDITED, DELETED,
)  # fmt: skip


def changed(payload: Json, **to: Any) -> Json:
    """A copy in which a field is another; `a__b` is the field `b` of `a`, and so on down."""
    copied = copy.deepcopy(payload)
    for path, value in to.items():
        *down, last = path.split("__")
        inner: Any = copied
        for step in down:
            inner = inner[int(step) if step.isdigit() else step]
        inner[last] = value
    return copied
