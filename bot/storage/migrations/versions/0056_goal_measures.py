"""Numbers that show whether a goal is reached, and how it ends"""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "goal_measures",
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("better", sa.String(10), nullable=False),
        sa.Column("baseline", sa.String(), nullable=True),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goals.id"], name=op.f("fk_goal_measures_goal_id_goals")),
        sa.PrimaryKeyConstraint("goal_id", name=op.f("pk_goal_measures")),
    )
    op.create_table(
        "goal_points",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("out_of", sa.Integer(), nullable=True),
        sa.Column("taken_away", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goals.id"], name=op.f("fk_goal_points_goal_id_goals")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_points")),
        sa.UniqueConstraint("goal_id", "day", name=op.f("uq_goal_points_goal_id_day")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "goal_endings",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("id", "goal_id", "seat_id", "member_id")),
        sa.Column("outcome", sa.String(20), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("result", "learned")),
        sa.Column("remains", sa.JSON(), nullable=False),
        sa.Column("kept", sa.String(), nullable=False),
        sa.Column("concerns", sa.JSON(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goals.id"], name=op.f("fk_goal_endings_goal_id_goals")),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_goal_endings_seat_id_seats")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_goal_endings_member_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_endings")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_goal_endings_goal_id"), "goal_endings", ["goal_id"])


def downgrade() -> None:
    op.drop_table("goal_endings")
    op.drop_table("goal_points")
    op.drop_table("goal_measures")
