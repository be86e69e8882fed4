"""A small test of an agreed goal: the rep plans it, the principal says yes, gets stuck and asks; what helps is asked
for and held against the contract; in the end there is what was learned."""

from __future__ import annotations

from dataclasses import dataclass

from support.scenes import goal
from support.scenes.question import BOT, closes_what_follows
from support.scenes.stage import Stage


@dataclass(frozen=True)
class Script:
    tries: str
    expects: str
    line: str
    cover: str
    learned: str


SCRIPTS = {
    "en": Script(
        tries="Quiet reading in the library on Tuesdays",
        expects="12 of 20 read along",
        line="The library is closed when it rains.",
        cover="Somebody in the library, Tuesdays 9 to 9:30",
        learned="Twelve of twenty read along; Mondays would be better.",
    ),
    "es": Script(
        tries="Los martes, lectura tranquila en la biblioteca",
        expects="12 de 20 leen",
        line="Cuando llueve, la biblioteca está cerrada.",
        cover="Alguien en la biblioteca, martes de 9 a 9:30",
        learned="Doce de veinte leyeron; los lunes sería mejor.",
    ),
}
ELENA = "Elena Ortiz (Lincoln Elementary's principal)"


def play(stage: Stage) -> None:
    goal.on_a_tuesday(stage)
    goal.asked(stage)
    cast = goal.CASTS[stage.language]
    goal.says(stage, cast.shy, cast.noise)
    goal.says(stage, cast.named, cast.kits)
    goal.proposed(stage)
    goal.agreed(stage)
    planned(stage)
    stuck(stage)
    given(stage)
    ended(stage)


def planned(stage: Stage) -> None:
    """By the rep, who reads English."""
    say, script = stage.in_english, SCRIPTS[stage.language]
    opens_the_goal(stage)
    stage.save("goal-page", whole=True)
    stage.presses_label("slack", say("cycle-plan"))
    stage.pops_up(say("cycle-form-try"))
    stage.fills_in(
        {
            say("cycle-form-try"): script.tries,
            say("cycle-form-who"): ELENA,
            say("cycle-form-expect"): script.expects,
        }
    )
    stage.save("plan", whole=True)
    stage.sends()
    stage.pops_up("Planned until")
    stage.save("planned", whole=True)
    stage.closes_form()


def opens_the_goal(stage: Stage) -> None:
    say = stage.in_english
    stage.sit("slack", "Maria Rivera", BOT)
    stage.asks_for("slack", "/goals", goal.CASTS[stage.language].change)
    stage.presses_label("slack", say("goal-see"))
    stage.sees("slack", say("goal-agreed-title"))


def stuck(stage: Stage) -> None:
    """The principal, who reads Spanish."""
    say, script = stage.in_spanish, SCRIPTS[stage.language]
    stage.sit("slack", "Elena Ortiz", BOT)
    stage.asks_for("slack", "/somewhere", script.tries)
    stage.save("step-asked", whole=True)
    stage.presses_label("slack", say("action-accept"))
    stage.sees("slack", say("step-accepted"))
    stage.asks_for("slack", "/somewhere", script.tries)
    stage.save("step-home", whole=True)
    stage.presses_label("slack", say("step-stuck"))
    stage.sees("slack", say("step-is-stuck"))
    stage.save("stuck", whole=True)
    stage.presses_label("slack", say("step-ask-them", name="Maria Rivera"))
    stage.sees("slack", say("question-preview-title"))
    stage.save("draft", whole=True)
    stage.presses_label("slack", say("ask-send"))
    stage.sees("slack", "Enviada.")
    stage.asks_for("slack", "/somewhere", script.tries)
    stage.presses_label("slack", say("step-more"))
    stage.sees("slack", say("step-state", state=say("action-is-stuck")))
    stage.save("step", whole=True)
    stage.presses_label("slack", say("step-line-add"))
    stage.pops_up(say("step-form-line"))
    stage.fills_in({say("step-form-line"): script.line})
    stage.save("line", whole=True)
    stage.sends()
    stage.pops_up(script.line)
    stage.closes_form()


def given(stage: Stage) -> None:
    say, spanish, script = stage.in_english, stage.in_spanish, SCRIPTS[stage.language]
    opens_the_goal(stage)
    stage.presses_label("slack", say("commitment-ask"))
    stage.pops_up(say("commitment-form-what"))
    stage.fills_in(
        {
            say("commitment-form-kind"): say("commitment-cover"),
            say("commitment-form-what"): script.cover,
            say("commitment-form-who"): ELENA,
        }
    )
    stage.save("ask-for-cover", whole=True)
    stage.sends()
    stage.pops_up(script.cover)
    stage.closes_form()
    stage.sit("slack", "Elena Ortiz", BOT)
    stage.asks_for("slack", "/somewhere", script.cover)
    stage.save("asked-for-cover", whole=True)
    stage.presses_label("slack", spanish("commitment-offer"))
    stage.sees("slack", spanish("commitment-was-offered"))
    stage.save("offered", whole=True)
    stage.sit("slack", "Dana Lee", BOT)
    stage.asks_for("slack", "/somewhere", script.cover)
    stage.save("does-it-fit", whole=True)
    stage.presses_label("slack", say("commitment-fit-yes"))
    stage.sees("slack", say("commitment-was-checked"))


def ended(stage: Stage) -> None:
    say, script = stage.in_english, SCRIPTS[stage.language]
    opens_the_goal(stage)
    stage.save("goal-page-later", whole=True)
    stage.presses_label("slack", say("cycle-see"))
    stage.sees("slack", say("cycle-title"))
    stage.save("cycle", whole=True)
    stage.presses_label("slack", say("cycle-end"))
    stage.pops_up(say("cycle-form-learned"))
    stage.fills_in({say("cycle-form-learned"): script.learned})
    stage.save("what-happened", whole=True)
    stage.sends()
    stage.pops_up(say("cycle-ended"))
    stage.save("learned", whole=True)
    stage.closes_form()
    closes_what_follows(stage)
