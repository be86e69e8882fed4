"""Numbers that show whether a goal is reached, and how it ends"""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
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


def downgrade() -> None:
    op.drop_table("goal_points")
    op.drop_table("goal_measures")
