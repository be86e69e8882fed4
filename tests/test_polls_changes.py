"""An open poll is set right without losing an answer, and its card says what was changed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.databases import on_either
from support.house import house
from support.talk import LINE, chair, counts, forge, posted

import wiring
from bot import texts
from bot.people import model as people
from bot.polls import cards
from bot.polls.amending import pair
from bot.polls.counting import Tally
from bot.polls.model import Kind, Option, Poll, Results, Status

pytestmark = on_either

WORDS = texts.read(wiring.CONTENT)
MESSAGE_MOST = 3500  # characters, as the boundary has it
BOTH = ("#lincoln-staff (Slack)", "#town-square (Discord)")
LABELS = st.lists(st.sampled_from("abcdefghijkl"), min_size=2, max_size=10, unique=True)


@given(LABELS, LABELS)
def test_each_line_becomes_one_or_none_and_words_that_stay_keep_their_answers(
    before: list[str], after: list[str]
) -> None:
    pairs = pair(before, after)
    assert sorted(was for was, _ in pairs if was is not None) == list(range(len(before)))
    assert sorted(now for _, now in pairs if now is not None) == list(range(len(after)))
    assert all((before.index(one), after.index(one)) in pairs for one in set(before) & set(after))
    gone, new = [was for was, now in pairs if now is None], [now for was, now in pairs if was is None]
    assert not (gone and new)
    assert len(before) - len(gone) + len(new) == len(after)


async def test_a_word_is_set_right_and_an_answer_added(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await posted(maria, "/poll Which nigth? | Tuesdy | Thursday", *BOTH)
        await kevin.answers("Tuesdy")
        await kevin.sees("Your answer is in: Tuesdy.")
        await maria.answers("Who sees what?")
        await maria.presses("Fix or add answers")
        await maria.fills_in(question="Which night?", options="Tuesday\nThursday\nFriday")
        await maria.sees("Changed. No answer was lost")
        await kevin.sees_card(
            "Which night?", "the question was “Which nigth?”", "“Tuesdy” now reads “Tuesday”.", "Added", "“Friday”"
        )
        await kevin.sees_card("Tuesday: 1 vote", "Thursday: 0 votes", "Friday: 0 votes")
        await maria.answers("Friday")
        await maria.sees("Your answer is in: Friday.")
        await kevin.answers("Español")
        await kevin.sees("La pregunta era «Which nigth?»", "«Tuesdy» ahora dice «Tuesday».", "Friday: 1 voto")
        assert counts(tmp_path)["ballots"] == 2


async def test_an_answer_is_taken_off_only_while_nobody_has_chosen_it(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        rosa = chair(home, "discord", "Rosa Delgado", "town-square")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await rosa.types(LINE)
        await rosa.presses("Publicar")
        await rosa.sees("Publicada.")
        await kevin.answers("Tuesday")
        await kevin.sees("Your answer is in")
        await rosa.answers("Who sees what?")
        await rosa.presses("Corregir o agregar")
        await rosa.fills_in(options="Tuesday\nNeither")
        await rosa.sees("Cambiada.")
        await kevin.sees_card("Taken off", "“Thursday”, which nobody had chosen.", "Tuesday: 1 vote")
        await forge(home, kevin, "poll.vote", "1:2")  # the card as it still stood before them
        await kevin.sees("That answer isn't here any more. Nothing was counted")
        await rosa.answers("Who sees what?")
        await rosa.presses("Corregir o agregar")
        await rosa.fills_in(options="Neither\nMonday\n" * 2)
        await rosa.sees("está dos veces", "Monday")
        await rosa.presses("Corregir")
        await rosa.fills_in(options="Neither")
        await rosa.sees("Hay una sola respuesta")
        await kevin.sees_card("Tuesday: 1 vote", "Neither: 0 votes")


@pytest.mark.parametrize("setting", ["Make it anonymous", "More settings"])
async def test_what_is_not_shown_is_not_told_by_a_refusal(tmp_path: Path, setting: str) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        await maria.types(LINE)
        if setting == "Make it anonymous":
            await maria.switches(setting, "Make it not anonymous")
        else:
            await maria.presses(setting)
            await maria.fills_in(results="At the end only")
            await maria.sees("not before")
        await maria.presses("Post it")
        await maria.presses("Fix or add answers")
        await maria.fills_in(options="Tuesday\nThursday")  # nobody has chosen the third
        form = await maria.form()
        assert "while everyone sees that nobody has chosen it" in (form.field("Answers, one on each line").error or "")
        await maria.fills_in(options="Tuesday\nThursday\nNo night")
        await maria.sees("Changed.")
        await maria.sees_card("“Neither” now reads “No night”.")


async def test_ready_made_answers_stay_and_others_cannot_change_them(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
        owen = chair(home, "slack", "Owen Lindqvist", "lincoln-staff")
        await posted(maria, "/poll Shal we?")
        await forge(home, owen, "poll.amend", "1")
        await owen.sees("Only Lincoln Elementary's building rep can do that")
        await maria.presses("Fix or add answers")
        assert [field.name for field in (await maria.form()).fields] == ["question"]
        await maria.fills_in(question="Shal we?")
        await maria.sees("nothing was changed")
        await maria.presses("Fix or add answers")
        await maria.fills_in(question="Shall we?")
        await owen.sees_card("Shall we?", "the question was “Shal we?”")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("options", "length"), [(2, 300), (7, 285), (10, 75), (10, 200)])
@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.RANKED])
def test_a_card_has_room_for_what_was_changed(language: str, options: int, length: int, kind: Kind) -> None:
    words, now = WORDS[language], datetime(2026, 9, 30, 23, tzinfo=UTC)  # a long day and month in Spanish
    short = [{"at": now.isoformat(), "what": "added", "was": "", "now": f"Option {number}"} for number in range(6)]
    long = [{"at": now.isoformat(), "what": "reworded", "was": "w" * 300, "now": "n" * 300} for _ in range(6)]
    poll = Poll(
        id=1,
        seat=people.Seat(
            role=people.Role.BUILDING_REP,
            district=people.District(zone="America/Chicago"),
            building=people.Building(name="B" * 40),
        ),
        question="q" * 150,
        kind=kind,
        several=True,
        most=3,
        anonymous=False,
        results=Results.LIVE,
        quorum="two-thirds",
        audience="",
        until_all=True,
        status=Status.OPEN,
        closes_at=now,
        options=[Option(id=place, position=place, label=str(place) * length) for place in range(options)],
        changes=long,
    )
    count = Tally(100_000, dict.fromkeys(range(options), 10_000))
    message = cards.poll_message(poll, count, words, WORDS)
    assert len(message.text()) < MESSAGE_MOST
    assert len(message.parts) < 40
    assert 2 <= len(cards.changes(poll, words)) < cards.CHANGES_MOST
    poll.changes = [*long, *short]
    assert len(cards.changes(poll, words)) == cards.CHANGES_MOST
    assert "Option 5" in cards.changes(poll, words)[-1]
