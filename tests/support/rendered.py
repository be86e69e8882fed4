"""How a message looks on both platforms."""

from __future__ import annotations

from typing import Any

from support.corner import buttons

import adapters.discord.render
import adapters.slack.render
from adapters.discord.ids import ButtonId
from adapters.slack.escape import escape
from bot.boundary import Buttons, Heading, Message, Note, Quote, Text
from playground.discord.components import walk


def blocks_of(found: object, kind: str) -> list[dict[str, Any]]:
    """What the platform is sent, of one kind, however deep."""
    if isinstance(found, list):
        return [one for part in found for one in blocks_of(part, kind)]
    if not isinstance(found, dict):
        return []
    here = [found] if found.get("type") == kind else []
    return here + [one for part in found.values() for one in blocks_of(part, kind)]


def assert_shown_whole(message: Message) -> None:
    """On both platforms: nothing of it was cut, dropped or put elsewhere."""
    wanted = [(button.do, button.about) for button in buttons(message)]
    texts = [part.text for part in message.parts if isinstance(part, Heading | Text | Quote | Note)]

    slack = adapters.slack.render.blocks(message)
    assert [(one["action_id"].partition("#")[0], one.get("value", "")) for one in blocks_of(slack, "button")] == wanted
    written = "".join(one["text"] for kind in ("plain_text", "text") for one in blocks_of(slack, kind))
    assert all(escape(text).strip() in written or text in written for text in texts)

    discord = adapters.discord.render.card(message)["components"]
    ids = [one["custom_id"] for one in blocks_of(discord, adapters.discord.render.BUTTON)]
    pressed = [button for id in ids if (button := ButtonId.parse(id))]
    assert [(button.do, button.about) for button in pressed] == wanted
    assert len(set(ids)) == len(ids), "Discord takes no two of one id"
    assert len(list(walk(discord))) <= adapters.discord.render.COMPONENTS
    rows = [-(-len(part.buttons) // 5) for part in message.parts if isinstance(part, Buttons)]
    assert len(blocks_of(discord, adapters.discord.render.ACTION_ROW)) == sum(rows), "each is below what it is about"
    assert "…" not in str(blocks_of(discord, adapters.discord.render.TEXT_DISPLAY)) or "…" in "".join(texts)
