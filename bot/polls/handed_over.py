"""A poll that somebody planned in a role that they have no more: who follows takes it on, or it does not begin."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Answer, Button, Buttons, Part, Private, Quote, Text
from bot.people import model as people
from bot.people.cards import place_label
from bot.people.seats import SeatChange
from bot.polls import cards
from bot.polls.model import Poll, Status
from bot.polls.presets import label
from bot.request import Request
from bot.storage import context
from bot.texts import Words

NOTICE, TAKE_ON = "poll-handed-over", "poll.take-on"  # a notice, and a press
UNTIL = timedelta(days=14)  # in which that can be told


def is_somebodys(poll: Poll) -> bool:
    """Whether it is still asked by the one who planned it or took it on. Of older ones that is not known."""
    return poll.planner_id is None or poll.planner_id in (poll.seat.holder_id, poll.seat.deputy_id)


def seat_changed(session: Session, change: SeatChange) -> None:
    theirs = select(Poll).where(Poll.seat_id == change.seat.id, Poll.status == Status.PLANNED).order_by(Poll.id)
    for poll in session.scalars(theirs).unique().all():
        if change.after is not None and not is_somebodys(poll):
            now = context.now(session)
            notices.tell(session, change.after.id, NOTICE, poll.id, now, now + UNTIL)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    poll = session.get(Poll, subject)
    waits = poll is not None and poll.status is Status.PLANNED and not is_somebodys(poll)
    return waits and poll is not None and poll.seat.acting_id == member.id


def show(session: Session, subject: int, words: Words) -> list[Part]:
    return draw(session, session.get_one(Poll, subject), words)


def draw(session: Session, poll: Poll, words: Words) -> list[Part]:
    """All that it asks, for somebody who has not written it."""
    planner = session.get(people.Member, poll.planner_id) if poll.planner_id is not None else None
    said = words(
        "poll-handed-over",
        name=planner.name if planner else "",
        places=words.listed([place_label(place) for place in poll.places]),
        when=words.moment(poll.opened_at, poll.seat.district.zone),
    )
    asked = "\n".join((poll.question, *(f"• {label(option, words)}" for option in poll.options)))
    take_on = Button(words("poll-take-on"), TAKE_ON, str(poll.id), "main")
    return [Text(said), Quote(asked), Buttons((take_on, cards.stop_button(poll, words)))]


def take_on(request: Request, poll: Poll) -> Answer:
    poll.planner_id = request.member.id
    return Private(cards.planned(request, poll))
