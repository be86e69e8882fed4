"""A board listens, on both platforms and in both languages: its liaison asks, each group's leaders say yes and look
through what their own people said, the members of the board read, and the answer goes back to those who spoke."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from support.databases import on_both, on_either
from support.house import house
from support.talk import Chair, later
from support.tapping import counted

pytestmark = on_either

ASKS, PREGUNTA = "What should the board know about bus times?", "¿Qué debería saber la mesa de los camiones?"
LATE, CAMION = "The late bus leaves before tutoring ends.", "El camión llega antes de que abra la escuela."
NAMED = "I can show you the timetable that we made."
BARGAINING = "Bus duty should be paid in the next contract."


async def _presses_last(who: Chair, label: str) -> None:
    """Of several buttons that are called so."""
    seen = await who.sees()
    key = [button.key for button in seen.buttons if button.label == label][-1]
    assert (await who.person.press(seen, key)).acknowledged


@on_both
async def test_a_board_listens(tmp_path: Path) -> None:
    taps = Counter[str]()
    async with house(tmp_path) as home:
        sit = partial(counted, taps, home)
        patricia, patricias_dm = sit("slack", "Patricia Nowak", "board-caucus"), sit("slack", "Patricia Nowak")
        dana, marcus = sit("slack", "Dana Lee"), sit("discord", "Marcus Tilley", "pta-caucus")
        owen, owens_dm = sit("slack", "Owen Lindqvist", "association-caucus"), sit("slack", "Owen Lindqvist")
        beatriz = sit("slack", "Beatriz Montoya", "association-caucus")
        silvia, silvias_dm = sit("discord", "Silvia Cantú", "pta-caucus"), sit("discord", "Silvia Cantú")

        await patricia.types("/somewhere")
        await patricia.presses("Listen to people")
        await patricia.fills_in(
            question_en=ASKS,
            question_es=PREGUNTA,
            places=["#association-caucus (Slack)", "#pta-caucus (Discord)"],
        )
        await patricia.sees("Nothing is sent yet", ASKS, PREGUNTA, "It takes the yes of Dana Lee", "Nothing is decided")
        await patricia.presses("Ask them")
        await patricia.sees("Asked: Dana Lee and Marcus Tilley")

        await dana.types("/somewhere")
        await dana.sees("Patricia Nowak (the board's liaison, School Board) would like to hear", ASKS)
        await dana.presses("Yes, it may")
        await dana.sees("Thank you.")
        await marcus.types("/somewhere")
        await marcus.presses("Yes, it may")

        await owen.sees_card(
            "School Board is listening", ASKS, "A grievance: Dana Lee", "The district may be able to read or release it"
        )
        await owen.answers("Say it")
        await owen.fills_in(text=LATE)
        await owen.sees("Nothing is sent yet", LATE, "Dana Lee", "It goes without your name.", "until 14 days after")
        await owen.presses("Send it")
        await owen.sees("Sent. Thank you.")
        await beatriz.answers("Say it")
        await beatriz.fills_in(text=BARGAINING, **{"as": "Con mi nombre"})
        await beatriz.sees("Va con su nombre, Beatriz Montoya.", "Primero lo pueden leer", "Dana Lee")
        await beatriz.presses("Enviar")
        await silvia.answers("Say it")
        await silvia.fills_in(text=CAMION)
        await silvia.sees("Marcus Tilley", "Va sin su nombre.")
        await silvia.presses("Enviar")
        await silvia.sees("Enviado. Gracias.")
        await silvia.answers("Say it")
        await silvia.fills_in(text=NAMED, **{"as": "Con mi nombre"})
        await silvia.presses("Enviar")

        await dana.types("/somewhere")
        await dana.presses("Look through it")
        seen = await dana.sees("2 things your people said", "Without a name · Cedar Valley Education Association", LATE)
        assert CAMION not in seen.text
        await _presses_last(dana, "Hide it")
        await dana.fills_in(why="That is for bargaining.")
        await dana.sees("It is hidden from the board.")
        await marcus.types("/somewhere")
        await marcus.presses("Look through it")
        await marcus.presses("Under a title")
        await marcus.fills_in(title_en="Bus times", title_es="Horarios del camión")
        await marcus.sees("It is under “Bus times”.")

        await later(home, days=10)
        await patricias_dm.sees_among_cards("3 things were said to the board.")
        await patricia.types("/somewhere")
        await patricia.presses("Read it")
        seen = await patricia.sees(
            "3 things were said", "Bus times", CAMION, "Under no title", LATE, "Silvia Cantú", NAMED
        )
        assert "Silvia Cantú" in seen.text
        assert BARGAINING not in seen.text
        assert "Owen" not in seen.text
        gilberto = sit("slack", "Gilberto Sandoval")
        await gilberto.types("/somewhere")
        await gilberto.presses("Leerlo")
        seen = await gilberto.sees("Se dijeron 3 cosas", "Horarios del camión", LATE)
        assert "Contestar" not in [button.label for button in seen.buttons]

        await patricia.presses("Answer all under this title")
        await patricia.fills_in(way="It is on the agenda of a meeting", words="Regular meeting, October 20")
        await patricia.sees("Answered. The one who said it is being told.")
        await patricia.presses("Read it")
        await patricia.presses("Answer")
        await patricia.fills_in(way="Staff answer", words="The bus waits from Monday on.")
        await patricia.sees("Answered.")
        await patricia.presses("Read it")
        await patricia.sees("On the agenda of a public meeting.", "What staff answer.")
        await patricia.presses("Answer")
        await patricia.fills_in(way="It is referred to somebody", words="The transportation office")

        await silvias_dm.sees_among_cards(CAMION, "Está en la agenda de una junta pública", "No es una decisión")
        await owens_dm.sees_among_cards(LATE, "What staff answer.", "I can't tell who wrote it")
        await later(home, days=1)
        await silvia.types("/somewhere")
        await silvia.sees(NAMED, "Se turnó", "The transportation office")
        beatrizs_dm = sit("slack", "Beatriz Montoya")
        await beatrizs_dm.sees_among_cards("Se ocultó a la mesa directiva: That is for bargaining.", BARGAINING)
        await owen.sees_card("This is closed. Thank you.")
        assert max(taps.values()) <= 13, taps
