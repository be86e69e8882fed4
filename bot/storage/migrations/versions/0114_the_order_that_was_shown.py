"""A result keeps its order; then of fewer than five people of a group no count is kept of any title, either"""

import json
from fractions import Fraction
from math import prod

import sqlalchemy as sa
from alembic import op

revision = "0114"
down_revision = "0113"
branch_labels = None
depends_on = None

FEWEST = 5
RATED = (("rounds", "themes", "round_id"), ("listenings", "listening_titles", "listening_id"))


def upgrade() -> None:
    connection = op.get_bind()
    for table, titles, of in RATED:
        op.add_column(titles, sa.Column("place", sa.Integer(), nullable=True))
        rated = f"select id, cast(raters as text) from {table} where raters is not null"
        for id, raters in connection.execute(sa.text(rated)).all():
            counting = [group for group, people in (json.loads(raters) or {}).items() if people >= FEWEST]
            theirs = f"select id, cast(counts as text) from {titles} where {of} = :id and counts is not null"
            found = connection.execute(sa.text(theirs), {"id": id}).all()
            _keep(connection, titles, {title: json.loads(counts) or {} for title, counts in found}, counting)


def _keep(connection: sa.Connection, titles: str, counts: dict[int, dict[str, list[int]]], counting: list[str]) -> None:
    rows = sa.table(titles, sa.column("id"), sa.column("place"), sa.column("counts", sa.JSON()))
    scores = {title: _score(said, counting) for title, said in counts.items()}
    for title, said in counts.items():
        place = sum(other > scores[title] for other in scores.values()) + 1 if counting else None
        kept = {group: each for group, each in said.items() if sum(each) >= FEWEST}
        connection.execute(rows.update().where(rows.c.id == title).values(place=place, counts=kept))


def _score(said: dict[str, list[int]], counting: list[str]) -> Fraction:
    each = (said.get(group, [0]) for group in counting)
    return prod((Fraction(one[0] + 1, sum(one) + 2) for one in each), start=Fraction(1))


def downgrade() -> None:
    for _, titles, _ in RATED:
        op.drop_column(titles, "place")
