"""Several districts in one installation: let in, tied, at work side by side, and let go."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from support import databases
from support.databases import on_both, on_either
from support.house import eventually, looked_around
from support.partnership import CLIENT_SECRET, Installation, Partnership, installation
from support.slack_web import post, request
from support.talk import OPTIONS, QUESTION, Chair, posted

pytestmark = on_either

STAFF, FAMILIES = "partnership-commons", "town-square"
UNTIED = "This place isn't connected to a district yet."
HALF_A_DAY = 43_200.0
FAREWELLS = ["tokens_revoked", "app_uninstalled"]


async def let_in(here: Installation, who: Partnership) -> None:
    assert "Start Somewhere is in your workspace." in await here.installs(who.team)
    here.discord.invite(who.guild)
    await looked_around(here.settings.database_url, who.team)


async def tied(here: Installation, who: Partnership, key: str) -> None:
    """By a caretaker on each platform."""
    for platform, name, channel in (("slack", "Dana Lee", STAFF), ("discord", "Samuel Okafor", FAMILIES)):
        caretaker = who.chair(platform, name, channel)
        await caretaker.types(f"/somewhere connect {here.code(key)}")
        await caretaker.sees("Done. From now on this is")


@on_both
async def test_two_districts_work_side_by_side(tmp_path: Path) -> None:
    """The first was alone when it was loaded, so what its roster names is its own; the second has to show it."""
    async with installation(tmp_path) as here:
        await let_in(here, here.cedar)
        await let_in(here, here.other)
        for chair in (
            here.other.chair("slack", "Dana Lee", STAFF),
            here.other.chair("discord", "Rosa Delgado", FAMILIES),
        ):
            await chair.types("/somewhere")
            await chair.sees(UNTIED if chair.person.locale == "en-US" else "Este lugar todavía no está conectado")
        await tied(here, here.other, "other")

        maria, namesake = (one.chair("slack", "Maria Rivera", STAFF) for one in (here.cedar, here.other))
        await posted(maria)
        await maria.sees_card(QUESTION)
        await maria.answers("Thursday")
        await maria.sees("Your answer is in: Thursday.")
        assert namesake.card is None
        await namesake.types("/somewhere")
        assert QUESTION not in (await namesake.sees("Hello, Maria Rivera")).text

        await posted(namesake, "/poll Which day? | Monday | Friday")
        await namesake.sees_card("Which day?")
        assert maria.card
        assert "Which day?" not in maria.card.text
        await maria.types("/somewhere")
        assert "Which day?" not in (await maria.sees("Hello, Maria Rivera")).text


async def test_a_server_of_the_other_district_stays_out_of_it(tmp_path: Path) -> None:
    """The same person in both: what they press in one has no effect in the other, on Discord either."""
    async with installation(tmp_path) as here:
        await let_in(here, here.cedar)
        await let_in(here, here.other)
        await tied(here, here.other, "other")
        dana, namesake = (one.chair("discord", "Dana Lee", FAMILIES) for one in (here.cedar, here.other))
        await posted(dana, f"/poll {QUESTION} | {' | '.join(OPTIONS.splitlines())}")
        await dana.sees_card(QUESTION)
        assert namesake.card is None


async def test_what_slack_gave_is_sealed_and_never_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(logging.getLogger("slack_libraries"), "level", logging.DEBUG)
        async with installation(tmp_path, rotating=True) as here:
            await let_in(here, here.cedar)
            rows = databases.rows(here.settings.database_url, "SELECT secret FROM connections")
            tickets = databases.rows(here.settings.database_url, "SELECT * FROM tickets")
    assert any(secret for (secret,) in rows)
    assert not re.search("xox|pretend", str(rows))
    assert tickets == []
    said = "".join(capfd.readouterr())
    assert not re.search(rf"xox|{CLIENT_SECRET}|{re.escape(here.settings.connection_keys.get_secret_value())}", said)


async def test_who_comes_from_elsewhere_installs_nothing(tmp_path: Path) -> None:
    """The state is good once, and only in the browser where it began."""
    async with installation(tmp_path) as here, aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as browser:

        async def ends(back: str, cookie: str) -> int:
            async with browser.get(back, headers={"Cookie": cookie}) as page:
                assert "That did not work" in await page.text() or page.status == 200
                return page.status

        link, cookie = await here.begins(browser)
        back = here.cloud.allow(link, here.cedar.team)
        assert await ends(back, "") == 400
        assert await ends(back, "slack-app-oauth-state=another") == 400
        assert await ends(back.replace("state=", "state=A"), cookie) == 400
        assert await ends(here.cloud.deny(link), cookie) == 200
        secrets = databases.rows(here.settings.database_url, "SELECT DISTINCT secret FROM connections")
        assert secrets == [(None,)]
        assert await ends(back, cookie) == 200
        assert await ends(back, cookie) == 401


async def test_a_token_is_renewed_whoever_speaks(tmp_path: Path) -> None:
    """Twelve hours later people press, and later only the timetable has something to say."""
    async with installation(tmp_path, rotating=True) as here:
        await let_in(here, here.cedar)
        maria = here.cedar.chair("slack", "Maria Rivera", STAFF)
        await posted(maria)
        await maria.sees_card(QUESTION)
        for _ in range(2):
            here.ahead(HALF_A_DAY)
            await maria.answers("Thursday")
            await maria.sees("Your answer is in: Thursday.")
        here.ahead(HALF_A_DAY)
        await here.later(days=8)
        await here.bot.sender.drain(30.0)  # forty people's messages of the day go out beside the card
        await maria.sees_card("Closed")
        asked = [body.get("grant_type") for _, body in here.cloud.requests]
        assert asked.count("refresh_token") == 3


async def test_uninstalled_and_let_in_again(tmp_path: Path) -> None:
    async with installation(tmp_path) as here:
        await let_in(here, here.cedar)
        maria = here.cedar.chair("slack", "Maria Rivera", STAFF)
        await posted(maria)
        await maria.sees_card(QUESTION)

        await here.cloud.uninstall(here.cedar.team)
        query = "SELECT count(*) FROM connections WHERE secret IS NOT NULL"
        await eventually(lambda: databases.rows(here.settings.database_url, query) == [(0,)])
        assert "Start Somewhere is in your workspace." in await here.installs(here.cedar.team)
        await maria.types("/somewhere")
        await maria.sees(UNTIED)  # two districts are there by now, so it takes a code
        await here.cedar.chair("slack", "Dana Lee", STAFF).types(f"/somewhere connect {here.code('cedar-valley')}")
        await eventually(lambda: "Cedar Valley" in str(here.cedar.chair("slack", "Dana Lee", STAFF).answer))
        await maria.answers("Thursday")
        await maria.sees("Your answer is in: Thursday.")


@on_both
async def test_a_farewell_that_is_told_again_takes_out_nobody_who_is_back(tmp_path: Path) -> None:
    """Slack tells for minutes what was answered late, and its two words of one farewell in any order."""
    async with installation(tmp_path) as here:
        await let_in(here, here.cedar)
        delivery = here.cloud.workspaces[here.cedar.team].delivery
        await here.cloud.uninstall(here.cedar.team)
        told = [sent for kind, sent in delivery.sent if kind == "events_api" and sent["event"]["type"] in FAREWELLS]
        assert [one["event"]["type"] for one in told] == FAREWELLS
        before = [one | {"event_id": f"Ev0LATE{one['event_id']}", "event_time": one["event_time"] - 1} for one in told]

        async def hears(farewell: dict[str, Any]) -> list[tuple[object, ...]]:
            address = f"http://127.0.0.1:{here.settings.port}/slack/events"
            assert await post(address, *request("events_api", farewell)) == 200
            there = f"SELECT address FROM connections WHERE address = 'slack:{here.cedar.team}' AND secret IS NOT NULL"
            return databases.rows(here.settings.database_url, there)

        await here.installs(here.cedar.team)
        for late in (*told, *before):
            assert await hears(late) == [(f"slack:{here.cedar.team}",)], late["event"]["type"]
            databases.change(here.settings.database_url, "DELETE FROM presences")
            await looked_around(here.settings.database_url, here.cedar.team)  # again, and not in a quarter of an hour
        await here.cedar.chair("slack", "Dana Lee", STAFF).types(f"/somewhere connect {here.code('cedar-valley')}")
        maria = here.cedar.chair("slack", "Maria Rivera", STAFF)
        await maria.types("/somewhere")
        await maria.sees("Hello, Maria Rivera")

        assert await hears(told[0] | {"event_id": "Ev0NEXT", "event_time": told[0]["event_time"] + 60}) == []


async def test_a_district_in_several_workspaces_of_each_platform(tmp_path: Path) -> None:
    """A committee at home in all four: what is said in one is said in the others; who asks in one workspace is
    answered there."""
    async with installation(tmp_path, as_one=True) as here:
        await let_in(here, here.cedar)
        await let_in(here, here.other)
        ana = here.cedar.chair("slack", "Ana Ruiz", STAFF)
        await ana.types("/ask Where do the buses stop?")
        await ana.presses("Cualquier tema de todo el distrito")
        await ana.fills_in()
        await ana.presses("Enviar")
        homes = [
            who.chair(platform, "Dana Lee", "partnership-leadership")
            for platform in ("slack", "discord")
            for who in (here.cedar, here.other)
        ]
        for home in homes:
            await home.sees_card("Where do the buses stop?")
        for number, home in enumerate(homes):
            await home.replies(f"Said in home {number}")
            for other in homes:
                if other is not home:
                    await other.sees_in_thread("Dana Lee in #", f"Said in home {number}")
        dana = Chair(homes[3].person, here.discord.dm(homes[3].person.id), alone=True)
        await dana.types("hello")  # in neither of the two servers: where they are known by one name
        await dana.sees("Hello, Dana Lee")
        await homes[2].replies("Answer: At the gate.")
        dms = here.cloud.workspaces[here.cedar.team].workspace.dm(ana.person.id)
        await eventually(lambda: "At the gate." in str(ana.person.messages(dms)))
        elsewhere = here.other.chair("slack", "Ana Ruiz", STAFF).person
        dms = here.cloud.workspaces[here.other.team].workspace.dm(elsewhere.id)
        assert "At the gate." not in str(elsewhere.messages(dms))


async def test_removed_from_a_server_and_invited_again(tmp_path: Path) -> None:
    async with installation(tmp_path) as here:
        await let_in(here, here.cedar)
        elena = here.cedar.chair("discord", "Elena Ortiz", FAMILIES)
        await elena.types("/somewhere")
        await elena.sees("Hola, Elena Ortiz")
        here.discord.remove_bot(here.cedar.guild)
        query = f"SELECT count(*) FROM connections WHERE address = 'discord:{here.cedar.guild}'"
        await eventually(lambda: databases.rows(here.settings.database_url, query) == [(0,)])
        here.discord.invite(here.cedar.guild)
        await elena.types("/somewhere")
        await elena.sees("Este lugar todavía no está conectado")
