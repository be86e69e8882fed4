"""Polls that begin at a time, and every week"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TYPE status ADD VALUE 'PLANNED'")
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("weekly", sa.Boolean(), nullable=False, server_default=sa.false()))
        polls.add_column(sa.Column("follows", sa.Integer(), nullable=True))
        polls.create_index("ix_polls_follows", ["follows"])


def downgrade() -> None:
    """The type keeps its value: PostgreSQL takes none away."""
    with op.batch_alter_table("polls") as polls:
        polls.drop_index("ix_polls_follows")
        polls.drop_column("follows")
        polls.drop_column("weekly")
