"""What the home card says of questions: what somebody has just written to the bot, what waits for their answer, and
what they have asked."""

from __future__ import annotations

from functools import partial

from sqlalchemy import or_, select

from bot import drafts
from bot.boundary import Button, Buttons, Part, Quote, Said, Text, in_a_line
from bot.drafts import Draft
from bot.feature import Section, Urgency, Waiting
from bot.payloads import Shown
from bot.people import committees, school_days, topics
from bot.people import model as people
from bot.questions import anonymity, asking, assignment, cards, following, readers, rules
from bot.questions.model import WRITE, Question, Status
from bot.request import Request
from bot.texts import Words

IN_ORDER = select(Question).order_by(Question.due_at, Question.id)


def offer(request: Request) -> list[Button]:
    if not topics.answered(request.session, request.member):
        return []
    return [Button(request.words("question-start"), "question.start")]


def _written_to_the_bot(request: Request) -> list[Waiting]:
    """Shall it be a question?"""
    text = request.act.text.strip() if isinstance(request.act, Said) else ""
    if not text or not topics.answered(request.session, request.member):
        return []
    draft = drafts.keep(request, WRITE, {asking.QUESTION: (text,)}, None)
    return [Waiting(partial(_offer_to_ask, request.words, draft, text), Urgency.REPLY)]


def _offer_to_ask(words: Words, draft: Draft, text: str) -> list[Part]:
    ask = Button(words("question-offer-yes"), "question.start", str(draft.id), "main")
    return [Quote(in_a_line(text, 300)), Text(words("question-offer")), Buttons((ask,))]


def _for_seats(request: Request) -> list[Waiting]:
    mine = Question.rep_id.in_([seat.id for seat in people.seats_of(request.session, request.member)])
    found = request.session.scalars(IN_ORDER.where(Question.status == Status.WITH_REP, mine)).all()
    return [Waiting(partial(_listed, request, one), Urgency.DO, one.due_at) for one in found]


def _for_committees(request: Request) -> list[Waiting]:
    mine = Question.committee_id.in_(committees.of(request.session, request.member))
    found = request.session.scalars(IN_ORDER.where(Question.status == Status.WITH_COMMITTEE, mine)).all()
    theirs = readers.admitting(request.session, found, request.member)
    return [Waiting(partial(_listed, request, one), Urgency.DO, one.due_at) for one in theirs]


def _own(request: Request) -> list[Waiting]:
    """Those about which they can do something first."""
    session, member, back = request.session, request.member, (Status.ANSWERED, Status.GIVEN_BACK)
    mine = or_(Question.asker_id == member.id, Question.id.in_(anonymity.asked_by(session, member)))
    found = session.scalars(IN_ORDER.where(mine, Question.status != Status.CLOSED, Question.text != "")).all()
    return [
        Waiting(partial(_listed, request, one), Urgency.DO if one.status in back or _widening(one) else Urgency.WATCH)
        for one in found
    ]


def _widening(question: Question) -> people.Committee | None:
    """The committee of which its asker is asked whether it may read it, too."""
    asked = readers.wanted(question) if question.waits else None
    return asked.committee if asked is not None and not asked.refused else None


def _listed(request: Request, question: Question) -> list[Part]:
    words = request.words
    line = words("question-home-line", begin=in_a_line(question.text, 80), state=_state(request, question))
    label = words("question-open", begin=in_a_line(question.text, 30))
    return [Text(line), Buttons((Button(label, "question.show", str(Shown(question.id, words.language))),))]


def _state(request: Request, question: Question) -> str:
    words, rests = request.words, question.merged_into or question
    who, when = cards.holders(rests, words), words.moment(rests.due_at, question.district.zone)
    state = words("question-home-waits", who=who, when=when)
    if question.waits and question.wanted and not question.reply:
        state = words("question-home-wanted")
    if question.is_asked_by(request.member) and (asked := _widening(question)):
        state = words("widening-home", committee=asked.name)
    if question.proposed:
        state = words("question-home-proposed")
    theirs = question.status is Status.WITH_COMMITTEE and rules.has_it(request.session, request.member, question)
    if theirs and assignment.stuck(request.session, question):  # its card is not where it should be
        state = words("question-home-stuck")
    if question.status is Status.ANSWERED:
        state = words("question-home-answered")
    if question.status is Status.GIVEN_BACK:
        state = words("question-home-nobody-left" if question.has_nobody_left else "question-home-given-back")
    if not rests.waits:
        return state
    off = school_days.off(request.session, request.district)
    days = school_days.passed(question.asked_at, request.now, request.district, off)
    return f"{state} {words('question-home-for', days=days)}"


SECTIONS = {
    "question.written": Section("question-offer-yes", _written_to_the_bot),
    "question.rep": Section(
        "question-home-to-pass", _for_seats, lambda words, count: words("question-home-rep", count=count), seated=True
    ),
    "question.committee": Section(
        "question-home-to-answer",
        _for_committees,
        lambda words, count: words("question-home-committee", count=count),
        seated=True,
    ),
    "question.mine": Section(
        "question-home-asked", _own, lambda words, count: words("question-home-mine", count=count)
    ),
    "question.followed": Section(
        "following-home-label", following.on_home, lambda words, count: words("following-home", count=count)
    ),
}
