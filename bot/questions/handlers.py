"""Somebody asks: they choose what it is about, write it, look it over and send it. Then it is shown to those whom it
concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from bot import drafts, forms, return_paths, review
from bot.boundary import Answer, Button, Buttons, Message, Private, Text
from bot.bridge import talks
from bot.delivery import rulings
from bot.drafts import Draft, Typed
from bot.people import audiences, records, topics
from bot.people.audiences import Audience
from bot.people.hours import day_of
from bot.questions import anonymity, askers, asking, assignment, cards, muting, rules
from bot.questions.anonymity import Choosing
from bot.questions.asking import WRITING, Written
from bot.questions.faq import looking
from bot.questions.model import (
    COMMITTEE,
    KIND,
    WRITE,
    Question,
    Status,
    due_at,
)
from bot.references import Reference, bring
from bot.request import Refusal, Request, returning
from bot.return_paths import ReturnPath

AT_MOST = 10  # questions without a name that one person has open, or asked since yesterday and took back


def start(request: Request, draft: Draft | None) -> Answer:
    """What it is about comes first, so that nobody types what is not for this channel."""
    if not topics.answered(request.session, request.member):
        raise Refusal.saying(request.words("question-no-topics"))
    WRITING.refuse_if_sent(request, draft)
    if draft is None:
        if shown := looking.picked(request, request.typed):
            return shown
        draft = drafts.keep(request, WRITE, {asking.QUESTION: (request.typed.strip(),)}, None)
    return Private(asking.choose(request, draft))


def ask_about(request: Request, _about: object) -> Answer:
    """A message that somebody wrote, as a quotation: who wrote it is not said."""
    text = request.typed.strip()
    if not text:
        raise Refusal.saying(request.words("question-about-nothing"))
    quoted = Reference.said_in(request.session, request.act.place, request.words("question-about", text=text))
    return start(request, drafts.keep(request, WRITE, asking.quoting(quoted), None))


def choose(request: Request, draft: Draft) -> Answer:
    WRITING.refuse_if_sent(request, draft)
    topic = asking.find_topic(request.session, request.member, request.payload(asking.ChosenTopic).topic)
    if topic is None:
        raise Refusal.saying(request.words("question-wrong-topic"))
    drafts.keep(request, WRITE, {**draft.typed, asking.TOPIC: (str(topic.id),)}, draft)
    return asking.form(request, draft)


def write(request: Request, draft: Draft) -> Answer:
    return WRITING.look_over(request, drafts.typed_over(request, draft, asking.OWN), draft)


def choose_guise(request: Request, draft: Draft) -> Answer:
    """Under their name or without, their building named or not: one of the preview's buttons."""
    typed: Typed = {name: values for name, values in draft.typed.items() if name != asking.FINDABLE}  # of the other
    return WRITING.look_over(request, anonymity.change(typed, request.payload(Choosing).choice), draft)


def choose_findable(request: Request, draft: Draft) -> Answer:
    """Whether others who ask much the same may see its words: another of them."""
    return WRITING.look_over(request, {**draft.typed, asking.FINDABLE: (request.payload(Choosing).choice,)}, draft)


# Sending ---------------------------------------------------------------------------------------------------------


def send(request: Request, draft: Draft) -> Answer:
    """Its words are where they belong then, and nowhere else. A draft of one without a name would name its asker: it is
    gone, and on another press they are told that it may have been sent."""
    if draft.became is not None:  # pressed twice
        return _sent(request, request.session.get_one(Question, draft.became))
    written = asking.read(request, draft.typed)
    if isinstance(written, dict):  # nobody answers the topic any more
        return WRITING.wrong(request, draft, written)
    decided = review.decided(request, records.find(request.district, written.text, request.now))
    if again := WRITING.once_more(request, draft, written, decided):
        return again
    audience = asking.audience(request, written)
    session, named = request.session, written.guise.named
    if until := muting.until_by_name(session, written.topic.committee, request.member, request.now):
        raise Refusal(returning(request.words("mute-told", until=request.moment(until)), written.text))
    if not named:
        _refuse_if_it_needs_a_name(request, written)
    account, question = drafts.account_of(request, draft), _begun(request, written, audience)
    question.quote = asking.quote(request, draft.typed, written)
    if named:
        question.asker, question.group = request.member, request.member.group
        question.account, question.asked_at = account, request.now
    session.add(question)
    session.flush()  # its number; nothing after this refuses
    lost: list[str] = []
    if named:
        draft.become(question.id, request.now)
    else:
        path = ReturnPath(request.member.id, account)
        return_paths.begin(session, question.thing, request.member.district_id, path)
        lost = drafts.forget_unnamed(session, draft, asking.QUESTION)
    assignment.put(session, question)
    return _sent(request, question, lost)


