"""A poll from start to result as somebody sees it who opens the demo: a real browser, both platforms and languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from support.browser import DESKTOP, PHONE, browser, open_page
from support.page import fill, open_channel, press, says, send_form, sit, type_line
from support.process import demo
from support.scenes import anonymous_poll, question
from support.scenes.stage import Stage

__all__ = ["browser"]


@pytest.fixture(scope="module")
def address(browser: Browser) -> Iterator[str]:
    """Of one demo, in which each of them finds what those before it left."""
    with demo() as url:
        yield url


def test_a_poll_from_start_to_result(browser: Browser, address: str) -> None:
    with open_page(browser) as page:
        page.goto(address)
        # Maria, who reads English, asks from her Home in Slack.
        sit(page, "slack", "Maria Rivera")
        says(page, "slack", "Hello, Maria Rivera")
        press(page, "slack", "Start a poll")
        fill(
            page,
            {
                "What do you want to ask?": "Which night suits your family?",
                "Answers, one on each line": "Tuesday\nThursday",
                "Where should it go?": ["#lincoln-staff (Slack)", "#familias-de-lincoln (Discord)"],
            },
        )
        send_form(page)
        expect(page.get_by_test_id("form")).to_contain_text("Nothing is posted yet")
        press(page, "slack", "Post it")
        expect(page.get_by_test_id("form")).to_contain_text("You can undo it for two minutes")
        page.get_by_test_id("form").get_by_role("button", name="Close this window").click()

        # Guadalupe, who reads Spanish, answers in Discord.
        sit(page, "discord", "Guadalupe Navarrete")
        open_channel(page, "discord", "familias-de-lincoln")
        says(page, "discord", "Nadie ha contestado todavía")
        press(page, "discord", "Thursday")
        says(page, "discord", "Recibí su respuesta: Thursday")
        says(page, "discord", "1 voto")

        # Maria sees it count, answers, and looks at the card in Spanish.
        open_channel(page, "slack", "lincoln-staff")
        says(page, "slack", "One person has answered")
        press(page, "slack", "Tuesday")
        says(page, "slack", "Your answer is in: Tuesday")
        says(page, "discord", "Han contestado 2 personas")
        press(page, "slack", "Español")
        says(page, "slack", "Han contestado 2 personas")

        # Its time comes: the next school day at four.
        page.get_by_test_id("clock").get_by_role("button", name="Next school day, 5 PM").click()
        expect(page.get_by_test_id("clock")).to_contain_text("5:00 PM", timeout=30_000)
        says(page, "slack", "Closed")
        says(page, "discord", "Se cerró")


def test_an_anonymous_poll_shows_nothing_until_it_is_closed(browser: Browser, address: str) -> None:
    with open_page(browser) as page:
        page.goto(f"{address}?lang=es")
        one = Stage(page, "es", DESKTOP, None)
        anonymous_poll.ask(one)
        anonymous_poll.answer(one)
        for side in ("slack", "discord"):
            card = one.page.get_by_test_id(side).get_by_test_id("message").filter(has_text=one.cast.question).last
            expect(card).not_to_contain_text("vot")
        anonymous_poll.close(one)
        one.sees("slack", "5 people answered.")
        one.sees("discord", "Contestaron 5 personas.")
        one.home()
        one.sees("slack", "Su encuesta, cerrada")
        expect(page.get_by_role("button", name="Ver el resultado")).to_be_visible()
        expect(page.get_by_role("button", name="Abrirla otra vez")).not_to_be_visible()


def test_somebody_new_asks_a_committee_and_sees_the_answer_come_back(browser: Browser, address: str) -> None:
    with open_page(browser) as page:
        page.goto(address)
        expect(page.get_by_text("Hannah Whitaker answers it in Discord")).to_be_visible()
        question.newcomer(Stage(page, "en", DESKTOP, None))


def test_somebody_reads_the_page_in_spanish_on_a_phone(browser: Browser, address: str) -> None:
    with open_page(browser, PHONE) as page:
        page.goto(f"{address}?lang=es")
        sit(page, "discord", "Rosa Delgado")
        open_channel(page, "discord", "familias-de-lincoln")
        type_line(page, "discord", "/somewhere")
        says(page, "discord", "Hola, Rosa Delgado")
