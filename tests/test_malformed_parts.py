"""A malformed part of what a platform sends costs that part, and never the words that came with it."""

from __future__ import annotations

from typing import Any

import pytest
from support import slack_payloads as slack
from support.slack_payloads import changed

from adapters.discord import inbound, talk
from adapters.slack.inbound import Heard, parse
from adapters.slack.wire import Bot
from bot.boundary import Act, Address, Deleted, Edited, Press, Said, Submit

Json = dict[str, Any]
BOT = Bot(workspace=slack.TEAM, user=slack.BOT_USER, bot=slack.BOT_ID, name="helper")
PARTS = ("files", "blocks", *(f"files__0__{field}" for field in ("name", "size", "mode", "url_private_download")))
ME = "900"
SAID: Json = {
    "id": "800",
    "type": 0,
    "channel_id": "300",
    "guild_id": "200",
    "content": f"<@{ME}> Can we keep the kits?",
    "author": {"id": "11", "username": "rivera"},
    "mentions": [{"id": ME, "username": "start", "bot": True}],
}
PRESS: Json = {
    "id": "500",
    "type": 3,
    "application_id": ME,
    "token": "aW50ZXJhY3Rpb246NTAw",
    "channel_id": "300",
    "guild_id": "200",
    "member": {"user": {"id": "11", "username": "rivera"}},
    "data": {"component_type": 2, "custom_id": "vote|7/1|99"},
}
odd = pytest.mark.parametrize("malformed", [None, 7, "odd", {"a": 1}, [[]]])


def act(payload: object) -> Act:
    found = parse(payload, BOT)
    assert isinstance(found, Heard)
    return found.act


@odd
def test_slack(malformed: object) -> None:
    words = "All of them"
    for part in PARTS:
        said = act(changed(changed(slack.TALK, event__text=words, event__blocks=[]), **{f"event__{part}": malformed}))
        assert isinstance(said, Said)
        assert said.text == words
        assert said.prose.text == words
    for part in ("message__files", "message__blocks", "previous_message"):
        edited = act(changed(slack.EDITED, **{f"event__{part}": malformed}))
        assert isinstance(edited, Edited)
        assert edited.text == words
    assert isinstance(parse(changed(slack.DELETED, event__previous_message=malformed), BOT), Deleted)


@odd
def test_a_field_of_slacks_form_costs_no_other(malformed: object) -> None:
    """Each in turn, from the block to what was picked in it."""
    whole = act(slack.SUBMISSION)
    assert isinstance(whole, Submit)
    for field, picked in (("question", "value"), ("closes", "selected_option"), ("where", "selected_options")):
        others = {name: typed for name, typed in whole.fields.items() if name != field}
        for part in ("", f"__{field}", f"__{field}__type", f"__{field}__{picked}"):
            sent = act(changed(slack.SUBMISSION, **{f"view__state__values__{field}{part}": malformed}))
            assert isinstance(sent, Submit)
            assert (sent.form, sent.about, sent.place) == (whole.form, whole.about, whole.place)
            assert {name: typed for name, typed in sent.fields.items() if name != field} == others


def test_nothing_picked_or_typed_is_an_empty_field() -> None:
    for field, part in (("question", "value"), ("closes", "selected_option"), ("where", "selected_options")):
        sent = act(changed(slack.SUBMISSION, **{f"view__state__values__{field}__{field}__{part}": None}))
        assert isinstance(sent, Submit)
        assert "".join(sent.fields[field]) == ""


@odd
def test_a_press_on_slack(malformed: object) -> None:
    """At home, in a form, and where only one person sees it."""
    for pressed in (slack.PRESS_AT_HOME, slack.PRESS_IN_MODAL):
        for part in ("callback_id", "state"):
            assert act(changed(pressed, **{f"view__{part}": malformed})) == act(pressed)
    at_home = {} if malformed == "odd" else {"view__private_metadata": malformed}
    assert act(changed(slack.PRESS_AT_HOME, **at_home)) == act(slack.PRESS_AT_HOME)
    assert act(changed(slack.PRESS, container__is_ephemeral=malformed)) == act(slack.PRESS)


def test_what_is_taken_away_is_gone_on_the_other_side_though_slack_does_not_say_whose_it_was() -> None:
    """Only what a bot had said is nothing."""
    stood = {key: value for key, value in slack.EDITED["event"]["previous_message"].items() if key != "user"}
    gone = parse(changed(slack.DELETED, event__previous_message=stood), BOT)
    assert isinstance(gone, Deleted)
    assert gone.message == slack.DELETED["event"]["deleted_ts"]
    edited = act(changed(slack.EDITED, event__previous_message=stood))
    assert isinstance(edited, Edited)
    for bots in ({"bot_id": "B0OTHER"}, {"subtype": "bot_message"}, {"user": slack.BOT_USER}, {"user": "USLACKBOT"}):
        assert parse(changed(slack.DELETED, event__previous_message=stood | bots), BOT) is None


def test_a_file_without_a_name_is_one() -> None:
    """As Slack tells of what has none: https://docs.slack.dev/reference/objects/file-object"""
    said = act(changed(slack.TALK, event__files__0__name=None, event__files__0__title="Untitled"))
    assert isinstance(said, Said)
    assert [file.name for file in said.files] == ["Untitled"]
    stood = {**slack.EDITED["event"]["previous_message"], "files": [{"id": "F0", "name": None, "title": None}]}
    edited = act(changed(slack.EDITED, event__previous_message=stood))
    gone = parse(changed(slack.DELETED, event__previous_message=stood), BOT)
    assert isinstance(edited, Edited)
    assert isinstance(gone, Deleted)
    assert gone.place == edited.place


@odd
def test_discord(malformed: object) -> None:
    file = {"id": "900", "filename": "kits.pdf", "size": 4096}
    whole = SAID | {"attachments": [file]}
    gone = [one.message for one in talk.many_deleted({"ids": ["800", malformed, "801"], "channel_id": "700"})]
    assert gone[:1] + gone[-1:] == ["800", "801"]
    for part in ("attachments", "mentions", "message_reference", "edited_timestamp"):
        assert talk.said(whole | {part: malformed}, ME)
    for part in ("filename", "size", "id"):
        assert talk.said(whole | {"attachments": [file | {part: malformed}]}, ME)
    with_odd_mentions = talk.said(whole | {"mentions": [malformed, {"id": ME, "username": None}]}, ME)
    assert with_odd_mentions
    assert with_odd_mentions.to_bot
    pressed = inbound.interaction(
        PRESS | {"message": {"flags": malformed, "components": malformed}, "locale": malformed}
    )
    assert pressed
    assert isinstance(pressed.event, Press)


@odd
def test_discords_history(malformed: object) -> None:
    """What is there is heard; and since the odd one may be any, none counts as deleted."""
    at, page = Address("discord", "200", "300"), [SAID | {"id": "801"}, SAID]
    for one in (malformed, SAID | {"id": malformed}):
        found = talk.missed([page[0], one, page[1]], ["799", "800", "802"], at, ME, whole=True)  # type: ignore[list-item]  # odd
        assert [event.message for event in found if isinstance(event, Said | Deleted)] == ["800", "801"]
    found = talk.missed(page, ["799", "800", "802"], at, ME, whole=True)
    assert [event.message for event in found if isinstance(event, Deleted)] == ["799", "802"]
