"""Two threads of a workspace may have the same room where a platform's ids are unique in a channel only (Slack)"""

from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("threads") as threads:
        threads.drop_constraint(op.f("uq_threads_room"), type_="unique")
        threads.create_index(op.f("ix_threads_room"), ["room"])


def downgrade() -> None:
    with op.batch_alter_table("threads") as threads:
        threads.drop_index(op.f("ix_threads_room"))
        threads.create_unique_constraint(op.f("uq_threads_room"), ["room"])
