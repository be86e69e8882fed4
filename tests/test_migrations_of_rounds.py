"""What migrations make of rounds that were under way or over."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from support import databases
from support.databases import on_both
from test_migrations import SEATED, migrated_from, older

from bot.storage.database import migrate

A_ROUND = """rounds (id, district_id, phase, opened_at, raters) VALUES (1, 1, 'result', '2026-01-01', '{raters}')"""
THEMES = "themes (id, group_id, titles, why, round_id, counts) VALUES"


@pytest.mark.parametrize("left", [(), ("return_remains (kind, id, destroyed) VALUES ('round', 1, 0)",)])
def test_what_was_said_as_a_round_ended_is_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: tuple[str, ...]
) -> None:
    """Out of the database's files, too; what people say in a round under way is kept."""
    rounds = {1: "result", 2: "rating", 3: "result"}
    rows = (
        *SEATED,
        *(
            f"rounds (id, district_id, phase, opened_at) VALUES ({n}, 1, '{phase}', '2026-01-01')"
            for n, phase in rounds.items()
        ),
        *(f"themes (id, group_id, titles, why, round_id) VALUES ({n}, 1, '{{}}', '', {n})" for n in rounds),
        *(f"theme_ratings (theme_id, member_id, rate) VALUES ({n}, 1, 'not now')" for n in (1, 2)),
        *left,
    )
    engine = migrated_from("0097", rows, tmp_path, monkeypatch)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT theme_id FROM theme_ratings")).all() == [(2,)]
        assert connection.execute(text("SELECT kind, id, destroyed FROM return_remains")).all() == [("round", 1, 1)]
    engine.dispose()


def test_of_few_who_rated_no_count_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (
        *SEATED,
        A_ROUND.format(raters='{"1": 6, "2": 1}'),
        f"""{THEMES} (1, 1, '{{}}', '', 1, '{{"1": [6, 0, 0], "2": [0, 1, 0]}}'), (2, 1, '{{}}', '', 1, NULL)""",
    )
    engine = migrated_from("0110", rows, tmp_path, monkeypatch)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT raters FROM rounds")).all() == [('{"1": 6, "2": 0}',)]
        assert connection.execute(text("SELECT counts FROM themes")).all() == [('{"1": [6, 0, 0]}',), (None,)]
    engine.dispose()


@on_both
def test_a_result_that_is_out_keeps_its_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of those that are even two share a place; of few who rated a title no count is kept."""
    counts = ('{"1": [0, 4, 0], "2": [1, 0, 0]}', '{"1": [2, 3, 0]}', '{"1": [2, 2, 1]}')
    rows = (
        *SEATED,
        A_ROUND.format(raters='{"1": 5, "2": 1}'),
        *(f"{THEMES} ({id}, 1, '{{}}', '', 1, '{said}')" for id, said in enumerate(counts, 1)),
        "listenings (id, district_id, seat_id, questions, phase, opened_at, closes_at, raters) "
        """VALUES (1, 1, 1, '{}', 'reading', '2026-01-01', '2026-01-02', '{"1": 5}')""",
        *(
            f"listening_titles (id, listening_id, titles, counts) VALUES ({id}, 1, '{{}}', '{said}')"
            for id, said in enumerate(counts, 1)
        ),
    )
    engine = older(tmp_path, monkeypatch, "0110", rows, databases.empty(tmp_path))
    migrate(engine)
    with engine.connect() as connection:
        for table in ("themes", "listening_titles"):
            kept = connection.execute(text(f"SELECT place, CAST(counts AS text) FROM {table} ORDER BY id")).all()
            assert kept == [(3, "{}"), (1, '{"1": [2, 3, 0]}'), (1, '{"1": [2, 2, 1]}')]
    engine.dispose()


def test_a_result_that_is_out_has_no_order_where_nobody_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (*SEATED, A_ROUND.format(raters='{"1": 4}'), f"""{THEMES} (1, 1, '{{}}', '', 1, '{{"1": [4, 0, 0]}}')""")
    engine = migrated_from("0110", rows, tmp_path, monkeypatch)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT place, counts FROM themes")).all() == [(None, "{}")]
    engine.dispose()
