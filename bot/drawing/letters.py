"""How letters look in a picture, and how a text is broken into lines: large enough to be read on a phone, where the
picture is about 400 points wide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

WIDTH, DPI = 4.0, 200  # inches, and dots in each
LINE = 1.35  # heights of a letter
MARGIN = 0.2  # inches
INK, QUIET, FILL, EMPTY, MARK = "#1d2b27", "#4d5b57", "#2f5d50", "#e3e9e7", "#b4491f"
LOOKS = {
    "title": (14, INK, "bold"),
    "label": (12, INK, "normal"),
    "note": (12, QUIET, "normal"),
}  # in points

Fits = Callable[[str, str, float], bool]  # whether a text of this kind fits in a line, which begins so many inches in


def measure() -> Fits:
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import FontProperties

    renderer: Any = RendererAgg(1, 1, DPI)  # type: ignore[no-untyped-call]  # matplotlib gives it no types
    fonts = {kind: FontProperties(size=points, weight=weight) for kind, (points, _, weight) in LOOKS.items()}

    def fits(kind: str, text: str, indent: float) -> bool:
        width, *_ = renderer.get_text_width_height_descent(text, fonts[kind], False)
        return bool(width <= (WIDTH - 2 * MARGIN - indent) * DPI)

    return fits


def lines(kind: str, text: str, fits: Fits, indent: float = 0.0) -> list[str]:
    return wrapped(text, lambda line: fits(kind, line, indent))


def height(kind: str, count: int) -> float:
    """Of so many lines, in inches."""
    return count * LOOKS[kind][0] * LINE / 72


def write(figure: Any, kind: str, text: str, x: float, top: float) -> None:
    """`x` and `top` are inches from the left and from the bottom."""
    points, color, weight = LOOKS[kind]
    width, tall = figure.get_size_inches()
    figure.text(
        x / width,
        top / tall,
        text,
        size=points,
        color=color,
        weight=weight,
        va="top",
        linespacing=LINE,
        parse_math=False,  # a dollar is a dollar
    )


def wrapped(text: str, fits: Callable[[str], bool]) -> list[str]:
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
