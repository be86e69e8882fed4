"""The sender where somebody stands still, the clock is set, a platform is away, or a fault is our own."""

from __future__ import annotations

import asyncio
import time
from itertools import pairwise
from types import SimpleNamespace

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session
from support.board import CARD, PACES, START, Board, Office, board, here
from support.databases import on_both

import wiring
from bot import texts
from bot.boundary import Message, OutcomeUnknown, Pace, RetryAfter
from bot.delivery import claims, clock_changes, outbox, sender
from bot.delivery.claims import LEASE
from bot.delivery.outbox import Destination, State
from bot.delivery.outcomes import FAULT, FAULTS, LONGEST, NotDrawn
from bot.delivery.sender import Sender

pytestmark = on_both

HOUR, DAY = 3600.0, 24 * 3600.0


__all__ = ["board", "here"]


# Somebody stands still -------------------------------------------------------------------------------------------


async def test_what_comes_after_its_lease_changes_nothing(here: Office, board: Board) -> None:
    """One posts, stands still, and another takes over, finds the post, and edits it."""
    await here.say(1)
    (slow,) = await here.claim()
    result = await here.attempt(slow)
    here.now += LEASE
    assert await here.carry_out() == ["post"]
    await here.change(1, "changed")
    (under_way,) = await here.claim()
    await here.finish(slow, result)
    assert await here.claim() == [], "the other one's lease has not ended"
    await here.finish(under_way, await here.attempt(under_way))
    await here.finish(slow, OutcomeUnknown())
    await here.settle()
    assert (board.texts(), len(board.accepted)) == (["changed"], 1)
    assert [delivery.tries for delivery in here.deliveries()] == [0]


async def test_whoever_stood_still_posts_nothing_any_more(
    here: Office, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "CUT_OFF", 0.1)
    held_up = [0.3]  # seconds, of drawing the card; with it, the whole process might stand still

    def card(_session: Session, subject: int, *_: object) -> Message:
        time.sleep(held_up.pop() if held_up else 0.0)
        return here.card(subject)

    await here.say(1)
    (step,) = await here.claim()
    sending = Sender(here.engine, here.writer, texts.read(wiring.CONTENT), {CARD: card}, {"slack": board})
    monkeypatch.setattr(sender, "time", SimpleNamespace(time=lambda: here.now, monotonic=time.monotonic))

    def draw() -> sender.Drawing:
        return asyncio.create_task(asyncio.to_thread(sending._draw, [step]))

    began = time.monotonic()
    with pytest.raises(RetryAfter):
        await sending._attempt(step, began, draw())
    assert board.asked == []
    assert await sending._attempt(step, time.monotonic(), draw())


async def test_what_is_being_sent_is_never_claimed_again(here: Office) -> None:
    """Whatever the clock says."""
    await here.say(1)
    (step,) = await here.claim()
    here.now += HOUR
    platforms = {"slack": here.board}
    claim = claims.claim
    assert await here.writer.do(lambda session: claim(session, platforms, 9, here.now, busy=[step.address])) == []
    assert len(await here.claim()) == 1


# The clock is set ------------------------------------------------------------------------------------------------


async def test_a_clock_that_goes_back_an_hour_holds_nothing_up(here: Office, board: Board) -> None:
    board.paces = dict.fromkeys(PACES, Pace(workspace=5.0))
    for subject, channel in ((1, "C1"), (2, "C2"), (3, "C3")):
        await here.say(subject, channel)
    (claimed,) = await here.claim()
    board.fails(OutcomeUnknown(), arrives=True)
    await here.finish(claimed, await here.attempt(claimed))
    here.now += 30
    (dead,) = await here.claim(1)  # by a process that ends here
    here.now -= HOUR
    await here.writer.do(lambda session: clock_changes.make_good(session, -HOUR, here.now, LEASE))
    began = here.now
    await here.settle()
    assert here.now - began < 2 * LEASE
    assert sorted(one.text for one in board.standing.values()) == ["1", "2", "3"]
    assert len(board.accepted) == 3
    assert dead.delivery in {one.delivery for one in board.accepted}


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
async def test_whoever_looks_for_a_post_looks_further_back(here: Office, board: Board, jump: float) -> None:
    """It was posted by a clock that may have been wrong, and the platform has its own."""
    await here.say(1)
    (step,) = await here.claim()
    await here.finish(step, OutcomeUnknown())
    await here.writer.do(lambda session: clock_changes.make_good(session, jump, here.now + jump, LEASE))
    assert [delivery.since for delivery in here.deliveries()] == [START - HOUR]
    platforms = {"slack": board}
    await here.say(2, "C2")
    claim = claims.claim
    steps = await here.writer.do(lambda session: claim(session, platforms, 9, here.now, doubt=HOUR))
    assert [delivery.since for delivery in here.deliveries()] == [START - HOUR] * 2
    assert steps[-1].since is None, "this one is certainly new"


