"""A round on both platforms: two groups sort what their people said, show their titles, and ask what matters; five
educators and four parents answer."""

from __future__ import annotations

from pathlib import Path

from support.databases import on_both
from support.house import House, house
from support.talk import Chair, chair, later

pytestmark = on_both

EDUCATORS = ("Owen Lindqvist", "Thuy Pham", "Jamal Whitfield", "Curtis Wendell", "Greta Holm")
PARENTS = ("Silvia Cantú", "Jorge Olivares", "Guadalupe Navarrete", "Luz Paredes")
ENGLISH = ("Say what matters", "of", "Work on this now", "Not now", "A quiet hall", "That's all, thank you.")
SPANISH = ("Decir qué importa", "de", "Trabajar en esto ahora", "Ahora no", "Un salón tranquilo", "Eso es todo")
HALL, KITS = "The hall is loud when they read.", "Faltan juegos de fonética."


async def says(who: Chair, text: str, *labels: str) -> None:
    write, send = labels
    await who.types("/concern")
    await who.presses(write)
    await who.fills_in(text=text)
    await who.presses(send)


async def sorts(who: Chair, english: str, spanish: str, *labels: str) -> None:
    read, sort, new = labels
    await who.types("/somewhere")
    await who.presses(read)
    await who.presses(sort)
    await who.presses(new)
    await who.fills_in(title_en=english, title_es=spanish)


async def rates(home: House, platform: str, name: str, *labels: str) -> None:
    begin, of, now, not_now, hall, done = labels
    who = chair(home, platform, name)
    await who.types("/somewhere")
    await who.presses(begin)
    for place in ("1", "2"):
        card = await who.sees(f"{place} {of} 2")
        await who.presses(now if hall in card.text else not_now)
    await who.sees(done)


async def test_two_groups_find_out_what_matters(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        dana, marcus = chair(home, "slack", "Dana Lee"), chair(home, "discord", "Marcus Tilley", "town-square")
        owen, silvia = chair(home, "slack", "Owen Lindqvist"), chair(home, "discord", "Silvia Cantú")
        await says(owen, HALL, "Write it", "Send it")
        await says(silvia, KITS, "Escribirlo", "Enviar")

        await sorts(dana, "A quiet hall", "Un salón tranquilo", "Read it", "Sort them", "A new title")
        await dana.sees("A quiet hall · 1")
        await sorts(marcus, "Enough kits", "Juegos para todos", "Read it", "Sort them", "A new title")
        await marcus.sees("Enough kits · 1")

        for leader in (dana, marcus):
            await leader.types("/somewhere")
            await leader.presses("What matters to whom")
            await leader.presses("Open our part")
            await leader.presses("Show our list")
            seen = await leader.sees("Nobody sees the words or who wrote them.")
            assert HALL not in seen.text
            await leader.presses("Show it")
            await leader.sees("its list is there")
        await marcus.presses("Ask what matters")
        await marcus.sees("Open until Tuesday, October 13")

        for name in EDUCATORS:
            await rates(home, "slack", name, *ENGLISH)
        for name in PARENTS:
            await rates(home, "discord", name, *SPANISH)
        await later(home, days=8)

        await owen.types("/somewhere")
        await owen.presses("See what matters to whom")
        seen = await owen.sees("1. A quiet hall", "2. Enough kits", "Left out of the order", "Cedar Valley PTA")
        assert seen.text.index("A quiet hall") < seen.text.index("Enough kits")
        await marcus.types("/somewhere")
        await marcus.presses("What matters to whom")
        await marcus.presses("See what matters to whom")
        await marcus.presses("Who decides?")
        await marcus.fills_in(scope="The administration decides", why="Rooms are planned by the district.")
        await marcus.sees("The administration decides: Rooms are planned by the district.", "Samuel Okafor")
        await owen.sees_among_cards("You raised something about “A quiet hall”", HALL, "The administration decides")
