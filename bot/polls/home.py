"""Polls on the home card: what waits for somebody's answer, and what they have asked."""

from __future__ import annotations

from functools import partial

from sqlalchemy.orm import Session

from bot.boundary import Button, Part
from bot.delivery import outbox
from bot.feature import Section, Urgency, Waiting
from bot.people import model as people
from bot.polls import cards, lists, remark_cards, writing
from bot.polls.model import Poll
from bot.request import Request


def offer(request: Request) -> list[Button]:
    if not people.seats_of(request.session, request.member):
        return []
    return [Button(request.words("poll-start"), "poll.start", tone="main")]


def _unanswered(request: Request) -> list[Waiting]:
    found = lists.unanswered(request.session, request.member, request.now)
    return [Waiting(partial(cards.waiting_on_home, request, poll), Urgency.DO, poll.closes_at) for poll in found]


def _with_answers(request: Request) -> list[Waiting]:
    found = lists.written_for(request.session, _seats(request), request.now)
    return [
        Waiting(partial(remark_cards.on_home, request, poll), Urgency.KEEP if poll.published else Urgency.DO)
        for poll in found
    ]


def _open(request: Request) -> list[Waiting]:
    found = lists.open_polls_of(request.session, _seats(request))
    return [Waiting(partial(_draw_open, request, poll), Urgency.WATCH, poll.closes_at) for poll in found]


def _planned(request: Request) -> list[Waiting]:
    found = lists.planned_of(request.session, _seats(request))
    return [Waiting(partial(cards.planned_on_home, request, poll), Urgency.WATCH, poll.opened_at) for poll in found]


def _closed(request: Request) -> list[Waiting]:
    found = lists.lately_closed_of(request.session, _seats(request), request.now)
    return [Waiting(partial(cards.closed_on_home, request, poll), Urgency.KEEP) for poll in found]


def _drafts(request: Request) -> list[Waiting]:
    found = lists.drafts_of(request.session, request.member, writing.FORM)
    return [Waiting(partial(cards.draft_on_home, request, draft), Urgency.KEEP) for draft in found]


def _seats(request: Request) -> list[people.Seat]:
    return people.seats_of(request.session, request.member)


def _draw_open(request: Request, poll: Poll) -> list[Part]:
    return cards.mine_on_home(request, poll, _stuck(request.session, poll))


def _stuck(session: Session, poll: Poll) -> list[tuple[people.Place, outbox.Standing]]:
    """Where its card could not be posted or changed."""
    places = {place.address: place for place in poll.places}
    standings = outbox.standings(session, cards.CARD, poll.id)
    wrong = [one for one in standings if one.state in (outbox.State.FAILED, outbox.State.HELD)]
    latest = {one.address: one for one in wrong}  # an old card that cannot be taken away is not one more
    return [(places[address], one) for address, one in latest.items()]


SECTIONS = {
    "poll.waiting": Section("poll-home-to-answer", _unanswered),
    "poll.written": Section("poll-home-to-read", _with_answers),
    "poll.open": Section("poll-home-open", _open),
    "poll.planned": Section("poll-home-to-come", _planned),
    "poll.closed": Section("poll-home-over", _closed),
    "poll.drafts": Section("poll-home-drafts", _drafts),
}
