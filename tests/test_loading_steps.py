"""Loading goes a step at a time, and what was made in chat is left alone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session
from support import districts
from support.databases import on_either
from support.districts import RIVERA, edit
from test_loading import committee, folder, member, session

from bot.people import committees, loading, model, roster, school_days, seats, topics
from bot.people.places import Place, PlaceKind

pytestmark = on_either

__all__ = ["folder", "session"]

HOME = "C02HOME"


@pytest.mark.parametrize("done", range(0, 16, 2))
def test_a_load_that_was_broken_off_is_finished_by_the_next(session: Session, folder: Path, done: int) -> None:
    districts.load(session, roster.read(folder))
    edit(folder, "members.csv", RIVERA, "maria-rivera,Maria Rivera,es,cvea,riverbend,U01SOSAM,")
    edit(folder, "members.csv", "aisha-farouk,Aisha Farouk,en,cvea,riverbend,U01FAROUK,\n", "")
    edit(folder, "seats.csv", "lincoln,,maria-rivera,lincoln-team;schedule", "lincoln,,thuy-pham,lincoln-team")
    edit(folder, "places.csv", "slack,C01COMMONS,partnership-commons,en,community,,\n", "")
    edit(folder, "district.yaml", "committee: schedule", "committee: literacy")
    for step in list(loading.steps(session, roster.read(folder), datetime.now(UTC)))[:done]:
        step(session)
        session.flush()
    districts.load(session, roster.read(folder))
    maria, thuy = member(session, "maria-rivera"), member(session, "thuy-pham")
    assert (maria.language, session.get_one(model.Account, "slack:T01CEDAR/U01SOSAM").member_id) == ("es", maria.id)
    assert session.scalars(select(model.Member.key).where(~model.Member.on_roster)).all() == ["aisha-farouk"]
    seat = session.scalars(select(model.Seat).where(model.Seat.key == "rep-lincoln")).one()
    assert seat.holder is thuy
    assert session.scalar(select(func.count()).where(committees.CommitteeSeat.seat_id == seat.id)) == 1
    assert [(tenure.member_id, tenure.until is None) for tenure in session.scalars(held(seat))] == [
        (maria.id, False),
        (thuy.id, True),
    ]
    assert {topic.committee.key for topic in topics.answered(session, maria) if topic.committee} == {
        *("literacy", "lincoln-team", "district-team"),
    }


def test_a_home_that_the_files_name_no_more_keeps_nobody_from_the_committee(session: Session, folder: Path) -> None:
    """Such as one that was made in chat: it is closed, and the committee goes on in its others."""
    districts.load(session, roster.read(folder))
    schedule = committee(session, "schedule")
    caucus = session.scalars(select(Place).where(Place.name == "administration-caucus")).one()
    session.add(committees.CommitteeHome(committee_id=schedule.id, place_id=caucus.id, owner=model.Owner.CHAT))
    edit(folder, "places.csv", "slack,C01ADMINISTRATION,administration-caucus,en,caucus,administration,\n", "")
    districts.load(session, roster.read(folder))
    assert schedule.id in committees.of(session, member(session, "hector-villalobos"))


def test_what_was_made_in_chat_is_left_alone(session: Session, folder: Path) -> None:
    """Until the files name it: then it is theirs."""
    cedar = districts.load(session, roster.read(folder))
    maria, commons = member(session, "maria-rivera"), HOME
    group, literacy = maria.group_id, committee(session, "literacy")
    place = Place(district_id=cedar.id, address=f"slack:T01CEDAR/{commons}", name="made", language="en")
    place.audience, place.owner = PlaceKind.COMMUNITY, model.Owner.CHAT
    seat = model.Seat(district_id=cedar.id, key="made", role=model.Role.MEMBER, group_id=group, holder_id=maria.id)
    seat.owner = model.Owner.CHAT
    topic = topics.Topic(district_id=cedar.id, key="made", position=9, names={"en": "Made"}, committee=literacy)
    topic.owner = model.Owner.CHAT
    session.add_all((place, seat, topic))
    session.flush()
    pairs = {"committee_id": literacy.id, "owner": model.Owner.CHAT}
    session.add(committees.CommitteeHome(**pairs, place_id=place.id))
    session.add(committees.CommitteeSeat(**pairs, seat_id=seat.id))
    session.add(school_days.NoSchool(district_id=cedar.id, day="2027-03-01", owner=model.Owner.CHAT))
    session.flush()

    districts.load(session, roster.read(folder))
    assert place.admits(maria)
    assert seat.holder is maria
    assert place in committees.homes(session, literacy)
    assert literacy.id in committees.of(session, maria)
    assert topic in topics.answered(session, maria)
    assert date(2027, 3, 1) in school_days.off(session, cedar)

    edit(folder, "district.yaml", "no_school: [", "no_school: [2027-03-01, ")
    districts.load(session, roster.read(folder))
    edit(folder, "district.yaml", "no_school: [2027-03-01, ", "no_school: [")
    districts.load(session, roster.read(folder))
    assert date(2027, 3, 1) not in school_days.off(session, cedar)


def held(seat: model.Seat) -> Select[seats.Tenure]:
    return select(seats.Tenure).where(seats.Tenure.seat_id == seat.id).order_by(seats.Tenure.id)
