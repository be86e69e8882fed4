"""With whom a question rests: where its cards stand, and how it goes from one to the next."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import request
from bot.boundary import Address, Message, Submit
from bot.bridge import talks
from bot.delivery import outbox
from bot.people import committees
from bot.people import model as people
from bot.questions import arriving, askers, cards, followers, timing
from bot.questions.model import Answer, Question, Status
from bot.request import Refusal, Request

CARDS = (cards.REP, cards.COMMITTEE)  # that those see with whom it rests


def stuck(session: Session, question: Question) -> people.Place | None:
    """A home of the committee where its card, or what was said about it elsewhere, could not be posted or changed."""
    standings = outbox.standings(session, cards.COMMITTEE, question.id)
    found = [one.address for one in standings if one.state in (outbox.State.FAILED, outbox.State.HELD)]
    if carried := talks.stuck(session, cards.COMMITTEE, question.id):
        found.append(carried.rpartition("/")[0])
    homes = committees.homes(session, question.committee) if found and question.committee else []
    return next((home for home in homes if home.address in found), None)


def put(session: Session, question: Question) -> None:
    """Puts its card where it rests."""
    if question.committee:
        talks.put(session, cards.COMMITTEE, question.id, committees.homes(session, question.committee))
    else:
        arriving.bring(session, question)
    question.reader = question.rep.acting if question.rep and not question.committee else None
    timing.begin(session, question)
    changed(session, question)


def give(session: Session, question: Question, told: Answer) -> None:
    """The answer goes to whoever asked."""
    question.answers.append(told)
    question.status, question.proposal = Status.ANSWERED, None
    session.flush()  # the answer's number; nothing after this refuses
    askers.tell(session, question, cards.ANSWER, told.id)
    followers.answered(session, question)
    changed(session, question)
    for one in merged_into(session, question):
        give(session, one, told.copy())


def merged_into(session: Session, question: Question) -> list[Question]:
    """Those that are answered with it."""
    theirs = select(Question).where(Question.merged_into_id == question.id, Question.status == Status.MERGED)
    return list(session.scalars(theirs.order_by(Question.id).with_for_update(of=Question)))


def changed(session: Session, question: Question) -> None:
    if not question.waits:
        timing.end(session, question)
    for card in CARDS:
        outbox.change(session, card, question.id)
    askers.change(session, question, cards.DETAIL, question.id)


def settle(session: Session, question: Question) -> None:
    """It is closed."""
    for card in (*CARDS, cards.PASSED):
        outbox.settle(session, card, question.id)
    askers.settle(session, question, cards.DETAIL, question.id)
    for answer in question.answers:
        askers.settle(session, question, cards.ANSWER, answer.id)


def take_away_from_reader(session: Session, question: Question) -> None:
    """Who read it first holds that seat no longer."""
    outbox.remove(session, cards.REP, question.id)


def take_away(session: Session, question: Question) -> None:
    """Takes its card away where it rests, for it to come back at the end of what stands there, or elsewhere."""
    outbox.remove(session, cards.COMMITTEE if question.committee else cards.REP, question.id)


def say_where_it_went(session: Session, question: Question) -> None:
    """In the homes of the committee that passes it on."""
    outbox.remove(session, cards.PASSED, question.id)
    for place in committees.homes(session, question.committee) if question.committee else ():
        outbox.say(session, Address.parse(place.address), cards.PASSED, question.id, place.language)


def forget_words(question: Question) -> None:
    question.text, question.missing, question.wanted, question.reply = "", "", None, None
    question.proposal, question.note = None, None
    for answer in question.answers:  # not deleted: its number must never be that of another's, who would be shown it
        answer.text, answer.withdrawn = "", True


def typed(request: Request, field: str) -> str:
    """What stands in a text field of the form that was sent in."""
    fields = request.act.fields if isinstance(request.act, Submit) else {}
    return next(iter(fields.get(field, ())), "").strip()


def fitting(asked: Request, field: str, most: int) -> str:
    """What was typed there, all of it. Raises Refusal with it where it is longer than that."""
    text = typed(asked, field)
    if len(text) > most:
        raise Refusal(request.returning(asked.words("question-wrong-length", count=len(text), most=most), text))
    return text


def returning(asked: Request, why: str, field: str) -> Message:
    """Says why not, with what was typed into the form."""
    return request.returning(asked.words(why), typed(asked, field))
