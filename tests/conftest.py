"""Fixtures that every test may ask for."""

from support.browser import browser
from support.databases import database

__all__ = ["browser", "database"]
