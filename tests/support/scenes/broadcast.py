"""A building is told something in four taps, and a group with a preview."""

from __future__ import annotations

from playwright.sync_api import expect
from support.scenes.stage import STAFF, Stage

TEXTS = {
    "en": (
        "The copier is back.\n- Toner is in the office\n- *Please* keep the door shut",
        "Reading night is on Thursday.",
    ),
    "es": ("La copiadora ya funciona.\n- El tóner está en la oficina", "La noche de lectura es el jueves a las seis."),
}
SENDERS = {"en": "Dana Lee", "es": "Rosa Delgado"}


def play(stage: Stage) -> None:
    tell(stage)
    choose_channels(stage)
    write_to_many(stage)


def tell(stage: Stage) -> None:
    say, cast = stage.words, stage.cast
    text, _ = TEXTS[stage.language]
    stage.sit("slack", cast.asks)
    stage.home()
    stage.presses("slack", "broadcast-tell")
    expect(stage.form).to_be_visible()
    stage.save("tell-form")
    stage.fills_in({say("broadcast-form-text"): text})
    stage.sends()
    stage.pops_up(say("broadcast-preview"))
    stage.save("tell-preview", whole=True)
    stage.presses("slack", "broadcast-want-replies")
    stage.pops_up(say("broadcast-replies-come"))
    stage.save("tell-replies", whole=True)
    stage.presses("slack", "broadcast-send")
    stage.pops_up(say("broadcast-withdraw"))
    stage.save("tell-sent")
    stage.closes_form()
    an_hour_later(stage)
    stage.open("slack", STAFF)
    stage.sees("slack", text.partition(".")[0])
    stage.save("tell-card")


def write_to_many(stage: Stage) -> None:
    say = stage.words
    _, text = TEXTS[stage.language]
    stage.sit("slack", SENDERS[stage.language])
    stage.home()
    stage.presses("slack", "broadcast-start")
    expect(stage.form).to_be_visible()
    stage.save("form", whole=True)
    stage.fills_in({say("broadcast-form-subject"): say("broadcast-home-mine"), say("broadcast-form-text"): text})
    stage.sends()
    stage.pops_up(say("broadcast-preview"))
    stage.save("preview", whole=True)
    stage.form.get_by_role("button", name=say("broadcast-see", language=say("language-of", language="en"))).or_(
        stage.form.get_by_role("button", name=say("broadcast-see", language=say("language-of", language="es")))
    ).first.click()
    stage.pops_up(say("broadcast-test"))
    stage.save("test")
    stage.presses("slack", "home-back")
    stage.presses("slack", "broadcast-more")
    stage.pops_up(say("broadcast-form-not"))
    stage.save("who-else", whole=True)
    stage.fills_in({say("broadcast-form-not"): [say("seats-principal")]})
    stage.sends()
    stage.pops_up(say("audience-not", people="", left=say("seats-principal")).lstrip("; "))
    stage.save("narrowed", whole=True)
    stage.presses("slack", "broadcast-cut-off")
    stage.pops_up(say("broadcast-cut-off-title"))
    stage.save("cut-off", whole=True)


def choose_channels(stage: Stage) -> None:
    """Everybody's, of which one is taken off; then how it fared."""
    say = stage.words
    _, text = TEXTS[stage.language]
    stage.sit("slack", stage.cast.asks)
    stage.home()
    stage.presses("slack", "broadcast-tell")
    stage.fills_in({say("broadcast-form-text"): text})
    stage.sends()
    stage.pops_up(say("broadcast-preview"))
    stage.presses("slack", "broadcast-channels")
    stage.pops_up(say("broadcast-form-channels"))
    stage.save("channels")
    stage.sends()
    stage.pops_up(say("broadcast-preview"))
    stage.presses("slack", "broadcast-send")
    stage.pops_up(say("broadcast-withdraw"))
    stage.closes_form()
    an_hour_later(stage)
    stage.home()
    stage.presses("slack", "broadcast-report")
    stage.pops_up(say("broadcast-retract"))
    stage.save("report", whole=True)
    stage.presses("slack", "broadcast-take-along")
    stage.pops_up(say("broadcast-taken-along"))
    stage.save("taken-along")
    stage.closes_form()


def an_hour_later(stage: Stage) -> None:
    clock = stage.page.get_by_test_id("clock")
    before = clock.locator(".clock-time").inner_text()
    clock.get_by_role("button", name=stage.page_words.in_an_hour).click()
    expect(clock.locator(".clock-time")).not_to_have_text(before, timeout=30_000)
