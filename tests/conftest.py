"""Fixtures that every test may ask for."""

import pytest
from support.browser import browser
from support.databases import database

__all__ = ["browser", "database"]

# These take longest, most of it waiting: begun first, they keep nobody waiting in the end. Those about secrecy
# read all that the server's files hold, which is least in the beginning.
LONGEST = (
    "test_polls_secrecy.py",
    "test_questions_secrecy.py",
    "test_question_storm.py",
    "test_storm.py",
    "test_shards.py",
    "test_faults.py",
    "test_linking_machine.py",
    "test_rush.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONGEST)
