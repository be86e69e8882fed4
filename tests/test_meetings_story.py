"""A representative and a PTA liaison who meet all year: asked in Slack, agreed in Discord, and the other way round."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from support.databases import on_both
from support.house import House, house
from support.talk import Chair, chair, later

pytestmark = on_both


@dataclass
class Tapping:
    """Counts the buttons and forms of somebody."""

    chair: Chair
    taps: int = 0

    async def presses(self, label: str) -> None:
        self.taps += 1
        await self.chair.presses(label)

    async def fills_in(self, **fields: str) -> None:
        self.taps += 1
        await self.chair.fills_in(**fields)


async def test_a_representative_begins_in_slack(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = Tapping(chair(home, "slack", "Maria Rivera"))
        rosa = chair(home, "discord", "Rosa Delgado", "familias-de-lincoln")
        await maria.chair.types("/somewhere")
        await maria.presses("Meet with somebody")
        await maria.fills_in(how="By phone")
        await maria.chair.sees("Nothing is sent yet", "Rosa Delgado", "Tuesday, October 13", "By phone")
        await maria.presses("Send")
        await maria.chair.sees("Sent. Rosa Delgado can pick one.")

        await rosa.types("/somewhere")
        await rosa.sees("Maria Rivera", "¿Qué horario le conviene?")
        await rosa.presses("el martes 13 de octubre, 3:15 p.m.")
        await rosa.sees("Usted se reúne con Maria Rivera", "el martes 13 de octubre")

        await maria.presses("Add a topic")
        await maria.fills_in(text="Reading night in November")
        await maria.chair.sees("It's on the list.")
        await later(home, days=6)  # the day before
        await maria.chair.sees_among_cards("Meeting soon", "Tuesday, October 13, 3:15", "Reading night in November")
        await later(home, days=2)

        await maria.chair.sees_among_cards("What was decided, and who does what?")
        await maria.chair.types("/somewhere")
        await maria.presses("Decided? Who does what?")
        await maria.fills_in(decided="Reading night is on the 12th.", mine="Book the gym", theirs="Pedir bocadillos")
        await maria.chair.sees("It's written down.", "#lincoln-staff", "Reading night is on the 12th.")
        await maria.presses("Tell Lincoln Elementary")
        await maria.chair.sees("Posted.")
        assert maria.taps <= 8

        staff = chair(home, "slack", "Priya Natarajan", "lincoln-staff")
        await staff.sees_card("From our meeting", "Reading night is on the 12th.")
        await rosa.sees_among_cards("De nuestra junta", "Reading night is on the 12th.")
        await rosa.types("/somewhere")
        await rosa.sees("Maria Rivera pregunta si usted puede hacer esto", "Pedir bocadillos")
        await rosa.presses("Sí, yo me encargo")
        await rosa.sees("Gracias.")
        await goes_on_all_year(home, maria.chair, rosa)


async def goes_on_all_year(home: House, maria: Chair, rosa: Chair) -> None:
    """Past the holidays and the clocks' change, with what was promised on top."""
    await later(home, days=26)
    await maria.sees_among_cards("Meeting soon", "Tuesday, November 10", "Rosa Delgado: Pedir bocadillos (promised)")
    await later(home, days=180)
    await rosa.types("/somewhere")
    await rosa.sees("Maria Rivera", "el martes 11 de mayo, 3:15")


