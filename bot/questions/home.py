"""What the home card says of questions: what somebody has just written to the bot, what waits for their answer, and
what they have asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import or_, select

from bot import drafts
from bot.boundary import Button, Buttons, Part, Quote, Said, Text
from bot.payloads import Shown
from bot.people import committees, school_days, topics
from bot.people import model as people
from bot.questions import asking, assignment, cards
from bot.questions.cards import ON_HOME
from bot.questions.model import WRITE, Question, Status, asked_unnamed
from bot.request import Request


def on_home(request: Request) -> list[Part]:
    session, member, words = request.session, request.member, request.words
    in_order = select(Question).order_by(Question.due_at, Question.id)
    my_seats = Question.rep_id.in_([seat.id for seat in people.seats_of(session, member)])
    my_committees = Question.committee_id.in_(committees.of(session, member))
    my_own = or_(Question.asker_id == member.id, Question.id.in_(asked_unnamed(session, member)))
    for_seats = session.scalars(in_order.where(Question.status == Status.WITH_REP, my_seats)).all()
    for_committees = session.scalars(in_order.where(Question.status == Status.WITH_COMMITTEE, my_committees)).all()
    asked = session.scalars(in_order.where(my_own, Question.status != Status.CLOSED, Question.text != "")).all()
    for_me = (Status.ANSWERED, Status.GIVEN_BACK)  # to look at, so these come first
    parts = _written_to_the_bot(request)
    for title, questions in (
        ("question-home-rep", for_seats),
        ("question-home-committee", for_committees),
        ("question-home-mine", sorted(asked, key=lambda question: question.status not in for_me)),
    ):
        if questions:
            shown = questions[:ON_HOME]
            stuck = [one for one in shown if questions is for_committees and assignment.stuck(session, one)]
            parts += _listed(request, words(title, count=len(questions)), shown, stuck)
    return parts


def offer(request: Request) -> list[Button]:
    if not topics.answered(request.session, request.member.district_id):
        return []
    return [Button(request.words("question-start"), "question.start")]


def _written_to_the_bot(request: Request) -> list[Part]:
    """Shall it be a question?"""
    text = request.act.text.strip() if isinstance(request.act, Said) else ""
    if not text or not topics.answered(request.session, request.member.district_id):
        return []
    draft = drafts.keep(request, WRITE, {asking.QUESTION: (text,)}, None)
    ask = Button(request.words("question-offer-yes"), "question.start", str(draft.id), "main")
    return [Quote(cards.short(text, 300)), Text(request.words("question-offer")), Buttons((ask,))]


def _listed(request: Request, title: str, questions: Sequence[Question], stuck: Collection[Question]) -> list[Part]:
    """`stuck`: those whose card is not where it should be."""
    words, off = request.words, school_days.off(request.session, request.district)
    lines, buttons = [title], []
    for question in questions:
        rests = question.merged_into or question
        who, when = cards.holders(rests, words), words.moment(rests.due_at, question.district.zone)
        state = words("question-home-waits", who=who, when=when)
        if question.waits and question.wanted and not question.reply:
            state = words("question-home-wanted")
        if question.proposed:
            state = words("question-home-proposed")
        if question in stuck:
            state = words("question-home-stuck")
        if question.status is Status.ANSWERED:
            state = words("question-home-answered")
        if question.status is Status.GIVEN_BACK:
            state = words("question-home-given-back")
        if rests.waits:
            days = school_days.passed(question.asked_at, request.now, request.district, off)
            state = f"{state} {words('question-home-for', days=days)}"
        lines.append(words("question-home-line", begin=cards.short(question.text, 80), state=state))
        label = words("question-open", begin=cards.short(question.text))
        buttons.append(Button(label, "question.show", str(Shown(question.id, words.language))))
    return [Text("\n".join(lines)), Buttons(tuple(buttons))]
