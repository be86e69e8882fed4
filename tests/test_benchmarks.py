"""The benchmarks still run, however little they measure here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TINY = {
    "votes_http": ("votes=32",),
    "presses_gateway": ("presses=32",),
    "ticks": ("few=10", "many=100", "due=20"),
    "sender": ("rows=40", "few=20", "channels=10", "hurry=20"),
    "memory": ("members=100", "votes=20"),
}


@pytest.mark.parametrize("name", TINY)
def test_a_benchmark_measures(name: str) -> None:
    command = [sys.executable, "-m", "benchmarks", name, "--rounds", "1", *TINY[name]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n| ") > 3
