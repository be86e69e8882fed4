"""Of a group of which fewer than five people rated anything no count is kept"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0111"
down_revision = "0110"
branch_labels = None
depends_on = None

FEWEST = 5
RATED = (("rounds", "themes", "round_id"), ("listenings", "listening_titles", "listening_id"))


def upgrade() -> None:
    connection = op.get_bind()
    for table, titles, of in RATED:
        rated = f"select id, cast(raters as text) from {table} where raters is not null"
        found = connection.execute(sa.text(rated)).all()
        for id, text in found:
            raters = json.loads(text) or {}
            _put(connection, table, "raters", id, {group: n if n >= FEWEST else 0 for group, n in raters.items()})
            theirs = f"select id, cast(counts as text) from {titles} where {of} = :id and counts is not null"
            for title, counts in connection.execute(sa.text(theirs), {"id": id}).all():
                said = (json.loads(counts) or {}).items()
                kept = {group: each for group, each in said if raters.get(group, 0) >= FEWEST}
                _put(connection, titles, "counts", title, kept)


def _put(connection: sa.Connection, table: str, column: str, id: int, value: object) -> None:
    rows = sa.table(table, sa.column("id"), sa.column(column, sa.JSON()))
    connection.execute(rows.update().where(rows.c.id == id).values({column: value}))


def downgrade() -> None:
    pass
