"""Others who wonder about the same question: they follow it instead of asking once more, are told with the asker, and
are counted, never named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot import forms, notices, timetable
from bot.boundary import Answer as Shown
from bot.boundary import Button, Buttons, Message, Part, Private, Quote, Text, in_a_line
from bot.drafts import Draft
from bot.feature import Urgency, Waiting
from bot.likeness import likeness
from bot.payloads import About, Payload, number
from bot.people import model as people
from bot.people import school_days
from bot.questions import assignment, cards, readers
from bot.questions.model import Answer, Follower, Question, Status, to_change
from bot.request import Request
from bot.storage import context
from bot.storage.database import insert
from bot.texts import Words

ANSWERED, FORGET = "question.answered", "question.forget-followers"  # names under which the timetable does it
NOTICE = "question-followed"
UNTIL = timedelta(days=7)  # in which they can be told
KEPT = timedelta(days=14)  # after it was closed
LOOKED_AT = 200  # questions, the newest
OFFERED = 3
ALIKE = 0.6  # of 51 questions it finds 38 of 54 pairs that ask the same, and 10 that do not; at 0.5 42 and 34
QUOTED = 300  # characters


@dataclass(frozen=True)
class Instead(Payload):
    """A question to follow, and the draft of one's own that is not sent then (a number, or nothing)."""

    id: int
    draft: str = ""


def offered(request: Request, committee: people.Committee | None, text: str, draft: Draft) -> list[Part]:
    """Open questions with this committee that ask much the same, the most alike first, in their askers' words but
    without saying who they are."""
    if committee is None:
        return []
    words = request.words
    theirs = (Question.committee_id == committee.id, Question.status == Status.WITH_COMMITTEE, Question.findable)
    newest = request.session.scalars(select(Question).where(*theirs).order_by(Question.id.desc()).limit(LOOKED_AT))
    found = [one for one in newest if one.can_be_found and not one.is_asked_by(request.member)]
    alike = [(likeness(text, one.text), one) for one in found]
    near = [pair for pair in alike if pair[0] >= ALIKE and _may_find(request.session, pair[1], request.member)]
    best = sorted(near, key=lambda pair: -pair[0])
    parts: list[Part] = []
    for _, question in best[:OFFERED]:
        follow = Button(words("following-follow"), "question.follow", str(Instead(question.id, str(draft.id))))
        parts += [Quote(in_a_line(question.text, QUOTED)), Buttons((follow,))]
    return [Text(words("following-offered")), *parts] if parts else []


def find(request: Request) -> Question | None:
    """One that they follow."""
    question = request.session.get(Question, request.payload(About).id)
    return question if question is not None and _follows(request.session, question, request.member) else None


def follow(request: Request, question: Question) -> Shown:
    """Instead of sending their own, whose draft is gone then."""
    session, member, instead = request.session, request.member, request.payload(Instead)
    if not _follows(session, question, member):
        row = {"question_id": question.id, "member_id": member.id}
        session.execute(insert(session)(Follower).values(**row).on_conflict_do_nothing())
        assignment.changed(session, question)
    draft = session.get(Draft, id) if (id := number(instead.draft)) else None
    if draft is not None and draft.member_id == member.id and draft.became is None:
        session.delete(draft)
    hears = notices.account_of(session, member) is not None
    return Private(_shown(question, request.words, "following-done" if hears else "following-done-home"))


def unfollow(request: Request, question: Question) -> Shown:
    theirs = (Follower.question_id == question.id, Follower.member_id == request.member.id)
    request.session.execute(delete(Follower).where(*theirs))
    assignment.changed(request.session, question)
    return forms.say(request, "following-undone")


def show(request: Request, question: Question) -> Shown:
    return Private(_shown(question, request.words))


def _follows(session: Session, question: Question, member: people.Member) -> bool:
    follows = session.get(Follower, (question.id, member.id)) is not None
    return follows and _may_find(session, question, member)


def _may_find(session: Session, question: Question, member: people.Member) -> bool:
    return readers.finders(question).admits(session, member)


# How it looks ----------------------------------------------------------------------------------------------------


def _shown(question: Question, words: Words, first: str = "") -> Message:
    undo = Button(words("following-undo"), "question.unfollow", str(question.id))
    parts: list[Part] = [Text(words(first))] if first else []
    return Message((*parts, *_state(question, words), Buttons((undo,))))


