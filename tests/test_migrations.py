"""The migrations make the tables that the code expects."""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from bot import return_paths
from bot.return_paths import ReturnPath, Thing
from bot.storage import database
from bot.storage.tables import Table

ROOT = Path(__file__).parent.parent
# Every module that has tables, so that none can be forgotten.
WITH_TABLES = [path for path in ROOT.glob("bot/**/*.py") if "__tablename__" in path.read_text(encoding="utf-8")]
DEFINITIONS = text(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)

ROWS = (  # a question with an answer
    "districts (id, key, name, zone, language) VALUES (1, 'd', 'D', 'America/Chicago', 'en')",
    "groups (id, district_id, key, kind, name) VALUES (1, 1, 'g', 'PARENTS', 'G')",
    "members (id, district_id, key, name, language, group_id) VALUES (1, 1, 'm', 'M', 'en', 1)",
    "topics (id, district_id, key, position, names) VALUES (1, 1, 't', 1, '{}')",
    "questions (id, topic_id, text, urgent, asker_id, account, status, asked_at, due_at, missing)"
    " VALUES (1, 1, 'Kits?', 0, 1, 'slack:T/U', 'answered', '2026-01-01', '2026-01-01', '')",
    "question_answers (question_id, text, member_id) VALUES (1, 'Yes.', 1)",
)


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


def test_a_table_that_others_refer_to_is_made_anew_with_all_that_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = database.connect(f"sqlite:///{tmp_path / 'older.db'}")
    with monkeypatch.context() as older:
        upgrade = command.upgrade
        older.setattr(command, "upgrade", lambda config, _head: upgrade(config, "0016"))
        database.migrate(engine)
    with engine.begin() as connection:
        for row in ROWS:
            connection.execute(text(f"INSERT INTO {row}"))
    database.migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT text, asker_id FROM questions")).one() == ("Kits?", 1)
        assert connection.scalar(text("SELECT text FROM question_answers")) == "Yes."
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    engine.dispose()


def test_a_way_back_of_before_is_found_and_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was sealed then: bound to nothing, and known by nothing but opening it."""
    engine = database.connect(f"sqlite:///{tmp_path / 'older.db'}")
    with monkeypatch.context() as older:
        upgrade = command.upgrade
        older.setattr(command, "upgrade", lambda config, _head: upgrade(config, "0031"))
        database.migrate(engine)
    key, nonce = AESGCM.generate_key(256), os.urandom(12)
    path = {"member": 1, "account": "slack:T/U", "letters": {"77": ["question.answer", 1]}, "mute": "m"}
    sealed = nonce + AESGCM(key).encrypt(nonce, json.dumps(path).encode().ljust(2048), None)
    with engine.begin() as connection:
        for row in ROWS:
            connection.execute(text(f"INSERT INTO {row}"))
        connection.execute(text("INSERT INTO route_keys VALUES (1, :key)"), {"key": key})
        connection.execute(text("INSERT INTO sealed_routes VALUES (1, 1, :sealed)"), {"sealed": sealed})
        connection.execute(text("INSERT INTO route_remains VALUES (1, 0)"))
    database.migrate(engine)
    question = Thing("question", 1)
    with Session(engine) as session:
        assert return_paths.find(session, question) == ReturnPath(1, "slack:T/U", {"77": ["question.answer", 1]}, "m")
        assert return_paths.written_by(session, 1, 1) == [question]
        assert return_paths._find_letter(session, 77) == ["question.answer", 1]
        assert list(return_paths._remains(session).of) == [question]
    engine.dispose()
