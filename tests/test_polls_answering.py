"""Answering, closing, and what everyone sees of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.house import house
from support.talk import LINE, OPTIONS, QUESTION, chair, counts, later, posted

pytestmark = on_either

BOTH = ("#lincoln-staff (Slack)", "#town-square (Discord)")


async def test_one_answer_each_changed_and_taken_back(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await posted(maria, LINE, *BOTH)
        await kevin.sees_card(QUESTION, "Nobody has answered yet.", "Please pick one by")

        await kevin.answers("Tuesday")
        await kevin.sees("Your answer is in: Tuesday.", "To change it, press another one by")
        await maria.sees_card("1 vote", "One person has answered.")
        await maria.answers("Tuesday")
        await maria.sees("Your answer is in: Tuesday.")
        await kevin.sees_card("Tuesday: 2 votes", "2 people have answered.")

        await kevin.answers("Neither")
        await kevin.sees("Your answer is in: Neither.")
        await kevin.sees_card("Tuesday: 1 vote", "Neither: 1 vote", "2 people have answered.")
        await kevin.presses("Take back “Neither”")
        await kevin.sees("You have no answer in now.")
        await kevin.sees_card("Neither: 0 votes", "One person has answered.")
        assert counts(tmp_path)["ballots"] == 1
        assert all("Kevin" not in one.text for one in maria.person.messages(maria.channel))


async def test_one_person_with_two_accounts_has_one_vote(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        at_work = chair(home, "slack", "Tomás Soto", "all-staff")
        at_home = chair(home, "discord", "Tomás Soto", "town-square")
        dana = chair(home, "slack", "Dana Lee", "all-staff")
        await posted(dana, LINE, "#all-staff (Slack)", "#town-square (Discord)")
        await at_work.answers("Tuesday")
        await at_work.sees("Recibí su respuesta: Tuesday.")
        await at_home.answers("Thursday")
        await at_home.sees("Recibí su respuesta: Thursday.", "Para cambiarla, oprima otra")
        await at_home.sees_card("Tuesday: 0 votes", "Thursday: 1 vote", "One person has answered.")


async def test_several_answers_are_given_and_taken_back_one_by_one(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        beatriz = chair(home, "slack", "Beatriz Montoya", "lincoln-staff")
        await maria.types("/poll")
        await maria.fills_in(question=QUESTION, options=OPTIONS, several="As many answers as they like")
        await maria.presses("Post it")
        for _ in range(2):  # twice is once
            await beatriz.answers("Tuesday")
            await beatriz.sees("Recibí sus respuestas: Tuesday.")
        await beatriz.answers("Neither")
        await beatriz.sees("Recibí sus respuestas: Tuesday y Neither.")
        await beatriz.presses("Retirar «Neither»")
        await beatriz.sees("Recibí sus respuestas: Tuesday.")
        await beatriz.sees_card("One person has answered.")
        assert counts(tmp_path)["ballots"] == 1


@pytest.mark.parametrize(
    ("platform", "name", "channel"),
    [("slack", "Beatriz Montoya", "lincoln-staff"), ("discord", "Guadalupe Navarrete", "town-square")],
)
async def test_the_card_in_the_other_language_is_private_and_works(
    tmp_path: Path, platform: str, name: str, channel: str
) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        reader = chair(home, platform, name, channel)
        await posted(maria, LINE, *BOTH)
        await reader.answers("Español")
        shown = await reader.sees(QUESTION, "Elija una; puede cambiarla", "Nadie ha contestado todavía.")
        assert shown.private
        assert "¿Quién ve qué?" in [button.label for button in shown.buttons]
        await reader.presses("Thursday")
        await reader.sees("Recibí su respuesta: Thursday.")
        await maria.sees_card("One person has answered.")
        await reader.answers("Español")
        await reader.presses("¿Quién ve qué?")
        await reader.sees("A nadie se le muestran nombres.")
        await reader.answers("Español")
        await reader.presses("English")
        await reader.sees("Please pick one by")
        await reader.sees_card("Please pick one by")


async def test_it_closes_at_its_time_and_tells_who_is_late(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await posted(maria, LINE, *BOTH, silently=True)
        await kevin.answers("Thursday")
        await kevin.sees("Your answer is in")
        late = await kevin.sees_card("Thursday: 1 vote")
        assert kevin.answer
        earlier = kevin.answer
        await later(home, days=2)
        for everyone in (maria, kevin):
            card = await everyone.sees_card("Closed", "One person answered.", "Thank you")
            assert [button.label for button in card.buttons] == ["Take the result along", "Español"]
        await kevin.person.press(earlier, "Take back “Thursday”")
        await kevin.sees("This poll closed", "The result is on its card")
        assert late.id == kevin.card.id  # the same message, edited
        assert counts(tmp_path)["ballots"] == 1
        await maria.types("/somewhere")
        assert QUESTION in (await maria.sees("Hello, Maria Rivera", "Your poll, closed")).text
        await kevin.types("/somewhere")
        assert QUESTION not in (await kevin.sees("Hello, Kevin Brandvold")).text


async def test_the_author_closes_it_after_being_asked(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        beatriz = chair(home, "slack", "Beatriz Montoya", "lincoln-staff")
        await posted(maria)
        await beatriz.answers("Tuesday")
        await maria.sees_card("One person has answered.")
        await maria.presses("Close the poll")
        await maria.sees("One person has answered. Close it now? You can open it again for a week.")
        await maria.presses("Keep it open")
        await maria.sees("Hello, Maria Rivera", "Your poll, open until")
        await maria.presses("Close the poll")
        await maria.presses("Yes, close it")
        await maria.sees(QUESTION, "Closed", "1 vote")
        await beatriz.sees_card("Closed", "Asked by Lincoln Elementary's building rep", "1 vote")
        assert counts(tmp_path)["due"] == 0


async def test_votes_that_meet_the_end_are_told_kindly(tmp_path: Path) -> None:
    """The card still has its buttons for a moment, and a private one in Spanish for as long as it stands."""
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        beatriz = chair(home, "slack", "Beatriz Montoya", "lincoln-staff")
        await posted(maria, silently=True)
        await beatriz.answers("Español")
        await beatriz.sees("Elija una")
        await later(home, days=2)
        await beatriz.presses("Tuesday")
        await beatriz.sees("Esta encuesta se cerró", "El resultado está en su tarjeta.")
        assert counts(tmp_path)["ballots"] == 0
