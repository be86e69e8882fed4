"""Fixtures that every test may ask for."""

import pytest
from support.browser import browser
from support.databases import database

__all__ = ["browser", "database"]

# These take longest, most of it waiting: begun first, they do not keep everybody waiting in the end.
LONGEST = ("test_storm.py", "test_shards.py", "test_faults.py", "test_linking_machine.py", "test_rush.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONGEST)
