"""Before a goal: how a group agrees, what the board expects, and data that is asked for and lies on the shelf."""

from __future__ import annotations

from dataclasses import dataclass

from support.scenes.goal import on_a_tuesday
from support.scenes.question import BOT
from support.scenes.stage import Stage

FALL = b"grade,children,read at level\n3,60,22\n4,58,31\n"


@dataclass(frozen=True)
class Cast:
    """What is asked for and known, and what the board expects."""

    what: str
    known: str
    source: str
    day: str
    expects: str
    reads: str
    file: str


CASTS = {
    "en": Cast(
        what="How many third-graders read at level?",
        known="22 of 60 read at level in the fall.",
        source="Fall reading check",
        day="September 30",
        expects="We expect everybody to begin with one small project, together, and pay for substitutes.",
        reads="Owen Lindqvist",
        file="fall-reading.csv",
    ),
    "es": Cast(
        what="¿Cuántos alumnos de tercero leen a su nivel?",
        known="22 de 60 leían a su nivel en otoño.",
        source="Evaluación de lectura de otoño",
        day="30 de septiembre",
        expects="Esperamos que todos empiecen con un proyecto pequeño, en conjunto, y pagamos suplentes.",
        reads="Beatriz Montoya",
        file="lectura-otono.csv",
    ),
}


def play(stage: Stage) -> None:
    on_a_tuesday(stage)
    english, cast = stage.in_english, CASTS[stage.language]
    stage.sit("slack", "Dana Lee", BOT)
    stage.asks_for("slack", "/goals", english("goal-list"))
    stage.presses_label("slack", english("rule-title"))
    stage.sees("slack", english("rule-make-place"))
    stage.save("rule", whole=True)
    stage.presses_label("slack", english("rule-make-place"))
    stage.pops_up(english("rule-form-quorum"))
    stage.save("rule-form", whole=True)
    stage.sends()
    stage.pops_up(english("rule-change-place"))
    stage.save("rule-together", whole=True)
    stage.closes_form()

    stage.sit("slack", "Patricia Nowak", BOT)
    stage.asks_for("slack", "/somewhere", english("board-home"))
    stage.save("board-home", whole=True)
    stage.presses_label("slack", english("board-title"))
    stage.pops_up(english("board-label"))
    stage.fills_in(
        {
            english("board-label"): cast.expects,
            english("goal-board-met"): cast.day,
            english("goal-board-item"): "7 b",
        }
    )
    stage.save("board-form", whole=True)
    stage.sends()
    stage.pops_up(cast.expects)
    stage.save("board-states", whole=True)
    stage.closes_form()

    stage.sit("slack", "Maria Rivera", BOT)
    stage.types("slack", "/somewhere request data")
    stage.pops_up(english("data-what"))
    stage.fills_in({english("data-what"): cast.what})
    stage.save("data-form", whole=True)
    stage.sends()
    stage.pops_up(english("data-take-back"))
    stage.closes_form()
    stage.sit("slack", "Samuel Okafor", BOT)
    stage.asks_for("slack", "/somewhere", cast.what)
    stage.save("data-asked", whole=True)
    stage.presses_label("slack", english("data-answer"))
    stage.pops_up(english("data-source"))
    stage.fills_in({cast.what: cast.known, english("data-source"): cast.source, english("canvas-taken-on"): cast.day})
    stage.save("data-answer", whole=True)
    stage.sends()
    stage.pops_up(cast.known)
    stage.save("shelf", whole=True)
    with_a_file(stage)


def with_a_file(stage: Stage) -> None:
    english, cast = stage.in_english, CASTS[stage.language]
    stage.presses_label("slack", english("file-add"))
    stage.pops_up(english("file-send"))
    stage.save("file-add", whole=True)
    stage.closes_form()
    box = stage.page.get_by_test_id("slack").locator(".upload input[type=file]")
    box.set_input_files({"name": cast.file, "mimeType": "text/csv", "buffer": FALL})
    stage.sees("slack", english("data-file-put"))
    stage.save("file-came", whole=True)
    stage.presses_label("slack", english("data-file-put"))
    stage.sees("slack", english("data-on-shelf"))
    stage.sees("slack", english("data-file-off"))
    stage.save("file-there", whole=True)
    stage.sit("slack", cast.reads, BOT)
    stage.asks_for("slack", "/somewhere data", cast.known)
    stage.save("shelf-for-others", whole=True)
    stage.presses_label("slack", stage.words("file-get", name=cast.file, size=f"{len(FALL)} B"))
    stage.sees("slack", stage.words("file-follows", name=cast.file))
    stage.save("file-got", whole=True)
