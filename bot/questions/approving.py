"""Answers that a second member of the committee approves, where the committee says so: until then they stand on its
card alone."""

from __future__ import annotations

import secrets

from bot.boundary import Answer, Buttons, Message, Private, Text
from bot.payloads import HIGHEST
from bot.questions import ending, parts, resting
from bot.questions.model import Answer as Told
from bot.questions.model import Proposal, Question
from bot.request import Refusal, Request


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
    told = Told(text=proposed.text, member=proposed.member, approver=request.member)
    told.source_id, told.sent_at = proposed.source_id, request.now
    resting.give(request.session, question, told)
    ending.answered(request.session, question, request.now)
    undo = parts.undo(question, request.words)
    return Private(Message((Text(request.words("question-approved")), Buttons((undo,)))))


def put_back(question: Question, told: Told, text: str) -> None:
    """It was sent, and is to be approved once more."""
    question.proposal = Proposal(text=text, member=told.member, committee_id=question.committee_id)
    question.proposal.version, question.proposal.source_id = secrets.randbelow(HIGHEST), told.source_id
