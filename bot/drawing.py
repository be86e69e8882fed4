"""Draws one bar chart: JSON comes in, a PNG goes out. A program of its own, see `bot/charts.py`.

Everything is large enough to be read on a phone, where the picture is about 400 points wide.
"""

from __future__ import annotations

import io
import json
import sys
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

WIDTH, DPI = 4.0, 200  # inches, and dots in each
LINE = 1.35  # heights of a letter
MARGIN, BAR, GAP = 0.2, 0.16, 0.16  # inches
INK, QUIET, FILL, EMPTY = "#1d2b27", "#4d5b57", "#2f5d50", "#e3e9e7"
LOOKS = {
    "title": (14, INK, "bold"),
    "label": (12, INK, "normal"),
    "note": (12, QUIET, "normal"),
}  # in points

Fits = Callable[[str, str], bool]  # whether a text of this kind fits in a line


def draw(chart: dict[str, Any]) -> bytes:
    """A PNG."""
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    pieces = list(_laid_out(chart, _measure()))
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
            points, color, weight = LOOKS[kind]
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


def _measure() -> Fits:
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import FontProperties

    renderer: Any = RendererAgg(1, 1, DPI)  # type: ignore[no-untyped-call]  # matplotlib gives it no types
    fonts = {kind: FontProperties(size=points, weight=weight) for kind, (points, _, weight) in LOOKS.items()}

    def fits(kind: str, text: str) -> bool:
        width, *_ = renderer.get_text_width_height_descent(text, fonts[kind], False)
        return bool(width <= (WIDTH - 2 * MARGIN) * DPI)

    return fits


def _laid_out(chart: dict[str, Any], fits: Fits) -> Iterator[tuple[str, float, Any]]:
    """From top to bottom: kind, height in inches, text or share."""
    yield _text("title", chart["title"], fits)
    for bar in chart["bars"]:
        yield _text("label", f"{bar['label']}: {bar['figure']}", fits, below=0.04)
        yield "bar", BAR + GAP, min(max(bar["share"], 0.0), 1.0)
    yield _text("note", chart["note"], fits, below=0.0)


def _text(kind: str, text: str, fits: Fits, below: float = 0.14) -> tuple[str, float, str]:
    lines = _wrapped(text, partial(fits, kind))
    return kind, len(lines) * LOOKS[kind][0] * LINE / 72 + below, "\n".join(lines)


def _wrapped(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Words go to the next line where they do not fit; one that fits in no line is broken."""
    lines = [""]
    for word in text.split():
        if fits(f"{lines[-1]} {word}".strip()):
            lines[-1] = f"{lines[-1]} {word}".strip()
            continue
        lines.append("")
        for letter in word:
            if not fits(lines[-1] + letter):
                lines.append("")
            lines[-1] += letter
    return [line for line in lines if line] or [""]


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of letters that no font here has
    sys.stdout.buffer.write(draw(json.load(sys.stdin)))
