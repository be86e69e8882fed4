"""Accounts that were joined with a code, and those that wait to be confirmed"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

STATES = ("waiting", "joined", "parted", "denied", "expired")


def upgrade() -> None:
    op.create_table(
        "joins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("typed_at", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="state", native_enum=False, length=8), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_joins_member_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joins")),
    )
    with op.batch_alter_table("joins") as joins:
        joins.create_index(op.f("ix_joins_typed_at"), ["typed_at"])
        joins.create_index(op.f("ix_joins_member_id"), ["member_id"])


def downgrade() -> None:
    op.drop_table("joins")
