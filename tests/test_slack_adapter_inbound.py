"""What Slack sends becomes an event, or nothing: never an error."""

from __future__ import annotations

import copy
import hashlib
import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import slack_payloads as slack
from support.slack_payloads import Json, changed, event

from adapters.slack.inbound import Heard, Moved, parse
from adapters.slack.wire import Bot
from bot.boundary import (
    Account,
    Act,
    Address,
    Attachment,
    Block,
    Command,
    Deleted,
    Edited,
    Opened,
    Press,
    Prose,
    Said,
    Shortcut,
    Span,
    Submit,
)

BOT = Bot(workspace=slack.TEAM, user=slack.BOT_USER, bot=slack.BOT_ID, name="helper")
RIVERA = Account("slack", slack.TEAM, slack.RIVERA)
LINCOLN = Address("slack", slack.TEAM, slack.CHANNEL)


def heard(payload: object) -> Heard:
    found = parse(payload, BOT)
    assert isinstance(found, Heard)
    return found


def identity(payload: Json) -> str:
    """Every delivery has the same; the ticket itself is not in it."""
    return f"slack:{hashlib.blake2s(payload['trigger_id'].encode(), digest_size=12).hexdigest()}"


def act(payload: object) -> Act:
    return heard(payload).act


def test_a_command() -> None:
    found = heard(slack.COMMAND)
    id = identity(slack.COMMAND)
    text = "Books & <tea>? | Tue | Thu"
    assert found.act == Command(id=id, actor=RIVERA, place=LINCOLN, name="poll", text=text)
    assert (found.where, found.response_url) == ("message", slack.COMMAND["response_url"])


def test_a_press() -> None:
    id = identity(slack.PRESS)
    assert act(slack.PRESS) == Press(id=id, actor=RIVERA, place=LINCOLN, do="poll.vote", about="17 tue")
    assert act(changed(slack.PRESS, actions__0__value=None)) == Press(
        id=id, actor=RIVERA, place=LINCOLN, do="poll.vote"
    )


def test_a_press_knows_how_it_can_be_answered() -> None:
    assert not heard(slack.PRESS).private
    assert heard(changed(slack.PRESS, container__is_ephemeral=True)).private
    assert heard(slack.PRESS_AT_HOME).where == "home"
    modal = heard(slack.PRESS_IN_MODAL)
    assert (modal.where, modal.view, modal.act.place) == ("modal", "V0FORM", LINCOLN)


def test_a_press_in_a_thread() -> None:
    in_thread = act(changed(slack.PRESS, container__thread_ts="1699999999.000100"))
    assert in_thread.place == Address("slack", slack.TEAM, slack.CHANNEL, "1699999999.000100")
    first_of_thread = act(changed(slack.PRESS, container__thread_ts="1700000000.000100"))
    assert first_of_thread.place == LINCOLN


def test_a_form_sent_in() -> None:
    assert act(slack.SUBMISSION) == Submit(
        id=identity(slack.SUBMISSION),
        actor=RIVERA,
        place=LINCOLN,
        form="poll.new",
        about="draft 7",
        fields={"question": ("A < B & C?",), "more": ("",), "closes": ("tomorrow",), "where": ("here", "parents")},
    )


def test_words_in_a_dm_and_in_a_channel() -> None:
    dm = Address("slack", slack.TEAM, slack.DM)
    about: dict[str, Any] = {"id": "slack:Ev0000000001", "actor": RIVERA, "message": "1700000000.000300"}
    assert act(slack.SAID) == Said(place=dm, text="Hi & bye", prose=Prose.plain("Hi & bye"), **about)
    said = act(slack.MENTIONED)
    assert said == Said(place=LINCOLN, text="hello", prose=said.prose, **about)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("<@U9|ana> and <@U8>", "@ana and @…"),
        ("<#C9|parents>", "#parents"),
        ("<!channel> <!subteam^S1|@reps>", "@channel @reps"),
        ("<https://example.org|example.org> <mailto:a@example.org|a@example.org>", "example.org a@example.org"),
        ("<https://example.org/kits|the list>", "the list (https://example.org/kits)"),
        ("<https://example.org/a?b=1&amp;c=2>", "https://example.org/a?b=1&c=2"),
        ("&lt;@U1&gt; &amp;amp;", "<@U1> &amp;"),
    ],
)
def test_references_are_read_as_the_eye_does(typed: str, read: str) -> None:
    said = act(changed(slack.SAID, event__text=typed))
    assert isinstance(said, Said)
    assert said.text == read


