"""Every limit of Block Kit that the pretend Slack holds."""

from __future__ import annotations

from typing import Any

import pytest
from support.pretend_slack import actions, button, choice_input, modal, option, section, text_input

from playground.slack.blocks import message_blocks
from playground.slack.refusal import Refusal
from playground.slack.views import OpenView, Views, accepted

PLAIN = {"type": "plain_text", "text": "x"}
IMAGE = {"type": "image", "image_url": "https://example.org/x.png", "alt_text": "x"}


def plain(length: int) -> dict[str, Any]:
    return {"type": "plain_text", "text": "x" * length}


def header(length: int) -> dict[str, Any]:
    return {"type": "header", "text": plain(length)}


def fields(number: int, length: int) -> dict[str, Any]:
    return {"type": "section", "fields": [plain(length) for _ in range(number)]}


def menu(kind: str, number: int, **more: Any) -> dict[str, Any]:
    options = [option(f"v{index}") for index in range(number)]
    return actions({"type": kind, "action_id": "menu", "options": options, **more})


def context(number: int) -> dict[str, Any]:
    return {"type": "context", "elements": [PLAIN] * number}


GOOD: list[list[Any]] = [
    [section("x" * 3000)],
    [header(150)],
    [section("x")] * 50,
    [fields(10, 1000)],
    [actions(*(button("x" * 75, f"a{index}", value="v" * 2000) for index in range(25)))],
    [menu("static_select", 100)],
    [menu("checkboxes", 10)],
    [menu("radio_buttons", 10, initial_option=option("v3"))],
    [menu("overflow", 5)],
    [context(10)],
    [IMAGE, {"type": "divider", "block_id": "b" * 255}],
    [{"type": "markdown", "text": "# Title"}],
    [{**section("x"), "accessory": button("Go", "go", style="primary", url="https://example.org")}],
    [actions({"type": "datepicker", "action_id": "d", "initial_date": "2026-07-01"})],
    [actions({"type": "timepicker", "action_id": "t", "initial_time": "09:30"})],
    [actions({"type": "datetimepicker", "action_id": "dt", "initial_date_time": 1_800_000_000})],
]
BAD: list[list[Any]] = [
    [section("x" * 3001)],
    [section("")],
    [{"type": "section"}],
    [{"type": "section", "text": {"type": "markdown", "text": "x"}}],
    [{"type": "section", "text": {"type": "mrkdwn", "text": "x", "emoji": True}}],
    [{**section("x"), "colour": "red"}],
    [header(151)],
    [{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}],
    [section("x")] * 51,
    [fields(11, 10)],
    [fields(1, 2001)],
    [fields(0, 1)],
    [actions()],
    [actions(*(button("x", f"a{index}") for index in range(26)))],
    [actions(button("x" * 76, "a"))],
    [actions(button("", "a"))],
    [actions(button("x", "a", value="v" * 2001))],
    [actions(button("x", "a", style="default"))],
    [actions(button("x", "a", disabled=True))],
    [actions(button("x", "a" * 256))],
    [actions(button("x", "a")), actions(button("y", "a"))],
    [{**section("x"), "block_id": "b"}, {**section("y"), "block_id": "b"}],
    [{**section("x"), "block_id": "b" * 256}],
    [menu("static_select", 101)],
    [menu("static_select", 0)],
    [menu("checkboxes", 11)],
    [menu("radio_buttons", 11)],
    [menu("overflow", 6)],
    [menu("static_select", 2, initial_option=option("v7"))],
    [menu("static_select", 2, options=[option("same"), option("same")])],
    [menu("static_select", 2, options=[{"text": plain(76), "value": "v"}])],
    [menu("static_select", 2, options=[{"text": PLAIN, "value": "v" * 151}])],
    [menu("static_select", 2, placeholder=plain(151))],
    [actions({"type": "datepicker", "action_id": "d", "initial_date": "01.07.2026"})],
    [actions({"type": "plain_text_input", "action_id": "p"})],
    [context(0)],
    [context(11)],
    [{"type": "image", "image_url": "https://example.org/x.png"}],
    [text_input("in", "A message has no inputs here")],
    [{"type": "table", "rows": []}],
    [{"type": "video"}],
    [{}],
    ["section"],
    [None],
]


@pytest.mark.parametrize("blocks", GOOD)
def test_blocks_that_are_taken(blocks: list[Any]) -> None:
    assert len(message_blocks(blocks)) == len(blocks)


@pytest.mark.parametrize("blocks", BAD)
def test_blocks_that_are_refused(blocks: list[Any]) -> None:
    with pytest.raises(Refusal) as refused:
        message_blocks(blocks)
    assert refused.value.error == "invalid_blocks"


