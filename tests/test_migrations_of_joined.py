"""What migrations make of what crossed to joined channels before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text
from support import databases
from support.databases import on_both
from test_migrations import SEATED, older

from bot.storage import database

JOINED = (
    "buildings (id, district_id, key, name, kind) VALUES (5, 1, 'b', 'Lincoln', 'SCHOOL')",
    "groups (id, district_id, key, kind, name) VALUES (2, 1, 'u', 'ASSOCIATION', 'U')",
    "members (id, district_id, key, name, language, group_id, building_id) VALUES (2, 1, 'r', 'R', 'en', 1, 5)",
    "members (id, district_id, key, name, language, group_id, building_id) VALUES (3, 1, 'd', 'D', 'en', 2, 5)",
    "shown_names (member_id, shown, name, pictured) VALUES (1, 'unnamed', '', false)",
    "shown_names (member_id, shown, name, pictured) VALUES (2, 'named', 'Rosa', false)",
    "shown_names (member_id, shown, name, pictured) VALUES (3, 'named', 'Dana Lee', true)",
    "places (id, district_id, address, name, audience, language) VALUES (1, 1, 'slack:T/C', 'c', 'COMMUNITY', 'en')",
    "joinings (id, district_id, stage, asker_id, asked_at, ending) VALUES (1, 1, 'on', 1, '2026-01-01', '')",
    "talks (id, district_id, card, subject, joining_id) VALUES (1, 1, 'joining.joined', 1, 1)",
    "talks (id, district_id, card, subject) VALUES (2, 1, 'question', 1)",
    "threads (id, talk_id, place_id) VALUES (1, 1, 1)",
    "threads (id, talk_id, place_id) VALUES (2, 2, 1)",
)


@on_both
def test_what_crossed_before_keeps_the_name_that_it_had_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So do those whom it mentions. Under a committee's card all have their own."""
    mentions = [["text", 0, 0, [["@…", "", "", f"member\\:{n}"] for n in (1, 2, 3)] + [["hi", "", ""]]]]
    said = "carried (id, thread_id, message, member_id, words, edition, deleted, unnamed) VALUES"
    rows = (
        *SEATED,
        *JOINED,
        f"{said} (1, 1, '1', 1, '', 0, false, false)",
        f"{said} (2, 1, '2', 2, '', 0, false, false)",
        f"{said} (3, 1, '3', 2, '', 0, false, true)",
        f"{said} (4, 1, '4', 3, '{json.dumps(mentions)}', 0, false, false)".replace("\\\\", "\\"),
        f"{said} (5, 1, '5', NULL, '', 0, true, false)",
        f"{said} (6, 2, '6', 3, '', 0, false, false)",
    )
    engine = older(tmp_path, monkeypatch, "0099", rows, databases.empty(tmp_path))
    database.migrate(engine)
    with engine.connect() as connection:
        kept = "SELECT shown_as, stand_in, pictured FROM carried ORDER BY id"
        assert [tuple(row) for row in connection.execute(text(kept))] == [
            ("", "family", 0),
            ("Rosa", "family:5", 0),
            ("", "family:5", 0),
            ("Dana Lee", "group:2", 1),
            ("", "", 0),
            ("", "", 0),
        ]
        words = json.loads(connection.scalar(text("SELECT words FROM carried WHERE id = 4")) or "")
        named = [span[3] for span in words[0][3] if len(span) > 3]
        assert named == ["member:1/family/", "member:2/family:5/Rosa", "member:3/group:2/Dana Lee"]
    engine.dispose()