def test_a_dm_is_one_also_where_slack_does_not_say_so() -> None:
    silent = changed(slack.SAID)
    del silent["event"]["channel_type"]
    for payload in (silent, changed(slack.SAID, event__channel_type=None)):
        assert heard(payload) == heard(slack.SAID)
        assert heard(payload).where == "dm"


def test_what_no_database_takes_is_left_out() -> None:
    said = act(changed(slack.SAID, event__text="a\0b\ud800c"))
    assert isinstance(said, Said)
    assert said.text == "ab?c"


def test_what_people_say_in_a_thread() -> None:
    said = act(slack.TALK)
    soto = str(Account("slack", slack.TEAM, "U0SOTO"))
    assert isinstance(said, Said)
    assert (said.place, said.message, said.to_bot) == (
        replace(LINCOLN, thread=slack.THREAD),
        "1700000000.000300",
        False,
    )
    first, second = said.prose.blocks
    assert first == Block("lines", (Span(" see "), Span("", names=soto), Span(": "), Span("all", bold=True)))
    assert second == Block("number", (Span("kits", link="https://kits.example/a"), Span("🎉")))
    address = slack.TALK["event"]["files"][0]["url_private_download"]
    assert said.files == (Attachment("kits.pdf", 4096, address),)
    elsewhere = act(changed(slack.TALK, event__files__0__mode="external"))
    assert isinstance(elsewhere, Said)
    assert elsewhere.files == (Attachment("kits.pdf", 4096),)


def test_what_people_change_and_take_away() -> None:
    edited = act(slack.EDITED)
    assert isinstance(edited, Edited)
    assert (edited.place, edited.message) == (replace(LINCOLN, thread=slack.THREAD), "1700000000.000300")
    assert (edited.prose, edited.edition) == (Prose.plain("All of them"), 1700000005.0005)
    gone = parse(slack.DELETED, BOT)
    assert gone == Deleted(id="slack:Ev0000000002", place=edited.place, message=edited.message)
    tomb = {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "ts": slack.THREAD, "text": "gone"}
    assert parse(changed(slack.EDITED, event__message=tomb), BOT) == Deleted(
        id="slack:Ev0000000002", place=LINCOLN, message=slack.THREAD
    )


def test_words_without_blocks_keep_names_and_addresses() -> None:
    text = f"<@{slack.BOT_USER}> see <@U01DLEE> &amp; <@U9|ana> in <#C9|parents>: <https://kits.example/a|the list>"
    said = act(changed(slack.TALK, event__subtype="me_message", event__text=text, event__blocks=[]))
    assert isinstance(said, Said)
    assert said.prose.blocks[0].spans == (
        Span(" see "),
        Span("", names=str(Account("slack", slack.TEAM, "U01DLEE"))),
        Span(" & "),
        Span("@ana", names=str(Account("slack", slack.TEAM, "U9"))),
        Span(" in "),
        Span("#parents", names=str(Address("slack", slack.TEAM, "C9"))),
        Span(": "),
        Span("the list", link="https://kits.example/a"),
    )


@pytest.mark.parametrize("blocks", [[], slack.TALK["event"]["blocks"], None])
def test_the_message_of_a_shortcut_keeps_its_addresses_and_shows_no_ids(blocks: object) -> None:
    message = {"type": "message", "ts": slack.THREAD, "text": "<@U8> <https://kits.example/a|kits>", "blocks": blocks}
    used = act({**slack.PRESS, "type": "message_action", "callback_id": "ask", "message": message})
    assert isinstance(used, Shortcut)
    assert "kits (https://kits.example/a)" in used.text
    assert "@…" in used.text
    assert "U8" not in used.text


