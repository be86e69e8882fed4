"""Whoever has not answered is reminded in Discord by one post that names nobody."""

from __future__ import annotations

from playwright.sync_api import expect
from support.scenes.named_poll import filled_in
from support.scenes.stage import FAMILIES, PARENTS, Stage


def play(stage: Stage) -> None:
    say, cast, page = stage.words, stage.cast, stage.page
    stage.sit("slack", cast.asks)
    stage.home()
    stage.presses("slack", "poll-start")
    stage.fills_in(filled_in(stage))
    stage.form.get_by_role("combobox", name=say("poll-form-closes"), exact=True).click()
    next_school_day = page.get_by_role("option", selected=True)
    next_school_day.locator("xpath=following-sibling::*[2]").click()  # two more school days
    stage.sends()
    stage.pops_up(say("poll-preview-title"))
    stage.presses("slack", "poll-post")
    stage.pops_up(say("poll-undo"))
    stage.closes_form()
    stage.sit("discord", PARENTS[0], FAMILIES)
    stage.sees("discord", cast.question)
    clock = page.get_by_test_id("clock")
    for _ in range(2):
        before = clock.locator(".clock-time").inner_text()
        clock.get_by_role("button", name=stage.page_words.next_school_day).click()
        expect(clock.locator(".clock-time")).not_to_have_text(before, timeout=30_000)
        expect(clock).to_contain_text("5:00", timeout=30_000)
    stage.sees("discord", stage.in_spanish("poll-remind-mine"))
    stage.save("discord", whole=True)
    stage.presses_label("discord", stage.in_spanish("poll-remind-mine"))
    stage.sees("discord", stage.in_spanish("poll-remind-not-in", when="|").partition(".")[0])
    stage.save("discord-mine", whole=True)
