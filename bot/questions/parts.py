"""Parts of the cards of those with whom a question rests."""

from __future__ import annotations

from bot.boundary import Button, Part, Quote, Text
from bot.questions.model import Question
from bot.texts import Words


def proposed(question: Question, words: Words) -> list[Part]:
    """The answer that a second member must still approve."""
    found = question.proposed
    return [Text(words("question-proposed", name=found.member.name)), Quote(found.text)] if found else []


def answering(question: Question, words: Words) -> list[Button]:
    id, found = str(question.id), question.proposed
    if found is None:
        return [Button(words("question-answer"), "question.answer", id, "main")]
    approve = Button(words("question-approve"), "question.approve", f"{id}:{found.version}", "main")
    return [approve, Button(words("question-proposal-change"), "question.answer", id)]


def delayed(question: Question, words: Words) -> list[Part]:
    """Why its date is a new one, as the asker was told."""
    if not question.waits or not question.delays:
        return []
    return [Text(words("question-delayed")), Quote(question.delays[-1].reason)]


def keeping_time(question: Question, words: Words) -> list[Button]:
    """For whoever cannot answer it in time."""
    id = str(question.id)
    hand_on = Button(words("question-hand-on"), "question.hand-on", id)
    return [hand_on, Button(words("question-later"), "question.later", id)]
