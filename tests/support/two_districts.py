"""Two districts in one bot: fixtures, which a test file imports and names in `__all__`, and what people there say."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support.districts import elsewhere
from support.talk import Core, core, said

from bot.boundary import Account, Act, Address, Command
from bot.onboarding import strangers
from bot.operations import commands

TEAM, GUILD = "T02OTHER", "1268401200690098928"
DANA, SAMUEL, MARIA = "U01DLEE", "U01OKAFOR", "U01RIVERA"
UNTIED = "This place isn't connected to a district yet."
IDS = iter(range(1_000_000))  # of acts


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return elsewhere(tmp_path, TEAM, GUILD)


@pytest.fixture
async def bot(tmp_path: Path, other: Path) -> AsyncIterator[Core]:
    """Two districts are loaded; the first was alone when it was."""
    async with core(tmp_path) as bot:
        assert commands.load(bot.settings, other) == 0
        yield bot


def command(user: str, text: str, team: str = TEAM) -> Command:
    actor, place = Account("slack", team, user), Address("slack", team, "C01COMMONS")
    return Command(id=f"here-{next(IDS)}", actor=actor, place=place, name="somewhere", text=text, language="en")


async def told(bot: Core, act: Act) -> str:
    return said(await bot.frame.handle(act)).text()


async def code(bot: Core, district: str = "other") -> str:
    return await bot.writer.do(lambda session: strangers.code_for(session, district))
