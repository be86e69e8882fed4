"""What each role can do this week; then a rep's goal goes quiet, and the rep reads of it with a step and a draft."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import expect
from support.districts import pretend
from support.scenes.goal import on_a_tuesday
from support.scenes.question import BOT
from support.scenes.stage import Stage

LANGUAGES = {one.name: one.language for one in pretend().members}
WEEKS = 3  # until there was no news for ten school days


@dataclass(frozen=True)
class Cast:
    """Who proposes a goal, of whose concern, and who agrees, each on which side and where there."""

    rep: str
    colleague: str
    agree: tuple[tuple[str, str, str], ...]
    noise: str
    lines: tuple[str, str, str]


CASTS = {
    "en": Cast(
        rep="Maria Rivera",
        colleague="Owen Lindqvist",
        agree=(("slack", "Elena Ortiz", BOT), ("slack", "Rosa Delgado", BOT)),
        noise="Third graders lose their reading time whenever the hall is used for testing.",
        lines=("Third graders", "They keep 20 minutes of reading every day", "Days with 20 minutes"),
    ),
    "es": Cast(
        rep="Lucía Benavides",
        colleague="Noemí Salcedo",
        agree=(("slack", "Denise Lafayette", BOT), ("discord", "Ramón Ibarra", "plaza-en-español")),
        noise="Los de tercero pierden la hora de lectura cada vez que el salón se usa para exámenes.",
        lines=("Alumnos de tercero", "Conservan 20 minutos de lectura cada día", "Días con los 20 minutos"),
    ),
}


def play(stage: Stage) -> None:
    on_a_tuesday(stage)
    looks_it_up(stage)
    agreed(stage)
    quiet(stage)


def looks_it_up(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    stage.sit("slack", cast.rep, BOT)
    stage.asks_for("slack", "/somewhere", say("concern-call-line", kind="association"))
    stage.save("first-line", whole=True)
    stage.asks_for("slack", "/somewhere playbook", say("playbook-send"))
    stage.save("playbook", whole=True)
    stage.presses("slack", "playbook-build")
    stage.sees("slack", say("playbook-draft"))
    stage.save("make-it-last", whole=True)
    stage.presses("slack", "playbook-roles")
    stage.sees("slack", say("playbook-whose"))
    stage.save("roles", whole=True)
    stage.presses("slack", "playbook-parent")
    stage.sees("slack", say("playbook-copy"))
    stage.save("parent", whole=True)


def agreed(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    stage.sit("slack", cast.colleague, BOT)
    stage.asks_for("slack", f"/concern {cast.noise}", say("concern-question"))
    stage.presses("slack", "concern-write")
    stage.sends()
    stage.pops_up(say("question-preview-title"))
    stage.presses("slack", "concern-send")
    stage.pops_up(say("concern-sent"))
    stage.closes_form()
    stage.sit("slack", cast.rep, BOT)
    stage.asks_for("slack", "/somewhere", say("concern-new", count=1))
    stage.presses("slack", "concern-read-new", count=1)
    stage.sees("slack", cast.noise)
    stage.presses("slack", "goal-start")
    names = ("goal-form-students", "goal-form-change", "goal-form-measure")
    stage.fills_in({say(name): line for name, line in zip(names, cast.lines, strict=True)})
    stage.sends()
    stage.pops_up(say("question-preview-title"))
    stage.presses("slack", "goal-send")
    stage.pops_up(say("goal-sent", when="|").partition("|")[0])
    stage.closes_form()
    for side, who, where in cast.agree:
        theirs = stage.in_english if LANGUAGES[who] == "en" else stage.in_spanish
        stage.sit(side, who, where)
        stage.asks_for(side, "/somewhere", theirs("goal-home-read"))
        if side == "slack":
            stage.save("asked-first", whole=True)
        stage.presses_label(side, theirs("goal-home-read"))
        stage.sees(side, theirs("goal-asks"))
        stage.presses_label(side, theirs("goal-answer-agree"))


def quiet(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    clock = stage.page.get_by_test_id("clock")
    for _ in range(WEEKS):
        before = clock.locator(".clock-time").inner_text()
        clock.get_by_role("button", name=stage.page_words.next_tuesday).click()
        expect(clock.locator(".clock-time")).not_to_have_text(before, timeout=60_000)
    stage.sit("slack", cast.rep, BOT)
    stage.sees("slack", say("nudge-foot"))
    stage.save("nudge", whole=True)
    stage.presses("slack", "nudge-draft")
    stage.sees("slack", say("nudge-draft-says"))
    stage.save("draft", whole=True)
    stage.asks_for("slack", "/somewhere", say("nudge-foot"))
    stage.save("home-with-a-nudge", whole=True)
    stage.presses("slack", "nudge-pause")
    stage.sees("slack", say("nudge-go-on"))
    stage.save("paused", whole=True)
