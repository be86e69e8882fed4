"""The canvas of a goal that two co-chairs write: what they say of it beyond its three lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session, relationship

from bot.goals.model import Goal, Status
from bot.goals.rounds.model import Theme
from bot.payloads import Payload
from bot.storage.tables import Table

LOOK = "canvas.look"  # the name under which the timetable looks whether somebody goes on with it
WHAT, HOW, STEP = "what", "how", "step"
# The fields of its three forms. The first two and one more are lines of the goal itself.
FORMS = {
    WHAT: ("students", "change"),
    HOW: ("measure", "baseline", "source", "taken_on", "target"),
    STEP: ("step",),
}
TITLES = {WHAT: "canvas-form-what", HOW: "canvas-form-how", STEP: "canvas-form-step"}
NAMES = {
    "students": "canvas-students",
    "change": "canvas-change",
    "measure": "canvas-measure",
    "baseline": "canvas-baseline",
    "source": "canvas-source",
    "taken_on": "canvas-taken-on",
    "target": "canvas-target",
    "step": "canvas-step",
}
HINTS = {
    "baseline": "canvas-hint-baseline",
    "source": "canvas-hint-source",
    "taken_on": "canvas-hint-taken-on",
    "target": "canvas-hint-target",
    "step": "canvas-hint-step",
}
OF_GOAL = ("students", "change", "measure")
NEEDED = ("students", "change", "measure", "target", "step")


@dataclass(frozen=True)
class Opened(Payload):
    """A goal, one of its forms, how often that had been saved when it was opened, and a draft of what was typed."""

    id: int
    form: str
    saved: str = "0"
    draft: str = ""


def _line() -> Mapped[str]:
    return mapped_column(default="", server_default=text("''"))


class Canvas(Table):
    __tablename__ = "goal_canvases"
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"), primary_key=True)
    theme_id: Mapped[int] = mapped_column(ForeignKey("themes.id"), index=True)
    baseline: Mapped[str] = _line()
    source: Mapped[str] = _line()
    taken_on: Mapped[str] = _line()
    target: Mapped[str] = _line()
    step: Mapped[str] = _line()
    saved: Mapped[dict[str, int]] = mapped_column(JSON)  # by form, how often
    by: Mapped[dict[str, str]] = mapped_column(JSON)  # by form, the name of who saved it last
    heard_at: Mapped[datetime]  # when somebody went on with it last
    asked_at: Mapped[datetime | None]  # when its co-chairs were asked whether they go on, since then
    goal: Mapped[Goal] = relationship(lazy="joined", innerjoin=True)
    theme: Mapped[Theme] = relationship()

    def get(self, name: str) -> str:
        found: str = getattr(self.goal if name in OF_GOAL else self, name)
        return found

    def put(self, name: str, value: str) -> None:
        setattr(self.goal if name in OF_GOAL else self, name, value)

    def lines(self, form: str) -> dict[str, str]:
        return {name: self.get(name) for name in FORMS[form]}

    def times_saved(self, form: str) -> int:
        return self.saved.get(form, 0)

    def hear(self, now: datetime) -> None:
        self.heard_at, self.asked_at = now, None

    @property
    def is_left(self) -> bool:
        """It ended before it was sent, for nobody went on with it."""
        return self.goal.status is Status.CLOSED and self.asked_at is not None

    @property
    def missing(self) -> list[str]:
        return self.missing_of({})

    def missing_of(self, typed: Mapping[str, str]) -> list[str]:
        """Once this is saved."""
        return [name for name in NEEDED if not typed.get(name, self.get(name))]


def of(goal: Goal) -> Canvas | None:
    session = object_session(goal)
    return session.get(Canvas, goal.id) if session and goal.co_seat_id is not None else None


def under_way(session: Session, theme: Theme) -> Canvas | None:
    """That of the theme which is being written, agreed or worked on."""
    over = Goal.status.in_((Status.TAKEN_BACK, Status.CLOSED))
    found = select(Canvas).join(Goal).where(Canvas.theme_id == theme.id, ~over)
    return session.scalars(found.order_by(Canvas.goal_id.desc())).unique().first()
