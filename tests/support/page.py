"""What a person does at the page, in the words of the tests. `side` is "slack" or "discord"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from playwright.sync_api import Locator, Page, expect


def side_of(page: Page, side: str) -> Locator:
    """The whole side; on a phone it comes to the front first."""
    tab = page.get_by_test_id(f"tab-{side}")
    if tab.is_visible():
        tab.click()
    column = page.get_by_test_id(side)
    expect(column).to_be_visible()
    return column


def sit(page: Page, side: str, name: str) -> None:
    """Picks somebody from the list, by the name as it stands there, and waits for their channels."""
    seat = side_of(page, side).get_by_test_id("seat")
    seat.click()
    seat.fill(name)
    with_role = re.compile(rf"^{re.escape(name)}( · |$)")
    page.get_by_role("option", name=with_role).click()
    expect(seat).to_have_value(with_role)
    expect(page.get_by_test_id(side).get_by_test_id("channels")).to_be_visible()


def open_channel(page: Page, side: str, name: str) -> None:
    """By the name in the list of channels; "Home" is one of them."""
    channel = _channel(side_of(page, side), name)
    channel.click()
    expect(channel).to_have_attribute("aria-current", "page")


def type_line(page: Page, side: str, text: str) -> None:
    """A message or a /command, sent with Enter."""
    write = side_of(page, side).get_by_test_id("write")
    write.fill(text)
    write.press("Enter")
    expect(write).to_have_value("")


def press(page: Page, side: str, label: str) -> None:
    """The button in the newest message that has it; where a form is open, in what the form shows. What comes of it is
    for the test to expect."""
    form = page.get_by_test_id("form")
    inside = form if form.is_visible() else side_of(page, side).get_by_test_id("conversation")
    inside.get_by_test_id("message").get_by_role("button", name=label, exact=True).last.click()


def fill(page: Page, values: Mapping[str, str | Sequence[str]]) -> None:
    """Into the open form, by label: a text, the label of a choice, or a list of the labels to tick."""
    form = page.get_by_test_id("form")
    for label, value in values.items():
        if isinstance(value, str):
            _fill_one(page, form, label, value)
        else:
            _tick(form.get_by_role("group", name=label, exact=True), value)


def send_form(page: Page) -> None:
    """Presses the button that sends the form in; what comes of it is for the test to expect."""
    page.get_by_test_id("send-form").click()


def says(page: Page, side: str, text: str) -> None:
    """Somewhere in what this side's person sees now."""
    expect(side_of(page, side).get_by_test_id("message").filter(has_text=text).last).to_be_visible(timeout=30_000)


def conversation(page: Page, side: str) -> str:
    """All that can be read in the open channel."""
    return side_of(page, side).get_by_test_id("conversation").inner_text()


def notice(page: Page, side: str) -> Locator:
    return page.get_by_test_id(side).get_by_test_id("notice")


def _channel(column: Locator, name: str) -> Locator:
    exact = re.compile(rf"^{re.escape(name)}(\s|$)")
    return column.get_by_test_id("channels").get_by_role("button", name=exact)


def _fill_one(page: Page, form: Locator, label: str, value: str) -> None:
    choice = form.get_by_role("combobox", name=label, exact=True)
    if choice.count():
        choice.click()
        page.get_by_role("option", name=value, exact=True).click()
        expect(choice).to_have_value(value)
    else:
        form.get_by_role("textbox", name=label, exact=True).fill(value)


def _tick(group: Locator, labels: Sequence[str]) -> None:
    for box in group.get_by_role("checkbox").all():
        wanted = box.inner_text() in labels
        if (box.get_attribute("aria-checked") == "true") != wanted:
            box.click()
