"""`python -m benchmarks NAME`: measures one thing, or all of them, and prints tables."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr
from pathlib import Path

from benchmarks import (
    ballots,
    broadcasts,
    day_messages,
    memory,
    presses_gateway,
    relay,
    reminders,
    report,
    rounds,
    sender,
    ticks,
    votes_http,
    ways,
    workers,
)
from benchmarks.table import Table
from bot.operations import logs

BENCHMARKS: dict[str, Callable[..., Table]] = {
    "votes_http": votes_http.run,
    "presses_gateway": presses_gateway.run,
    "ticks": ticks.run,
    "reminders": reminders.run,
    "day_messages": day_messages.run,
    "sender": sender.run,
    "relay": relay.run,
    "ballots": ballots.run,
    "memory": memory.run,
    "workers": workers.run,
    "rounds": rounds.run,
    "ways": ways.run,
    "broadcasts": broadcasts.run,
}


def _count(text: str) -> tuple[str, int]:
    name, _, value = text.partition("=")
    return name, int(value)


def _measure(name: str, runs: int, counts: Mapping[str, int]) -> Table:
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder, Path(folder, "here.log").open("w") as log:
        with redirect_stderr(log):
            logs.configure("INFO")  # for what runs in this process: as the bot does by default
        return BENCHMARKS[name](Path(folder), runs, **counts)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=[*BENCHMARKS, "all"])
    parser.add_argument("--runs", type=int, default=5, help="of each side, in turns")
    parser.add_argument("--markdown", action="store_true", help="as the page in docs holds it")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put each table in its place in that page")
    parser.add_argument("counts", type=_count, nargs="*", metavar="COUNT=N", help="another size, such as votes=100")
    chosen = parser.parse_intermixed_args()
    if chosen.name == "all" and chosen.counts:
        parser.error("sizes belong to one benchmark")
    parts = {"machine": report.machine(chosen.runs)}
    for name in BENCHMARKS if chosen.name == "all" else [chosen.name]:
        table = _measure(name, chosen.runs, dict(chosen.counts))
        parts[name] = table.markdown() if chosen.markdown or chosen.write else str(table)
        print(parts[name], end="\n\n", flush=True)
        if chosen.write:  # one by one: what has been measured stays if the next one fails
            report.write(chosen.write, parts)


if __name__ == "__main__":
    main()