def test_home_and_channels() -> None:
    assert act(slack.OPENED) == Opened(id="slack:Ev0000000001", actor=RIVERA)
    for tab in (None, ""):
        assert act(changed(slack.OPENED, event__tab=tab)) == Opened(id="slack:Ev0000000001", actor=RIVERA)
    assert parse(slack.JOINED, BOT) == Moved("slack:Ev0000000001", slack.CHANNEL)
    assert parse(event(type="member_left_channel", channel=slack.CHANNEL), BOT) == Moved(
        "slack:Ev0000000001", slack.CHANNEL
    )


def test_somebody_from_another_workspace_keeps_their_own() -> None:
    assert act(changed(slack.PRESS, user__team_id="T0OTHER")).actor.workspace == "T0OTHER"
    assert act(changed(slack.PRESS, user__team_id="T0OTHER")).place == LINCOLN
    assert act(changed(slack.MENTIONED, event__user_team="T0OTHER")).actor.workspace == "T0OTHER"


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        {},
        {"type": "view_closed"},
        {"type": ["block_actions"]},
        changed(slack.PRESS, actions=[]),
        changed(slack.PRESS, actions__0__type="static_select"),
        changed(slack.PRESS, actions__0__action_id="nothing of ours"),
        changed(slack.PRESS, trigger_id="\ud800"),
        changed(slack.PRESS_IN_MODAL, view__private_metadata="{"),
        changed(slack.SUBMISSION, view__callback_id=None),
        changed(slack.SUBMISSION, view__private_metadata=None),
        changed(slack.SUBMISSION, view__state=None),
        changed(slack.OPENED, event__tab="messages"),
        changed(slack.SAID, event__subtype="message_changed"),
        changed(slack.SAID, event__subtype="channel_topic"),
        changed(slack.SAID, event__bot_id="B0OTHER"),
        changed(slack.SAID, event__user=slack.BOT_USER),
        changed(slack.TALK, event__bot_id="B0OTHER"),
        changed(slack.TALK, event__user=slack.BOT_USER),
        changed(slack.TALK, event__user="USLACKBOT"),
        changed(slack.TALK, event__subtype="bot_message"),
        changed(slack.EDITED, event__message=slack.EDITED["event"]["previous_message"]),  # a link was unfolded
        changed(slack.EDITED, event__message__bot_id="B0OTHER"),
        changed(slack.DELETED, event__previous_message__user=slack.BOT_USER),
        event(type="reaction_added", channel=slack.CHANNEL),
    ],
)
def test_whatever_else_is_nothing(payload: object) -> None:
    assert parse(payload, BOT) is None


JUNK: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ["", "\0", "\ud800", "#", "a#1", "<@", "<|>", "{}", "[]", "null", "😀" * 40_000, "9" * 5000 + ".1"]
    ),
    st.just({}),
    st.just([]),
    st.recursive(st.none() | st.text(max_size=3), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)),
)


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) in it."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    return [(value, key) for key in keys] + [spot for key in keys for spot in spots(value[key])]


@st.composite
def broken(draw: st.DrawFn) -> Json:
    payload = copy.deepcopy(draw(st.sampled_from(slack.ALL)))
    for _ in range(draw(st.integers(1, 4))):
        if not (found := spots(payload)):
            break
        container, key = draw(st.sampled_from(found))
        if draw(st.booleans()):
            container[key] = draw(JUNK)
        else:
            del container[key]
    return payload


@settings(max_examples=2000, suppress_health_check=list(HealthCheck))
@given(broken())
def test_two_thousand_broken_payloads(payload: Json) -> None:
    found = parse(payload, BOT)
    if isinstance(found, Heard):
        assert Account.parse(str(found.act.actor)) == found.act.actor
        assert found.act.place is None or Address.parse(str(found.act.place)) == found.act.place
        stored = json.dumps(asdict(found.act), ensure_ascii=False).encode()
        assert b"\\u0000" not in stored
