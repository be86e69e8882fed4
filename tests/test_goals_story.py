"""The small start: from what gets in the way at one school to a goal that the rep, the principal and the PTA agreed to,
and that those who spoke are told of. It takes the rep eight taps, and each of the others three."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from support.databases import on_both, on_either
from support.house import eventually, house
from support.talk import later
from support.tapping import counted

pytestmark = on_either

NOISE = "Third graders lose their reading time whenever the hall is used for testing."
KITS = "There are twelve phonics kits for sixty children."
GOAL = {
    "students": "Third graders who read below level",
    "change": "They keep 20 minutes of reading every day",
    "measure": "Days a week with all 20 minutes",
}
TIMES = {"first": "2026-10-14", "first#time": "15:15", "second": "2026-10-15", "second#time": "07:30"}


@on_both
async def test_a_rep_starts_somewhere(tmp_path: Path) -> None:
    taps = Counter[str]()
    async with house(tmp_path) as home:
        sit = partial(counted, taps, home)
        maria, marias_dm = sit("slack", "Maria Rivera", "lincoln-staff"), sit("slack", "Maria Rivera")
        owen, owens_dm = sit("slack", "Owen Lindqvist", "association-caucus"), sit("slack", "Owen Lindqvist")
        beatriz = sit("slack", "Beatriz Montoya", "association-caucus")
        elena, rosa = sit("slack", "Elena Ortiz"), sit("discord", "Rosa Delgado", "plaza-en-español")

        await maria.types("/somewhere")
        await maria.sees("Ask colleagues one question. Two minutes.")
        await maria.presses("Ask")
        there = "It goes to #association-caucus (Slack), which is meant for your own group alone."
        await maria.sees("Nothing is sent yet", there)
        await maria.presses("Post it")
        await maria.sees("Posted.")

        await owen.sees_card(
            "What gets in the way of your students?",
            "I show it to Lincoln Elementary's building rep (Maria Rivera) and the association's president, "
            "Cedar Valley Education Association (Dana Lee), and to nobody else",
            "A grievance: Dana Lee",
            "call 911 now",
        )
        await owen.answers("Write it")
        await owen.fills_in(text=NOISE)
        await owen.sees(
            "Nothing is sent yet",
            NOISE,
            "It goes without your name.",
            "until 14 days after you were told",
            "the district may be able to read or release it",
            "Your words stay with those who read them for your group.",
        )
        await owen.presses("Send it")
        await owen.sees("Sent. Thank you.")
        await beatriz.answers("Write it")
        await beatriz.fills_in(text=KITS, **{"as": "Con mi nombre"})
        await beatriz.sees("Va con su nombre, Beatriz Montoya.", "Este es el Slack del distrito")
        await beatriz.presses("Enviar")
        await beatriz.sees("Enviado. Gracias.")

        await maria.types("/somewhere")
        await maria.sees("2 concerns to read.")
        await maria.presses("Read them")
        await maria.sees("Beatriz Montoya · Lincoln Elementary", KITS, "Without a name · Lincoln Elementary", NOISE)
        await maria.presses("Start with this")
        await maria.fills_in(**GOAL, **TIMES)
        await maria.sees(
            "Nothing is sent yet",
            "Lincoln Elementary's principal: Elena Ortiz",
            "the PTA liaison, Lincoln Elementary: Rosa Delgado",
            "The words of the concern aren't shown to them.",
            "It changes no contract and no one's authority.",
        )
        await maria.presses("Send it")
        await maria.sees("Sent. Those who haven't answered by", "sees it only on /somewhere: it helps to tell them")

        await later(home, minutes=20)
        card = await elena.sees_card("¿Puede ser esta nuestra meta compartida?", GOAL["change"], "No cambia ningún")
        assert KITS not in card.text
        await elena.answers("De acuerdo")
        await elena.sees("Anotado: de acuerdo.", "¿Cuándo puede hablar 20 minutos?")
        await elena.presses("Cualquiera de las dos")
        await rosa.types("/somewhere")
        await rosa.presses("Leer y contestar")
        await rosa.sees("¿Puede ser esta nuestra meta compartida?", GOAL["change"])
        await rosa.presses("Puedo aceptarla")
        seen = await rosa.sees("¿Cuándo puede hablar 20 minutos?")
        await rosa.presses(next(one.label for one in seen.buttons if "jueves 15" in one.label))
        await rosa.sees("Hablan el jueves 15 de octubre")

        await maria.types("/somewhere")
        await maria.sees("All agree on “They keep 20 minutes", "Tell people.")
        await maria.presses("Tell those who spoke")
        await maria.sees("Nothing is sent yet", "over the way back")
        await maria.presses("Tell them")
        await maria.sees("They are being told")
        await owens_dm.sees_card("You said, and this comes of it", NOISE, "yours stays on the list", GOAL["change"])
        await later(home, days=1)
        beatrizs_dm = sit("slack", "Beatriz Montoya")
        await beatrizs_dm.sees_among_cards(KITS, "Su escuela empieza por esto", "Hablan por primera vez el jueves 15")
        await eventually(lambda: marias_dm.card)

        assert taps.pop("Maria Rivera") <= 8
        assert max(taps.values()) <= 3, taps

        await owen.types("/goals")
        await owen.sees("Our shared goals", GOAL["change"])
        walter = sit("slack", "Walter Grimsby", "all-staff")
        await walter.types("/goals")
        seen = await walter.sees("There is none yet that you can read.")
        assert GOAL["change"] not in seen.text

        await maria.types("/goals")
        await maria.presses("See the goal")
        await maria.presses("Tell my building")
        await maria.fills_in()
        await maria.sees("Nothing is sent yet", f"We have agreed on a shared goal: {GOAL['change']}")
        await maria.presses("Send it")
        await later(home, days=1)
        jamal = sit("slack", "Jamal Whitfield", "lincoln-staff")
        await jamal.sees_among_cards("From Lincoln Elementary's building rep", GOAL["change"])


@on_both
async def test_a_liaison_starts_somewhere(tmp_path: Path) -> None:
    taps = Counter[str]()
    async with house(tmp_path) as home:
        sit = partial(counted, taps, home)
        rosa = sit("discord", "Rosa Delgado", "familias-de-lincoln")
        silvia, kevin = (sit("discord", name, "pta-caucus") for name in ("Silvia Cantú", "Kevin Brandvold"))
        silvias_dm = sit("discord", "Silvia Cantú")
        maria, elena = sit("slack", "Maria Rivera"), sit("slack", "Elena Ortiz", "lincoln-team")
        bus = "El camión llega tarde y mi hijo pierde la lectura."

        await rosa.types("/somewhere")
        await rosa.sees("Haga una pregunta a las familias. Dos minutos.")
        await rosa.presses("Preguntar")
        await rosa.sees("Va a #pta-caucus (Discord)")
        await rosa.presses("Publicar")
        await rosa.sees("Publicada.")
        await kevin.sees_card("the PTA liaison, Lincoln Elementary (Rosa Delgado)", "Marcus Tilley")
        await silvia.answers("Write it")
        await silvia.fills_in(text=bus, share="Sí, con estas palabras y sin mi nombre")
        await silvia.sees("Todavía no se envía nada", "Este servidor tiene dueño", "ven sus palabras, sin su nombre")
        await silvia.presses("Enviar")
        await silvia.sees("Enviado.")

        await rosa.types("/somewhere")
        await rosa.presses("Leerlo")
        await rosa.sees(bus, "Puede mostrarse con estas palabras.")
        await rosa.presses("Empezar con esta")
        await rosa.fills_in(students="Alumnos de tercero", change="Leen cada día", measure="Días por semana")
        await rosa.sees("la dirección de Lincoln Elementary: Elena Ortiz", "Maria Rivera", "También ven esto", bus)
        await rosa.presses("Enviar")
        await rosa.sees("Enviada.")
        await later(home, minutes=20)
        await maria.sees_card("Should this be our shared goal?", "Leen cada día", "In somebody's words", bus)
        await maria.answers("Agree")
        await maria.sees("Noted: agrees.")
        await elena.types("/somewhere")
        await elena.presses("Leer y contestar")
        await elena.sees(bus)
        await elena.presses("De acuerdo")
        await elena.sees("Todos están de acuerdo. Gracias")
        await rosa.types("/somewhere")
        await rosa.presses("Contarlo a quienes hablaron")
        await rosa.presses("Contarlo")
        await rosa.sees("Se les está avisando")
        await silvias_dm.sees_card("Usted lo dijo, y esto es lo que resulta", bus, "Su escuela empieza por esto")
        assert taps.pop("Rosa Delgado") <= 8
        assert max(taps.values()) <= 3, taps

        await rosa.presses("Avisar a mi escuela")
        await rosa.fills_in()
        await rosa.sees("Todavía no se envía nada", "Acordamos una meta compartida: Leen cada día")
        await rosa.presses("Enviar")
        await rosa.sees("Sale el")
        await later(home, days=1)
        await sit("discord", "Guadalupe Navarrete", "familias-de-lincoln").sees_among_cards("Acordamos una meta")
