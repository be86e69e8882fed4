"""The bot in a process of its own, forked from one that has imported everything: to import it anew takes a second of a
processor, and the suite starts and kills dozens."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from support import paces

import main

atexit.register(lambda: forkserver._forkserver._stop())  # waited for: the processor time of all bots is the suite's
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["main", "wiring"])


def start(role: str, environment: Mapping[str, str], log: Path, *, paced: bool = True) -> ForkServerProcess:
    """`python main.py ROLE`; what it prints is added to the log."""
    log.touch()
    process = _FORKS.Process(target=_run, args=(role, environment, log, paced), daemon=True)
    process.start()
    return process


def _run(role: str, environment: Mapping[str, str], log: Path, paced: bool) -> None:
    os.environ.clear()
    os.environ.update(environment)
    with log.open("ab") as out:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(out.fileno(), stream.fileno())
    sys.argv = ["main.py", role]
    with nullcontext() if paced else paces.lifted():
        sys.exit(main.main())
