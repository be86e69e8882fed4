"""Yes or no, a rating, a few of many: what each kind asks, counts and tells."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.house import House, house
from support.talk import OPTIONS, QUESTION, Chair, chair, counts, later, posted

pytestmark = on_either

STAFF, SQUARE, PLAZA = "#lincoln-staff (Slack)", "#town-square (Discord)", "#plaza-en-español (Discord)"


def people(home: House) -> tuple[Chair, Chair, Chair]:
    """Maria in Slack; Kevin and Guadalupe in Discord, she where Spanish is spoken."""
    return (
        chair(home, "slack", "Maria Rivera", "lincoln-staff"),
        chair(home, "discord", "Kevin Brandvold", "town-square"),
        chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español"),
    )


async def test_a_question_alone_is_answered_yes_or_no_in_the_words_of_each_place(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, kevin, guadalupe = people(home)
        await maria.types("/poll Shall we start at 8?")
        await maria.sees("Shall we start at 8?", "• Yes\n• No", "One answer, until")
        await maria.presses("Edit")
        await maria.fills_in(places=[STAFF, SQUARE, PLAZA])
        await maria.presses("Post it")
        await guadalupe.answers("Sí")
        await guadalupe.sees("Recibí su respuesta: Sí.")
        await kevin.answers("No")
        await kevin.sees("Your answer is in: No.")
        await guadalupe.sees_card("Sí: 1 voto", "No: 1 voto", "Han contestado 2 personas.")
        await maria.sees_card("Yes", "No", "2 people have answered.")
        await kevin.sees_card("Yes: 1 vote", "No: 1 vote")
        await kevin.answers("Español")
        await kevin.sees("Sí: 1 voto")
        await guadalupe.presses("Retirar «Sí»")
        await guadalupe.sees("Ahora no tiene ninguna respuesta")
        await kevin.sees_card("Yes: 0 votes")


@pytest.mark.parametrize(
    ("platform", "name", "channel", "hint", "labels"),
    [
        ("slack", "Maria Rivera", "lincoln-staff", "Left empty: yes or no", ["• Yes", "• No"]),
        ("discord", "Rosa Delgado", "town-square", "Si lo deja vacío: sí o no", ["• Sí", "• No"]),
    ],
)
async def test_the_form_left_empty_asks_for_yes_or_no(
    tmp_path: Path, platform: str, name: str, channel: str, hint: str, labels: list[str]
) -> None:
    async with house(tmp_path) as home:
        author = chair(home, platform, name, channel)
        await author.types("/poll")
        options = (await author.form()).fields[1]
        assert hint in options.hint
        await author.fills_in(question=QUESTION)
        await author.sees(QUESTION, "\n".join(labels))


async def test_a_rating_shows_its_average(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, kevin, guadalupe = people(home)
        await posted(maria, "/poll How was the fair? | 1 - 5", STAFF, SQUARE, PLAZA)
        card = await kevin.sees_card("How was the fair?", "5: 0 votes")
        assert [button.label for button in card.buttons][:5] == ["1", "2", "3", "4", "5"]
        assert "Average" not in card.text
        for who, stars in ((maria, "5"), (kevin, "4"), (guadalupe, "4")):
            await who.answers(stars)
        await maria.sees_card("Average: 4.3 (from 1 to 5)", "2 votes")
        await kevin.sees_card("Average: 4.3 (from 1 to 5)", "4: 2 votes", "5: 1 vote")
        await guadalupe.sees_card("Promedio: 4.3 (de 1 a 5)", "4: 2 votos")
        await maria.answers("3")
        await maria.sees_card("Average: 3.7 (from 1 to 5)")


async def test_nobody_gives_more_answers_than_fit(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, kevin, guadalupe = people(home)
        await maria.types("/poll")
        await maria.fills_in(
            question=QUESTION, options=OPTIONS, several="Up to 2 answers", places=[STAFF, SQUARE, PLAZA]
        )
        await maria.sees("Up to 2 answers, until")
        await maria.presses("Post it")
        await kevin.sees_card("Please pick up to 2 by")
        for option in ("Tuesday", "Neither"):
            await kevin.answers(option)
        await kevin.sees("Your answers are in: Tuesday and Neither.")
        await kevin.answers("Thursday")
        await kevin.sees("Nothing has changed: 2 answers fit, and yours are in: Tuesday and Neither.")
        await kevin.answers("Neither")  # which is in already
        await kevin.sees("Your answers are in: Tuesday and Neither.")
        await kevin.presses("Take back “Neither”")
        await kevin.sees("Your answers are in: Tuesday.")
        await kevin.answers("Thursday")
        await kevin.sees("Your answers are in: Tuesday and Thursday.")
        await guadalupe.sees_card("Elija hasta 2; puede cambiarlas")
        for option in ("Neither", "Thursday", "Tuesday"):
            await guadalupe.answers(option)
        await guadalupe.sees("Nada cambió: caben 2 respuestas y ya están las suyas: Thursday y Neither.")
        await kevin.sees_card("Tuesday: 1 vote", "Thursday: 2 votes", "Neither: 1 vote", "2 people have answered.")
        assert counts(tmp_path)["ballots"] == 4


async def test_an_anonymous_answer_that_does_not_fit_is_not_named(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, kevin, _ = people(home)
        await maria.types("/poll")
        await maria.fills_in(question=QUESTION, options=OPTIONS, several="Up to 2 answers", places=[STAFF, SQUARE])
        await maria.switches("Make it anonymous", "Make it not anonymous")
        await maria.presses("Post it")
        await kevin.answers("Tuesday")
        await kevin.answers("Neither")
        await kevin.sees("Your answer is in. You can add others")
        await kevin.answers("Thursday")
        told = await kevin.sees("Nothing has changed: 2 answers fit, and yours are in.")
        assert not any(option in told.text for option in OPTIONS.split("\n"))
        await kevin.presses("Take my answer back")
        await kevin.answers("Thursday")
        await kevin.sees("Your answer is in.")


async def test_as_many_as_there_are_is_as_many_as_they_like(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, _, _ = people(home)
        await maria.types("/poll")
        await maria.fills_in(question=QUESTION, options=OPTIONS, several="Up to 3 answers")
        await maria.sees("As many answers as they like, until")
        await maria.presses("Edit")
        await maria.fills_in(options="")
        await maria.sees("• Yes\n• No", "One answer, until")  # more than one would make no sense
        await later(home, minutes=1)
        await maria.presses("Post it")
        await maria.sees_card("Please pick one by")
