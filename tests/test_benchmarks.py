"""The benchmarks still run, however little they measure here, and the page has a place for each."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import report
from benchmarks.__main__ import BENCHMARKS

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "performance.md"
TINY = {
    "votes_http": {"votes": 32},
    "presses_gateway": {"presses": 32},
    "ticks": {"few": 10, "many": 100, "due": 20},
    "reminders": {"few": 2, "many": 4},
    "day_messages": {"few": 10, "many": 20, "goals": 10},
    "sender": {"rows": 40, "few": 20, "channels": 10, "hurry": 20},
    "relay": {"messages": 24, "places": 4},
    "ballots": {"few": 10, "many": 20},
    "memory": {"members": 100, "votes": 20},
    "workers": {"votes": 32},
    "rounds": {"members": 20, "concerns": 40, "times": 1},
    "ways": {"times": 1},
    "broadcasts": {"members": 20, "channels": 2},
}


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_measures(name: str, tmp_path: Path) -> None:
    assert str(BENCHMARKS[name](tmp_path, 1, **TINY[name])).count("\n| ") > 3


def test_its_command_prints_what_it_measured() -> None:
    command = [sys.executable, "-m", "benchmarks", "ballots", "--runs", "1", "few=10", "many=20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n| ") > 3


def test_a_table_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Fast\n<!-- begin one -->\nold\nolder\n<!-- end one -->\n<!-- begin two -->\n<!-- end two -->\nBye\n"
    )
    report.write(page, {"one": r"new \1"})
    assert page.read_text() == (
        "# Fast\n<!-- begin one -->\nnew \\1\n<!-- end one -->\n<!-- begin two -->\n<!-- end two -->\nBye\n"
    )
    with pytest.raises(LookupError):
        report.write(page, {"three": "?"})


def test_the_page_shows_what_every_benchmark_measured() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in ("machine", *BENCHMARKS):
        _, _, after = text.partition(f"<!-- begin {name} -->\n")
        shown, end, _ = after.partition(f"<!-- end {name} -->")
        assert end, name
        assert shown.strip(), name
