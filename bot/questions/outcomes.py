"""What an answer says now: it may have been changed or taken back after it was sent."""

from __future__ import annotations

from sqlalchemy.orm import object_session

from bot.boundary import Button, Buttons, Note, Part, Quote, Text
from bot.people import seats
from bot.people.cards import signature
from bot.questions.model import Answer, Question, Status
from bot.texts import Words


def of(question: Question, words: Words) -> list[Part]:
    """To those with whom it rested."""
    if question.waits or not question.answers:
        return []
    last = question.answers[-1]
    state = "question-is-closed" if question.status is Status.CLOSED else "question-is-answered"
    if question.by_itself:
        state = "question-is-closed-by-itself"
    parts = [Text(words("question-answered-by", name=answerer(last, words))), *said(last, words), Note(words(state))]
    if last.withdrawn:
        return parts
    return [*parts, Buttons((Button(words("faq-publish"), "faq.publish", str(question.id)),))]


def answerer(told: Answer, words: Words) -> str:
    """Both names where a deputy answered for the seat that reads questions first."""
    question, session = told.question, object_session(told)
    of_seat = question.rep if question.committee is None and question.merged_into_id is None else None
    if of_seat is None or session is None or told.sent_at is None:
        return told.member.name
    return signature(told.member, seats.holder_at(session, of_seat, told.sent_at), words)


def said(told: Answer, words: Words) -> list[Part]:
    if told.withdrawn:
        return [Text(words("question-withdrawn"))]
    return [Quote(told.text), *([Note(words("question-changed"))] if told.changed else [])]
