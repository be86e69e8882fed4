"""A joined channel where Discord keeps from the bot what people write: what names it crosses, and that is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.house import House, eventually, house
from support.joined_house import joined_by_name
from support.talk import Chair

from playground.person import SeenMessage

pytestmark = on_either


async def wordless(home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody switches the intent off, and Discord turns the bot out until it no longer asks for it."""
    for number in ("discord.shards.AGAIN", "patience.AGAIN", "discord.gateway.IDENTIFY_GAP", "discord.connection.LOOK"):
        monkeypatch.setattr(f"adapters.{number}", 0.05)
    home.discord.privileged_intents = 0
    await home.discord.gateway.turn_out(4014)
    await eventually(lambda: home.discord.gateway.connected, 20)


def copies(who: Chair, text: str) -> list[SeenMessage]:
    return [one for one in who.person.messages(who.channel) if text in one.text]


async def test_only_what_names_the_bot_crosses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with house(tmp_path) as home:
        dana, rosa = await joined_by_name(home)
        await rosa.types("Hola")
        asked = await rosa.sees_among_cards("Rosa Delgado: este canal está unido con otro")
        await rosa.person.press(asked, "Elegir")
        await rosa.presses("Rosa Delgado")
        await dana.types("/somewhere")
        await dana.sees(
            "This channel is joined with #town-square (Discord)", "All that people write crosses, both ways"
        )
        await wordless(home, monkeypatch)
        await rosa.types("Entre nosotros")
        await rosa.types(f"<@{home.discord._state.bot.id}> ¿A qué hora?")
        await dana.sees_among_cards("¿A qué hora?")
        await rosa.types("/somewhere")
        await rosa.sees("De #town-square (Discord) solo pasan los mensajes que me nombran: Discord no me muestra")
        await dana.types("/somewhere")
        await dana.sees(
            "This channel is joined with #town-square", "From #town-square (Discord) only messages that name"
        )
        await dana.types("At six")
        await rosa.sees_among_cards("At six")
        assert not copies(dana, "Entre nosotros")
