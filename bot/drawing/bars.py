"""A bar chart: a title, a bar below each label, a note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.drawing import letters
from bot.drawing.letters import EMPTY, FILL, MARGIN, WIDTH, Fits

BAR, GAP = 0.16, 0.16  # inches


def draw(chart: dict[str, Any]) -> Any:
    """A figure."""
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    pieces = list(_laid_out(chart, letters.measure()))
    height = sum(size for _, size, _ in pieces) + 2 * MARGIN
    figure = Figure(figsize=(WIDTH, height), dpi=letters.DPI, facecolor="white")
    top = height - MARGIN
    for kind, size, what in pieces:
        if kind == "bar":
            wide = (WIDTH - 2 * MARGIN) / WIDTH
            for share, color in ((1.0, EMPTY), (what, FILL)):
                corner = (MARGIN / WIDTH, (top - BAR) / height)
                figure.add_artist(Rectangle(corner, wide * share, BAR / height, color=color, linewidth=0))
        else:
            letters.write(figure, kind, what, MARGIN, top)
        top -= size
    return figure


def _laid_out(chart: dict[str, Any], fits: Fits) -> Iterator[tuple[str, float, Any]]:
    """From top to bottom: kind, height in inches, text or share."""
    yield _text("title", chart["title"], fits)
    for bar in chart["bars"]:
        yield _text("label", f"{bar['label']}: {bar['figure']}", fits, below=0.04)
        yield "bar", BAR + GAP, min(max(bar["share"], 0.0), 1.0)
    yield _text("note", chart["note"], fits, below=0.0)


def _text(kind: str, text: str, fits: Fits, below: float = 0.14) -> tuple[str, float, str]:
    lines = letters.lines(kind, text, fits)
    return kind, letters.height(kind, len(lines)) + below, "\n".join(lines)
