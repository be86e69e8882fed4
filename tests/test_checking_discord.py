"""`start-somewhere check`: what it says of Discord."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr
from support.databases import on_either
from support.operator import operator

from playground.discord.state import START_THREADS, VIEW

pytestmark = on_either

Terminal = pytest.CaptureFixture[str]
GUILD, FAMILIES, LEADERSHIP, PTA = (
    "1268401200690098927",
    "1103628476113515559",
    "1198000255257084615",
    "1173081832966680239",
)
ATTACH = 1 << 15


async def test_discord_lacks_permissions(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        dana.discord.deny(FAMILIES, START_THREADS | ATTACH)
        dana.discord.deny(LEADERSHIP, VIEW)
        dana.discord.open_to_all(PTA)
        await dana.checks()
        dana.is_told("In #lincoln-families the bot lacks: Create Public Threads and Attach Files.")
        dana.is_told("In #partnership-leadership the bot lacks: View Channel.")
        dana.is_told("#pta-caucus", "everybody in the server can see it", "Make it private")
        assert "4 channels are as the files say, and the bot may do there" in dana.read
        await dana.checks("es")
        assert "En #lincoln-families al bot le faltan: Crear hilos públicos y Adjuntar archivos." in dana.read


async def test_discord_keeps_what_people_write(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        dana.discord.privileged_intents = 0
        await dana.checks()
        assert "Good to know: Discord keeps from the bot what people write." in dana.read
        assert dana.status == 0
        await dana.checks(discord_message_content=False)
        assert "is as DISCORD_MESSAGE_CONTENT says" in dana.read
        dana.discord.privileged_intents = 1 << 15
        await dana.checks(discord_message_content=False)
        assert "Good to know: “Message Content” is switched on" in dana.read
        assert dana.status == 0


async def test_the_bot_is_not_in_the_server(tmp_path: Path, capsys: Terminal) -> None:
    async with operator(tmp_path, capsys) as dana:
        dana.discord.remove_bot(GUILD)
        await dana.checks()
        dana.is_told("not in the server 1268401200690098927", "Open the invitation")
        assert "Discord does not answer" not in dana.read


async def test_discord_does_not_answer(tmp_path: Path, capsys: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adapters.patience.AGAIN", 0.0)
    async with operator(tmp_path, capsys) as dana:
        await dana.checks(discord_token=SecretStr("hush.hush"))
        dana.is_told("Discord does not accept DISCORD_TOKEN (invalid_auth)", "Reset Token")
        dana.discord.faults.chance("drop_before", 1.0, {"GET /guilds/{guild_id}/channels"})
        await dana.checks()
        dana.is_told("Discord does not answer")
        assert "In order: The bot is in the server Cedar Valley" in dana.read
        dana.discord.faults.clear()
        dana.discord.faults.chance("drop_before", 1.0)
        await dana.checks()
        dana.is_told("Discord does not answer")
