"""What has gone quiet is watched for a seat: from now on, also goals that were agreed before"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None

QUIET = timedelta(days=14)


def upgrade() -> None:
    op.create_table(
        "nudges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ignored", sa.Integer(), server_default="0", nullable=False),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("monthly", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("stopped", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("waits", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_nudges_seat_id_seats")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nudges")),
        sa.UniqueConstraint("kind", "subject", "seat_id", name=op.f("uq_nudges_kind_subject_seat_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_nudges_seat_id", "nudges", ["seat_id"])
    _watch_agreed_goals()


def _watch_agreed_goals() -> None:
    moment = sa.DateTime(timezone=True)
    goals = sa.table("goals", sa.column("id"), sa.column("seat_id"), sa.column("status"))
    names = ("id", "kind", "subject", "seat_id")
    nudges = sa.table("nudges", *map(sa.column, names), sa.column("heard_at", moment))
    due = sa.table("due", sa.column("at", moment), sa.column("do"), sa.column("subject"))
    now = datetime.now(UTC)
    agreed = sa.select(sa.literal("goal"), goals.c.id, goals.c.seat_id, sa.literal(now, moment))
    agreed = agreed.where(goals.c.status == "agreed")
    op.execute(nudges.insert().from_select(["kind", "subject", "seat_id", "heard_at"], agreed))
    looks = sa.select(sa.literal(now + QUIET, moment), sa.literal("nudge.look"), nudges.c.id)
    op.execute(due.insert().from_select(["at", "do", "subject"], looks))


def downgrade() -> None:
    op.execute(sa.text("""delete from due where "do" = 'nudge.look'"""))
    op.drop_table("nudges")
