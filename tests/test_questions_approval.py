"""Where a committee wants it so, a second member approves an answer before the asker sees it."""

from __future__ import annotations

from pathlib import Path

from support import databases
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn
from support.databases import on_either
from support.districts import copy, edit
from support.meetings import load

pytestmark = on_either


async def asked(bot: Core, topic: str = "Horarios y calendario") -> Corner:
    """Ana's school has no rep: it goes straight to the committee."""
    ana = corner(bot, "Ana Ruiz")
    await ana.types("ask")
    await ana.clicks(topic)
    await ana.fills_in(question="When does school begin?")
    await ana.clicks("Enviar")
    ana.sees("Enviada.")
    return ana


def told(folder: Path) -> list[tuple[str, str]]:
    rows = databases.rows(databases.address(folder), "select card, address from deliveries order by id")
    return [(str(card), str(address)) for card, address in rows]


async def test_the_asker_never_sees_an_answer_that_nobody_approved(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asked(bot)
        joel, hector = corner(bot, "Joel Hartmann"), corner(bot, "Héctor Villalobos")
        await joel.presses("question.answer", "1")
        await joel.fills_in(answer="On August 12.")
        joel.sees("The asker gets it once another member has approved it.")
        assert "Joel Hartmann proposes this answer." in drawn(bot, "question.committee", 1)
        assert [card for card, _ in told(tmp_path)] == ["question.committee"]
        await ana.presses("question.show", "1")
        assert "August" not in ana.sees("When does school begin?")

        await joel.presses("question.show", "1")
        await joel.clicks("Approve and send")
        joel.sees("You wrote this answer yourself.")
        priya = corner(bot, "Priya Natarajan")  # of another committee
        await priya.presses("question.approve", "1:1")
        priya.sees("It is with Schedule Committee now. Only its members can do that.")

        await hector.presses("question.show", "1")
        stale = next(one for one in buttons(said(hector.answer)) if one.do == "question.approve")
        await hector.clicks("Cambiarla")
        await hector.fills_in(answer="On August 13.")
        await joel.presses("question.approve", stale.about)
        joel.sees("was changed since that card was drawn")
        await joel.types("somewhere")
        joel.sees("A proposed answer waits for another member's approval.")
        await joel.presses("question.show", "1")
        joel.sees("Héctor Villalobos proposes this answer.", "On August 13.")
        await joel.clicks("Approve and send")
        joel.sees("Sent. The asker gets it")
        await ana.presses("question.show", "1")
        ana.sees("Contestó Héctor Villalobos", "On August 13.")
        assert [card for card, _ in told(tmp_path)] == ["question.committee", "question.answer"]
        await joel.presses("question.approve", "1:2")
        joel.sees("isn't open to this any more")


async def test_what_is_proposed_stays_with_its_committee(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        joel, priya = corner(bot, "Joel Hartmann"), corner(bot, "Priya Natarajan")
        await joel.presses("question.answer", "1")
        await joel.fills_in(answer="On August 12.")
        await joel.presses("question.pass-on", "1")
        await joel.fills_in(topic="Reading and literacy · Literacy Committee")
        await corner(bot, "Ana Ruiz").agrees()
        await priya.presses("question.show", "1")
        assert "August" not in priya.sees("When does school begin?")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Soon.")
        priya.sees("Sent. The asker gets it in a direct message, with your name.")


async def test_nobody_answers_in_the_committees_name_who_has_left_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana = await asked(bot)
        joel, hector = corner(bot, "Joel Hartmann"), corner(bot, "Héctor Villalobos")
        await joel.presses("question.answer", "1")
        await joel.fills_in(answer="On August 12.")
        folder, chair = copy(tmp_path), "schedule-chair,chair,administration,,schedule,{},"
        edit(folder, "seats.csv", chair.format("joel-hartmann"), chair.format("grace-chen"))
        await load(bot, folder)
        await hector.presses("question.show", "1")
        await hector.clicks("Aprobar y enviar")
        hector.sees("Joel Hartmann ya no está en el comité")
        await hector.presses("question.answer", "1")
        await hector.fills_in(answer="On August 12.")
        grace = corner(bot, "Grace Chen")
        await grace.presses("question.show", "1")
        await grace.clicks("Approve and send")
        await ana.presses("question.show", "1")
        assert "Joel Hartmann" not in ana.sees("On August 12.", "Héctor Villalobos")


async def test_who_is_away_has_not_left_it(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        chair = "schedule-chair,chair,administration,,schedule,joel-hartmann,,superintendent"
        edit(folder := copy(tmp_path), "seats.csv", chair, f"{chair},,grace-chen")
        await load(bot, folder)
        await asked(bot)
        joel, hector = corner(bot, "Joel Hartmann"), corner(bot, "Héctor Villalobos")
        await joel.presses("question.answer", "1")
        await joel.fills_in(answer="On August 12.")
        await joel.presses("seat.away")
        await joel.fills_in(back=joel.choices("back")[7])
        await hector.presses("question.show", "1")
        await hector.clicks("Aprobar y enviar")
        hector.sees("Enviada")
