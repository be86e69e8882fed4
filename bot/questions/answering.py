"""Those who have a question take it and answer it. Where the committee says so, a second member approves the answer,
which until then is on its card alone. Within two minutes its sender can take it back: the asker sees that it was, and
the question waits again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import approvals
from bot.boundary import Answer as Shown
from bot.boundary import Button, Buttons, Form, Message, Private, Quote, Text, TextField
from bot.people import committees
from bot.people import model as people
from bot.questions import askers, assignment, cards, closing, following, rules
from bot.questions.cards import Claimed
from bot.questions.faq import handlers as faq
from bot.questions.model import (
    ANSWER,
    TEXT_MOST,
    Answer,
    Proposal,
    Question,
    Status,
    due_at,
    goes_to_others,
    merged_into,
    to_change,
)
from bot.references import tell
from bot.request import Refusal, Request

FORM, TEXT = "question.answer", "answer"


def take(request: Request, question: Question) -> Shown:
    """Somebody who was faster is not pushed aside."""
    rules.refuse_unless_unanswered(request, question)
    if question.claimer_id in (None, request.member.id) or request.payload(Claimed).by == str(question.claimer_id):
        question.claimer = request.member
        assignment.changed(request.session, question)
    return Private(cards.for_committee(question, request.words))


# Answering -------------------------------------------------------------------------------------------------------


def ask_for_answer(request: Request, question: Question) -> Shown:
    rules.refuse_unless_unanswered(request, question)
    words, proposed = request.words, question.proposed
    if goes_to_others(request.session, question):
        hint = words("question-proposal-hint-others" if needs_approval(question) else "following-answer-hint")
    else:
        hint = words("question-proposal-hint" if needs_approval(question) else "question-answer-hint")
    text = proposed.text if proposed else ""
    field = TextField(TEXT, words("question-answer-label"), hint, text, TEXT_MOST, long=True)
    title, submit = words("question-answer-form"), words("question-answer-submit")
    return Form(FORM, title, submit, words("cancel"), (field,), str(question.id))


def answer(request: Request, question: Question) -> Shown:
    rules.refuse_unless_unanswered(request, question)
    text = request.given(TEXT)
    if not text or len(text) > TEXT_MOST:
        return rules.wrong(request, question, TEXT, request.words("question-wrong-answer", most=TEXT_MOST), FORM)
    return give(request, question, text)


def give(request: Request, question: Question, text: str, source: int | None = None) -> Shown:
    """`source`: the message in the committee's thread that says so."""
    words = request.words
    if needs_approval(question):
        _propose(question, text, request.member, source)
        assignment.changed(request.session, question)
        return Private(Message((Text(words("question-proposal-sent")),)))
    _send(request, question, Answer(text=text, member=request.member, source_id=source))
    publish = Button(words("faq-publish"), "faq.publish", str(question.id))
    buttons = Buttons((publish, *tell(request.session, request.member, words), _undo_button(request, question)))
    return Private(Message((Text(words("question-answer-sent")), buttons)))


def _send(request: Request, question: Question, told: Answer) -> None:
    told.sent_at = request.now
    _tell(request.session, question, told)
    closing.begin(request.session, question, request.now)


def _tell(session: Session, question: Question, told: Answer) -> None:
    """The asker, and those of the questions that are answered with this one."""
    question.answers.append(told)
    question.status, question.proposal = Status.ANSWERED, None
    session.flush()  # the answer's number; nothing after this refuses
    askers.tell(session, question, ANSWER, told.id)
    following.tell_later(session, question)
    assignment.changed(session, question)
    for one in session.scalars(merged_into(question).with_for_update(of=Question)).all():
        _tell(session, one, told.copy())


def _undo_button(request: Request, question: Question) -> Button:
    """For the sender of the last answer."""
    return Button(request.words("question-undo"), "question.undo", str(question.answers[-1].id), "danger")


# Approving -------------------------------------------------------------------------------------------------------


def needs_approval(question: Question) -> bool:
    return question.committee is not None and question.committee.approval


def _propose(question: Question, text: str, member: people.Member, source: int | None) -> None:
    """In the place of what was proposed before."""
    if question.proposal is None:
        question.proposal = Proposal()
    question.proposal.text, question.proposal.member = text, member
    question.proposal.committee_id, question.proposal.source_id = question.committee_id, source
    question.proposal.version = approvals.new_version()


def approve(request: Request, question: Question) -> Shown:
    proposed = question.proposed
    if proposed is None:
        raise Refusal.saying(request.words("question-not-now"))
    rules.ANSWERS.refuse_unless_seen(request, proposed)
    if question.committee is not None and not committees.has(request.session, question.committee, proposed.member):
        raise Refusal.saying(request.words("question-proposal-left", name=proposed.member.name))
    told = Answer(text=proposed.text, member=proposed.member, approver=request.member, source_id=proposed.source_id)
    _send(request, question, told)
    return Private(Message((Text(request.words("question-approved")), Buttons((_undo_button(request, question),)))))


# Taking back -----------------------------------------------------------------------------------------------------


def undo(request: Request, told: Answer) -> Shown:
    """The words go back to the sender; what was approved waits for approval once more."""
    if not told.withdrawn and not told.can_be_undone(request.now):
        raise Refusal.saying(request.words("question-undo-late"))
    session, question, text = request.session, told.question, told.text
    if not told.withdrawn:
        take_back(session, question, (told, *_sent_with(session, told)), request.now)
        if told.approver and question.waits and question.proposal is None:
            _propose(question, text, told.member, told.source_id)
    said = "question-undone-closed"
    if question.waits:
        said = "question-undone-proposed" if question.proposed else "question-undone"
    words = (Text(request.words("question-undone-words")), Quote(text)) if text else ()
    return Private(Message((Text(request.words(said)), *words, *faq.still_stands(request, question.id))))


def _sent_with(session: Session, told: Answer) -> Sequence[Answer]:
    """To those of the questions that were answered with this one."""
    theirs = select(Answer).join(Question, Answer.question_id == Question.id)
    theirs = theirs.where(Question.merged_into_id == told.question_id, Answer.sent_at == told.sent_at)
    answers = session.scalars(theirs.where(Answer.withdrawn.is_(False)).order_by(Answer.question_id)).all()
    for answer in answers:
        to_change(session, answer.question_id)
    return answers


def take_back(session: Session, question: Question, answers: Sequence[Answer], now: datetime) -> None:
    """`answers`: to this question and, after that, to those that were answered with it. None: it was only proposed."""
    question.proposal = question.proposal if answers else None
    for answer in answers:
        answer.text, answer.withdrawn = "", True
        faq.wait_no_longer(session, answer.question_id)
        askers.change(session, answer.question, ANSWER, answer.id)
        if answer.question.status is Status.ANSWERED and answer is answer.question.answers[-1]:
            _open_again(session, answer, now)
        assignment.changed(session, answer.question)
    assignment.changed(session, question)


def _open_again(session: Session, told: Answer, now: datetime) -> None:
    """It waits, or rests with the one that it was answered with if that waits."""
    question = told.question
    other = question.merged_into if question.merged_into and question.merged_into.waits else None
    closing.open_again(session, question)
    question.merged_into = other
    question.answered_at = next((one.sent_at for one in reversed(question.answers) if not one.withdrawn), None)
    if other is not None:
        question.status = Status.MERGED
        return
    question.wait_again()
    if not told.can_be_undone(now):  # else nobody gains time by it
        question.due_at = due_at(session, question.district, now, urgent=question.urgent)
    assignment.begin(session, question)