def test_a_jump_is_told_from_the_time_that_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SimpleNamespace(at=1000.0, went=0.0)
    monkeypatch.setattr(clock_changes, "time", SimpleNamespace(time=lambda: clock.at, monotonic=lambda: clock.went))
    watch = clock_changes.Watch()
    for by, passed, found in (
        (5.0, 5.0, 0.0),
        (6.9, 5.0, 0.0),
        (6.9, 5.0, 0.0),
        (HOUR + 1, 1.0, HOUR),
        (-HOUR, 0.0, -HOUR),
    ):
        clock.at, clock.went = clock.at + by, clock.went + passed
        assert watch.jump() == found
        watch.seen(found)
    assert watch.doubt == 2 * HOUR


# A platform is away ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [OutcomeUnknown(), RetryAfter(1.0), ConnectionRefusedError(), TimeoutError()])
async def test_a_platform_is_away_for_an_hour(here: Office, board: Board, error: Exception) -> None:
    """It is asked ever more rarely. Then all stands, once, in order, as it is by then."""
    for subject in (1, 2, 3):
        await here.say(subject)
    asked: list[float] = []
    while here.now < START + HOUR:
        for step in await here.claim():
            asked.append(here.now)
            await here.finish(step, error)
            if len(asked) % 10 == 0:
                await here.change(2, f"at {here.now}")
        due_at = here.look(lambda session: session.scalar(select(func.min(Destination.due_at))))
        here.now = max(here.now + 0.5, due_at or 0.0)
    unsent = here.look(lambda session: outbox.oldest_unsent(session, ["slack"]))
    assert unsent == START, "which is what /healthz says"
    gaps = [after - before for before, after in pairwise(asked)]
    assert gaps == pytest.approx(sorted(gaps), abs=1)
    assert LONGEST <= gaps[-1] <= LONGEST + 1
    back = here.now
    await here.change(2, "the last")
    await here.settle()
    assert board.texts() == ["1", "the last", "3"]
    assert len(board.accepted) == 3
    assert here.now - back < LONGEST + 5
    assert here.look(lambda session: outbox.oldest_unsent(session, ["slack"])) is None


# A fault of ours -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [NotDrawn(), ZeroDivisionError()])
async def test_what_always_fails_by_our_own_fault_makes_way(here: Office, board: Board, fault: Exception) -> None:
    for subject in (1, 2):
        await here.say(subject)
    tried = []
    while board.texts() == []:
        for step in await here.claim():
            tried.append(here.now)
            await here.finish(step, fault if step.subject == 1 else await here.attempt(step))
        here.now += 1
    gaps = [after - before for before, after in pairwise(tried)]
    assert len(tried) == FAULTS + 1
    assert gaps[:-1] == sorted(gaps[:-1])
    first, _ = here.deliveries()
    assert (first.state, first.reason) == (State.FAILED, FAULT)
    assert (first.since is None) == isinstance(fault, NotDrawn), "only what was never drawn was certainly not posted"

    await here.try_again(1)
    await here.settle()
    assert board.texts() == ["2", "1"]


async def test_a_fault_now_and_then_is_no_reason_to_give_up(here: Office, board: Board) -> None:
    await here.say(1)
    for _ in range(3 * FAULTS):
        (step,) = await here.claim()
        await here.finish(step, OutcomeUnknown())
        here.now += LONGEST
    for _ in range(FAULTS - 1):
        (step,) = await here.claim()
        await here.finish(step, NotDrawn())
        here.now += LONGEST
    await here.settle()
    assert board.texts() == ["1"]


# Many wait -------------------------------------------------------------------------------------------------------


async def test_whoever_waits_longest_is_served_first(here: Office, board: Board) -> None:
    """Cards that change all the time, in the channels that come first by name, starve no other."""
    channels = [f"C{number:02}" for number in range(20)]
    for subject, channel in enumerate(channels):
        await here.say(subject, channel)
    await here.settle()
    board.paces = dict.fromkeys(PACES, Pace(workspace=1.25))
    here.now += HOUR
    edited: list[int] = []

    def change_all(session: Session) -> None:
        for subject in range(len(channels)):
            outbox.change(session, CARD, subject)

    for _ in channels:
        await here.writer.do(change_all)
        for step in await here.claim(room=6):
            edited.append(step.subject)
            await here.finish(step, await here.attempt(step))
        here.now += 1.26
    assert sorted(edited) == list(range(20))


async def test_finding_what_waits_does_not_go_through_what_has_been(here: Office) -> None:
    waits = "SELECT id FROM deliveries WHERE address = 'a' AND waits_since IS NOT NULL AND state = 'WAITING'"
    explain = "EXPLAIN QUERY PLAN" if here.engine.dialect.name == "sqlite" else "EXPLAIN"
    explained = here.look(lambda session: str(session.execute(text(f"{explain} {waits} ORDER BY number")).all()))
    assert "ix_deliveries_waiting" in explained
