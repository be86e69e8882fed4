"""The forms beside the first one: settings of a poll, its plan, setting it right; linking accounts; messages."""

from __future__ import annotations

from playwright.sync_api import expect
from support.scenes.named_poll import filled_in
from support.scenes.stage import FAMILIES, STAFF, Stage

LINKS = {"en": ("Roy Thibodeaux", "Anjali Deshpande"), "es": ("Gilberto Sandoval", "Carmen Escobedo")}


def play(stage: Stage) -> None:
    settings(stage)
    plan(stage)
    set_right(stage)
    messages(stage)
    link(stage)


def draw_up(stage: Stage) -> None:
    stage.sit("slack", stage.cast.asks)
    stage.home()
    stage.presses("slack", "poll-start")
    stage.fills_in(filled_in(stage))
    stage.sends()
    stage.pops_up(stage.words("poll-preview-title"))


def settings(stage: Stage) -> None:
    say = stage.words
    draw_up(stage)
    stage.presses("slack", "poll-more")
    stage.pops_up(say("poll-form-quorum"))
    stage.save("more", whole=True)
    stage.save("more-on-screen")
    stage.fills_in(
        {
            say("poll-form-people"): [say("seats-building-rep"), say("seats-principal")],
            say("poll-form-quorum"): say("poll-quorum-share", share="half"),
            say("poll-form-until"): say("poll-until-all"),
        }
    )
    stage.sends()
    stage.pops_up(say("poll-preview-title"))
    stage.save("more-preview", whole=True)


def plan(stage: Stage) -> None:
    say = stage.words
    stage.presses("slack", "poll-plan")
    stage.pops_up(say("poll-form-repeats"))
    stage.save("plan")
    stage.fills_in({say("poll-form-repeats"): say("poll-plan-weekly")})
    stage.sends()
    stage.pops_up(say("poll-preview-weekly"))
    stage.save("plan-preview", whole=True)
    stage.closes_form()
    stage.home()
    stage.sees("slack", say("poll-draft-go-on"))
    stage.save("draft-at-home")
    stage.presses("slack", "poll-draft-go-on")
    stage.pops_up(say("poll-preview-title"))
    stage.presses("slack", "poll-post")
    expect(stage.form).not_to_contain_text(say("poll-preview-title"))
    stage.save("posted", whole=True)
    stage.closes_form()
    stage.open("slack", STAFF)
    stage.sees("slack", stage.cast.question)
    stage.save("card-with-terms", whole=True)
    stage.sit("discord", "Guadalupe Navarrete", FAMILIES)
    stage.presses_label("discord", stage.cast.options[0])
    stage.page.wait_for_timeout(700)
    stage.save("not-asked", whole=True)


def set_right(stage: Stage) -> None:
    say = stage.words
    stage.front("slack")
    stage.home()
    stage.presses("slack", "poll-amend")
    stage.pops_up(say("poll-form-options"))
    stage.save("fix")
    stage.fills_in({say("poll-form-options"): "\n".join((*stage.cast.options, "?"))})
    stage.sends()
    stage.pops_up(say("poll-amend-done").partition(".")[0])
    stage.save("fixed")
    stage.presses("slack", "poll-later")
    stage.pops_up(say("poll-form-closes"))
    stage.save("closing-time")
    stage.form.get_by_role("button", name=say("cancel"), exact=True).or_(
        stage.form.get_by_role("button", name=stage.page_words.cancel, exact=True)
    ).first.click()
    stage.open("slack", STAFF)
    stage.save("fixed-card", whole=True)


def messages(stage: Stage) -> None:
    say = stage.words
    stage.home()
    stage.save("home", whole=True)
    stage.presses("slack", "messages")
    stage.pops_up(say("messages-turn-off", kind=say("poll-reminders")))
    stage.save("messages", whole=True)
    stage.save("messages-on-screen")
    stage.presses("slack", "messages-turn-off", kind=say("poll-reminders"))
    stage.pops_up(say("messages-turn-on", kind=say("poll-reminders")))
    stage.presses("slack", "messages-change-hours")
    stage.pops_up(say("messages-hours"))
    stage.save("messages-hours")
    stage.sends()
    stage.pops_up(say("messages-saved"))
    stage.save("messages-saved", whole=True)
    stage.closes_form()
    stage.sit("discord", stage.cast.liaison, "town-square")
    stage.types("discord", "/somewhere")
    stage.sees("discord", say("messages-here"))
    stage.save("home-in-discord", whole=True)
    stage.presses("discord", "messages-here")
    stage.sees("discord", say("messages-undo"))
    stage.save("messages-in-discord", whole=True)


def link(stage: Stage) -> None:
    say = stage.words
    in_slack, in_discord = LINKS[stage.language]
    stage.sit("slack", in_slack, "partnership-commons")
    stage.types("slack", "/link")
    stage.sees("slack", "/link")
    stage.save("link-code")
    code = stage.page.get_by_test_id("slack").locator(".line.heading").last.inner_text().strip()
    stage.sit("discord", in_discord, "town-square")
    stage.types("discord", "/link")
    stage.page.wait_for_timeout(700)
    stage.presses("discord", "link-enter")
    expect(stage.form).to_be_visible()
    stage.fills_in({say("link-form-code"): code})
    stage.save("link-form")
    stage.sends()
    stage.sees("discord", say("link-yes"))
    stage.save("link-preview", whole=True)
    stage.presses("discord", "link-yes")
    stage.page.wait_for_timeout(700)
    stage.save("link-done", whole=True)
    stage.types("discord", "/link")
    stage.page.wait_for_timeout(700)
    stage.save("linked", whole=True)
