"""A rep looks over where the question to their own group goes, and who is known to read it there."""

from __future__ import annotations

from pathlib import Path

from support.cores import core
from support.corner import corner
from support.databases import change, on_either

pytestmark = on_either

IN_CAUCUS = (
    "insert into presences (place_id, account) select id, 'slack:T01CEDAR/U01ORTIZ' from places "
    "where address = 'slack:T01CEDAR/C01ASSOCIATION'"
)


async def test_who_is_in_the_channel_is_said_as_far_as_it_is_known(tmp_path: Path) -> None:
    """An administrator may have been let in, though the channel isn't meant for them."""
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.presses("concern.call")
        maria.sees("is meant for your own group alone", "I can't see who is in this channel.")
        change(bot.settings.database_url, IN_CAUCUS)
        await maria.presses("concern.call")
        maria.sees("One person can see this, an administrator.")
