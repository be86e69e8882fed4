"""What somebody does who asks: choose what it is about, write, send, and say whether the answer is one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from bot import drafts, review, timetable
from bot.boundary import (
    Answer,
    Buttons,
    Form,
    FormErrors,
    Message,
    Private,
    Submit,
    Text,
    TextField,
)
from bot.bridge import talks
from bot.delivery import outbox
from bot.drafts import Draft, Typed
from bot.payloads import number
from bot.people import committees, records, topics
from bot.questions import (
    anonymity,
    askers,
    asking,
    cards,
    changing,
    ending,
    parts,
    preview,
    reaching,
    resting,
    sending,
    timing,
)
from bot.questions.asking import Written
from bot.questions.faq import looking
from bot.questions.model import (
    FORGET,
    KEPT,
    MISSING_MOST,
    Question,
    Status,
    due_at,
    to_change,
)
from bot.request import Refusal, Request

FORGET_WORDS = "question.forget"  # the name under which the timetable deletes the words of one that was given back
NOT_YET = "question.missing"

# Finding ---------------------------------------------------------------------------------------------------------


def find_draft(request: Request) -> Draft | None:
    return drafts.find(request, asking.FORM)


def find_question(request: Request) -> Question | None:
    id = number(request.about.partition(":")[0])
    return request.session.get(Question, id) if id else None


def find_question_to_change(request: Request) -> Question | None:
    """Nobody else changes it meanwhile."""
    id = number(request.about.partition(":")[0])
    return to_change(request.session, id) if id else None


# Asking ----------------------------------------------------------------------------------------------------------


def start(request: Request, draft: Draft | None) -> Answer:
    """What it is about comes first, so that nobody types what is not for this channel."""
    offered = topics.answered(request.session, request.member.district_id)
    not_here = topics.not_here(request.session, request.member.district_id)
    if not offered:
        raise Refusal.saying(request.words("question-no-topics"))
    if draft is not None:
        _refuse_if_sent(request, draft)
    elif shown := looking.picked(request, request.typed):
        return shown
    else:
        draft = drafts.keep(request, asking.FORM, {asking.QUESTION: (request.typed.strip(),)}, None)
    return Private(preview.choose(request, draft, offered, not_here))


def choose(request: Request, draft: Draft) -> Answer:
    _refuse_if_sent(request, draft)
    topic = asking.find_topic(request.session, request.member, request.about.partition(":")[2])
    if topic is None:
        raise Refusal.saying(request.words("question-wrong-topic"))
    drafts.keep(request, asking.FORM, {**draft.typed, asking.TOPIC: (str(topic.id),)}, draft)
    return asking.form(request, draft)


def write(request: Request, draft: Draft) -> Answer:
    _refuse_if_sent(request, draft)
    fields = request.act.fields if isinstance(request.act, Submit) else {}
    drafts.keep(request, asking.FORM, {**draft.typed, **fields}, draft)
    written = asking.read(request, draft.typed)
    if isinstance(written, dict):
        return _mend(request, written, draft)
    return _preview(request, draft, written)


def _preview(request: Request, draft: Draft, written: Written) -> Answer:
    homes = committees.homes(request.session, written.topic.committee) if written.topic.committee else []
    return Private(preview.show(request, draft, written, homes))


def edit(request: Request, draft: Draft) -> Answer:
    _refuse_if_sent(request, draft)
    return asking.form(request, draft)


def cancel(request: Request, draft: Draft) -> Answer:
    _refuse_if_sent(request, draft)
    request.session.delete(draft)
    return Private(Message((Text(request.words("question-cancelled")),)))


def send(request: Request, draft: Draft) -> Answer:
    if draft.became is not None:  # pressed twice
        question = request.session.get_one(Question, draft.became)
        return Private(_sent(request, question))
    written = asking.read(request, draft.typed)
    if isinstance(written, dict):  # nobody answers the topic any more
        return _mend(request, written, draft)
    if not review.decided(request, records.find(request.district, written.text, request.now)):
        return _preview(request, draft, written)
    return Private(_sent(request, sending.send(request, draft, written)))


def choose_guise(request: Request, draft: Draft) -> Answer:
    """Under their name or without, their building named or not: one of the preview's buttons."""
    typed = {
        name: values for name, values in draft.typed.items() if name != asking.FINDABLE
    }  # that was about the other
    return _choose(request, draft, anonymity.change(typed, request.about.partition(":")[2]))


