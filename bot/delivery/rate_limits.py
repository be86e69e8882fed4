"""How fast the platforms may be asked: budgets of channels and workspaces, shared by all senders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Insert, bindparam, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.boundary import Address, Pace
from bot.storage.database import insert
from bot.storage.tables import Table

CLOSE = 0.2  # seconds between turns that follow each other closely, and by which they may be late
LATE = 10  # turns by which they may, too: platforms allow some 25 in a minute more than we ask for


class Reserve(Table):
    """When the next send of a kind may start in a channel or workspace."""

    __tablename__ = "reserves"
    key: Mapped[str] = mapped_column(primary_key=True)
    free_at: Mapped[float] = mapped_column(index=True)  # Unix time


@dataclass(frozen=True)
class Use:
    """One send of a kind: "post", "edit" or "delete"."""

    at: Address
    do: str
    pace: Pace

    def spans(self) -> dict[str, float]:
        """Seconds until the next, by the keys of the channel, of the workspace and of its DMs, if they count."""
        workspace = f"{self.at.platform}:{self.at.workspace}"
        channel = self.at.thread if self.pace.threads and self.at.thread else self.at.channel
        spans = {
            f"{workspace}/{channel} {self.do}": self.pace.channel,
            f"{workspace} {self.do}": self.pace.workspace,
            f"{workspace}/@ {self.do}": self.pace.dms if self.at.account else 0.0,
        }
        return {key: span for key, span in spans.items() if span}


class Budget:
    """What is free for these uses. Locked, in order, until the transaction ends."""

    def __init__(self, session: Session, uses: Iterable[Use]) -> None:
        keys = sorted({key for use in uses for key in use.spans()})
        self._session = session
        self._free_at = dict(session.connection().execute(_LOCKED, {"keys": keys}).all()) if keys else {}
        self._taken: dict[str, float] = {}

    def take(self, use: Use, now: float) -> float:
        """Takes this moment; where it is not free, takes nothing and returns when it will be (Unix time) once all those
        that asked before have had their turns."""
        spans = use.spans()
        free_at = max((self._free_at.get(key, now) for key in spans), default=now)
        if free_at > now:
            for key, span in spans.items():
                if self._free_at.get(key) == free_at:
                    self._free_at[key] += span
            return free_at
        taken = {key: turn(self._free_at.get(key, 0.0), span, now) + span for key, span in spans.items()}
        self._free_at.update(taken)
        self._taken.update(taken)
        return now

    def write_down(self) -> None:
        _occupy(self._session, self._taken)


def turn(due: float, span: float, now: float) -> float:
    """From when the next is counted. Where turns follow each other closely, from when this one was due: no sender is
    there to the millisecond, and what they come late would add up. Not where so late that many would come at once."""
    return due if span < CLOSE and now - due < min(CLOSE, LATE * span) else now


def hold_back(session: Session, use: Use, until: float) -> None:
    """Nothing of this kind is free there before that Unix time: the platform has said so."""
    _occupy(session, dict.fromkeys(use.spans(), until))


def free_all(session: Session, now: float) -> None:
    """Nothing waits any more: what was reserved for later was written by a clock that has been set back since."""
    session.execute(update(Reserve).where(Reserve.free_at > now).values(free_at=now))


def forget(session: Session, before: float) -> None:
    """What was free before that Unix time, and is so still."""
    session.execute(delete(Reserve).where(Reserve.free_at < before))


def _occupy(session: Session, until: Mapping[str, float]) -> None:
    if until:
        rows = [{"key": key, "free_at": free_at} for key, free_at in sorted(until.items())]
        session.connection().execute(_occupying(insert(session)), rows)


# Made once: making a statement takes longer than running it, and these are run for every send.

_LOCKED = (
    select(Reserve.key, Reserve.free_at)
    .where(Reserve.key.in_(bindparam("keys", expanding=True)))
    .order_by(Reserve.key)
    .with_for_update()
)


@cache
def _occupying(insert: Callable[[type[Table]], Any]) -> Insert:
    add = insert(Reserve)
    later = Reserve.free_at < add.excluded.free_at
    occupy: Insert = add.on_conflict_do_update(
        index_elements=["key"], set_={"free_at": add.excluded.free_at}, where=later
    )
    return occupy
