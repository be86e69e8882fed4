"""Wondering along with somebody who asked."""

from __future__ import annotations

from functools import partial

from sqlalchemy.orm import Session

from bot.boundary import Answer, Button, Buttons, Message, Part, Private, Quote, Text
from bot.drafts import Draft
from bot.feature import Urgency, Waiting
from bot.payloads import number
from bot.people import model as people
from bot.questions import cards, followers, outcomes, resting
from bot.questions.model import Question, Status
from bot.request import Request
from bot.texts import Words

LABEL = 60  # characters of a question on a button


def offered(request: Request, committee: people.Committee | None, text: str, about: str) -> list[Part]:
    """Open questions that ask much the same, in their askers' words but without saying who they are; `about` is the
    draft of whoever would ask it once more."""
    if committee is None:
        return []
    words = request.words
    found = followers.similar(request.session, request.member, committee.id, text)
    if not found:
        return []
    parts: list[Part] = [Text(words("following-offered"))]
    for question in found:
        follow = Button(words("following-follow"), "question.follow", f"{question.id}:{about}")
        parts += [Quote(cards.short(question.text, 300)), Buttons((follow,))]
    return parts


def find_followed(request: Request) -> Question | None:
    id = number(request.about)
    question = request.session.get(Question, id) if id else None
    return question if question is not None and followers.follows(request.session, question, request.member) else None


def follow(request: Request, question: Question) -> Answer:
    """Instead of sending their own, whose draft is gone then."""
    if not followers.follows(request.session, question, request.member):
        followers.follow(request.session, question, request.member)
        resting.changed(request.session, question)
    draft = request.session.get(Draft, id) if (id := number(request.about.partition(":")[2])) else None
    if draft is not None and draft.member_id == request.member.id and draft.became is None:
        request.session.delete(draft)
    return Private(_shown(question, request.words, "following-done"))


def unfollow(request: Request, question: Question) -> Answer:
    followers.unfollow(request.session, question, request.member)
    resting.changed(request.session, question)
    return Private(Message((Text(request.words("following-undone")),)))


def show(request: Request, question: Question) -> Answer:
    return Private(_shown(question, request.words))


def _shown(question: Question, words: Words, first: str = "") -> Message:
    parts: list[Part] = [Text(words(first))] if first else []
    parts += _state(question, words)
    undo = Button(words("following-undo"), "question.unfollow", str(question.id))
    return Message((*parts, Buttons((undo,))))


def _state(question: Question, words: Words) -> list[Part]:
    if question.status is Status.GIVEN_BACK:  # its words are its asker's
        return [Text(words("following-given-back"))]
    if question.taken_back:
        return [Text(words("question-taken-back"))]
    asked = Quote(cards.short(question.text, 300))
    if (told := followers.answer_of(question)) is not None:
        who = cards.holders(question, words)
        from_whom = Text(words("question-answer-from", name=outcomes.answerer(told, words), who=who))
        return [asked, from_whom, *outcomes.said(told, words)]
    when = words.moment(question.due_at, question.district.zone)
    return [asked, Text(words("question-rests", who=cards.holders(question, words), when=when))]


def notice(session: Session, subject: int, words: Words) -> list[Part]:
    """In the roundup of those who follow."""
    question = session.get_one(Question, subject)
    return [Text(words("following-news")), *_state(question, words)]


def on_home(request: Request) -> list[Waiting]:
    found = followers.followed_by(request.session, request.member)
    return [
        Waiting(partial(_listed, question, request.words), Urgency.WATCH if question.waits else Urgency.DO)
        for question in found
    ]


def _listed(question: Question, words: Words) -> list[Part]:
    if question.status is Status.GIVEN_BACK or question.taken_back:
        said = "question-taken-back" if question.taken_back else "following-given-back"
        return [Text(f"• {words(said)}")]
    has_answer = followers.answer_of(question) is not None
    state = words("following-home-answered") if has_answer else words("following-home-waits")
    see = Button(words("question-open", begin=cards.short(question.text)), "question.followed", str(question.id))
    line = words("question-home-line", begin=cards.short(question.text, 80), state=state)
    return [Text(line), Buttons((see,))]
