"""The team of an agreed goal: a group is asked for somebody, one of another school says yes, and those who lead the
goal let them read it. And what a partner offers."""

from __future__ import annotations

from dataclasses import dataclass

from support.scenes import goal
from support.scenes.question import BOT, closes_what_follows
from support.scenes.stage import Stage

ASSOCIATION = "Cedar Valley Education Association"


@dataclass(frozen=True)
class Cast:
    """Who knows about it, at another school; and what."""

    knows: str
    about: str
    wanted: str
    hours: str
    offer: str


CASTS = {
    "en": Cast(
        "Aisha Farouk",
        "Dyslexia",
        "knows about dyslexia",
        "One hour monthly",
        "A reading room for twenty, Tuesdays after 3",
    ),
    "es": Cast(
        "Ignacio Barrera",
        "Dislexia",
        "sabe de dislexia",
        "Una hora al mes",
        "Una sala de lectura para veinte, martes después de las 3",
    ),
}


def play(stage: Stage) -> None:
    goal.on_a_tuesday(stage)
    with stage.unsaved():
        goal.asked(stage)
        goal.says(stage, goal.CASTS[stage.language].shy, goal.CASTS[stage.language].noise)
        goal.says(stage, goal.CASTS[stage.language].named, goal.CASTS[stage.language].kits)
        goal.proposed(stage)
        goal.agreed(stage)
    offered(stage)
    asked(stage)
    appointed(stage)
    let_read(stage)


def offered(stage: Stage) -> None:
    say, cast = stage.in_english, CASTS[stage.language]
    stage.sit("slack", "Hannah Whitaker", BOT)
    stage.asks_for("slack", "/somewhere", say("home-title", name="Hannah Whitaker"))
    stage.save("partners-home", whole=True)
    stage.presses_label("slack", say("offer-home"))
    stage.pops_up(say("offer-what"))
    stage.fills_in({say("offer-kind"): say("offer-room"), say("offer-what"): cast.offer})
    stage.save("offer-form", whole=True)
    stage.sends()
    stage.pops_up(say("offer-made"))
    stage.closes_form()


def asked(stage: Stage) -> None:
    say, cast = stage.in_english, CASTS[stage.language]
    opens_team(stage)
    stage.save("team", whole=True)
    stage.presses_label("slack", say("team-ask"))
    stage.pops_up(say("team-group"))
    stage.fills_in(
        {
            say("team-group"): ASSOCIATION,
            say("team-what"): cast.wanted,
            say("team-hours"): cast.hours,
        }
    )
    stage.save("team-form", whole=True)
    stage.sends()
    stage.pops_up(cast.wanted)
    stage.closes_form()


def opens_team(stage: Stage) -> None:
    say = stage.in_english
    stage.sit("slack", "Maria Rivera", BOT)
    stage.asks_for("slack", "/goals", goal.CASTS[stage.language].change)
    stage.presses_label("slack", say("goal-see"))
    stage.sees("slack", say("goal-agreed-title"))
    stage.presses_label("slack", say("team-title"))
    stage.sees("slack", say("offers-title"))


def appointed(stage: Stage) -> None:
    """By the association's president, who reads English."""
    say, english, cast = stage.words, stage.in_english, CASTS[stage.language]
    stage.sit("slack", cast.knows, BOT)
    stage.asks_for("slack", "/somewhere", say("know-add"))
    stage.save("know-home", whole=True)
    stage.presses("slack", "know-add")
    stage.pops_up(say("know-label"))
    stage.fills_in({say("know-label"): cast.about})
    stage.sends()
    stage.pops_up(say("know-added", group=ASSOCIATION))
    stage.closes_form()
    stage.sit("slack", "Dana Lee", BOT)
    stage.asks_for("slack", "/somewhere", cast.wanted)
    stage.save("appoints", whole=True)
    stage.presses_label("slack", english("team-forward"))
    stage.pops_up(english("team-whom"))
    stage.picks(english("team-whom"), cast.knows)
    stage.save("forward-form", whole=True)
    stage.sends()
    stage.pops_up(english("team-was-invited", name=cast.knows))
    stage.closes_form()
    stage.sit("slack", cast.knows, BOT)
    stage.asks_for("slack", "/somewhere", say("chair-no"))
    stage.save("invited", whole=True)
    stage.presses("slack", "chair-yes")
    stage.sees("slack", say("team-yes-said-elsewhere"))
    stage.save("yes", whole=True)


def let_read(stage: Stage) -> None:
    say, cast = stage.in_english, CASTS[stage.language]
    stage.sit("slack", "Maria Rivera", BOT)
    stage.asks_for("slack", "/somewhere", say("team-let-read-means", name=cast.knows))
    stage.save("let-read", whole=True)
    stage.presses_label("slack", say("team-let-read", begin=cast.knows))
    stage.sees("slack", say("team-let-read-done", name=cast.knows))
    stage.save("reads", whole=True)
    stage.presses_label("slack", say("team-title"))
    stage.sees("slack", say("offers-title"))
    stage.save("team-filled", whole=True)
    stage.presses_label("slack", say("offers-title"))
    stage.sees("slack", cast.offer)
    stage.save("offers", whole=True)
    closes_what_follows(stage)
    stage.sit("slack", cast.knows, BOT)
    stage.asks_for("slack", "/somewhere", goal.CASTS[stage.language].change)
    stage.save("home-of-the-team", whole=True)
    stage.presses("slack", "goal-see")
    stage.sees("slack", stage.words("goal-agreed-title"))
    stage.save("page-for-the-team", whole=True)
