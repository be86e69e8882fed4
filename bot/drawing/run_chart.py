"""A run chart: numbers by day, joined; their median, the target and where cycles began as lines, which a key below
names."""

from __future__ import annotations

from typing import Any, NamedTuple

from bot.drawing import letters
from bot.drawing.letters import EMPTY, FILL, INK, MARGIN, MARK, QUIET, WIDTH, Fits

TALL = 2.5  # inches of the chart itself
BELOW, SAMPLE = 0.34, 0.42  # inches: for the days, of a line in the key
LEFT, LETTER = 0.38, 0.11  # inches: for the axis and around it, and for each letter of the longest number
LOOKS: dict[str, dict[str, Any]] = {
    "points": {"color": FILL, "linewidth": 2, "marker": "o", "markersize": 6, "clip_on": False},
    "median": {"color": QUIET, "linewidth": 2},
    "target": {"color": MARK, "linewidth": 2, "linestyle": (0, (5, 3))},
    "marks": {"color": INK, "linewidth": 1.5, "linestyle": (0, (1, 2))},
}


class Laid(NamedTuple):
    """The texts in lines, and how high all of it is."""

    title: list[str]
    key: list[tuple[str, list[str]]]
    note: list[str]
    height: float


def draw(chart: dict[str, Any]) -> Any:
    """A figure. Days are numbers; ticks are pairs of a number and its label."""
    from matplotlib.figure import Figure

    laid = _laid_out(chart, letters.measure())
    figure = Figure(figsize=(WIDTH, laid.height), dpi=letters.DPI, facecolor="white")
    top = laid.height - MARGIN
    letters.write(figure, "title", "\n".join(laid.title), MARGIN, top)
    top -= letters.height("title", len(laid.title)) + 0.14
    _plot(figure, chart, top, laid.height)
    top -= TALL + BELOW + 0.12
    for kind, lines in laid.key:
        _sample(figure, kind, top - letters.height("label", 1) / 2, laid.height)
        letters.write(figure, "label", "\n".join(lines), MARGIN + SAMPLE, top)
        top -= letters.height("label", len(lines)) + 0.04
    letters.write(figure, "note", "\n".join(laid.note), MARGIN, top - 0.08)
    return figure


def _laid_out(chart: dict[str, Any], fits: Fits) -> Laid:
    title, note = letters.lines("title", chart["title"], fits), letters.lines("note", chart["note"], fits)
    key = [(kind, letters.lines("label", text, fits, SAMPLE)) for kind, text in chart["key"]]
    named = sum(letters.height("label", len(lines)) + 0.04 for _, lines in key)
    texts = letters.height("title", len(title)) + 0.14 + named + 0.08 + letters.height("note", len(note))
    return Laid(title, key, note, 2 * MARGIN + TALL + BELOW + 0.12 + texts)


def _plot(figure: Any, chart: dict[str, Any], top: float, height: float) -> None:
    left = LEFT + LETTER * max(len(label) for _, label in chart["numbers"])
    corner = (left / WIDTH, (top - TALL) / height)
    axes = figure.add_axes((*corner, (WIDTH - left - MARGIN) / WIDTH, TALL / height))
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.grid(axis="y", color=EMPTY)
    axes.set_axisbelow(True)
    for day in chart["marks"]:
        axes.axvline(day, **LOOKS["marks"])
    for name in ("median", "target"):
        if chart[name] is not None:
            axes.axhline(chart[name], **LOOKS[name])
    axes.plot(*zip(*chart["points"], strict=True), **LOOKS["points"])
    for axis, ticks in ((axes.xaxis, chart["days"]), (axes.yaxis, chart["numbers"])):
        axis.set_ticks([at for at, _ in ticks], [label for _, label in ticks], size=12, color=QUIET, parse_math=False)
    (first, *_), last = chart["days"], chart["days"][-1]
    around = max(0.5, (last[0] - first[0]) * 0.06)
    axes.set_xlim(first[0] - around, last[0] + around)
    axes.set_ylim(chart["numbers"][0][0], chart["numbers"][-1][0] * 1.02)


def _sample(figure: Any, kind: str, at: float, height: float) -> None:
    """Of the line that the key names."""
    from matplotlib.lines import Line2D

    ends = ((MARGIN + 0.04) / WIDTH, (MARGIN + SAMPLE - 0.12) / WIDTH)
    figure.add_artist(Line2D(ends, (at / height, at / height), **LOOKS[kind]))
