"""What can be wrong with the files of a district, and how it is told."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import districts, terminal
from support.districts import PRETEND, RIVERA, edit

from bot.people import roster

FILES = ("district.yaml", "members.csv", "seats.csv", "places.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return districts.copy(tmp_path)


def problems(folder: Path) -> list[str]:
    with pytest.raises(roster.RosterError) as wrong:
        roster.read(folder)
    return terminal.read(*wrong.value.lines)


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("members.csv", ",cvea,lincoln,U01RIV", ",asociation,lincoln,U01RIV", "line 2: group 'asociation' is not in"),
        ("members.csv", ",lincoln,U01RIV", ",linkoln,U01RIV", "line 2: building 'linkoln' is not in district.yaml"),
        (
            "members.csv",
            "Maria Rivera,en",
            "Maria Rivera,fr",
            "line 2: 'language' does not fit: input should be 'en' or",
        ),
        ("members.csv", "Maria Rivera,en", ",en", "line 2: 'name' is empty: fill it in"),
        ("members.csv", "U01RIVERA", "@maria", "line 2: 'slack' does not fit: a Slack user id such as U01ABCDEF"),
        ("members.csv", "U01RIVERA,", "U01RIVERA,1.26E+18", "line 2: 'discord' does not fit: a Discord id, 17 to 20"),
        ("members.csv", "U01NATARAJAN", "U01RIVERA", "line 3: slack account 'U01RIVERA' already stands in members.csv"),
        ("members.csv", "priya-natarajan", "maria-rivera", "line 3: key 'maria-rivera' already stands in members.csv"),
        ("members.csv", "U01RIVERA,", "U01RIVERA,,1", "line 2: more cells than the header has"),
        ("members.csv", "Maria Rivera", '"Maria Rivera', "cannot be read from here on; check the quotation marks"),
        ("members.csv", "key,name", "key,nombre", "line 1: column 'nombre' is not known; the columns are key, name"),
        ("members.csv", "key,name", "key,nombre", "line 1: column 'name' is missing"),
        ("members.csv", "slack,discord", "slack,slack", "line 1: column 'slack' is there twice"),
        ("seats.csv", ",maria-rivera,", ",mary-rivera,", "line 7: holder 'mary-rivera' is not in members.csv"),
        ("seats.csv", ",maria-rivera,", ",elena-ortiz,", "line 7: holder 'elena-ortiz' is of group 'administration'"),
        ("seats.csv", "lincoln-team;schedule", "lincoln-team;chess", "line 7: committee 'chess' is not in district"),
        ("seats.csv", "lincoln-team;schedule", "schedule;schedule", "line 7: 'committees' does not fit: the same key"),
        ("seats.csv", "building rep", "reppresentative", "line 7: 'role' does not fit: input should be"),
        ("seats.csv", ",greta-holm", ",elena-ortiz", "line 8: deputy 'elena-ortiz' is of group 'administration', the"),
        ("seats.csv", ",greta-holm", ",nobody", "line 8: deputy 'nobody' is not in members.csv"),
        ("seats.csv", ",greta-holm", ",curtis-wendell", "line 8: deputy 'curtis-wendell' is its holder; name somebody"),
        ("seats.csv", "2029-06-30,greta", "June 2029,greta", "line 8: 'term_until' does not fit: input should be a"),
        ("district.yaml", "principal: [consent]", "boss: [consent]", "'capabilities' 'boss'"),
        ("district.yaml", "principal: [consent]", "principal: [rule]", "'capabilities' 'principal' entry 1, does not"),
        ("seats.csv", "lincoln,,maria", "lincoln,schedule,maria", "line 7: does not fit: a seat is of a building or"),
        (
            "seats.csv",
            "maria-rivera,lincoln-team;schedule,assoc",
            "maria-rivera,,soc",
            "line 7: the seat above, 'sociation-",
        ),
        (
            "seats.csv",
            "dana-lee,district-team,",
            "dana-lee,,rep-lincoln",
            "line 2: the seats above 'association-president'",
        ),
        (
            "district.yaml",
            "SCHEDULE\n    approval: true",
            "SCHEDULE\n    approval: sure",
            "entry 4, 'approval' is true or false",
        ),
        ("places.csv", "cvea;administration", "cvea;admin", "line 2: group 'admin' is not in district.yaml"),
        ("places.csv", "joint,cvea;administration", "joint,cvea", "line 2: does not fit: a joint place is for two"),
        ("places.csv", "caucus,cvea", "caucus,cvea;pta", "line 13: does not fit: a caucus is for exactly one group"),
        ("places.csv", "caucus,cvea", "caucus,", "line 13: does not fit: a caucus is for exactly one group"),
        ("places.csv", "community,,", "community,pta,", "line 3: does not fit: a community place is for everyone"),
        ("places.csv", "slack,C01ALLSTAFF", "discord,C01ALLSTAFF", "line 2: does not fit: the channel id does not"),
        (
            "places.csv",
            "C01COMMONS",
            "C01ALLSTAFF",
            "line 3: channel 'C01ALLSTAFF' already stands in places.csv line 2",
        ),
        ("places.csv", "on,riverbend", "on,riverside", "line 6: building 'riverside' is not in district.yaml"),
        ("district.yaml", "America/Chicago", "Chicago", "district.yaml: 'zone' does not fit: write a time zone by its"),
        ("district.yaml", "language: en", "language: tlh", "district.yaml: 'language' does not fit: input should be"),
        ("district.yaml", "slack_team: T01CEDAR", "slack_team:", "slack_team is empty; fill it in, since members.csv"),
        ("district.yaml", "[dana-lee, ", "[nobody, ", "district.yaml: caretaker 'nobody' is not in members.csv"),
        (
            "district.yaml",
            "[dana-lee, ",
            "[grace-chen, ",
            "caretakers are two people of different groups",
        ),
        (
            "district.yaml",
            "hours: 7-18",
            "also: [slack:T01CEDAR]\nhours: 7-18",
            "also entry 1: 'slack:T01CEDAR' is there twice",
        ),
        ("district.yaml", "hours: 7-18", "also: [T02ELM]\nhours: 7-18", "'also' entry 1, does not fit: a platform and"),
        (
            "district.yaml",
            "slack_team: T01CEDAR",
            "also: [slack:T02ELM]",
            "also entry 1: fill in slack_team first",
        ),
        ("district.yaml", "kind: board", "kind: panel", "district.yaml: 'groups' entry 3, 'kind' does not fit: input"),
        ("district.yaml", "key: riverbend", "key: lincoln", "buildings entry 2: key 'lincoln' already stands in"),
        (
            "district.yaml",
            "slack:C01LITERACY",
            "slack:C01READING",
            "committees entry 3: home 'slack:C01READING' is not",
        ),
        ("district.yaml", "name: Cedar", "nmae: Cedar", "district.yaml: 'nmae' is not known here: check its spelling"),
        (
            "district.yaml",
            "groups:\n",
            "groups: none\nothers:\n",
            "'groups' needs entries below it, each beginning with",
        ),
        ("district.yaml", "groups:", "groups: [", "line 15: this is not YAML; check the indentation"),
    ],
)
def test_a_problem_says_where_it_is_and_what_to_do(folder: Path, file: str, old: str, new: str, problem: str) -> None:
    edit(folder, file, old, new)
    found = problems(folder)
    assert any(problem in one and one.startswith(file) for one in found), found


def test_a_seat_is_not_on_a_committee_with_a_home_that_its_group_may_not_read(folder: Path) -> None:
    """A caucus of one group, and a place for several; a further home, and the first."""
    edit(folder, "places.csv", "schedule-committee,en,joint,cvea;administration;pta", "schedule,en,caucus,cvea")
    edit(folder, "places.csv", "literacy-committee,en,joint,cvea;administration", "literacy,en,joint,cvea")
    edit(folder, "district.yaml", "home: slack:C01SCHEDULE", "home: slack:C01COMMONS\n    also: [slack:C01SCHEDULE]")
    wrong = {16: "administration", 22: "pta", 29: "administration"}
    schedule = {(line, "slack:C01SCHEDULE", "schedule", group) for line, group in wrong.items()}
    literacy = {(line, "slack:C01LITERACY", "literacy", "administration") for line in (27, 31)}
    says = "seats.csv line {}: '{}', a home of committee '{}', is not for the seat's group '{}'"
    found = {problem.partition(";")[0] for problem in problems(folder) if problem.startswith("seats.csv")}
    assert found == {says.format(*one) for one in schedule | literacy}


@pytest.mark.parametrize("other", ["administration;board;pta;library,lincoln", "administration;board;library,"])
def test_the_homes_of_a_committee_are_for_the_same_people(folder: Path, other: str) -> None:
    old = "C01LEADERSHIP,partnership-leadership,en,joint,cvea;"
    edit(folder, "places.csv", f"{old}administration;board;pta;library,", f"{old}{other}")
    assert any(
        one.startswith("district.yaml: committees entry 1: its homes are for differ") for one in problems(folder)
    )


def test_all_problems_of_all_files_are_told_at_once(folder: Path) -> None:
    edit(folder, "members.csv", RIVERA, "maria-rivera,Maria Rivera,english,cvea,linkoln,,")
    edit(folder, "members.csv", "priya-natarajan,Priya Natarajan,en,cvea", "priya-natarajan,Priya Natarajan,en,cveaa")
    edit(folder, "seats.csv", ",dana-lee,", ",dana-leigh,")
    edit(folder, "places.csv", "caucus,board", "caucus,")
    edit(folder, "district.yaml", "home: slack:C01LINCOLN", "home: Lincoln")
    home = "district.yaml: 'committees' entry 2, 'home' does not fit"
    assert problems(folder) == [
        f"{home}: a platform and a channel id, such as slack:C01ABCDEF",
        "members.csv line 2: 'language' does not fit: input should be 'en' or 'es'",
        "places.csv line 15: does not fit: a caucus is for exactly one group: name it under groups",
        "seats.csv line 2: holder 'dana-leigh' is not in members.csv",
    ]
    edit(folder, "district.yaml", "home: Lincoln", "home: slack:C01LINCOLN")
    assert "members.csv line 3: group 'cveaa' is not in district.yaml" in problems(folder)


def test_a_line_that_cannot_be_read_does_not_make_others_wrong(folder: Path) -> None:
    edit(folder, "members.csv", "Maria Rivera,en", "Maria Rivera,english")
    assert len(problems(folder)) == 1


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert problems(folder) == [f"{file}: this file is missing from the folder"]


@pytest.mark.parametrize("file", FILES)
def test_a_file_in_another_encoding_is_named(folder: Path, file: str) -> None:
    (folder / file).write_bytes("# Verónica".encode("cp1252"))
    assert f"{file}: save this file as UTF-8 (in a spreadsheet: 'CSV UTF-8')" in problems(folder)


def test_what_spreadsheets_add_is_forgiven(folder: Path) -> None:
    lines = (folder / "members.csv").read_text("utf-8").splitlines()
    spread = "\r\n".join([f"{line},," for line in lines] + [",,,,,,,,", ""])
    (folder / "members.csv").write_bytes(spread.encode("utf-8-sig"))
    assert roster.read(folder) == roster.read(PRETEND)


def test_yaml_nested_too_deeply_is_a_problem(folder: Path) -> None:
    (folder / "district.yaml").write_text("[" * 5000, "utf-8")
    assert problems(folder)[0].startswith("district.yaml")


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", ",", ";", '"', "\n", "\r", "\x00", "lincoln", "cvea", "cvea;pta", "en", "slack", "U01RIVERA"]),
)


@settings(max_examples=150)
@given(
    file=st.sampled_from(["members.csv", "seats.csv", "places.csv"]),
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=9), min_size=1, max_size=4),
)
def test_junk_lines_are_problems_and_nothing_else(file: str, rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = districts.copy(Path(scratch))
        junk = "\n".join(["no key!," + ",".join(row) for row in rows])
        with (folder / file).open("a", encoding="utf-8") as end:
            end.write(junk)
        assert any(problem.startswith(file) for problem in problems(folder))


@settings(max_examples=150)
@given(file=st.sampled_from(FILES), junk=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_files_of_junk_are_problems_and_nothing_else(file: str, junk: bytes) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = districts.copy(Path(scratch))
        (folder / file).write_bytes(b"junk: " + junk)
        assert any(problem.startswith(file) for problem in problems(folder))


def test_what_is_in_a_workspace_that_is_not_named_is_pointed_out(folder: Path) -> None:
    districts.spread(
        folder, "T02ELMHILLS", "1268401200690098999", {"slack": "C02HOME", "discord": "1198000255257084999"}
    )
    edit(folder, "district.yaml", "slack:T02ELMHILLS, ", "")
    first, *_, last = problems(folder)
    assert first == "members.csv line 2: 'slack:T02ELMHILLS' does not stand under also in district.yaml"
    assert last == "places.csv line 24: 'slack:T02ELMHILLS' does not stand under also in district.yaml"
