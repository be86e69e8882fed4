"""A group appoints somebody whom the goal's audience does not admit, as one of another building. Once all have agreed
to it, those who lead the goal, who are its authors, are shown who would read it, and let them or not. It is the goal
that gets a reader: the words of the concerns behind it stay with those of whom their authors were told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms
from bot.boundary import Answer, Button, Buttons, Message, Part, Private, Text, in_a_line
from bot.goals import cards
from bot.goals.model import Goal, Status, to_change
from bot.goals.team.model import OpenSeat, State, of_team
from bot.goals.team.telling import LET, READS, tell
from bot.payloads import Row
from bot.people import audiences, belongings
from bot.people import model as people
from bot.people.audiences import Audience, NotShown
from bot.request import Refusal, Request
from bot.texts import Words

READ, BOTH_READ = "goals.audience", "goals.audience of both"  # what one of two who are one was let, or each was
LET_READ, KEEP_OUT, STOP = "team.let-read", "team.keep-out", "team.stop-reading"


def waits(place: OpenSeat) -> bool:
    """Until all agree, it is read by those who are asked, and nobody else; later by nobody for a group that they
    left."""
    member, agreed = place.worker, place.goal.status is Status.AGREED
    return agreed and member is not None and not place.goal.is_for(member)


def ask_of_all(session: Session, goal: Goal, now: datetime) -> None:
    for place in of_team(session, goal):
        ask(session, place, now)


def ask(session: Session, place: OpenSeat, now: datetime) -> None:
    if waits(place) and not place.kept_out:
        for seat in place.goal.leaders:
            tell(session, seat.acting_id, LET, place, now)


# What those who lead it do -----------------------------------------------------------------------------------------


def let_read(request: Request, place: OpenSeat) -> Answer:
    """The one who was shown. Pressed twice, or by both who lead it, it is done once."""
    session, words = request.session, request.words
    goal = to_change(session, place.goal_id)
    if goal is None or place.member is None or place.state is not State.FILLED or goal.status is not Status.AGREED:
        raise Refusal.saying(words("goal-not-now"))
    if waits(place):
        by = audiences.of_member(place.member)
        try:
            goal.audience = goal.audience.widened(by, request.payload(Row).rest)
        except NotShown:
            return Private(Message(tuple(asks(place, words))))
        place.kept_out = False
        session.flush()
        tell(session, place.member_id, READS, place, request.now)
    elif not goal.is_for(place.member):
        raise Refusal.saying(words("goal-not-now"))
    said = words("team-let-read-done", name=place.member.name)
    return Private(Message((Text(said), Buttons((*buttons(place, words), _team(place, words))))))


def keep_out(request: Request, place: OpenSeat) -> Answer:
    place.kept_out = True
    return Private(Message((Text(request.words("team-kept-out")), Buttons((_team(place, request.words),)))))


def stop(request: Request, place: OpenSeat) -> Answer:
    goal = to_change(request.session, place.goal_id)
    if goal is None or place.member is None:
        raise Refusal.saying(request.words("gone"))
    goal.audience = goal.audience.narrowed(audiences.of_member(place.member))
    place.kept_out = True
    return forms.say(request, "team-stopped-reading", name=place.member.name)


def forget(session: Session, place: OpenSeat) -> None:
    """Somebody else works there now: who did, and left the group, reads it no more, should they come back."""
    goal = to_change(session, place.goal_id) if place.state is State.FILLED else None
    if goal is not None and place.member is not None and (theirs := _clause_of(goal, place.member)):
        goal.audience = goal.audience.narrowed(theirs)


# How it looks ------------------------------------------------------------------------------------------------------


def asks(place: OpenSeat, words: Words) -> list[Part]:
    """Who would read it, and what."""
    assert place.member is not None
    goal, name = in_a_line(place.goal.change or place.goal.line), place.member.name
    said = words("team-let-read-asks", name=name, group=place.group.name, goal=goal)
    keep = Button(words("team-keep-out"), KEEP_OUT, str(place.id))
    return [Text(said), Text(words("team-let-read-means", name=name)), Buttons((_let(place, words), keep))]


def buttons(place: OpenSeat, words: Words) -> list[Button]:
    """For those who lead the goal, about a place that is filled."""
    if waits(place):
        return [_let(place, words)]
    if place.member is None or not audiences.of_member(place.member).clauses <= place.goal.audience.clauses:
        return []
    name = in_a_line(place.member.name, 30)
    return [Button(words("team-stop-reading", begin=name), STOP, str(place.id))]


def _let(place: OpenSeat, words: Words) -> Button:
    assert place.member is not None
    seen = audiences.of_member(place.member).seen
    return Button(
        words("team-let-read", begin=in_a_line(place.member.name, 30)), LET_READ, str(Row(place.id, seen)), "main"
    )


def _team(place: OpenSeat, words: Words) -> Button:
    return Button(words("team-title"), "team.show", str(place.goal_id))


def waiting(request: Request) -> list[OpenSeat]:
    """Of the goals that they lead."""
    mine = [seat.id for seat in request.seats]
    if not mine:
        return []
    led = Goal.seat_id.in_(mine) | Goal.co_seat_id.in_(mine)
    there = (led, Goal.status == Status.AGREED, OpenSeat.state == State.FILLED, ~OpenSeat.kept_out)
    found = select(OpenSeat).join(Goal, OpenSeat.goal_id == Goal.id).where(*there).order_by(OpenSeat.id)
    return [place for place in request.session.scalars(found).unique() if waits(place)]


# What they are told ------------------------------------------------------------------------------------------------


def is_to_let(session: Session, member: people.Member, subject: int) -> bool:
    place = session.get(OpenSeat, subject)
    return place is not None and waits(place) and not place.kept_out and place.goal.is_proposed_by(member)


def show_let(session: Session, subject: int, words: Words) -> list[Part]:
    return asks(session.get_one(OpenSeat, subject), words)


def may_read(session: Session, member: people.Member, subject: int) -> bool:
    place = session.get(OpenSeat, subject)
    filled = place is not None and place.state is State.FILLED and place.member_id == member.id
    return place is not None and filled and place.goal.is_for(member)


def show_may_read(session: Session, subject: int, words: Words) -> list[Part]:
    goal = session.get_one(OpenSeat, subject).goal
    said = words("team-you-read", goal=in_a_line(goal.change or goal.line))
    return [Text(said), cards.see(words("goal-see"), goal, words)]


# Two become one, and two again -------------------------------------------------------------------------------------


def merge(session: Session, leaving: people.Member, staying: people.Member) -> None:
    """The two turned out to be one person, whose the places of either are: who was let read a goal goes on reading."""
    for id in [goal.id for goal in _with_a_place(session, staying)]:
        goal = to_change(session, id)
        if goal is not None and (before := _clause_of(goal, leaving)):
            now = _as_of(before, staying)
            both = now.clauses <= goal.audience.clauses
            belongings.keep(session, BOTH_READ if both else READ, goal.id, leaving)
            goal.audience = goal.audience.narrowed(before) | now


def separate(session: Session, _account: str, leaving: people.Member, returning: people.Member | None) -> None:
    """They are two again, and those read it who were let before, unless that was ended meanwhile."""
    if returning is None:
        return
    for what in (READ, BOTH_READ):
        for id in belongings.take_back(session, what, returning):
            goal = to_change(session, id)
            if goal is not None and (before := _clause_of(goal, leaving)):
                goal.audience |= _as_of(before, returning)
                if what == READ:
                    goal.audience = goal.audience.narrowed(before)
    session.flush()
    for goal in _with_a_place(session, returning):
        taken = _clause_of(goal, leaving)
        if taken and goal not in _with_a_place(
            session, leaving
        ):  # let read meanwhile, for a place that was the other's
            goal.audience = goal.audience.narrowed(taken)


def _with_a_place(session: Session, member: people.Member) -> list[Goal]:
    theirs = select(OpenSeat.goal_id).where(OpenSeat.member_id == member.id)
    return list(session.scalars(select(Goal).where(Goal.id.in_(theirs)).order_by(Goal.id)).unique())


def _clause_of(goal: Goal, member: people.Member) -> Audience | None:
    theirs = {one for one in goal.audience.clauses if (one.kind, one.id) == (audiences.Kind.MEMBER, member.id)}
    return Audience(frozenset(theirs)) if theirs else None


def _as_of(audience: Audience, member: people.Member) -> Audience:
    return Audience(frozenset(replace(one, id=member.id) for one in audience.clauses))
