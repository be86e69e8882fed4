"""What the outbox forgets: what is long done, in pieces, and paces once they are free."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from support.board import CARD, PACES, Board, Office, at, board, here
from support.databases import on_both

from bot.delivery import forgetting, outbox, rate_limits
from bot.delivery.outbox import Destination

pytestmark = on_both

DAY = 24 * 3600.0


__all__ = ["board", "here"]


async def test_what_is_long_done_is_forgotten_and_what_stands_is_not(here: Office, board: Board) -> None:
    for subject, channel in ((1, "C1"), (2, "C1"), (3, "C2"), (4, "C3")):
        await here.say(subject, channel)
    await here.settle()
    await here.remove(1)
    for subject in (3, 4):
        await here.writer.do(lambda session, subject=subject: outbox.settle(session, CARD, subject))
    await here.settle()
    here.now += 30 * DAY
    await here.change(4, "after all")
    for subject in (9, 2):
        await here.change(subject, "changed")
    forgotten = here.now - DAY
    assert await here.writer.do(lambda session: forgetting.forget(session, forgotten)) is False
    assert [delivery.subject for delivery in here.deliveries()] == [2, 4]
    there = here.look(lambda session: session.scalars(select(Destination.address).order_by(Destination.address)).all())
    assert there == [str(at("C1")), str(at("C3"))]
    await here.settle()
    assert sorted(one.text for one in board.standing.values()) == ["3", "after all", "changed"]
    await here.say(5, "C2")
    await here.settle()
    assert board.texts("C2") == ["3", "5"]


async def test_what_is_forgotten_is_forgotten_in_pieces(here: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forgetting, "AT_ONCE", 4)
    for subject in range(10):
        await here.say(subject)
        await here.remove(subject)
    await here.settle()
    forget = forgetting.forget
    more = [await here.writer.do(lambda session: forget(session, here.now + 1)) for _ in range(3)]
    assert (more, here.deliveries()) == ([True, True, False], [])
    assert here.look(lambda session: session.scalar(select(func.count()).select_from(Destination))) == 0


async def test_paces_are_forgotten_once_they_are_free(here: Office, board: Board) -> None:
    board.paces = PACES
    await here.say(1)
    await here.settle()
    await here.writer.do(
        lambda session: rate_limits.hold_back(session, rate_limits.Use(at("C2"), "post", PACES["post"]), here.now + 9)
    )
    await here.writer.do(lambda session: rate_limits.forget(session, here.now + 5))
    left = here.look(
        lambda session: session.scalars(select(rate_limits.Reserve.key).order_by(rate_limits.Reserve.key)).all()
    )
    assert left == ["slack:T1 post", "slack:T1/C2 post"]
