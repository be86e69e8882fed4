"""Before it goes to many: the other language, and how both look on the other platform."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import expect
from support.scenes.question import BOT
from support.scenes.stage import PATIENCE, Stage


@dataclass(frozen=True)
class Cast:
    """Who writes where, and so how it looks where they are not."""

    side: str
    sender: str
    elsewhere: str
    other: str  # the language that they do not read


CASTS = {
    "en": Cast("slack", "Dana Lee", "Discord", "es"),
    "es": Cast("discord", "Rosa Delgado", "Slack", "en"),
}
TEXTS = {
    "en": ("Reading night", "Reading night is on Thursday.\n- Doors open at *five*\n- There is child care"),
    "es": ("Noche de lectura", "La noche de lectura es el jueves.\n- Abrimos a las *cinco*\n- Hay quien cuide niños"),
}


def play(stage: Stage) -> None:
    say, cast = stage.words, CASTS[stage.language]
    (title, text), (other_title, other_text) = TEXTS[stage.language], TEXTS[cast.other]
    other = say("language-of", language=cast.other)
    stage.sit(cast.side, cast.sender, BOT)
    stage.types(cast.side, "/broadcast")
    expect(stage.form).to_be_visible()
    stage.save("form", whole=True)
    subject, label, people = (say(f"broadcast-form-{one}") for one in ("subject", "text", "people"))
    stage.fills_in({subject: title, label: text, people: [say("broadcast-everyone")]})
    stage.sends()
    shows(stage, cast.side, say("broadcast-preview"))
    stage.save("preview", whole=True)
    stage.presses(cast.side, "broadcast-write-other", language=other)
    shows_form(stage, say("broadcast-other-text", language=other))
    stage.fills_in(
        {
            say("broadcast-other-subject", language=other): other_title,
            say("broadcast-other-text", language=other): other_text,
        }
    )
    stage.save("other", whole=True)
    stage.sends()
    shows(stage, cast.side, say("broadcast-rewrite", language=other))
    stage.save("both", whole=True)
    stage.presses(cast.side, "broadcast-see-on", platform=cast.elsewhere)
    shows(stage, cast.side, say("broadcast-on", platform=cast.elsewhere))
    stage.save("elsewhere", whole=True)
    stage.presses(cast.side, "broadcast-on-language", language=other)
    shows(stage, cast.side, other_text.partition(".")[0])
    stage.save("elsewhere-other", whole=True)


def shows(stage: Stage, side: str, text: str) -> None:
    """Slack answers a form in front of all else."""
    if side == "slack":
        stage.pops_up(text)
    else:
        stage.sees(side, text)


def shows_form(stage: Stage, label: str) -> None:
    expect(stage.form.get_by_role("textbox", name=label, exact=True)).to_be_visible(timeout=PATIENCE)
