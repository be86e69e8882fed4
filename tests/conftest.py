"""Fixtures that every test may ask for."""

import gc
import os

import hypothesis
import pytest
from support import statements
from support.browser import browser
from support.databases import database

from bot.storage import database as store

__all__ = ["browser", "database"]

store.create_engine = statements.create_engine
hypothesis.settings.register_profile(
    "house", deadline=None
)  # in time of the clock, which says little on a busy machine
hypothesis.settings.load_profile("house")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a hundred processes are begun: one of them compiles for all

# These take longest: begun first, they keep nobody waiting in the end. Those about secrecy read all that the server's
# files hold, which is least in the beginning.
LONGEST = (
    "test_storm.py",
    "test_question_storm.py",
    "test_rush.py",
    "test_faults.py",
    "test_shards.py",
    "test_page.py",
    "test_demo_in_browser.py",
    "test_frame_payloads.py",
    "test_polls_secrecy.py",
    "test_questions_secrecy.py",
    "test_connections.py",
    "test_benchmarks.py",
    "test_polls_many_ballots.py",
    "test_linking_machine.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--everywhere", action="store_true", help="what has a database runs on PostgreSQL, too, all of it")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test's databases are kept in its folder: where it has none, the mark of its module means nothing to it."""
    mark = metafunc.definition.get_closest_marker("on")
    if mark and "tmp_path" in metafunc.fixturenames:
        metafunc.parametrize("database", mark.args, indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("everywhere"):
        left_out = [item for item in items if item.get_closest_marker("everywhere")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection_finish() -> None:
    """What is there now stays: looking through it for garbage again and again took a fifth of the suite's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000)
