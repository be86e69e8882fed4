"""What becomes of the answers when two members turn out to be one person."""

from __future__ import annotations

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from bot.delivery import outbox
from bot.people import model as people
from bot.people.links import BECAME_ONE, Link
from bot.polls import cards, secrecy, written_answers
from bot.polls.ballots import answered_by
from bot.polls.model import Ballot, Poll, Status, to_change


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    """In every open poll the later answer of the two stands, as that of `staying`. What was counted when a poll closed
    stays as it was counted."""
    theirs = select(Poll.id).where(Poll.status == Status.OPEN, Poll.id.in_(answered_by(leaving)))
    for id in session.scalars(theirs.order_by(Poll.id)).all():
        poll = to_change(session, id)
        if poll is None or poll.status is not Status.OPEN:
            continue  # closed while we waited for it
        if poll.anonymous:
            secrecy.merge(session, poll.id, leaving.id, staying.id)
        else:
            _merge(session, poll, leaving, staying)
        outbox.change(session, cards.CARD, poll.id)


def catch_up(session: Session, poll: Poll) -> None:
    """The same in a poll that is open again, for those who became one while it was closed."""
    answered = select(Ballot.member_id).where(Ballot.poll_id == poll.id)
    for link in session.scalars(select(Link).where(Link.was_id.in_(answered), BECAME_ONE).order_by(Link.address)).all():
        if link.was is not None:
            _merge(session, poll, link.was, link.member)


def _merge(session: Session, poll: Poll, leaving: people.Member, staying: people.Member) -> None:
    of_poll = Ballot.poll_id == poll.id
    times = select(Ballot.member_id, func.max(Ballot.at)).where(of_poll).group_by(Ballot.member_id)
    latest = dict(session.execute(times.where(Ballot.member_id.in_((leaving.id, staying.id)))).all())
    if latest.get(leaving.id, -1.0) <= latest.get(staying.id, -1.0):
        session.execute(delete(Ballot).where(of_poll, Ballot.member_id == leaving.id))
        written_answers.forget(session, poll.id, leaving.id)
    else:
        session.execute(delete(Ballot).where(of_poll, Ballot.member_id == staying.id))
        session.execute(update(Ballot).where(of_poll, Ballot.member_id == leaving.id).values(member_id=staying.id))
        written_answers.pass_on(session, poll.id, leaving.id, staying.id)