def _state(question: Question, words: Words) -> list[Part]:
    if question.status is Status.GIVEN_BACK:  # its words are its asker's
        return [Text(words("following-nobody-left" if question.has_nobody_left else "following-given-back"))]
    if question.taken_back:
        return [Text(words("question-taken-back"))]
    asked, who = Quote(_words_of(question, QUOTED, words)), cards.holders(question, words)
    if (told := _answer_of(question)) is not None:
        return [
            asked,
            Text(words("question-answer-from", name=cards.answerer(told, words), who=who)),
            *cards.said(told, words),
        ]
    when = words.moment(question.due_at, question.district.zone)
    return [asked, Text(words("question-rests", who=who, when=when))]


def _words_of(question: Question, most: int, words: Words) -> str:
    """What its asker wrote afterwards, nobody has looked at for its followers."""
    return in_a_line(question.text, most) if question.changed is None else words("following-changed")


def _answer_of(question: Question) -> Answer | None:
    """The answer that its followers are told."""
    return question.answers[-1] if question.answers and question.status in (Status.ANSWERED, Status.CLOSED) else None


def on_home(request: Request) -> list[Waiting]:
    member = request.member
    mine = select(Question).join(Follower, Follower.question_id == Question.id).where(Follower.member_id == member.id)
    return [
        Waiting(partial(_listed, question, request.words), Urgency.WATCH if question.waits else Urgency.DO)
        for question in request.session.scalars(mine.order_by(Question.id)).all()
        if _may_find(request.session, question, member)
    ]


def _listed(question: Question, words: Words) -> list[Part]:
    if question.status is Status.GIVEN_BACK or question.taken_back:
        gone = [Text(words("question-taken-back"))] if question.taken_back else _state(question, words)
        return [Text(f"• {one.text}") for one in gone if isinstance(one, Text)]
    state = words("following-home-answered" if _answer_of(question) else "following-home-waits")
    label = words("question-open", begin=_words_of(question, 30, words))
    see = Button(label, "question.followed", str(question.id))
    return [Text(words("question-home-line", begin=_words_of(question, 80, words), state=state)), Buttons((see,))]


# Telling and forgetting ------------------------------------------------------------------------------------------


def tell_later(session: Session, question: Question) -> None:
    """There is an answer, or there will be none: the timetable tells its followers, however many they are."""
    question.told = 0
    timetable.forget(session, ANSWERED, question.id)
    timetable.set_due(session, ANSWERED, question.id, question.asked_at)


def tell(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable: some of them, and then the next."""
    now, question = context.now(session), to_change(session, subject)
    if question is None or question.waits:
        return
    if _answer_of(question) is not None and not question.told:
        question.answered_at = now
    until = max(now + UNTIL, school_days.due(session, question.district, now, 1))  # not lost over a long holiday
    followers = select(people.Member.id).join(Follower, Follower.member_id == people.Member.id)
    followers = followers.where(readers.finders(question).members())
    waiting = followers.where(Follower.question_id == subject, people.Member.id > question.told)
    question.told = notices.tell_many(session, waiting, NOTICE, subject, now, until)
    if question.told:
        timetable.set_due(session, ANSWERED, subject, now)


def has_news(session: Session, member: people.Member, subject: int) -> bool:
    question = session.get(Question, subject)
    return question is not None and _follows(session, question, member) and not question.waits


def show_news(session: Session, subject: int, words: Words) -> list[Part]:
    return [Text(words("following-news")), *_state(session.get_one(Question, subject), words)]


def forget_later(session: Session, question: Question, now: datetime) -> None:
    """It is closed. If it is opened again, that comes to nothing."""
    timetable.forget(session, FORGET, question.id)
    timetable.set_due(session, FORGET, question.id, now + KEPT)


def forget(session: Session, subject: int, _at: datetime) -> None:
    """For the timetable."""
    question = session.get(Question, subject)
    if question is None or question.status in (Status.CLOSED, Status.GIVEN_BACK):
        session.execute(delete(Follower).where(Follower.question_id == subject))


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    """The two turned out to be one person, who counts once, and not beside their own question."""
    session.execute(delete(Follower).where(Follower.member_id == leaving.id))  # of what both follow
    own = select(Question.id).where(Question.asker_id == staying.id)
    session.execute(delete(Follower).where(Follower.member_id == staying.id, Follower.question_id.in_(own)))
