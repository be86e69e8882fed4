"""Which concern or goal an act is about, and who may do it: beyond what `bot.may` says for all."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bot.goals import group_rules
from bot.goals.concerns import CALL, Call, Concern
from bot.goals.model import Goal, to_change
from bot.goals.team import seated
from bot.payloads import Row
from bot.people import audiences, presence, seats
from bot.people import model as people
from bot.people.cards import acting_name, name_of, only_its_seat
from bot.people.model import GroupKind, Seat
from bot.people.seats import Capability
from bot.request import Refusal, Request
from bot.storage.database import locked
from bot.texts import Words

# Which groups a goal needs, beside the one that proposes it; parents where there are students.
NEEDED = (GroupKind.ADMINISTRATION, GroupKind.ASSOCIATION)


def find_call(request: Request) -> Call | None:
    return request.session.get(Call, request.payload(Row).id)


def find_concern(request: Request) -> Concern | None:
    return request.session.get(Concern, request.payload(Row).id)


def find_concern_to_change(request: Request) -> Concern | None:
    return locked(request.session, Concern, request.payload(Row).id)


def find_goal(request: Request) -> Goal | None:
    return request.session.get(Goal, request.payload(Row).id)


def find_goal_to_change(request: Request) -> Goal | None:
    """Nobody else changes it meanwhile."""
    return to_change(request.session, request.payload(Row).id)


# Whose -----------------------------------------------------------------------------------------------------------


def readers(session: Session, member: people.Member) -> list[Seat]:
    """The seats that read what this member writes."""
    return _readers(session, member.district, member.group_id, member.building_id)


def readers_of(session: Session, seat: Seat) -> list[Seat]:
    """The seats that read what people of this one's group and building write."""
    return _readers(session, seat.district, seat.group_id, seat.building_id)


def _readers(session: Session, district: people.District, group: int, building: int | None) -> list[Seat]:
    """Of the group itself, in the building or in none. That of the building comes first."""
    here = or_(Seat.building_id.is_(None), Seat.building_id == building)
    theirs = (Seat.group_id == group, Seat.role.in_(_sorting(district)), Seat.committee_id.is_(None))
    found = session.scalars(select(Seat).where(*theirs, here).order_by(Seat.id)).all()
    return sorted(found, key=lambda seat: seat.building_id is None)


def callers(session: Session, member: people.Member) -> list[Seat]:
    """The seats of this member that may ask their own group in their building."""
    roles = _sorting(member.district)
    return [seat for seat in people.seats_of(session, member) if seat.role in roles and _is_of_a_building(seat)]


def leaders(session: Session, member: people.Member) -> list[Seat]:
    """The seats of this member that lead their own group as a whole, and open its part of a round."""
    roles = seats.roles_with(member.district, Capability.OPEN_ROUND)
    whole = (seat for seat in people.seats_of(session, member) if seat.building_id is None)
    return [seat for seat in whole if seat.role in roles and seat.committee_id is None]


def consenting(session: Session, seat: Seat) -> tuple[list[Seat], list[GroupKind]]:
    """The seats that are asked about a goal of this one's: for each group that it needs the one that speaks for it in
    the building, or else for the whole group. And the groups for which there is none."""
    kinds = [*NEEDED]
    if seat.building is None or seat.building.kind is people.BuildingKind.SCHOOL:
        kinds.append(GroupKind.PARENTS)
    asked, missing = list[Seat](), list[GroupKind]()
    for kind in kinds:
        if kind is seat.group.kind:
            continue
        found = _speaking(session, seat, kind)
        asked += found
        missing += [] if found else [kind]
    return [*asked, *leading(session, seat.district, [seat, *asked])], missing


def leading(session: Session, district: people.District, asked: list[Seat]) -> list[Seat]:
    """The leaders of those of the groups that agree by theirs, too."""
    roles = seats.roles_with(district, Capability.CONSENT)
    groups = [group for group in (one.group_id for one in asked) if group_rules.leader_too(session, group)]
    whole = (Seat.building_id.is_(None), Seat.committee_id.is_(None), Seat.role.in_(roles))
    theirs = select(Seat).where(Seat.group_id.in_(groups), *whole, Seat.id.not_in([one.id for one in asked]))
    return list(session.scalars(theirs.order_by(Seat.id)))


def speaking(session: Session, district: people.District, kind: GroupKind) -> list[Seat]:
    """For each group of the kind the seat that speaks for the whole of it."""
    theirs = select(people.Group).where(people.Group.district_id == district.id, people.Group.kind == kind)
    return [seat for group in session.scalars(theirs.order_by(people.Group.id)) for seat in speaking_of(session, group)]


def is_led(session: Session, group: people.Group) -> bool:
    """Somebody acts for a seat that leads the whole of it."""
    district = session.get_one(people.District, group.district_id)
    roles = seats.roles_with(district, Capability.OPEN_ROUND)
    whole = (Seat.building_id.is_(None), Seat.committee_id.is_(None), Seat.role.in_(roles))
    theirs = select(Seat.id).where(Seat.group_id == group.id, *whole, Seat.acting_id.is_not(None))
    return session.scalar(theirs.limit(1)) is not None


