"""A board listens: it asks, leaders say yes, people speak, their leaders look it through, those who were asked say what
matters, the board answers in three ways."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import expect
from support.scenes.goal import on_a_tuesday
from support.scenes.question import BOT
from support.scenes.stage import PATIENCE, Stage

ASKS = ("What should the board know about bus times?", "¿Qué debería saber la mesa directiva de los camiones?")
CAUCUSES = ("association-caucus", "pta-caucus")
WAYS = (
    ("referred", {"en": "To the transportation office", "es": "A la oficina de transporte"}),
    ("staff", {"en": "The bus waits from Monday on.", "es": "Desde el lunes, el camión espera."}),
    ("agenda", {"en": "Regular meeting, October 20, 6 p.m., item 4",
                "es": "Junta ordinaria del 20 de octubre, 6 p. m., punto 4"}),
)  # fmt: skip
ALSO = ("Dana Lee", "Jamal Whitfield", "Priya Natarajan", "Maria Rivera", "Rashid Karimi")  # enough to be counted


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
    cast = CASTS[stage.language]
    asks(stage)
    says_yes(stage)
    speaks(stage, cast)
    closes(stage)
    looks_through(stage, cast)
    on_a_tuesday(stage)
    on_a_school_day(stage)
    says_what_matters(stage, cast)
    for _ in range(2):
        on_a_tuesday(stage)
    reads(stage, cast)
    answers(stage, cast)


def asks(stage: Stage) -> None:
    english = stage.in_english
    stage.sit("slack", "Patricia Nowak", BOT)
    stage.asks_for("slack", "/somewhere", english("listening-start"))
    stage.save("chairs-home", whole=True)
    stage.presses_label("slack", english("listening-start"))
    stage.pops_up(english("listening-form-places"))
    places = [f"#{CAUCUSES[0]} (Slack)", f"#{CAUCUSES[1]} (Discord)"]
    labels = (english("listening-form-en"), english("listening-form-es"))
    more = {
        english("listening-form-places"): places,
        english("listening-form-rates"): english("listening-form-rates-yes"),
    }
    stage.fills_in(dict(zip(labels, ASKS, strict=True)) | more)
    stage.save("form", whole=True)
    stage.sends()
    stage.pops_up(english("listening-law"))
    stage.save("preview", whole=True)
    stage.presses_label("slack", english("listening-open"))
    stage.pops_up(english("listening-close"))
    stage.save("opened", whole=True)
    stage.closes_form()


def says_yes(stage: Stage) -> None:
    english = stage.in_english
    for side, name in (("slack", "Dana Lee"), ("discord", "Marcus Tilley")):
        stage.sit(side, name, BOT)
        stage.types(side, "/somewhere")
        stage.sees(side, english("listening-yes"))
        stage.save(f"asked-{side}", whole=True)
        stage.presses_label(side, english("listening-yes"))
        stage.sees(side, english("listening-yes-done"))


def speaks(stage: Stage, cast: Cast) -> None:
    english, words = stage.in_english, stage.words
    stage.sit(cast.side, cast.speaks, cast.channel)
    stage.sees(cast.side, english("listening-say"))
    stage.save("card", whole=True)
    if stage.language == "es":
        stage.presses_label(cast.side, words("language-name"))
        stage.sees(cast.side, words("listening-card-foot"))
        stage.save("card-in-spanish", whole=True)
        stage.presses_label(cast.side, words("listening-say"))
    else:
        stage.presses_label(cast.side, words("listening-say"))
    stage.pops_up(words("listening-text"))
    stage.fills_in({words("listening-text"): cast.says})
    stage.save("say", whole=True)
    stage.sends()
    _shows(stage, cast.side, words("question-preview-title"))
    stage.save("say-preview", whole=True)
    stage.presses_label(cast.side, words("concern-send"))
    _shows(stage, cast.side, words("listening-sent"))
    stage.save("said", whole=True)
    _closes(stage)


def closes(stage: Stage) -> None:
    """The chair, before its time."""
    english = stage.in_english
    stage.sit("slack", "Patricia Nowak", BOT)
    stage.asks_for("slack", "/somewhere", english("listening-close"))
    stage.presses_label("slack", english("listening-close"))
    stage.sees("slack", english("listening-close-yes"))
    stage.save("close", whole=True)
    stage.presses_label("slack", english("listening-close-yes"))
    stage.sees("slack", english("listening-reopen"))
    stage.save("closed", whole=True)


def on_a_school_day(stage: Stage) -> None:
    """At its end: two of them have passed for those who look through."""
    clock = stage.page.get_by_test_id("clock")
    before = clock.locator(".clock-time").inner_text()
    clock.get_by_role("button", name=stage.page_words.next_school_day).click()
    expect(clock.locator(".clock-time")).not_to_have_text(before, timeout=2 * PATIENCE)


def looks_through(stage: Stage, cast: Cast) -> None:
    """A leader of the group, who reads English."""
    english = stage.in_english
    leader = "Dana Lee" if cast.side == "slack" else "Marcus Tilley"
    stage.sit(cast.side, leader, BOT)
    stage.types(cast.side, "/somewhere")
    stage.presses_label(cast.side, english("listening-look"))
    stage.sees(cast.side, cast.says)
    stage.save("look", whole=True)
    stage.presses_label(cast.side, english("listening-sort"))
    stage.fills_in({english("theme-title-en"): "Bus times", english("theme-title-es"): "Horarios del camión"})
    stage.save("title", whole=True)
    stage.sends()
    _shows(stage, cast.side, english("listening-sorted", title="Bus times"))
    _closes(stage)


def says_what_matters(stage: Stage, cast: Cast) -> None:
    """The one who spoke, and some of the association."""
    words, english = stage.words, stage.in_english
    stage.sit(cast.side, cast.speaks, BOT)
    stage.types(cast.side, "/somewhere")
    stage.sees(cast.side, words("rate-begin"))
    stage.save("rate-asked", whole=True)
    stage.presses_label(cast.side, words("rate-begin"))
    stage.sees(cast.side, words("rate-now"))
    stage.save("rate", whole=True)
    stage.presses_label(cast.side, words("rate-now"))
    stage.sees(cast.side, words("rate-again"))
    stage.save("rated", whole=True)
    with stage.unsaved():
        for name in ALSO:
            stage.sit("slack", name, BOT)
            stage.asks_for("slack", "/somewhere", english("rate-begin"))
            stage.presses_label("slack", english("rate-begin"))
            stage.sees("slack", english("rate-now"))
            stage.presses_label("slack", english("rate-now"))
            stage.sees("slack", english("rate-again"))


def reads(stage: Stage, cast: Cast) -> None:
    """A member of the board who reads the language of the page."""
    words = stage.words
    stage.sit("slack", cast.reads, BOT)
    stage.asks_for("slack", "/somewhere", words("listening-read"))
    stage.save("boards-home", whole=True)
    stage.presses_label("slack", words("listening-read"))
    stage.sees("slack", cast.says)
    stage.save("read", whole=True)
    stage.presses_label("slack", words("listening-matters"))
    stage.sees("slack", words("result-means"))
    stage.save("matters", whole=True)


def answers(stage: Stage, cast: Cast) -> None:
    """The chair, one way after the other; the last is what the author reads."""
    english = stage.in_english
    stage.sit("slack", "Patricia Nowak", BOT)
    stage.types("slack", "/somewhere")
    stage.presses_label("slack", english("listening-read"))
    label = english("listening-answer")
    for way, said in WAYS:
        expect(stage.page.get_by_test_id("slack").get_by_role("button", name=label, exact=True).last).to_be_visible()
        stage.presses_label("slack", label)
        named = {english("listening-answer-way"): english(f"listening-way-{way}")}
        stage.fills_in(named | {english("listening-answer-words"): said[stage.language]})
        stage.save(f"answer-{way}", whole=True)
        stage.sends()
        stage.pops_up(english("listening-answered", count=1))
        stage.save(f"answered-{way}", whole=True)
        stage.closes_form()
        told(stage, cast, way, said[stage.language])
        stage.sit("slack", "Patricia Nowak", BOT)
        stage.types("slack", "/somewhere")
        stage.presses_label("slack", english("listening-read"))
        label = english("listening-answer-again")


def told(stage: Stage, cast: Cast, way: str, said: str) -> None:
    stage.sit(cast.side, cast.speaks, BOT)
    stage.sees(cast.side, said)
    stage.save(f"letter-{way}", whole=True)


def _shows(stage: Stage, side: str, said: str) -> None:
    """What comes of a form: Slack shows that in front of all else."""
    if side == "discord":
        stage.sees(side, said)
    else:
        stage.pops_up(said)


def _closes(stage: Stage) -> None:
    if stage.form.is_visible():
        stage.closes_form()
