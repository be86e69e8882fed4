"""What is said in a joined channel crosses after a pause, at its group's pace, and its author is told if it does not"""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("joinings", sa.Column("pause", sa.Integer(), server_default="0", nullable=False))
    op.add_column("carried", sa.Column("crosses_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("carried", sa.Column("crossed", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("carried", sa.Column("why", sa.String(), server_default=sa.text("''"), nullable=False))
    op.execute(sa.text("UPDATE carried SET crossed = false WHERE waits_since IS NOT NULL"))
    op.create_table(
        "crossing_paces",
        sa.Column("joining_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["joining_id"], ["joinings.id"], name=op.f("fk_crossing_paces_joining_id_joinings")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_crossing_paces_group_id_groups")),
        sa.PrimaryKeyConstraint("joining_id", "group_id", name=op.f("pk_crossing_paces")),
    )


def downgrade() -> None:
    op.drop_table("crossing_paces")
    for column in ("why", "crossed", "crosses_at"):
        op.drop_column("carried", column)
    op.drop_column("joinings", "pause")
