"""Anonymous polls: sealed answers, who has answered, and what is left after closing"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

UNORDERED = {"sqlite_with_rowid": False}


def upgrade() -> None:
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("anonymous", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table("ballot_keys", *_of_poll("ballot_keys"), sa.Column("key", sa.LargeBinary(), nullable=False))
    op.create_table(
        "sealed_ballots",
        *_of_poll("sealed_ballots", "digest"),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        **UNORDERED,
    )
    op.create_table(
        "participations",
        *_of_poll("participations", "member_id"),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_participations_member_id_members")),
        **UNORDERED,
    )
    op.create_table(
        "counts",
        *_of_poll("counts", "option_id"),
        sa.Column("option_id", sa.Integer(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["option_id"], ["poll_options.id"], name=op.f("fk_counts_option_id_poll_options")),
        **UNORDERED,
    )
    op.create_table("remains", *_of_poll("remains"))


def _of_poll(table: str, *besides: str) -> tuple[SchemaItem, ...]:
    return (
        sa.Column("poll_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f(f"fk_{table}_poll_id_polls")),
        sa.PrimaryKeyConstraint("poll_id", *besides, name=op.f(f"pk_{table}")),
    )


def downgrade() -> None:
    for table in ("remains", "counts", "participations", "sealed_ballots", "ballot_keys"):
        op.drop_table(table)
    with op.batch_alter_table("polls") as polls:
        polls.drop_column("anonymous")
