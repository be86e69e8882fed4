"""The home card: first all that waits for this person, then what they may start, each feature adding its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.boundary import Answer, Buttons, Heading, Message, Note, Part, Private, Text, fitting
from bot.feature import Section, Start
from bot.request import Request


def home(sections: Sequence[Section], starts: Sequence[Start]) -> Callable[[Request, object], Answer]:
    def run(request: Request, _about: object) -> Answer:
        words, head = request.words, Heading(request.words("home-title", name=request.member.name))
        waiting = [part for section in sections for part in section(request)]
        buttons = tuple(button for start in starts for button in start(request))
        foot = (Note(words("home-foot")), Buttons(buttons))
        shown = fitting(_with_buttons(waiting), (head, *foot), Note(words("more-than-fits")))
        return Private(Message((head, *(shown or [Text(words("home-nothing"))]), *foot)))

    return run


def _with_buttons(parts: Sequence[Part]) -> list[Sequence[Part]]:
    """Each with the buttons that stand below it."""
    ends = [place for place, part in enumerate(parts, start=1) if isinstance(part, Buttons) or place == len(parts)]
    return [parts[start:end] for start, end in pairwise([0, *ends])]
