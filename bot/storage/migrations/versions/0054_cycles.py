"""Cycles of goals, lines of their steps, what one role asks another, and who said yes to what a role promised"""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cycles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("prediction", sa.String(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("taken_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "outcome", sa.Enum("keep", "change", "drop", name="outcome", native_enum=False, length=10), nullable=True
        ),
        sa.Column("learned", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goals.id"], name=op.f("fk_cycles_goal_id_goals")),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_cycles_seat_id_seats")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cycles")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cycles_goal_id"), "cycles", ["goal_id"])
    op.create_table(
        "step_lines",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sure", sa.Integer(), nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["action_id"], ["actions.id"], name=op.f("fk_step_lines_action_id_actions")),
        sa.PrimaryKeyConstraint("action_id", name=op.f("pk_step_lines")),
    )
    op.create_table(
        "asks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["from_id"], ["seats.id"], name=op.f("fk_asks_from_id_seats")),
        sa.ForeignKeyConstraint(["to_id"], ["seats.id"], name=op.f("fk_asks_to_id_seats")),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_asks_by_id_members")),
        sa.ForeignKeyConstraint(["answered_by_id"], ["members.id"], name=op.f("fk_asks_answered_by_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asks")),
        sqlite_autoincrement=True,
    )
    for column in ("from_id", "to_id"):
        op.create_index(op.f(f"ix_asks_{column}"), "asks", [column])
    with op.batch_alter_table("actions", table_kwargs={"sqlite_autoincrement": True}) as actions:
        actions.add_column(sa.Column("accepted_by_id", sa.Integer(), nullable=True))
        actions.create_foreign_key(op.f("fk_actions_accepted_by_id_members"), "members", ["accepted_by_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("actions", table_kwargs={"sqlite_autoincrement": True}) as actions:
        actions.drop_constraint(op.f("fk_actions_accepted_by_id_members"), type_="foreignkey")
        actions.drop_column("accepted_by_id")
    for table in ("asks", "step_lines", "cycles"):
        op.drop_table(table)
