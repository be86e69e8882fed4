"""Two goals go quiet: a rep on Slack asks for help with a draft, a liaison on Discord pauses, in Spanish. Before that
both read what they can do this week."""

from __future__ import annotations

from pathlib import Path

from support.concerns import GOAL
from support.databases import on_both, on_either
from support.house import House, house
from support.talk import Chair, chair, forge, later

pytestmark = on_either


@on_both
async def test_two_goals_go_quiet(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, rosa = chair(home, "slack", "Maria Rivera"), chair(home, "discord", "Rosa Delgado", "pta-caucus")
        rosas_dm, elena = chair(home, "discord", "Rosa Delgado"), chair(home, "slack", "Elena Ortiz")

        await maria.types("/somewhere playbook")
        await maria.sees("What can I do this week?", "Building rep · Start somewhere", "A trap: Waiting for")
        await maria.presses("Make it last")
        await maria.presses("Use it as a draft")
        await maria.sees("Nothing is sent yet", "after each team meeting I'll tell you in three lines")
        await maria.presses("Cancel")
        await rosa.types("/somewhere playbook")
        await rosa.sees("¿Qué puedo hacer esta semana?", "Enlace de la PTA · Empezar por algo", "Un error común: ")
        await rosa.presses("Otros cargos")
        await rosa.presses("Madre o padre")
        await rosa.sees("Diga en dos líneas", "Cópielo y envíelo usted")

        await agrees(home, maria, "1", elena, rosa, GOAL, "Send it")
        spanish = {"students": "Alumnos de tercero", "change": "Leen cada día", "measure": "Días por semana"}
        await agrees(home, rosa, "2", elena, maria, spanish, "Enviar")
        await rosa.types("/somewhere")
        await rosa.presses("Escríbame aquí")
        await rosa.sees("Listo.")

        await later(home, days=15)
        await maria.sees_card(
            "No news on “20 quiet minutes a day”", "That happens. One small step: Ask your goal's team"
        )
        await maria.answers("See draft")
        await maria.sees("Nothing is sent yet", "Could we take ten minutes this week for our goal?")
        await maria.presses("Ask a committee")
        await maria.presses("Life at Lincoln")
        await maria.fills_in()
        await maria.presses("Send it")
        await maria.sees("Sent.")
        await rosas_dm.sees_card("sin noticias de «Leen cada día». Suele pasar.", "No le digo a nadie quién")
        await rosas_dm.answers("Pausa de dos semanas")
        await rosas_dm.sees("En pausa hasta el")

        await maria.types("/somewhere")
        await maria.presses("We're on it")
        await maria.sees("Good to know.")
        await maria.types("/somewhere")
        seen = await maria.sees("Hello, Maria Rivera")
        assert "No news on" not in seen.text


async def agrees(
    home: House, proposer: Chair, goal: str, one: Chair, other: Chair, lines: dict[str, str], send: str
) -> None:
    await forge(home, proposer, "goal.start-line", "")
    await proposer.fills_in(line="Books", **lines)
    await proposer.presses(send)
    await forge(home, one, "goal.answer", f"{goal}:1:agree")
    await forge(home, other, "goal.answer", f"{goal}:1:agree")
