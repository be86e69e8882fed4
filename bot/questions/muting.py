"""What a committee does about somebody who abuses that they need not give their name."""

from __future__ import annotations

from bot.boundary import Answer, Button, Buttons, Message, Private, Text
from bot.delivery import outbox
from bot.questions import cards, mutes
from bot.questions.model import Question
from bot.questions.mutes import DAYS
from bot.request import Refusal, Request


def ask(request: Request, question: Question) -> Answer:
    """What it means, before it is done."""
    if not mutes.can_be(question):
        raise Refusal.saying(request.words("mute-too-late"))
    words, id = request.words, str(question.id)
    yes = Button(words("mute-now", days=DAYS), "question.mute-now", id, "danger")
    no = Button(words("cancel"), "question.show", f"{id}:{words.language}")
    name = question.committee.name if question.committee else ""
    return Private(Message((Text(words("mute-means", committee=name, days=DAYS)), Buttons((yes, no)))))


def mute(request: Request, question: Question) -> Answer:
    if not mutes.put(request.session, question, request.now):
        raise Refusal.saying(request.words("mute-too-late"))
    outbox.change(request.session, cards.COMMITTEE, question.id)
    undo = Button(request.words("mute-lift"), "question.unmute", str(question.id))
    return Private(Message((Text(request.words("mute-done", days=DAYS)), Buttons((undo,)))))


def lift(request: Request, question: Question) -> Answer:
    mutes.lift(request.session, question)
    outbox.change(request.session, cards.COMMITTEE, question.id)
    return Private(Message((Text(request.words("mute-lifted")),)))
