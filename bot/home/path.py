"""The card's first line: one line and one button, by what somebody's roles are and how far their partnership has come.
Features say what they would have done next; the step that is furthest is the one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.boundary import Button, Buttons, Part, Text
from bot.feature import Path, Step
from bot.request import Request


def next_step(request: Request, path: Sequence[Path]) -> Step | None:
    """Of several at the same stage the first."""
    steps = (step for one in path if (step := one(request)) is not None)
    return max(steps, key=lambda step: step.stage, default=None)


def line(step: Step) -> list[Part]:
    button = step.button
    return [Text(step.line), Buttons((Button(button.label, button.do, button.about, "main"),))]


def is_said(button: Button | None, step: Step | None) -> bool:
    """Whether the first line offers it already."""
    if button is None or step is None:
        return False
    return (button.do, button.about) == (step.button.do, step.button.about)
