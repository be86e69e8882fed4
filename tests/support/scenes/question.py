"""A question from staff in Slack to a committee in Discord and back; one without a name; one given back; the FAQ."""

from __future__ import annotations

from dataclasses import dataclass

from support.page import side_of
from support.scenes.stage import STAFF, Stage

BOT = "Start Somewhere"  # the channel of direct messages with it
LEADERSHIP = "partnership-leadership"


@dataclass(frozen=True)
class Cast:
    """Who asks under their name and who without; who of the committee answers in Discord."""

    asks: str
    shy: str
    answers: str
    approves: str
    topic: str
    not_here: str
    kits: str
    yes: str
    all_of_them: str
    rooms: str


CASTS = {
    "en": Cast(
        asks="Owen Lindqvist",
        shy="Jamal Whitfield",
        answers="Hannah Whitaker",
        approves="Marcus Tilley",
        topic="Anything across the district",
        not_here="A grievance",
        kits="Can we keep the phonics kits over the summer?",
        yes="Yes, until August 1.",
        all_of_them="All of them?",
        rooms="Who decides which rooms are used for the summer program?",
    ),
    "es": Cast(
        asks="Yesenia Cordero",
        shy="Beatriz Montoya",
        answers="Adriana Ponce",
        approves="Marcus Tilley",
        topic="Cualquier tema de todo el distrito",
        not_here="Una queja laboral",
        kits="¿Podemos quedarnos con los materiales de fonética en el verano?",
        yes="Sí, hasta el primero de agosto.",
        all_of_them="¿Con todos?",
        rooms="¿Quién decide qué salones se usan en el verano?",
    ),
}


def play(stage: Stage) -> None:
    newcomer(stage)
    asked_and_answered(stage)
    not_yet(stage)
    without_a_name(stage)
    given_back(stage)
    published(stage)


def newcomer(stage: Stage) -> None:
    """As the page says it can be tried: whoever is offered in Slack asks from their home, somebody on the committee
    answers in Discord, and it comes back. A building rep's own question goes straight to the committee."""
    say, cast = stage.words, CASTS[stage.language]
    stage.page.get_by_test_id("slack").get_by_test_id("newcomer").click()
    stage.sees("slack", say("question-start"))
    stage.presses("slack", "question-start")
    stage.pops_up(say("question-choose-one"))
    stage.save("newcomer-topics")
    stage.presses_label("slack", cast.topic)
    stage.pops_up(say("question-form-question"))
    stage.fills_in({say("question-form-question"): cast.kits})
    stage.sends()
    stage.pops_up(say("question-preview-title"))
    stage.save("newcomer-preview")
    send(stage)
    stage.sit("discord", cast.answers, LEADERSHIP)
    stage.sees("discord", cast.kits)
    stage.presses_label("discord", stage.in_english("question-answer"))
    stage.pops_up(say("question-answer-label"))
    stage.fills_in({say("question-answer-label"): cast.yes})
    stage.sends()
    stage.open("slack", BOT)
    stage.sees("slack", cast.yes)
    stage.save("newcomer-answer")


def ask(stage: Stage, who: str, text: str, *, look: bool = False) -> None:
    """Up to the preview, in answer to /ask in the staff's channel."""
    say, cast = stage.words, CASTS[stage.language]
    stage.sit("slack", who, STAFF)
    stage.asks_for("slack", "/ask", say("question-choose-one"))
    if look:
        stage.save("topics", whole=True)
    stage.presses_label("slack", cast.topic)
    stage.pops_up(say("question-form-question"))
    if look:
        stage.save("form")
    stage.fills_in({say("question-form-question"): text})
    stage.sends()
    stage.pops_up(say("question-preview-title"))
    if look:
        stage.save("preview", whole=True)


def send(stage: Stage) -> None:
    stage.presses("slack", "question-send")
    stage.page.wait_for_timeout(500)
    stage.closes_form()


def closes_what_follows(stage: Stage) -> None:
    """On Slack the answer to a form stands in its place."""
    stage.page.wait_for_timeout(700)
    if stage.form.is_visible():
        stage.closes_form()


def passed_on(stage: Stage, text: str, name: str = "") -> None:
    """By Lincoln's building rep, who reads English."""
    stage.sit("slack", "Maria Rivera", BOT)
    stage.sees("slack", text)
    if name:
        stage.save(name, whole=True)
    stage.presses_label("slack", stage.in_english("question-pass-to", committee="District Leadership Team"))
    stage.pops_up(stage.in_english("question-note-label"))
    stage.sends()
    closes_what_follows(stage)
    stage.sees("slack", stage.in_english("question-rep-passed", committee="District Leadership Team"))


