"""Kinds of polls: ready-made answers, ratings, rankings, a maximum, when the count shows, counts by group"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("kind", sa.String(20), nullable=False, server_default="choice"))
        polls.add_column(sa.Column("most", sa.Integer(), nullable=False, server_default="0"))
        polls.add_column(sa.Column("live", sa.Boolean(), nullable=False, server_default=sa.true()))
        polls.add_column(sa.Column("split", sa.JSON(), nullable=True))
    with op.batch_alter_table("poll_options") as options:
        options.add_column(sa.Column("ready", sa.String(), nullable=True))
    op.create_table(
        "ranking_counts",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("ranking", sa.String(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_ranking_counts_poll_id_polls")),
        sa.PrimaryKeyConstraint("poll_id", "ranking", name=op.f("pk_ranking_counts")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("ranking_counts")
    with op.batch_alter_table("poll_options") as options:
        options.drop_column("ready")
    with op.batch_alter_table("polls") as polls:
        for column in ("split", "live", "most", "kind"):
            polls.drop_column(column)
