"""Two channels that are joined: asking, agreeing, choosing a name, a liaison's post and the answer to it."""

from __future__ import annotations

from support.scenes.stage import Stage

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


def play(stage: Stage) -> None:
    english = stage.in_english
    post, answer = SAYS[stage.language]
    stage.sit("slack", "Dana Lee", COMMONS)
    stage.types("slack", "/somewhere join")
    stage.sees("slack", english("joining-with", place=f"#{COMMONS} (Slack)"))
    stage.presses_label("slack", f"#{SQUARE} (Discord)")
    stage.sees("slack", english("joining-record"))
    stage.save("preview", whole=True)
    stage.presses_label("slack", english("joining-ask"))
    for side, name in AGREE:
        stage.sit(side, name, COMMONS if side == "slack" else SQUARE)
        if name == "Marcus Tilley":
            stage.save("asked", whole=True)
        stage.presses_label(side, english("joining-agree"))
    stage.sees("discord", english("shown-mine"))
    stage.save("on", whole=True)
    stage.sit("slack", "Dana Lee", COMMONS)
    stage.types("slack", "/somewhere join")
    stage.sees("slack", english("joining-pause-of", seconds=30))
    stage.save("pause", whole=True)
    stage.presses_label("slack", english("joining-pause-of", seconds=0))
    stage.sit("discord", "Rosa Delgado", SQUARE)
    stage.types("discord", post)
    stage.presses_label("discord", stage.in_spanish("shown-choose"))
    stage.sees("discord", stage.in_spanish("shown-ask"))
    stage.save("name", whole=True)
    stage.presses_label("discord", "Rosa Delgado")
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
    stage.sees("discord", stage.in_spanish("joined-crosses-all", place=f"#{SQUARE} (Discord)"))
    stage.save("here", whole=True)
    stage.sit("slack", "Dana Lee", COMMONS)
    stage.types("slack", "/somewhere moderate")
    stage.sees("slack", english("moderate-hide"))
    stage.save("moderate", whole=True)
