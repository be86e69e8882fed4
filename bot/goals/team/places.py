"""A place on a goal's team: those who lead the goal ask a group for somebody; the group appoints its own people, and
nobody another's."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    Form,
    Heading,
    Message,
    Part,
    Private,
    Text,
    TextField,
)
from bot.goals.model import Goal
from bot.goals.team import letting_read
from bot.goals.team.model import GOING_ON, LINE_MOST, OpenSeat, State, of_team
from bot.goals.team.telling import ASKED, tell
from bot.payloads import Row
from bot.people import model as people
from bot.people import seats
from bot.people.cards import acting_name, seat_title
from bot.people.model import GroupKind
from bot.people.seats import Capability
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Words

FORM, GROUP, WHAT, HOURS, MEANS = "team.ask", "group", "what", "hours", "means"


def find(request: Request) -> OpenSeat | None:
    return locked(request.session, OpenSeat, request.payload(Row).id)


# Asking a group ----------------------------------------------------------------------------------------------------


def show(request: Request, goal: Goal) -> Answer:
    """The team: the seats that agreed, and the places that were asked for."""
    words = request.words
    lines = [
        words("goal-goes-to", seat=seat_title(one.seat, words), name=acting_name(one.seat, words))
        for one in goal.positions
    ]
    parts: list[Part] = [Heading(words("team-title")), Text("\n".join(f"• {line}" for line in lines))]
    leads = goal.is_proposed_by(request.member)
    for place in of_team(request.session, goal):
        parts.append(Text(line(place, words)))
        if leads and (buttons := _about(place, words)):
            parts.append(Buttons(tuple(buttons)))
    ask = [Button(words("team-ask"), FORM, str(goal.id), "main")] if leads and goal.status in GOING_ON else []
    back = Button(words("goal-see"), "goal.show", str(goal.id))
    offers = Button(words("offers-title"), "offer.list", str(goal.id))
    return Private(Message((*parts, Buttons((*ask, offers, back)))))


def _about(place: OpenSeat, words: Words) -> list[Button]:
    if place.worker is not None:
        return letting_read.buttons(place, words)
    take_back = Button(words("team-take-back"), "team.take-back", str(place.id))
    again = Button(words("team-ask-again"), "team.ask-again", str(place.id), "main")
    return [again, take_back] if place.state is State.FILLED else [take_back]


def line(place: OpenSeat, words: Words) -> str:
    """Who was invited is shown only once they said yes, and no more when they have left the group."""
    what = place.what or words("team-anybody")
    if place.worker is not None:
        return words("team-filled", group=place.group.name, name=place.worker.name, what=what)
    left = place.state is State.FILLED
    return words("team-left" if left else "team-open", group=place.group.name, what=what)


def ask(request: Request, goal: Goal) -> Answer:
    words = request.words
    groups = [Choice(str(group.id), group.name) for group in _groups(request.session, goal)]
    fields = (
        forms.choices(GROUP, words("team-group"), groups, {}),
        TextField(WHAT, words("team-what"), words("team-what-hint"), "", LINE_MOST, optional=True),
        TextField(HOURS, words("team-hours"), words("team-hours-hint"), "", LINE_MOST),
        TextField(MEANS, words("team-means"), words("team-means-hint"), "", LINE_MOST, optional=True),
    )
    return Form(FORM, words("team-ask"), words("data-submit"), words("cancel"), fields, str(goal.id))


def _groups(session: Session, goal: Goal) -> list[people.Group]:
    """Those with a seat that appoints its people. A board sends its own in public, and is not asked here."""
    roles = seats.roles_with(goal.district, Capability.APPOINT)
    theirs = select(people.Seat.group_id).where(
        people.Seat.district_id == goal.district_id, people.Seat.role.in_(roles)
    )
    own = select(people.Group).where(people.Group.id.in_(theirs), people.Group.kind != GroupKind.BOARD)
    return list(session.scalars(own.order_by(people.Group.id).limit(20)))


def request_one(request: Request, goal: Goal) -> Answer:
    words = request.words
    if goal.status not in GOING_ON:
        raise Refusal.saying(words("goal-not-now"))
    group = next((one for one in _groups(request.session, goal) if str(one.id) == request.given(GROUP)), None)
    if group is None:
        raise Refusal.saying(words("gone"))
    given = {name: request.given(name) for name in (WHAT, HOURS, MEANS)}
    wrong = {name: words("data-wrong-what", most=LINE_MOST) for name, text in given.items() if len(text) > LINE_MOST}
    if not given[HOURS]:
        wrong[HOURS] = words("team-wrong-hours")
    if wrong:
        return forms.refused(request, wrong, FORM, WHAT, HOURS, MEANS)
    open_one(request.session, goal, group, given[WHAT], given[HOURS], given[MEANS], request.now)
    return show(request, goal)


def open_one(
    session: Session, goal: Goal, group: people.Group, what: str, hours: str, means: str, now: datetime
) -> None:
    place = OpenSeat(goal=goal, group=group, what=what, hours=hours, means=means, state=State.ASKED, asked_at=now)
    session.add(place)
    session.flush()
    ask_group(session, place, now)


def ask_group(session: Session, place: OpenSeat, now: datetime) -> None:
    for seat in appointing(session, place.group):
        tell(session, seat.acting_id, ASKED, place, now)


def ask_parents(session: Session, goal: Goal, now: datetime) -> None:
    """A team without one asks the families' seat."""
    if any(one.seat.group.kind is GroupKind.PARENTS for one in goal.positions):
        return
    theirs = select(people.Group).where(
        people.Group.district_id == goal.district_id, people.Group.kind == GroupKind.PARENTS
    )
    group = session.scalars(theirs.order_by(people.Group.id)).first()
    if group is not None:
        open_one(session, goal, group, "", "", "", now)


def appointing(session: Session, group: people.Group) -> list[people.Seat]:
    """The seats that appoint the people of a group as a whole."""
    district = session.get_one(people.District, group.district_id)
    roles = seats.roles_with(district, Capability.APPOINT)
    whole = (people.Seat.group_id == group.id, people.Seat.building_id.is_(None), people.Seat.role.in_(roles))
    return list(session.scalars(select(people.Seat).where(*whole).order_by(people.Seat.id)))


def take_back(request: Request, place: OpenSeat) -> Answer:
    """While nobody works there: nobody sends another group's people away."""
    if place.worker is not None:
        raise Refusal.saying(request.words("team-not-open"))
    letting_read.forget(request.session, place)
    place.state, place.member = State.TAKEN_BACK, None
    request.session.flush()
    return show(request, place.goal)


def ask_again(request: Request, place: OpenSeat) -> Answer:
    """The person who worked there has left the group."""
    if place.state is not State.FILLED or not place.is_to_fill:
        raise Refusal.saying(request.words("team-not-open"))
    letting_read.forget(request.session, place)
    place.state, place.member, place.asked_at = State.ASKED, None, request.now
    request.session.flush()
    ask_group(request.session, place, request.now)
    return show(request, place.goal)


def lead_its_goal(request: Request, place: OpenSeat) -> None:
    if not place.goal.is_proposed_by(request.member):
        raise Refusal.saying(request.words("gone"))
