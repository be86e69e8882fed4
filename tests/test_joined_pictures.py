"""Staff who cross under their own name have their picture beside it; families have none."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core
from support.corner import TEXTS
from support.databases import on_either
from support.house import House, house
from support.joined import DANA, ROSA, Joint, joined, named
from support.joined_house import joined_by_name

from bot.boundary import Account
from bot.bridge import cards
from bot.bridge.joined import names
from bot.bridge.joined.names import Shown
from bot.people import model as people

pytestmark = on_either


async def pictured(bot: Core, number: int = 1) -> Account | None:
    """Whose picture goes along with a message."""
    shown = await bot.writer.look(lambda session: cards.message(session, number, TEXTS["en"], TEXTS))
    assert shown.speaker
    return shown.speaker.pictured


async def test_staff_are_told_before_they_say_yes(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await joint.says("Hello", 1)
        dana = joint.corner("Dana Lee")
        await dana.presses("shown")
        dana.sees("With your own name, people there may see your picture, too.")
        await named(joint, DANA)
        assert await pictured(bot) == DANA


async def test_families_have_none(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        rosa = joint.corner("Rosa Delgado", "discord")
        await rosa.presses("shown")
        assert "foto" not in rosa.sees()
        await named(joint, ROSA)
        await joint.says("Hola", 1, ROSA)
        assert await pictured(bot) is None


@pytest.mark.parametrize("shown", [Shown.UNNAMED, Shown.NAMED])
async def test_nobody_is_given_away_who_crosses_under_no_name_or_another(tmp_path: Path, shown: Shown) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA)
        await joint.says("Hello", 1)

        def change(session: Session) -> None:
            dana = session.query(people.Member).filter_by(name="Dana Lee").one()
            names.choose(session, dana, shown, "Ms. Lee of the union" if shown is Shown.NAMED else "")

        await bot.writer.do(change)
        assert await pictured(bot) is None


async def test_a_yes_from_before_there_were_pictures_is_none_to_them(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint: Joint = await joined(bot)
        await named(joint, DANA)
        databases.change(bot.settings.database_url, "update shown_names set pictured = false")
        await joint.says("Hello", 1)
        assert await pictured(bot) is None


def avatars(home: House) -> list[str]:
    """Of what the webhook said, as far as it had one."""
    spoken = [
        body for method, path, body in home.discord.requests if method == "POST" and path.startswith("/webhooks/")
    ]
    return [str(body["avatar_url"]) for body in spoken if isinstance(body, dict) and "avatar_url" in body]


async def test_it_goes_along_where_slack_gives_it(tmp_path: Path) -> None:
    """What cannot be had holds nothing up."""
    async with house(tmp_path) as home:
        home.slack.faults.next("users.info", "500")
        dana, rosa = await joined_by_name(home)
        assert not avatars(home)
        await dana.types("Second")
        await rosa.sees_among_cards("Second")
        assert avatars(home) == [f"https://avatars.slack.example/{dana.person.id}_192.png"]
