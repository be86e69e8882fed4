"""Pictures of tallies. The library that draws them holds much memory and takes a second, so each is drawn by a process
of its own that is gone afterwards (`bot/drawing.py`), one at a time."""

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

DRAWING = Path(__file__).with_name("drawing.py")
PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Chart:
    title: str
    bars: tuple[Bar, ...]
    note: str


async def draw(chart: Chart) -> bytes:
    """A PNG, 800 pixels wide. Raises subprocess.SubprocessError."""
    return await asyncio.get_running_loop().run_in_executor(_artist(), _draw, chart)


@cache
def _artist() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, "artist")


@lru_cache(32)  # a result that has just come out is taken along by many
def _draw(chart: Chart) -> bytes:
    drawn = subprocess.run(
        [sys.executable, "-P", str(DRAWING)],  # without its folder among the modules
        input=json.dumps(asdict(chart)).encode(),
        capture_output=True,
        timeout=PATIENCE,
    )
    if drawn.returncode:
        raise subprocess.CalledProcessError(drawn.returncode, "drawing")  # never its words: they may quote the chart
    return drawn.stdout
