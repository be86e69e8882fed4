"""What belongs to which of two linked members, in all tables alike; a mute stays with the entry that it is for"""

import sqlalchemy as sa
from alembic import op

revision = "0089"
down_revision = "0088"
branch_labels = None
depends_on = None

CHOICES = """
INSERT INTO belongings (what, "row", member_id)
SELECT 'preferences.member_id', '[' || p.member_id || ', "' || p.key || '"]', p.was_id FROM preferences p
WHERE p.was_id IS NOT NULL
"""
MUTES = """
UPDATE asker_mutes SET member_id = was_id WHERE was_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM asker_mutes o WHERE o.committee_id = asker_mutes.committee_id AND o.member_id = asker_mutes.was_id
)
"""


def upgrade() -> None:
    with op.batch_alter_table("belongings") as table:
        table.alter_column("row", type_=sa.String(), existing_nullable=False, postgresql_using='"row"::text')
    op.execute("""UPDATE belongings SET "row" = '[' || "row" || ']'""")
    # The member had their choice beside the one that was copied; the copy is what is given back now.
    op.execute("""DELETE FROM preferences WHERE EXISTS (
        SELECT 1 FROM preferences p WHERE p.was_id = preferences.member_id AND p.key = preferences.key
    )""")
    op.execute(CHOICES)
    op.execute(MUTES)
    op.drop_column("preferences", "was_id")
    op.drop_column("asker_mutes", "was_id")


def downgrade() -> None:
    op.add_column("asker_mutes", sa.Column("was_id", sa.Integer(), nullable=True))
    op.add_column("preferences", sa.Column("was_id", sa.Integer(), nullable=True))
    op.execute("""DELETE FROM belongings WHERE "row" LIKE '%,%' OR what LIKE '% %' OR what = 'goals.audience'""")
    op.execute("""UPDATE belongings SET "row" = trim("row", '[]')""")
    with op.batch_alter_table("belongings") as table:
        table.alter_column("row", type_=sa.Integer(), existing_nullable=False, postgresql_using='"row"::integer')
