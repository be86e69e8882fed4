"""What was emptied of anonymous polls that are closed is taken out of the database's files, too"""

from alembic import op

revision = "0094"
down_revision = "0093"
branch_labels = None
depends_on = None

# Of all whose quorum is not told: 0092 emptied that of some of them.
LEAVE = """
INSERT INTO remains (poll_id) SELECT id FROM polls
WHERE anonymous AND status = 'CLOSED' AND valid IS NULL AND id NOT IN (SELECT poll_id FROM remains)
"""


def upgrade() -> None:
    op.execute(LEAVE)


def downgrade() -> None:
    pass