def choose_findable(request: Request, draft: Draft) -> Answer:
    """Whether others who ask much the same may see its words: another of them."""
    return _choose(request, draft, {**draft.typed, asking.FINDABLE: (request.about.partition(":")[2],)})


def _choose(request: Request, draft: Draft, typed: Typed) -> Answer:
    _refuse_if_sent(request, draft)
    drafts.keep(request, asking.FORM, typed, draft)
    written = asking.read(request, draft.typed)
    return _mend(request, written, draft) if isinstance(written, dict) else _preview(request, draft, written)


def _sent(request: Request, question: Question) -> Message:
    when = request.moment(question.due_at)
    return Message((Text(request.words("question-sent", who=cards.holders(question, request.words), when=when)),))


def _refuse_if_sent(request: Request, draft: Draft) -> None:
    if draft.became is not None:
        raise Refusal.saying(request.words("question-sent-already"))


def _mend(request: Request, wrong: Mapping[str, str], draft: Draft) -> Answer:
    message = preview.wrong(request.words, list(wrong.values()), draft)
    return FormErrors(wrong, message) if isinstance(request.act, Submit) else Private(message)


# Answered --------------------------------------------------------------------------------------------------------


def show(request: Request, question: Question) -> Answer:
    """To whoever asked, as they see it; to the others as it rests with them. In the language that was pressed."""
    words = request.pressed
    if question.is_asked_by(request.member):
        own = Buttons(tuple(changing.buttons(question, words)))
        return Private(Message((*cards.for_asker(question, words).parts, *([own] if own.buttons else []))))
    if question.committee is None or not timing.may_read(request.session, request.member, question):
        return Private(cards.for_rep(question, words))
    message, place = cards.for_committee(question, words), resting.stuck(request.session, question)
    if question.waits:
        message = Message((*message.parts, Buttons(tuple(parts.keeping_time(question, words)))))
    return Private(cards.with_again(message, question, place, words) if place else message)


def post_again(request: Request, question: Question) -> Answer:
    outbox.try_again(request.session, cards.COMMITTEE, question.id)
    talks.try_again(request.session, cards.COMMITTEE, question.id)
    return Private(Message((Text(request.words("question-again-tried")),)))


def enough(request: Request, question: Question) -> Answer:
    if question.status is Status.ANSWERED:
        ending.close(request.session, question, request.now)
        reaching.heard(request.session, question)
    return Private(Message((Text(request.words("question-closed")),)))


def ask_what_is_missing(request: Request, question: Question) -> Answer:
    words = request.words
    _refuse_unless_answered(request, question)
    field = TextField("missing", words("question-missing-label"), "", "", MISSING_MOST, long=True, optional=True)
    title, submit = words("question-missing-title"), words("question-missing-submit")
    return Form(NOT_YET, title, submit, words("cancel"), (field,), str(question.id))


def not_yet(request: Request, question: Question) -> Answer:
    """It is open again, and rests with whoever answered."""
    _refuse_unless_answered(request, question)
    question.missing = resting.fitting(request, "missing", MISSING_MOST)
    question.status = Status.WITH_COMMITTEE if question.committee else Status.WITH_REP
    ending.open_again(request.session, question)
    reaching.heard(request.session, question)
    question.due_at = due_at(request.session, request.district, request.now, urgent=question.urgent)
    resting.take_away(request.session, question)
    resting.put(request.session, question)
    askers.change(request.session, question, cards.ANSWER, question.answers[-1].id)
    return Private(_sent(request, question))


def _refuse_unless_answered(request: Request, question: Question) -> None:
    closed = question.closed_at if question.status is Status.CLOSED and question.answers else None
    if question.status is not Status.ANSWERED and not (closed and request.now < closed + KEPT):
        raise Refusal(resting.returning(request, "question-not-now", "missing"))


def have_it(request: Request, question: Question) -> Answer:
    """They have the words that were given back: ours are deleted."""
    if question.status is Status.GIVEN_BACK:
        resting.forget_words(question)
    return Private(Message((Text(request.words("question-forgotten")),)))


def forget_words(session: Session, subject: int, now: datetime) -> None:
    """Deletes the words of one that was given back, once they have arrived; until then looks again every day."""
    question = to_change(session, subject)
    if question is None or question.status is not Status.GIVEN_BACK:
        return
    arrived = [
        one.state is outbox.State.STANDING for one in askers.standings(session, question, cards.GIVEN_BACK, subject)
    ]
    if arrived and all(arrived):
        resting.forget_words(question)
    elif question.text:
        timetable.set_due(session, FORGET_WORDS, subject, now + FORGET * 6)
