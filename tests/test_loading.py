"""How the files of a district get into the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, func, select
from sqlalchemy.orm import Session
from support import districts
from support.databases import on_either
from support.districts import PRETEND, RIVERA, edit

from bot.people import committees, entries, model, roster
from bot.people.circles import AudienceFilter
from bot.people.places import Place
from bot.storage.tables import Table

pytestmark = on_either


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")

    @event.listens_for(engine, "connect")
    def _check_foreign_keys(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys=ON")

    import_module("bot.routes")  # and with it every table
    Table.metadata.create_all(engine)
    with Session(engine, autoflush=False) as session:
        yield session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return districts.copy(tmp_path)


def place(of: roster.Roster, name: str) -> entries.Place:
    return next(place for place in of.places if place.name == name)


def member(session: Session, key: str) -> model.Member:
    return session.scalars(select(model.Member).where(model.Member.key == key)).one()


def committee(session: Session, key: str) -> model.Committee:
    return session.scalars(select(model.Committee).where(model.Committee.key == key)).one()


# Into the database -----------------------------------------------------------------------------------------------


def test_the_database_says_what_the_files_say(session: Session) -> None:
    cedar = roster.read(PRETEND)
    district = districts.load(session, cedar)
    assert (district.name, district.zone, district.language) == ("Cedar Valley", "America/Chicago", "en")
    for table, count in (
        *((model.Group, 5), (model.Building, 6), (model.Committee, 4)),
        *((model.Member, len(cedar.members)), (model.Seat, len(cedar.seats)), (Place, len(cedar.places))),
    ):
        assert session.scalar(select(func.count()).select_from(table)) == count
    maria = member(session, "maria-rivera")
    assert session.get_one(model.Account, "slack:T01CEDAR/U01RIVERA").member_id == maria.id
    seat = session.scalars(select(model.Seat).where(model.Seat.holder == maria)).one()
    assert (seat.role, seat.body, seat.group.key) == (model.Role.BUILDING_REP, "Lincoln Elementary", "cvea")


def test_somebody_on_both_platforms_is_one_member(session: Session) -> None:
    districts.load(session, roster.read(PRETEND))
    rosa = member(session, "rosa-delgado")
    addresses = session.scalars(select(model.Account.address).where(model.Account.member_id == rosa.id))
    assert [address.partition(":")[0] for address in sorted(addresses)] == ["discord", "slack"]


def test_the_database_admits_who_the_files_admit(session: Session) -> None:
    cedar = roster.read(PRETEND)
    districts.load(session, cedar)
    for entry in cedar.places:
        address = cedar.address(entry)
        found = session.scalars(select(Place).where(Place.address == address)).one()
        assert all(found.admits(member(session, person.key)) for person in cedar.admitted(entry))
    caucus = session.scalars(select(Place).where(Place.name == "association-caucus")).one()
    assert not caucus.admits(member(session, "elena-ortiz"))
    families = session.scalars(select(Place).where(Place.name == "familias-de-lincoln")).one()
    assert families.admits(member(session, "samuel-okafor"))  # whose building is none
    assert not families.admits(member(session, "amara-nwosu"))  # of Oak Street


def test_a_committee_has_its_home_and_its_seats(session: Session) -> None:
    districts.load(session, roster.read(PRETEND))
    literacy = session.scalars(select(model.Committee).where(model.Committee.key == "literacy")).one()
    assert session.get_one(Place, literacy.home_id).address == "slack:T01CEDAR/C01LITERACY"
    keys = session.scalars(
        select(model.Seat.key)
        .join(committees.CommitteeSeat, committees.CommitteeSeat.seat_id == model.Seat.id)
        .where(committees.CommitteeSeat.committee_id == literacy.id)
    )
    assert {"literacy-chair", "pta-riverbend", "community-liaison"} <= set(keys)


@pytest.mark.parametrize("further", [False, True])
def test_a_seat_whose_group_a_home_is_not_for_is_not_on_the_committee(session: Session, further: bool) -> None:
    """However it came there: a load refuses it, but a database may have it from before."""
    districts.load(session, roster.read(PRETEND))
    schedule, places = committee(session, "schedule"), session.scalars(select(Place)).all()
    caucus = next(place for place in places if place.name == "association-caucus")
    principal, teacher = member(session, "arturo-cisneros"), member(session, "hector-villalobos")
    circle = AudienceFilter(frozenset({f"committee:{schedule.id}"}))
    for one in (principal, teacher):
        assert schedule.id in committees.of(session, one)
    assert committees.chair(session, schedule) is member(session, "joel-hartmann")
    if further:
        session.add(committees.CommitteeHome(committee_id=schedule.id, place_id=caucus.id))
    else:
        schedule.home_id = caucus.id
    session.flush()
    assert not committees.of(session, principal)
    assert schedule.id in committees.of(session, teacher)
    assert committees.chair(session, schedule) is None
    lead = committees.lead(session, schedule)
    assert lead is not None
    assert lead.group.key == "cvea"
    assert (circle.includes(session, principal), circle.includes(session, teacher)) == (False, True)


def test_loading_again_writes_nothing(session: Session) -> None:
    cedar = roster.read(PRETEND)
    districts.load(session, cedar)
    session.commit()
    statements: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    districts.load(session, cedar)
    session.commit()
    assert statements
    assert all(statement.startswith("SELECT") for statement in statements)


def test_a_changed_line_changes_its_row(session: Session, folder: Path) -> None:
    districts.load(session, roster.read(folder))
    before = member(session, "maria-rivera").id
    edit(folder, "members.csv", RIVERA, "maria-rivera,Maria Rivera Sosa,es,cvea,riverbend,U01SOSAM,")
    edit(folder, "places.csv", "all-staff,en,joint,cvea;administration", "everyone,es,joint,board;administration")
    edit(folder, "district.yaml", "Lincoln Elementary", "Lincoln School")
    districts.load(session, roster.read(folder))
    session.commit()
    maria = member(session, "maria-rivera")
    assert (maria.id, maria.name, maria.language) == (before, "Maria Rivera Sosa", "es")
    assert session.get_one(model.Building, maria.building_id).key == "riverbend"
    assert session.get(model.Account, "slack:T01CEDAR/U01RIVERA") is None
    assert session.get_one(model.Account, "slack:T01CEDAR/U01SOSAM").member_id == before
    everyone = session.scalars(select(Place).where(Place.name == "everyone")).one()
    assert {group.key for group in everyone.groups} == {"board", "administration"}
    assert session.scalar(select(model.Building.name).where(model.Building.key == "lincoln")) == "Lincoln School"


def test_an_account_passes_to_another_member(session: Session, folder: Path) -> None:
    districts.load(session, roster.read(folder))
    edit(folder, "members.csv", "U01RIVERA", "")
    edit(folder, "members.csv", "U01TPHAM", "U01RIVERA")
    districts.load(session, roster.read(folder))
    account = session.get_one(model.Account, "slack:T01CEDAR/U01RIVERA")
    assert account.member_id == member(session, "thuy-pham").id


def test_who_is_gone_keeps_a_row_without_account_or_seat(session: Session, folder: Path) -> None:
    districts.load(session, roster.read(folder))
    edit(folder, "members.csv", RIVERA + "\n", "")
    edit(folder, "seats.csv", "lincoln,,maria-rivera,lincoln-team;schedule", "lincoln,,,lincoln-team")
    districts.load(session, roster.read(folder))
    maria = member(session, "maria-rivera")
    assert session.get(model.Account, "slack:T01CEDAR/U01RIVERA") is None
    seat = session.scalars(select(model.Seat).where(model.Seat.key == "rep-lincoln")).one()
    assert seat.holder is None
    assert session.scalar(select(func.count()).where(committees.CommitteeSeat.seat_id == seat.id)) == 1
    assert session.scalar(select(func.count()).where(model.Seat.holder_id == maria.id)) == 0


def test_a_seat_that_is_gone_is_vacant_and_a_place_that_is_gone_admits_nobody(session: Session, folder: Path) -> None:
    districts.load(session, roster.read(folder))
    edit(
        folder,
        "seats.csv",
        "rep-lincoln,building rep,cvea,lincoln,,maria-rivera,lincoln-team;schedule,association-president\n",
        "",
    )
    edit(folder, "places.csv", "slack,C01COMMONS,partnership-commons,en,community,,\n", "")
    districts.load(session, roster.read(folder))
    seat = session.scalars(select(model.Seat).where(model.Seat.key == "rep-lincoln")).one()
    assert seat.holder is None
    assert session.scalar(select(func.count()).where(committees.CommitteeSeat.seat_id == seat.id)) == 0
    commons = session.scalars(select(Place).where(Place.name == "partnership-commons")).one()
    assert not any(commons.admits(member) for member in session.scalars(select(model.Member)))
