"""Groups fill places on a goal's team; people say what they know about; partners offer; a board says what it expects"""

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "open_seats",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("means", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goals.id"], name=op.f("fk_open_seats_goal_id_goals")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_open_seats_group_id_groups")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_open_seats_member_id_members")),
        sa.ForeignKeyConstraint(["by_id"], ["seats.id"], name=op.f("fk_open_seats_by_id_seats")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_seats")),
        sqlite_autoincrement=True,
    )
    for column in ("goal_id", "group_id", "member_id"):
        op.create_index(op.f(f"ix_open_seats_{column}"), "open_seats", [column])
    op.create_table(
        "knowledge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_knowledge_member_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_knowledge_member_id"), "knowledge", ["member_id"])
    op.create_table(
        "offers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_offers_seat_id_seats")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_offers_seat_id"), "offers", ["seat_id"])
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("met_on", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_statements_seat_id_seats")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_seat_id"), "statements", ["seat_id"])


def downgrade() -> None:
    for table in ("statements", "offers", "knowledge", "open_seats"):
        op.drop_table(table)
