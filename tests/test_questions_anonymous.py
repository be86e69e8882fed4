"""Questions without a name: from a building to a committee and back, and nobody learns whose they are."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.databases import on_either
from support.house import house
from support.talk import chair, later

pytestmark = on_either

KITS = "Can we keep the phonics kits over summer?"
CARE = "¿Habrá cuidado de niños en las juntas?"


async def test_from_slack_to_a_committee_in_discord_and_back_without_a_name(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        owen = chair(home, "slack", "Owen Lindqvist", "lincoln-staff")
        owens_dm, marias_dm = chair(home, "slack", "Owen Lindqvist"), chair(home, "slack", "Maria Rivera")
        hannah = chair(home, "discord", "Hannah Whitaker", "partnership-leadership")

        await owen.types("/ask")
        await owen.presses("Anything across the district")
        await owen.fills_in(question=KITS)
        await owen.sees("It goes under your name, Owen Lindqvist.")
        await owen.presses("Ask without my name")
        await owen.sees(
            "First Lincoln Elementary's building rep reads it: Maria Rivera.",
            "They read that it comes from an educator at Lincoln Elementary",
            "closed for 14 days it is destroyed",
            "may be able to export your messages with me",
        )
        await owen.presses("Send it")
        await owen.sees("Sent. It is with Lincoln Elementary's building rep now")
        await marias_dm.sees_card("From an educator at Lincoln Elementary. Topic:", KITS)
        await marias_dm.answers("Pass to District Leadership Team")
        await marias_dm.fills_in()

        await hannah.sees_card("From an educator at Lincoln Elementary", KITS)
        await hannah.answers("Ask for detail")
        await hannah.fills_in(wanted="Which grades?")
        await owens_dm.sees_card("they would like to know something more", "Which grades?")
        await owens_dm.answers("Reply")
        await owens_dm.fills_in(reply="Second and third.")
        await owens_dm.sees_card("You replied:", "Second and third.")
        await hannah.sees_card("They replied:", "Second and third.")
        await hannah.answers("Answer")
        await hannah.fills_in(answer="Yes, until August 1.")
        await owens_dm.sees_card("Yes, until August 1.", "If I hear nothing in 10 school days")
        await owen.types("/somewhere")
        await owen.sees("You asked one question that is still open.", KITS)
        await owens_dm.answers("That answers it")
        await hannah.sees_card("The asker says that this answers it.")
        await later(home, days=13)
        await owens_dm.answers("It doesn't answer it after all")
        await owens_dm.fills_in(missing="All of them?")
        await hannah.sees_card("They had an answer, and still need to know:", "All of them?")
        await hannah.answers("Answer")
        await hannah.fills_in(answer="All but the cards.")
        await owens_dm.sees_card("All but the cards.")
        await owens_dm.answers("That answers it")
        await owens_dm.sees_card("You said that this answers it.")
        await later(home, days=16)
        await owens_dm.answers("It doesn't answer it after all")
        await owens_dm.sees("That isn't here any more.")
        for table in ("return_keys", "return_paths", "drafts"):
            assert databases.rows(databases.address(tmp_path), f"select * from {table}") == []
        of_dm = f"select address from deliveries where address like '%{owens_dm.person.id}'"
        assert databases.rows(databases.address(tmp_path), of_dm) == []


async def test_from_discord_in_spanish_past_the_liaison_to_a_committee_in_slack(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        guadalupes_dm = chair(home, "discord", "Guadalupe Navarrete")
        rosas_dm = chair(home, "discord", "Rosa Delgado")
        maria = chair(home, "slack", "Maria Rivera", "lincoln-team")

        await guadalupe.types("/ask")
        await guadalupe.presses("La vida en Lincoln")
        await guadalupe.fills_in(**{"question": CARE, "as": "Sin mi nombre; se dice mi escuela o departamento"})
        await guadalupe.sees("Primero la lee Rosa Delgado", "viene de una familia de Lincoln Elementary")
        await guadalupe.presses("No decir mi escuela o departamento")
        await guadalupe.sees("Va directo al comité.", "viene de una familia del distrito")
        await guadalupe.presses("Enviar")
        await guadalupe.sees("Enviada. Ahora la tiene Lincoln Leadership Team")
        await maria.sees_card("From a parent in the district. Topic:", CARE)
        assert rosas_dm.card is None
        await maria.answers("Answer")
        await maria.fills_in(answer="Sí, en la biblioteca.")
        await guadalupes_dm.sees_card("Una respuesta a su pregunta", "Contestó Maria Rivera", "Sí, en la biblioteca.")
        await later(home, days=40)  # more than ten school days, and fourteen days more
        await guadalupes_dm.sees_card("No supe nada más, así que la cerré.")
        await maria.sees_among_cards("Closed: the asker said nothing more.")
        assert databases.rows(databases.address(tmp_path), "select * from return_paths") == []
