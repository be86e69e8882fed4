"""Two channels joined for the same people: who has to agree, and how it begins and ends. What is said in one is then
carried to the other, as it is between the threads of a talk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.boundary import Address
from bot.bridge import carrying, talks
from bot.bridge.carrying import FILE, MESSAGE
from bot.bridge.joined.model import ASKED, JOINED, Agreement, End, JoinedPlace, Joining, Stage
from bot.bridge.model import RelayedFile, RelayedMessage, Talk, Thread
from bot.delivery import outbox, rulings
from bot.delivery.outbox import Delivery, State
from bot.people import model as people
from bot.people.audiences import Audience, of_places
from bot.people.model import Seat
from bot.people.places import Meant, Place, PlaceKind

CARETAKER = "caretaker"  # who has to agree; the others are "group:3"
CUT_OFF = "not-crossed-ended"  # in `content/`: why what was on its way does not cross
SHARED = (PlaceKind.JOINT, PlaceKind.COMMUNITY)


# What can be joined ----------------------------------------------------------------------------------------------


def partners(session: Session, place: Place) -> list[Place]:
    """With which it could be joined: channels declared for the same people, and not joined yet."""
    if place.audience not in SHARED or of_place(session, place) is not None:
        return []
    tied = Place.address.startswith(people.Connection.address + "/")
    there = select(Place).join(people.Connection, tied & (people.Connection.district_id == place.district_id))
    others = session.scalars(there.where(Place.district_id == place.district_id, Place.id != place.id)).unique()
    here = Address.parse(place.address).platform
    fit = [one for one in others if are_for_the_same((place, one)) and of_place(session, one) is None]
    return sorted(fit, key=lambda one: (one.address.startswith(f"{here}:"), one.name))


def are_for_the_same(places: Sequence[Meant]) -> bool:
    """All of them shared, and for the same groups and buildings."""
    meant = {(place.district_id, place.audience, place.group_ids, place.building_ids) for place in places}
    return len(meant) == 1 and places[0].audience in SHARED


def of_place(session: Session, place: Place) -> Joining | None:
    """The one that is asked for or on."""
    there = select(Joining).join(JoinedPlace, JoinedPlace.joining_id == Joining.id)
    return session.scalars(there.where(JoinedPlace.place_id == place.id, Joining.stage != Stage.ENDED)).first()


# Who has to agree ------------------------------------------------------------------------------------------------


def groups(session: Session, places: Sequence[Place]) -> list[people.Group]:
    """For which the places are; of a community those that have seats."""
    if places[0].audience is PlaceKind.JOINT:
        return sorted(places[0].groups, key=lambda group: group.id)
    seated = select(Seat.group_id).where(Seat.acting_id.is_not(None))
    theirs = select(people.Group).where(people.Group.district_id == places[0].district_id)
    return list(session.scalars(theirs.where(people.Group.id.in_(seated)).order_by(people.Group.id)))


def parts(session: Session, places: Sequence[Place]) -> list[str]:
    return [CARETAKER, *(f"group:{group.id}" for group in groups(session, places))]


def parts_of(session: Session, member: people.Member, places: Sequence[Place]) -> list[str]:
    """For which this member may agree, or end it."""
    if member.district_id != places[0].district_id:
        return []
    wanted = parts(session, places)
    seated = any(_is_there(seat, places) for seat in people.seats_of(session, member))
    own = ([CARETAKER] if member.caretaker else []) + ([f"group:{member.group_id}"] if seated else [])
    return [part for part in wanted if part in own]


def _is_there(seat: Seat, places: Sequence[Place]) -> bool:
    buildings = places[0].building_ids
    return not buildings or seat.building_id is None or seat.building_id in buildings


def agreed(session: Session, joining: Joining) -> list[Agreement]:
    return list(session.scalars(select(Agreement).where(Agreement.joining_id == joining.id).order_by(Agreement.part)))


def missing(session: Session, joining: Joining) -> list[str]:
    given = {one.part for one in agreed(session, joining)}
    return [part for part in parts(session, joining.places) if part not in given]


# From one stage to the next --------------------------------------------------------------------------------------


def ask(session: Session, member: people.Member, places: Sequence[Place], now: datetime) -> Joining | None:
    """None: one of them has been joined meanwhile."""
    ids = sorted(place.id for place in places)
    locked = select(Place.id).where(Place.id.in_(ids)).order_by(Place.id)
    session.execute(locked.with_for_update())
    if any(of_place(session, place) for place in places):
        return None
    district = places[0].district_id
    joining = Joining(district_id=district, stage=Stage.ASKED, asker_id=member.id, asked_at=now, places=[*places])
    joining.audience = of_places(places)
    session.add(joining)
    session.flush()
    for place in joining.places:
        outbox.say(session, Address.parse(place.address), ASKED, joining.id, place.language)
    agree(session, joining, member, now)
    return joining


def agree(session: Session, joining: Joining, member: people.Member, now: datetime) -> None:
    """Once nobody is missing, it is on."""
    given = {one.part for one in agreed(session, joining)}
    for part in parts_of(session, member, joining.places):
        if part not in given:
            session.add(Agreement(joining_id=joining.id, part=part, member_id=member.id, at=now))
    session.flush()
    outbox.change(session, ASKED, joining.id)
    if not missing(session, joining):
        joining.stage = Stage.ON
        session.flush()
        talks.put(session, JOINED, joining.id, joining.places, joining=joining.id)


def end(session: Session, joining: Joining, why: End, now: datetime, by: people.Member | None = None) -> None:
    """Nothing more crosses, not even what is on its way. What stands stays, until its author takes it away."""
    joining.stage, joining.ended_at, joining.ending, joining.ender = Stage.ENDED, now, why, by
    session.flush()
    talked = select(Talk.id).where(Talk.joining_id == joining.id)
    session.execute(update(Thread).where(Thread.talk_id.in_(talked)).values(under=None, room=None))
    said = select(RelayedMessage.id).join(Thread).where(Thread.talk_id.in_(talked))
    files = select(RelayedFile.id).where(RelayedFile.carried_id.in_(said))
    theirs = ((Delivery.card == MESSAGE) & Delivery.subject.in_(said)) | (
        (Delivery.card == FILE) & Delivery.subject.in_(files)
    )
    on_its_way = select(Delivery.card, Delivery.subject, Delivery.state).where(
        theirs, Delivery.state.in_((State.WAITING, State.HELD))
    )
    for card, subject, state in session.execute(on_its_way).all():
        if state is State.HELD:
            rulings.leave(session, card, subject)
            continue
        outbox.remove(session, card, subject)
        if card == MESSAGE:
            carrying.explain(session, session.get_one(RelayedMessage, subject), CUT_OFF, now)
    for card in (ASKED, JOINED):
        outbox.settle(session, card, joining.id)


def find(session: Session, id: int) -> Joining | None:
    """For nobody else to change meanwhile."""
    return session.get(Joining, id, with_for_update=True)


def is_on(session: Session, id: int) -> bool:
    """Nobody ends it meanwhile."""
    stage = select(Joining.stage).where(Joining.id == id).with_for_update(read=True)
    return session.scalar(stage) == Stage.ON


def end_if_unfit(session: Session, id: int, places: Sequence[Meant], now: datetime) -> bool:
    """Its places may have been declared for others since."""
    agreed_for = session.scalar(select(Joining.audience).where(Joining.id == id))
    if is_fit(places, agreed_for):
        return False
    joining = find(session, id)
    if joining is not None and not joining.is_over:
        end(session, joining, End.PEOPLE, now)
    return True


def is_fit(places: Sequence[Meant], agreed_for: Audience | None) -> bool:
    """For the same people, and for those whose groups agreed (of old ones it is not known whose did)."""
    return are_for_the_same(places) and (agreed_for is None or of_places(places) == agreed_for)


def look_after(session: Session, now: datetime) -> bool:
    """Ends those whose places are not for the same people any more."""
    for joining in session.scalars(select(Joining).where(Joining.stage != Stage.ENDED).order_by(Joining.id)).all():
        joining.audience = joining.audience or of_places(joining.places)
        if not is_fit(joining.places, joining.audience):
            end(session, joining, End.PEOPLE, now)
    return False
