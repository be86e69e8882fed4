"""`python -m benchmarks NAME`: measures one thing and prints a table."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr
from pathlib import Path

from benchmarks import memory, presses_gateway, sender, ticks, votes_http
from benchmarks.table import Table
from bot import logs

BENCHMARKS: dict[str, Callable[..., Table]] = {
    "votes_http": votes_http.run,
    "presses_gateway": presses_gateway.run,
    "ticks": ticks.run,
    "sender": sender.run,
    "memory": memory.run,
}


def _count(text: str) -> tuple[str, int]:
    name, _, value = text.partition("=")
    return name, int(value)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=BENCHMARKS)
    parser.add_argument("--rounds", type=int, default=5, help="of each side, in turns")
    parser.add_argument("counts", type=_count, nargs="*", metavar="COUNT=N", help="another size, such as votes=100")
    chosen = parser.parse_intermixed_args()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder, Path(folder, "here.log").open("w") as log:
        with redirect_stderr(log):
            logs.configure("INFO")  # for what runs in this process: as the bot does by default
        print(BENCHMARKS[chosen.name](Path(folder), chosen.rounds, **dict(chosen.counts)))


if __name__ == "__main__":
    main()
