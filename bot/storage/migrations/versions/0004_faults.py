"""Faults: who waits longest, which claim counts, what fails again and again, what nobody needs any more"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WAITING = sa.text("waits_since IS NOT NULL")
DONE = sa.text("done_at IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("destinations") as destinations:
        destinations.add_column(sa.Column("waits_since", sa.Double(), nullable=True))
        destinations.add_column(sa.Column("claims", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("deliveries") as deliveries:
        deliveries.add_column(sa.Column("faults", sa.Integer(), nullable=False, server_default="0"))
        deliveries.add_column(sa.Column("done_at", sa.Double(), nullable=True))
    with op.batch_alter_table("due") as due:
        due.add_column(sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
    op.create_index(
        "ix_deliveries_waiting", "deliveries", ["address", "number"], sqlite_where=WAITING, postgresql_where=WAITING
    )
    op.create_index("ix_deliveries_done", "deliveries", ["done_at"], sqlite_where=DONE, postgresql_where=DONE)
    op.create_index("ix_reserves_free_at", "reserves", ["free_at"])
    # Which of those that were taken away were taken away when is not known: they count from now.
    op.execute(f"UPDATE deliveries SET done_at = {_now()} WHERE state = 'GONE'")
    op.execute(
        "UPDATE destinations SET waits_since = (SELECT min(deliveries.waits_since) FROM deliveries"
        " WHERE deliveries.address = destinations.address)"
    )


def _now() -> str:
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    return "extract(epoch FROM now())" if is_postgresql else "unixepoch()"


def downgrade() -> None:
    op.drop_index("ix_reserves_free_at", "reserves")
    op.drop_index("ix_deliveries_done", "deliveries")
    op.drop_index("ix_deliveries_waiting", "deliveries")
    with op.batch_alter_table("due") as due:
        due.drop_column("tries")
    with op.batch_alter_table("deliveries") as deliveries:
        deliveries.drop_column("done_at")
        deliveries.drop_column("faults")
    with op.batch_alter_table("destinations") as destinations:
        destinations.drop_column("claims")
        destinations.drop_column("waits_since")
