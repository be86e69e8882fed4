"""From a round of two groups to a goal: two titles that are one, two co-chairs, what matters to whom, and the canvas
that the two write and send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import expect
from support.scenes.goal import on_a_tuesday
from support.scenes.question import BOT, closes_what_follows
from support.scenes.stage import FAMILIES, PATIENCE, Stage

SQUARE = "town-square"
HALL, ROOM = ("A quiet hall", "Un salón tranquilo"), ("Room to read", "Lugar para leer")
RATERS = ("Beatriz Montoya", "Yesenia Cordero", "Priya Natarajan", "Jamal Whitfield", "Owen Lindqvist")


@dataclass(frozen=True)
class Cast:
    """Who is looked at, and what is written."""

    rates: str
    noise: str
    space: str
    why: str
    lines: Mapping[str, str]
    brings: str


CASTS = {
    "en": Cast(
        rates="Priya Natarajan",
        noise="Third graders lose their reading time whenever the hall is used for testing.",
        space="My daughter has nowhere quiet to read before the bus comes.",
        why="Everybody in the building wants it.",
        lines={
            "canvas-students": "Third graders who read below level",
            "canvas-change": "They keep 20 minutes of reading every day",
            "canvas-measure": "Days a week with all 20 minutes",
            "canvas-baseline": "2 of 5",
            "canvas-source": "Teachers' own count",
            "canvas-taken-on": "October 2",
            "canvas-target": "5 of 5 by May",
            "canvas-step": "Two weeks of quiet reading in one class",
        },
        brings="A coach on Tuesdays, and the fall numbers",
    ),
    "es": Cast(
        rates="Beatriz Montoya",
        noise="Los de tercero pierden la hora de lectura cada vez que el salón se usa para exámenes.",
        space="Mi hija no tiene dónde leer en paz antes de que llegue el camión.",
        why="Lo quieren todos en la escuela.",
        lines={
            "canvas-students": "Alumnos de tercero que leen por debajo del nivel",
            "canvas-change": "Conservan 20 minutos de lectura cada día",
            "canvas-measure": "Días de la semana con los 20 minutos",
            "canvas-baseline": "2 de 5",
            "canvas-source": "La cuenta de las maestras",
            "canvas-taken-on": "2 de octubre",
            "canvas-target": "5 de 5 en mayo",
            "canvas-step": "Dos semanas de lectura tranquila en una clase",
        },
        brings="Una asesora los martes y los números de otoño",
    ),
}


def play(stage: Stage) -> None:
    on_a_tuesday(stage)
    cast = CASTS[stage.language]
    says(stage, "slack", "Owen Lindqvist", BOT, cast.noise)
    says(stage, "discord", "Silvia Cantú", FAMILIES, cast.space)
    sorted_out(stage)
    joined(stage)
    led(stage)
    rated(stage)
    written(stage)
    sent(stage)


def says(stage: Stage, side: str, who: str, channel: str, text: str) -> None:
    """In the language of the one who speaks."""
    say = stage.in_spanish if side == "discord" else stage.in_english
    stage.sit(side, who, channel)
    stage.types(side, "/concern")
    stage.sees(side, say("concern-question"))
    stage.presses_label(side, say("concern-write"))
    stage.pops_up(say("concern-form-as"))
    stage.fills_in({say("concern-form-text"): text})
    stage.sends()
    shown(stage, side, say("question-preview-title"))
    stage.presses_label(side, say("concern-send"))
    shown(stage, side, say("concern-sent"))
    closes_what_follows(stage)


def shown(stage: Stage, side: str, text: str) -> None:
    """What answers a form: on Slack it stands in its place."""
    if side == "slack":
        stage.pops_up(text)
    else:
        expect(stage.form).not_to_be_visible(timeout=PATIENCE)
        stage.sees(side, text)


def sorted_out(stage: Stage) -> None:
    """Each leader gives their group's concern a title, opens their group's part and shows its list."""
    say, cast = stage.in_english, CASTS[stage.language]
    for side, who, title, text in (
        ("slack", "Dana Lee", HALL, cast.noise),
        ("discord", "Marcus Tilley", ROOM, cast.space),
    ):
        leader(stage, side, who)
        stage.asks_for(side, "/somewhere", say("concern-new", count=1))
        stage.presses_label(side, say("concern-read"))
        stage.sees(side, text)
        stage.presses_label(side, say("theme-sort-them"))
        stage.sees(side, say("theme-sort-asks"))
        if side == "slack":
            stage.save("sort", whole=True)
        stage.presses_label(side, say("theme-new"))
        stage.fills_in({say("theme-title-en"): title[0], say("theme-title-es"): title[1]})
        stage.sends()
        shown(stage, side, title[0])
        closes_what_follows(stage)
        opens_round(stage, side, "round-open")
        stage.presses_label(side, say("round-open"))
        stage.sees(side, say("round-ready"))
        stage.presses_label(side, say("round-ready"))
        stage.sees(side, say("round-ready-care"))
        if side == "slack":
            stage.save("list", whole=True)
        stage.presses_label(side, say("round-ready-now"))
        stage.sees(side, say("round-part-ready"))


def leader(stage: Stage, side: str, who: str) -> None:
    stage.sit(side, who, BOT if side == "slack" else SQUARE)


def opens_round(stage: Stage, side: str, shown: str = "round-foot") -> None:
    say = stage.in_english
    stage.asks_for(side, "/somewhere", say("round-title"))
    stage.presses_label(side, say("round-title"))
    stage.sees(side, say(shown))


def joined(stage: Stage) -> None:
    say = stage.in_english
    leader(stage, "slack", "Dana Lee")
    opens_round(stage, "slack")
    stage.presses_label("slack", say("join-title"))
    stage.pops_up(say("join-theirs"))
    stage.fills_in({say("join-ours"): HALL[0], say("join-theirs"): f"{ROOM[0]} · Cedar Valley PTA"})
    stage.save("join-form", whole=True)
    stage.sends()
    stage.pops_up(say("round-foot"))
    stage.closes_form()
    leader(stage, "discord", "Marcus Tilley")
    opens_round(stage, "discord")
    stage.save("join-asked", whole=True)
    stage.presses_label("discord", say("join-yes"))
    stage.sees("discord", say("join-are-one", one=HALL[0], other=ROOM[0]))
    stage.save("joined", whole=True)


def led(stage: Stage) -> None:
    """Both leaders name themselves."""
    say = stage.in_english
    for side, who in (("slack", "Dana Lee"), ("discord", "Marcus Tilley")):
        leader(stage, side, who)
        opens_round(stage, side)
        stage.presses_label(side, say("chair-title"))
        stage.pops_up(say("chair-label"))
        if side == "slack":
            stage.save("chair-form", whole=True)
        stage.picks(say("chair-label"), who)
        stage.sends()
        shown(stage, side, say("chair-is", seat="|", name=who).partition("|")[0].strip())
        if side == "discord":
            stage.save("led", whole=True)
        closes_what_follows(stage)
    stage.presses_label("discord", say("round-begin"))
    stage.sees("discord", say("round-heard", count=0, when="|").partition("|")[0].strip())
    stage.save("asked", whole=True)


def rated(stage: Stage) -> None:
    cast = CASTS[stage.language]
    for who in RATERS:
        say = stage.in_spanish if who in RATERS[:2] else stage.in_english
        stage.sit("slack", who, BOT)
        stage.asks_for("slack", "/somewhere", say("rate-begin"))
        if who == cast.rates:
            stage.save("raters-home", whole=True)
        stage.presses_label("slack", say("rate-begin"))
        stage.sees("slack", say("rate-place", place=1, count=1))
        if who == cast.rates:
            stage.save("rate", whole=True)
        stage.presses_label("slack", say("rate-now"))
        stage.sees("slack", say("rate-again"))
    for _week in range(2):
        on_a_tuesday(stage)
    leader(stage, "slack", "Dana Lee")
    opens_round(stage, "slack", "round-see")
    stage.presses_label("slack", stage.in_english("round-see"))
    stage.sees("slack", stage.in_english("result-means"))
    stage.save("result", whole=True)


def written(stage: Stage) -> None:
    """It is shared; the co-chairs write its three forms in turns, and the administration says what it brings."""
    say, cast = stage.in_english, CASTS[stage.language]
    stage.presses_label("slack", say("scope-mark"))
    stage.pops_up(say("scope-label"))
    stage.fills_in({say("scope-label"): say("scope-shared"), say("scope-why"): cast.why})
    stage.save("scope-form", whole=True)
    stage.sends()
    stage.pops_up(cast.why)
    stage.presses_label("slack", say("goal-start"))
    stage.pops_up(say("canvas-form-what"))
    stage.save("canvas", whole=True)
    writes(stage, "slack", "what", "canvas-students", "canvas-change")
    stage.pops_up(cast.lines["canvas-change"])
    stage.closes_form()
    stage.sit("slack", "Samuel Okafor", BOT)
    stage.asks_for("slack", "/somewhere", say("canvas-bring"))
    stage.save("asks-what-they-bring", whole=True)
    stage.presses_label("slack", say("canvas-bring"))
    stage.pops_up(say("canvas-bring-label"))
    stage.fills_in({say("canvas-bring-label"): cast.brings})
    stage.save("bring-form", whole=True)
    stage.sends()
    stage.pops_up(cast.brings)
    stage.closes_form()
    leader(stage, "discord", "Marcus Tilley")
    stage.asks_for("discord", "/somewhere", say("canvas-write"))
    stage.presses_label("discord", say("canvas-write"))
    stage.sees("discord", cast.brings)
    names = ("measure", "baseline", "source", "taken-on", "target")
    writes(stage, "discord", "how", *(f"canvas-{name}" for name in names))
    shown(stage, "discord", cast.lines["canvas-target"])
    writes(stage, "discord", "step", "canvas-step")
    shown(stage, "discord", cast.lines["canvas-step"])
    stage.save("canvas-written", whole=True)


def writes(stage: Stage, side: str, form: str, *names: str) -> None:
    """One of the canvas's forms, whose fields are labelled as its lines are."""
    cast = CASTS[stage.language]
    stage.presses_label(side, stage.in_english(f"canvas-form-{form}"))
    boxes = stage.form.get_by_role("textbox")
    boxes.nth(len(names) - 1).wait_for()
    for place, name in enumerate(names):
        boxes.nth(place).fill(cast.lines[name])
    stage.save(f"canvas-{form}", whole=True)
    stage.sends()


def sent(stage: Stage) -> None:
    say = stage.in_english
    stage.presses_label("discord", say("canvas-send"))
    stage.sees("discord", say("canvas-send-means"))
    stage.save("canvas-preview", whole=True)
    stage.presses_label("discord", say("canvas-send-now"))
    stage.sees("discord", say("goal-see"))
    stage.sit("slack", "Samuel Okafor", BOT)
    stage.asks_for("slack", "/somewhere", CASTS[stage.language].lines["canvas-change"])
    stage.presses_label("slack", say("goal-home-read"))
    stage.sees("slack", say("goal-asks"))
    stage.save("asked-to-agree", whole=True)
