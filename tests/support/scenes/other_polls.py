"""The kinds of polls that take more than a press: an order, a reason, own words."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import expect
from support.scenes.named_poll import filled_in
from support.scenes.stage import FAMILIES, PARENTS, STAFF, Stage


def play(stage: Stage) -> None:
    ranked(stage)
    consent(stage)
    open_text(stage)


def post(stage: Stage, how: str, options: Sequence[str], name: str) -> None:
    """Asked by staff from their home, up to the card."""
    say = stage.words
    stage.sit("slack", stage.cast.asks)
    stage.home()
    stage.presses("slack", "poll-start")
    written = {say("poll-form-options"): "\n".join(options), say("poll-form-answers"): say(how)}
    stage.fills_in(filled_in(stage) | written)
    stage.save(f"{name}-form", whole=True)
    stage.sends()
    stage.pops_up(say("poll-preview-title"))
    stage.save(f"{name}-preview", whole=True)
    stage.presses("slack", "poll-post")
    stage.pops_up(say("poll-undo"))
    stage.closes_form()


def close(stage: Stage) -> None:
    stage.sit("slack", stage.cast.asks)
    stage.home()
    stage.presses("slack", "poll-close")
    expect(stage.form).to_be_visible()
    stage.pops_up(stage.words("poll-close-yes"))
    stage.presses("slack", "poll-close-yes")
    expect(stage.form).not_to_contain_text(stage.words("poll-close-yes"))
    stage.closes_form()


def ranked(stage: Stage) -> None:
    cast = stage.cast
    post(stage, "poll-form-ranked", cast.options, "ranked")
    stage.sit("discord", PARENTS[0], FAMILIES)
    stage.sees("discord", cast.question)
    stage.save("ranked-asked")
    stage.presses_label("discord", stage.in_spanish("poll-rank"))
    stage.sees("discord", stage.in_spanish("poll-ranking-none", when="|").partition(".")[0])
    stage.save("ranked-begin")
    for option in cast.options[1::-1]:
        stage.presses_label("discord", option)
        stage.page.wait_for_timeout(500)
    stage.save("ranked-two")
    for place, name in enumerate(cast.staff[:2]):
        stage.sit("slack", name, STAFF)
        stage.presses_label("slack", stage.in_english("poll-rank"))
        stage.presses_label("slack", cast.options[place])
        stage.page.wait_for_timeout(500)
    stage.save("ranked-slack")
    close(stage)
    stage.open("slack", STAFF)
    stage.to_the_top("slack")
    stage.save("ranked-result", whole=True)
    stage.open("discord", FAMILIES)
    stage.save("ranked-result-discord", whole=True)


def consent(stage: Stage) -> None:
    say = stage.words
    post(stage, "poll-form-consent", (), "consent")
    stage.sit("discord", PARENTS[1], FAMILIES)
    stage.sees("discord", stage.in_spanish("poll-ready-block"))
    stage.save("consent-asked")
    stage.presses_label("discord", stage.in_spanish("poll-ready-concern"))
    expect(stage.form).to_be_visible()
    stage.save("consent-reason-discord")
    stage.fills_in({stage.in_spanish("poll-words-reason"): "Los martes hay clase de natación."})
    stage.sends()
    stage.sees("discord", stage.in_spanish("poll-answer-one", answer="|", when="|").partition(":")[0])
    stage.save("consent-answered-discord")
    stage.sit("slack", stage.cast.staff[0], STAFF)
    stage.presses_label("slack", stage.in_english("poll-ready-block"))
    expect(stage.form).to_be_visible()
    stage.sends()
    stage.save("consent-reason-empty")
    stage.fills_in({say("poll-words-reason"): "We need a week with families first."})
    stage.sends()
    expect(stage.form).not_to_be_empty()
    stage.page.wait_for_timeout(500)
    stage.save("consent-answered-slack")
    if stage.form.is_visible():
        stage.closes_form()
    close(stage)
    stage.open("slack", STAFF)
    stage.to_the_top("slack")
    stage.save("consent-result", whole=True)
    stage.open("discord", FAMILIES)
    stage.to_the_top("discord")
    stage.save("consent-result-discord", whole=True)


def open_text(stage: Stage) -> None:
    say = stage.words
    post(stage, "poll-form-open", (), "open")
    for name, text in zip(PARENTS, ("Más libros en español.", "Un lugar para los pequeños.", "#@!"), strict=True):
        stage.sit("discord", name, FAMILIES)
        stage.presses_label("discord", stage.in_spanish("poll-open-answer"))
        expect(stage.form).to_be_visible()
        if name == PARENTS[0]:
            stage.save("open-asked")
        stage.fills_in({stage.in_spanish("poll-open-label"): text})
        stage.sends()
        stage.sees("discord", stage.in_spanish("poll-open-in", when="|").partition(".")[0])
    stage.save("open-answered")
    close(stage)
    stage.home()
    stage.save("open-home")
    stage.presses("slack", "poll-open-look")
    stage.pops_up("#@!")
    stage.save("open-looking", whole=True)
    stage.form.get_by_role("button", name=say("poll-open-hide", number=2), exact=True).click()
    stage.pops_up(say("poll-open-hidden"))
    stage.save("open-hidden", whole=True)
    stage.presses("slack", "poll-open-publish")
    stage.page.wait_for_timeout(500)
    stage.save("open-published")
    stage.closes_form()
    stage.open("slack", STAFF)
    stage.to_the_top("slack")
    stage.save("open-result", whole=True)
