"""Tallies: ballots are counted as they come, and what a poll came to is kept once it has closed"""

import sqlalchemy as sa
from alembic import op

from bot.polls.tallies import TRIGGERS

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def _numbers() -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in ("option_id", "votes", "people")]


def upgrade() -> None:
    op.add_column("polls", sa.Column("outcome", sa.JSON(), nullable=True))
    op.create_table(
        "tallies",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        *_numbers(),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_tallies_poll_id_polls")),
        sa.PrimaryKeyConstraint("poll_id", "option_id", name=op.f("pk_tallies")),
    )
    op.create_table(
        "tally_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("poll_id", sa.Integer(), nullable=False),
        *_numbers(),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_tally_notes_poll_id_polls")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tally_notes")),
    )
    op.create_index(op.f("ix_tally_notes_poll_id"), "tally_notes", ["poll_id"])
    op.execute(
        "INSERT INTO tally_notes (poll_id, option_id, votes, people) SELECT poll_id, option_id, 1, CASE WHEN slot = "
        "(SELECT MIN(slot) FROM ballots b WHERE b.poll_id = ballots.poll_id AND b.member_id = ballots.member_id) "
        "THEN 1 ELSE 0 END FROM ballots"
    )
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    for trigger in ("ballots_given", "ballots_changed", "ballots_taken"):
        on = " ON ballots" if op.get_bind().dialect.name == "postgresql" else ""
        op.execute(f"DROP TRIGGER {trigger}{on}")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION note_ballot()")
    op.drop_table("tally_notes")
    op.drop_table("tallies")
    op.drop_column("polls", "outcome")