def asked_and_answered(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    ask(stage, cast.asks, cast.kits, look=True)
    stage.presses("slack", "question-send")
    stage.pops_up(say("question-sent", who="|", when="|").partition(" ")[0])
    stage.save("sent")
    stage.closes_form()
    stage.home()
    stage.save("askers-home")
    passed_on(stage, cast.kits, "reps-card")
    stage.save("passed-on")
    stage.sit("discord", cast.answers, LEADERSHIP)
    stage.sees("discord", cast.kits)
    stage.save("committees-card", whole=True)
    stage.presses_label("discord", stage.in_english("question-take"))
    stage.sees("discord", stage.in_english("question-claimed", name=cast.answers))
    stage.presses_label("discord", stage.in_english("question-answer"))
    stage.pops_up(say("question-answer-label"))
    stage.save("answer-form")
    stage.fills_in({say("question-answer-label"): cast.yes})
    stage.sends()
    stage.sees("discord", stage.in_english("question-answered-by", name=cast.answers))
    stage.save("answered", whole=True)
    stage.sit("slack", cast.asks, BOT)
    stage.sees("slack", cast.yes)
    stage.save("answer", whole=True)


def not_yet(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    stage.presses("slack", "question-not-yet")
    stage.pops_up(say("question-missing-label"))
    stage.save("not-yet")
    stage.fills_in({say("question-missing-label"): cast.all_of_them})
    stage.sends()
    closes_what_follows(stage)
    stage.sit("discord", cast.answers, LEADERSHIP)
    stage.sees("discord", cast.all_of_them)
    stage.save("open-again", whole=True)
    stage.presses_label("discord", stage.in_english("question-answer"))
    stage.pops_up(say("question-answer-label"))
    stage.fills_in({say("question-answer-label"): cast.yes})
    stage.sends()
    stage.sees("discord", stage.in_english("question-is-answered"))
    stage.sit("slack", cast.asks, BOT)
    stage.presses("slack", "question-enough")
    stage.sees("slack", say("question-is-closed-to-asker"))
    stage.save("closed", whole=True)


def without_a_name(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    ask(stage, cast.shy, cast.rooms)
    stage.presses("slack", "anonymous-yes")
    stage.pops_up(say("anonymous-no"))
    stage.save("anonymous-preview", whole=True)
    send(stage)
    passed_on(stage, cast.rooms, "anonymous-reps-card")
    stage.sit("discord", cast.answers, LEADERSHIP)
    stage.sees("discord", cast.rooms)
    stage.save("anonymous-committees-card", whole=True)


def given_back(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    text = cast.rooms.replace("?", " 2?")
    ask(stage, cast.asks, text)
    stage.save("similar", whole=True)
    send(stage)
    stage.sit("slack", "Maria Rivera", BOT)
    stage.sees("slack", text)
    stage.presses_label("slack", stage.in_english("question-give-back"))
    stage.pops_up(stage.in_english("question-give-back-label"))
    stage.save("give-back")
    stage.fills_in({stage.in_english("question-give-back-label"): CASTS["en"].not_here})
    stage.sends()
    closes_what_follows(stage)
    stage.sit("slack", cast.asks, BOT)
    stage.sees("slack", say("question-given-back-words"))
    stage.save("given-back", whole=True)


def published(stage: Stage) -> None:
    """What was answered goes into the FAQ, and is found before somebody asks again."""
    say, cast = stage.words, CASTS[stage.language]
    english = stage.in_english
    stage.sit("discord", cast.answers, LEADERSHIP)
    column = side_of(stage.page, "discord")
    column.get_by_role("button", name=english("faq-publish"), exact=True).first.click()
    stage.pops_up(say("faq-form-title"))
    stage.save("faq-form", whole=True)
    stage.fills_in({say(f"faq-form-answer-{stage.language}"): cast.yes})
    stage.sends()
    stage.sees("discord", say("faq-propose"))
    stage.save("faq-preview", whole=True)
    stage.presses("discord", "faq-propose")
    stage.sees("discord", english("faq-approve"))
    stage.sit("discord", cast.approves, LEADERSHIP)
    stage.save("faq-card", whole=True)
    stage.presses_label("discord", english("faq-approve"))
    stage.sees("discord", english("faq-published", readers=english("faq-readers-all")))
    stage.sit("slack", cast.shy, STAFF)
    stage.types("slack", f"/ask {cast.kits}")
    stage.sees("slack", say("faq-offered"))
    stage.save("faq-offered", whole=True)
