"""Others who wonder about the same question: they are told with whoever asked, and are counted, never named."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, Select, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot import notices, timetable
from bot.people import model as people
from bot.people import school_days
from bot.questions.faq import terms
from bot.questions.model import OPEN, Answer, Question, Status
from bot.storage import context
from bot.storage.database import insert
from bot.storage.tables import Table

ANSWERED, FORGET = "question.answered", "question.forget-followers"  # names under which the timetable does it
NOTICE = "question-followed"  # of `bot.routes.NOTICES`
UNTIL = timedelta(days=7)  # in which they can be told
KEPT = timedelta(days=14)  # after it was closed
LOOKED_AT = 200  # questions, the newest
OFFERED = 3
ALIKE = 0.5  # of the words of the shorter one


class Follower(Table):
    __tablename__ = "question_followers"
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True, index=True)


def follow(session: Session, question: Question, member: people.Member) -> None:
    row = {"question_id": question.id, "member_id": member.id}
    session.execute(insert(session)(Follower).values(**row).on_conflict_do_nothing())


def unfollow(session: Session, question: Question, member: people.Member) -> None:
    session.execute(delete(Follower).where(Follower.question_id == question.id, Follower.member_id == member.id))


def follows(session: Session, question: Question, member: people.Member) -> bool:
    return session.get(Follower, (question.id, member.id)) is not None


def count(session: Session, question: Question) -> int:
    found = select(func.count()).select_from(Follower).where(Follower.question_id == question.id)
    return session.scalar(found) or 0


def count_merged(session: Session, question: Question) -> int:
    """Others who asked it too."""
    theirs = (Question.merged_into_id == question.id, Question.status == Status.MERGED)
    return session.scalar(select(func.count()).select_from(Question).where(*theirs)) or 0


def waiting_with(question: Question) -> Select[Question]:
    """Open ones that rest with the same people, or went on from them."""
    mine = Question.rep_id == question.rep_id
    if question.committee_id is not None:
        mine = Question.committee_id == question.committee_id
    return select(Question).where(mine, Question.status.in_(OPEN), Question.id != question.id)


def others_wait(session: Session, question: Question) -> bool:
    return session.scalar(waiting_with(question).with_only_columns(Question.id).limit(1)) is not None


def followed_by(session: Session, member: people.Member) -> list[Question]:
    """Answered ones first."""
    mine = select(Question).join(Follower, Follower.question_id == Question.id).where(Follower.member_id == member.id)
    return sorted(session.scalars(mine.order_by(Question.id)), key=lambda question: question.waits)


# Finding ---------------------------------------------------------------------------------------------------------


def similar(session: Session, member: people.Member, committee_id: int, text: str) -> list[Question]:
    """Open ones with this committee that say much the same, the most alike first."""
    theirs = (Question.committee_id == committee_id, Question.status == Status.WITH_COMMITTEE, Question.findable)
    newest = session.scalars(select(Question).where(*theirs).order_by(Question.id.desc()).limit(LOOKED_AT))
    found = [one for one in newest if one.can_be_found and not one.is_asked_by(member)]
    alike = [(likeness(text, one.text), one) for one in found]
    best = sorted((pair for pair in alike if pair[0] >= ALIKE), key=lambda pair: -pair[0])
    return [one for _, one in best[:OFFERED]]


def likeness(one: str, other: str) -> float:
    """How much of the shorter one is in the other; a single word that both have says too little."""
    wanted, there = terms.looked_for(one), terms.looked_for(other)
    common = sum(any(found.startswith(word) or word.startswith(found) for found in there) for word in wanted)
    shorter = min(len(wanted), len(there))
    return common / shorter if common >= 2 and shorter else 0.0


# Telling ---------------------------------------------------------------------------------------------------------


def answered(session: Session, question: Question) -> None:
    """There is an answer, or there will be none: the timetable tells those who follow, however many they are."""
    timetable.forget(session, ANSWERED, question.id)
    timetable.set_due(session, ANSWERED, question.id, question.asked_at)


def tell_when_due(session: Session, subject: int, _at: datetime) -> None:
    now, question = context.now(session), session.get(Question, subject)
    if question is None or question.waits:
        return
    if answer_of(question) is not None:
        question.answered_at = now
    until = max(now + UNTIL, school_days.due(session, question.district, now, 1))  # not lost over a long holiday
    followers = select(Follower.member_id).where(Follower.question_id == subject).order_by(Follower.member_id)
    for member in session.scalars(followers).all():
        notices.tell(session, member, NOTICE, subject, now, until)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    question = session.get(Question, subject)
    return question is not None and follows(session, question, member) and not question.waits


def answer_of(question: Question) -> Answer | None:
    """That which those who follow are told."""
    return question.answers[-1] if question.answers and question.status in (Status.ANSWERED, Status.CLOSED) else None


# Keeping ---------------------------------------------------------------------------------------------------------


def forget_later(session: Session, question: Question, now: datetime) -> None:
    """It is closed. If it is opened again, that comes to nothing."""
    timetable.forget(session, FORGET, question.id)
    timetable.set_due(session, FORGET, question.id, now + KEPT)


def forget_when_due(session: Session, subject: int, _at: datetime) -> None:
    question = session.get(Question, subject)
    if question is None or question.status in (Status.CLOSED, Status.GIVEN_BACK):
        forget(session, subject)


def forget(session: Session, question_id: int) -> None:
    session.execute(delete(Follower).where(Follower.question_id == question_id))


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    """The two turned out to be one person, who counts once, and not beside their own question."""
    both = select(Follower.question_id).where(Follower.member_id == staying.id)
    session.execute(delete(Follower).where(Follower.member_id == leaving.id, Follower.question_id.in_(both)))
    session.execute(update(Follower).where(Follower.member_id == leaving.id).values(member_id=staying.id))
    own = select(Question.id).where(Question.asker_id == staying.id)
    session.execute(delete(Follower).where(Follower.member_id == staying.id, Follower.question_id.in_(own)))
