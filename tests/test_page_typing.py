"""What one types and fills in on the page, in a real browser: forms, commands, what is offered meanwhile."""

from __future__ import annotations

import time

from playwright.sync_api import Page, expect
from support.browser import browser
from support.page import fill, notice, open_channel, press, send_form, sit
from support.process import STAFF
from test_page import Stage, page, stage

from playground.words import load

__all__ = ["browser", "page", "stage"]

MARIA, EN = STAFF[0], load("en")


def test_what_fits_is_offered_while_somebody_types_and_can_be_picked(page: Page, stage: Stage) -> None:
    sit(page, "slack", "Dana Lee")
    search = page.get_by_test_id("slack").get_by_role("textbox", name="Find something")
    search.fill("ph")
    fitting = page.get_by_test_id("slack").get_by_test_id("suggestions")
    expect(fitting.get_by_role("button")).to_have_count(0)
    search.fill("phon")
    expect(fitting.get_by_role("button")).to_have_text(["Phonics kits", "Phone numbers"])
    fitting.get_by_role("button", name="Phonics kits").click()
    until = time.monotonic() + 10
    while stage.bot.picked != ["phonics kits"]:
        assert time.monotonic() < until, stage.bot.picked
        page.wait_for_timeout(50)


def test_a_form_is_filled_in_refused_mended_and_sent(page: Page, stage: Stage) -> None:
    sit(page, "slack", MARIA.name)
    press(page, "slack", "Ask something")
    form = page.get_by_test_id("form")
    expect(form.get_by_role("heading", name="Ask something")).to_be_visible()
    fill(page, {"Question": "Longer library hours", "When": "Later", "Whom": ["Staff", "PTA"]})
    form.get_by_label("Until", exact=True).fill("2026-10-14")
    form.get_by_label("Until when", exact=True).fill("15:15")
    also = form.get_by_role("textbox", name="And whom")
    also.click()
    offered = form.get_by_role("group", name=EN.fitting)
    expect(offered.get_by_role("button")).to_have_text(["Phonics kits", "Phone numbers"])  # before a word is typed
    for typed, label in (("phone", "Phone numbers"), ("phoni", "Phonics kits")):
        also.fill(typed)
        expect(offered.get_by_role("button")).to_have_text([label])
        offered.get_by_role("button", name=label).click()
        expect(also).to_have_value("")
    send_form(page)
    expect(form).to_contain_text("A question ends with a question mark.")
    expect(form.get_by_role("textbox", name="Question")).to_have_value("Longer library hours")
    expect(form.get_by_label("Until", exact=True)).to_have_value("2026-10-14")
    form.get_by_role("group", name=EN.chosen).get_by_role("button", name="Phone numbers").click()  # not they
    fill(page, {"Question": "Longer library hours?"})
    send_form(page)
    expect(form).not_to_be_visible()
    (values,) = stage.bot.submitted
    assert values["question"]["question"]["value"] == "Longer library hours?"
    assert values["when"]["when"]["selected_option"]["value"] == "later"
    assert [option["value"] for option in values["whom"]["whom"]["selected_options"]] == ["staff", "pta"]
    assert values["day"]["day"]["selected_date"] == "2026-10-14"
    assert values["hour"]["hour"]["selected_time"] == "15:15"
    assert [option["text"]["text"] for option in values["also"]["also"]["selected_options"]] == ["Phonics kits"]


def test_an_incomplete_form_stays_with_a_word_and_escape_closes_it(page: Page) -> None:
    sit(page, "slack", MARIA.name)
    press(page, "slack", "Ask something")
    form = page.get_by_test_id("form")
    send_form(page)
    expect(form).to_contain_text(EN.check_form)
    page.keyboard.press("Escape")
    expect(form).not_to_be_visible()
    press(page, "slack", "Ask something")
    form.get_by_role("button", name=EN.cancel).click()
    expect(form).not_to_be_visible()


def test_what_cannot_be_done_is_said_and_the_words_come_back(page: Page) -> None:
    sit(page, "discord", "Rosa Mendoza")
    open_channel(page, "discord", "familias")
    write = page.get_by_test_id("discord").get_by_test_id("write")
    write.fill("/nothing at all")
    write.press("Enter")
    expect(notice(page, "discord")).to_have_text(EN.not_possible)
    expect(write).to_have_value("/nothing at all")


def test_commands_are_offered_while_typing(page: Page) -> None:
    sit(page, "discord", "Rosa Mendoza")
    open_channel(page, "discord", "familias")
    write = page.get_by_test_id("discord").get_by_test_id("write")
    write.fill("/some")
    page.get_by_role("button", name="/somewhere").click()
    expect(write).to_have_value("/somewhere ")
    expect(write).to_be_focused()
