"""What is looked over before it is done, and done only as it was shown: all that a preview says is drawn again at the
press that means it, and where that is another by now, it is looked over once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.boundary import Answer, Button, Buttons, Message, Note, Part, Private
from bot.boundary.messages import PARTS
from bot.payloads import mark
from bot.request import Request
from bot.texts import Words


def seen(parts: Sequence[Part], *besides: object) -> str:
    """A mark of all that these say but their buttons, and of what no words tell: who acts for a seat, which places."""
    return mark(([part for part in parts if not isinstance(part, Buttons)], besides))


def changed(preview: Message, words: Words) -> Message:
    """It says that it is another than was looked over."""
    room = len(preview.parts) < PARTS
    return replace(preview, parts=(Note(words("preview-changed")), *preview.parts)) if room else preview


@dataclass(frozen=True)
class Preview:
    """Of what the press `do` does, whose button says `yes` and is about `about` and what was seen. `besides`: what no
    words tell, and yet has to be the same."""

    parts: Sequence[Part]
    yes: str
    do: str
    about: str = ""
    others: Sequence[Button] = ()
    besides: object = ()

    def answer(self) -> Answer:
        return Private(self._message)

    def once_more(self, request: Request) -> Answer:
        """Where the person who pressed `do` saw another one. None: they saw just this."""
        if request.about == self._about:
            return None
        return Private(changed(self._message, request.words))

    @property
    def _message(self) -> Message:
        yes = Button(self.yes, self.do, self._about, "main")
        return Message((*self.parts, Buttons((yes, *self.others))))

    @property
    def _about(self) -> str:
        return ":".join(filter(None, (self.about, seen(self.parts, self.besides))))
