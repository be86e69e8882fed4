"""A house in which two channels are joined."""

from __future__ import annotations

from support.house import House
from support.talk import Chair, chair

COMMONS, SQUARE = "partnership-commons", "town-square"


async def joined(home: House) -> tuple[Chair, Chair]:
    """Dana in Slack and Rosa in Discord, once all have agreed."""
    dana, rosa = chair(home, "slack", "Dana Lee", COMMONS), chair(home, "discord", "Rosa Delgado", SQUARE)
    await dana.types("/somewhere join")
    await dana.presses(f"#{SQUARE} (Discord)")
    await dana.presses("Ask everybody")
    for platform, name in (
        ("slack", "Samuel Okafor"),
        ("slack", "Patricia Nowak"),
        ("discord", "Marcus Tilley"),
        ("discord", "Hannah Whitaker"),
    ):
        one = chair(home, platform, name, COMMONS if platform == "slack" else SQUARE)
        shown = await one.sees_among_cards("Dana Lee would like to join", "Still to agree", "may have to release")
        await one.person.press(shown, "I agree")
    for one in (dana, rosa):
        await one.sees_among_cards("From here on this channel is mirrored", "#town-square (Discord) is meant for")
    await dana.types("/somewhere join")
    await dana.sees("A message crosses after 10 seconds. Until then you can still change or delete it.")
    await dana.presses("Cross at once")
    return dana, rosa


async def joined_by_name(home: House) -> tuple[Chair, Chair]:
    """Dana's first message has crossed under her name."""
    dana, rosa = await joined(home)
    await dana.types("First")
    await dana.presses("Dana Lee")
    await rosa.sees_among_cards("First")
    return dana, rosa
