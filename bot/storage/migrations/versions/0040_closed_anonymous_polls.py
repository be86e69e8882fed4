"""Of anonymous polls that are closed: nobody who took part, no counts of fewer than five answers, no full rankings"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

FEWEST = 5  # answers of which there are counts

POLLS = sa.table(
    "polls",
    sa.column("id", sa.Integer),
    sa.column("anonymous", sa.Boolean),
    sa.column("kind", sa.String),
    sa.column("status", sa.String),
    sa.column("outcome", sa.JSON(none_as_null=True)),
)
PARTICIPATIONS = sa.table("participations", sa.column("poll_id", sa.Integer))
COUNTS = sa.table("counts", sa.column("poll_id", sa.Integer))
REMAINS = sa.table("remains", sa.column("poll_id", sa.Integer))
NOTICES = sa.table("notices", sa.column("name", sa.String), sa.column("subject", sa.Integer))


def upgrade() -> None:
    connection = op.get_bind()
    closed = sa.and_(POLLS.c.anonymous, POLLS.c.status == sa.literal_column("'CLOSED'"))
    for poll in connection.execute(sa.select(POLLS).where(closed).order_by(POLLS.c.id)).all():
        _fold(connection, poll.id, poll.outcome or _outcome(connection, poll))
    op.drop_table("ranking_counts")
    if connection.dialect.name == "postgresql":  # it keeps samples of what columns hold: none of who takes part
        op.execute("ALTER TABLE participations ALTER COLUMN member_id TYPE integer")  # drops those that there are
        op.execute("ALTER TABLE participations ALTER COLUMN member_id SET STATISTICS 0")


def _outcome(connection: sa.Connection, poll: Any) -> dict[str, Any]:
    """Of one that closed before that was kept. No version that has landed left a ranked one so."""
    took_part = sa.select(sa.func.count()).select_from(PARTICIPATIONS).where(PARTICIPATIONS.c.poll_id == poll.id)
    return {"voters": connection.scalar(took_part) if poll.kind != "ranked" else 0}


def _fold(connection: sa.Connection, id: int, outcome: dict[str, Any]) -> None:
    kept = outcome if outcome["voters"] >= FEWEST else {}
    connection.execute(sa.update(POLLS).where(POLLS.c.id == id).values(outcome=kept))
    connection.execute(sa.delete(PARTICIPATIONS).where(PARTICIPATIONS.c.poll_id == id))
    if not kept:
        connection.execute(sa.delete(COUNTS).where(COUNTS.c.poll_id == id))
    connection.execute(sa.delete(NOTICES).where(NOTICES.c.name == "poll", NOTICES.c.subject == id))
    connection.execute(sa.delete(REMAINS).where(REMAINS.c.poll_id == id))
    connection.execute(sa.insert(REMAINS).values(poll_id=id))  # so that the files are scrubbed of it


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE participations ALTER COLUMN member_id SET STATISTICS -1")
    op.create_table(
        "ranking_counts",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.Column("ranking", sa.String(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_ranking_counts_poll_id_polls")),
        sa.PrimaryKeyConstraint("poll_id", "ranking", name=op.f("pk_ranking_counts")),
        sqlite_with_rowid=False,
    )
