"""Two channels that are joined: asking, agreeing, choosing a name, a post and the answer to it, a reply, moderating."""

from __future__ import annotations

from playwright.sync_api import expect
from support.scenes.stage import PATIENCE, Stage

COMMONS, SQUARE = "partnership-commons", "town-square"
AGREE = (
    ("slack", "Samuel Okafor"),
    ("slack", "Patricia Nowak"),
    ("discord", "Marcus Tilley"),
    ("discord", "Hannah Whitaker"),
)
SAYS = {
    "en": ("Families would like child care on reading night.", "We'll have it, in the library, from five."),
    "es": ("A las familias les vendría bien que alguien cuide a los niños en la noche de lectura.",
           "Lo tendremos, en la biblioteca, desde las cinco."),
}  # fmt: skip
BELOW = {"en": "Thank you! Is there room for twenty?", "es": "¡Gracias! ¿Caben veinte?"}
REASON = {"en": "It names an employee.", "es": "Nombra a un empleado."}


def play(stage: Stage) -> None:
    join(stage)
    choose_pause(stage, 0)
    talk(stage)
    reply(stage)
    moderate(stage)


def join(stage: Stage) -> None:
    english = stage.in_english
    stage.sit("slack", "Dana Lee", COMMONS)
    stage.types("slack", "/somewhere join")
    stage.sees("slack", english("joining-with", place=f"#{COMMONS} (Slack)"))
    stage.save("with", whole=True)
    stage.presses_label("slack", f"#{SQUARE} (Discord)")
    stage.sees("slack", english("joining-record"))
    stage.save("preview", whole=True)
    stage.presses_label("slack", english("joining-ask"))
    for side, name in AGREE:
        stage.sit(side, name, COMMONS if side == "slack" else SQUARE)
        if name in ("Samuel Okafor", "Marcus Tilley"):
            stage.save(f"asked-{side}", whole=True)
        stage.presses_label(side, english("joining-agree"))
    stage.sees("discord", english("shown-mine"))
    stage.save("on-discord", whole=True)
    stage.sit("slack", "Dana Lee", COMMONS)
    stage.sees("slack", english("shown-mine"))
    stage.save("on-slack", whole=True)


def choose_pause(stage: Stage, seconds: int) -> None:
    stage.sit("slack", "Dana Lee", COMMONS)
    stage.types("slack", "/somewhere join")
    stage.sees("slack", stage.in_english("joining-pause-of", seconds=30))
    stage.save("pause", whole=True)
    stage.presses_label("slack", stage.in_english("joining-pause-of", seconds=seconds))


def talk(stage: Stage) -> None:
    english, spanish = stage.in_english, stage.in_spanish
    post, answer = SAYS[stage.language]
    stage.sit("discord", "Rosa Delgado", SQUARE)
    stage.types("discord", post)
    stage.sees("discord", spanish("shown-choose"))
    stage.save("name-asked", whole=True)
    stage.presses_label("discord", spanish("shown-choose"))
    stage.sees("discord", spanish("shown-ask"))
    stage.save("name", whole=True)
    stage.presses_label("discord", "Rosa Delgado")
    stage.sees("discord", spanish("shown-now-named", name="Rosa Delgado"))
    stage.save("named", whole=True)
    stage.sit("slack", "Dana Lee", COMMONS)
    stage.sees("slack", post)
    stage.save("crossed", whole=True)
    stage.types("slack", answer)
    stage.sees("slack", english("shown-picture"))
    stage.save("name-of-staff", whole=True)
    stage.presses_label("slack", "Dana Lee")
    stage.sit("discord", "Rosa Delgado", SQUARE)
    stage.sees("discord", answer)
    stage.save("answer", whole=True)
    stage.types("discord", "/somewhere")
    stage.sees("discord", spanish("joined-crosses-both"))
    stage.save("here", whole=True)


def reply(stage: Stage) -> None:
    """Below the answer, in Discord's thread; in Slack's it is there, too."""
    post, _ = SAYS[stage.language]
    discord, slack = stage.page.get_by_test_id("discord"), stage.page.get_by_test_id("slack")
    stage.front("discord")
    below = discord.get_by_test_id("message").filter(has_text=post).first
    below.get_by_role("button", name=stage.page_words.thread).click()
    stage.types("discord", BELOW[stage.language])
    stage.sees("discord", BELOW[stage.language])
    stage.save("reply", whole=True)
    stage.front("slack")
    answered = slack.get_by_role("button", name=stage.page_words.replies_one)
    expect(answered).to_be_visible(timeout=PATIENCE)
    answered.click()
    stage.sees("slack", BELOW[stage.language])
    stage.save("reply-there", whole=True)


def moderate(stage: Stage) -> None:
    english = stage.in_english
    _, answer = SAYS[stage.language]
    stage.sit("slack", "Dana Lee", COMMONS)
    stage.types("slack", "/somewhere moderate")
    stage.sees("slack", english("moderate-hide"))
    stage.save("moderate", whole=True)
    stage.presses_label("slack", english("moderate-hide"))
    stage.pops_up(english("moderate-reason"))
    stage.fills_in({english("moderate-reason"): REASON[stage.language]})
    stage.save("hide", whole=True)
    stage.sends()
    stage.pops_up(english("moderate-hidden", name="Dana Lee", place=f"#{COMMONS} (Slack)")[:40])
    stage.save("hidden", whole=True)
    stage.closes_form()
    stage.sit("discord", "Marcus Tilley", SQUARE)
    expect(stage.page.get_by_test_id("discord")).not_to_contain_text(answer, timeout=PATIENCE)
    stage.types("discord", "/somewhere moderate")
    stage.sees("discord", english("moderate-log"))
    stage.presses_label("discord", english("moderate-log"))
    stage.sees("discord", REASON[stage.language])
    stage.save("log", whole=True)
