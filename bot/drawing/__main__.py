"""Draws one chart: JSON comes in, a PNG goes out. A program of its own, see `bot/charts.py`."""

from __future__ import annotations

import io
import json
import sys
import warnings
from typing import Any

from bot.drawing import bars, run_chart

KINDS = {"bars": bars.draw, "run chart": run_chart.draw}


def draw(kind: str, chart: dict[str, Any]) -> bytes:
    """A PNG."""
    file = io.BytesIO()
    KINDS[kind](chart).savefig(file, format="png")
    return file.getvalue()


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of letters that no font here has
    sys.stdout.buffer.write(draw(**json.load(sys.stdin)))
