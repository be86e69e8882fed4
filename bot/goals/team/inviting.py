"""A group's own seat puts one of its people forward, who knows about what is needed where somebody said so; and that
person says yes or no."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import forms, likeness, picks
from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Choice,
    Form,
    Note,
    Part,
    Quote,
    Suggestions,
    Text,
    Typing,
    in_a_line,
)
from bot.goals.team import letting_read, places, telling
from bot.goals.team.model import GOING_ON, Knowledge, OpenSeat, State, to_fill
from bot.payloads import number
from bot.people import links, seats
from bot.people import model as people
from bot.people.cards import seat_title
from bot.people.seats import Capability
from bot.request import Refusal, Request
from bot.texts import Words

FORWARD, WHOM = "team.forward", "whom"
OFFERED = 100  # people of a group to look through at once

# Putting somebody forward ------------------------------------------------------------------------------------------


def appoint_its_people(request: Request, place: OpenSeat) -> None:
    if not any(seat.acting_id == request.member.id for seat in places.appointing(request.session, place.group)):
        raise Refusal.saying(request.words("gone"))


def _known(session: Session, place: OpenSeat) -> dict[int, str]:
    """By member of the group, what they say they know: who knows about it first."""
    theirs = select(Knowledge.member_id, Knowledge.about).join(people.Member, people.Member.id == Knowledge.member_id)
    said = (Knowledge.group_id == place.group_id, people.Member.is_of(place.group_id))
    found = session.execute(theirs.where(*said).limit(OFFERED)).all()
    wanted = likeness.looked_for(place.what)
    known: dict[int, str] = {}
    for id, about in sorted(found, key=lambda row: -likeness.share(wanted, row.about)):
        known[id] = f"{known[id]}, {about}" if id in known else about
    return known


def _offered(session: Session, place: OpenSeat, typed: str = "") -> list[Choice]:
    """People of the group with these words in their names, as many as can be looked through."""
    known = _known(session, place)
    theirs = select(people.Member.id, people.Member.name)
    theirs = theirs.where(people.Member.is_of(place.group_id), ~links.is_anothers())
    for word in typed.split():
        theirs = theirs.where(people.Member.name.icontains(word, autoescape=True))
    knowing = session.execute(theirs.where(people.Member.id.in_(known))).all()
    others = session.execute(theirs.order_by(people.Member.name, people.Member.id).limit(OFFERED)).all()
    names = {row.id: row.name for row in (*sorted(knowing, key=lambda row: [*known].index(row.id)), *others)}
    return [Choice(str(id), (f"{name} · {known[id]}" if id in known else name)) for id, name in names.items()]


def ask_whom(request: Request, place: OpenSeat) -> Answer:
    words = request.words
    if not place.is_to_fill:
        raise Refusal.saying(words("team-not-open"))
    offered = _offered(request.session, place)
    field = picks.field(WHOM, words("team-whom"), offered, FORWARD, words("pick-hint"))
    title, submit = words("team-forward"), words("team-invite")
    return forms.reopened(request, Form(FORWARD, title, submit, words("cancel"), (field,), str(place.id)))


def suggest(request: Request, place: OpenSeat | None) -> Suggestions:
    """For the newest that waits for their group: a form that is typed into says no more."""
    place = place or next(iter(reversed(waiting(request))), None)
    typed = request.act.text if isinstance(request.act, Typing) else ""
    return picks.suggested(_offered(request.session, place, typed), "") if place is not None else Suggestions()


def invite(request: Request, place: OpenSeat) -> Answer:
    if not place.is_to_fill:
        raise Refusal.saying(request.words("team-not-open"))
    given, session = request.given(WHOM), request.session
    id = number(given.removeprefix(picks.MARK))
    found = [id] if id else [int(one.value) for one in _offered(session, place, given)] if given else []
    member = session.get(people.Member, found[0]) if len(found) == 1 and found[0] else None
    if member is None or not member.is_of(place.group_id):
        return forms.keep_refused(request, FORWARD, FORWARD, {WHOM: request.words("pick-none")})
    forms.forget_refused(request, FORWARD)
    letting_read.forget(session, place)
    place.member, place.state = member, State.INVITED
    place.by = next(one for one in places.appointing(session, place.group) if one.acting_id == request.member.id)
    session.flush()
    telling.tell(session, place.member_id, telling.INVITED, place, request.now)
    return forms.say(request, "team-was-invited", name=member.name)


def waiting(request: Request) -> list[OpenSeat]:
    """For a group whose people they appoint."""
    able = seats.those_with(request.district, request.seats, Capability.APPOINT)
    mine = [seat.group_id for seat in able if seat.building_id is None]
    if not mine:
        return []
    found = select(OpenSeat).where(OpenSeat.group_id.in_(mine), to_fill())
    return list(request.session.scalars(found.order_by(OpenSeat.id)).unique())


# Saying yes --------------------------------------------------------------------------------------------------------


def be_invited(request: Request, place: OpenSeat) -> None:
    if not _invites(place, request.member):
        raise Refusal.saying(request.words("gone"))


def _invites(place: OpenSeat, member: people.Member) -> bool:
    """As long as they are of the group that is asked, and the goal goes on."""
    own = place.member_id == member.id and member.is_of(place.group_id)
    return place.state is State.INVITED and own and place.goal.status in GOING_ON


def say_yes(request: Request, place: OpenSeat) -> Answer:
    session, now = request.session, request.now
    place.state, place.kept_out = State.FILLED, False
    for seat in (*place.goal.leaders, place.by):
        if seat is not None:
            telling.tell(session, seat.acting_id, telling.SAID, place, now)
    letting_read.ask(session, place, now)
    reads = place.goal.is_for(request.member)
    return forms.say(request, "team-yes-said" if reads else "team-yes-said-elsewhere")


def say_no(request: Request, place: OpenSeat) -> Answer:
    """Only the one who put them forward sees it."""
    place.state, place.member = State.ASKED, None
    request.session.flush()
    if place.by is not None:
        telling.tell(request.session, place.by.acting_id, telling.ASKED, place, request.now)
    return forms.say(request, "team-no-said")


def work_there(request: Request, place: OpenSeat) -> None:
    if not _works(place, request.member):
        raise Refusal.saying(request.words("gone"))


def _works(place: OpenSeat, member: people.Member) -> bool:
    return place.worker is not None and place.worker.id == member.id and place.goal.status in GOING_ON


def step_down(request: Request, place: OpenSeat) -> Answer:
    """Their group puts somebody else forward, and those who lead the goal hear that it is asked again."""
    session, now = request.session, request.now
    letting_read.forget(session, place)
    place.state, place.member, place.kept_out, place.asked_at = State.ASKED, None, False, now
    session.flush()
    places.ask_group(session, place, now)
    for seat in place.goal.leaders:
        telling.tell(session, seat.acting_id, telling.SAID, place, now)
    return forms.say(request, "team-stepped-down", group=place.group.name)


def places_of(request: Request) -> list[OpenSeat]:
    """Where they work, as they said that they would."""
    mine = select(OpenSeat).where(OpenSeat.member_id == request.member.id, OpenSeat.state == State.FILLED)
    found = request.session.scalars(mine.order_by(OpenSeat.id)).unique()
    return [place for place in found if _works(place, request.member)]


def show_work(place: OpenSeat, words: Words) -> list[Part]:
    if place.member is not None and place.goal.is_for(place.member):
        said = words("team-you-work", goal=in_a_line(place.goal.change or place.goal.line))
    else:
        said = words("team-you-work-elsewhere", body=_body(place))
    return [Text(said), Buttons((Button(words("team-step-down"), "team.step-down", str(place.id)),))]


def invitations(request: Request) -> list[OpenSeat]:
    mine = select(OpenSeat).where(OpenSeat.member_id == request.member.id, OpenSeat.state == State.INVITED)
    found = request.session.scalars(mine.order_by(OpenSeat.id)).unique()
    return [place for place in found if _invites(place, request.member)]


# What they are told ------------------------------------------------------------------------------------------------


def is_asked(session: Session, member: people.Member, subject: int) -> bool:
    place = session.get(OpenSeat, subject)
    theirs = places.appointing(session, place.group) if place is not None else []
    open = place is not None and place.state is State.ASKED and place.goal.status in GOING_ON
    return open and any(one.acting_id == member.id for one in theirs)


def show_asked(session: Session, subject: int, words: Words) -> list[Part]:
    place = session.get_one(OpenSeat, subject)
    group, what = place.group.name, [Quote(place.what)] if place.what else []
    asked = [seat.acting for seat in places.appointing(session, place.group) if seat.acting]
    if all(place.goal.is_for(one) for one in asked):
        said = words("team-asks", group=group, goal=in_a_line(place.goal.change or place.goal.line))
    else:
        said = words("team-asks-elsewhere", group=group, body=_body(place))
    forward = Button(words("team-forward"), FORWARD, str(place.id), "main")
    return [Text(said), *what, *_means(place), Buttons((forward,))]


def _body(place: OpenSeat) -> str:
    """Where the goal is, for somebody who does not read it."""
    return place.goal.building.name if place.goal.building else place.goal.district.name


def _means(place: OpenSeat) -> list[Part]:
    lines = [line for line in (place.hours, place.means) if line]
    return [Note("\n".join(lines))] if lines else []


def is_invited(session: Session, member: people.Member, subject: int) -> bool:
    place = session.get(OpenSeat, subject)
    return place is not None and _invites(place, member)


def show_invited(session: Session, subject: int, words: Words) -> list[Part]:
    place = session.get_one(OpenSeat, subject)
    by = seat_title(place.by, words) if place.by else ""
    if place.member is not None and place.goal.is_for(place.member):
        said = words("team-invites", goal=in_a_line(place.goal.change or place.goal.line), seat=by)
    else:
        said = words("team-invites-elsewhere", body=_body(place), seat=by)
    what = [Quote(place.what)] if place.what else []
    yes = Button(words("chair-yes"), "team.yes", str(place.id), "main")
    return [Text(said), *what, *_means(place), Buttons((yes, Button(words("chair-no"), "team.no", str(place.id))))]


def has_said(session: Session, member: people.Member, subject: int) -> bool:
    place = session.get(OpenSeat, subject)
    if place is None or place.state is State.TAKEN_BACK or letting_read.is_to_let(session, member, subject):
        return False  # that question says it, too
    return any(seat is not None and seat.acting_id == member.id for seat in (*place.goal.leaders, place.by))


def show_said(session: Session, subject: int, words: Words) -> list[Part]:
    return [Text(places.line(session.get_one(OpenSeat, subject), words))]
