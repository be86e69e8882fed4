"""The migrations make the tables that the code expects."""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from bot import remains, return_paths
from bot.nudges import LOOK, Nudge
from bot.operations import opening
from bot.operations.settings import Settings
from bot.people import model as people
from bot.people import seats
from bot.polls import secrecy
from bot.polls.model import Poll
from bot.return_paths import ReturnPath, Thing
from bot.storage import database
from bot.storage.tables import Table
from bot.timetable import DueRow
from bot.uploads import Stage, Upload

ROOT = Path(__file__).parent.parent
# Every module that has tables, so that none can be forgotten.
WITH_TABLES = [path for path in ROOT.glob("bot/**/*.py") if "__tablename__" in path.read_text(encoding="utf-8")]
DEFINITIONS = text(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)

SEATED = (
    "districts (id, key, name, zone, language) VALUES (1, 'd', 'D', 'America/Chicago', 'en')",
    "groups (id, district_id, key, kind, name) VALUES (1, 1, 'g', 'PARENTS', 'G')",
    "members (id, district_id, key, name, language, group_id) VALUES (1, 1, 'm', 'M', 'en', 1)",
    "seats (id, district_id, key, role, group_id, holder_id) VALUES (1, 1, 's', 'CHAIR', 1, 1)",
    "seats (id, district_id, key, role, group_id) VALUES (2, 1, 'vacant', 'CHAIR', 1)",
)
ROWS = (  # a question with an answer
    *SEATED[:3],
    "topics (id, district_id, key, position, names) VALUES (1, 1, 't', 1, '{}')",
    "questions (id, topic_id, text, urgent, asker_id, account, status, asked_at, due_at, missing)"
    " VALUES (1, 1, 'Kits?', 0, 1, 'slack:T/U', 'answered', '2026-01-01', '2026-01-01', '')",
    "question_answers (question_id, text, member_id) VALUES (1, 'Yes.', 1)",
)
A_POLL = (  # anonymous, with two options
    "districts (id, key, name, zone, language) VALUES (1, 'd', 'D', 'America/Chicago', 'en')",
    "groups (id, district_id, key, kind, name) VALUES (1, 1, 'g', 'PARENTS', 'G')",
    "seats (id, district_id, key, role, group_id) VALUES (1, 1, 's', 'CHAIR', 1)",
    "polls (id, seat_id, question, several, anonymous, status, opened_at, closes_at)"
    " VALUES (1, 1, 'When?', 0, 1, 'OPEN', '2026-01-01', '2026-01-02')",
    "poll_options (id, poll_id, position, label) VALUES (1, 1, 0, 'Monday'), (2, 1, 1, 'Friday')",
)
SIX = range(1, 7)  # members
SEALED_BEFORE = [f'{{"choice": [{option}], "at": 1.0, "text": ""}}'.encode().ljust(256) for option in (1, 2, 1, 1, 1)]


@pytest.fixture(autouse=True)
def _known() -> None:
    for path in WITH_TABLES:
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = database.connect(f"sqlite:///{tmp_path / 'fresh.db'}")
    database.migrate(engine)
    yield engine
    engine.dispose()


def not_of_fts5(name: str | None, kind: str, _: object) -> bool:
    """SQLite's index of the FAQ keeps itself in tables of its own."""
    return kind != "table" or not (name or "").startswith("faq_index")


def autonumbered(engine: Engine) -> set[str]:
    """Tables that never give a number twice, which Alembic does not compare."""
    with engine.connect() as connection:
        return {name for name, sql in connection.execute(DEFINITIONS) if "AUTOINCREMENT" in sql}


def test_the_tables_are_those_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        opts = {"compare_type": True, "compare_server_default": True, "include_name": not_of_fts5}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, Table.metadata) == []


