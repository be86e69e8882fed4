"""What belongs to which of two linked members, in all tables alike; a mute stays with the entry that it is for; an
entry that the roster lost, or made one with another; numbers of what follows a member are given once"""

import sqlalchemy as sa
from alembic import op

revision = "0089"
down_revision = "0088"
branch_labels = None
depends_on = None

ONCE = {"sqlite_autoincrement": True}
NUMBERED = (
    *("calendar_feeds", "held_messages", "joins", "joinings", "minutes_corrections", "moderations"),
    *("question_answers", "tenures"),
)
# The member had their choice beside the one that was copied; the copy is what is given back now.
COPIED = """
DELETE FROM preferences WHERE EXISTS (
    SELECT 1 FROM preferences p WHERE p.was_id = preferences.member_id AND p.key = preferences.key
)
"""
CHOICES = """
INSERT INTO belongings (what, "row", member_id)
SELECT 'preferences.member_id', p.member_id || '/' || p.key, p.was_id FROM preferences p WHERE p.was_id IS NOT NULL
"""
MUTES = """
UPDATE asker_mutes SET member_id = was_id WHERE was_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM asker_mutes o WHERE o.committee_id = asker_mutes.committee_id AND o.member_id = asker_mutes.was_id
)
"""
# And the other way round.
CHOSEN = """
UPDATE preferences SET was_id = (
    SELECT b.member_id FROM belongings b
    WHERE b.what = 'preferences.member_id' AND b."row" = preferences.member_id || '/' || preferences.key
)
"""
BOTH_CHOSE = """
INSERT INTO preferences (member_id, key, value) SELECT was_id, key, value FROM preferences p WHERE was_id IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM preferences o WHERE o.member_id = p.was_id AND o.key = p.key)
"""
MUTED = """
UPDATE asker_mutes SET was_id = member_id,
    member_id = (SELECT max(l.member_id) FROM links l WHERE l.was_id = asker_mutes.member_id)
WHERE EXISTS (SELECT 1 FROM links l WHERE l.was_id = asker_mutes.member_id) AND NOT EXISTS (
    SELECT 1 FROM asker_mutes o JOIN links l ON l.member_id = o.member_id
    WHERE o.committee_id = asker_mutes.committee_id AND l.was_id = asker_mutes.member_id
)
"""


def upgrade() -> None:
    with op.batch_alter_table("belongings") as table:
        table.alter_column("row", type_=sa.String(), existing_nullable=False, postgresql_using='"row"::text')
    for statement in (COPIED, CHOICES, MUTES):
        op.execute(statement)
    op.drop_column("preferences", "was_id")
    op.drop_column("asker_mutes", "was_id")
    op.add_column("links", sa.Column("lost", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("links", sa.Column("settled", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("partings", table_kwargs=ONCE) as table:
        table.alter_column("was_id", existing_type=sa.Integer(), nullable=True)
    if op.get_bind().dialect.name == "sqlite":
        for name in NUMBERED:
            with op.batch_alter_table(name, recreate="always", table_kwargs=ONCE):
                pass


def downgrade() -> None:
    op.execute("DELETE FROM partings WHERE was_id IS NULL")
    with op.batch_alter_table("partings", table_kwargs=ONCE) as table:
        table.alter_column("was_id", existing_type=sa.Integer(), nullable=False)
    op.execute("DELETE FROM links WHERE settled")
    op.execute("UPDATE links SET was_id = NULL WHERE lost")
    op.add_column("asker_mutes", sa.Column("was_id", sa.Integer(), nullable=True))
    op.add_column("preferences", sa.Column("was_id", sa.Integer(), nullable=True))
    for statement in (CHOSEN, BOTH_CHOSE, MUTED):
        op.execute(statement)
    op.drop_column("links", "settled")
    op.drop_column("links", "lost")
    op.execute("""DELETE FROM belongings WHERE "row" LIKE '%/%' OR what LIKE '% %' OR what = 'goals.audience'""")
    with op.batch_alter_table("belongings") as table:
        table.alter_column("row", type_=sa.Integer(), existing_nullable=False, postgresql_using='"row"::integer')
