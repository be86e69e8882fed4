"""What the home card says of polls: those that wait for somebody's answer, and those that they have asked."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.boundary import Button, Buttons, Part, Text
from bot.delivery import outbox
from bot.drafts import Draft
from bot.feature import Section, Urgency, Waiting
from bot.forms import first
from bot.payloads import Shown
from bot.people import model as people
from bot.people.cards import place_label
from bot.people.places import Place
from bot.polls import cards, drafting, handed_over, rules, written_answers
from bot.polls.ballots import answered_by
from bot.polls.model import QUESTION_MOST, REOPEN, Kind, Poll, PollPlace, Status
from bot.polls.written_answers import WrittenAnswer
from bot.request import Request


def offer(request: Request) -> list[Button]:
    if not people.seats_of(request.session, request.member):
        return []
    return [Button(request.words("poll-start"), "poll.start", tone="main")]


def unanswered(session: Session, member: people.Member, now: datetime) -> list[Poll]:
    """Open polls that were put to this member and that they have not answered, the first to close first."""
    waiting = select(Poll).join(PollPlace).join(Place, PollPlace.place_id == Place.id)
    waiting = waiting.where(
        Place.district_id == member.district_id,
        Poll.status == Status.OPEN,
        Poll.closes_at > now,
        Poll.id.not_in(answered_by(member)),
    )
    polls = session.scalars(waiting.order_by(Poll.closes_at)).unique()
    return [poll for poll in polls if rules.is_put_to(session, poll, member)]


def _unanswered(request: Request) -> list[Waiting]:
    found = unanswered(request.session, request.member, request.now)
    return [Waiting(partial(_draw_unanswered, request, poll), Urgency.DO, poll.closes_at) for poll in found]


def _draw_unanswered(request: Request, poll: Poll) -> list[Part]:
    words = request.words
    line = words("poll-home-waiting", question=poll.question, when=request.moment(poll.closes_at))
    answer = Button(words("poll-home-answer"), "poll.show", str(Shown(poll.id, words.language)), "main")
    return [Text(line), Buttons((answer,))]


def _of(request: Request, status: Status) -> Select[Poll]:
    """Those of their own seats."""
    seats = people.seats_of(request.session, request.member)
    return select(Poll).where(Poll.seat_id.in_([seat.id for seat in seats]), Poll.status == status)


def _open(request: Request) -> list[Waiting]:
    found = request.session.scalars(_of(request, Status.OPEN).order_by(Poll.closes_at)).all()
    return [Waiting(partial(_draw_open, request, poll), Urgency.WATCH, poll.closes_at) for poll in found]


def _draw_open(request: Request, poll: Poll) -> list[Part]:
    """With the places where its card could not be posted."""
    words, buttons = request.words, cards.author_buttons(request, poll)
    parts: list[Part] = [Text(words("poll-home-mine", question=poll.question, when=request.moment(poll.closes_at)))]
    places = {place.address: place for place in poll.places}
    standings = outbox.standings(request.session, cards.CARD, poll.id)
    stuck = [one for one in standings if one.state in (outbox.State.FAILED, outbox.State.HELD)]
    for one in {one.address: one for one in stuck}.values():  # an old card that cannot be taken away is not one more
        said = "poll-home-held" if one.state is outbox.State.HELD else "poll-home-failed"
        parts.append(Text(words("poll-for-others" if one.withheld else said, place=place_label(places[one.address]))))
    if not all(one.withheld for one in stuck):
        buttons.insert(0, Button(words("poll-home-again"), "poll.again", str(poll.id), "main"))
    return [*parts, Buttons(tuple(buttons))]


def _to_look_through(request: Request) -> list[Waiting]:
    """Closed polls with written answers that their author is to look through, or may for a while look through again."""
    there = Poll.id.in_(select(WrittenAnswer.poll_id))
    lately = ~Poll.published | (Poll.closes_at > request.now - REOPEN)
    written = _of(request, Status.CLOSED).where(Poll.kind == Kind.OPEN, there, lately)
    found = request.session.scalars(written.order_by(Poll.published, Poll.closes_at)).all()
    return [
        Waiting(partial(_draw_to_look_through, request, poll), Urgency.KEEP if poll.published else Urgency.DO)
        for poll in found
    ]


def _draw_to_look_through(request: Request, poll: Poll) -> list[Part]:
    name = "poll-open-home-published" if poll.published else "poll-open-home"
    look = written_answers.look_button(poll, request.words)
    return [Text(request.words(name, question=poll.question)), Buttons((look,))]


def _planned(request: Request) -> list[Waiting]:
    found = request.session.scalars(_of(request, Status.PLANNED).order_by(Poll.opened_at)).all()
    return [Waiting(partial(_draw_planned, request, poll), Urgency.WATCH, poll.opened_at) for poll in found]


def _draw_planned(request: Request, poll: Poll) -> list[Part]:
    if not handed_over.is_somebodys(poll):
        return handed_over.draw(request.session, poll, request.words)
    name, when = "poll-home-weekly" if poll.weekly else "poll-home-planned", request.moment(poll.opened_at)
    stop = cards.stop_button(poll, request.words)
    return [Text(request.words(name, question=poll.question, when=when)), Buttons((stop,))]


def _closed(request: Request) -> list[Waiting]:
    lately = _of(request, Status.CLOSED).where(Poll.closes_at > request.now - REOPEN)
    found = request.session.scalars(lately.order_by(Poll.closes_at.desc(), Poll.id.desc())).all()
    return [Waiting(partial(_draw_closed, request, poll), Urgency.KEEP) for poll in found]


def _draw_closed(request: Request, poll: Poll) -> list[Part]:
    words = request.words
    line = words("poll-home-closed", question=poll.question, when=request.moment(poll.closes_at))
    buttons = [Button(words("poll-home-result"), "poll.show", str(Shown(poll.id, words.language)))]
    if poll.can_be_put_off(request.now):
        buttons.append(cards.reopen_button(poll, words))
    return [Text(line), Buttons(tuple(buttons))]


def _drafts(request: Request) -> list[Waiting]:
    found = drafting.drafts_of(request.session, request.member)
    return [Waiting(partial(_draw_draft, request, draft), Urgency.KEEP) for draft in found]


def _draw_draft(request: Request, draft: Draft) -> list[Part]:
    words, id = request.words, str(draft.id)
    question = " ".join(first(draft.typed, "question").split())[:QUESTION_MOST]
    line = words("poll-home-draft", question=question) if question else words("poll-home-draft-empty")
    go_on = Button(words("poll-draft-go-on"), "poll.take-up", id)
    return [Text(line), Buttons((go_on, Button(words("poll-draft-delete"), "poll.cancel", id)))]


SECTIONS = {
    "poll.waiting": Section("poll-home-to-answer", _unanswered),
    "poll.written": Section("poll-home-to-read", _to_look_through, seated=True),
    "poll.open": Section("poll-home-open", _open, seated=True),
    "poll.planned": Section("poll-home-to-come", _planned, seated=True),
    "poll.closed": Section("poll-home-over", _closed, seated=True),
    "poll.drafts": Section("poll-home-drafts", _drafts),
}
