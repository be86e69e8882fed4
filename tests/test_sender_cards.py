"""What changes and what is taken away, and how fast: edits, removals, paces."""

from __future__ import annotations

import asyncio
from collections import Counter
from itertools import pairwise

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from support.board import CARD, PACES, START, Board, Office, board, here
from support.databases import on_both

from bot.boundary import Address, OutcomeUnknown, Pace, RetryAfter
from bot.delivery import outbox
from bot.delivery.outbox import NEVER, Destination, State
from bot.delivery.outcomes import GAPS, QUIET

pytestmark = on_both


__all__ = ["board", "here"]


def states(here: Office) -> list[State]:
    return [delivery.state for delivery in here.deliveries()]


# Edits -----------------------------------------------------------------------------------------------------------


async def test_the_first_edit_comes_at_once_and_then_ever_wider_apart(here: Office, board: Board) -> None:
    await here.say(1)
    await here.settle()
    edited: list[float] = []
    here.now += 10
    for number in range(100):
        await here.change(1, f"version {number}")
        edited += [here.now] * len(await here.carry_out())
        here.now += 0.5
    await here.settle()
    assert edited[0] == pytest.approx(START + 10, abs=0.1)
    gaps = [after - before for before, after in pairwise(edited)]
    assert gaps == [1, 2, 4, 8, 15, 15]
    assert board.texts() == ["version 99"]

    here.now += QUIET + GAPS[1]
    for wanted in (["edit"], [], ["edit"]):
        await here.change(1, f"later {here.now}")
        assert await here.carry_out() == wanted
        here.now += GAPS[0] / 2


async def test_what_must_wait_for_the_next_edit_makes_no_work_meanwhile(here: Office) -> None:
    await here.say(1)
    await here.settle()
    for number in range(3):
        await here.change(1, f"version {number}")
        await here.carry_out()
    (delivery,) = here.deliveries()
    due_at = here.look(lambda session: session.scalar(select(Destination.due_at)))
    assert due_at == delivery.not_before > here.now


async def test_a_change_that_comes_while_an_edit_is_under_way_is_shown_too(here: Office, board: Board) -> None:
    await here.say(1)
    await here.settle()
    await here.change(1, "changed")
    (step,) = await here.claim()
    result = await here.attempt(step)
    await here.change(1, "changed again")
    assert await here.claim() == []
    await here.finish(step, result)
    await here.settle()
    assert board.texts() == ["changed again"]
    assert board.asked.count("edit") == 2


async def test_a_change_that_comes_while_it_is_posted_is_shown_too(here: Office, board: Board) -> None:
    await here.say(1)
    (step,) = await here.claim()
    result = await here.attempt(step)
    await here.change(1, "changed")
    await here.finish(step, result)
    await here.settle()
    assert board.texts() == ["changed"]


async def test_a_post_that_is_found_again_may_show_an_old_version(here: Office, board: Board) -> None:
    await here.say(1)
    board.fails(OutcomeUnknown(), arrives=True)
    await here.carry_out()
    await here.change(1, "changed")
    await here.settle()
    assert board.texts() == ["changed"]
    assert len(board.accepted) == 1


async def test_a_thousand_changes_are_a_few_edits(here: Office, board: Board) -> None:
    await here.say(1)
    await here.settle()
    await asyncio.gather(*(here.change(1, "the last") for _ in range(1000)))
    await here.settle()
    assert board.texts() == ["the last"]
    assert board.asked.count("edit") <= 2


# Removal ---------------------------------------------------------------------------------------------------------


async def test_more_cards_may_change_together_than_a_statement_can_name(here: Office, board: Board) -> None:
    """As where somebody whose words stand in many threads is told apart from another."""
    await here.say(1)
    await here.settle()
    here.now += 10

    def change(session: Session) -> None:
        for one in range(1, 16_500):
            outbox.settle(session, CARD, one)

    await here.writer.do(change)
    assert [(one.wanted, one.done_at) for one in here.deliveries()] == [(2, here.now)]
    here.words[1] = "changed"
    assert await here.carry_out() == ["edit"]


async def test_what_is_taken_away_before_it_was_posted_is_never_posted(here: Office, board: Board) -> None:
    for subject in (1, 2):
        await here.say(subject)
    await here.remove(1)
    await here.settle()
    assert [one.text for one in board.accepted] == ["2"]
    assert states(here) == [State.GONE, State.STANDING]