def test_numbers_are_given_once_where_the_code_wants_that(engine: Engine, tmp_path: Path) -> None:
    wanted = database.connect(f"sqlite:///{tmp_path / 'wanted.db'}")
    Table.metadata.create_all(wanted)
    assert autonumbered(engine) == autonumbered(wanted) != set()
    wanted.dispose()


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO seen_keys (key, at) VALUES ('kept', 1.0)"))
        before = connection.execute(DEFINITIONS).all()
    database.migrate(engine)
    with engine.begin() as connection:
        assert connection.execute(DEFINITIONS).all() == before
        assert connection.execute(text("SELECT key FROM seen_keys")).all() == [("kept",)]


def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, revision: str, rows: Sequence[str], at: str = "") -> Engine:
    """A database, empty and `at` this address or a new one, that was left at that revision, with these rows."""
    engine = database.connect(at or f"sqlite:///{tmp_path / 'older.db'}")
    with monkeypatch.context() as before:
        upgrade = command.upgrade
        before.setattr(command, "upgrade", lambda config, _head: upgrade(config, revision))
        database.migrate(engine)
    with engine.begin() as connection:
        for row in rows:
            connection.execute(text(f"INSERT INTO {row}"))
    return engine


def migrated_from(revision: str, rows: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A database that had these rows then."""
    engine = older(tmp_path, monkeypatch, revision, rows)
    database.migrate(engine)
    return engine


def test_who_held_a_seat_holds_it_from_then_on_by_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = migrated_from("0031", SEATED, tmp_path, monkeypatch)
    with Session(engine) as session:
        (tenure,) = session.scalars(select(seats.Tenure))
        assert (tenure.seat_id, tenure.member_id, tenure.until, tenure.by_id) == (1, 1, None, None)
        assert timedelta() <= datetime.now(UTC) - tenure.since < timedelta(minutes=5)
        told = select(people.Seat.told_id, people.Seat.acting_id, people.Seat.owner).order_by(people.Seat.id)
        assert [tuple(row) for row in session.execute(told)] == [(1, 1, "files"), (None, None, "files")]
    engine.dispose()


def test_goals_that_were_agreed_before_are_watched_from_then_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "district_id, seat_id, line, students, change, measure, word"
    lines += ", heard, audience, version, proposed_at, due_at, status"
    values = "1, 1, '', 'All', 'More', 'Books', '', 0, '[]', 1, '2026-01-01', '2026-01-01'"
    goals = (f"goals ({lines}) VALUES ({values}, 'agreed'), ({values}, 'proposed')",)
    engine = migrated_from("0056", (*SEATED, *goals), tmp_path, monkeypatch)
    with Session(engine) as session:
        (nudge,) = session.scalars(select(Nudge))
        assert (nudge.kind, nudge.subject, nudge.seat_id, nudge.told_at) == ("goal", 1, 1, None)
        (due,) = session.scalars(select(DueRow).where(DueRow.do == LOOK))
        assert (due.subject, due.at - nudge.heard_at) == (nudge.id, timedelta(days=14))
    engine.dispose()


def test_a_table_that_others_refer_to_is_made_anew_with_all_that_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = migrated_from("0016", ROWS, tmp_path, monkeypatch)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT text, asker_id FROM questions")).one() == ("Kits?", 1)
        assert connection.scalar(text("SELECT text FROM question_answers")) == "Yes."
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    engine.dispose()


def test_ballots_that_were_sealed_before_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, nonce, ballots = AESGCM.generate_key(256), bytes(12), []
    for member, answer in enumerate(SEALED_BEFORE):
        sealed = nonce + AESGCM(key).encrypt(nonce, answer, None)
        ballots.append(f"sealed_ballots VALUES (1, x'{member:064x}', x'{sealed.hex()}')")
    rows = (*A_POLL, f"ballot_keys (poll_id, key) VALUES (1, x'{key.hex()}')", *ballots)
    older(tmp_path, monkeypatch, "0031", rows).dispose()
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'older.db'}")
    engine = opening.open_database(settings, migrating=True)
    with Session(engine) as session:
        secrecy.close(session, 1)
        session.flush()
        assert secrecy.counts(session, 1) == {1: 4, 2: 1}
    engine.dispose()


def test_anonymous_polls_that_were_closed_before_keep_what_they_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = "polls (id, seat_id, question, several, anonymous, kind, status, opened_at, closes_at, outcome)"
    rounds = '{"voters": 6, "runoff": {"rounds": [], "winner": 5, "tied": []}}'
    rows = (
        *A_POLL,  # open, with somebody who has answered
        f"{closed} VALUES (2, 1, 'One?', 0, 1, 'choice', 'CLOSED', '2026-01-01', '2026-01-02', '{{\"voters\": 1}}')",
        f"{closed} VALUES (3, 1, 'Old?', 0, 1, 'choice', 'CLOSED', '2026-01-01', '2026-01-02', NULL)",
        f"{closed} VALUES (4, 1, 'Rank?', 0, 1, 'ranked', 'CLOSED', '2026-01-01', '2026-01-02', '{rounds}')",
        "poll_options (id, poll_id, position, label) VALUES (3, 2, 0, 'No'), (4, 3, 0, 'Yes'), (5, 4, 0, 'Oak')",
        "counts VALUES (2, 3, 1), (3, 4, 6)",
        "ranking_counts VALUES (4, '5', 6)",
        *(f"members (id, district_id, key, name, language, group_id) VALUES ({m}, 1, {m}, 'M', 'en', 1)" for m in SIX),
        "participations VALUES (1, 1), (2, 1)",
        *(f"participations VALUES (3, {member}), (4, {member})" for member in SIX),
        "roundups (id, member_id, account, day) VALUES (1, 2, 'slack:T/U', '2026-01-01')",
        "notices (member_id, name, subject, until) VALUES (2, 'poll', 2, '2026-01-02')",
        "notices (member_id, name, subject, until, roundup_id) VALUES (2, 'poll', 1, '2026-01-02', 1)",
    )
    engine = migrated_from("0038", rows, tmp_path, monkeypatch)
    with Session(engine) as session:
        assert [tuple(one) for one in session.execute(text("SELECT * FROM participations"))] == [(1, 1)]
        assert [tuple(one) for one in session.execute(text("SELECT poll_id, votes FROM counts"))] == [(3, 6)]
        assert session.scalars(text("SELECT id FROM notices UNION SELECT id FROM roundups")).all() == []
        outcomes = dict(session.execute(select(Poll.id, Poll.outcome).where(Poll.id > 1)).all())
        assert outcomes == {2: {}, 3: {"voters": 6}, 4: json.loads(rounds)}
        assert list(secrecy.remains(session).of) == [2, 3, 4]
    engine.dispose()


def test_a_way_back_of_before_is_found_and_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was sealed then: bound to nothing, and known by nothing but opening it."""
    key, nonce = AESGCM.generate_key(256), os.urandom(12)
    path = {"member": 1, "account": "slack:T/U", "letters": {"77": ["question.answer", 1]}, "mute": "m"}
    sealed = nonce + AESGCM(key).encrypt(nonce, json.dumps(path).encode().ljust(2048), None)
    rows = (
        *ROWS,
        f"route_keys VALUES (1, x'{key.hex()}')",
        f"sealed_routes VALUES (1, 1, x'{sealed.hex()}')",
        "route_remains VALUES (1, 0)",
    )
    older(tmp_path, monkeypatch, "0031", rows).dispose()
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'older.db'}")
    engine = opening.open_database(settings, migrating=True)
    question = Thing("question", 1)
    with Session(engine) as session:
        assert return_paths.find(session, question) == ReturnPath(1, "slack:T/U", {"77": ["question.answer", 1]}, "m")
        assert return_paths.written_by(session, 1, 1) == [question]
        path = return_paths._find_letter(session, 77)
        assert path is not None
        assert path.letters == {"77": ["question.answer", 1]}
        assert list(remains._find(session).of) == [question]
    engine.dispose()


