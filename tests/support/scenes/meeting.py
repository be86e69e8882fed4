"""A building rep offers two times in Slack; a PTA liaison picks one in Discord; afterwards, who does what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import expect
from support.page import side_of
from support.scenes.stage import Stage

FAMILIES = {"en": "familias-de-lincoln", "es": "plaza-en-español"}


@dataclass(frozen=True)
class Cast:
    """Who offers in Slack, and who picks in Discord, in Spanish."""

    offers: str
    picks: str
    body: str
    topic: str
    decided: str
    mine: str
    theirs: str
    leads: bool = False  # a committee, too, whose meetings they may set up


CASTS = {
    "en": Cast(
        offers="Maria Rivera",
        picks="Rosa Delgado",
        body="Lincoln Elementary",
        topic="Who opens the gym on reading night?",
        decided="Reading night is on the 12th, in the gym.",
        mine="Book the gym",
        theirs="Ask for snacks",
        leads=True,
    ),
    "es": Cast(
        offers="Lucía Benavides",
        picks="Ramón Ibarra",
        body="Oak Street Elementary",
        topic="¿Quién abre el gimnasio en la noche de lectura?",
        decided="La noche de lectura es el día 12, en el gimnasio.",
        mine="Apartar el gimnasio",
        theirs="Pedir bocadillos",
    ),
}


CHAIRS = {"en": "Joel Hartmann", "es": "Beatriz Montoya"}  # of committees


def play(stage: Stage) -> None:
    committee(stage)
    a_few(stage)
    agreed(stage)
    a_topic(stage)
    afterwards(stage)


def agreed(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    stage.sit("slack", cast.offers)
    stage.home()
    stage.presses("slack", "meeting-start")
    stage.pops_up(say("meeting-form-first"))
    stage.save("form", whole=True)
    stage.sends()
    stage.pops_up(say("meeting-preview-title"))
    stage.save("preview", whole=True)
    stage.presses("slack", "meeting-send")
    stage.pops_up(say("meeting-take-back"))
    stage.save("sent")
    stage.closes_form()
    stage.sit("discord", cast.picks, FAMILIES[stage.language])
    stage.types("discord", "/somewhere")
    stage.sees("discord", stage.in_spanish("meeting-neither"))
    stage.save("asked", whole=True)
    newest = side_of(stage.page, "discord").get_by_test_id("message").last
    newest.get_by_role("button", name=re.compile("3:15")).last.click()
    stage.sees("discord", stage.in_spanish("meeting-see"))
    stage.save("agreed", whole=True)


def a_topic(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    stage.sit("slack", cast.offers)
    stage.home()
    stage.sees("slack", say("meeting-add"))
    stage.save("home", whole=True)
    stage.presses("slack", "meeting-add")
    stage.pops_up(say("meeting-add-label"))
    stage.fills_in({say("meeting-add-label"): cast.topic})
    stage.save("topic")
    stage.sends()
    stage.pops_up(say("meeting-see"))
    stage.presses("slack", "meeting-see")
    stage.pops_up(cast.topic)
    stage.save("all-of-it", whole=True)
    stage.closes_form()


def afterwards(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    clock = stage.page.get_by_test_id("clock")
    for _ in range(6):
        before = clock.locator(".clock-time").inner_text()
        clock.get_by_role("button", name=stage.page_words.next_school_day).click()
        expect(clock.locator(".clock-time")).not_to_have_text(before, timeout=30_000)
        expect(clock).to_contain_text("5:00", timeout=30_000)
    stage.sit("slack", cast.offers, "Start Somewhere")
    stage.sees("slack", cast.topic)
    stage.save("day-before", whole=True)
    stage.home()
    stage.presses("slack", "meeting-write-down")
    stage.pops_up(say("meeting-note-decided"))
    stage.fills_in(
        {
            say("meeting-note-decided"): cast.decided,
            say("meeting-note-mine"): cast.mine,
            say("meeting-note-theirs"): cast.theirs,
        }
    )
    stage.save("note", whole=True)
    stage.sends()
    stage.pops_up(say("meeting-noted"))
    stage.save("noted", whole=True)
    stage.presses("slack", "meeting-tell", body=cast.body)
    stage.pops_up(say("meeting-was-told"))
    stage.closes_form()
    stage.sit("discord", cast.picks, FAMILIES[stage.language])
    stage.types("discord", "/somewhere")
    stage.sees("discord", cast.theirs)
    stage.save("asked-to-do", whole=True)


def committee(stage: Stage) -> None:
    """Its chair sets its meetings up, and reads first what the calendar does to them."""
    say = stage.words
    stage.sit("slack", CHAIRS[stage.language])
    stage.home()
    stage.presses("slack", "meeting-body-start")
    stage.pops_up(say("meeting-body-when"))
    stage.save("body-form", whole=True)
    stage.sends()
    stage.pops_up(say("meeting-body-save"))
    stage.save("body-preview", whole=True)
    stage.presses("slack", "meeting-body-more")
    stage.pops_up(say("meeting-body-bend"))
    stage.save("body-more", whole=True)
    stage.sends()
    stage.pops_up(say("meeting-body-save"))
    stage.presses("slack", "meeting-body-people")
    stage.pops_up(say("meeting-quorum"))
    stage.fills_in({say("meeting-quorum"): say("meeting-quorum-one")})
    stage.save("body-people", whole=True)
    stage.sends()
    stage.pops_up(say("meeting-body-save"))
    stage.presses("slack", "meeting-body-save")
    stage.pops_up(say("meeting-see"))
    stage.presses("slack", "meeting-see")
    stage.pops_up(say("meeting-rest"))
    stage.save("body-all-of-it", whole=True)
    stage.presses("slack", "meeting-rest")
    stage.pops_up(say("meeting-pause"))
    stage.save("body-rest", whole=True)
    stage.closes_form()
    stage.home()
    stage.presses("slack", "meeting-see")
    stage.pops_up(say("meeting-coming"))
    stage.presses("slack", "meeting-coming")
    stage.pops_up(say("meeting-not-coming"))
    stage.save("coming", whole=True)
    stage.closes_form()


def a_few(stage: Stage) -> None:
    """A representative asks two people to meet; one of them reads it in Discord."""
    say, cast = stage.words, CASTS[stage.language]
    stage.sit("slack", cast.offers)
    stage.home()
    stage.presses("slack", "meeting-body-start")
    stage.pops_up(say("meeting-body-when"))
    if cast.leads:
        stage.fills_in({say("meeting-body-committee"): say("meeting-body-picked")})
    stage.sends()
    stage.pops_up(say("meeting-ask-nobody-yet"))
    stage.presses("slack", "meeting-ask-in")
    stage.pops_up(say("meeting-ask-label"))
    stage.save("ask-in", whole=True)
    stage.fills_in({say("meeting-ask-label"): cast.picks})
    stage.form.get_by_role("button", name=re.compile(cast.picks)).first.click()
    stage.sends()
    stage.pops_up(say("meeting-ask-not"))
    stage.save("few-preview", whole=True)
    stage.presses("slack", "meeting-body-save")
    stage.pops_up(say("meeting-see"))
    stage.closes_form()
    stage.sit("discord", cast.picks, FAMILIES[stage.language])
    stage.types("discord", "/somewhere")
    stage.sees("discord", stage.in_spanish("meeting-join"))
    stage.save("invited", whole=True)
