"""Two channels that are joined: asking, agreeing, choosing a name, and what crosses."""

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
    "en": ("Reading night is on Thursday at six.", "Will there be child care?"),
    "es": ("La noche de lectura es el jueves a las seis.", "¿Habrá quien cuide a los niños?"),
}


def play(stage: Stage) -> None:
    english = stage.in_english
    announcement, question = SAYS[stage.language]
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
    stage.types("slack", announcement)
    stage.sees("slack", english("shown-ask"))
    stage.save("name", whole=True)
    stage.presses_label("slack", "Dana Lee")
    stage.sit("discord", "Rosa Delgado", SQUARE)
    stage.sees("discord", announcement)
    stage.types("discord", question)
    stage.presses_label("discord", stage.in_spanish("shown-choose"))
    stage.sees("discord", stage.in_spanish("shown-ask"))
    stage.save("crossed", whole=True)
    unnamed = stage.in_spanish("shown-family-of", building="Lincoln Elementary")
    stage.presses_label("discord", stage.in_spanish("shown-as-unnamed", name=unnamed))
    stage.sit("slack", "Dana Lee", COMMONS)
    stage.sees("slack", question)
    stage.save("answer", whole=True)
    stage.types("slack", "/somewhere moderate")
    stage.sees("slack", english("moderate-hide"))
    stage.save("moderate", whole=True)
