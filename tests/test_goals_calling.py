"""A rep looks over where the question to their own group goes, and who is known to read it there."""

from __future__ import annotations

from pathlib import Path

from support.cores import core
from support.corner import corner
from support.databases import on_either
from support.presences import slack_tells

pytestmark = on_either


async def test_who_is_in_the_channel_is_said_as_far_as_it_is_known(tmp_path: Path) -> None:
    """An administrator may have been let in, though the channel isn't meant for them."""
    async with core(tmp_path) as bot:
        maria = corner(bot, "Maria Rivera")
        await maria.presses("concern.call")
        maria.sees("is meant for your own group alone", "I can't see who is in this channel.")
        await slack_tells(bot, "C01ASSOCIATION", "U01ORTIZ")
        await maria.presses("concern.call")
        maria.sees("One person can see this, an administrator.")


async def test_all_for_whom_its_channel_is_read_it_in_the_other_language(tmp_path: Path) -> None:
    """That of a building without a channel of its own stands where the whole group is."""
    async with core(tmp_path) as bot:
        curtis = corner(bot, "Curtis Wendell")
        await curtis.presses("concern.call")
        await curtis.clicks("Post it")
        for name in ("Aisha Farouk", "Dana Lee", "Owen Lindqvist"):
            reader = corner(bot, name)
            await reader.presses("concern.call-show", "1:es")
            reader.sees("¿Qué les dificulta las cosas a los alumnos?", "Riverbend Elementary")
        elena = corner(bot, "Elena Ortiz")  # of the administration
        await elena.presses("concern.call-show", "1:es")
        elena.sees("Eso ya no está aquí.")
