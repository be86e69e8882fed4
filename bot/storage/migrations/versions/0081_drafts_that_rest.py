"""A canvas that nobody goes on with is asked about, and ends: also those that were being written before"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0081"
down_revision = "0080"
branch_labels = None
depends_on = None

QUIET = timedelta(days=14)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("goal_canvases", sa.Column("asked_at", MOMENT, nullable=True))
    op.add_column("goal_canvases", sa.Column("heard_at", MOMENT, nullable=True))
    _from_now_on(datetime.now(UTC))
    with op.batch_alter_table("goal_canvases") as canvases:
        canvases.alter_column("heard_at", existing_type=MOMENT, nullable=False)


def _from_now_on(now: datetime) -> None:
    goals = sa.table("goals", sa.column("id"), sa.column("status"))
    canvases = sa.table("goal_canvases", sa.column("goal_id"), sa.column("heard_at", MOMENT))
    due = sa.table("due", sa.column("at", MOMENT), sa.column("do"), sa.column("subject"))
    op.execute(canvases.update().values(heard_at=now))
    written = sa.select(sa.literal(now + QUIET, MOMENT), sa.literal("canvas.look"), canvases.c.goal_id)
    written = written.join(goals, goals.c.id == canvases.c.goal_id).where(goals.c.status == "draft")
    op.execute(due.insert().from_select(["at", "do", "subject"], written))


def downgrade() -> None:
    op.execute(sa.text("""delete from due where "do" = 'canvas.look'"""))
    with op.batch_alter_table("goal_canvases") as canvases:
        canvases.drop_column("heard_at")
        canvases.drop_column("asked_at")
