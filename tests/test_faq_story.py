"""An answer becomes part of the FAQ, and the next who wonders finds it instead of asking."""

from __future__ import annotations

from pathlib import Path

from support.databases import on_both
from support.house import house
from support.talk import Chair, chair

pytestmark = on_both

KITS = "Can Ms. Rivera's class keep the phonics kits over summer?"
ENGLISH = {"question-en": "Can a class keep the phonics kits over summer?", "answer-en": "Yes, until August 1."}
SPANISH = {
    "question-es": "¿Puede una clase quedarse con los materiales de fonética en el verano?",
    "answer-es": "Sí, hasta el 1 de agosto.",
}


async def asks(asker: Chair, topic: str, text: str) -> None:
    """Up to the preview."""
    await asker.types("/ask")
    await asker.presses(topic)
    await asker.fills_in(question=text)
    await asker.sees(text)


async def test_an_answer_is_published_and_found_in_both_languages(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        ana = chair(home, "slack", "Ana Ruiz")
        priya = chair(home, "slack", "Priya Natarajan", "literacy-committee")
        beatriz = chair(home, "slack", "Beatriz Montoya", "literacy-committee")
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español")
        owen = chair(home, "slack", "Owen Lindqvist", "lincoln-staff")
        jamal = chair(home, "slack", "Jamal Whitfield", "lincoln-staff")

        await asks(ana, "Lectura y escritura", KITS)
        await ana.sees("puede ponerse en las preguntas frecuentes del distrito, con palabras sin su nombre")
        await ana.presses("Enviar")
        await priya.answers("Answer")
        await priya.fills_in(answer="Yes, until August 1.")
        await ana.sees_card("Yes, until August 1.")
        await priya.answers("Publish to the FAQ")
        await priya.fills_in(**{**ENGLISH, **SPANISH, "question-en": KITS})
        await priya.sees("Nothing is published yet", KITS, "It has names of people in the district: Rivera")
        await priya.presses("Edit")
        await priya.fills_in(**ENGLISH)
        seen = await priya.sees(ENGLISH["question-en"], SPANISH["answer-es"], "Literacy Committee sees it now")
        assert "Rivera" not in seen.text
        await priya.presses("Ask for approval")
        await priya.sees("Literacy Committee has it now.", "Beatriz Montoya approves it.")

        await asks(jamal, "Reading and literacy", "May we keep the phonics kits in July?")
        assert "answered already" not in (await jamal.sees("Nothing is sent yet")).text
        assert await guadalupe.is_offered("/ask fonet") == []
        await priya.answers("Approve")
        await priya.sees("A second person must approve what you proposed.")
        await beatriz.sees_card("To approve for the FAQ", "Priya Natarajan proposes this.", SPANISH["question-es"])
        await beatriz.answers("Approve")
        await beatriz.sees_card("In the FAQ", "Literacy Committee approved this on")

        await asks(owen, "Reading and literacy", "May we keep the phonics kits in July?")
        await owen.sees("This may be answered already:")
        await owen.presses(ENGLISH["question-en"])
        found = await owen.sees("From the FAQ", ENGLISH["answer-en"], "Literacy Committee approved this on")
        assert "Ana Ruiz" not in found.text
        await owen.presses("Español")
        await owen.sees(SPANISH["answer-es"])
        await owen.presses("That answers it")
        await owen.sees("Good. Nothing was sent.")

        assert await guadalupe.is_offered("/ask fonet") == [SPANISH["question-es"]]
        assert await guadalupe.is_offered("/ask receso") == []
        await guadalupe.takes("/ask fonet", SPANISH["question-es"])
        await guadalupe.sees("De las preguntas frecuentes", SPANISH["answer-es"])
        await owen.types("/ask")
        assert await owen.finds("Look in the FAQ", "pho") == [ENGLISH["question-en"]]
        assert await owen.finds("Look in the FAQ", "ph") == []
        await owen.picks("Look in the FAQ", "phonics", ENGLISH["question-en"])
        await owen.sees("From the FAQ", ENGLISH["answer-en"])
        await guadalupe.types("/ask ¿Cuándo devolvemos los materiales de fonetica?")
        await guadalupe.presses(SPANISH["question-es"])
        await guadalupe.sees(SPANISH["answer-es"])
        await guadalupe.presses("Preguntar de todos modos")
        await guadalupe.sees("¿De qué trata su pregunta?", "devolvemos los materiales")

        await priya.answers("Take it out")
        await priya.sees_card("This isn't in the FAQ.")
        await jamal.presses("Edit")
        await jamal.fills_in()
        assert "answered already" not in (await jamal.sees("Nothing is sent yet")).text
