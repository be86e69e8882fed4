"""Ports for those who listen on one that was chosen beforehand."""

from __future__ import annotations

import itertools
import os
import socket

# Below those that a system hands out by itself: while a process that was ended is started again, nobody gets its port.
FIRST, EACH = 20_000, 1_000
_worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_begin = FIRST + _worker * EACH + os.getpid() % EACH  # elsewhere than another run of the suite
_candidates = itertools.cycle(range(_begin, _begin + EACH))


def free() -> int:
    """One on which nobody listens, and which no other test is given."""
    return next(port for port in _candidates if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
