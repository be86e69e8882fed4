"""A message's menu leads to a question about it, quoted, without saying whose message it was."""

from __future__ import annotations

from pathlib import Path

from support.databases import on_either
from support.house import house, newest
from support.talk import chair

pytestmark = on_either

ABOUT, SOBRE = "Ask the committee about this", "Preguntar esto al comité"


async def test_a_message_becomes_a_question_on_both_platforms(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        staff, commons = ("Owen Lindqvist", "Jamal Whitfield"), "partnership-commons"
        owen, jamal = (chair(home, "slack", name, commons) for name in staff)
        kevin, guadalupe = (
            chair(home, "discord", name, channel)
            for name, channel in (("Kevin Brandvold", "town-square"), ("Guadalupe Navarrete", "plaza-en-español"))
        )
        rosa = chair(home, "discord", "Rosa Delgado", "plaza-en-español")
        await jamal.types("Are the *kits* <back>, CV-12345?")
        said = newest(owen.person, owen.channel)
        assert owen.person.menu(said) == (("ask", ABOUT), ("bring", "Bring this to a meeting"))
        await owen.person.use(said, "ask")
        await owen.sees("What is your question about?", "“Are the kits <back>, CV-12345?”")
        await owen.presses("Anything across the district")
        assert (await owen.form()).fields[0].value == "“Are the kits <back>, CV-12345?”"
        await owen.fills_in()
        seen = await owen.sees("Nothing is sent yet", "your district keeps in student records: “CV-12345”")
        assert "Jamal" not in seen.text
        await owen.presses("Send it as it is")
        await owen.sees("Sent.")

        await rosa.types("¿Habrá juntas en mayo?")
        said = newest(guadalupe.person, guadalupe.channel)
        assert guadalupe.person.menu(said) == [("ask", SOBRE), ("bring", "Llevar esto a una junta")]
        await guadalupe.person.use(said, "ask")
        await guadalupe.sees("«¿Habrá juntas en mayo?»")
        await guadalupe.presses("La vida en Lincoln")
        await guadalupe.fills_in()
        await guadalupe.presses("Enviar")
        await guadalupe.sees("Enviada.")
        assert kevin.answer is None

        alone = chair(home, "discord", "Guadalupe Navarrete")  # there Discord would not offer it
        await alone.types("¿Habrá juntas en junio?")
        assert not alone.person.menu(newest(alone.person, alone.channel))
