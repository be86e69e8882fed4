"""A caretaker sends the school's calendar to the bot, in Slack and in Discord."""

from __future__ import annotations

from pathlib import Path

from support.databases import on_both
from support.house import house
from support.talk import chair, later

pytestmark = on_both

FALL = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261013
DTEND;VALUE=DATE:20261015
SUMMARY:Fall Break
END:VEVENT
END:VCALENDAR
"""


async def test_a_calendar_comes_in_slack(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, maria = chair(home, "slack", "Dana Lee"), chair(home, "slack", "Maria Rivera")
        rosa = chair(home, "discord", "Rosa Delgado", "familias-de-lincoln")
        await maria.types("/somewhere")
        await maria.presses("Meet with somebody")
        await maria.fills_in()
        await maria.presses("Send")
        await rosa.types("/somewhere")
        await rosa.presses("el martes 13 de octubre, 3:15 p.m.")
        await rosa.sees("Usted se reúne con Maria Rivera")

        await dana.person.say(dana.channel, "", files=[("2026-27.ics", FALL)])
        await dana.sees_card("2 days without school are new", "Fall Break", "one meeting of others")
        await dana.answers("Which entries count?")
        await dana.fills_in(titles=[])
        await dana.sees_among_cards("No entry looks like a day without school")
        await dana.answers("Which entries count?")
        await dana.fills_in(titles=["Fall Break"])
        await dana.answers("Take it over")
        await dana.sees("These are days without school now")
        await later(home, minutes=2)
        await rosa.types("/somewhere")
        await rosa.sees("el jueves 15 de octubre, 3:15")
        await dana.presses("Undo")
        await later(home, minutes=2)
        await rosa.types("/somewhere")
        await rosa.sees("el martes 13 de octubre, 3:15")


async def test_a_calendar_comes_in_discord(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        samuel = chair(home, "discord", "Samuel Okafor")
        await samuel.person.say(samuel.channel, "", files=[("days.csv", b"date,title\n2026-10-14,Fall Break\n")])
        await samuel.sees_card("One day without school is new", "Fall Break")
        await samuel.answers("Take it over")
        await samuel.sees("These are days without school now")
        await samuel.presses("Undo")
        await samuel.sees("Undone.")
        rosa = chair(home, "discord", "Rosa Delgado")
        await rosa.person.say(rosa.channel, "", files=[("days.csv", b"2026-10-14\n")])
        await rosa.sees("Dana Lee y Samuel Okafor")