def _begun(request: Request, written: Written, audience: Audience) -> Question:
    """Without a name."""
    guise = written.guise
    return Question(
        topic=written.topic,
        text=written.text,
        urgent=written.urgent,
        findable=written.findable,
        audience=audience,
        status=Status.WITH_REP if guise.rep else Status.WITH_COMMITTEE,
        rep=guise.rep,
        committee=None if guise.rep else written.topic.committee,
        group=guise.group,
        building=guise.building,
        asked_at=day_of(request.now, request.district.zone),
        due_at=due_at(request.session, request.district, request.now, urgent=written.urgent),
    )


def _refuse_if_it_needs_a_name(request: Request, written: Written) -> None:
    """With the words, though they are in the draft still."""
    session, words, member = request.session, request.words, request.member
    if until := muting.until(session, written.topic.committee, member, request.now):
        raise Refusal(returning(words("anonymous-muted", until=request.moment(until)), written.text))
    theirs = Question.id.in_(anonymity.asked_by(session, member))
    still_open = Question.status.not_in((Status.CLOSED, Status.GIVEN_BACK))
    yesterday = day_of(request.now - timedelta(days=1), request.district.zone)
    counted = or_(still_open, and_(Question.taken_back, Question.asked_at >= yesterday))
    if (session.scalar(select(func.count()).where(theirs, counted)) or 0) >= AT_MOST:
        raise Refusal(returning(words("anonymous-too-many", most=AT_MOST), written.text))


def _sent(request: Request, question: Question, lost: Sequence[str] = ()) -> Answer:
    who, when = cards.holders(question, request.words), request.moment(question.due_at)
    said = Text(request.words("question-sent", who=who, when=when))
    return Private(Message((said, *drafts.given_back(lost, request.words))))


# Showing ---------------------------------------------------------------------------------------------------------


def show(request: Request, question: Question) -> Answer:
    """To the asker as they see it; to the others as it rests with them. In the language that was pressed."""
    words, id = request.pressed, str(question.id)
    if question.is_asked_by(request.member):
        own = []
        if question.waits or question.status is Status.ANSWERED:
            own.append(Button(words("question-change"), "question.change", id))
        if question.waits and not question.answers:
            own.append(Button(words("question-take-back"), "question.take-back", id))
        parts = askers.show(question, words).parts
        return Private(Message((*parts, Buttons(tuple(own))) if own else parts))
    if question.committee is None or not rules.has_it(request.session, request.member, question):
        rests = rules.reads_first(request.member, question)
        return Private(cards.for_rep(question, words) if rests else cards.for_readers(question, words))
    message, place = cards.for_committee(question, words), assignment.stuck(request.session, question)
    if question.waits:
        more = (*cards.keeping_time(question, words), bring(KIND, question.id, words))
        message = Message((*message.parts, Buttons(more)))
    return Private(cards.with_again(message, question, place, words) if place else message)


def refer(session: Session, id: int) -> Reference | None:
    """As long as it rests with the seat that reads it first, for that one alone: its committee may never get it."""
    question = session.get(Question, id)
    if question is None or not question.waits:
        return None
    first = audiences.of_seats([question.rep] if question.rep else [])
    return Reference(question.text, question.audience if question.committee is not None else first)


def post_again(request: Request, question: Question) -> Answer:
    rulings.try_again(request.session, COMMITTEE, question.id)
    talks.try_again(request.session, COMMITTEE, question.id)
    return forms.say(request, "question-again-tried")
