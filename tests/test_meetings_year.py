"""The school year of a committee of five groups, at home on both platforms."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.databases import on_both
from support.house import House, house
from support.talk import Chair, chair, later

pytestmark = on_both

DANA = "Dana Lee (the association's president, Cedar Valley Education Association)"
SAMUEL = "Samuel Okafor (the superintendent, District Administration)"
OCTOBER, NOVEMBER = "Monday, October 19, 4:00", "Monday, November 16, 4:00"
HOLDER = "update seats set holder_id = (select id from members where key = 'curtis-wendell') where key = "


def dates(folder: Path) -> list[str]:
    found = databases.rows(databases.address(folder), "select at, phase from meetings order by named")
    return [f"{str(at)[:16]} {phase}" for at, phase in found]


async def set_up(dana: Chair) -> None:
    """She leads the committee, with the superintendent, and it takes somebody of each group to decide."""
    await dana.types("/somewhere")
    await dana.presses("Set up meetings")
    await dana.fills_in(when="10/19 4pm", place="Library")
    await dana.presses("Who chairs, how many it takes")
    await dana.fills_in(
        chairs=[DANA, SAMUEL],
        quorum="Somebody of each group",
    )
    await dana.sees("Dana Lee and Samuel Okafor", "To decide, it takes: Somebody of each group", "no legal advice")
    await dana.presses("Save it")
    await dana.sees(f"Saved. The next meeting is {OCTOBER}")


async def a_topic(adriana: Chair, text: str) -> None:
    await adriana.types("/somewhere")
    await adriana.presses("Agregar un tema")
    await adriana.fills_in(text=text, minutes="10 minutos")
    await adriana.sees("Quedó en la lista")


async def test_a_school_year(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana = chair(home, "discord", "Dana Lee", "partnership-leadership")
        adriana = chair(home, "discord", "Adriana Ponce", "partnership-leadership")
        samuel = chair(home, "slack", "Samuel Okafor", "partnership-leadership")
        await set_up(dana)
        await a_topic(adriana, "Transporte para la noche de lectura")
        await later(home, days=12)
        await enough_come(samuel, adriana)
        await later(home, days=3)
        await is_decided(samuel, adriana)
        await is_moved_and_is_short(home, dana, adriana, samuel)
        await the_rest_of_the_year(home, tmp_path, samuel)


async def enough_come(samuel: Chair, adriana: Chair) -> None:
    """The agenda is out in both homes, and what is said below it in one is said in the other."""
    await adriana.sees_among_cards("Agenda: District Leadership Team", "Transporte", "[10 minutes]", "Leads: Dana Lee")
    await adriana.replies("¿Hay camión para todos?", under="Agenda: District Leadership Team")
    await samuel.sees_in_thread("¿Hay camión para todos?", under="Agenda: District Leadership Team")
    await samuel.answers("I'm coming")
    await samuel.sees("Good: you're expected", OCTOBER)


async def is_decided(samuel: Chair, adriana: Chair) -> None:
    await samuel.types("/somewhere")
    await samuel.presses("What came of it")
    await samuel.presses("Write down: Transporte para la noche de lectura")
    await samuel.fills_in(outcome="Decided", line="One bus from each school.")
    await samuel.sees("Decided: Transporte para la noche de lectura. One bus from each school.")
    await samuel.presses("The minutes are ready")
    await adriana.types("/somewhere")
    await adriana.presses("Revisarla")
    await adriana.presses("Aprobar")
    await adriana.sees_among_cards("Minutes: District Leadership Team", "Approved by Adriana Ponce")


async def is_moved_and_is_short(home: House, dana: Chair, adriana: Chair, samuel: Chair) -> None:
    """From Monday to Tuesday; the one board member cannot come, and all hear it the day before."""
    await dana.types("/somewhere")
    await dana.presses("See it all")
    await dana.sees(NOVEMBER)
    await dana.presses("Move this date")
    await dana.fills_in(to="11/17 4pm")
    await later(home, minutes=3)
    for one in (adriana, samuel):
        await one.sees_among_cards("Moved to Tuesday, November 17, 4:00", "District Leadership Team")
    await later(home, days=26)
    patricia = chair(home, "slack", "Patricia Nowak", "partnership-leadership")
    await patricia.answers("I can't come")
    await patricia.sees("Noted: not Tuesday, November 17")
    await samuel.sees_among_cards("Too few people to decide. You can talk; decisions wait until January 4, 2027.")
    await later(home, days=2)
    await samuel.sees_among_cards("In a quarter of an hour: District Leadership Team")


async def the_rest_of_the_year(home: House, folder: Path, samuel: Chair) -> None:
    """The holidays move a date, the clocks move none; who follows in a chair's role chairs."""
    databases.change(databases.address(folder), f"{HOLDER}'association-president'")
    curtis = chair(home, "slack", "Curtis Wendell")
    await curtis.types("/somewhere")
    await curtis.sees("District Leadership Team")
    await later(home, days=190)
    await samuel.types("/somewhere")
    await samuel.sees("District Leadership Team")
    assert dates(folder) == [
        "2026-10-19 21:00 over",
        "2026-11-17 22:00 over",
        "2027-01-04 22:00 over",
        "2027-01-19 22:00 over",
        "2027-02-16 22:00 over",
        "2027-03-15 21:00 over",
        "2027-04-19 21:00 over",
        "2027-05-17 21:00 over",
        "2027-06-21 21:00 planned",
    ]
    done = "select count(*) from deliveries where card = 'meeting.agenda' and done_at is null"
    assert databases.rows(databases.address(folder), done)[0][0] == 0  # what was said below them is forgotten in time
