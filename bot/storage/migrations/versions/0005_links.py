"""Links: one person at two accounts; and which of two answers is the later"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "links",
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("was_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_links_member_id")),
        sa.ForeignKeyConstraint(["was_id"], ["members.id"], name=op.f("fk_links_was_id")),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_member_id"), "links", ["member_id"])
    op.create_table(
        "misses",
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("until", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("who", name=op.f("pk_misses")),
    )
    op.create_index(op.f("ix_misses_until"), "misses", ["until"])
    with op.batch_alter_table("ballots") as ballots:
        ballots.add_column(sa.Column("at", sa.Double(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("ballots") as ballots:
        ballots.drop_column("at")
    op.drop_table("misses")
    op.drop_table("links")
