"""Somebody new asks an anonymous poll, closes it and takes its result along; another one gets too few answers."""

from __future__ import annotations

from support.scenes.named_poll import filled_in
from support.scenes.stage import FAMILIES, PARENTS, STAFF, Stage

VOTES = (0, 1, 1, 0, 1)  # the families', then the staff's, by position of the option


def play(stage: Stage) -> None:
    ask(stage)
    answer(stage)
    close(stage)
    take_along(stage)
    too_few(stage)


def ask(stage: Stage) -> None:
    say, cast = stage.words, stage.cast
    stage.sit("slack", cast.asks, STAFF)
    stage.types("slack", "/somewhere")
    stage.sees("slack", say("home-title", name=cast.asks))
    stage.save("somewhere")
    stage.presses("slack", "poll-start")
    stage.fills_in(filled_in(stage))
    stage.sends()
    stage.pops_up(say("poll-preview-title"))
    stage.presses("slack", "poll-make-anonymous")
    stage.pops_up(say("poll-make-named"))
    stage.save("preview", whole=True)
    stage.presses("slack", "poll-post")
    stage.pops_up(say("poll-undo"))
    stage.closes_form()
    stage.sees("slack", cast.question)
    stage.save("posted")


def answer(stage: Stage) -> None:
    cast = stage.cast
    for place in (0, 1, 2):
        stage.sit("discord", PARENTS[place], FAMILIES)
        stage.sees("discord", cast.question)
        if place == 0:
            stage.save("families-asked")
            stage.presses_label("discord", stage.in_spanish("poll-who-sees"))
            stage.sees("discord", stage.in_spanish("poll-who-sees-anonymous"))
            stage.save("who-sees-discord")
        stage.presses_label("discord", cast.options[VOTES[place]])
        stage.sees("discord", stage.in_spanish("poll-answer-anonymous", when="|").partition(".")[0])
    stage.save("families-answered")
    for place in (0, 1):
        stage.sit("slack", cast.staff[place], STAFF)
        stage.sees("slack", cast.question)
        stage.presses_label("slack", cast.options[VOTES[3 + place]])
        stage.sees("slack", stage.words("poll-answer-anonymous", when="|").partition(".")[0])
    stage.presses_label("slack", stage.in_english("poll-who-sees"))
    stage.save("who-sees-slack")


def close(stage: Stage) -> None:
    say, cast = stage.words, stage.cast
    stage.sit("slack", cast.asks)
    stage.sees("slack", cast.question)
    stage.save("home")
    stage.presses("slack", "poll-close")
    stage.pops_up(say("poll-close-for-good"))
    stage.save("sure")
    stage.presses("slack", "poll-close-yes")
    stage.pops_up(cast.options[1])
    stage.save("just-closed", whole=True)
    stage.closes_form()
    stage.home()
    stage.save("home-after")
    stage.open("slack", STAFF)
    stage.sees("slack", stage.in_english("poll-take-along"))
    stage.save("result-slack")
    stage.open("discord", FAMILIES)
    stage.sees("discord", stage.in_spanish("poll-take-along"))
    stage.save("result-discord")


def take_along(stage: Stage) -> None:
    stage.presses_label("discord", stage.in_spanish("poll-take-along"))
    stage.sees("discord", stage.in_spanish("poll-take-line"))
    stage.page.get_by_test_id("discord").locator("img.picture").last.wait_for(timeout=20_000)
    stage.save("along-discord", whole=True)
    stage.front("slack")
    stage.presses_label("slack", stage.in_english("poll-take-along"))
    stage.sees("slack", stage.words("poll-take-line"))
    stage.save("along-slack")
    stage.open("slack", "Start Somewhere")
    stage.page.get_by_test_id("slack").locator("img.picture").last.wait_for(timeout=20_000)
    stage.save("along-slack-files", whole=True)


def too_few(stage: Stage) -> None:
    """Asked by a liaison in Discord, in one line, and answered by two."""
    say, cast = stage.words, stage.cast
    stage.sit("discord", cast.liaison, cast.families)
    stage.types("discord", f"/poll {cast.other_question}")
    stage.sees("discord", say("poll-preview-title"))
    stage.save("discord-preview", whole=True)
    stage.presses("discord", "poll-make-anonymous")
    stage.sees("discord", say("poll-make-named"))
    stage.save("discord-anonymous", whole=True)
    stage.presses("discord", "poll-post")
    stage.sees("discord", say("poll-undo"))
    stage.save("discord-posted")
    for name in (PARENTS[0], cast.liaison):
        stage.sit("discord", name, cast.families)
        stage.presses_label("discord", stage.in_english("poll-ready-yes") if stage.language == "en" else "Sí")
    stage.types("discord", "/somewhere")
    stage.sees("discord", say("home-title", name=cast.liaison))
    stage.save("discord-home", whole=True)
    stage.presses("discord", "poll-close")
    stage.sees("discord", say("poll-close-for-good"))
    stage.save("discord-sure")
    stage.presses("discord", "poll-close-yes")
    stage.sees("discord", say("poll-card-too-few", least=5))
    stage.save("too-few", whole=True)
