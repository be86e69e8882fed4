"""Agreed goals of the pretend district that go quiet, and when somebody is nudged about them."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from support.concerns import GOAL
from support.cores import Core
from support.corner import Corner, corner
from support.databases import rows

ZONE = ZoneInfo("America/Chicago")
# Who proposes a goal for their school, and who else is asked.
SCHOOLS = {
    "Maria Rivera": ("Elena Ortiz", "Rosa Delgado"),
    "Curtis Wendell": ("Walter Grimsby", "Luz Paredes"),
    "Lucía Benavides": ("Denise Lafayette", "Ramón Ibarra"),
    "Naomi Feldstein": ("Arturo Cisneros", "Adriana Ponce"),
}
SPANISH_SEND = {"Lucía Benavides": "Enviar"}


def sits(bot: Core, name: str) -> Corner:
    """On the platform on which they are."""
    try:
        return corner(bot, name)
    except StopIteration:
        return corner(bot, name, "discord")


async def agree(bot: Core, rep: str) -> int:
    """Proposed and agreed; its number."""
    person = sits(bot, rep)
    await person.presses("goal.start-line")
    await person.fills_in(line="Books", **GOAL)
    await person.clicks(SPANISH_SEND.get(rep, "Send it"))
    ((goal,),) = rows(bot.settings.database_url, "select max(id) from goals")
    for name in SCHOOLS[rep]:
        await sits(bot, name).presses("goal.answer", f"{goal}:1:agree")
    ((status,),) = rows(bot.settings.database_url, f"select status from goals where id = {goal}")
    assert status == "agreed"
    return int(goal)


def told(bot: Core, nudge: int = 1) -> str:
    """The day, there, on which its seat was nudged last."""
    found = rows(bot.settings.database_url, f"select told_at from nudges where id = {nudge}")
    return there(found[0][0]).date().isoformat() if found and found[0][0] else ""


def there(moment: object) -> datetime:
    """As the database gives it, by the clocks of the district."""
    read = moment if isinstance(moment, datetime) else datetime.fromisoformat(str(moment))
    return (read if read.tzinfo else read.replace(tzinfo=ZoneInfo("UTC"))).astimezone(ZONE)


def at(day: str, hour: int = 12) -> datetime:
    return datetime.combine(datetime.fromisoformat(day).date(), time(hour), ZONE)


def lines(bot: Core, who: str) -> list[str]:
    """The days of the messages in which somebody was nudged."""
    found = (
        "select r.day from roundups r join members m on m.id = r.member_id join notices n on n.roundup_id = r.id"
        f" where n.name = 'nudge' and m.name = '{who}' order by r.day"
    )
    return [str(day) for (day,) in rows(bot.settings.database_url, found)]
