"""Which polls concern somebody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.drafts import Draft
from bot.people import model as people
from bot.people import presence
from bot.people.audiences import AudienceFilter
from bot.polls import secrecy
from bot.polls.model import REOPEN, Ballot, Kind, Poll, PollPlace, Status
from bot.polls.remarks import Remark


def open_polls_of(session: Session, seats: Sequence[people.Seat]) -> list[Poll]:
    mine = Poll.seat_id.in_([seat.id for seat in seats])
    return list(session.scalars(select(Poll).where(Poll.status == Status.OPEN, mine).order_by(Poll.closes_at)))


def planned_of(session: Session, seats: Sequence[people.Seat]) -> list[Poll]:
    mine = Poll.seat_id.in_([seat.id for seat in seats])
    return list(session.scalars(select(Poll).where(Poll.status == Status.PLANNED, mine).order_by(Poll.opened_at)))


def drafts_of(session: Session, member: people.Member, form: str) -> list[Draft]:
    """What they have not posted, the last first."""
    mine = (Draft.member_id == member.id, Draft.form == form, Draft.became.is_(None))
    return list(session.scalars(select(Draft).where(*mine).order_by(Draft.id.desc())))


def lately_closed_of(session: Session, seats: Sequence[people.Seat], now: datetime) -> list[Poll]:
    """The last to close first; while those that were not anonymous can be opened again."""
    mine = (Poll.seat_id.in_([seat.id for seat in seats]), Poll.status == Status.CLOSED)
    closed = select(Poll).where(*mine, Poll.closes_at > now - REOPEN)
    return list(session.scalars(closed.order_by(Poll.closes_at.desc(), Poll.id.desc())))


def written_for(session: Session, seats: Sequence[people.Seat], now: datetime) -> list[Poll]:
    """Closed polls with answers that the seats' holders are to look through, or may for a while look through again."""
    mine = (Poll.seat_id.in_([seat.id for seat in seats]), Poll.status == Status.CLOSED, Poll.kind == Kind.OPEN)
    there = Poll.id.in_(select(Remark.poll_id))
    lately = ~Poll.published | (Poll.closes_at > now - REOPEN)
    return list(session.scalars(select(Poll).where(*mine, there, lately).order_by(Poll.published, Poll.closes_at)))


def unanswered(session: Session, member: people.Member, now: datetime) -> list[Poll]:
    """Open polls that were put to this member and that they have not answered, the first to close first."""
    answered = select(Ballot.poll_id).where(Ballot.member_id == member.id)
    took_part = select(secrecy.Participation.poll_id).where(secrecy.Participation.member_id == member.id)
    waiting = select(Poll).join(PollPlace).join(people.Place, PollPlace.place_id == people.Place.id)
    waiting = waiting.where(
        people.Place.district_id == member.district_id,
        Poll.status == Status.OPEN,
        Poll.closes_at > now,
        Poll.id.not_in(answered.union(took_part)),
    )
    polls = session.scalars(waiting.order_by(Poll.closes_at)).unique()
    told = (poll for poll in polls if any(presence.is_told(session, member, place) for place in poll.places))
    return [poll for poll in told if AudienceFilter.parse(poll.audience).includes(session, member)]
