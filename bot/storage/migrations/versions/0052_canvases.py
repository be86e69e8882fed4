"""Two co-chairs write a goal together, and each group says what it brings"""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("goals", table_kwargs={"sqlite_autoincrement": True}) as goals:
        goals.add_column(sa.Column("co_seat_id", sa.Integer(), nullable=True))
        goals.create_foreign_key(op.f("fk_goals_co_seat_id_seats"), "seats", ["co_seat_id"], ["id"])
        goals.create_index(op.f("ix_goals_co_seat_id"), ["co_seat_id"])
    op.add_column("goal_positions", sa.Column("brings", sa.String(), server_default=sa.text("''"), nullable=False))
    lines = ("baseline", "source", "taken_on", "target", "step")
    op.create_table(
        "goal_canvases",
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        *(sa.Column(line, sa.String(), server_default=sa.text("''"), nullable=False) for line in lines),
        sa.Column("saved", sa.JSON(), nullable=False),
        sa.Column("by", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goals.id"], name=op.f("fk_goal_canvases_goal_id_goals")),
        sa.ForeignKeyConstraint(["theme_id"], ["themes.id"], name=op.f("fk_goal_canvases_theme_id_themes")),
        sa.PrimaryKeyConstraint("goal_id", name=op.f("pk_goal_canvases")),
    )
    op.create_index(op.f("ix_goal_canvases_theme_id"), "goal_canvases", ["theme_id"])


def downgrade() -> None:
    op.drop_table("goal_canvases")
    op.drop_column("goal_positions", "brings")
    with op.batch_alter_table("goals", table_kwargs={"sqlite_autoincrement": True}) as goals:
        goals.drop_index(op.f("ix_goals_co_seat_id"))
        goals.drop_constraint(op.f("fk_goals_co_seat_id_seats"), type_="foreignkey")
        goals.drop_column("co_seat_id")
