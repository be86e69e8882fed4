"""The page in a real browser: the pretend platforms behind it, a script in the place of the bot."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from support.browser import PHONE, browser, need_browser, open_page
from support.clock import clock
from support.page import conversation, open_channel, press, says, side_of, sit, type_line
from support.process import STAFF, playground, small_world
from support.scripted_bot import ScriptedBot, buttons, section

from playground.words import load

__all__ = ["browser"]

CHANNEL = "C01STAFF"
MARIA = STAFF[0]
EN, ES = load("en"), load("es")


@dataclass
class Stage:
    url: str
    bot: ScriptedBot
    discord: str

    def asks_discord(self, method: str, path: str, body: object = None) -> Any:
        """As a bot, of the server's calendar."""
        events = f"{self.discord}/guilds/200000000000000001/scheduled-events{path}"
        headers = {"Authorization": "Bot small", "Content-Type": "application/json"}
        request = urllib.request.Request(events, json.dumps(body).encode() if body else None, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read() or "null")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    need_browser()
    with clock() as clock_url:
        world = small_world(clock_url)
        assert world.slack is not None
        with (
            playground(world, tmp_path_factory.mktemp("page")) as addresses,
            ScriptedBot(world.slack, addresses["slack_api"]).connected() as bot,
        ):
            yield Stage(addresses["page"], bot, addresses["discord_api"])


@pytest.fixture
def page(browser: Browser, stage: Stage) -> Iterator[Page]:
    """A tab that may reach nothing but this machine."""
    with open_page(browser) as opened:
        beyond: list[str] = []
        opened.on("request", lambda request: beyond.append(request.url) if "//127.0.0.1" not in request.url else None)
        opened.goto(stage.url)
        yield opened
        assert beyond == []


def said(page: Page, side: str, text: str) -> None:
    expect(page.get_by_test_id(side).get_by_test_id("conversation")).to_contain_text(text)


def test_the_whole_servers_calendar_is_one_more_place(page: Page, stage: Stage) -> None:
    """By the clocks of those who live there, and gone with its last date."""
    sit(page, "discord", "Ana Ruiz")
    expect(side_of(page, "discord").get_by_test_id("channels")).not_to_contain_text("Events")
    made = stage.asks_discord("POST", "", TOWN_HALL)
    open_channel(page, "discord", EN.events.format(count=1))
    said(page, "discord", "Town hall")
    said(page, "discord", "Thursday, July 1, 4:00 PM")
    said(page, "discord", "Library")
    expect(side_of(page, "discord").get_by_test_id("write")).not_to_be_visible()
    stage.asks_discord("DELETE", f"/{made['id']}")
    expect(side_of(page, "discord").get_by_test_id("channels")).not_to_contain_text("Events")
    said(page, "discord", EN.empty_channel)


TOWN_HALL = {
    "name": "Town hall",
    "privacy_level": 2,
    "entity_type": 3,
    "entity_metadata": {"location": "Library"},
    "scheduled_start_time": "2100-07-01T23:00:00+00:00",
    "scheduled_end_time": "2100-07-02T00:00:00+00:00",
}


def test_a_newcomer_is_told_what_to_try_and_can_do_it_at_once(page: Page) -> None:
    expect(page.get_by_text(EN.try_this)).to_be_visible()
    page.get_by_role("button", name=EN.sit_down_as.format(name=MARIA.name)).click()
    said(page, "slack", "Nothing waits for you.")
    expect(page.get_by_test_id("slack").get_by_test_id("seat")).to_have_value(MARIA.name)
    assert EN.only_you not in conversation(page, "slack")


def test_what_one_says_another_sees(page: Page, browser: Browser, stage: Stage) -> None:
    with open_page(browser) as other:
        other.goto(stage.url)
        sit(other, "slack", "Dana Lee")
        open_channel(other, "slack", "lincoln-staff")
        sit(page, "slack", "Ana Ruiz")
        open_channel(page, "slack", "lincoln-staff")
        type_line(page, "slack", "Coffee in the <b>library</b> at 7:30")
        said(page, "slack", "Coffee in the <b>library</b> at 7:30")
        said(other, "slack", "Coffee in the <b>library</b> at 7:30")
        press(other, "slack", "Ask about this")
        expect(other.get_by_test_id("form")).to_contain_text("Question")
        other.keyboard.press("Escape")
        expect(other.get_by_test_id("form")).not_to_be_visible()


