"""Entries of the FAQ: whose committee sets one right, and who is a second person that approves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from support import databases
from support.cores import Core, core, said
from support.corner import Corner, buttons, corner, drawn
from support.databases import on_either
from test_questions_audiences import answered, asked

from bot.boundary import Form
from bot.people import belongings
from bot.people import model as people
from bot.questions.faq.model import Entry
from bot.storage.database import connect

pytestmark = on_either


async def proposed(bot: Core, name: str, question: str, text: str) -> Corner:
    """An answered question of theirs for the FAQ, by number 1."""
    who = corner(bot, name)
    await answered(who, question, text)
    await who.presses("faq.publish", question)
    await who.fills_in(**{"question-en": "May kits stay?", "answer-en": text})
    await who.presses("faq.propose", last_about(who))
    return who


def last_about(who: Corner) -> str:
    return next(one.about for one in buttons(said(who.answer)) if one.do == "faq.propose")


async def test_nobody_sets_an_entry_right_that_is_not_their_committees(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        for topic in ("Lectura y escritura", "Horarios y calendario"):
            await asked(bot, "Ana Ruiz", topic, send="Enviar")
        await proposed(bot, "Priya Natarajan", "1", "Yes.")
        joel = corner(bot, "Joel Hartmann")  # of another committee, with a question of his own to publish
        await answered(joel, "2", "No.")
        hector = corner(bot, "Héctor Villalobos")
        await hector.presses("question.show", "2")
        await hector.clicks("Aprobar y enviar")
        await joel.presses("faq.publish", "2")
        forged = {"question-en": ("Mine?",), "answer-en": ("Mine.",), "of-entry": ("1",)}
        assert isinstance(joel.answer, Form)
        await joel.sends("faq.write", joel.answer.about, forged)
        await joel.presses("faq.propose", last_about(joel))
        joel.sees("Schedule Committee has it now.")
        assert "Mine" not in drawn(bot, "faq.entry", 1)


async def test_who_became_one_with_its_proposer_is_no_second_person(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Ana Ruiz", "Lectura y escritura", send="Enviar")
        beatriz = await proposed(bot, "Beatriz Montoya", "1", "Yes.")
        with Session(connect(bot.settings.database_url)) as session:
            entry = session.get_one(Entry, 1)
            staying, leaving = entry.publisher, session.get_one(people.Member, 1)
            entry.publisher = leaving
            session.flush()
            belongings.hand_over(session, leaving, staying)
            session.commit()
        await beatriz.presses("faq.approve", "1:1")
        beatriz.sees("tiene que aprobarlo una segunda persona")


async def test_of_two_who_set_an_entry_right_one_looks_again(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Ana Ruiz", "Lectura y escritura", send="Enviar")
        priya = await proposed(bot, "Priya Natarajan", "1", "Yes.")
        beatriz = corner(bot, "Beatriz Montoya")
        await beatriz.presses("faq.approve", "1:1")
        for answer in ("Yes, in July.", "Yes, in August."):
            await priya.presses("faq.change", "1")
            await priya.fills_in(**{"answer-en": answer})
            await priya.presses("faq.propose", last_about(priya))
        await beatriz.presses("faq.approve", "2:1")
        beatriz.sees("Aprobado.")
        await beatriz.presses("faq.approve", "3:1")
        beatriz.sees("cambió o se quitó")
        states = databases.rows(databases.address(tmp_path), "select state from faq_entries order by id")
        assert [state for (state,) in states] == ["withdrawn", "published", "waiting"]


HERS = "Why are us aides always the ones moved without notice, like I said to Walter in May?"
OTHER = {"question-en": "When are aides told of a move?", "answer-en": "You are told three days before."}


@pytest.mark.parametrize(
    "same",
    [
        {"question-en": HERS},
        {"question-en": f"Please: {HERS.casefold()} Thank you!"},
        {"question-en": HERS.replace("always ", "")},
        {"answer-en": f"She asked: “{HERS}” Three days before."},
        {"question-es": "¿Cuándo se avisa?", "answer-es": HERS},
    ],
)
async def test_what_was_asked_without_a_name_stays_in_other_words(tmp_path: Path, same: dict[str, str]) -> None:
    """When it is proposed, and when somebody sets it right; that it is about the same does no harm."""
    async with core(tmp_path) as bot:
        aisha, beatriz = corner(bot, "Aisha Farouk"), corner(bot, "Beatriz Montoya")
        await aisha.types("ask", HERS)
        for label in ("Reading and literacy", "", "Ask without my name", "Send it"):
            await (aisha.clicks(label) if label else aisha.fills_in())
        curtis = corner(bot, "Curtis Wendell")
        await curtis.presses("question.answer", "1")
        await curtis.fills_in(answer="You get three days' notice from now on.")
        await curtis.presses("faq.publish", "1")
        form = curtis.answer
        await curtis.fills_in(**{**OTHER, **same})
        curtis.sees("This was asked without a name. Please put it in other words, also in the answer.")
        curtis.answer = form
        await curtis.fills_in(**OTHER)
        await curtis.clicks("Ask for approval")
        curtis.sees("Literacy Committee has it now.")
        await beatriz.presses("faq.change", "1")
        form = beatriz.answer
        await beatriz.fills_in(**same)
        beatriz.sees("Esto se preguntó sin nombre. Por favor, escríbalo con otras palabras")
        beatriz.answer = form
        await beatriz.fills_in(**{"question-en": "How early are aides told that they are moved?"})
        await beatriz.clicks("Pedir la aprobación")
        assert "How early" in drawn(bot, "faq.entry", 1)


async def publishes(who: Corner) -> None:
    """Question 1 and its answer, as they were written."""
    await who.presses("faq.publish", "1")
    await who.fills_in()
    await who.clicks("Ask for approval")
    who.sees("Literacy Committee has it now.")


async def test_an_answer_that_was_taken_back_does_not_become_part_of_the_faq(tmp_path: Path) -> None:
    """Neither from a preview that lay open, nor once it waits for approval; not even when there is another answer."""
    async with core(tmp_path) as bot:
        await asked(bot, "Ana Ruiz", "Lectura y escritura", send="Enviar")
        priya, beatriz = corner(bot, "Priya Natarajan"), corner(bot, "Beatriz Montoya")
        await answered(priya, "1", "Yes, said in error.")
        told = priya.answer
        await beatriz.presses("faq.publish", "1")
        form = beatriz.answer
        await beatriz.fills_in(**{"question-en": "May kits stay?", "answer-en": "Yes, said in error."})
        preview = beatriz.answer
        priya.answer = told
        await priya.clicks("Undo: take it back")
        assert "FAQ" not in priya.sees("Taken back.")
        for then in ("", "No."):
            if then:
                await answered(priya, "1", then)
            for begun in (form, preview):
                beatriz.answer = begun
                await (beatriz.fills_in() if begun is form else beatriz.clicks("Pedir la aprobación"))
                beatriz.sees("La respuesta se retiró", "oprima otra vez «Publicar en las preguntas frecuentes»")
        await publishes(priya)
        await beatriz.presses("faq.approve", "1:1")
        beatriz.sees("Aprobado.")


async def test_an_entry_waits_no_longer_when_its_answer_is_taken_back(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Ana Ruiz", "Lectura y escritura", send="Enviar")
        priya, beatriz = corner(bot, "Priya Natarajan"), corner(bot, "Beatriz Montoya")
        await answered(priya, "1", "Yes, said in error.")
        told = priya.answer
        await publishes(priya)
        await beatriz.presses("home")
        beatriz.sees("Una respuesta espera su aprobación")
        priya.answer = told
        await priya.clicks("Undo: take it back")
        assert "This isn't in the FAQ." in drawn(bot, "faq.entry", 1)
        await beatriz.presses("home")
        assert "espera su aprobación" not in said(beatriz.answer).text()
        await beatriz.presses("faq.approve", "1:1")
        beatriz.sees("La respuesta se retiró")


async def test_what_was_approved_stands_when_its_answer_is_taken_back_and_can_be_set_right(tmp_path: Path) -> None:
    async with core(tmp_path) as bot:
        await asked(bot, "Ana Ruiz", "Lectura y escritura", send="Enviar")
        priya, beatriz = corner(bot, "Priya Natarajan"), corner(bot, "Beatriz Montoya")
        await answered(priya, "1", "Yes.")
        told = priya.answer
        await publishes(priya)
        await beatriz.presses("faq.approve", "1:1")
        priya.answer = told
        await priya.clicks("Undo: take it back")
        priya.sees(
            "Taken back.", "The FAQ still has what was approved of it: anybody on its committee can take that out"
        )
        await priya.presses("faq.change", "1")
        await priya.fills_in(**{"answer-es": "Until August."})
        await priya.clicks("Ask for approval")
        await beatriz.presses("faq.approve", "2:1")
        beatriz.sees("Aprobado.")
        owen = corner(bot, "Owen Lindqvist")
        await owen.presses("faq.show", "2")
        owen.sees("Until August.")


async def test_the_answer_of_a_question_that_was_given_back_goes_no_further(tmp_path: Path) -> None:
    """Its asker still missed something, and then it was read as one that is not for this channel."""
    async with core(tmp_path) as bot:
        owen = await asked(bot, "Owen Lindqvist", "Life at Lincoln", text="Why does the principal skip duty?")
        maria, rosa = corner(bot, "Maria Rivera"), corner(bot, "Rosa Delgado")
        await answered(maria, "1", "Because of meetings.")
        previews = []
        for _ in range(2):
            await maria.presses("faq.publish", "1")
            await maria.fills_in()
            previews.append(maria.answer)
        await maria.clicks("Ask for approval")
        await owen.presses("question.not-yet", "1")
        await owen.fills_in(missing="Which meetings?")
        await maria.presses("question.give-back", "1")
        await maria.fills_in(topic="A particular employee")
        maria.answer = previews[0]
        await maria.clicks("Ask for approval")
        maria.sees("That isn't here any more.")
        assert "This isn't in the FAQ." in drawn(bot, "faq.entry", 1)
        await rosa.presses("faq.approve", "1:1")
        assert "Approved" not in said(rosa.answer).text()
        states = databases.rows(databases.address(tmp_path), "select state from faq_entries")
        assert [state for (state,) in states] == ["withdrawn"]
        await owen.presses("question.have-it", "1")
        owen.sees("My copy is deleted.")
        assert "meetings" not in drawn(bot, "faq.entry", 1)
        assert databases.rows(databases.address(tmp_path), "select cast(texts as text) from faq_entries") == [("{}",)]
