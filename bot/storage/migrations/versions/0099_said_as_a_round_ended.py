"""What members said as their round was ending is deleted, as all was that they had said before"""

from alembic import op

revision = "0099"
down_revision = "0098"
branch_labels = None
depends_on = None

LEFT = "theme_id IN (SELECT t.id FROM themes t JOIN rounds r ON r.id = t.round_id WHERE r.phase = 'result')"
# Out of the database's files, too.
LEAVE = f"""
INSERT INTO return_remains (kind, id, destroyed)
SELECT DISTINCT 'round', t.round_id, true FROM theme_ratings JOIN themes t ON t.id = theme_id WHERE {LEFT}
ON CONFLICT (kind, id) DO UPDATE SET destroyed = true
"""
FORGET = f"DELETE FROM theme_ratings WHERE {LEFT}"


def upgrade() -> None:
    op.execute(LEAVE)
    op.execute(FORGET)


def downgrade() -> None:
    pass
