"""A real browser for the tests: Debian's chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

_CHROMIUM = "/usr/bin/chromium"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--headless",
)

DESKTOP = (1280, 900)
PHONE = (390, 844)


@contextmanager
def open_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=list(_ARGUMENTS))
        with closing(browser):
            yield browser


@contextmanager
def open_page(browser: Browser, size: tuple[int, int] = DESKTOP) -> Iterator[Page]:
    """A tab of its own, `size` in CSS pixels."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=size == PHONE)
    with closing(context):
        page = context.new_page()
        page.set_default_timeout(10_000)
        yield page


def need_browser() -> None:
    """Skips the test where there is no chromium; fails it in CI, where there must be one."""
    if shutil.which(_CHROMIUM):
        return
    reason = f"there is no {_CHROMIUM} here: apt-get install chromium"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    need_browser()
    with open_browser() as opened:
        yield opened
