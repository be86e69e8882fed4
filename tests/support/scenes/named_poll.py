"""A poll that shows its count as it comes in, asked by staff in Slack and answered on both platforms."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import expect
from support.page import side_of
from support.scenes.stage import FAMILIES, PARENTS, STAFF, Stage

VOTES = (0, 1, 1, 2, 0, 1)  # the families', then the staff's, by position of the option


def play(stage: Stage) -> None:
    ask(stage)
    answer(stage)
    look_around(stage)
    close(stage)


def ask(stage: Stage) -> None:
    say, cast = stage.words, stage.cast
    stage.save("welcome")
    stage.sit("slack", cast.asks)
    stage.sees("slack", say("home-title", name=cast.asks))
    stage.save("home")
    stage.presses("slack", "poll-start")
    expect(stage.form).to_be_visible()
    stage.save("form-empty")
    stage.fills_in(filled_in(stage) | {say("poll-form-options"): cast.options[0]})
    stage.sends()
    stage.pops_up(say("poll-wrong-options-count", count=1, least=2, most=10))
    stage.save("form-refused")
    stage.fills_in(filled_in(stage))
    stage.save("form-filled")
    stage.sends()
    stage.pops_up(say("poll-preview-title"))
    stage.save("preview")
    stage.presses("slack", "poll-post")
    stage.pops_up(say("poll-undo"))
    stage.save("posted")
    stage.closes_form()
    stage.home()
    stage.sees("slack", cast.question)
    stage.save("home-with-poll")


def filled_in(stage: Stage) -> dict[str, str | Sequence[str]]:
    say, cast = stage.words, stage.cast
    return {
        say("poll-form-question"): cast.question,
        say("poll-form-options"): "\n".join(cast.options),
        say("poll-form-places"): [f"#{STAFF} (Slack)", f"#{FAMILIES} (Discord)"],
    }


def answer(stage: Stage) -> None:
    cast = stage.cast
    for place in (0, 1, 2):
        stage.sit("discord", PARENTS[place], FAMILIES)
        stage.sees("discord", cast.question)
        if place == 0:
            stage.save("families-asked")
        stage.presses_label("discord", cast.options[VOTES[place]])
        stage.sees("discord", stage.in_spanish("poll-card-voters", count=place + 1))
    stage.save("families-answered")
    for place in (0, 1, 2):
        stage.sit("slack", cast.staff[place], STAFF)
        stage.sees("slack", cast.question)
        stage.presses_label("slack", cast.options[VOTES[3 + place]])
        stage.sees("slack", stage.in_english("poll-card-voters", count=4 + place))
    stage.sees("discord", stage.in_spanish("poll-card-voters", count=6))
    stage.front("slack")
    stage.save("staff-answered")


def look_around(stage: Stage) -> None:
    stage.presses_label("slack", stage.in_english("poll-who-sees"))
    stage.sees("slack", stage.words("poll-who-sees-live"))
    stage.save("who-sees")
    stage.presses_label("slack", stage.in_spanish("language-name"))
    stage.save("other-language")
    write = side_of(stage.page, "slack").get_by_test_id("write")
    write.fill("/")
    stage.save("commands")
    write.fill("")
    stage.types("slack", "/poll ? | ?")
    stage.save("refused-line")
    stage.types("discord", "/somewhere")
    stage.sees("discord", stage.in_spanish("home-title", name=PARENTS[-1]))
    stage.save("families-home")


def close(stage: Stage) -> None:
    clock = stage.page.get_by_test_id("clock")
    clock.get_by_role("button", name=stage.page_words.next_school_day).click()
    expect(clock).to_contain_text("5:00", timeout=30_000)
    stage.save("later")
    for side, place in (("discord", FAMILIES), ("slack", STAFF)):
        stage.open(side, place)
        closed = stage.in_english if side == "slack" else stage.in_spanish
        stage.sees(side, closed("poll-card-closed", when="|", seat="|").partition("|")[0].strip())
        stage.save(f"result-{side}")
