"""Connections: which workspace belongs to which district, and who looks after the bot"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "connections",
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=True),
        sa.Column("secret", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_connections_district_id_districts")),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_connections")),
    )
    op.create_index(op.f("ix_connections_district_id"), "connections", ["district_id"])
    op.create_table(
        "tickets",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("until", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_tickets")),
    )
    with op.batch_alter_table("members") as members:
        members.add_column(sa.Column("caretaker", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("members") as members:
        members.drop_column("caretaker")
    op.drop_table("tickets")
    op.drop_index(op.f("ix_connections_district_id"), table_name="connections")
    op.drop_table("connections")
