"""Who belongs to a circle, against the plainest reading of the district's files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import literal, select
from sqlalchemy.orm import Session
from support import databases
from support.districts import pretend

from bot.people import audiences, coverage, presence
from bot.people import model as people
from bot.people.audiences import Audience, Clause, Kind
from bot.people.circles import AudienceFilter, buildings_of, people_of, reached
from bot.people.entries import Member
from bot.people.places import Place
from bot.storage import database
from bot.texts import read
from wiring import CONTENT

WORDS = read(CONTENT)["en"]


@pytest.fixture(scope="module", params=databases.BOTH)
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    with databases.on(request.param), tempfile.TemporaryDirectory() as folder:
        engine = database.connect(databases.loaded(Path(folder)))
        with database.reading(engine) as session:
            yield session
        engine.dispose()


def is_meant(entry: Member, names: set[tuple[str, str]]) -> bool:
    """By the kinds and keys of what the circle names."""
    roster = pretend()
    theirs = [seat for seat in roster.seats if seat.holder == entry.key]
    true_of = {("group", entry.group), *(("seat", seat.role.value) for seat in theirs)}
    true_of |= {("committee", committee) for seat in theirs for committee in seat.sits_on}
    somebody = {name for name in names if name[0] != "building"}
    where = {key for kind, key in names if kind == "building"}
    return (not somebody or bool(somebody & true_of)) and (not where or entry.building in where)


@given(data=st.data())
def test_a_circle_holds_whom_its_names_mean(session: Session, data: st.DataObject) -> None:
    district = session.scalars(select(people.District)).one()
    offered = [value for value, _ in (*people_of(session, district, WORDS), *buildings_of(session, district))]
    keys = {
        f"{kind}:{row.id}": (kind, row.key)
        for kind, table in (("group", people.Group), ("committee", people.Committee), ("building", people.Building))
        for row in session.scalars(select(table))
    }
    chosen = data.draw(st.sets(st.sampled_from(offered), max_size=5))
    names = {keys.get(value, ("seat", value.partition(":")[2])) for value in chosen}
    circle = AudienceFilter(frozenset(chosen))
    found = set(session.scalars(select(people.Member.key).where(circle.members())))
    assert found == {entry.key for entry in pretend().members if is_meant(entry, names)}
    assert AudienceFilter.parse(str(circle)) == circle
    one = session.scalars(select(people.Member).where(people.Member.key == data.draw(st.sampled_from(KEYS)))).one()
    assert circle.includes(session, one) == (one.key in found)


KEYS = [entry.key for entry in pretend().members]


def test_a_place_is_for_those_of_its_groups_and_buildings_and_of_the_district(session: Session) -> None:
    members = {member.key: member for member in session.scalars(select(people.Member))}
    for entry in pretend().places:
        place = session.scalars(select(Place).where(Place.address == pretend().address(entry))).one()
        meant = {
            one.key
            for one in pretend().members
            if (not entry.groups or one.group in entry.groups)
            and (not entry.buildings or one.building in (*entry.buildings, None))
        }
        assert {key for key, member in members.items() if place.admits(member)} == meant
        told = reached(session, [place], AudienceFilter()).subquery()
        found = set(session.scalars(select(people.Member.key).join(told, told.c.id == people.Member.id)))
        assert found == {one.key for one in pretend().members if one.key in meant and one.account(entry.platform)}
        assert presence.reached(session, [*members.values()], [place]) == {members[key].id for key in found}


NUMBERS = st.integers(1, 12)
CLAUSES = st.builds(Clause, st.sampled_from(Kind), NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS)


@given(st.frozensets(CLAUSES))
def test_an_audience_is_what_its_text_says(clauses: frozenset[Clause]) -> None:
    """A group beside the same group in one building, too."""
    assert Audience.parse(str(Audience(clauses))) == Audience(clauses)


def test_a_list_finds_what_each_member_may_read(session: Session) -> None:
    """`read_by` for lists and `admits` for one are the same rule."""
    committees = [audiences.of_committee(session, one) for one in session.scalars(select(people.Committee))]
    places = [audiences.of_place(one) for one in session.scalars(select(Place))]
    seats = [audiences.of_seats([one]) for one in session.scalars(select(people.Seat).limit(5))]
    apart = [audiences.Audience(frozenset({clause})) for one in committees for clause in one.clauses]
    some = set(map(str, [*committees, *places, *seats, *apart]))
    for member in session.scalars(select(people.Member)):
        listed = {text for text in some if session.scalar(select(audiences.read_by(session, member, literal(text))))}
        assert listed == {text for text in some if audiences.Audience.parse(text).admits(session, member)}, member.key


def test_a_list_finds_what_covers_an_audience(session: Session) -> None:
    """`covering` for lists and `covers` for one are the same rule."""
    committees = [audiences.of_committee(session, one) for one in session.scalars(select(people.Committee))]
    places = [audiences.of_place(one) for one in session.scalars(select(Place))]
    seats = [audiences.of_seats([one]) for one in session.scalars(select(people.Seat).limit(5))]
    members = [audiences.of_member(one) for one in session.scalars(select(people.Member).limit(5))]
    everybody = audiences.of_district(session.scalars(select(people.District)).one())
    some = {str(one): one for one in (*committees, *places, *seats, *members, everybody, seats[0] | places[0])}
    for told in (*some.values(), Audience()):
        listed = {by for by in some if session.scalar(select(coverage.covering(session, told, literal(by))))}
        assert listed == {by for by, audience in some.items() if audience.covers(session, told)}, str(told)
