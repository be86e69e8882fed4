"""Emoji that people put to messages in joined channels are counted"""

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reactions",
        sa.Column("carried_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("emoji", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["carried_id"], ["carried.id"], name=op.f("fk_reactions_carried_id_carried")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_reactions_place_id_places")),
        sa.PrimaryKeyConstraint("carried_id", "place_id", "emoji", "account", name=op.f("pk_reactions")),
    )
    stands = sa.text("remote IS NOT NULL")
    op.create_index("ix_deliveries_remote", "deliveries", ["remote"], sqlite_where=stands, postgresql_where=stands)


def downgrade() -> None:
    op.drop_index("ix_deliveries_remote", "deliveries")
    op.drop_table("reactions")
