"""The migrations make the tables that the code expects."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from bot import store
from bot.tables import Table

ROOT = Path(__file__).parent.parent
# Every module that has tables, so that none can be forgotten.
WITH_TABLES = [path for path in ROOT.glob("bot/**/*.py") if "__tablename__" in path.read_text(encoding="utf-8")]
DEFINITIONS = text(
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
)


@pytest.fixture(autouse=True)
def _known() -> None:
    for path in WITH_TABLES:
        importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = store.connect(f"sqlite:///{tmp_path / 'fresh.db'}")
    store.migrate(engine)
    yield engine
    engine.dispose()


def autonumbered(engine: Engine) -> set[str]:
    """Tables that never give a number twice, which Alembic does not compare."""
    with engine.connect() as connection:
        return {name for name, sql in connection.execute(DEFINITIONS) if "AUTOINCREMENT" in sql}


def test_the_tables_are_those_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Table.metadata) == []


def test_numbers_are_given_once_where_the_code_wants_that(engine: Engine, tmp_path: Path) -> None:
    wanted = store.connect(f"sqlite:///{tmp_path / 'wanted.db'}")
    Table.metadata.create_all(wanted)
    assert autonumbered(engine) == autonumbered(wanted) != set()
    wanted.dispose()


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO seen_keys (key, at) VALUES ('kept', 1.0)"))
        before = connection.execute(DEFINITIONS).all()
    store.migrate(engine)
    with engine.begin() as connection:
        assert connection.execute(DEFINITIONS).all() == before
        assert connection.execute(text("SELECT key FROM seen_keys")).all() == [("kept",)]
