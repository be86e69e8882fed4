"""Those who meet in tests: Lincoln's building rep and its PTA liaison, and the Schedule Committee, in the core."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core
from support.corner import Corner, corner

from bot.operations import commands
from bot.people import committees, places, seats
from bot.storage.database import connect
from bot.timetable import Due, DueRow

FRIDAY, TUESDAY = "Friday, October 9, 3:15 PM", "Tuesday, October 13, 3:15 PM"
FIRST = "2026-10-22T16:00"
LINCOLN = "rep-lincoln,building rep,cvea,lincoln,,maria-rivera,"


async def offered(bot: Core, **times: str) -> tuple[Corner, Corner]:
    """Maria, who represents Lincoln's staff, offers two times to Rosa, who is Lincoln's PTA liaison."""
    maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado", "discord")
    await maria.presses("meeting.start")
    await maria.fills_in(**times)
    await maria.clicks("Send")
    maria.sees("Sent. Rosa Delgado can pick one.")
    return maria, rosa


async def agreed(bot: Core, **times: str) -> tuple[Corner, Corner]:
    """On the second of them."""
    maria, rosa = await offered(bot, **times)
    await rosa.presses("meeting.pick", "1:2")
    rosa.sees("Usted se reúne con Maria Rivera")
    return maria, rosa


async def until(bot: Core, year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> None:
    await bot.until(datetime(year, month, day, hour, minute, tzinfo=UTC))


async def looks(who: Corner) -> Corner:
    await who.presses("meeting.show", "1")
    return who


async def writes_down(who: Corner, meeting: int = 1, **fields: str) -> Corner:
    await who.presses("meeting.note", str(meeting))
    await who.fills_in(**fields)
    return who


def rows(bot: Core, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in databases.rows(bot.settings.database_url, query)]


def dates(bot: Core) -> list[str]:
    return [f"{named} {str(at)[:16]} {phase}" for named, at, phase in rows(bot, ALL)]


ALL = "select named, at, phase from meetings order by named"


def snow(bot: Core, *days: str) -> None:
    for day in days:
        databases.change(
            bot.settings.database_url,
            f"insert into no_school (district_id, day, owner) values (1, '{day}', 'files')",
        )


async def load(bot: Core, folder: Path) -> None:
    """And the features hear of all that changed hands or is for others now, without time going on."""
    assert commands.load(bot.settings, folder) == 0
    engine = connect(bot.settings.database_url)
    with Session(engine) as session:
        heard = DueRow.do.in_((seats.CHANGED, committees.CLOSED, places.CHANGED))
        found = session.scalars(select(DueRow).where(heard).order_by(DueRow.id)).all()
    engine.dispose()
    await bot.frame.handle_due([Due(row.id, row.do, row.subject, row.at) for row in found])


def told(bot: Core, name: str) -> list[object]:
    query = "select key from notices join members on members.id = member_id where notices.name ="
    return [key for (key,) in rows(bot, f"{query} '{name}' order by key")]


# The Schedule Committee -----------------------------------------------------------------------------------------------


async def set_up(bot: Core, *more: str, **fields: str) -> Corner:
    """By the Schedule Committee's chair, on fourth Thursdays."""
    joel = corner(bot, "Joel Hartmann")
    await joel.presses("meeting.set-up")
    await joel.fills_in(**{"when": FIRST, "place": "Room 12", **fields})
    for label in more:
        await joel.clicks(label)
    return joel


async def saved(bot: Core, *more: str, **fields: str) -> Corner:
    joel = await set_up(bot, *more, **fields)
    await joel.clicks("Save it")
    joel.sees("Saved. The next meeting is")
    return joel


def deliveries(bot: Core, card: str) -> list[object]:
    return [one for (one,) in rows(bot, f"select subject from deliveries where card = '{card}' order by id")]


async def adds(who: Corner, text: str) -> None:
    await who.presses("meeting.add", "1")
    await who.fills_in(text=text)
