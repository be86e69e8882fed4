"""A board listens: it asks, leaders say yes, people speak, their leaders look it through, the board answers."""

from __future__ import annotations

from dataclasses import dataclass

from support.scenes.goal import on_a_tuesday
from support.scenes.question import BOT
from support.scenes.stage import Stage

ASKS = ("What should the board know about bus times?", "¿Qué debería saber la mesa directiva de los camiones?")
CAUCUSES = ("association-caucus", "pta-caucus")
ANSWER = {
    "en": "Regular meeting, October 20, 6 p.m., item 4",
    "es": "Junta ordinaria del 20 de octubre, 6 p. m., punto 4",
}


@dataclass(frozen=True)
class Cast:
    """Who speaks where, and who of the board reads."""

    side: str
    speaks: str
    channel: str
    says: str
    reads: str


CASTS = {
    "en": Cast(
        "slack",
        "Owen Lindqvist",
        CAUCUSES[0],
        "The late bus leaves before tutoring ends, so the children who need it go home.",
        "Patricia Nowak",
    ),
    "es": Cast(
        "discord",
        "Silvia Cantú",
        CAUCUSES[1],
        "El camión llega antes de que abra la escuela y los niños esperan afuera.",
        "Gilberto Sandoval",
    ),
}


def play(stage: Stage) -> None:
    english, words, cast = stage.in_english, stage.words, CASTS[stage.language]
    stage.sit("slack", "Patricia Nowak", BOT)
    stage.asks_for("slack", "/somewhere", english("listening-start"))
    stage.save("chairs-home", whole=True)
    stage.presses_label("slack", english("listening-start"))
    stage.pops_up(english("listening-form-places"))
    places = [f"#{CAUCUSES[0]} (Slack)", f"#{CAUCUSES[1]} (Discord)"]
    labels = (english("listening-form-en"), english("listening-form-es"))
    stage.fills_in(dict(zip(labels, ASKS, strict=True)) | {english("listening-form-places"): places})
    stage.save("form", whole=True)
    stage.sends()
    stage.pops_up(english("listening-law"))
    stage.save("preview", whole=True)
    stage.presses_label("slack", english("listening-open"))
    stage.pops_up(english("listening-close"))
    stage.closes_form()
    for side, name in (("slack", "Dana Lee"), ("discord", "Marcus Tilley")):
        stage.sit(side, name, BOT)
        stage.types(side, "/somewhere")
        stage.sees(side, english("listening-yes"))
        if name == "Dana Lee":
            stage.save("asked", whole=True)
        stage.presses_label(side, english("listening-yes"))
        stage.sees(side, english("listening-yes-done"))

    stage.sit(cast.side, cast.speaks, cast.channel)
    stage.sees(cast.side, english("listening-say"))
    stage.save("card", whole=True)
    stage.presses_label(cast.side, english("listening-say"))
    stage.pops_up(words("listening-text"))
    stage.fills_in({words("listening-text"): cast.says})
    stage.save("say", whole=True)
    stage.sends()
    if cast.side == "slack":
        stage.pops_up(words("question-preview-title"))
    else:
        stage.sees(cast.side, words("question-preview-title"))
    stage.save("say-preview", whole=True)
    stage.presses_label(cast.side, words("concern-send"))
    _closes(stage, cast.side, words("listening-sent"))

    leader = "Dana Lee" if cast.side == "slack" else "Marcus Tilley"
    stage.sit(cast.side, leader, BOT)
    stage.types(cast.side, "/somewhere")
    stage.presses_label(cast.side, english("listening-look"))
    stage.sees(cast.side, cast.says)
    stage.save("look", whole=True)
    stage.presses_label(cast.side, english("listening-sort"))
    titles = {english("theme-title-en"): "Bus times", english("theme-title-es"): "Horarios del camión"}
    stage.fills_in(titles)
    stage.sends()
    _closes(stage, cast.side, english("listening-sorted", title="Bus times"))
    for _ in range(3):
        on_a_tuesday(stage)
    stage.sit("slack", cast.reads, BOT)
    stage.asks_for("slack", "/somewhere", words("listening-read"))
    stage.save("boards-home", whole=True)
    stage.presses_label("slack", words("listening-read"))
    stage.sees("slack", cast.says)
    stage.save("read", whole=True)
    stage.sit("slack", "Patricia Nowak", BOT)
    stage.types("slack", "/somewhere")
    stage.presses_label("slack", english("listening-read"))
    stage.presses_label("slack", english("listening-answer"))
    stage.fills_in(
        {
            english("listening-answer-way"): english("listening-way-agenda"),
            english("listening-answer-words"): ANSWER[stage.language],
        }
    )
    stage.save("answer", whole=True)
    stage.sends()
    _closes(stage, "slack", english("listening-answered", count=1))
    stage.sit(cast.side, cast.speaks, BOT)
    stage.sees(cast.side, ANSWER[stage.language])
    stage.save("letter", whole=True)


def _closes(stage: Stage, side: str, said: str) -> None:
    """What came of a form: Slack shows that in front of all else."""
    if side == "discord":
        stage.sees(side, said)
        return
    stage.pops_up(said)
    stage.closes_form()