def test_all_text_of_a_message() -> None:
    assert message_blocks([section("x" * 2600)] * 5)
    with pytest.raises(Refusal) as refused:
        message_blocks([section("x" * 2601)] * 5)
    assert refused.value.error == "msg_blocks_too_long"


def test_ids_are_filled_in_and_plain_text_is_escaped() -> None:
    kept = message_blocks([section("a < b"), {"type": "actions", "elements": [{"type": "button", "text": plain(3)}]}])
    assert all(block["block_id"] for block in kept)
    assert kept[1]["elements"][0]["action_id"]
    kept = message_blocks([{"type": "header", "text": {"type": "plain_text", "text": "A & B &amp; <C>"}}])
    assert kept[0]["text"]["text"] == "A &amp; B &amp; &lt;C&gt;"


GOOD_VIEWS: list[Any] = [
    modal(section("x")),
    modal(*[section("x")] * 100),
    modal(section("x"), private_metadata="m" * 3000, callback_id="c" * 255, title=plain(24), close=plain(24)),
    modal(text_input("a", "A", max_length=3000, initial_value="x" * 3000, multiline=True, min_length=0)),
    modal(choice_input("c", "C", "multi_static_select", "x", "y", max_selected_items=1)),
    {"type": "modal", "title": PLAIN, "blocks": [section("nothing to send in")]},
]
BAD_VIEWS: list[Any] = [
    modal(),
    modal(*[section("x")] * 101),
    modal(section("x"), title=plain(25)),
    modal(section("x"), submit=plain(25)),
    modal(section("x"), close=plain(25)),
    modal(section("x"), title={"type": "mrkdwn", "text": "x"}),
    modal(section("x"), private_metadata="m" * 3001),
    modal(section("x"), callback_id="c" * 256),
    modal(section("x"), hash="1.2"),
    modal({"type": "markdown", "text": "x"}),
    modal(text_input("a", "A", max_length=3001)),
    modal(text_input("a", "A", max_length=5, initial_value="x" * 6)),
    modal(text_input("a", "A", initial_value="")),
    modal(text_input("a", "A", min_length=6, max_length=5)),
    modal(text_input("a", "")),
    modal(text_input("a", "A"), text_input("a", "B")),
    modal(choice_input("c", "C", "multi_static_select", "x", initial_options=[option("z")])),
    modal(
        choice_input(
            "c", "C", "multi_static_select", "x", "y", max_selected_items=1, initial_options=[option("x"), option("y")]
        )
    ),
    modal({**text_input("a", "A"), "element": button("x", "b")}),
    {"type": "modal", "title": PLAIN, "blocks": [text_input("a", "A")]},
    {"type": "home", "blocks": [section("x")]},
    {"type": "modal", "blocks": [section("x")]},
    {},
    "view",
]


@pytest.mark.parametrize("view", GOOD_VIEWS)
def test_views_that_are_taken(view: Any) -> None:
    OpenView("U0ANA", accepted(view, "modal"))


@pytest.mark.parametrize("view", BAD_VIEWS)
def test_views_that_are_refused(view: Any) -> None:
    with pytest.raises(Refusal) as refused:
        accepted(view, "modal")
    assert refused.value.error == "invalid_arguments"


def test_a_view_may_be_too_large() -> None:
    options = [{"text": plain(75), "value": f"{index:0150}", "description": plain(75)} for index in range(100)]
    blocks = [choice_input(f"c{index}", "C", "static_select", options=options) for index in range(10)]
    with pytest.raises(Refusal) as refused:
        accepted(modal(*blocks), "modal")
    assert refused.value.error == "view_too_large"


def test_a_home_has_no_labels() -> None:
    assert accepted({"type": "home", "blocks": [section("x")]}, "home")
    with pytest.raises(Refusal):
        accepted({"type": "home", "blocks": [section("x")], "submit": PLAIN}, "home")


def test_external_ids_are_unique_and_entries_survive_an_update() -> None:
    views = Views()
    view = accepted(modal(text_input("a", "A"), text_input("b", "B"), external_id="one"), "modal")
    opened = views.open("U0ANA", view)
    with pytest.raises(Refusal):
        views.open("U0BEN", view)
    opened.state["a"]["a"]["value"] = "typed"
    old_hash = opened.hash
    views.update(opened, accepted(modal(text_input("a", "A"), text_input("c", "C")), "modal"))
    assert opened.hash != old_hash
    assert [opened.state[name][name]["value"] for name in opened.state] == ["typed", None]
