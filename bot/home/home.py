"""The home card: first all that waits for this person, then what they may start, each feature adding its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.boundary import Answer, Buttons, Heading, Message, Note, Part, Private, Text
from bot.feature import Section, Start
from bot.request import Request


def home(sections: Sequence[Section], starts: Sequence[Start]) -> Callable[[Request, object], Answer]:
    def run(request: Request, _about: object) -> Answer:
        words = request.words
        waiting = [part for section in sections for part in section(request)]
        parts: list[Part] = [Heading(words("home-title", name=request.member.name))]
        parts += waiting or [Text(words("home-nothing"))]
        buttons = tuple(button for start in starts for button in start(request))
        return Private(Message((*parts, Note(words("home-foot")), Buttons(buttons))))

    return run
