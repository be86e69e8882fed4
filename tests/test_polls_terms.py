"""On which terms a poll is held: when the count shows, who may answer, how many must, and when it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.databases import on_either
from support.house import House, house
from support.talk import LINE, QUESTION, Chair, chair, counts, later

pytestmark = on_either

STAFF, SQUARE, PLAZA = "#lincoln-staff (Slack)", "#town-square (Discord)", "#plaza-en-español (Discord)"
ALL_STAFF = "#all-staff (Slack)"


def people(home: House) -> tuple[Chair, Chair, Chair]:
    """Maria in Slack; Kevin and Guadalupe in Discord, she where Spanish is spoken."""
    return (
        chair(home, "slack", "Maria Rivera", "lincoln-staff"),
        chair(home, "discord", "Kevin Brandvold", "town-square"),
        chair(home, "discord", "Guadalupe Navarrete", "plaza-en-español"),
    )


async def draws_up(author: Chair, *places: str, **terms: str | list[str]) -> None:
    """A poll of theirs on these terms, which stands before them to be looked over."""
    await author.types(LINE)
    await author.presses("Edit")
    await author.fills_in(places=places)
    await author.presses("More settings")
    await author.fills_in(**terms)


async def closes(author: Chair) -> None:
    await author.answers("Who sees what?")
    await author.presses("Close the poll")
    await author.presses("Yes, close it")


async def test_the_count_shows_to_those_who_have_answered(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, kevin, guadalupe = people(home)
        await draws_up(maria, STAFF, SQUARE, PLAZA, results="To each person who has answered, and at the end")
        await maria.sees("Those who have answered see the count privately")
        await maria.presses("Post it")
        before = await kevin.sees_card("Once you have answered you see the count so far")
        await guadalupe.answers("Thursday")
        await guadalupe.sees("Recibí su respuesta: Thursday.", "Solo usted ve esto.", "Thursday: 1 voto")
        await kevin.answers("Tuesday")
        await kevin.sees("Your answer is in: Tuesday.", "Only you see this.", "Tuesday: 1 vote", "Thursday: 1 vote")
        await kevin.presses("Take back “Tuesday”")
        told = await kevin.sees("You have no answer in now.")
        assert "vote" not in told.text
        await kevin.answers("Who sees what?")
        await kevin.sees("Those who have answered are shown privately how many people chose each answer so far")
        card = await kevin.sees_card(QUESTION)
        assert (card.text, card.edited) == (before.text, before.edited)
        await closes(maria)
        await kevin.sees_card("Closed", "Thursday: 1 vote", "One person answered.")


@pytest.mark.parametrize(
    ("quorum", "before", "missed"),
    [
        ("3 people or more", "It counts if 3 or more people answer.", "Not valid: fewer than 3 people answered."),
        ("A quarter of those who can", "It counts if a quarter or more", "Not valid: fewer than a quarter"),
        ("Somebody from each group", "It counts if somebody from each group", "Not valid: not every group"),
    ],
)
async def test_a_quorum_that_is_missed_is_said_plainly(tmp_path: Path, quorum: str, before: str, missed: str) -> None:
    async with house(tmp_path) as home:
        maria, kevin, guadalupe = people(home)
        await draws_up(maria, STAFF, SQUARE, PLAZA, quorum=quorum)
        await maria.sees(before)
        await maria.presses("Post it")
        await kevin.sees_card(before)
        await kevin.answers("Tuesday")
        await kevin.sees("Your answer is in")
        await maria.answers("Thursday")
        await closes(maria)
        await maria.sees(missed, "2 people answered.")
        await kevin.sees_card(missed)
        await guadalupe.sees_card("No es válida:")
        await maria.presses("Open it again")
        await maria.fills_in(closes=max((await maria.form()).fields[0].choices)[1])
        await kevin.sees_card(before)


async def test_a_quorum_that_is_met(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, kevin, guadalupe = people(home)
        await draws_up(maria, STAFF, SQUARE, PLAZA, quorum="A quarter of those who can")
        await maria.switches("Make it anonymous", "Make it not anonymous")
        await maria.sees("Anonymous:", "It counts if a quarter or more")
        await maria.presses("Post it")
        for who in (kevin, guadalupe, maria):
            await who.answers("Tuesday")
        await maria.sees("Your answer is in.")
        await closes(maria)
        card = await kevin.sees_card("Closed", "Fewer than 5 people answered")
        assert "Not valid" not in card.text


async def test_a_quorum_that_cannot_be_reached_is_refused(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria, _, _ = people(home)
        await draws_up(maria, STAFF, quorum="100 people or more")
        form = await maria.form()
        assert "people can answer, so 100 can't be reached" in (
            form.field("How many must answer for it to count?").error or ""
        )
        await maria.fills_in(quorum="3 people or more")
        await maria.sees("It counts if 3 or more people answer.")


async def test_it_is_only_for_some(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        _, kevin, guadalupe = people(home)
        samuel, maria = (chair(home, "slack", name, "all-staff") for name in ("Samuel Okafor", "Maria Rivera"))
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        await draws_up(
            samuel, ALL_STAFF, SQUARE, PLAZA, people=["PTA liaisons", "Principals"], buildings=["Lincoln Elementary"]
        )
        await samuel.sees("Principals and PTA liaisons (Lincoln Elementary only): by the roster, 2 people at most can")
        await samuel.presses("Post it")
        await kevin.sees_card("Only for: Principals and PTA liaisons (Lincoln Elementary only).")
        await guadalupe.sees_card("Solo para: Directoras y directores y Enlaces de la PTA")
        await kevin.answers("Tuesday")
        await kevin.sees("This poll is for others: Principals and PTA liaisons (Lincoln Elementary only).")
        await maria.answers("Tuesday")
        await maria.sees("This poll is for others")
        await rosa.types("/somewhere")
        await rosa.sees(QUESTION)
        await rosa.answers("Thursday")
        await rosa.sees("Recibí su respuesta: Thursday.")
        await kevin.types("/somewhere")
        assert QUESTION not in (await kevin.sees("Hello, Kevin Brandvold")).text
        await kevin.sees_card("One person has answered.")
        assert counts(tmp_path)["ballots"] == 1


async def test_an_audience_of_nobody_is_refused(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        samuel = chair(home, "slack", "Samuel Okafor", "all-staff")
        await draws_up(samuel, ALL_STAFF, people=["The superintendent"], buildings=["Lincoln Elementary"])
        error = (await samuel.form()).field("Which people is it for?").error or ""
        assert "Nobody could answer: The superintendent (Lincoln Elementary only) and the channels where" in error
        await samuel.fills_in(people=["Principals", "Building reps"], buildings=["Lincoln Elementary"])
        await samuel.sees("Building reps and Principals", "2 people can answer")
        await samuel.presses("Edit")
        await samuel.fills_in(places=[SQUARE])
        await samuel.sees("Building reps and Principals", SQUARE)


async def test_nobody_polls_another_groups_people_alone(tmp_path: Path) -> None:
    """Those of their own group among them they do."""
    async with house(tmp_path) as home:
        samuel, maria = (chair(home, "slack", name, "all-staff") for name in ("Samuel Okafor", "Maria Rivera"))
        alone = "These are people of Cedar Valley Education Association alone. Dana Lee (the association's president"
        await draws_up(samuel, ALL_STAFF, people=["Cedar Valley Education Association"])
        for some in (["Building reps"], ["Building reps", "Cedar Valley Education Association"]):
            form = await samuel.form()
            assert alone in (form.field("Which people is it for?").error or "")
            await samuel.fills_in(people=some)
        form = await samuel.form()
        assert "or pick people of your own group, too" in (form.field("Which people is it for?").error or "")
        await samuel.fills_in(people=["Building reps", "Principals"])
        await samuel.sees("Nothing is posted yet", "Building reps and Principals")
        assert counts(tmp_path)["polls"] == 0
        await draws_up(maria, ALL_STAFF, people=["Building reps"])
        await maria.sees("Nothing is posted yet", "It is only for Building reps")


async def test_nor_is_a_group_polled_with_people_of_another_building(tmp_path: Path) -> None:
    """Nobody at Lincoln is the superintendent."""
    async with house(tmp_path) as home:
        samuel = chair(home, "slack", "Samuel Okafor", "all-staff")
        both = ["Cedar Valley Education Association", "The superintendent"]
        await draws_up(samuel, ALL_STAFF, people=both, buildings=["Lincoln Elementary"])
        error = (await samuel.form()).field("Which people is it for?").error or ""
        assert "These are people of Cedar Valley Education Association alone." in error
        assert counts(tmp_path)["polls"] == 0


async def test_who_is_in_discord_is_told_who_could_ask(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        marcus = chair(home, "discord", "Marcus Tilley", "town-square")
        await draws_up(marcus, SQUARE, people=["Principals"])
        await marcus.sees("These are people of District Administration alone. Samuel Okafor", "could ask them")
        await marcus.presses("Fix it")
        await marcus.fills_in(people=["Principals", "PTA liaisons"])
        await marcus.sees("Principals and PTA liaisons", "people at most can answer")


async def test_it_closes_once_all_have_answered(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        _, kevin, _ = people(home)
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        elena = chair(home, "slack", "Elena Ortiz", "all-staff")
        samuel = chair(home, "slack", "Samuel Okafor", "all-staff")
        await draws_up(
            samuel,
            ALL_STAFF,
            SQUARE,
            people=["PTA liaisons", "Principals"],
            buildings=["Lincoln Elementary"],
            until="Sooner, once all have answered",
        )
        await samuel.sees("It closes sooner, a minute after everyone who can answer has.")
        await samuel.presses("Post it")
        await rosa.answers("Thursday")
        await rosa.sees("Recibí su respuesta")
        await later(home, minutes=2)
        await elena.answers("Tuesday")
        await elena.sees("Recibí su respuesta: Tuesday.")
        await later(home, seconds=50)
        await elena.answers("Thursday")  # and thinks again
        await elena.sees("Recibí su respuesta: Thursday.")
        await later(home, seconds=50)
        await kevin.sees_card("Please pick one by", "Thursday: 2 votes")
        await later(home, seconds=11)
        await kevin.sees_card("Closed", "Thursday: 2 votes")
        assert counts(tmp_path)["due"] == 0
