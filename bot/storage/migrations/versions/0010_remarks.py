"""Remarks on polls: reasons for a concern, answers in one's own words"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("published", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("ballot_keys") as keys:
        keys.add_column(sa.Column("room", sa.Integer(), nullable=False, server_default="256"))
    op.create_table(
        "poll_remarks",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("option_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_poll_remarks_member_id_members")),
        sa.ForeignKeyConstraint(
            ["option_id"], ["poll_options.id"], name=op.f("fk_poll_remarks_option_id_poll_options")
        ),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_poll_remarks_poll_id_polls")),
        sa.PrimaryKeyConstraint("poll_id", "token", name=op.f("pk_poll_remarks")),
        sa.UniqueConstraint("poll_id", "member_id", name=op.f("uq_poll_remarks_poll_id_member_id")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("poll_remarks")
    with op.batch_alter_table("ballot_keys") as keys:
        keys.drop_column("room")
    with op.batch_alter_table("polls") as polls:
        polls.drop_column("published")
