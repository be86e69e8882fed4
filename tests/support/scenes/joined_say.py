"""What is typed with `/somewhere say` in a joined channel: the form, what waits and can be taken back, what looks like
part of a student's record, and what is then shown in both channels."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import expect
from support.scenes.joined import COMMONS, SQUARE, choose_pause, join
from support.scenes.stage import Stage


@dataclass(frozen=True)
class Cast:
    """Who says something where; it is read by another there."""

    side: str
    name: str
    channel: str
    reader: tuple[str, str, str]
    slip: str
    record: str
    says: str


CASTS = {
    "en": Cast(
        "slack",
        "Dana Lee",
        COMMONS,
        ("discord", "Rosa Delgado", SQUARE),
        "Reading night is on Tuesday.",
        "Please ask for student 1234567890 at the door.",
        "Reading night is on Thursday, at five, in the library.",
    ),
    "es": Cast(
        "discord",
        "Rosa Delgado",
        SQUARE,
        ("slack", "Elena Ortiz", COMMONS),
        "La noche de lectura es el martes.",
        "Pregunten en la puerta por el estudiante 1234567890.",
        "La noche de lectura es el jueves a las cinco, en la biblioteca.",
    ),
}


def play(stage: Stage) -> None:
    cast = CASTS[stage.language]
    with stage.unsaved():
        join(stage)
        choose_pause(stage, 30)
    stage.sit(cast.side, cast.name, cast.channel)
    choose_name(stage, cast)
    take_back(stage, cast)
    with stage.unsaved():
        choose_pause(stage, 0)
    stage.sit(cast.side, cast.name, cast.channel)
    point_out(stage, cast)
    say(stage, cast)


def choose_name(stage: Stage, cast: Cast) -> None:
    """They are asked once."""
    words = stage.words
    stage.types(cast.side, "/somewhere say")
    expect(stage.form).to_be_visible()
    stage.save("form", whole=True)
    _says(stage, cast.slip)
    _shows(stage, cast, words("shown-ask"))
    stage.save("name", whole=True)
    stage.presses_label(cast.side, cast.name)
    _shows(stage, cast, words("shown-now-named", name=cast.name))
    stage.save("named", whole=True)
    _closes(stage)


def take_back(stage: Stage, cast: Cast) -> None:
    words = stage.words
    stage.types(cast.side, "/somewhere say")
    _says(stage, cast.slip)
    _shows(stage, cast, words("joined-say-back"))
    stage.save("waits", whole=True)
    stage.presses(cast.side, "joined-say-back")
    _shows(stage, cast, words("joined-said-back-in-time"))
    stage.save("taken-back", whole=True)
    _closes(stage)


def point_out(stage: Stage, cast: Cast) -> None:
    words = stage.words
    stage.types(cast.side, "/somewhere say")
    _says(stage, cast.record)
    _shows(stage, cast, words("records-not-sent"))
    stage.save("pointed-out", whole=True)
    _closes(stage)
    stage.types(cast.side, cast.record)
    stage.sees(cast.side, words("bridge-held-look") if cast.side == "discord" else words("bridge-held"))
    stage.save("held", whole=True)
    if cast.side == "discord":
        stage.presses(cast.side, "bridge-held-look")
        stage.sees(cast.side, words("bridge-held"))
        stage.save("held-why", whole=True)
    stage.presses(cast.side, "bridge-held-leave")
    stage.sees(cast.side, words("bridge-held-left"))
    stage.save("held-left", whole=True)


def say(stage: Stage, cast: Cast) -> None:
    words = stage.words
    stage.types(cast.side, "/somewhere say")
    _says(stage, cast.says)
    _shows(stage, cast, words("joined-said-as", name=cast.name))
    stage.save("said", whole=True)
    _closes(stage)
    stage.sees(cast.side, cast.says)
    stage.save("said-here", whole=True)
    side, name, channel = cast.reader
    stage.sit(side, name, channel)
    stage.sees(side, cast.says)
    stage.save("said-there", whole=True)


def _says(stage: Stage, text: str) -> None:
    stage.fills_in({stage.words("joined-say-label"): text})
    stage.sends()


def _shows(stage: Stage, cast: Cast, text: str) -> None:
    """Slack answers a form in front of all else."""
    if cast.side == "slack":
        stage.pops_up(text)
    else:
        stage.sees(cast.side, text)


def _closes(stage: Stage) -> None:
    if stage.form.is_visible():
        stage.closes_form()
