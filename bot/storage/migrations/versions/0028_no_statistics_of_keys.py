"""PostgreSQL keeps samples of what its columns hold, in a table that nobody scrubs: none of keys and what they seal"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

SECRET = (
    *(("ballot_keys", "key"), ("sealed_ballots", "digest"), ("sealed_ballots", "sealed")),
    *(("route_keys", "key"), ("sealed_routes", "sealed"), ("mute_keys", "key"), ("route_mutes", "digest")),
)


def upgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table, column in SECRET:
        op.execute(sa.text(f"ALTER TABLE {table} ALTER COLUMN {column} TYPE bytea"))  # drops those that there are
        op.execute(sa.text(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0"))


def downgrade() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for table, column in SECRET:
        op.execute(sa.text(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS -1"))