async def test_a_liaison_begins_in_discord(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        rosa = Tapping(chair(home, "discord", "Rosa Delgado", "familias-de-lincoln"))
        maria = chair(home, "slack", "Maria Rivera")
        await rosa.chair.types("/somewhere")
        await rosa.presses("Reunirme con alguien")
        await rosa.fills_in(first="lun 5 p. m.", second="14 de octubre 5:30 p. m.", how="Por teléfono, con intérprete")
        await rosa.chair.sees(
            "Todavía no se envía nada", "el lunes 12 de octubre, 5:00", "Por teléfono, con intérprete"
        )
        await rosa.presses("Enviar")
        await rosa.chair.sees("Maria Rivera puede elegir uno")
        await rosa.presses("Agregar un tema")
        await rosa.fills_in(text="Noche de lectura")
        await rosa.chair.sees("Quedó en la lista")
        await later(home, minutes=20)
        await maria.sees_card("Rosa Delgado", "Which time suits you?")
        await maria.answers("Wednesday, October 14, 5:30\xa0PM")
        await maria.sees("You meet with Rosa Delgado", "Wednesday, October 14, 5:30")
        await later(home, days=9)
        await rosa.chair.types("/somewhere")
        await rosa.presses("¿Qué decidieron? ¿Quién hace qué?")
        await rosa.fills_in(decided="La noche de lectura es el día 12.", mine="Pedir bocadillos", theirs="Book the gym")
        await rosa.presses("Contarlo en Lincoln Elementary")
        await rosa.chair.sees("Publicado.")
        assert rosa.taps <= 8
        await maria.types("/somewhere")
        await maria.sees("Rosa Delgado asks whether you can do this", "Book the gym")


async def test_a_committee_at_home_on_both_platforms(tmp_path: Path) -> None:
    """Set up in Discord; its agenda and minutes stand in both of its homes."""
    async with house(tmp_path) as home:
        dana = chair(home, "discord", "Dana Lee", "town-square")
        adriana = chair(home, "discord", "Adriana Ponce", "partnership-leadership")
        samuel = chair(home, "slack", "Samuel Okafor", "partnership-leadership")
        await dana.types("/somewhere")
        await dana.presses("Set up meetings")
        await dana.fills_in(when="10/20 4pm", often="Every other week on that weekday", place="Library")
        await dana.sees("Nothing is saved yet: District Leadership Team", "Tuesday, October 20, 4:00", "November 3")
        await dana.presses("More settings")
        await dana.fills_in(closes="One school day before")
        await dana.sees("The agenda goes out one school day before")
        await dana.presses("Save it")
        await dana.sees("Saved. The next meeting is Tuesday, October 20, 4:00")
        await adriana.types("/somewhere")
        await adriana.sees("District Leadership Team", "martes 20 de octubre")
        await adriana.presses("Agregar un tema")
        await adriana.fills_in(text="Transporte para la noche de lectura")
        await later(home, days=13)
        await samuel.sees_among_cards("Agenda: District Leadership Team", "Transporte para la noche de lectura")
        await adriana.sees_among_cards("Agenda: District Leadership Team", "Transporte")
        await later(home, days=2)
        await dana.types("/somewhere")
        await dana.presses("What came of it")
        await dana.presses("Write down: Transporte para la noche de lectura")
        await dana.fills_in(outcome="Decided", line="One bus from each school.")
        await dana.sees("Decided: Transporte para la noche de lectura. One bus from each school.")
        await dana.presses("The minutes are ready")
        await samuel.types("/somewhere")
        await samuel.presses("Look them over")
        await samuel.presses("Approve")
        await samuel.sees("Approved, and posted")
        await samuel.sees_among_cards(
            "Minutes: District Leadership Team", "One bus from each school.", "Approved by Samuel"
        )
        await adriana.sees_among_cards("Minutes: District Leadership Team", "Approved by Samuel Okafor")
        await dana.types("/somewhere")
        await dana.presses("See it all")
        await dana.presses("What came of it")
        await dana.presses("Change: Transporte para la noche de lectura")
        await dana.fills_in(line="Two buses from each school.")
        await dana.sees("These minutes are out", "Two buses from each school.")
        await samuel.sees_among_cards(
            "by Dana Lee", "is now “Decided. Two buses from each school.”", "Not approved yet"
        )
        await adriana.sees_among_cards("Minutes: District Leadership Team", "Two buses from each school.")
        await samuel.types("/somewhere minutes transporte")
        await samuel.sees("In minutes: transporte", "Two buses")
        await samuel.presses("See these minutes")
        await samuel.presses("As a file")
        await samuel.sees("Here they are")
        await adriana.types("/somewhere minutes lectura")
        await adriana.sees("En las minutas: lectura", "Two buses")