def speaking_of(session: Session, group: people.Group) -> list[Seat]:
    """One, or none."""
    district = session.get_one(people.District, group.district_id)
    roles = seats.roles_with(district, Capability.CONSENT)
    whole = (Seat.building_id.is_(None), Seat.committee_id.is_(None), Seat.role.in_(roles))
    return list(session.scalars(select(Seat).where(Seat.group_id == group.id, *whole).order_by(Seat.id).limit(1)))


def _speaking(session: Session, seat: Seat, kind: GroupKind) -> list[Seat]:
    """One of each group of the kind that has one in the building; else one of the first such group."""
    roles = seats.roles_with(seat.district, Capability.CONSENT)
    theirs = (
        select(Seat)
        .join(people.Group, Seat.group_id == people.Group.id)
        .where(Seat.district_id == seat.district_id, people.Group.kind == kind, Seat.role.in_(roles))
    )
    of_one = theirs.where(Seat.committee_id.is_(None)).order_by(Seat.id)
    here = session.scalars(of_one.where(Seat.building_id == seat.building_id)).all()
    by_group = {one.group_id: one for one in sorted(here, key=lambda one: one.acting_id is not None)}
    if by_group:
        return list(by_group.values())
    return list(session.scalars(of_one.where(Seat.building_id.is_(None)).limit(1)))


def fills(session: Session, seat: Seat, words: Words) -> list[str]:
    """The names of those who can fill a seat that nobody holds: who appoints its group's people, or the caretakers."""
    roles = seats.roles_with(seat.district, Capability.APPOINT)
    theirs = select(Seat).where(Seat.group_id == seat.group_id, Seat.role.in_(roles), Seat.id != seat.id)
    appoint = session.scalars(theirs.where(Seat.building_id.is_(None)).order_by(Seat.id)).all()
    acting = [one for one in appoint if one.acting_id is not None]
    names = list(dict.fromkeys(name_of(one, words) for one in acting))
    return names or [one.name for one in people.caretakers(session, seat.district_id)]


def _sorting(district: people.District) -> list[people.Role]:
    return seats.roles_with(district, Capability.SORT_CONCERNS)


def _is_of_a_building(seat: Seat) -> bool:
    return seat.building_id is not None and seat.committee_id is None


# Who -------------------------------------------------------------------------------------------------------------


def call_their_group(request: Request, _subject: object) -> None:
    if not callers(request.session, request.member):
        raise Refusal.saying(request.words("concern-may-call"))


def have_called(request: Request, call: Call) -> None:
    if call.seat.acting_id != request.member.id:
        raise Refusal.saying(request.words("gone"))


def be_called(request: Request, call: Call) -> None:
    """It is asked among the seat's own group, in its building if it has one; its card stands where others may read."""
    session, member = request.session, request.member
    asked = audiences.of_group(call.seat.group, call.seat.building).admits(session, member)
    if not asked and not any(place.admits(member) for place in presence.stands_in(session, CALL, call.id)):
        raise Refusal.saying(request.words("gone"))


def read_concerns(request: Request, _subject: object) -> None:
    if not any(seat.role in _sorting(request.district) for seat in people.seats_of(request.session, request.member)):
        raise Refusal.saying(request.words("concern-may-read"))


def read_it(request: Request, concern: Concern) -> None:
    """For its own group; others read it in the goal that was made of it."""
    if concern.group_id != request.member.group_id or not concern.is_for(request.member):
        raise Refusal.saying(request.words("gone"))


def be_its_author(request: Request, concern: Concern) -> None:
    if concern.taken_back or not concern.is_written_by(request.member):
        raise Refusal.saying(request.words("gone"))


def read_goal(request: Request, goal: Goal) -> None:
    if not goal.is_for(request.member):
        raise Refusal.saying(request.words("gone"))


def answer_for_a_seat(request: Request, goal: Goal) -> None:
    """Nobody answers for another's group."""
    if not goal.of(request.member):
        read_goal(request, goal)
        names = [acting_name(one.seat, request.words) for one in goal.asked]
        raise Refusal.saying(request.words("goal-may-answer", names=request.words.listed(names)))


def be_of_its_team(request: Request, goal: Goal) -> None:
    """Act for one of the seats that work on it."""
    read_goal(request, goal)
    if not seated.has(goal, request.member):
        raise only(request, "goal-may-team", names=team_names(request, goal))


def team_names(request: Request, goal: Goal) -> str:
    return request.words.listed([acting_name(seat, request.words) for seat in seated.at_work(goal)])


def only(request: Request, said: str, *, names: str) -> Refusal:
    """That these do it (`said` is the name of a text); where there is nobody, who can help."""
    if names:
        return Refusal.saying(request.words(said, names=names))
    able = [one.name for one in people.caretakers(request.session, request.district.id)]
    return Refusal.saying(request.words("goal-may-nobody", names=request.words.either(able)))


def have_proposed(request: Request, goal: Goal) -> None:
    if not goal.is_proposed_by(request.member):
        read_goal(request, goal)
        raise Refusal.saying(only_its_seat(goal.seat, request.words))
