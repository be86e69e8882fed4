"""Draws one bar chart: JSON comes in, a PNG goes out. A program of its own, see `bot/charts.py`.

Everything is large enough to be read on a phone, where the picture is about 400 points wide.
"""

from __future__ import annotations

import io
import json
import sys
import textwrap
import warnings
from typing import Any

WIDTH, DPI = 4.0, 200  # inches, and dots in each
TITLE, TEXT = 12, 10  # points, as on a phone
LINE = 1.35  # heights of a letter
TITLE_LETTERS, TEXT_LETTERS = 38, 46  # that fit in a line
MARGIN, BAR, GAP = 0.2, 0.16, 0.16  # inches
INK, QUIET, FILL, EMPTY = "#1d2b27", "#4d5b57", "#2f5d50", "#e3e9e7"


def draw(chart: dict[str, Any]) -> bytes:
    """A PNG."""
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    pieces = list(_laid_out(chart))
    height = sum(size for _, size, _ in pieces) + 2 * MARGIN
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor="white")
    top = height - MARGIN
    for kind, size, what in pieces:
        if kind == "bar":
            wide = (WIDTH - 2 * MARGIN) / WIDTH
            for share, color in ((1.0, EMPTY), (what, FILL)):
                corner = (MARGIN / WIDTH, (top - BAR) / height)
                figure.add_artist(Rectangle(corner, wide * share, BAR / height, color=color, linewidth=0))
        else:
            points, color, weight = {"title": (TITLE, INK, "bold"), "label": (TEXT, INK, "normal")}.get(
                kind, (TEXT, QUIET, "normal")
            )
            figure.text(
                MARGIN / WIDTH,
                top / height,
                what,
                size=points,
                color=color,
                weight=weight,
                va="top",
                linespacing=LINE,
                parse_math=False,  # a dollar is a dollar
            )
        top -= size
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def _laid_out(chart: dict[str, Any]) -> Any:
    """From top to bottom: kind, height in inches, text or share."""
    yield _text("title", chart["title"], TITLE, TITLE_LETTERS)
    for bar in chart["bars"]:
        yield _text("label", f"{bar['label']}: {bar['figure']}", TEXT, TEXT_LETTERS, below=0.04)
        yield "bar", BAR + GAP, min(max(bar["share"], 0.0), 1.0)
    yield _text("note", chart["note"], TEXT, TEXT_LETTERS, below=0.0)


def _text(kind: str, text: str, points: int, letters: int, below: float = 0.14) -> tuple[str, float, str]:
    lines = textwrap.wrap(text, letters) or [""]
    return kind, len(lines) * points * LINE / 72 + below, "\n".join(lines)


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of letters that no font here has
    sys.stdout.buffer.write(draw(json.load(sys.stdin)))
