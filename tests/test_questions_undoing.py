"""For two minutes an answer is taken back with a press by whoever sent it."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn, next_due
from support.databases import on_either

pytestmark = on_either

BELL, KITS, AGAIN = (
    "When does school begin?",
    "Can we keep the phonics kits over summer?",
    "May I have the kits in July?",
)


async def asked(bot: Core, topic: str, text: str) -> Corner:
    """Ana's school has no rep: it goes straight to the committee."""
    ana = corner(bot, "Ana Ruiz")
    await ana.types("ask")
    await ana.clicks(topic)
    await ana.fills_in(question=text)
    await ana.clicks("Enviar")
    return ana


async def answered(bot: Core, question: str, text: str) -> Corner:
    priya = corner(bot, "Priya Natarajan")
    await priya.presses("question.answer", question)
    await priya.fills_in(answer=text)
    priya.sees("Sent.", "You can take it back for two minutes.")
    return priya


def due(folder: Path) -> list[object]:
    return [
        tuple(row) for row in databases.rows(databases.address(folder), "select id, due_at from questions order by id")
    ]


async def test_what_was_approved_is_taken_back_and_waits_for_approval_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asked(bot, "Horarios y calendario", BELL)
        joel, hector = corner(bot, "Joel Hartmann"), corner(bot, "Héctor Villalobos")
        await joel.presses("question.answer", "1")
        await joel.fills_in(answer="On August 12.")
        await hector.presses("question.show", "1")
        await hector.clicks("Aprobar y enviar")
        hector.sees("Puede retirarla durante dos minutos.")
        undo = next(one for one in buttons(said(hector.answer)) if one.do == "question.undo")
        assert "On August 12." in drawn(bot, "question.answer", 1)
        for other in ("Joel Hartmann", "Ana Ruiz", "Priya Natarajan"):  # who wrote it, who asked, anybody
            one = corner(bot, other)
            await one.presses("question.undo", undo.about)
            assert "August" not in one.sees()
        assert "On August 12." in drawn(bot, "question.answer", 1)

        await hector.clicks(undo.label)
        hector.sees("la respuesta espera otra vez la aprobación", "On August 12.")
        text = drawn(bot, "question.answer", 1)
        assert "This answer was taken back." in text
        assert "August" not in text
        card = drawn(bot, "question.committee", 1)
        assert "Joel Hartmann proposes this answer." in card
        assert "On August 12." in card
        await ana.presses("question.show", "1")
        assert "August" not in ana.sees(BELL)
        await hector.presses("question.undo", undo.about)  # pressed twice
        hector.sees("la respuesta espera otra vez")

        await hector.presses("question.show", "1")
        await hector.clicks("Aprobar y enviar")
        await bot.later(minutes=2)
        await hector.clicks(undo.label)
        hector.sees("Ya pasaron los dos minutos")
        assert "On August 12." in drawn(bot, "question.answer", 2)
        await hector.presses("question.undo", undo.about)  # that one stays taken back
        assert "On August 12." in drawn(bot, "question.answer", 2)


async def test_it_is_taken_back_from_all_who_were_told_and_gains_no_time(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Lectura y escritura", KITS)
        ana = await asked(bot, "Lectura y escritura", AGAIN)
        priya, before = corner(bot, "Priya Natarajan"), due(tmp_path)
        await priya.presses("question.merge", "2")
        await priya.fills_in(**{"with": KITS})
        await bot.later(days=1)
        priya = await answered(bot, "1", "Yes, until March.")
        await ana.presses("question.show", "2")
        ana.sees(AGAIN, "Yes, until March.")
        await next_due(bot, "question.answered")
        await priya.clicks("Undo: take it back")
        priya.sees("the question waits for an answer again", "Yes, until March.")
        assert due(tmp_path) == before
        assert databases.rows(databases.address(tmp_path), "select answered_at from questions") == [(None,), (None,)]
        for answer in (1, 2):
            assert "March" not in drawn(bot, "question.answer", answer)
        assert "One other asked it too." in drawn(bot, "question.committee", 1)
        await answered(bot, "1", "Yes, until August 1.")
        await ana.presses("question.show", "2")
        ana.sees(AGAIN, "Yes, until August 1.")


async def test_whoever_asked_may_have_been_faster(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asked(bot, "Lectura y escritura", KITS)
        priya = await answered(bot, "1", "Yes.")
        await ana.presses("question.not-yet", "1")
        await ana.fills_in(missing="All of them?")
        priya = await answered(bot, "1", "All but the cards of 2019.")
        await priya.clicks("Undo: take it back")
        assert "All of them?" in drawn(bot, "question.committee", 1)
        priya = await answered(bot, "1", "All but the cards.")
        await ana.presses("question.enough", "1")
        await priya.clicks("Undo: take it back")
        priya.sees("They had closed the question", "All but the cards.")
        await ana.presses("question.not-yet", "1")
        await ana.fills_in(missing="But?")
        assert "But?" in drawn(bot, "question.committee", 1)
