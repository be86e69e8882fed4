"""The highest number of readers that was told; whose leaders made a title, where that is known: those of the only group
of which something is under it, as long as the board does not read"""

import sqlalchemy as sa
from alembic import op

revision = "0101"
down_revision = "0100"
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


def downgrade() -> None:
    with op.batch_alter_table("listening_titles", table_kwargs=KEPT) as table:
        table.drop_constraint(op.f("fk_listening_titles_group_id_groups"), type_="foreignkey")
        table.drop_column("group_id")
    op.drop_column("broadcasts", "read_told")
