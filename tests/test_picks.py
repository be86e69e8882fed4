"""Choosing from a list that is longer than a form holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cores import Core, core
from support.corner import Corner, corner, drawn
from support.databases import on_either
from support.districts import copy, edit
from test_questions_passing import asked

from bot import picks
from bot.boundary import Account, Choice, ChoiceField, Form, FormErrors, PickField, Suggestions, Typing

pytestmark = on_either

NAMES = ("Ana Ruiz", "Ana María Peña", "Dana Lee", "José O'Neill", "Jose Oneida", "12 Oaks")
FEW = [Choice(str(number), name) for number, name in enumerate(NAMES)]
MANY = [*FEW, *(Choice(str(number), f"Teacher {number}") for number in range(6, 40))]


def found(offered: list[Choice], given: str) -> str | list[str]:
    """Whom it chooses, or who fits."""
    try:
        return picks.read(offered, given).label
    except picks.Unclear as unclear:
        return [one.label for one in unclear.fitting]


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("#1", "Ana María Peña"),  # as it was picked on Slack
        ("ana maria pena", "Ana María Peña"),
        ("pen", "Ana María Peña"),
        ("ana", ["Ana Ruiz", "Ana María Peña"]),
        ("ruiz ana", "Ana Ruiz"),
        ("jose one", "Jose Oneida"),
        ("o'neill", "José O'Neill"),
        ("12", ["12 Oaks", "Teacher 12"]),  # nobody's number
        ("teach 3", [f"Teacher {number}" for number in range(30, 40)]),
        ("teach 7", "Teacher 7"),
        ("uiz", []),
        ("", []),
        ("  !", []),
        ("#99", []),
    ],
)
def test_what_is_meant_in_a_long_list(given: str, meant: str | list[str]) -> None:
    assert found(MANY, given) == meant


def test_a_whole_name_is_meant_though_others_begin_so() -> None:
    more = [*MANY, Choice("40", "Ana")]
    assert found(more, "ana") == "Ana"


def test_a_short_list_is_chosen_from() -> None:
    field = picks.field("who", "Who?", FEW, "people")
    assert isinstance(field, ChoiceField)
    assert picks.read(FEW, "1").label == "Ana María Peña"
    for given in ("#1", "ana maria", "99", ""):
        with pytest.raises(picks.NotInList):
            picks.read(FEW, given)


# Handing a question on, in a building where many could take it ---------------------------------------------------


def crowded(into: Path) -> Path:
    """At Lincoln there are 30 further reps."""
    folder = copy(into)
    for file, line in (
        ("members.csv", "rep-{0},Reader {0},en,cvea,lincoln,U01READER{0},"),
        ("seats.csv", "room-{0},member,cvea,,lincoln-team,rep-{0},,"),
    ):
        text = (folder / file).read_text("utf-8").rstrip("\n")
        edit(folder, file, text, "\n".join((text, *(line.format(number) for number in range(30)))))
    return folder


async def suggested(bot: Core, who: Account, text: str, about: str = "1") -> list[Choice]:
    typing = Typing(id="typing", actor=who, name="question.hand-on", text=text, about=about)
    answer = await bot.frame.handle(typing)
    assert isinstance(answer, Suggestions)
    return list(answer.choices)


def seat_field(who: Corner) -> PickField:
    assert isinstance(who.answer, Form)
    field = who.answer.fields[0]
    assert isinstance(field, PickField)
    return field


async def test_a_question_is_handed_on_to_one_of_many(tmp_path: Path) -> None:
    async with core(tmp_path, crowded(tmp_path)) as bot:
        await asked(bot, "Owen Lindqvist", "Reading and literacy")
        maria, priya = corner(bot, "Maria Rivera"), corner(bot, "Priya Natarajan")
        await maria.presses("question.hand-on", "1")
        assert len(seat_field(maria).choices) > 30

        assert len(await suggested(bot, maria.account, "")) == 25
        reader = await suggested(bot, maria.account, "reader 17")
        assert [one.label.partition(",")[0] for one in reader] == ["Reader 17"]
        for who, about in ((priya, "1"), (maria, "99"), (maria, "")):  # with whom it does not rest
            assert await suggested(bot, who.account, "reader", about) == []

        await maria.fills_in(seat="read 1", note="I am away until May.")
        assert isinstance(maria.answer, FormErrors)
        assert maria.answer.errors.keys() == {"seat"}
        maria.sees("That fits 11 names, among them: Reader 1, a member", "Please write the whole name.")
        await maria.clicks("Fix it")
        assert (seat_field(maria).typed, seat_field(maria).chosen) == ("read 1", ())
        await maria.fills_in(seat="nobody")
        maria.sees("No name in the list fits that.")
        await maria.clicks("Fix it")
        await maria.fills_in(seat=reader[0].value)
        maria.sees("It rests with Reader 17")
        assert "Added when it was passed on:\nI am away until May." in drawn(bot, "question.rep", 1)


async def test_a_topic_is_one_of_many(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    topics = (
        f"  - {{key: t{number}, en: Topic {number}, es: Tema {number}, committee: schedule}}" for number in range(30)
    )
    edit(folder, "district.yaml", "  - key: bargaining\n", "\n".join((*topics, "  - key: bargaining", "")))
    async with core(tmp_path, folder) as bot:
        await asked(bot, "Owen Lindqvist", "Reading and literacy")
        maria, priya = corner(bot, "Maria Rivera"), corner(bot, "Priya Natarajan")
        await maria.presses("question.pass", "1")
        await maria.fills_in(note="")
        await priya.presses("question.pass-on", "1")
        assert isinstance(priya.answer, Form)
        await priya.fills_in(topic="topic", note="Theirs.")
        priya.sees("That fits 30 names, among them: Topic 0 · Schedule Committee;")
        await priya.clicks("Fix it")
        await priya.fills_in(topic="topic 17")
        priya.sees("It goes there once they say yes.")
        await corner(bot, "Owen Lindqvist").agrees()
        assert "Theirs." in drawn(bot, "question.committee", 1)
