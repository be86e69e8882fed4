"""Pictures of tallies and of numbers over time. The library that draws them holds much memory and takes a second, so
each is drawn by a process of its own that is gone afterwards (`bot/drawing/`), one at a time."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path

from bot.boundary import Bar

ROOT = Path(__file__).parent.parent  # where the program `bot.drawing` is found
PATIENCE = 60.0  # seconds

Tick = tuple[float, str]  # where on an axis, and what stands there


@dataclass(frozen=True)
class Chart:
    title: str
    bars: tuple[Bar, ...]
    note: str


@dataclass(frozen=True)
class RunChart:
    """Numbers by day (that of `date.toordinal`), the oldest first. `marks` are days with a line of their own. `days`
    and `numbers` are the axes, from end to end; the `key` names "points", "median", "target" and "marks"."""

    title: str
    points: tuple[tuple[int, float], ...]
    median: float | None
    target: float | None
    marks: tuple[int, ...]
    days: tuple[Tick, ...]
    numbers: tuple[Tick, ...]
    key: tuple[tuple[str, str], ...]
    note: str


KINDS = {Chart: "bars", RunChart: "run chart"}


async def draw(chart: Chart | RunChart) -> bytes:
    """A PNG, 800 pixels wide. Raises subprocess.SubprocessError."""
    return await asyncio.get_running_loop().run_in_executor(_artist(), _draw, chart)


@cache
def _artist() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "artist")


@lru_cache(32)  # a result that has just come out is taken along by many
def _draw(chart: Chart | RunChart) -> bytes:
    drawn = subprocess.run(
        [sys.executable, "-m", "bot.drawing"],
        cwd=ROOT,
        input=json.dumps({"kind": KINDS[type(chart)], "chart": asdict(chart)}).encode(),
        capture_output=True,
        timeout=PATIENCE,
    )
    if drawn.returncode:
        raise subprocess.CalledProcessError(drawn.returncode, "drawing")  # never its words: they may quote the chart
    return drawn.stdout
