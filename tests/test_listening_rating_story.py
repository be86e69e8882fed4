"""A board listens on both platforms, and before it reads, those who were asked press what matters to them: five
educators on a card in Slack, four parents in Spanish in Discord. Its members read counts by group, and none of four."""

from __future__ import annotations

from pathlib import Path

from support.databases import on_both
from support.house import House, house
from support.talk import Chair, chair, later

pytestmark = on_both

EDUCATORS = ("Owen Lindqvist", "Thuy Pham", "Jamal Whitfield", "Curtis Wendell", "Greta Holm")
PARENTS = ("Silvia Cantú", "Jorge Olivares", "Guadalupe Navarrete", "Luz Paredes")
LATE, CAMION = "The late bus leaves before tutoring ends.", "El camión llega antes de que abra la escuela."


async def opens(patricia: Chair, *leaders: Chair) -> None:
    await patricia.types("/somewhere")
    await patricia.presses("Listen to people")
    await patricia.fills_in(
        question_en="What should the board know about bus times?",
        question_es="¿Qué debería saber la mesa de los camiones?",
        places=["#association-caucus (Slack)", "#pta-caucus (Discord)"],
        rates="Yes, the same people, one tap each",
    )
    await patricia.presses("Ask them")
    await patricia.sees("Asked: Dana Lee and Marcus Tilley")
    for leader in leaders:
        await leader.types("/somewhere")
        await leader.sees("which of all groups' titles matter now: one private tap each")
        await leader.presses("Yes, it may")
        await leader.sees("Thank you.")


async def says(who: Chair, text: str, send: str) -> None:
    await who.answers("Say it")
    await who.fills_in(text=text)
    await who.presses(send)


async def sorts(leader: Chair, english: str, spanish: str) -> None:
    await leader.types("/somewhere")
    await leader.presses("Look through it")
    await leader.presses("Under a title")
    await leader.fills_in(title_en=english, title_es=spanish)
    await leader.sees(f"It is under “{english}”.")


async def rates(who: Chair, of: str, now: str, not_now: str, matters: str) -> None:
    """One title after the other, once they have begun."""
    for number in ("1", "2"):
        seen = await who.sees(f"{number} {of} 2")
        assert LATE not in seen.text
        assert CAMION not in seen.text
        await who.presses(now if matters in seen.text else not_now)


async def everybody_rates(home: House) -> None:
    for name in EDUCATORS:
        who = chair(home, "slack", name, "association-caucus")
        await who.answers("Say what matters")
        await rates(who, "of", "Work on this now", "Not now", "Late buses")
        await who.sees("That's all, thank you.", "the board's members see counts by group")
    for name in PARENTS:
        who = chair(home, "discord", name)
        await who.types("/somewhere")
        await who.presses("Decir qué importa")
        await rates(who, "de", "Trabajar en esto ahora", "Ahora no", "Puertas abiertas")
        await who.sees("Eso es todo, gracias.")


async def test_who_was_asked_says_what_matters_before_the_board_reads(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        patricia = chair(home, "slack", "Patricia Nowak")
        dana, marcus = chair(home, "slack", "Dana Lee"), chair(home, "discord", "Marcus Tilley")
        owen = chair(home, "slack", "Owen Lindqvist", "association-caucus")
        silvia = chair(home, "discord", "Silvia Cantú", "pta-caucus")
        await opens(patricia, dana, marcus)
        await says(owen, LATE, "Send it")
        await says(silvia, CAMION, "Enviar")
        await sorts(dana, "Late buses", "Camiones tarde")
        await sorts(marcus, "Open doors", "Puertas abiertas")

        await later(home, days=10)
        await silvia.sees_card("Which matter now?", "2 topics, one tap each")
        await everybody_rates(home)
        await silvia.answers("Say what matters")
        await silvia.sees("Eso es todo, gracias.", "Puede cambiarlo hasta")

        await later(home, days=8)
        await owen.sees_card("This is closed. Thank you.")
        await patricia.types("/somewhere")
        await patricia.presses("Read it")
        await patricia.presses("Which titles matter now")
        seen = await patricia.sees("1. Late buses", "Left out of the order", "Cedar Valley PTA")
        assert "of 4" not in seen.text
        assert "Owen" not in seen.text
        await owen.types("/somewhere")
        seen = await owen.sees()
        assert "matters" not in seen.text
