"""The small start: a rep asks colleagues, reads what gets in the way, and starts with one; the others agree; those who
spoke are told."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import expect
from support.scenes.question import BOT, closes_what_follows
from support.scenes.stage import Stage

CAUCUS = "association-caucus"


@dataclass(frozen=True)
class Cast:
    """Who speaks without a name and who with it, and what; the goal's three lines."""

    shy: str
    named: str
    noise: str
    kits: str
    students: str
    change: str
    measure: str


CASTS = {
    "en": Cast(
        shy="Owen Lindqvist",
        named="Jamal Whitfield",
        noise="Third graders lose their reading time whenever the hall is used for testing.",
        kits="There are twelve phonics kits for sixty children.",
        students="Third graders who read below level",
        change="They keep 20 minutes of reading every day",
        measure="Days a week with all 20 minutes",
    ),
    "es": Cast(
        shy="Beatriz Montoya",
        named="Yesenia Cordero",
        noise="Los de tercero pierden la hora de lectura cada vez que el salón se usa para exámenes.",
        kits="Hay doce juegos de fonética para sesenta niños.",
        students="Alumnos de tercero que leen por debajo del nivel",
        change="Conservan 20 minutos de lectura cada día",
        measure="Días de la semana con los 20 minutos",
    ),
}


def play(stage: Stage) -> None:
    on_a_tuesday(stage)
    asked(stage)
    cast = CASTS[stage.language]
    says(stage, cast.shy, cast.noise, look=True)
    says(stage, cast.named, cast.kits)
    proposed(stage)
    agreed(stage)
    told(stage)


def on_a_tuesday(stage: Stage) -> None:
    """When the bot may write to people."""
    clock = stage.page.get_by_test_id("clock")
    before = clock.locator(".clock-time").inner_text()
    clock.get_by_role("button", name=stage.page_words.next_tuesday).click()
    expect(clock.locator(".clock-time")).not_to_have_text(before, timeout=30_000)
    expect(clock).to_contain_text("3:0", timeout=30_000)


def asked(stage: Stage) -> None:
    """By Lincoln's rep, who reads English."""
    english = stage.in_english
    stage.sit("slack", "Maria Rivera", BOT)
    stage.asks_for("slack", "/somewhere", english("concern-call-line", kind="association"))
    stage.save("reps-home", whole=True)
    stage.presses_label("slack", english("concern-call"))
    stage.sees("slack", english("question-preview-title"))
    stage.save("ask-preview", whole=True)
    stage.presses_label("slack", english("concern-call-post"))
    stage.sees("slack", "Posted.")


def says(stage: Stage, who: str, text: str, *, look: bool = False) -> None:
    say = stage.words
    stage.sit("slack", who, CAUCUS)
    stage.sees("slack", stage.in_english("concern-question"))
    if look:
        stage.save("ask-card", whole=True)
        stage.asks_for("slack", "/concern", say("concern-question"))
        stage.save("concern-start", whole=True)
    stage.presses_label("slack", say("concern-write") if look else stage.in_english("concern-write"))
    stage.pops_up(say("concern-form-as"))
    if look:
        stage.save("concern-form", whole=True)
    stage.fills_in({say("concern-form-text"): text})
    stage.sends()
    stage.pops_up(say("question-preview-title"))
    if look:
        stage.save("concern-preview", whole=True)
    stage.presses("slack", "concern-send")
    stage.pops_up(say("concern-sent"))
    stage.closes_form()


def proposed(stage: Stage) -> None:
    english, cast = stage.in_english, CASTS[stage.language]
    stage.sit("slack", "Maria Rivera", BOT)
    stage.asks_for("slack", "/somewhere", english("concern-new", count=2))
    stage.save("concerns-wait", whole=True)
    stage.presses_label("slack", english("concern-read-new", count=2))
    stage.sees("slack", cast.kits)
    stage.save("concerns", whole=True)
    stage.page.get_by_test_id("slack").get_by_role("button", name=english("goal-start"), exact=True).last.click()
    stage.pops_up(english("goal-form-students"))
    stage.save("goal-form", whole=True)
    labels = ("goal-form-students", "goal-form-change", "goal-form-measure")
    lines = (cast.students, cast.change, cast.measure)
    stage.fills_in({english(label): line for label, line in zip(labels, lines, strict=True)})
    stage.sends()
    stage.pops_up(english("question-preview-title"))
    stage.save("goal-preview", whole=True)
    stage.presses_label("slack", english("goal-send"))
    stage.pops_up("Sent.")
    stage.save("goal-sent")
    stage.closes_form()


def agreed(stage: Stage) -> None:
    """The principal and the liaison read Spanish."""
    spanish, cast = stage.in_spanish, CASTS[stage.language]
    stage.sit("slack", "Elena Ortiz", BOT)
    stage.asks_for("slack", "/somewhere", cast.change)
    stage.save("principals-home", whole=True)
    stage.presses_label("slack", spanish("goal-home-read"))
    stage.sees("slack", spanish("goal-asks"))
    stage.save("asked", whole=True)
    stage.presses_label("slack", spanish("goal-answer-agree"))
    stage.sees("slack", "Anotado")
    stage.save("noted", whole=True)
    stage.sit("slack", "Rosa Delgado", BOT)
    stage.asks_for("slack", "/somewhere", cast.change)
    stage.presses_label("slack", spanish("goal-home-read"))
    stage.sees("slack", spanish("goal-asks"))
    stage.presses_label("slack", spanish("goal-answer-live"))
    stage.sees("slack", spanish("goal-noted-agreed"))


def told(stage: Stage) -> None:
    english, cast = stage.in_english, CASTS[stage.language]
    stage.sit("slack", "Maria Rivera", BOT)
    stage.asks_for("slack", "/somewhere", cast.change)
    stage.save("to-tell", whole=True)
    stage.presses_label("slack", english("goal-tell"))
    stage.sees("slack", english("question-preview-title"))
    stage.save("tell-preview", whole=True)
    stage.presses_label("slack", english("goal-tell-now"))
    stage.sees("slack", english("goal-told"))
    stage.sit("slack", cast.shy, BOT)
    stage.sees("slack", stage.words("concern-said-title"))
    stage.save("letter", whole=True)
    stage.asks_for("slack", "/goals", cast.change)
    stage.save("goals", whole=True)
    closes_what_follows(stage)
