"""Fixtures that every test may ask for."""

import gc

import pytest
from support import statements
from support.browser import browser
from support.databases import database

from bot import store

__all__ = ["browser", "database"]

store.create_engine = statements.create_engine

# These take longest: begun in the first half, they keep nobody waiting in the end, and apart from each other they leave
# room for the rest. Those about secrecy read all that the server's files hold, which is least in the beginning.
LONGEST = (
    "test_polls_secrecy.py",
    "test_questions_secrecy.py",
    "test_question_storm.py",
    "test_storm.py",
    "test_shards.py",
    "test_faults.py",
    "test_linking_machine.py",
    "test_rush.py",
    "test_benchmarks.py",
    "test_polls_many_ballots.py",
    "test_demo_in_browser.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    long = sorted((item for item in items if item.path.name in LONGEST), key=lambda item: LONGEST.index(item.path.name))
    short = [item for item in items if item.path.name not in LONGEST]
    between = len(short) // (2 * len(long) or 1)
    for number, item in enumerate(long):
        short.insert(number * (between + 1), item)
    items[:] = short


def pytest_collection_finish() -> None:
    """What is there now stays: looking through it for garbage again and again took a fifth of the suite's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)
