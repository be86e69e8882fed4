"""The highest number of readers that was told; whose leaders made a title, where that is known: those of the only group
of which something is under it, as long as the board does not read; a correction that waits for approval, and what those
did who approved a message"""

import sqlalchemy as sa
from alembic import op

revision = "0102"
down_revision = "0101"
branch_labels = None
depends_on = None

UNDER = "FROM listening_contributions c WHERE c.title_id = listening_titles.id"
EARLY = "listening_id IN (SELECT l.id FROM listenings l WHERE l.phase IN ('open', 'sorting', 'rating'))"
OWN = f"""
UPDATE listening_titles SET group_id = (SELECT min(c.group_id) {UNDER})
WHERE {EARLY} AND (SELECT count(DISTINCT c.group_id) {UNDER}) = 1
"""
KEPT = {"sqlite_autoincrement": True}


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("read_told", sa.Integer(), server_default="0", nullable=False))
    with op.batch_alter_table("listening_titles", table_kwargs=KEPT) as table:
        table.add_column(sa.Column("group_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_listening_titles_group_id_groups"), "groups", ["group_id"], ["id"])
    op.execute(OWN)
    op.add_column("broadcast_approvals", sa.Column("again", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "broadcast_corrections",
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_corrections_broadcast_id_broadcasts")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_broadcast_corrections_member_id_members")),
        sa.PrimaryKeyConstraint("broadcast_id", "language", name=op.f("pk_broadcast_corrections")),
    )
    op.create_table(
        "broadcast_interventions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("deed", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_interventions_broadcast_id_broadcasts")
        ),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_broadcast_interventions_group_id_groups")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast_interventions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_broadcast_interventions_broadcast_id"), "broadcast_interventions", ["broadcast_id"])


def downgrade() -> None:
    op.drop_table("broadcast_interventions")
    op.drop_table("broadcast_corrections")
    op.drop_column("broadcast_approvals", "again")
    with op.batch_alter_table("listening_titles", table_kwargs=KEPT) as table:
        table.drop_constraint(op.f("fk_listening_titles_group_id_groups"), type_="foreignkey")
        table.drop_column("group_id")
    op.drop_column("broadcasts", "read_told")
