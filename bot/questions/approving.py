"""Answers that a second member of the committee approves, where the committee says so: until then they stand on its
card alone."""

from __future__ import annotations

import secrets

from bot.boundary import Answer, Message, Private, Text
from bot.questions import ending, resting
from bot.questions.model import Proposal, Question
from bot.request import HIGHEST, Refusal, Request


def needs(question: Question) -> bool:
    return question.committee is not None and question.committee.approval


def propose(request: Request, question: Question, text: str, source: int | None = None) -> Answer:
    """In the place of what was proposed before."""
    if question.proposal is None:
        question.proposal = Proposal()
    question.proposal.text, question.proposal.member = text, request.member
    question.proposal.committee_id, question.proposal.version = question.committee_id, secrets.randbelow(HIGHEST)
    question.proposal.source_id = source
    resting.changed(request.session, question)
    return Private(Message((Text(request.words("question-proposal-sent")),)))


def approve(request: Request, question: Question) -> Answer:
    proposed = question.proposed
    if proposed is None:
        raise Refusal.saying(request.words("question-not-now"))
    if request.about.partition(":")[2] != str(proposed.version):
        raise Refusal.saying(request.words("question-proposal-changed"))
    resting.give(request.session, question, proposed.text, proposed.member, proposed.source_id)
    ending.answered(request.session, question, request.now)
    return Private(Message((Text(request.words("question-approved")),)))
