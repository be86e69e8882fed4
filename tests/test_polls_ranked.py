"""Ranked polls: one press after another, each counted at once, and the rounds that decide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support import databases
from support.databases import on_either
from support.house import House, eventually, house
from support.linked import ANJALI, DANA, GILBERTO, KEVIN, MARIA, ROY, Desk, make_teachers
from support.talk import Chair, chair, core, counts, later, post_silently

from bot.boundary import Account, Form, TextField
from bot.polls import results
from bot.polls.counting import Tally
from bot.polls.model import Kind, Option, Poll, Status
from bot.texts import read
from wiring import CONTENT

pytestmark = on_either

QUESTION, TREES = "Which tree?", ("Oak", "Maple", "Elm")
BOTH = ("#lincoln-staff (Slack)", "#town-square (Discord)")
ORDER = "Answers in order, favorite first"
STAFF = ("Maria Rivera", "Priya Natarajan", "Jamal Whitfield", "Owen Lindqvist", "Thuy Pham")


async def asked(home: House, *, anonymous: bool = False) -> Chair:
    maria = chair(home, "slack", "Maria Rivera", "lincoln-staff")
    await maria.types("/poll")
    await maria.fills_in(question=QUESTION, options="\n".join(TREES), several=ORDER, places=BOTH)
    await maria.sees("• Oak\n• Maple\n• Elm", f"{ORDER}, until", "Everyone there sees the count when it closes")
    if anonymous:
        await maria.switches("Make it anonymous", "Make it not anonymous")
    await post_silently(maria)
    await maria.sees("Posted. It closes")
    return maria


async def ranks(who: Chair, *trees: str) -> None:
    await who.answers("Put them in order")
    for tree in trees:
        await who.presses(tree)
        await eventually(lambda tree=tree: who.answer and tree not in labels(who))


def labels(who: Chair) -> list[str]:
    return [button.label for button in who.answer.buttons] if who.answer else []


async def test_each_press_is_the_answer_already(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        card = await kevin.sees_card(QUESTION, "Please put these in your order", "• Maple", "The count appears when it")
        assert [button.label for button in card.buttons] == ["Put them in order", "Who sees what?", "Español"]

        await kevin.answers("Put them in order")
        await kevin.sees("Press your favorite first", "You have no answer in now")
        assert labels(kevin) == [*TREES]
        await kevin.presses("Maple")
        await kevin.sees("Your answer is in, in this order.", "1. Maple")
        await kevin.presses("Oak")
        await kevin.sees("1. Maple\n2. Oak")
        assert labels(kevin) == ["Elm", "Start over"]
        assert counts(tmp_path)["ballots"] == 2
        await kevin.presses("Start over")
        await kevin.sees("You have no answer in now")
        assert counts(tmp_path)["ballots"] == 0
        await kevin.presses("Elm")
        await kevin.sees("1. Elm")
        await kevin.answers("Put them in order")  # another time
        await kevin.sees("1. Elm")
        await kevin.answers("Who sees what?")
        await kevin.sees("sees the result, round by round, once it has closed", "Nobody is shown names.")

        beatriz = chair(home, "slack", "Beatriz Montoya", "lincoln-staff")
        await beatriz.answers("Español")
        await beatriz.presses("Ponerlas en orden")
        await beatriz.sees("Oprima primero su preferida")
        await beatriz.presses("Oak")
        await beatriz.sees("Recibí su respuesta, en este orden.", "1. Oak")
        assert "1" not in (await maria.sees_card(QUESTION)).text.split("until then")[-1]


async def test_the_rounds_that_decide_are_shown(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home)
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        ballots = [("Oak",), ("Oak", "Elm"), ("Maple",), ("Maple", "Oak"), ("Elm", "Maple")]
        for name, ballot in zip(STAFF, ballots, strict=True):
            await ranks(chair(home, "slack", name, "lincoln-staff"), *ballot)
        await ranks(kevin, "Elm", "Maple", "Oak")
        guadalupe = chair(home, "discord", "Guadalupe Navarrete", "town-square")
        await ranks(guadalupe, "Maple")
        await later(home, days=2)
        for who in (maria, kevin):
            await who.sees_card(
                "Closed",
                "Result: Maple",
                "Round 1: Oak 2, Maple 3, Elm 2.",
                "Tied for fewest: Elm, which is last in the list, is out.",
                "Round 2: Oak 2, Maple 5.",
                "A tie for last place goes by the round before, then by the order of the list.",
                "7 people answered.",
            )
        await guadalupe.answers("Español")
        await guadalupe.sees("Resultado: Maple", "Ronda 2: Oak 2, Maple 5.", "sale Elm, que está al final de la lista")


async def test_an_anonymous_ranking_is_not_named_while_it_is_made(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        await asked(home, anonymous=True)
        for name in STAFF[:4]:
            await ranks(chair(home, "slack", name, "lincoln-staff"), "Elm", "Oak")
        kevin = chair(home, "discord", "Kevin Brandvold", "town-square")
        await ranks(kevin, "Oak", "Elm")
        told = await kevin.sees("Your answer is in: 2 of 3 places are filled.")
        assert not any(tree in told.text for tree in TREES)
        assert labels(kevin) == ["Maple", "Start over"]
        await kevin.presses("Start over")
        await kevin.sees("You have no answer in now")
        await ranks(kevin, "Maple")
        await kevin.answers("Who sees what?")
        await kevin.sees("what stays is how many did, and the rounds that decide it: nobody's whole order")
        assert counts(tmp_path)["ballots"] == 0
        await later(home, days=2)
        await kevin.sees_card("Result: Elm", "Round 1: Oak 0, Maple 1, Elm 4.", "5 people answered.")
        for table in ("sealed_ballots", "ballot_keys", "counts"):
            assert not databases.rows(databases.address(tmp_path), f"SELECT * FROM {table}")


async def test_too_few_anonymous_rankings_are_not_shown(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home, anonymous=True)
        for name in STAFF[:4]:
            await ranks(chair(home, "slack", name, "lincoln-staff"), "Elm")
        await later(home, days=2)
        card = await maria.sees_card("Closed", "Fewer than 5 people answered")
        assert "Round" not in card.text


async def test_it_is_opened_again_and_goes_on(tmp_path: Path) -> None:
    async with house(tmp_path) as home:
        maria = await asked(home)
        await ranks(maria, "Oak")
        await later(home, days=2)
        await maria.sees_card("Result: Oak")
        await maria.types("/somewhere")
        await maria.presses("Open it again")
        await maria.fills_in(closes=max((await maria.form()).fields[0].choices)[1])
        await maria.sees("It closes")
        await maria.sees_card("The count appears when it closes.")
        await maria.answers("Put them in order")
        await maria.presses("Maple")
        await maria.sees("1. Oak\n2. Maple")


@pytest.mark.parametrize("anonymous", [False, True])
@pytest.mark.parametrize(("order", "stands"), [((ROY, ANJALI), "2,3"), ((ANJALI, ROY), "1")])
async def test_of_two_who_are_one_person_the_later_ranking_stands_whole(
    tmp_path: Path, order: tuple[Account, ...], stands: str, anonymous: bool
) -> None:
    async with core(tmp_path) as bot:
        desk = Desk(bot)
        make_teachers(bot.settings.database_url)
        await desk.told(desk.command(MARIA, f"{QUESTION} | {' | '.join(TREES)}", "poll"))
        form = await bot.frame.handle(desk.press(MARIA, "poll.edit", "1"))
        assert isinstance(form, Form)
        filled = {one.name: (one.value,) if isinstance(one, TextField) else one.chosen for one in form.fields}
        sent = replace(desk.submit(MARIA, ""), form=form.name, about="1", fields=filled | {"several": ("ranked",)})
        assert ORDER in await desk.told(sent)
        if anonymous:
            await desk.presses(MARIA, "poll.secrecy", "1")
        await desk.presses(MARIA, "poll.post", "1::3" if anonymous else "1::2")
        for who in order:
            for option in {ROY: (1,), ANJALI: (2, 3)}[who]:
                await desk.votes(who, option)
        await desk.links(ROY, ANJALI)
        if anonymous:
            places = len(stands.split(","))
            assert f"{places} of 3 places are filled" in await desk.presses(ANJALI, "poll.rank", "1")
            for voter in (MARIA, DANA, GILBERTO, KEVIN):
                await desk.votes(voter, 1)
        result = await desk.presses(MARIA, "poll.close-now", "1")
        if anonymous:
            assert ("Round 1: Oak 5," if stands == "1" else "Round 1: Oak 4, Maple 1,") in result
            assert ("Everyone who answered put Oak first" in result) is (stands == "1")
        else:
            left = databases.rows(bot.settings.database_url, "SELECT option_id FROM ballots ORDER BY slot")
            assert ",".join(str(option) for (option,) in left) == stands


@databases.on_sqlite
@pytest.mark.parametrize(
    ("rankings", "shown"),
    [
        ({(1, 2): 3, (2,): 3}, ["Result: a tie between Oak and Maple", "Round 1: Oak 3, Maple 3, Elm 0, Ash 0."]),
        ({(1,): 4, (2,): 3, (3,): 2}, ["Result: Oak", "2 answers name none of these."]),
        ({(1,): 5, (2,): 4, (3, 1): 1, (4, 1): 1}, ["Fewest even together: Elm and Ash, now out."]),
        ({}, []),
    ],
)
def test_how_it_went_is_said(rankings: dict[tuple[int, ...], int], shown: list[str]) -> None:
    options = [Option(id=place + 1, position=place, label=tree) for place, tree in enumerate((*TREES, "Ash"))]
    poll = Poll(kind=Kind.RANKED, status=Status.CLOSED, anonymous=False, options=options)
    parts = results.result(poll, Tally(sum(rankings.values()), {}, rankings), read(CONTENT)["en"])
    text = "\n".join(getattr(part, "text", "") for part in parts)
    assert all(one in text for one in shown), text
    assert ("Round" in text) is bool(rankings)
