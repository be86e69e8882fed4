"""From the menu of a message to a question about it."""

from __future__ import annotations

from bot import drafts
from bot.boundary import Answer
from bot.questions import asking, handlers
from bot.request import Refusal, Request


def ask_about(request: Request, _about: object) -> Answer:
    """A message that somebody wrote, as a quotation: who wrote it is not said."""
    text = request.typed.strip()
    if not text:
        raise Refusal.saying(request.words("question-about-nothing"))
    typed = {asking.QUESTION: (request.words("question-about", text=text),)}
    return handlers.start(request, drafts.keep(request, asking.FORM, typed, None))
