"""What crosses stands under its author's name where the bot is let; where it is not, nothing is lost or said twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.house import eventually, house
from support.joined_house import COMMONS, SQUARE, joined, joined_by_name
from support.talk import Chair, chair

pytestmark = on_either
WEBHOOK = "POST /webhooks/{webhook_id}/{webhook_token}"


def authors(who: Chair, text: str) -> list[str]:
    return [one.author for one in who.person.messages(who.channel) if text in one.text]


async def test_a_webhook_that_somebody_deletes_is_made_anew(tmp_path: Path) -> None:
    """What it had said stays as it was, and its author is told if they change it."""
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        home.discord.delete_webhooks(rosa.channel)
        await dana.types("Second")
        await rosa.sees_among_cards("Second")
        assert authors(rosa, "Second") == ["Dana Lee (via Slack)"]
        await dana.edits("First", "First, changed")
        await home.bot.sender.drain(5.0)
        assert not authors(rosa, "First, changed")
        hooks = [path for method, path, _ in home.discord.requests if method == "POST" and path.endswith("/webhooks")]
        assert len(hooks) == 2


async def test_a_webhook_speaks_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It knows no nonce: what stands there tells whether it has."""
    monkeypatch.setattr("bot.delivery.claims.SETTLE", 0.2)
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        home.discord.faults.next(WEBHOOK, "drop_after")
        await dana.types("Once")
        await rosa.sees_among_cards("Once")
        await home.bot.sender.drain(5.0)
        assert authors(rosa, "Once") == ["Dana Lee (via Slack)"]


async def test_where_the_bot_may_not_it_says_itself_who_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A caretaker reads who can change that, until somebody has."""
    monkeypatch.setattr("adapters.discord.webhooks.AGAIN", 0.0)
    async with house(tmp_path) as home:
        home.discord.allow_webhooks(False)
        dana, rosa = await joined(home)
        await dana.types("First")
        await dana.presses("Dana Lee")
        await rosa.sees_among_cards(f"Dana Lee in #{COMMONS} (Slack):", "First")
        await dana.edits("First", "Changed")
        await rosa.sees_among_cards(f"Dana Lee in #{COMMONS} (Slack):", "Changed", "(edited)")
        await rosa.types("Hola")
        asked = await rosa.sees_among_cards("Rosa Delgado: este canal está unido con otro")
        await rosa.person.press(asked, "Elegir")
        await rosa.presses("Rosa Delgado")
        await eventually(lambda: authors(dana, "Hola") == ["Rosa Delgado (via Discord)"])
        # It stays there for all to read, and nothing waits any more.
        await rosa.sees_among_cards("Lo que usted escribe se muestra allí en cuanto elija con qué nombre.")
        cares = chair(home, "slack", "Dana Lee")
        await cares.types("/somewhere")
        seen = await cares.sees(f"In #{SQUARE} (Discord) I say myself who wrote something", "Manage Webhooks")
        assert f"In #{COMMONS} (Slack) I say myself" not in seen.text
        home.discord.allow_webhooks(True)
        await dana.types("Second")
        await eventually(lambda: authors(rosa, "Second") == ["Dana Lee (via Slack)"])
        await home.bot.sender.drain(5.0)
        await cares.types("/somewhere")
        await eventually(lambda: cares.answer and "I say myself" not in cares.answer.text)


@pytest.mark.parametrize("allowed", [True, False])
async def test_what_is_hidden_goes_where_it_was_written_if_the_bot_may(tmp_path: Path, allowed: bool) -> None:
    async with house(tmp_path) as home:
        if allowed:
            home.discord.allow_managing_messages()
        dana, rosa = await joined_by_name(home)
        await rosa.types("Something unkind")
        asked = await rosa.sees_among_cards("Rosa Delgado: este canal está unido con otro")
        await rosa.person.press(asked, "Elegir")
        await rosa.presses("Rosa Delgado")
        await dana.sees_among_cards("Something unkind")
        marcus = chair(home, "discord", "Marcus Tilley", SQUARE)
        await marcus.types("/somewhere moderate")
        await marcus.presses("Hide it")
        await marcus.fills_in(reason="It hurts somebody")
        await eventually(lambda: not authors(dana, "Something unkind"))
        await home.bot.sender.drain(5.0)
        assert authors(rosa, "Something unkind") == ([] if allowed else ["Rosa Delgado"])