def test_files_that_lay_on_the_data_shelf_before_still_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    item = "data_items (id, district_id, seat_id, what, why, asked_at, due_at, audience) VALUES"
    file = "data_files (id, item_id, name, size, stage, content, at) VALUES"
    rows = (
        *SEATED,
        f"{item} (7, 1, 1, 'How many?', '', '2026-01-01', '2026-01-01', '[]')",
        f"{file} (1, 7, 'a.csv', 3, 'on the shelf', x'612c62', '2026-01-01')",
        f"{file} (2, 7, 'b.csv', 3, 'looked over', x'612c63', '2026-01-01')",
        f"{file} (5, 7, 'c.csv', 3, 'dropped', NULL, '2026-01-01')",
        "data_files (id, item_id, name, size, stage, at) VALUES (9, 7, 'd.csv', 3, 'fetched', '2026-01-01')",
    )
    engine = older(tmp_path, monkeypatch, "0075", rows)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM data_files WHERE id = 9"))
    database.migrate(engine)
    with Session(engine) as session:
        found = session.scalars(select(Upload).order_by(Upload.id)).all()
        assert {(one.kind, one.subject, one.district_id) for one in found} == {("data", 7, 1)}
        told = [(one.id, one.name, one.stage.value, one.content) for one in found]
        assert told[:2] == [(1, "a.csv", "shared", b"a,b"), (2, "b.csv", "here", b"a,c")]
        assert told[2:] == [(5, "c.csv", "dropped", None)]
        session.add(Upload(kind="data", subject=7, district_id=1, name="e", size=1, stage=Stage.HERE, at=found[0].at))
        session.flush()
        assert session.scalar(select(func.max(Upload.id))) == 10  # a number is given once
    engine.dispose()


