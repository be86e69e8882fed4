"""Passing a question on: from the seat that read it first to the committee that answers its topic, or from one
committee to another. A note may go along; whoever has the question next reads it, and nobody else."""

from __future__ import annotations

from bot import picks
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    Form,
    FormErrors,
    Message,
    Private,
    Suggestions,
    Text,
    TextField,
)
from bot.people import topics
from bot.people.topics import Topic
from bot.questions import picking, resting
from bot.questions.model import Question, Status
from bot.request import Refusal, Request, returning

PASS, PASS_ON = "question.pass", "question.pass-on"
TOPIC, NOTE = "topic", picking.NOTE
NOTE_MOST = 300

# The note --------------------------------------------------------------------------------------------------------


def note_field(request: Request, question: Question) -> TextField:
    hint = request.words("question-note-hint-unnamed" if question.anonymous else "question-note-hint")
    return TextField(NOTE, request.words("question-note-label"), hint, "", NOTE_MOST, long=True, optional=True)


def wrong_note(request: Request, question: Question, again: str) -> FormErrors | None:
    """`again`: the press that opens the form."""
    note = resting.typed(request, NOTE)
    if len(note) <= NOTE_MOST:
        return None
    error = request.words("question-note-long", most=NOTE_MOST)
    fix = Buttons((Button(request.words("fix-it"), again, str(question.id), "main"),))
    return FormErrors({NOTE: error}, Message((*returning(error, note).parts, fix)))


def refuse_unless_open(request: Request, question: Question, *, with_committee: bool | None = None) -> None:
    """With what was typed, which nobody else has. `with_committee`: whether it must rest with one; None: either way."""
    elsewhere = with_committee is not None and with_committee is not (question.committee is not None)
    if not question.waits or elsewhere:
        raise _refusal(request, "question-not-now")


# To the committee ------------------------------------------------------------------------------------------------


def ask_for_note(request: Request, question: Question) -> Answer:
    refuse_unless_open(request, question, with_committee=False)
    if question.topic.committee is None:
        raise _refusal(request, "question-wrong-topic")
    words = request.words
    title, submit, fields = words("question-pass-form"), words("question-pass-submit"), (note_field(request, question),)
    return Form(PASS, title, submit, words("cancel"), fields, str(question.id))


def pass_to_committee(request: Request, question: Question) -> Answer:
    refuse_unless_open(request, question, with_committee=False)
    if question.topic.committee is None:
        raise _refusal(request, "question-wrong-topic")
    if wrong := wrong_note(request, question, PASS):
        return wrong
    question.committee, question.status = question.topic.committee, Status.WITH_COMMITTEE
    question.note = resting.typed(request, NOTE)
    resting.put(request.session, question)
    return _passed(request, question)


# To another committee --------------------------------------------------------------------------------------------


def ask_where_to(request: Request, question: Question) -> Answer:
    refuse_unless_open(request, question, with_committee=True)
    offered = _others(request, question)
    if not offered:
        raise Refusal.saying(request.words("question-no-topics"))
    words = request.words
    field = picks.field(TOPIC, words("question-pass-label"), offered, PASS_ON, words("pick-hint"))
    title, submit = words("question-pass-form"), words("question-pass-submit")
    fields = (field, note_field(request, question))
    return picking.form(request, question, Form(PASS_ON, title, submit, words("cancel"), fields, str(question.id)))


def suggest(request: Request, question: Question) -> Suggestions:
    """Where it can be passed on to, while they type."""
    return picking.suggested(request, _others(request, question))


def pass_on(request: Request, question: Question) -> Answer:
    refuse_unless_open(request, question, with_committee=True)
    if wrong := wrong_note(request, question, PASS_ON):
        return wrong
    chosen = picking.read(request, question, PASS_ON, TOPIC, _others(request, question), gone="question-wrong-topic")
    if isinstance(chosen, FormErrors):
        return chosen
    topic = request.session.get_one(Topic, int(chosen.value))
    resting.take_away(request.session, question)
    resting.say_where_it_went(request.session, question)
    question.topic, question.committee, question.claimer = topic, topic.committee, None
    question.note = resting.typed(request, NOTE)
    resting.put(request.session, question)
    return _passed(request, question)


def _others(request: Request, question: Question) -> list[Choice]:
    """Topics that other committees answer."""
    offered = topics.answered(request.session, request.member.district_id)
    others = (topic for topic in offered if topic.committee_id != question.committee_id)
    return [Choice(str(topic.id), _leads_to(request, topic)) for topic in others]


def _leads_to(request: Request, topic: Topic) -> str:
    name = topic.committee.name if topic.committee else ""
    return f"{topic.name(request.words.language)} · {name}"


def _passed(request: Request, question: Question) -> Answer:
    said = request.words("question-passed", committee=question.committee.name if question.committee else "")
    return Private(Message((Text(said),)))


def _refusal(request: Request, why: str) -> Refusal:
    return Refusal(resting.returning(request, why, NOTE))
