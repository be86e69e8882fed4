"""How fast the platforms may be asked: budgets of channels and workspaces, shared by all senders."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.boundary import Address, Pace
from bot.store import insert
from bot.tables import Table


class Reserve(Table):
    """When the next send of a kind may start in a channel or workspace."""

    __tablename__ = "reserves"
    key: Mapped[str] = mapped_column(primary_key=True)
    free_at: Mapped[float]  # Unix time


def take(session: Session, at: Address, do: str, pace: Pace, now: float) -> float:
    """Takes this moment; where it is not free, takes nothing and returns when it will be (Unix time)."""
    spans = _spans(at, do, pace)
    taken = select(Reserve.free_at).where(Reserve.key.in_(spans)).order_by(Reserve.key).with_for_update()
    free_at = max(session.scalars(taken), default=now)
    if free_at > now:
        return free_at
    _occupy(session, {key: now + span for key, span in spans.items()})
    return now


def hold_back(session: Session, at: Address, do: str, pace: Pace, until: float) -> None:
    """Nothing of this kind is free there before that Unix time: the platform has said so."""
    _occupy(session, dict.fromkeys(_spans(at, do, pace), until))


def _spans(at: Address, do: str, pace: Pace) -> dict[str, float]:
    """Seconds between two, by the keys of the channel (with its threads) and of the workspace, if those count."""
    workspace = f"{at.platform}:{at.workspace}"
    spans = {f"{workspace}/{at.channel} {do}": pace.channel, f"{workspace} {do}": pace.workspace}
    return {key: span for key, span in sorted(spans.items()) if span}


def _occupy(session: Session, until: Mapping[str, float]) -> None:
    for key, free_at in until.items():
        add = insert(session)(Reserve).values(key=key, free_at=free_at)
        later = Reserve.free_at < free_at
        session.execute(add.on_conflict_do_update(index_elements=["key"], set_={"free_at": free_at}, where=later))