def test_what_tells_of_one_person_is_told_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether they answered a poll without names, and what another was asked."""
    poll = "polls (id, seat_id, question, several, anonymous, status, opened_at, closes_at"
    poll += ", quorum, valid, until_all, outcome) VALUES"
    rows = (
        *SEATED,
        f"{poll} (1, 1, 'Q', 0, 1, 'CLOSED', '2026-01-01', '2026-01-02', 'groups', 1, 0, '{{\"voters\"\\: 7}}')",
        f"{poll} (2, 1, 'Q', 0, 1, 'CLOSED', '2026-01-01', '2026-01-02', '3', 0, 0, '{{}}')",
        f"{poll} (3, 1, 'Q', 0, 1, 'CLOSED', '2026-01-01', '2026-01-02', '9', 0, 0, '{{\"voters\"\\: 7}}')",
        f"{poll} (4, 1, 'Q', 0, 1, 'OPEN', '2026-01-01', '2026-01-02', 'groups', NULL, 1, NULL)",
        f"{poll} (5, 1, 'Q', 0, 0, 'OPEN', '2026-01-01', '2026-01-02', 'groups', NULL, 1, NULL)",
        *(f"rounds (id, district_id, phase, opened_at) VALUES ({n}, 1, 'result', '2026-01-01')" for n in (8, 9)),
        *(f"round_parts (round_id, group_id, seat_id, chair_id) VALUES ({n}, 1, 1, 1)" for n in (8, 9)),
        *(f"notices (member_id, name, subject, until) VALUES (1, 'round-chair', {n}, '2026-01-09')" for n in (8, 9)),
    )
    engine = migrated_from("0089", rows, tmp_path, monkeypatch)
    with engine.connect() as connection:
        polls = connection.execute(text("SELECT valid, quorum, until_all FROM polls ORDER BY id")).all()
        assert polls == [(None, "none", 0), (None, "3", 0), (0, "9", 0), (None, "none", 0), (None, "groups", 1)]
        assert connection.execute(text("SELECT name, subject FROM notices")).all() == [("chair-asked", 1)]
    with Session(engine) as session:
        assert list(secrecy.remains(session).of) == [1, 2], "old pages tell it until they are scrubbed"
    engine.dispose()
