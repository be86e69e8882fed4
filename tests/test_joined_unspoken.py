"""Where the bot may not speak under people's names in a joined channel, its caretakers read on their home card who can
change that; nobody else does."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import core
from support.databases import on_either
from support.joined import DANA, ROSA, Joint, joined, named

pytestmark = on_either

SLACK = "Slack doesn't let me post under people's names. The person who manages the Slack app can change that"
DISCORD = "The person who manages the server can change that: give me the permission Manage Webhooks in that channel."


async def home(joint: Joint, name: str, platform: str = "slack") -> str:
    who = joint.corner(name, platform)
    await who.types("somewhere")
    return who.sees()


def spoke(joint: Joint, channel: str) -> None:
    """Under its author's name, as far as anything stands there."""
    change = f"update deliveries set spoken = true where address like '%{channel}' and card = 'bridge.message'"
    databases.change(joint.bot.settings.database_url, change)


async def test_a_caretaker_reads_who_can_let_it_speak_under_peoples_names(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA, ROSA)
        assert "I say myself" not in await home(joint, "Dana Lee")
        await joint.says("We meet at six.", 200)
        await joint.says("¿A qué hora?", 2000, ROSA)
        await joint.posts()
        seen = await home(joint, "Dana Lee")
        assert "In #town-square (Discord) I say myself who wrote something: Discord doesn't let me" in seen
        assert DISCORD in seen
        assert "In #partnership-commons (Slack) I say myself" in seen
        assert SLACK in seen
        assert "I say myself" in await home(joint, "Samuel Okafor")
        for name, platform in (("Patricia Nowak", "slack"), ("Rosa Delgado", "discord")):
            seen = await home(joint, name, platform)
            assert "webhooks" not in seen.lower()
            assert "Joined channels:" not in seen


async def test_what_is_let_by_now_is_not_said_once_something_crossed(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA, ROSA)
        await joint.says("We meet at six.", 200)
        await joint.says("¿A qué hora?", 2000, ROSA)
        await joint.posts()
        await joint.says("In the library.", 201)
        await joint.posts()
        newest = "(select max(id) from deliveries where card = 'bridge.message')"
        databases.change(bot.settings.database_url, f"update deliveries set spoken = true where id = {newest}")
        seen = await home(joint, "Dana Lee")
        assert DISCORD not in seen
        assert SLACK in seen
        spoke(joint, "C01COMMONS")
        assert "I say myself" not in await home(joint, "Dana Lee")


async def test_a_channel_that_is_not_joined_any_more_asks_for_nothing(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        joint = await joined(bot)
        await named(joint, DANA)
        await joint.says("We meet at six.", 200)
        await joint.posts()
        assert DISCORD in await home(joint, "Dana Lee")
        databases.change(bot.settings.database_url, "update joinings set stage = 'ended'")
        assert "I say myself" not in await home(joint, "Dana Lee")
