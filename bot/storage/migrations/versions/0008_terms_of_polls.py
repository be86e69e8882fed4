"""Terms of polls: when the count shows, a quorum, an audience, closing once all have answered"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("results", sa.String(20), nullable=False, server_default="live"))
        polls.add_column(sa.Column("quorum", sa.String(), nullable=False, server_default="none"))
        polls.add_column(sa.Column("valid", sa.Boolean(), nullable=True))
        polls.add_column(sa.Column("audience", sa.String(), nullable=False, server_default=sa.text("''")))
        polls.add_column(sa.Column("until_all", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("UPDATE polls SET results = 'end' WHERE NOT live")
    with op.batch_alter_table("polls") as polls:
        polls.drop_column("live")


def downgrade() -> None:
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("live", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.execute("UPDATE polls SET live = (results = 'live')")
    with op.batch_alter_table("polls") as polls:
        for column in ("until_all", "audience", "valid", "quorum", "results"):
            polls.drop_column(column)
