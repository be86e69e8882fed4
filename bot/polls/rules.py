"""Who may do what with a poll, beyond the rules of `bot.may`."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Subquery, select, true
from sqlalchemy.orm import Session

from bot.boundary import Buttons, Message, Text
from bot.people import boards, circles, presence
from bot.people import model as people
from bot.people.circles import AudienceFilter
from bot.people.places import Place
from bot.polls import ballots, written_answers
from bot.polls.model import Kind, Poll, Status
from bot.polls.presets import taking_back
from bot.request import Refusal, Request


def be_told_of(request: Request, poll: Poll) -> None:
    """Beyond belonging where it was said: that may be for others by now."""
    if not poll.is_for(request.session, request.member):
        raise Refusal.saying(request.words("may-not-your-place"))


def be_asked(request: Request, poll: Poll) -> None:
    """Beyond belonging where it was said. What they said while they were asked is theirs to take back."""
    why = _why_not_asked(request, poll)
    if why and ballots.has_answered(request.session, poll, request.member) and poll.takes_answers(request.now):
        stays = Text(request.words("poll-answer-stays", when=request.moment(poll.closes_at)))
        chosen = () if poll.anonymous else ballots.chosen(request.session, poll, request.member)
        raise Refusal(Message((Text(why), stays, Buttons(taking_back(poll, chosen, request.words)))))
    if why:
        raise Refusal.saying(why)


def _why_not_asked(request: Request, poll: Poll) -> str:
    """Empty: they are."""
    session, member, words = request.session, request.member, request.words
    circle = AudienceFilter.parse(poll.audience)
    if circle.values and not circle.includes(session, member):
        return words("may-not-asked", audience=circles.named(session, circle, request.district, words))
    if not boards.is_asked(session, member):
        return words("poll-not-of-boards", who=boards.who_speaks(session, [member.group_id], words))
    return ""


def is_put_to(session: Session, poll: Poll, member: people.Member) -> bool:
    """Whether it reaches them: where it is posted, and among those whom it asks."""
    there = any(presence.is_told(session, member, place) for place in poll.places)
    asked = AudienceFilter.parse(poll.audience).includes(session, member) and boards.is_asked(session, member)
    return there and asked and poll.is_for(session, member)


def asked(session: Session, poll: Poll) -> Subquery:
    """All of those, by their numbers and groups."""
    told = true() if poll.readers is None else poll.readers.members()
    return _among(session, poll.places, AudienceFilter.parse(poll.audience), boards.are_asked() & told)


def can_answer(session: Session, places: Sequence[Place], circle: AudienceFilter) -> Subquery:
    """The same of one that is not posted yet."""
    return _among(session, places, circle, boards.are_asked())


def who_speaks(request: Request, places: Sequence[Place], circle: AudienceFilter) -> str:
    """The liaisons through whom members of boards are heard who read it there; empty where none of these do."""
    others = _among(request.session, places, circle, ~boards.are_asked())
    theirs = request.session.scalars(select(others.c.group_id).distinct()).all()
    return boards.who_speaks(request.session, theirs, request.words) if theirs else ""


def _among(session: Session, places: Sequence[Place], circle: AudienceFilter, those: ColumnElement[bool]) -> Subquery:
    reached = circles.reached(session, places, circle).subquery()
    return select(reached).where(reached.c.id.in_(select(people.Member.id).where(those))).subquery()


def come_in_time(request: Request, poll: Poll) -> None:
    """While it takes answers."""
    if not poll.takes_answers(request.now):
        raise Refusal.saying(request.words("poll-is-closed", when=request.moment(poll.closes_at)))


def be_no_decision(request: Request, poll: Poll) -> None:
    """What a group decides ends when it was said, in the words that were asked about; nobody ends it while it suits."""
    if poll.decision_id is not None:
        raise Refusal.saying(request.words("poll-is-decision", when=request.moment(poll.closes_at)))


def undo_in_time(request: Request, poll: Poll) -> None:
    if not poll.can_be_undone(request.now):
        raise Refusal.saying(request.words("poll-undo-late"))


def put_off_in_time(request: Request, poll: Poll) -> None:
    if not poll.can_be_put_off(request.now):
        said = "poll-closed-for-good" if poll.anonymous else "poll-closed-too-long"
        raise Refusal.saying(request.words(said))


def have_answers_to_look_through(request: Request, poll: Poll) -> None:
    """Of a closed open poll."""
    in_all = written_answers.many(request.session, poll.id, hidden=True)
    if poll.kind is not Kind.OPEN or poll.status is not Status.CLOSED or not in_all:
        raise Refusal.saying(request.words("gone"))
