"""From what somebody wants to know to a question that can be sent, or to what must change first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.boundary import Choice, ChoiceField, Form, TextField
from bot.drafts import Draft, Typed
from bot.payloads import number
from bot.people import model as people
from bot.people import topics
from bot.people.topics import Topic
from bot.questions import anonymity
from bot.questions.anonymity import Guise
from bot.questions.model import DAYS, DAYS_URGENT, TEXT_MOST
from bot.request import Request

FORM = "question.write"
QUESTION, TOPIC, SOON = "question", "topic", "soon"  # what a draft says of it
FINDABLE, YES, NO = "findable", "yes", "no"
CALM, URGENT = "calm", "urgent"


@dataclass(frozen=True)
class Written:
    """What a question will be."""

    topic: Topic
    text: str
    urgent: bool
    guise: Guise
    findable: bool  # by others who ask much the same


def form(request: Request, draft: Draft) -> Form:
    """The form, filled in with what was typed before."""
    words, soon = request.words, first(draft.typed, SOON) or CALM
    choices = (
        Choice(CALM, words("question-form-calm", days=DAYS)),
        Choice(URGENT, words("question-form-urgent", days=DAYS_URGENT)),
    )
    return Form(
        name=FORM,
        title=words("question-form-title"),
        submit=words("question-form-submit"),
        cancel=words("cancel"),
        fields=(
            TextField(
                QUESTION,
                words("question-form-question"),
                words("question-form-hint"),
                first(draft.typed, QUESTION)[:TEXT_MOST],
                TEXT_MOST,
                long=True,
            ),
            anonymity.field(request, draft.typed),
            ChoiceField(SOON, words("question-form-soon"), choices, (soon,)),
        ),
        about=str(draft.id),
    )


def read(request: Request, typed: Typed) -> Written | dict[str, str]:
    """What the question will be, or what is wrong, by field, in the person's words."""
    words, text = request.words, first(typed, QUESTION).strip()
    if not text:
        return {QUESTION: words("question-wrong-empty")}
    if len(text) > TEXT_MOST:
        return {QUESTION: words("question-wrong-long", count=len(text), most=TEXT_MOST)}
    topic = find_topic(request.session, request.member, first(typed, TOPIC))
    if topic is None:
        return {QUESTION: words("question-wrong-topic")}
    guise = anonymity.read(request.session, request.member, typed)
    findable = first(typed, FINDABLE) or (YES if guise.named else NO)  # without a name only if they say so
    return Written(topic, text, first(typed, SOON) == URGENT, guise, findable == YES)


def find_topic(session: Session, member: people.Member, id: str) -> Topic | None:
    """One that can be asked about."""
    offered = topics.answered(session, member.district_id)
    return next((topic for topic in offered if topic.id == number(id)), None)


def first(typed: Typed, field: str) -> str:
    return next(iter(typed.get(field, ())), "")
