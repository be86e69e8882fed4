"""The limits and shapes that the pretend Discord insists on, asked without a library that would refuse first."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from support.discord_spec import check
from support.pretend_discord_bot import ANA, FAMILIES
from support.pretend_discord_wire import COMMANDS, MESSAGES, Json, Wire, box, button, card, row, select, text, wired


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    async with wired() as connection:
        yield connection


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({"content": "x" * 2001}, "content BASE_TYPE_MAX_LENGTH"),
        ({"content": 7}, "content STRING_TYPE_CONVERT"),
        ({"contents": "x"}, "contents UNKNOWN_FIELD"),
        ({"content": "x", "nonce": "n" * 26}, "nonce BASE_TYPE_MAX_LENGTH"),
        ({"content": "x", "flags": 64}, "flags BASE_TYPE_CHOICES"),
        ({"embeds": [{"title": "x"}] * 11}, "embeds BASE_TYPE_BAD_LENGTH"),
        ({"embeds": [{"description": "x" * 3001}] * 2}, "embeds MAX_EMBED_SIZE_EXCEEDED"),
        ({"components": [text()]}, "components.0 UNION_TYPE_CHOICES"),
        ({"components": [row(button(n)) for n in range(6)]}, "components BASE_TYPE_BAD_LENGTH"),
        ({"content": "x", **card(text())}, "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
        (card(box(*[text()] * 40)), "components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"),
        (card(*[text()] * 41), "components BASE_TYPE_BAD_LENGTH"),
        (card(text("x" * 2001), text("x" * 2000)), "components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"),
        (card(text("")), "components.0.content BASE_TYPE_BAD_LENGTH"),
        (card(text(id=3), text(id=3)), "components.1.id COMPONENT_ID_DUPLICATED"),
        (card(box(box(text()))), "components.0.components.0.type UNION_TYPE_CHOICES"),
        (card({"type": 99}), "components.0.type UNION_TYPE_CHOICES"),
        (card(button()), "components.0.type UNION_TYPE_CHOICES"),
        (card(row()), "components.0.components BASE_TYPE_BAD_LENGTH"),
        (card(row(*[button(n) for n in range(6)])), "components.0.components BASE_TYPE_BAD_LENGTH"),
        (card(row(button(), select())), "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
        (card(row(button(), button())), "components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"),
        (card(row(button(label="x" * 81))), "components.0.components.0.label BASE_TYPE_MAX_LENGTH"),
        (card(row(button(custom_id="x" * 101))), "components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH"),
        (card(row(button(custom_id=None))), "components.0.components.0.custom_id BASE_TYPE_REQUIRED"),
        (card(row(button(url="https://example.org"))), "components.0.components.0.url BUTTON_COMPONENT_INVALID_FIELD"),
        (card(row(button(label=""))), "components.0.components.0.label BUTTON_COMPONENT_LABEL_REQUIRED"),
        (card(row(select(26))), "components.0.components.0.options BASE_TYPE_BAD_LENGTH"),
        (card(row(select(2, max_values=3))), "components.0.components.0.max_values BASE_TYPE_BAD_LENGTH"),
        (
            {"content": "x", "allowed_mentions": {"parse": ["users"], "users": [ANA]}},
            "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        ),
        (
            {"content": "x", "message_reference": {"message_id": "1"}},
            "message_reference MESSAGE_REFERENCE_UNKNOWN_MESSAGE",
        ),
    ],
)
async def test_messages_that_are_refused(wire: Wire, body: Json, wrong: str) -> None:
    assert wrong in await wire.errors(MESSAGES, body)
    assert wire.discord.messages(FAMILIES) == []


@pytest.mark.parametrize("body", [{}, {"content": " \n"}, {"content": None, "components": []}])
async def test_empty_messages(wire: Wire, body: Json) -> None:
    assert (await wire("POST", MESSAGES, body))[1]["code"] == 50006


async def test_the_most_that_goes(wire: Wire) -> None:
    big = card(text("x" * 3961), box(*[text("x")] * 38))
    status, message = await wire("POST", MESSAGES, big)
    assert status == 200
    inside = message["components"][1]
    assert [message["components"][0]["id"], inside["id"], inside["components"][0]["id"]] == [1, 2, 3]
    assert (await wire("POST", MESSAGES, card(*[row(*[button(5 * r + n) for n in range(5)]) for r in range(6)])))[
        0
    ] == 200


async def test_edits(wire: Wire) -> None:
    _, message = await wire("POST", MESSAGES, card(text()))
    path = f"{MESSAGES}/{message['id']}"
    assert await wire.errors(path, {"flags": 0}, "PATCH") == ["flags MESSAGE_FLAGS_CANNOT_REMOVE_V2"]
    assert "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2" in await wire.errors(
        path, {"content": "x"}, "PATCH"
    )
    assert (await wire("PATCH", path, {"components": []}))[1]["code"] == 50006
    assert (await wire("PATCH", path, {"components": [text("Changed")]}))[0] == 200
    assert wire.discord.messages(FAMILIES)[0].text == "Changed"
    await wire.discord.sit(ANA).say(FAMILIES, "Mine")
    other = f"{MESSAGES}/{wire.discord.messages(FAMILIES)[1].id}"
    assert (await wire("PATCH", other, {"content": "x"}))[1]["code"] == 50005
    assert (await wire("DELETE", other))[1]["code"] == 50013
    assert (await wire("DELETE", path))[0] == 204
    assert (await wire("GET", path))[1]["code"] == 10008


async def test_legacy_message_becomes_v2_only_without_its_content(wire: Wire) -> None:
    _, message = await wire("POST", MESSAGES, {"content": "x"})
    path = f"{MESSAGES}/{message['id']}"
    assert await wire.errors(path, card(text()), "PATCH")
    assert (await wire("PATCH", path, {**card(text()), "content": None}))[0] == 200


async def test_commands(wire: Wire) -> None:
    words = {"name": "words", "description": "x", "type": 3}
    poll: Json = {
        "name": "poll",
        "description": "Ask",
        "options": [words],
        "name_localizations": {"es-419": "encuesta"},
    }
    assert await wire.errors(COMMANDS, [poll, poll], "PUT") == ["1 APPLICATION_COMMANDS_DUPLICATE_NAME"]
    assert await wire.errors(COMMANDS, [poll | {"name": "Poll"}], "PUT") == ["0.name APPLICATION_COMMAND_INVALID_NAME"]
    assert await wire.errors(COMMANDS, [poll | {"description": "x" * 101}], "PUT")
    assert await wire.errors(COMMANDS, [poll | {"name_localizations": {"es": "x"}}], "PUT")
    late = [words, words | {"name": "more", "required": True}]
    assert await wire.errors(COMMANDS, [poll | {"options": late}], "PUT")
    status, (registered,) = await wire("PUT", COMMANDS, [poll])
    assert status == 200
    assert (await wire("POST", COMMANDS, {"name": "other", "description": "y"}))[0] == 201
    assert (await wire("PATCH", f"{COMMANDS}/{registered['id']}", {"description": "z"}))[1]["description"] == "z"
    assert [each["name"] for each in (await wire("GET", COMMANDS))[1]] == ["other", "poll"]
    assert (await wire("DELETE", f"{COMMANDS}/{registered['id']}"))[0] == 204
    assert (await wire("GET", f"{COMMANDS}/{registered['id']}"))[1]["code"] == 10063


@pytest.mark.skipif(check is None, reason="Discord's OpenAPI description is not there")
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/nope", None),
        ("GET", f"{MESSAGES}?limits=5", None),
        ("GET", f"{MESSAGES}?limit=many", None),
        ("POST", MESSAGES, {"content": "x", "colour": 1}),
        ("POST", MESSAGES, card(box(text(colour=1)))),
        ("POST", MESSAGES, card(row(button(label="x" * 81)))),
        ("POST", "/interactions/1/t/callback", {"type": 4, "data": {"colour": 1}}),
        ("PUT", COMMANDS, [{"name": "ask", "describes": "x"}]),
    ],
)
def test_specification(method: str, path: str, body: object) -> None:
    assert check is not None
    with pytest.raises(ValueError, match=r"."):
        check(method, path, body)
