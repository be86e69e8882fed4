"""A poll from start to result: asked in Slack, answered in Slack and in Discord, one tally."""

from __future__ import annotations

from pathlib import Path

from support.databases import on_both
from support.house import house
from support.talk import QUESTION, chair, later

pytestmark = on_both


async def test_a_poll_runs_through_both_platforms(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "familias-de-lincoln")

        await maria.types("/poll")
        await maria.fills_in(
            question=QUESTION,
            options="Tuesday\nThursday\nNeither",
            places=["#lincoln-staff (Slack)", "#familias-de-lincoln (Discord)"],
        )
        await maria.sees("Nothing is posted yet", QUESTION, "Tuesday", "Thursday", "Neither")
        await maria.presses("Post it")
        await maria.sees("You can undo it for two minutes")

        await guadalupe.sees_card(QUESTION, "Nadie ha contestado todavía.")
        await guadalupe.answers("Thursday")
        await guadalupe.sees("Recibí su respuesta: Thursday.")
        await maria.answers("Tuesday")
        await maria.sees("Your answer is in: Tuesday.")
        await maria.sees_card("Tuesday", "1 vote", "2 people have answered.")
        await guadalupe.sees_card("Thursday: 1 voto", "Han contestado 2 personas.")

        await later(home, days=2)
        await maria.sees_card("Closed", "2 people answered.")
        await guadalupe.sees_card("Se cerró", "Contestaron 2 personas.")