def test_families_sit_on_the_other_side_in_their_own_channels(page: Page) -> None:
    sit(page, "discord", "Rosa Mendoza")
    channels = page.get_by_test_id("discord").get_by_test_id("channels")
    expect(channels.get_by_role("button", name="familias")).to_be_visible()
    expect(channels.get_by_role("button", name="pta-board")).to_have_count(0)
    open_channel(page, "discord", "familias")
    type_line(page, "discord", "¡Buenos días!")
    said(page, "discord", "¡Buenos días!")


def test_a_card_changes_in_place_and_typing_goes_on(page: Page, stage: Stage) -> None:
    sit(page, "slack", "Dana Lee")
    open_channel(page, "slack", "lincoln-staff")
    write = page.get_by_test_id("slack").get_by_test_id("write")
    write.fill("half a sen")
    card = stage.bot.web.chat_postMessage(
        channel=CHANNEL, text="Reading night", blocks=[section("Reading night: 1 vote"), buttons("Tuesday", "Thursday")]
    )
    said(page, "slack", "Reading night: 1 vote")
    page.get_by_role("button", name="Thursday").last.focus()
    stage.bot.web.chat_update(
        channel=CHANNEL,
        ts=card["ts"],
        text="Reading night",
        blocks=[section("Reading night: 2 votes"), buttons("Tuesday", "Thursday")],
    )
    said(page, "slack", "Reading night: 2 votes")
    expect(page.get_by_role("button", name="Thursday").last).to_be_focused()
    expect(page.get_by_test_id("message").last).to_contain_text(EN.edited)
    expect(write).to_have_value("half a sen")


def test_buttons_stand_between_the_lines_they_belong_to(page: Page, stage: Stage) -> None:
    sit(page, "slack", "Dana Lee")
    open_channel(page, "slack", "lincoln-staff")
    two = [section("First poll"), buttons("Answer"), section("Second poll"), buttons("Close it")]
    stage.bot.web.chat_postMessage(channel=CHANNEL, text="Two polls", blocks=two)
    said(page, "slack", "Second poll")
    read = page.get_by_test_id("message").last.inner_text().split("\n")
    assert [line for line in read if line][-5:-1] == ["First poll", "Answer", "Second poll", "Close it"]


@pytest.mark.parametrize(
    ("side", "name", "channel"), [("slack", "Dana Lee", "lincoln-staff"), ("discord", "Rosa Mendoza", "familias")]
)
def test_a_thread_a_change_a_deletion_and_a_file_on_a_phone(
    browser: Browser, stage: Stage, side: str, name: str, channel: str
) -> None:
    with open_page(browser, PHONE) as page:
        page.goto(stage.url)
        sit(page, side, name)
        open_channel(page, side, channel)
        type_line(page, side, f"Who brings tea on {side}?")
        press(page, side, EN.thread)
        type_line(page, side, "I cna")
        says(page, side, "I cna")
        press(page, side, EN.change)
        expect(side_of(page, side).get_by_test_id("write")).to_have_value("I cna")
        type_line(page, side, "I can")
        says(page, side, "I can")
        expect(page.get_by_test_id(side).get_by_test_id("message").last).to_contain_text(EN.edited)
        file = FilePayload(name="tea.txt", mimeType="text/plain", buffer=b"green")
        page.get_by_test_id(side).locator(".upload input[type=file]").set_input_files(file)
        says(page, side, "tea.txt")
        press(page, side, EN.delete)
        expect(side_of(page, side).get_by_test_id("message").filter(has_text="tea.txt")).to_have_count(0)
        page.get_by_role("button", name=EN.back.format(channel=channel)).click()
        press(page, side, EN.replies_one)
        says(page, side, "I can")


def test_only_one_person_sees_what_is_for_them_alone(page: Page, stage: Stage) -> None:
    sit(page, "slack", MARIA.name)
    open_channel(page, "slack", "lincoln-staff")
    stage.bot.web.chat_postEphemeral(channel=CHANNEL, user=MARIA.id, text="Your answer is in.")
    said(page, "slack", "Your answer is in.")
    expect(page.get_by_test_id("message").last).to_contain_text(EN.only_you)
    sit(page, "slack", "Dana Lee")
    open_channel(page, "slack", "lincoln-staff")
    expect(side_of(page, "slack").get_by_test_id("conversation")).not_to_contain_text("Your answer is in.")


