"""What is to be said is said once, whenever the process dies and whatever the platform answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from itertools import pairwise

import pytest
from sqlalchemy.orm import Session
from support.board import PACES, START, Board, Office, at, board, here
from support.databases import on_both

from bot.boundary import OutcomeUnknown, Refused, RetryAfter
from bot.delivery import claims
from bot.delivery.claims import LEASE, SETTLE
from bot.delivery.outbox import Delivery, State, standings
from bot.delivery.outcomes import LONGEST
from bot.delivery.sender import CUT_OFF

pytestmark = on_both


__all__ = ["board", "here"]


def states(here: Office) -> list[State]:
    return [delivery.state for delivery in here.deliveries()]


# When the process dies -------------------------------------------------------------------------------------------


class Died(Exception):
    """In the middle of a transaction."""


async def before_the_claim_commits(here: Office) -> None:
    def claim_and_die(session: Session) -> None:
        assert claims.claim(session, {"slack": here.board}, 32, here.now)
        raise Died

    with pytest.raises(Died):
        await here.writer.do(claim_and_die)


async def after_the_claim(here: Office) -> None:
    assert await here.claim()


async def after_the_platform_accepted(here: Office) -> None:
    for step in await here.claim():
        await here.attempt(step)


async def after_the_finish(here: Office) -> None:
    assert await here.carry_out()


Death = Callable[[Office], Awaitable[None]]
DEATHS: list[Death] = [before_the_claim_commits, after_the_claim, after_the_platform_accepted, after_the_finish]


@pytest.mark.parametrize("die", DEATHS)
async def test_whenever_it_dies_each_message_stands_once(here: Office, board: Board, die: Death) -> None:
    for subject in (1, 2, 3):
        await here.say(subject)
    await die(here)
    await here.restart()
    await here.settle()
    assert board.texts() == ["1", "2", "3"]
    assert len(board.accepted) == 3
    assert states(here) == [State.STANDING] * 3


@pytest.mark.parametrize("die", DEATHS)
async def test_whenever_it_dies_the_last_version_is_shown(here: Office, board: Board, die: Death) -> None:
    await here.say(1)
    await here.settle()
    await here.change(1, "changed")
    await die(here)
    await here.change(1, "changed again")
    await here.restart()
    await here.settle()
    assert board.texts() == ["changed again"]


@pytest.mark.parametrize("die", DEATHS)
async def test_whenever_it_dies_what_was_taken_away_is_gone(here: Office, board: Board, die: Death) -> None:
    await here.say(1)
    await here.settle()
    await here.remove(1)
    await die(here)
    await here.restart()
    await here.settle()
    assert board.texts() == []
    assert states(here) == [State.GONE]


async def test_what_was_on_its_way_when_it_died_may_still_arrive(here: Office, board: Board) -> None:
    await here.say(1)
    (step,) = await here.claim()
    here.now += CUT_OFF - 1
    await here.restart()
    here.now += SETTLE - 0.1
    assert await here.claim() == []
    board.accept(at("C1"), "1", step.delivery)
    await here.settle()
    assert board.texts() == ["1"]


async def test_another_waits_until_the_lease_of_one_that_died_is_over(here: Office) -> None:
    await here.say(1)
    assert await here.claim()
    here.now += LEASE - 0.1
    assert await here.claim() == []
    here.now += 0.2
    (step,) = await here.claim()
    assert step.since == START


# What the platform says ------------------------------------------------------------------------------------------


async def test_not_now_waits_as_long_as_it_is_told_and_leaves_no_doubt(here: Office, board: Board) -> None:
    await here.say(1)
    board.fails(RetryAfter(30.0))
    await here.carry_out()
    (delivery,) = here.deliveries()
    assert (delivery.state, delivery.since, delivery.not_before) == (State.WAITING, None, START + 30)
    here.now += 29.9
    assert await here.claim() == []
    here.now += 0.2
    board.tells = False  # it is not asked whether it stands
    assert await here.carry_out() == ["post"]
    assert board.texts() == ["1"]


async def test_not_now_after_a_doubt_keeps_the_doubt(here: Office, board: Board) -> None:
    await here.say(1)
    board.fails(OutcomeUnknown())
    await here.carry_out()
    here.now += 100
    board.fails(RetryAfter(1.0))
    await here.carry_out()
    assert [delivery.since for delivery in here.deliveries()] == [START]


async def test_not_now_holds_for_the_whole_workspace_where_its_pace_does(here: Office, board: Board) -> None:
    board.paces = PACES
    for channel in ("C1", "C2"):
        await here.say(1, channel)
    await here.settle()
    await here.change(1, "changed")
    board.fails(RetryAfter(30.0))
    assert await here.carry_out() == ["edit"]
    here.now += 29
    assert await here.carry_out() == []
    await here.settle()
    assert board.texts("C1") == board.texts("C2") == ["changed"]
    assert board.asked.count("edit") == 3


async def test_a_refusal_is_kept_with_its_reason_and_blocks_nothing(here: Office, board: Board) -> None:
    for subject in (1, 2):
        await here.say(subject)
    board.fails(Refused("not_in_channel"))
    await here.settle()
    assert board.texts() == ["2"]
    (standing,) = here.look(lambda session: standings(session, "word", 1))
    assert (standing.state, standing.reason) == (State.FAILED, "not_in_channel")
    assert [delivery.waits_since for delivery in here.deliveries()] == [None, None]

    board.tells = False  # there is no doubt that it could look up
    await here.try_again(1)
    await here.settle()
    assert board.texts() == ["2", "1"]


async def test_without_evidence_it_is_held_and_blocks_nothing(here: Office, board: Board) -> None:
    for subject in (1, 2):
        await here.say(subject)
    board.tells = False
    board.fails(OutcomeUnknown())
    await here.settle()
    assert states(here) == [State.HELD, State.STANDING]
    assert board.texts() == ["2"]
    await here.change(1, "changed")
    await here.settle()
    assert states(here) == [State.HELD, State.STANDING]

    await here.try_again(1)  # somebody has looked
    await here.settle()
    assert board.texts() == ["2", "changed"]


@pytest.mark.parametrize("arrives", [True, False])
async def test_a_doubt_is_settled_by_what_stands_there(here: Office, board: Board, arrives: bool) -> None:
    for subject in (1, 2):
        await here.say(subject)
    board.fails(OutcomeUnknown(), arrives=arrives)
    await here.settle()
    assert board.texts() == ["1", "2"]
    assert len(board.accepted) == 2


async def test_a_post_that_was_cut_off_late_has_time_to_arrive(here: Office, board: Board) -> None:
    await here.say(1)
    (step,) = await here.claim()
    here.now += CUT_OFF
    await here.finish(step, TimeoutError())
    here.now += SETTLE - 0.1
    assert await here.claim() == []
    board.accept(at("C1"), "1", step.delivery)
    await here.settle()
    assert len(board.accepted) == 1


async def test_what_keeps_failing_is_tried_ever_more_rarely_and_for_ever(here: Office, board: Board) -> None:
    await here.say(1)
    tried: list[float] = []
    for _ in range(8):
        (step,) = await here.claim()
        tried.append(here.now)
        await here.finish(step, OutcomeUnknown())
        (delivery,) = here.deliveries()
        here.now = delivery.not_before
    gaps = [after - before for before, after in pairwise(tried)]
    assert gaps == sorted(gaps)
    assert (gaps[0], gaps[-1]) == (SETTLE, LONGEST)

    def after_days(session: Session) -> None:
        session.get_one(Delivery, step.delivery).tries = 5000

    await here.writer.do(after_days)
    assert await here.claim()
    await here.finish(step, OutcomeUnknown())
    await here.settle()
    assert board.texts() == ["1"]


# Again -----------------------------------------------------------------------------------------------------------


async def test_what_was_refused_while_in_doubt_is_looked_for_when_tried_again(here: Office, board: Board) -> None:
    await here.say(1)
    board.fails(OutcomeUnknown(), arrives=True)
    await here.carry_out()
    here.now += SETTLE
    (step,) = await here.claim()
    await here.finish(step, Refused("not_in_channel"))
    assert states(here) == [State.FAILED]
    await here.try_again(1)
    await here.settle()
    assert len(board.accepted) == 1
    assert states(here) == [State.STANDING]


async def test_trying_again_and_again_doubles_nothing(here: Office, board: Board) -> None:
    """A card stands, but its channel is closed to the bot for a while."""
    await here.say(1)
    await here.settle()
    await here.change(1, "changed")
    for _ in range(3):
        for _ in range(2):
            board.fails(Refused("not_in_channel"))
        await here.carry_out()
        await here.carry_out()
        await here.try_again(1)
    board.will.clear()
    await here.settle()
    assert board.texts() == ["changed"]
