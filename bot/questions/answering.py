"""What those do with whom a question rests: take it, answer it, give it back."""

from __future__ import annotations

from bot import picks, timetable
from bot.boundary import Answer as Shown
from bot.boundary import Button, Buttons, Choice, Form, FormErrors, Message, Private, Suggestions, Text, TextField
from bot.people import topics
from bot.people.topics import Topic
from bot.questions import approving, askers, cards, ending, followers, merging, parts, passing, picking, resting
from bot.questions.handlers import FORGET_WORDS
from bot.questions.model import FORGET, TEXT_MOST, Question, Status
from bot.questions.model import Answer as Told
from bot.request import Refusal, Request

ANSWER, GIVE_BACK = "question.answer", "question.give-back"
TEXT = "answer"


def take(request: Request, question: Question) -> Shown:
    refuse_unless_open(request, question)
    seen = request.about.partition(":")[2]
    if question.claimer_id not in (None, request.member.id) and seen != str(question.claimer_id):
        return Private(cards.for_committee(question, request.words))  # somebody was faster, and is not pushed aside
    question.claimer = request.member
    resting.changed(request.session, question)
    return Private(cards.for_committee(question, request.words))


def ask_for_answer(request: Request, question: Question) -> Shown:
    refuse_unless_open(request, question)
    words, proposed = request.words, question.proposed
    told = "following-answer-hint" if question.findable else "question-answer-hint"
    hint = words("question-proposal-hint" if approving.needs(question) else told)
    text = proposed.text if proposed else ""
    field = TextField(TEXT, words("question-answer-label"), hint, text, TEXT_MOST, long=True)
    title, submit = words("question-answer-form"), words("question-answer-submit")
    return Form(ANSWER, title, submit, words("cancel"), (field,), str(question.id))


def answer(request: Request, question: Question) -> Shown:
    refuse_unless_open(request, question)
    text = resting.typed(request, TEXT)
    if not text or len(text) > TEXT_MOST:
        error = request.words("question-wrong-answer", most=TEXT_MOST)
        fix = Button(request.words("fix-it"), "question.answer", str(question.id), "main")
        return FormErrors(
            {TEXT: error}, Message((*resting.returning(request, "nothing-lost", TEXT).parts, Buttons((fix,))))
        )
    return give(request, question, text)


def give(request: Request, question: Question, text: str, source: int | None = None) -> Shown:
    """`source`: the message in the committee's thread that says so."""
    if approving.needs(question):
        return approving.propose(request, question, text, source)
    told = Told(text=text, member=request.member, source_id=source, sent_at=request.now)
    resting.give(request.session, question, told)
    ending.answered(request.session, question, request.now)
    publish = Button(request.words("faq-publish"), "faq.publish", str(question.id))
    buttons = Buttons((publish, parts.undo(question, request.words)))
    return Private(Message((Text(request.words("question-answer-sent")), buttons)))


def ask_why(request: Request, question: Question) -> Shown:
    """What it is about that is not for this channel."""
    refuse_unless_open(request, question)
    offered = _not_here(request)
    if not offered:
        raise Refusal.saying(request.words("question-no-contacts"))
    words = request.words
    field = picks.field(passing.TOPIC, words("question-give-back-label"), offered, GIVE_BACK, words("pick-hint"))
    title, submit = words("question-give-back-form"), words("question-give-back-submit")
    form = Form(GIVE_BACK, title, submit, words("cancel"), (field,), str(question.id))
    return picking.form(request, question, form)


def suggest(request: Request, question: Question) -> Suggestions:
    """What it may be about that is not for this channel, while they type."""
    return picking.suggested(request, _not_here(request))


def give_back(request: Request, question: Question) -> Shown:
    """The words go to whoever wrote them; ours are deleted once they have arrived."""
    refuse_unless_open(request, question)
    offered = _not_here(request)
    chosen = picking.read(request, question, GIVE_BACK, passing.TOPIC, offered, gone="question-wrong-topic")
    if isinstance(chosen, FormErrors):
        return chosen
    question.contact = request.session.get_one(Topic, int(chosen.value))
    question.status = Status.GIVEN_BACK
    merging.split_all(request.session, question)
    askers.tell(request.session, question, cards.GIVEN_BACK, question.id)
    ending.over(request.session, question, request.now)
    timetable.set_due(request.session, FORGET_WORDS, question.id, request.now + FORGET)
    followers.answered(request.session, question)
    resting.changed(request.session, question)
    for told in question.answers:
        askers.change(request.session, question, cards.ANSWER, told.id)
    return _done(request, "question-given-back-done")


def _not_here(request: Request) -> list[Choice]:
    found = topics.not_here(request.session, request.member.district_id)
    return [Choice(str(topic.id), topic.name(request.words.language)) for topic in found]


def refuse_unless_open(request: Request, question: Question) -> None:
    """With what was typed, which nobody else has."""
    if not question.waits:
        said = "question-answered-already" if question.answers else "question-not-now"
        raise Refusal(resting.returning(request, said, TEXT))


def _done(request: Request, name: str, **about: str) -> Shown:
    return Private(Message((Text(request.words(name, **about)),)))
