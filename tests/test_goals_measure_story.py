"""From an agreed goal to a result that is told: it is counted each week, drawn, ended without success and without
shame, and stays to be read; on both platforms and in both languages."""

from __future__ import annotations

import struct
from pathlib import Path

from support.concerns import GOAL, NOISE
from support.databases import on_both, on_either
from support.house import House, eventually, house
from support.measures import weekly
from support.talk import Chair, chair, dm, later

from playground.person import SeenFile

pytestmark = on_either

NUMBERS = ["2", "3", "2", "3", "2", "3", "2", "4", "5", "4", "5", "4", "4", "5"]
LEARNED = "Mondays didn't work: the hall is taken."


async def agreed(home: House) -> tuple[Chair, Chair, Chair, Chair]:
    """Owen's concern without a name has become a goal, and he was told."""
    maria, owen = chair(home, "slack", "Maria Rivera"), chair(home, "slack", "Owen Lindqvist")
    elena, rosa = chair(home, "slack", "Elena Ortiz"), chair(home, "discord", "Rosa Delgado", "plaza-en-español")
    await owen.types("/concern")
    await owen.presses("Write it")
    await owen.fills_in(text=NOISE)
    await owen.presses("Send it")
    await owen.sees("Sent.")
    await maria.types("/somewhere")
    await maria.presses("Read it")
    await maria.presses("Start with this")
    await maria.fills_in(**GOAL)
    await maria.presses("Send it")
    await maria.sees("Sent.")
    for who in (elena, rosa):
        await who.types("/somewhere")
        await who.presses("Leer y contestar")
        await who.presses("De acuerdo")
        await who.sees("Anotado" if who is elena else "Todos están de acuerdo")
    await maria.types("/somewhere")
    await maria.presses("Tell those who spoke")
    await maria.presses("Tell them")
    await owen.sees_card("You said, and this comes of it", NOISE)
    return maria, owen, elena, rosa


async def file(who: Chair, channel: str, name: str) -> SeenFile:
    """That of this name in front of somebody, once it has come."""

    def there() -> dict[str, SeenFile]:
        return {one.name: one for message in who.person.messages(channel) for one in message.files}

    await eventually(lambda: name in there())
    return there()[name]


def _error(who: Chair) -> str:
    """What the form in front of them says is wrong."""
    return who.person.form.fields[0].error if who.person.form else ""


def width(picture: SeenFile) -> int:
    assert picture.content[:8] == b"\x89PNG\r\n\x1a\n"
    return int(struct.unpack(">II", picture.content[16:24])[0])


@on_both
async def test_a_goal_is_counted_and_ends(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, owen, elena, rosa = await agreed(home)

        await maria.types("/somewhere")
        await maria.sees("Say what is counted.")
        await maria.presses("Say what is counted")
        await maria.fills_in(unit="days", baseline="2", target="5")
        await maria.sees("Noted.", "We count: days. More is better.", "Where we want to be: 5")
        await maria.presses("Paste a table")
        await maria.fills_in(rows=f"Week\tDays\n{weekly(*NUMBERS)}\n2026-10-99\t4")
        await eventually(lambda: "Line 16: The day should look like" in _error(maria))
        await maria.fills_in(rows=f"Week\tDays\n{weekly(*NUMBERS)}")
        await maria.sees("14 numbers, from June 2, 2026 to September 1, 2026:")
        await maria.presses("Take them")
        await maria.sees("7 in a row above the median of 3.5")

        await rosa.types("/goals")
        await rosa.sees("Nuestras metas compartidas")
        await rosa.presses("Ver la meta")
        await rosa.presses("Ver las cifras")
        await rosa.presses("Agregar una cifra")
        await rosa.fills_in(value="3,5 días", day="ayer")
        await rosa.sees("Aquí contamos days, y usted escribió «días».")
        await rosa.presses("Corregir")
        await rosa.fills_in(value="3,5")
        await rosa.sees("Anotado: 3.5, el 5 de octubre de 2026.")
        await rosa.presses("Gráfica y tabla")
        picture, table = [await file(rosa, rosa.channel, f"cifras-meta.{kind}") for kind in ("png", "csv")]
        assert width(picture) == 800
        assert picture.alt.startswith("Gráfica de corridas. Days with 20 minutes")
        assert table.content.decode("utf-8-sig").splitlines()[-1] == '"2026-10-05",3.5,""'
        await elena.types("/goals")
        await elena.sees("Nuestras metas compartidas")
        await elena.presses("Ver la meta")
        await elena.presses("Ver las cifras")
        await elena.presses("Gráfica y tabla")
        picture = await file(elena, dm(home, elena.person), "cifras-meta.png")
        assert "La mediana: 3.5" in picture.alt

        await maria.types("/goals")
        await maria.sees("Our shared goals")
        await maria.presses("See the goal")
        await maria.presses("End this goal")
        await maria.fills_in(outcome="Not reached", learned=LEARNED, remains="a habit", kept="Tuesdays stay.")
        await maria.sees("Nothing is sent yet", "Result: 3.5 days", "We wanted: 5 days", "What remains: a habit")
        await maria.presses("End it and tell them")
        await maria.sees("It has ended", "What's next?")
        await owen.sees_card("You said, we tried", NOISE, "Not reached", LEARNED, "Your concern stays listed.")
        await later(home, days=1)
        await elena.sees_among_cards("Terminó una de sus metas", "No se alcanzó")

        await rosa.types("/goals")
        await rosa.sees("terminó")
        await rosa.presses("Ver la meta")
        await rosa.sees("Una meta que terminó", "Queríamos: 5 days", LEARNED)
        await rosa.presses("El historial")
        await rosa.sees("Qué pasó", "5 de octubre de 2026: La última cifra: 3.5", "No se alcanzó")
        await rosa.presses("Como archivo")
        await rosa.sees("Siguen dos archivos: uno para leer (Markdown) y lo mismo como tabla (CSV).")
        record = await file(rosa, rosa.channel, "historial-meta.md")
        assert LEARNED.replace("!", "\\!") in record.content.decode()
        await owen.types("/goals")
        await owen.sees("Our shared goals")
        await owen.presses("See the goal")
        await owen.presses("The record")
        await owen.sees("The goal", GOAL["change"], "Page 1 of")
        assert home.discord.spec_violations == []
