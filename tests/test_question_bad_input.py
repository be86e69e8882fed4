"""What goes wrong with a question has an end, said to somebody who can act, with the text safe."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import update
from support import databases
from support.cores import Core, core
from support.corner import Corner, corner, drawn, next_due
from support.databases import on_either
from support.districts import copy, edit

from bot.boundary import Form, FormErrors
from bot.delivery.outbox import Delivery, State
from bot.operations import commands

pytestmark = on_either

KITS = "Can we keep the phonics kits?"


async def asked(bot: Core, name: str = "Ana Ruiz", topic: str = "Lectura y escritura", send: str = "Enviar") -> Corner:
    asker = corner(bot, name)
    await asker.types("ask", KITS)
    await asker.clicks(topic)
    await asker.fills_in()
    await asker.clicks(send)
    return asker


async def refused(bot: Core, card: str) -> None:
    """The platform refuses to post it."""
    values = {"state": State.FAILED, "reason": "channel_not_found", "waits_since": None}
    await bot.writer.do(lambda session: session.execute(update(Delivery).where(Delivery.card == card).values(values)))


def rows(folder: Path, select: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in databases.rows(databases.address(folder), select)]


async def test_an_empty_question_and_one_of_40_000_characters(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, long = corner(bot, "Ana Ruiz"), "kits " * 8000
        await ana.types("ask", long)
        ana.sees("Esto tiene 39,999 caracteres; en una pregunta caben 1,200.", "guarde una copia del resto")
        await ana.clicks("Lectura y escritura")
        form = ana.answer
        assert isinstance(form, Form)
        assert getattr(form.fields[0], "value", "") == long[:1200]
        await ana.sends(form.name, form.about, {"question": (long,), "soon": ("calm",)})
        assert isinstance(ana.answer, FormErrors)
        ana.sees("La pregunta tiene 39,999 caracteres; caben 1,200.")
        await ana.clicks("Corregir")
        for empty in ("", " \n\0\u202e"):
            await ana.sends(form.name, form.about, {"question": (empty,), "soon": ("calm",)})
            assert isinstance(ana.answer, FormErrors)
            assert list(ana.answer.errors) == ["question"]
        assert rows(tmp_path, "select id from questions") == []


async def test_a_question_is_changed_before_and_after_its_answer(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, priya = await asked(bot), corner(bot, "Priya Natarajan")
        await ana.presses("question.show", "1")
        await ana.clicks("Cambiar mis palabras")
        await ana.fills_in(question="Can we keep all kits?")
        ana.sees("ven las palabras nuevas")
        card = drawn(bot, "question.committee", 1)
        assert "Can we keep all kits?" in card
        assert "The asker changed these words after sending them." in card
        await priya.presses("question.change", "1")
        priya.sees("That isn't here any more.")

        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes.")
        assert "after the answer" not in drawn(bot, "question.committee", 1)
        await ana.presses("question.show", "1")
        await ana.clicks("Cambiar mis palabras")
        await ana.fills_in(question="And the cards?")
        ana.sees("Junto a la respuesta dice")
        card = drawn(bot, "question.committee", 1)
        assert "The asker changed these words after the answer" in card
        assert "Yes." in card
        await ana.presses("question.take-back", "1")
        ana.sees("no se puede retirar")
        await ana.presses("question.not-yet", "1")
        await ana.fills_in(missing="The cards")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="The cards too.")
        assert "after the answer" not in drawn(bot, "question.committee", 1)
        await ana.presses("question.enough", "1")
        await ana.sends("question.change", "1", {"question": ("Too late?",)})
        ana.sees("Esa pregunta está cerrada", "Too late?")


async def test_nothing_of_what_is_asked_back_replied_or_missing_is_cut_off(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, priya, long = await asked(bot), corner(bot, "Priya Natarajan"), "x" * 501
        await priya.presses("question.want", "1")
        await priya.fills_in(wanted=long)
        priya.sees("This has 501 characters; 500 fit, so nothing was sent.", long)
        await priya.presses("question.want", "1")
        await priya.fills_in(wanted="Which?")
        await ana.presses("question.reply", "1")
        await ana.fills_in(reply=long)
        ana.sees("Esto tiene 501 caracteres y caben 500", long)
        assert "They replied:" not in drawn(bot, "question.committee", 1)
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes.")
        await ana.presses("question.not-yet", "1")
        await ana.fills_in(missing=long)
        ana.sees("Esto tiene 501 caracteres y caben 500", long)
        assert "Answered." in drawn(bot, "question.committee", 1)


async def test_a_question_is_taken_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, priya = await asked(bot), corner(bot, "Priya Natarajan")
        await ana.presses("question.show", "1")
        await ana.clicks("Retirarla")
        ana.sees("Lo que ya leyeron, lo leyeron.")
        await ana.clicks("Dejarla")
        ana.sees(KITS)
        await ana.clicks("Retirarla")
        await ana.clicks("Retirarla")
        ana.sees("Su pregunta queda retirada")
        assert drawn(bot, "question.committee", 1).startswith("The asker took this question back.")
        assert KITS not in str(rows(tmp_path, "select * from questions"))
        await priya.sends("question.answer", "1", {"answer": ("Yes, until August.",)})
        priya.sees("That question isn't open to this any more", "Yes, until August.")
        await ana.types("somewhere")
        assert KITS not in ana.sees("Hola")


async def test_an_answer_to_a_closed_question_goes_back_and_the_asker_can_open_it_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, priya = await asked(bot), corner(bot, "Priya Natarajan")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes.")
        await ana.presses("question.enough", "1")
        await priya.sends("question.answer", "1", {"answer": ("No!",)})
        priya.sees("Somebody has answered it meanwhile", "No!")
        await ana.presses("question.not-yet", "1")
        await ana.fills_in(missing="All of them?")
        assert "All of them?" in drawn(bot, "question.committee", 1)
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="All.")
        priya.sees("Sent.")


async def test_a_committee_says_where_it_passed_a_question(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("question.pass-on", "1")
        await priya.fills_in(topic="Schedules and calendar · Schedule Committee")
        await corner(bot, "Ana Ruiz").agrees()
        where = "select card from deliveries where address like '%C01LITERACY' and removed = false"
        assert rows(tmp_path, where) == [("question.passed",)]
        said = drawn(bot, "question.passed", 1)
        assert "It is with Schedule Committee now." in said
        assert KITS not in said


async def test_where_the_channel_is_gone_or_closed_to_the_bot_its_members_see_that_at_home(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        ana, priya = await asked(bot), corner(bot, "Priya Natarajan")
        await refused(bot, "question.committee")
        await priya.types("somewhere")
        priya.sees("I couldn't post it in the committee's channel; open it to see what to do.")
        await priya.presses("question.show", "1:en")
        priya.sees(KITS, "I couldn't post or update it in #literacy-committee (Slack).")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes.")
        await ana.presses("question.show", "1")
        ana.sees("Yes.")


async def test_what_cannot_reach_its_first_reader_goes_straight_on(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        owen = await asked(bot, "Owen Lindqvist", "Life at Lincoln", "Send it")
        await refused(bot, "question.rep")
        await next_due(bot, "question.arrived")
        assert rows(tmp_path, "select card from deliveries where removed = false") == [("question.committee",)]
        await owen.presses("question.show", "1")
        owen.sees("It is with Lincoln Leadership Team", KITS)


async def test_an_asker_who_left_is_told_nothing_more_and_their_question_can_still_be_answered(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot)
        folder = copy(tmp_path)
        edit(folder, "members.csv", "ana-ruiz,Ana Ruiz,es,cvea,high-school,U01ARUIZ,\n", "")
        assert commands.load(bot.settings, folder) == 0
        priya = corner(bot, "Priya Natarajan")
        await priya.presses("question.answer", "1")
        await priya.fills_in(answer="Yes.")
        card = drawn(bot, "question.committee", 1)
        assert "Yes." in card
        assert "I couldn't reach the asker." in card
        assert rows(tmp_path, "select card from deliveries where address like '%@U01ARUIZ'") == []
