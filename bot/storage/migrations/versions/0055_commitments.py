"""What roles give to an agreed goal"""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None

KINDS = ("time", "cover", "money", "training", "data")
STATES = ("asked", "declined", "offered", "approved", "delivered", "not any more")


def upgrade() -> None:
    op.create_table(
        "commitments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Enum(*KINDS, name="kind", native_enum=False, length=10), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="state", native_enum=False, length=20), nullable=False),
        sa.Column(
            "fit",
            sa.Enum("not needed", "asked", "fits", "does not", name="fit", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("fit_by_id", sa.Integer(), nullable=True),
        sa.Column("fit_why", sa.String(), nullable=False),
        sa.Column("approved_by_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goals.id"], name=op.f("fk_commitments_goal_id_goals")),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_commitments_seat_id_seats")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["seats.id"], name=op.f("fk_commitments_asked_by_id_seats")),
        sa.ForeignKeyConstraint(["fit_by_id"], ["seats.id"], name=op.f("fk_commitments_fit_by_id_seats")),
        sa.ForeignKeyConstraint(["approved_by_id"], ["seats.id"], name=op.f("fk_commitments_approved_by_id_seats")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitments")),
        sqlite_autoincrement=True,
    )
    for column in ("goal_id", "seat_id"):
        op.create_index(op.f(f"ix_commitments_{column}"), "commitments", [column])


def downgrade() -> None:
    op.drop_table("commitments")
