"""Replies to broadcasts come to their seats; a role on Discord that goes with a place"""

import sqlalchemy as sa
from alembic import op

revision = "0073"
down_revision = "0072"
branch_labels = None
depends_on = None

TABLE = "broadcast_replies"
REFERENCES = (("broadcast_id", "broadcasts"), ("carried_id", "carried"), ("member_id", "members"))


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("replies", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("places", sa.Column("mentions", sa.String(), server_default=sa.text("''"), nullable=False))
    op.create_table(
        TABLE,
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(column, sa.Integer(), nullable=column == "member_id") for column, _ in REFERENCES),
        sa.Column("done", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{TABLE}_{column}_{table}"))
            for column, table in REFERENCES
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
        sa.UniqueConstraint("carried_id", name=op.f(f"uq_{TABLE}_carried_id")),
        sqlite_autoincrement=True,
    )
    for column in ("broadcast_id", "member_id"):
        op.create_index(op.f(f"ix_{TABLE}_{column}"), TABLE, [column])


def downgrade() -> None:
    op.drop_table(TABLE)
    op.drop_column("places", "mentions")
    op.drop_column("broadcasts", "replies")
