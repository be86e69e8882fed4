"""A planned poll that does not begin at its time: its places are for others by now, or there is no school on that day,
and its author is told so; or it is late, and people are not to be written to at this hour."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot import notices
from bot.boundary import Button, Buttons, Part, Quote, Text
from bot.people import audiences, boards, hours
from bot.people import model as people
from bot.people.cards import place_label
from bot.people.places import Place
from bot.polls import cards, handed_over
from bot.polls.model import Poll, Status
from bot.storage import context
from bot.texts import Words

NOTICE, LEFT_OUT = "poll-not-begun", "poll-left-out"
UNTIL = timedelta(days=14)  # in which that can be told
LATE = timedelta(minutes=30)


def until(poll: Poll, now: datetime) -> datetime | None:
    """When it begins, where it is late and that is outside the district's hours."""
    district = poll.seat.district
    usual = hours.of_district(district)
    if now < poll.opened_at + LATE or usual.hold(now, district.zone):
        return None
    return usual.next(now, district.zone)


def is_for_its_readers(session: Session, poll: Poll) -> bool:
    """Nobody would read it whom its preview did not name. Of one that was planned before that was kept it is not
    known."""
    return all(is_fit(session, poll, place) for place in poll.places)


def is_fit(session: Session, poll: Poll, place: Place) -> bool:
    """Nor is it asked among people who are by themselves there now, without those of its seat, or where a board is. A
    deputy may be of another building."""
    if boards.is_alone_in(place):
        return False
    authors = [one for one in (poll.seat.holder, poll.seat.acting) if one is not None]
    if authors and not any(place.admits(one) for one in authors):
        return False
    return poll.readers is None or poll.readers.covers(session, audiences.of_place(place))


def _others(session: Session, poll: Poll) -> list[str]:
    """Places that are for others, or for nobody that we know of."""
    return [place_label(one) for one in poll.places if not is_fit(session, poll, one)]


def tell(session: Session, poll: Poll) -> None:
    if poll.seat.acting_id is not None:
        now = context.now(session)
        notices.tell(session, poll.seat.acting_id, NOTICE, poll.id, now, now + UNTIL)


def stands(session: Session, member: people.Member, subject: int) -> bool:
    poll = session.get(Poll, subject)
    return poll is not None and poll.status is Status.WITHDRAWN and poll.seat.acting_id == member.id


def show(session: Session, subject: int, words: Words) -> list[Part]:
    poll = session.get_one(Poll, subject)
    said = words("poll-not-begun", places=words.listed(_others(session, poll)))
    if any(map(boards.is_alone_in, poll.places)):
        said = words("poll-not-begun-board")
    return [Text(said), Quote(poll.question), Buttons((Button(words("poll-start"), "poll.start"),))]


def tell_left_out(session: Session, poll: Poll) -> None:
    """That it is asked in a later week."""
    if poll.seat.acting_id is not None and handed_over.is_somebodys(poll):
        notices.tell(session, poll.seat.acting_id, LEFT_OUT, poll.id, context.now(session), poll.opened_at)


def is_left_out(session: Session, member: people.Member, subject: int) -> bool:
    poll = session.get(Poll, subject)
    return poll is not None and poll.status is Status.PLANNED and poll.seat.acting_id == member.id


def show_left_out(session: Session, subject: int, words: Words) -> list[Part]:
    poll = session.get_one(Poll, subject)
    said = words("poll-left-out", when=words.moment(poll.opened_at, poll.seat.district.zone))
    return [Text(said), Quote(poll.question), Buttons((cards.stop_button(poll, words),))]