def test_the_page_speaks_spanish_and_keeps_what_was_begun(page: Page) -> None:
    sit(page, "slack", MARIA.name)
    open_channel(page, "slack", "books")
    page.get_by_test_id("slack").get_by_test_id("write").fill("sin terminar")
    page.get_by_role("button", name="Español").click()
    expect(page.get_by_text(ES.intro)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.get_by_role("button", name="Español")).to_be_focused()
    expect(page.get_by_test_id("slack").get_by_test_id("write")).to_have_value("sin terminar")
    expect(page.get_by_role("textbox", name=ES.write.format(channel="books"))).to_be_visible()
    page.reload()
    expect(page.get_by_text(ES.intro)).to_be_visible()
    expect(page.get_by_test_id("slack").get_by_test_id("seat")).to_have_value(MARIA.name)


def test_an_address_may_say_who_sits_where(page: Page, stage: Stage) -> None:
    page.goto(f"{stage.url}?slack={STAFF[1].id}&discord=nobody&lang=es")
    expect(page.get_by_test_id("slack").get_by_test_id("seat")).to_have_value("Ana Ruiz")
    expect(page.get_by_test_id("discord").get_by_text(ES.nobody_sits)).to_be_visible()


def test_the_clock_is_shown_and_moved(page: Page) -> None:
    bar = page.get_by_test_id("clock")
    expect(bar).to_contain_text("Tuesday, October 6, 3:05 PM")
    bar.get_by_role("button", name=EN.next_school_day).click()
    expect(bar).to_contain_text("Wednesday, October 7, 5:00 PM")
    for tuesday in ("October 13", "October 20", "October 27", "November 3"):  # on November 1 the clocks are put back
        bar.get_by_role("button", name=EN.next_tuesday).click()
        expect(bar).to_contain_text(f"Tuesday, {tuesday}, 3:00 PM")
    bar.get_by_role("button", name=EN.next_meeting).click()
    expect(bar).to_contain_text(EN.no_meeting)  # this clock knows of none


def test_reading_further_up_is_not_disturbed(page: Page, stage: Stage) -> None:
    sit(page, "slack", "Ana Ruiz")
    open_channel(page, "slack", "books")
    box = page.get_by_test_id("slack").get_by_test_id("conversation")
    stage.bot.web.chat_postMessage(channel="C02BOOKS", text="\n".join(f"Book {number}" for number in range(80)))
    said(page, "slack", "Book 79")
    to_go = "box => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight)"
    assert box.evaluate(to_go) > 500, "what is longer than the box is read from its beginning"
    stage.bot.web.chat_postMessage(channel="C02BOOKS", text="Book 80")
    said(page, "slack", "Book 80")
    page.wait_for_function(f"({to_go})(document.querySelector('.slack .conversation')) < 5")
    box.evaluate("box => box.scrollTop = 0")
    stage.bot.web.chat_postMessage(channel="C02BOOKS", text="One more")
    said(page, "slack", "One more")
    assert box.evaluate("box => box.scrollTop") == 0
    type_line(page, "slack", "Thank you")
    said(page, "slack", "Thank you")
    page.wait_for_function(f"({to_go})(document.querySelector('.slack .conversation')) < 5")


def test_news_elsewhere_is_marked(page: Page, stage: Stage) -> None:
    sit(page, "slack", MARIA.name)
    open_channel(page, "slack", "lincoln-staff")
    stage.bot.web.chat_postMessage(channel="C02BOOKS", text="A new book")
    books = page.get_by_test_id("channels").get_by_role("button", name="books")
    expect(books).to_contain_text(EN.new)
    open_channel(page, "slack", "books")
    expect(books).not_to_contain_text(EN.new)


def test_on_a_phone_one_side_at_a_time_with_room_for_thumbs(browser: Browser, stage: Stage) -> None:
    with open_page(browser, PHONE) as phone:
        phone.goto(stage.url)
        expect(phone.get_by_test_id("discord")).not_to_be_visible()
        sit(phone, "discord", "Rosa Mendoza")
        expect(phone.get_by_test_id("slack")).not_to_be_visible()
        sit(phone, "slack", "Ana Ruiz")
        open_channel(phone, "slack", "lincoln-staff")
        assert phone.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        for button in phone.get_by_role("button").all():
            if button.is_visible():
                box = button.bounding_box()
                assert box is not None
                assert box["height"] >= 44, button.inner_text()
        small = phone.evaluate(
            "[...document.querySelectorAll('p, button, span, input, textarea')].filter(e => "
            "e.checkVisibility() && e.innerText && parseFloat(getComputedStyle(e).fontSize) < 16)"
            ".map(e => e.className)"
        )
        assert [name for name in small if "avatar" not in name] == []
        assert side_of(phone, "slack").is_visible()
