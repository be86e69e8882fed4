"""Payloads as Discord sends them become what somebody did; whatever else arrives becomes nothing."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord import inbound, talk
from bot.boundary import (
    Account,
    Address,
    Attachment,
    Block,
    Command,
    Deleted,
    Press,
    Prose,
    Said,
    Shortcut,
    Span,
    Submit,
)

Json = dict[str, Any]
ME = "900"
USER: Json = {"id": "11", "username": "rivera", "global_name": "Ms. Rivera", "discriminator": "0", "avatar": None}
MEMBER: Json = {"user": USER, "roles": [], "joined_at": "2025-09-01T00:00:00+00:00", "permissions": "2048"}
MESSAGE: Json = {
    "id": "700",
    "type": 0,
    "channel_id": "300",
    "content": "",
    "flags": 32768,
    "author": {"id": ME, "username": "start", "bot": True},
    "mentions": [],
    "components": [
        {"type": 17, "id": 1, "components": [
            {"type": 10, "id": 2, "content": "Which day?"},
            {"type": 1, "id": 3, "components": [
                {"type": 2, "id": 4, "style": 1, "label": "Tuesday", "custom_id": "vote|7/1|99"}
            ]},
        ]}
    ],
}  # fmt: skip
COMMON: Json = {
    "id": "500",
    "application_id": ME,
    "token": "aW50ZXJhY3Rpb246NTAw",
    "version": 1,
    "guild_id": "200",
    "channel_id": "300",
    "channel": {"id": "300", "type": 0, "name": "families"},
    "member": MEMBER,
    "locale": "es-419",
    "guild_locale": "en-US",
    "app_permissions": "2048",
    "entitlements": [],
    "authorizing_integration_owners": {"0": "200"},
    "context": 0,
    "attachment_size_limit": 10485760,
}
COMMAND: Json = COMMON | {
    "type": 2,
    "data": {
        "id": "1",
        "type": 1,
        "name": "poll",
        "options": [{"name": "text", "type": 3, "value": "Which day? | Tue | Thu"}],
    },
}
PRESS: Json = COMMON | {
    "type": 3,
    "data": {"id": 4, "component_type": 2, "custom_id": "vote|7/1|99"},
    "message": MESSAGE,
}
SUBMIT: Json = COMMON | {
    "type": 5,
    "data": {
        "custom_id": "poll|7",
        "components": [
            {"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": "question", "value": "Which day?"}},
            {"type": 18, "id": 3, "component": {"type": 3, "id": 4, "custom_id": "how", "values": ["one"]}},
        ],
    },
}
IN_DM: Json = {
    "id": "800",
    "type": 0,
    "channel_id": "301",
    "content": "Can we keep the kits?",
    "author": USER,
    "mentions": [],
    "mention_everyone": False,
}
IN_CHANNEL: Json = IN_DM | {
    "guild_id": "200",
    "channel_id": "300",
    "content": f"<@{ME}> Can we keep the kits?",
    "mentions": [{"id": ME, "username": "start", "bot": True}],
}
IN_THREAD: Json = IN_CHANNEL | {
    "channel_id": "700",
    "content": "<@12> **all** of them\n- [kits](https://kits.example/a) <:tada:77>\n```\n<@12> **as it is**\n```",
    "mentions": [{"id": "12", "username": "soto", "global_name": "Mr. Soto"}],
    "attachments": [{"id": "55", "filename": "kits.pdf", "size": 4096, "url": "https://cdn.example/kits.pdf"}],
    "edited_timestamp": None,
}
RIVERA = Account("discord", "200", "11")
FAMILIES = Address("discord", "200", "300")


def test_a_command() -> None:
    found = inbound.interaction(COMMAND)
    assert found is not None
    assert found.event == Command(
        id="discord:500", actor=RIVERA, place=FAMILIES, language="es", name="poll", text="Which day? | Tue | Thu"
    )
    assert found.source == ""
    assert COMMON["token"] not in repr(found)


def test_a_command_alone_in_a_dm() -> None:
    payload = {name: value for name, value in COMMAND.items() if name not in ("guild_id", "member")}
    found = inbound.interaction(payload | {"user": USER, "data": {"id": "1", "type": 1, "name": "poll"}})
    assert found is not None
    assert isinstance(found.event, Command)
    assert (found.event.text, found.event.actor) == ("", Account("discord", "", "11"))


def test_a_press() -> None:
    found = inbound.interaction(PRESS)
    assert found is not None
    assert found.event == Press(id="discord:500", actor=RIVERA, place=FAMILIES, language="es", do="vote", about="7/1")
    assert found.source == "shared"


def test_a_press_on_what_only_this_person_sees() -> None:
    found = inbound.interaction(PRESS | {"message": MESSAGE | {"flags": 32768 | 64}})
    assert found is not None
    assert found.source == "private"
    button = {"type": 2, "custom_id": "vote|7/1|"}
    of_no_delivery = PRESS | {"message": MESSAGE | {"components": [{"type": 1, "components": [button]}]}}
    in_a_dm = inbound.interaction(of_no_delivery | {"guild_id": None, "member": None, "user": USER})
    assert in_a_dm is not None
    assert in_a_dm.source == "private"
    aside = inbound.interaction(of_no_delivery)  # in reply to somebody, where all see it
    assert aside is not None
    assert aside.source == "shared"


def test_a_form_sent_in() -> None:
    found = inbound.interaction(SUBMIT)
    assert found is not None
    fields = {"question": ("Which day?",), "how": ("one",)}
    assert found.event == Submit(
        id="discord:500", actor=RIVERA, place=FAMILIES, language="es", form="poll", about="7", fields=fields
    )


@pytest.mark.parametrize("payload", [COMMAND, PRESS, SUBMIT])
def test_an_interaction_of_which_discord_does_not_say_where_is_one_nevertheless(payload: Json) -> None:
    for nowhere in (
        payload | {"channel_id": None},
        {name: value for name, value in payload.items() if name != "channel_id"},
    ):
        found = inbound.interaction(nowhere)
        assert found is not None
        assert (found.event.actor, found.event.place, found.event.workspace) == (RIVERA, None, "200")


def typed(*components: object) -> dict[str, tuple[str, ...]]:
    found = inbound.interaction(SUBMIT | {"data": {"custom_id": "poll|7", "components": [*components]}})
    assert found is not None
    assert isinstance(found.event, Submit)
    assert (found.event.form, found.event.about) == ("poll", "7")
    return dict(found.event.fields)


def label(**component: object) -> Json:
    return {"type": 18, "id": 1, "component": component}


def test_a_part_of_a_form_that_cannot_be_read_costs_that_part() -> None:
    question = label(type=4, custom_id="question", value="Which day?")
    odd_ones = (
        None,
        {"type": 1, "components": []},
        {"type": 99},
        {"type": 18},
        label(type=4, custom_id=None, value="x"),
        label(type=4, custom_id="more", value=7),
        label(type=3, custom_id="how", values="one"),
        label(type=99, custom_id="of a coming year"),
    )
    for odd in odd_ones:
        assert typed(odd, question) == {"question": ("Which day?",)}
    left_empty = (label(type=4, custom_id="more", value=None), label(type=3, custom_id="how"))
    assert typed(question, *left_empty) == {"question": ("Which day?",), "more": ("",), "how": ()}


@pytest.mark.parametrize("data", [{"components": None}, {}])
def test_a_form_of_which_nothing_can_be_read_is_answered_as_an_empty_one(data: Json) -> None:
    found = inbound.interaction(SUBMIT | {"data": {"custom_id": "poll|7", **data}})
    assert found is not None
    assert isinstance(found.event, Submit)
    assert found.event.fields == {}


def test_what_is_said_to_the_bot() -> None:
    alone, named = talk.said(IN_DM, ME), talk.said(IN_CHANNEL, ME)
    text = "Can we keep the kits?"
    about: dict[str, Any] = {"id": "discord:800", "message": "800", "text": text}
    rivera, dm = Account("discord", "", "11"), Address("discord", "", "301")
    assert alone == Said(actor=rivera, place=dm, prose=Prose.plain(text), **about)
    assert named == Said(actor=RIVERA, place=FAMILIES, prose=Prose((Block("lines", (Span(f" {text}"),)),)), **about)


def test_what_people_say_among_themselves() -> None:
    reply = IN_THREAD | {"type": 19, "message_reference": {"type": 0, "channel_id": "300", "message_id": "700"}}
    said = talk.said(reply, ME)
    soto = str(Account("discord", "200", "12"))
    assert said is not None
    assert (said.to_bot, said.reply_to, said.place) == (False, "700", replace(FAMILIES, channel="700"))
    assert said.prose.blocks == (
        Block("lines", (Span("@Mr. Soto", names=soto), Span(" "), Span("all", bold=True), Span(" of them"))),
        Block("bullet", (Span("kits", link="https://kits.example/a"), Span(" :tada:"))),
        Block("code", (Span("<@12> **as it is**"),)),
    )
    assert said.files == (Attachment("kits.pdf", 4096, "700/800/55"),)


def test_a_form_may_also_have_shown_a_text() -> None:
    found, plain = (
        inbound.interaction(SUBMIT | {"data": SUBMIT["data"] | {"components": [*more, *SUBMIT["data"]["components"]]}})
        for more in ([{"type": 10, "id": 7}], [])
    )
    assert found
    assert found == plain


def test_the_message_of_a_shortcut_keeps_its_addresses_and_shows_no_ids() -> None:
    content = "<@12> and <@13>: [the list](https://kits.example/a)"
    message = {"id": "700", "content": content, "mentions": [{"id": "12", "username": "dana", "global_name": "Dana"}]}
    used = COMMON | {
        "type": 2,
        "data": {"id": "1", "type": 3, "name": "ask", "target_id": "700", "resolved": {"messages": {"700": message}}},
    }
    found = inbound.interaction(used)
    assert found
    assert isinstance(found.event, Shortcut)
    assert found.event.text == "@Dana and @…: the list (https://kits.example/a)"


def test_what_people_change_and_take_away() -> None:
    edited = talk.edited(IN_THREAD | {"content": "All", "edited_timestamp": "2026-11-25T10:00:00.250000+00:00"}, ME)
    assert edited is not None
    assert (edited.message, edited.prose, edited.edition) == ("800", Prose.plain("All"), 1795600800.25)
    assert talk.edited(IN_THREAD, ME) is None  # a link was unfolded
    gone = {"channel_id": "700", "guild_id": "200"}
    place = replace(FAMILIES, channel="700")
    assert talk.deleted({"id": "800", **gone}) == Deleted(id="discord:800!", place=place, message="800")
    assert [one.message for one in talk.many_deleted({"ids": ["800", "801"], **gone})] == ["800", "801"]


@pytest.mark.parametrize(
    "change",
    [
        {"author": USER | {"bot": True}},
        {"webhook_id": "5"},
        {"type": 6},
        {"content": None},
        {"author": None},
    ],
)
def test_what_is_not_said_to_the_bot(change: Json) -> None:
    assert talk.said(IN_CHANNEL | change, ME) is None
    assert talk.edited(IN_CHANNEL | change | {"edited_timestamp": "2026-11-25T10:00:00+00:00"}, ME) is None


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        "INTERACTION",
        {},
        COMMAND | {"data": {"id": "1", "type": 2, "name": "poll", "target_id": "11"}},
        COMMAND | {"data": {"id": "1", "type": 1, "name": "poll", "options": [{"name": "sub", "type": 1}]}},
        COMMAND | {"type": 4},
        COMMAND | {"type": True},
        COMMAND | {"id": 500},
        COMMAND | {"member": None},
        COMMAND | {"token": ""},
        PRESS | {"data": {"component_type": 3, "custom_id": "vote|7/1|99", "values": ["x"]}},
        PRESS | {"data": {"component_type": 2, "custom_id": "made-up"}},
        PRESS | {"data": {"component_type": 2, "custom_id": "vote|7/1|\ud800"}},
        SUBMIT | {"data": {"custom_id": "poll", "components": []}},
        SUBMIT | {"data": {"components": []}},
    ],
)
def test_what_makes_no_sense_is_nothing(payload: object) -> None:
    assert inbound.interaction(payload) is None


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just("😀" * 40_000),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def mutated(draw: st.DrawFn, recorded: Json) -> Json:
    """A recorded payload of which up to three places are missing or are something else."""
    payload = copy.deepcopy(recorded)
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(_places(payload)))
        if draw(st.booleans()):
            del holder[key]
        else:
            holder[key] = draw(anything)
        if not payload:
            break
    return payload


def _places(value: Any) -> list[tuple[Any, Any]]:
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    return [(value, key) for key in keys] + [place for key in keys for place in _places(value[key])]


@given(st.sampled_from((COMMAND, PRESS, SUBMIT)).flatmap(mutated))
@settings(max_examples=2000)
def test_any_interaction_is_an_act_or_nothing(payload: Json) -> None:
    found = inbound.interaction(payload)
    assert found is None or found.event.id.startswith("discord:")


@given(st.sampled_from((IN_DM, IN_CHANNEL, IN_THREAD)).flatmap(mutated) | anything)
@settings(max_examples=500)
def test_any_message_is_said_or_nothing(payload: object) -> None:
    for found in (talk.said(payload, ME), talk.edited(payload, ME), talk.deleted(payload)):
        assert found is None or found.id.startswith("discord:")
