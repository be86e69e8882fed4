"""Questions on the home card: what somebody has just written to the bot, what they are to answer, what they asked."""

from __future__ import annotations

from functools import partial

from bot import drafts
from bot.boundary import Button, Buttons, Part, Said, Text
from bot.feature import Section, Urgency, Waiting
from bot.people import model as people
from bot.people import school_days, topics
from bot.questions import asking, cards, following, preview, resting
from bot.questions.model import Question, Status, asked_by, waiting_for_committee, waiting_for_rep
from bot.request import Request


def offer(request: Request) -> list[Button]:
    if not topics.answered(request.session, request.member.district_id):
        return []
    return [Button(request.words("question-start"), "question.start")]


def _written_to_the_bot(request: Request) -> list[Waiting]:
    text = request.act.text.strip() if isinstance(request.act, Said) else ""
    if not text or not topics.answered(request.session, request.member.district_id):
        return []
    draft = drafts.keep(request, asking.FORM, {asking.QUESTION: (text,)}, None)
    return [Waiting(partial(preview.offer, request.words, draft), Urgency.REPLY)]


def _for_rep(request: Request) -> list[Waiting]:
    seats = people.seats_of(request.session, request.member)
    found = waiting_for_rep(request.session, seats)
    return [Waiting(partial(_listed, request, one), Urgency.DO, one.due_at) for one in found]


def _for_committee(request: Request) -> list[Waiting]:
    session, found = request.session, waiting_for_committee(request.session, request.member)

    def draw(question: Question) -> list[Part]:
        return _listed(request, question, is_stuck=resting.stuck(session, question) is not None)

    return [Waiting(partial(draw, one), Urgency.DO, one.due_at) for one in found]


def _mine(request: Request) -> list[Waiting]:
    """What they can do something about first."""
    back = (Status.ANSWERED, Status.GIVEN_BACK)
    return [
        Waiting(partial(_listed, request, one), Urgency.DO if one.status in back else Urgency.WATCH)
        for one in asked_by(request.session, request.member)
    ]


def _listed(request: Request, question: Question, *, is_stuck: bool = False) -> list[Part]:
    """`is_stuck`: its card is not where it should be."""
    words, language = request.words, request.words.language
    begin, state = cards.short(question.text, 80), _state(request, question, is_stuck)
    see = Button(words("question-open", begin=cards.short(question.text)), "question.show", f"{question.id}:{language}")
    return [Text(words("question-home-line", begin=begin, state=state)), Buttons((see,))]


def _state(request: Request, question: Question, is_stuck: bool) -> str:
    words, rests = request.words, question.merged_into or question
    who, when = cards.holders(rests, words), words.moment(rests.due_at, question.district.zone)
    state = words("question-home-waits", who=who, when=when)
    if question.waits and question.wanted and not question.reply:
        state = words("question-home-wanted")
    if question.proposed:
        state = words("question-home-proposed")
    if is_stuck:
        state = words("question-home-stuck")
    if question.status is Status.ANSWERED:
        state = words("question-home-answered")
    if question.status is Status.GIVEN_BACK:
        state = words("question-home-given-back")
    if not rests.waits:
        return state
    off = school_days.off(request.session, request.district)
    days = school_days.passed(question.asked_at, request.now, request.district, off)
    return f"{state} {words('question-home-for', days=days)}"


SECTIONS = {
    "question.written": Section("question-offer-yes", _written_to_the_bot),
    "question.rep": Section(
        "question-home-to-pass", _for_rep, lambda words, count: words("question-home-rep", count=count)
    ),
    "question.committee": Section(
        "question-home-to-answer", _for_committee, lambda words, count: words("question-home-committee", count=count)
    ),
    "question.mine": Section(
        "question-home-asked", _mine, lambda words, count: words("question-home-mine", count=count)
    ),
    "question.followed": Section(
        "following-home-label", following.on_home, lambda words, count: words("following-home", count=count)
    ),
}