@pytest.mark.parametrize("error", [None, OutcomeUnknown()])
async def test_what_is_taken_away_while_it_is_posted_goes_again(
    here: Office, board: Board, error: Exception | None
) -> None:
    await here.say(1)
    if error:
        board.fails(error, arrives=True)
    (step,) = await here.claim()
    result = await here.attempt(step)
    await here.remove(1)
    await here.finish(step, result)
    await here.settle()
    assert board.texts() == []
    assert len(board.accepted) == 1
    assert states(here) == [State.GONE]


async def test_what_cannot_be_taken_away_now_is_taken_away_later(here: Office, board: Board) -> None:
    await here.say(1)
    await here.settle()
    await here.change(1, "changed")
    await here.remove(1)
    for error in (RetryAfter(5.0), OutcomeUnknown()):
        board.fails(error)
    await here.settle()
    assert board.texts() == []
    assert "edit" not in board.asked


# Paces -----------------------------------------------------------------------------------------------------------


async def test_a_channel_and_its_threads_share_a_pace(here: Office, board: Board) -> None:
    board.paces = dict.fromkeys(PACES, Pace(channel=1.0))
    for subject, channel in enumerate(("C1", "C1/17.0", "C1/18.0", "C2")):
        await here.say(subject, channel)
    assert sorted([step.address for step in await here.claim()]) == ["slack:T1/C1", "slack:T1/C2"]
    here.now += 1.01
    assert len(await here.claim()) == 1
    here.now += 1.01
    assert len(await here.claim()) == 1


async def test_people_are_written_to_one_after_the_other(here: Office, board: Board) -> None:
    board.paces = dict.fromkeys(PACES, Pace(dms=2.0))
    for subject, channel in enumerate(("@U1", "@U2", "C1", "C2")):
        await here.say(subject, channel)
    begun = [step.address for step in await here.claim()]
    assert sorted(begun) == ["slack:T1/@U1", "slack:T1/C1", "slack:T1/C2"]
    here.now += 1.9
    assert await here.claim() == []
    here.now += 0.2
    assert [step.address for step in await here.claim()] == ["slack:T1/@U2"]


async def test_those_that_wait_for_a_workspace_have_one_turn_after_the_other(here: Office, board: Board) -> None:
    board.paces = dict.fromkeys(PACES, Pace(workspace=0.1))
    for number in range(4):
        await here.say(number, f"C{number}")
    sent = []
    for _ in range(4):
        (step,) = await here.claim()
        await here.finish(step, await here.attempt(step))
        sent.append(step.subject)
        waiting = here.look(
            lambda session: session.scalars(select(Destination.due_at).order_by(Destination.due_at)).all()
        )
        assert [round((due - here.now) * 10) for due in waiting if due < NEVER] == list(range(1, 4 - len(sent) + 1))
        here.now += 0.1
    assert sent == [0, 1, 2, 3]


async def test_a_turn_that_comes_late_makes_those_after_it_no_later(here: Office, board: Board) -> None:
    board.paces = dict.fromkeys(PACES, Pace(workspace=0.1))
    for number in range(3):
        await here.say(number, f"C{number}")
    assert len(await here.claim()) == 1
    here.now += 0.15
    assert len(await here.claim()) == 1
    here.now += 0.04
    assert await here.claim() == []
    here.now += 0.02
    assert len(await here.claim()) == 1


async def test_a_workspace_has_a_pace_and_the_next_has_its_own(here: Office, board: Board) -> None:
    board.paces = dict.fromkeys(PACES, Pace(workspace=1.0))
    for number in range(3):
        await here.say(number, f"C{number}")
    elsewhere = Address("slack", "T2", "C9")
    await here.writer.do(lambda session: outbox.say(session, elsewhere, "word", 0, "en"))
    started: list[str] = []
    for _ in range(3):
        started += [step.address for step in await here.claim()]
        here.now += 1.01
    assert Counter(address.split("/")[0] for address in started) == {"slack:T1": 3, "slack:T2": 1}
    assert started.index("slack:T2/C9") <= 1


async def test_no_more_is_begun_than_there_is_room_for(here: Office) -> None:
    for number in range(5):
        await here.say(number, f"C{number}")
    assert [len(await here.claim(2)) for _ in range(4)] == [2, 2, 1, 0]
