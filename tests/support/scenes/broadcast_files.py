"""A building is told something with two files: one is taken out, one is read, and then all of it is taken back."""

from __future__ import annotations

from playwright.sync_api import Locator, expect
from support.scenes.broadcast import an_hour_later
from support.scenes.question import BOT
from support.scenes.stage import PATIENCE, STAFF, Stage

TEXTS = {"en": "Lunch is new this week.", "es": "Esta semana el almuerzo es nuevo."}
NAMES = {"en": ("menu.pdf", "map.pdf"), "es": ("menu.pdf", "mapa.pdf")}
REASONS = {"en": "It was last week's menu.", "es": "Era el menú de la semana pasada."}
READERS = {"en": "Jamal Whitfield", "es": "Beatriz Montoya"}
PDF = b"%PDF-1.7\n" + bytes(48_000)


def play(stage: Stage) -> None:
    goes_out(stage)
    is_read(stage)
    is_taken_back(stage)


def goes_out(stage: Stage) -> None:
    """The files are sent in the sender's own DM with the bot."""
    say, (menu, other) = stage.words, NAMES[stage.language]
    stage.sit("slack", stage.cast.asks, BOT)
    stage.types("slack", "/tell")
    expect(stage.form).to_be_visible()
    label, yes = say("broadcast-form-asks"), say("broadcast-asks-yes")
    stage.fills_in({say("broadcast-form-text"): TEXTS[stage.language], label: yes})
    stage.sends()
    stage.pops_up(say("broadcast-preview"))
    stage.presses("slack", "file-add")
    stage.pops_up(say("file-send"))
    stage.save("add", whole=True)
    stage.closes_form()
    _sends_along(stage, menu)
    stage.save("came", whole=True)
    stage.presses("slack", "broadcast-file-look")
    stage.sees("slack", say("broadcast-file-out", name=menu))
    stage.save("preview", whole=True)
    stage.presses("slack", "file-add")
    stage.sees("slack", say("file-send"))
    _sends_along(stage, other)
    stage.presses("slack", "broadcast-file-look")
    stage.sees("slack", say("broadcast-file-out", name=other))
    stage.save("two", whole=True)
    stage.presses("slack", "broadcast-file-out", name=other)
    expect(_newest(stage).get_by_role("button", name=say("broadcast-file-out", name=other))).to_have_count(0)
    stage.save("taken-out", whole=True)
    stage.presses("slack", "broadcast-send")
    stage.sees("slack", say("broadcast-withdraw"))
    stage.save("sent", whole=True)
    an_hour_later(stage)
    stage.open("slack", STAFF)
    expect(stage.page.get_by_test_id("slack").get_by_role("link", name=menu)).to_be_visible(timeout=PATIENCE)
    stage.save("posted", whole=True)


def is_read(stage: Stage) -> None:
    say, (menu, _) = stage.words, NAMES[stage.language]
    stage.sit("slack", READERS[stage.language], BOT)
    stage.types("slack", "/somewhere")
    stage.sees("slack", say("broadcast-read-on"))
    stage.save("to-read", whole=True)
    stage.presses("slack", "broadcast-read-on")
    stage.sees("slack", TEXTS[stage.language])
    stage.save("read", whole=True)
    label = say("file-get", name=menu, size="47 KB")
    stage.presses_label("slack", label)
    stage.sees("slack", say("file-follows", name=menu))
    stage.save("opened", whole=True)


def is_taken_back(stage: Stage) -> None:
    say, (menu, _) = stage.words, NAMES[stage.language]
    stage.sit("slack", stage.cast.asks, BOT)
    stage.types("slack", "/somewhere")
    stage.sees("slack", say("broadcast-retract"))
    stage.save("under-way", whole=True)
    stage.presses("slack", "broadcast-correct")
    stage.pops_up(say("broadcast-correct-files"))
    stage.fills_in({say("broadcast-correct-files"): say("file-get", name=menu, size="47 KB")})
    stage.save("correct", whole=True)
    stage.sends()
    stage.pops_up(say("broadcast-corrected-file"))
    stage.save("corrected", whole=True)
    stage.closes_form()
    stage.open("slack", STAFF)
    expect(stage.page.get_by_test_id("slack").get_by_role("link", name=menu)).to_have_count(0, timeout=PATIENCE)
    stage.save("corrected-there", whole=True)
    stage.open("slack", BOT)
    stage.types("slack", "/somewhere")
    stage.presses("slack", "broadcast-retract")
    stage.fills_in({say("broadcast-retract-why"): REASONS[stage.language]})
    stage.save("retract", whole=True)
    stage.sends()
    stage.pops_up(say("broadcast-is-retracted"))
    stage.save("retracted", whole=True)
    stage.closes_form()
    stage.open("slack", STAFF)
    stage.sees("slack", stage.in_english("broadcast-copies"))
    stage.save("retracted-there", whole=True)


def _sends_along(stage: Stage, name: str) -> None:
    """Into the channel that is open."""
    buttons = stage.page.get_by_test_id("slack").get_by_role("button", name=stage.words("broadcast-file-look"))
    before = buttons.count()
    box = stage.page.get_by_test_id("slack").locator(".upload input[type=file]")
    box.set_input_files({"name": name, "mimeType": "application/pdf", "buffer": PDF})
    expect(buttons).to_have_count(before + 1, timeout=PATIENCE)


def _newest(stage: Stage) -> Locator:
    return stage.page.get_by_test_id("slack").get_by_test_id("message").last
