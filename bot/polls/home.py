"""What the home card says of polls: those that wait for somebody's answer, and those that they have asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.boundary import Button, Buttons, Part, Text
from bot.delivery import outbox
from bot.drafts import Draft
from bot.forms import first
from bot.payloads import Shown
from bot.people import model as people
from bot.people.audiences import AudienceFilter
from bot.people.cards import place_label
from bot.polls import cards, drafting, written_answers
from bot.polls.ballots import answered_by
from bot.polls.model import QUESTION_MOST, REOPEN, Kind, Poll, PollPlace, Status
from bot.polls.written_answers import WrittenAnswer
from bot.request import Request

ROOM, CLOSED_ROOM, DRAFTS_ROOM = 5, 2, 2  # polls of a kind


def on_home(request: Request) -> list[Part]:
    session, now = request.session, request.now
    seats = people.seats_of(session, request.member)
    theirs = Poll.seat_id.in_([seat.id for seat in seats])
    asked = select(Poll).where(theirs, Poll.status == Status.OPEN).order_by(Poll.closes_at)
    planned = select(Poll).where(theirs, Poll.status == Status.PLANNED).order_by(Poll.opened_at)
    closed = select(Poll).where(theirs, Poll.status == Status.CLOSED, Poll.closes_at > now - REOPEN)
    closed = closed.order_by(Poll.closes_at.desc(), Poll.id.desc())
    parts: list[Part] = []
    for poll in unanswered(session, request.member, now)[:ROOM]:
        parts += _waiting(request, poll)
    for poll in session.scalars(asked.limit(ROOM)):
        parts += _asked(request, poll)
    for poll in _to_look_through(session, seats, now)[:ROOM]:
        name = "poll-open-home-published" if poll.published else "poll-open-home"
        look = written_answers.look_button(poll, request.words)
        parts += [Text(request.words(name, question=poll.question)), Buttons((look,))]
    for poll in session.scalars(closed.limit(CLOSED_ROOM)):
        parts += _closed(request, poll)
    for poll in session.scalars(planned.limit(ROOM)):
        name, when = "poll-home-weekly" if poll.weekly else "poll-home-planned", request.moment(poll.opened_at)
        stop = cards.stop_button(poll, request.words)
        parts += [Text(request.words(name, question=poll.question, when=when)), Buttons((stop,))]
    for draft in drafting.drafts_of(session, request.member)[:DRAFTS_ROOM]:
        parts += _draft(request, draft)
    return parts


def offer(request: Request) -> list[Button]:
    if not people.seats_of(request.session, request.member):
        return []
    return [Button(request.words("poll-start"), "poll.start", tone="main")]


def unanswered(session: Session, member: people.Member, now: datetime) -> list[Poll]:
    """Open polls that were put to this member and that they have not answered, the first to close first."""
    waiting = select(Poll).join(PollPlace).join(people.Place, PollPlace.place_id == people.Place.id)
    waiting = waiting.where(
        people.Place.district_id == member.district_id,
        Poll.status == Status.OPEN,
        Poll.closes_at > now,
        Poll.id.not_in(answered_by(member)),
    )
    polls = session.scalars(waiting.order_by(Poll.closes_at)).unique()
    told = (poll for poll in polls if any(people.is_told(session, member, place) for place in poll.places))
    return [poll for poll in told if AudienceFilter.parse(poll.audience).includes(session, member)]


def _to_look_through(session: Session, seats: Sequence[people.Seat], now: datetime) -> list[Poll]:
    """Closed polls with answers that the seats' holders are to look through, or may for a while look through again."""
    mine = (Poll.seat_id.in_([seat.id for seat in seats]), Poll.status == Status.CLOSED, Poll.kind == Kind.OPEN)
    there = Poll.id.in_(select(WrittenAnswer.poll_id))
    lately = ~Poll.published | (Poll.closes_at > now - REOPEN)
    return list(session.scalars(select(Poll).where(*mine, there, lately).order_by(Poll.published, Poll.closes_at)))


def _waiting(request: Request, poll: Poll) -> list[Part]:
    words = request.words
    line = words("poll-home-waiting", question=poll.question, when=request.moment(poll.closes_at))
    answer = Button(words("poll-home-answer"), "poll.show", str(Shown(poll.id, words.language)), "main")
    return [Text(line), Buttons((answer,))]


def _asked(request: Request, poll: Poll) -> list[Part]:
    """With the places where its card could not be posted."""
    words, buttons = request.words, cards.author_buttons(request, poll)
    parts: list[Part] = [Text(words("poll-home-mine", question=poll.question, when=request.moment(poll.closes_at)))]
    places = {place.address: place for place in poll.places}
    standings = outbox.standings(request.session, cards.CARD, poll.id)
    stuck = [one for one in standings if one.state in (outbox.State.FAILED, outbox.State.HELD)]
    for one in {one.address: one for one in stuck}.values():  # an old card that cannot be taken away is not one more
        said = "poll-home-held" if one.state is outbox.State.HELD else "poll-home-failed"
        parts.append(Text(words(said, place=place_label(places[one.address]))))
    if stuck:
        buttons.insert(0, Button(words("poll-home-again"), "poll.again", str(poll.id), "main"))
    return [*parts, Buttons(tuple(buttons))]


def _closed(request: Request, poll: Poll) -> list[Part]:
    words = request.words
    line = words("poll-home-closed", question=poll.question, when=request.moment(poll.closes_at))
    buttons = [Button(words("poll-home-result"), "poll.show", str(Shown(poll.id, words.language)))]
    if poll.can_be_put_off(request.now):
        buttons.append(cards.reopen_button(poll, words))
    return [Text(line), Buttons(tuple(buttons))]


def _draft(request: Request, draft: Draft) -> list[Part]:
    words, id = request.words, str(draft.id)
    question = " ".join(first(draft.typed, "question").split())[:QUESTION_MOST]
    line = words("poll-home-draft", question=question) if question else words("poll-home-draft-empty")
    go_on = Button(words("poll-draft-go-on"), "poll.take-up", id)
    return [Text(line), Buttons((go_on, Button(words("poll-draft-delete"), "poll.cancel", id)))]
