"""Files that go with what is told to many: sent to the bot, looked over, approved, posted, opened, taken back."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.databases import on_both
from support.house import House, eventually, house
from support.talk import Chair, chair, gathered, later
from test_broadcast_story import until_noon

MENU = b"%PDF-1.7 menu"
MAP = b"\x89PNG\r\n\x1a\n map"


def files_in(who: Chair, channel: str = "") -> list[tuple[str, bytes]]:
    return [(one.name, one.content) for shown in who.person.messages(channel or who.channel) for one in shown.files]


async def to_staff(home: House, tmp_path: Path) -> tuple[Chair, Chair]:
    """A rep's message to the staff, not sent yet, and one of its readers."""
    await gathered(tmp_path, 14)
    await until_noon(home)
    maria, jamal = chair(home, "slack", "Maria Rivera"), chair(home, "slack", "Jamal Whitfield", "lincoln-staff")
    await maria.types("/tell Lunch is new this week.")
    return maria, jamal


@on_both
async def test_a_rep_tells_the_staff_with_a_file(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, jamal = await to_staff(home, tmp_path)
        await maria.presses("Add a file")
        await maria.sees("within an hour", "leave out names of students", "up to 2 MB")
        await maria.person.say(maria.channel, "", files=[("menu.pdf", MENU)])
        await maria.sees_among_cards("“menu.pdf” (13 B) is here. Nobody else has it yet.")
        await maria.answers("Look the message over")
        await maria.sees("Nothing is sent yet", "With this file: menu.pdf (13 B)")
        await maria.presses("Send it")
        await maria.sees("It goes out")
        await later(home, minutes=3)
        await jamal.sees_among_cards("Lunch is new this week.", "With this file: menu.pdf (13 B)")
        await eventually(lambda: files_in(jamal))
        assert files_in(jamal) == [("menu.pdf", MENU)]
        await later(home, hours=1)
        await maria.types("/somewhere")
        await maria.presses("Take it back")
        await maria.fills_in(reason="It was last week's.")
        await maria.sees("Copies may remain")
        await jamal.sees_among_cards("took back this message", "Copies may remain")
        await eventually(lambda: not files_in(jamal))
        assert databases.rows(databases.address(tmp_path), "select stage, content from uploads") == [("dropped", None)]
