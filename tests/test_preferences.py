"""What people chose, in one table: it survives the tables that came before, and that two turn out to be one person."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import select, text
from sqlalchemy.orm import Session
from support import databases
from support.databases import on_both, on_sqlite

from bot.people import belongings, preferences
from bot.people import model as people
from bot.people.preferences import Key, Preferences
from bot.storage import database

pytestmark = on_sqlite

REVISION = "0032"  # the last without that table
ROWS = (
    "districts (id, key, name, zone, language) VALUES (1, 'd', 'D', 'America/Chicago', 'en')",
    "groups (id, district_id, key, kind, name) VALUES (1, 1, 'g', 'PARENTS', 'G')",
    *(
        f"members (id, district_id, key, name, language, group_id) VALUES ({id}, 1, 'm{id}', 'M', 'en', 1)"
        for id in (1, 2, 3)
    ),
    "wishes (member_id, hours, days, questions) VALUES (1, '9-17', '', 'daily')",
    "wishes (member_id, hours, days, questions) VALUES (2, '', 'every day', NULL)",
    "mutes (member_id, name) VALUES (1, 'poll')",
    "mutes (member_id, name) VALUES (3, 'question-late')",
)
FIRST = Preferences("9-17", "", "daily", "", frozenset({"poll"}))


@on_both
def test_what_was_chosen_before_is_chosen_still(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = database.connect(databases.address(tmp_path))
    with monkeypatch.context() as older:
        older.setattr(database, "is_at_newest", lambda _connection: False)
        older.setattr(command, "upgrade", lambda config, _head: command.downgrade(config, REVISION))
        database.migrate(engine)
    with engine.begin() as connection:
        for row in ROWS:
            connection.execute(text(f"INSERT INTO {row}"))
    database.migrate(engine)
    with Session(engine) as session:
        assert preferences.of(session, 1) == FIRST
        assert preferences.of(session, 2) == Preferences(days="every day")
        assert preferences.of(session, 3) == Preferences(muted=frozenset({"question-late"}))

        one, two = (session.scalars(select(people.Member).where(people.Member.id == id)).one() for id in (1, 3))
        preferences.choose(session, two.id, Key.HOURS, "7-21")
        preferences.choose(session, two.id, Key.WHERE, "discord")
        belongings.hand_over(session, two, one)
        assert preferences.of(session, 1) == Preferences(
            "9-17", "", "daily", "discord", frozenset({"poll", "question-late"})
        )
    engine.dispose()
