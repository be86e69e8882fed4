"""Taken out of a workspace or server while nobody heard it: what was kept for it ends all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import databases
from support.databases import on_both, on_either
from support.house import eventually, looked_around
from support.partnership import Installation, Partnership, installation
from support.talk import QUESTION, posted

import wiring
from adapters.slack import looking

pytestmark = on_either

STAFF, FAMILIES = "partnership-commons", "town-square"


async def let_in(here: Installation, who: Partnership) -> None:
    assert "Start Somewhere is in your workspace." in await here.installs(who.team)
    here.discord.invite(who.guild)
    await looked_around(here.settings.database_url, who.team)
    await eventually(lambda: is_in(here, "discord", who.guild))


def is_in(here: Installation, platform: str, workspace: str) -> bool:
    """As what opened it, or as whom the bot was there, is still known."""
    known = f"address = '{platform}:{workspace}' AND (secret IS NOT NULL OR bot <> '')"
    return databases.rows(here.settings.database_url, f"SELECT count(*) FROM connections WHERE {known}") == [(1,)]


def presences(here: Installation) -> int:
    ((count,),) = databases.rows(here.settings.database_url, "SELECT count(*) FROM presences")
    return int(count)


async def taken_out_unheard(here: Installation, server: str) -> None:
    """Nothing of it is kept for the bot, which begins anew. Returns when Discord has told it where it is."""
    gateway = here.discord.gateway
    before = gateway.identifies
    gateway._sessions.clear()
    here.discord.remove_bot(server)
    await gateway.drop()
    await eventually(lambda: gateway.identifies > before, 30.0)


@on_both
async def test_slack_took_the_bot_out_while_it_was_away(tmp_path: Path) -> None:
    """It starts again, and nothing happens in that workspace any more that could tell."""
    async with installation(tmp_path) as here:
        for who in (here.cedar, here.other):
            await let_in(here, who)
        maria = here.cedar.chair("slack", "Maria Rivera", STAFF)
        await posted(maria)
        await maria.sees_card(QUESTION)
        here.cloud.uninstall_unheard(here.cedar.team)
        assert is_in(here, "slack", here.cedar.team)
        async with wiring.running(here.settings, wiring.ROLES["web"]):
            await eventually(lambda: not is_in(here, "slack", here.cedar.team))
        assert is_in(here, "slack", here.other.team)
        waits = "SELECT count(*) FROM deliveries WHERE waits_since IS NOT NULL AND address LIKE 'slack:T01%'"
        assert databases.rows(here.settings.database_url, waits) == [(0,)]


async def test_slack_took_the_bot_out_and_it_finds_out_as_it_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "LOOK_AGAIN", 0.1)
    async with installation(tmp_path) as here:
        await let_in(here, here.cedar)
        here.cloud.uninstall_unheard(here.cedar.team)
        await eventually(lambda: not is_in(here, "slack", here.cedar.team))
        assert presences(here) == 0
        await let_in(here, here.cedar)  # and looks around it at once


async def test_a_token_that_ended_while_the_bot_was_away_says_what_became_of_it(tmp_path: Path) -> None:
    """Of tokens that are renewed the old one is over by then."""
    async with installation(tmp_path, rotating=True) as here:
        await let_in(here, here.cedar)
        here.cloud.uninstall_unheard(here.cedar.team)
        here.ahead(43_200.0)
        async with wiring.running(here.settings, wiring.ROLES["web"]):
            await eventually(lambda: not is_in(here, "slack", here.cedar.team))


async def test_let_in_again_it_looks_around_at_once(tmp_path: Path) -> None:
    """Not a quarter of an hour after the look before."""
    async with installation(tmp_path) as here:
        await let_in(here, here.cedar)
        before = presences(here)
        assert before
        await here.cloud.uninstall(here.cedar.team)
        await eventually(lambda: presences(here) == 0)
        await here.installs(here.cedar.team)
        await eventually(lambda: presences(here) == before)


async def test_let_in_again_unheard_it_uses_what_it_was_given_last(tmp_path: Path) -> None:
    async with installation(tmp_path) as here:
        await let_in(here, here.cedar)
        here.cloud.uninstall_unheard(here.cedar.team)
        await let_in(here, here.cedar)
        maria = here.cedar.chair("slack", "Maria Rivera", STAFF)
        await posted(maria)
        await maria.sees_card(QUESTION)
        assert is_in(here, "slack", here.cedar.team)


@on_both
async def test_discord_took_the_bot_out_while_it_was_away(tmp_path: Path) -> None:
    """Who asks it in again later ties it with a code, as everybody does."""
    async with installation(tmp_path) as here:
        for who in (here.cedar, here.other):
            await let_in(here, who)
        elena = here.cedar.chair("discord", "Elena Ortiz", FAMILIES)
        await elena.types("/somewhere")
        await elena.sees("Hola, Elena Ortiz")
        await taken_out_unheard(here, here.cedar.guild)
        await eventually(lambda: not is_in(here, "discord", here.cedar.guild))
        assert is_in(here, "discord", here.other.guild)
        here.discord.invite(here.cedar.guild)
        await elena.types("/somewhere")
        await elena.sees("Este lugar todavía no está conectado")


async def test_the_only_server_too(tmp_path: Path) -> None:
    async with installation(tmp_path) as here:
        await let_in(here, here.cedar)
        await taken_out_unheard(here, here.cedar.guild)
        await eventually(lambda: not is_in(here, "discord", here.cedar.guild))
