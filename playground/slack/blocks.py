"""Strictness about blocks: shapes and limits of our own, then slack_sdk's models as a second opinion."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block, BlockElement

from playground.slack.elements import ACCESSORY, ACTION, ELEMENTS, ID, INPUT, check_sense
from playground.slack.refusal import Json, Refusal
from playground.slack.richtext import RICH_TEXT
from playground.slack.shapes import Check, Misshapen, flag, kind, many, string, text, thing

_BLOCK_ID: dict[str, Check] = {"block_id": ID}
_CONTEXT = kind(
    {
        "image": ELEMENTS["image"],
        "plain_text": text(3000, plain=True),
        "mrkdwn": text(3000),
    }
)
_COMMON: dict[str, Check] = {
    "section": thing(
        {},
        {
            **_BLOCK_ID,
            "text": text(3000),
            "fields": many(text(2000), 1, 10),
            "accessory": ACCESSORY,
            "expand": flag,
        },
    ),
    "divider": thing({}, _BLOCK_ID),
    "header": thing({"text": text(150, plain=True)}, _BLOCK_ID),
    "image": thing(
        {"image_url": string(3000), "alt_text": string(2000)}, {**_BLOCK_ID, "title": text(2000, plain=True)}
    ),
    "actions": thing({"elements": many(ACTION, 1, 25)}, _BLOCK_ID),
    "context": thing({"elements": many(_CONTEXT, 1, 10)}, _BLOCK_ID),
    "rich_text": RICH_TEXT,
}
# Slack takes inputs in messages too; nobody could fill them in here, so they are refused there.
_INPUT_BLOCK = thing(
    {"label": text(2000, plain=True), "element": INPUT},
    {**_BLOCK_ID, "hint": text(2000, plain=True), "optional": flag, "dispatch_action": flag},
)
_IN_MESSAGE = kind({**_COMMON, "markdown": thing({"text": string(12_000)}, _BLOCK_ID)})
IN_VIEW = kind({**_COMMON, "input": _INPUT_BLOCK})

_MOST_TEXT = 13_000
_ENTITY = re.compile(r"&(?!amp;|lt;|gt;)")


def elements_of(block: Json) -> list[Json]:
    """The interactive elements of a block."""
    match block["type"]:
        case "actions":
            return list(block["elements"])
        case "section" if block.get("accessory", {}).get("type", "image") != "image":
            return [block["accessory"]]
        case "input":
            return [block["element"]]
    return []


def message_blocks(blocks: Any) -> list[Json]:
    """The blocks of a message as Slack keeps them: ids filled in, plain text escaped. Raises Refusal."""
    try:
        many(_IN_MESSAGE, 0, 50)(blocks, "/blocks")
        check_together(blocks, "/blocks")
    except Misshapen as wrong:
        raise Refusal("invalid_blocks", str(wrong)) from None
    if sum(map(len, _texts(blocks))) > _MOST_TEXT:
        raise Refusal("msg_blocks_too_long")
    return kept_blocks(blocks)


def check_together(blocks: list[Json], at: str) -> None:
    """Ids must differ, the parts must fit each other, and the models of slack_sdk must agree. Raises Misshapen."""
    block_ids: set[str] = set()
    action_ids: set[str] = set()
    for index, block in enumerate(blocks):
        here = f"{at}/{index}"
        if block["type"] == "section" and "text" not in block and "fields" not in block:
            raise Misshapen("needs text or fields", here)
        _add_once(block_ids, block.get("block_id"), f"{here}/block_id")
        for element in elements_of(block):
            _add_once(action_ids, element.get("action_id"), f"{here}/action_id")
            check_sense(element, here)
        if (objection := _objection(json.dumps(block))) is not None:
            raise Misshapen(objection, here)


def kept_blocks(blocks: list[Json]) -> list[Json]:
    kept: list[Json] = [_kept(block) for block in blocks]
    for index, block in enumerate(kept):
        block.setdefault("block_id", f"blk{index}")
        for number, element in enumerate(elements_of(block)):
            element.setdefault("action_id", f"act{index}.{number}")
    return kept


def kept_options(options: list[Json]) -> list[Json]:
    return [_kept(option) for option in options]


def kept_text(value: Json) -> Json:
    """A plain_text object as Slack gives it back."""
    escaped = _ENTITY.sub("&amp;", value["text"]).replace("<", "&lt;").replace(">", "&gt;")
    return {"type": "plain_text", "text": escaped, "emoji": value.get("emoji", True)}


def _kept(value: Any) -> Any:
    if isinstance(value, list):
        return [_kept(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("type") == "plain_text":
        return kept_text(value)
    return {field: _kept(inner) for field, inner in value.items()}


def _add_once(seen: set[str], new: str | None, at: str) -> None:
    if new is not None and new in seen:
        raise Misshapen("is used twice", at)
    if new is not None:
        seen.add(new)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for field, inner in value.items():
            if field == "text" and isinstance(inner, str):
                yield inner
            else:
                yield from _texts(inner)


@lru_cache(maxsize=2048)
def _objection(block_json: str) -> str | None:
    """What slack_sdk's own classes say against a block. They are slow, and the same blocks come again and again."""
    try:
        block = Block.parse(json.loads(block_json))
        if block is None:
            return "slack_sdk has no such block"
        block.validate_json()
        for element in elements_of(json.loads(block_json)):
            parsed = BlockElement.parse(element)
            if parsed is None:
                return "slack_sdk has no such element"
            parsed.validate_json()
    except SlackObjectFormationError as error:
        return str(error)
    return None
