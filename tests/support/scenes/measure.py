"""A goal is counted, drawn and read; it ends without being reached, and those who spoke are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from support.scenes import goal
from support.scenes.question import BOT
from support.scenes.stage import Stage

NUMBERS = ("2", "3", "2", "3", "2", "3", "2", "4", "5", "4", "5", "4", "4", "5")


@dataclass(frozen=True)
class Cast:
    counts: str
    unit: str
    odd: str  # a number that is asked back
    learned: str
    kept: str


CASTS = {
    "en": Cast("Maria Rivera", "days", "4 weeks", "Mondays didn't work: the hall is taken.", "We meet every Tuesday."),
    "es": Cast(
        "Elena Ortiz", "días", "1,500", "Los lunes no funcionaron: el salón está ocupado.", "Nos vemos los martes."
    ),
}


def play(stage: Stage) -> None:
    with stage.unsaved():
        goal.on_a_tuesday(stage)
        goal.asked(stage)
        cast = goal.CASTS[stage.language]
        goal.says(stage, cast.shy, cast.noise, look=True)
        goal.says(stage, cast.named, cast.kits)
        goal.proposed(stage)
        goal.agreed(stage)
        goal.told(stage)
    counted(stage)
    drawn(stage)
    ended(stage)
    read(stage)


def counted(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    stage.sit("slack", cast.counts, BOT)
    stage.asks_for("slack", "/goals", say("goal-list"))
    stage.presses("slack", "goal-see")
    stage.sees("slack", say("measure-see"))
    stage.save("goal", whole=True)
    stage.presses("slack", "measure-see")
    stage.sees("slack", say("measure-set"))
    stage.save("not-set", whole=True)
    stage.presses("slack", "measure-set")
    stage.pops_up(say("measure-form-unit"))
    stage.fills_in({say("measure-form-unit"): cast.unit, say("measure-form-target"): "5"})
    stage.save("target", whole=True)
    stage.sends()
    presses_in_form(stage, say("measure-paste"))
    stage.pops_up(say("measure-form-table"))
    stage.fills_in({say("measure-form-table"): table()})
    stage.save("table", whole=True)
    stage.sends()
    stage.pops_up(say("measure-table-nothing"))
    stage.save("table-preview", whole=True)
    presses_in_form(stage, say("measure-table-take"))
    stage.pops_up(say("measure-title"))
    stage.closes_form()


def presses_in_form(stage: Stage, label: str) -> None:
    """On Slack the answer to a form stands in its place, with its buttons."""
    stage.pops_up(label)
    stage.form.get_by_role("button", name=label, exact=True).click()


def table() -> str:
    """Up to a week ago or so."""
    first = date.today() - timedelta(weeks=len(NUMBERS) + 1)
    days = (first + timedelta(weeks=week) for week in range(len(NUMBERS)))
    return "\n".join(f"{day.isoformat()}, {number}" for day, number in zip(days, NUMBERS, strict=True))


def drawn(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    stage.asks_for("slack", "/somewhere", say("goal-see"))
    stage.save("home", whole=True)
    stage.asks_for("slack", "/goals", say("goal-list"))
    stage.presses("slack", "goal-see")
    stage.presses("slack", "measure-see")
    stage.sees("slack", say("measure-add"))
    stage.presses("slack", "measure-add")
    stage.pops_up(say("measure-form-value"))
    stage.fills_in({say("measure-form-value"): cast.odd})
    stage.sends()
    stage.page.wait_for_timeout(700)
    stage.save("asked-back", whole=True)
    stage.fills_in({say("measure-form-value"): "4.5"})
    stage.sends()
    stage.pops_up(say("measure-how"))
    stage.save("numbers", whole=True)
    presses_in_form(stage, say("measure-how"))
    stage.pops_up("Perla")
    stage.save("how-to-read", whole=True)
    presses_in_form(stage, say("home-back"))
    presses_in_form(stage, say("measure-take"))
    stage.pops_up(say("measure-files"))
    stage.closes_form()
    stage.page.wait_for_timeout(4000)  # the picture is drawn by a process of its own
    stage.save("chart", whole=True)


def ended(stage: Stage) -> None:
    """By the rep, who reads English."""
    english, cast = stage.in_english, CASTS[stage.language]
    stage.sit("slack", "Maria Rivera", BOT)
    stage.asks_for("slack", "/goals", english("goal-list"))
    stage.presses_label("slack", english("goal-see"))
    stage.presses_label("slack", english("ending-start"))
    stage.pops_up(english("ending-form-outcome"))
    stage.fills_in(
        {
            english("ending-form-outcome"): english("ending-not-reached"),
            english("ending-form-learned"): cast.learned,
            english("ending-form-kept"): cast.kept,
        }
    )
    stage.save("ending", whole=True)
    stage.sends()
    stage.pops_up(english("question-preview-title"))
    stage.save("ending-preview", whole=True)
    presses_in_form(stage, english("ending-send"))
    stage.pops_up(english("ending-next"))
    stage.save("whats-next", whole=True)
    stage.closes_form()


def read(stage: Stage) -> None:
    say, shy = stage.words, goal.CASTS[stage.language].shy
    stage.sit("slack", shy, BOT)
    stage.sees("slack", say("ending-said-tried"))
    stage.save("letter", whole=True)
    stage.asks_for("slack", "/goals", say("goal-list"))
    stage.presses("slack", "goal-see")
    stage.sees("slack", say("ending-title"))
    stage.save("ended", whole=True)
    stage.presses("slack", "record-see")
    stage.sees("slack", say("record-timeline"))
    stage.save("record", whole=True)
