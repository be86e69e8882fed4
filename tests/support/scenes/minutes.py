"""A committee meets, its minutes are drawn up, corrected and found; and a caretaker sends the school's calendar."""

from __future__ import annotations

from playwright.sync_api import expect
from support.page import side_of
from support.scenes.meeting import CHAIRS
from support.scenes.stage import Stage

TOPICS = {"en": "Bus times", "es": "Horario del camión"}
LINES = {"en": "One bus from each school.", "es": "Un camión por escuela."}
CORRECTED = {"en": "Two buses from each school.", "es": "Dos camiones por escuela."}
WORDS = {"en": "bus", "es": "camiones"}
CALENDAR = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270315
DTEND;VALUE=DATE:20270320
SUMMARY:Spring Break
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270329
SUMMARY:No school
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270231
SUMMARY:No school
END:VEVENT
END:VCALENDAR
"""


def play(stage: Stage) -> None:
    meets(stage)
    minutes(stage)
    corrected(stage)
    calendar(stage)


def meets(stage: Stage) -> None:
    say = stage.words
    stage.sit("slack", CHAIRS[stage.language])
    stage.home()
    stage.presses("slack", "meeting-body-start")
    stage.pops_up(say("meeting-body-when"))
    stage.sends()
    stage.pops_up(say("meeting-body-save"))
    stage.presses("slack", "meeting-body-save")
    stage.pops_up(say("meeting-add"))
    stage.presses("slack", "meeting-add")
    stage.pops_up(say("meeting-add-label"))
    stage.fills_in({say("meeting-add-label"): TOPICS[stage.language]})
    stage.sends()
    stage.pops_up(say("meeting-added"))
    stage.closes_form()
    clock = stage.page.get_by_test_id("clock")
    for _ in range(3):  # its agenda is out, its people are reminded, it is over
        before = clock.locator(".clock-time").inner_text()
        clock.get_by_role("button", name=stage.page_words.next_meeting).click()
        expect(clock.locator(".clock-time")).not_to_have_text(before, timeout=30_000)
        expect(clock.locator(".clock-time")).not_to_have_text(stage.page_words.clock_moving, timeout=60_000)
    stage.save("skipped")


def minutes(stage: Stage) -> None:
    say = stage.words
    stage.home()
    stage.presses("slack", "meeting-minutes-do")
    stage.pops_up(TOPICS[stage.language])
    stage.save("desk", whole=True)
    notes(stage, LINES[stage.language])
    stage.save("noted", whole=True)
    stage.presses("slack", "meeting-minutes-ready")
    stage.pops_up(say("meeting-minutes-not-yet"))
    stage.save("proposed", whole=True)
    stage.closes_form()
    clock = stage.page.get_by_test_id("clock")
    clock.get_by_role("button", name=stage.page_words.next_meeting).click()  # nobody held them: they are out
    expect(clock.locator(".clock-time")).not_to_have_text(stage.page_words.clock_moving, timeout=60_000)


def notes(stage: Stage, line: str) -> None:
    say = stage.words
    stage.presses_label("slack", say("meeting-outcome", begin=TOPICS[stage.language]))
    stage.pops_up(say("meeting-outcome-line"))
    stage.fills_in({say("meeting-outcome-line"): line})
    stage.sends()
    stage.pops_up(line)


def corrected(stage: Stage) -> None:
    say = stage.words
    stage.home()
    stage.presses("slack", "meeting-see")
    stage.pops_up(say("meeting-rest"))
    stage.save("body", whole=True)
    stage.presses("slack", "meeting-minutes-do")
    stage.pops_up(say("minutes-correct-note"))
    notes(stage, CORRECTED[stage.language])
    stage.save("corrected", whole=True)
    stage.closes_form()
    stage.sit("slack", CHAIRS[stage.language], "Start Somewhere")
    stage.types("slack", f"/somewhere minutes {WORDS[stage.language]}")
    stage.sees("slack", say("minutes-see"))
    stage.save("found", whole=True)
    stage.presses("slack", "minutes-see")
    stage.sees("slack", say("minutes-file"))
    stage.save("minutes", whole=True)


def calendar(stage: Stage) -> None:
    """Those who look after the bot read English."""
    stage.sit("slack", "Dana Lee", "Start Somewhere")
    box = side_of(stage.page, "slack").locator(".upload input[type=file]")
    box.set_input_files({"name": "2026-27.ics", "mimeType": "text/calendar", "buffer": CALENDAR})
    stage.sees("slack", "Spring Break")
    stage.save("calendar", whole=True)
    stage.presses_label("slack", stage.in_english("calendar-file-choose"))
    stage.pops_up(stage.in_english("calendar-file-choose-label"))
    stage.save("calendar-choose", whole=True)
    stage.sends()
    stage.pops_up(stage.in_english("calendar-file-chosen"))
    stage.closes_form()
    stage.presses_label("slack", stage.in_english("calendar-file-apply"))
    stage.sees("slack", "These are days without school now")
    stage.save("calendar-applied", whole=True)
