"""Of a calendar's file that was left or undone nothing is kept but that it came"""

from alembic import op

revision = "0097"
down_revision = "0096"
branch_labels = None
depends_on = None

FORGET = """
UPDATE calendar_uploads
SET name = '', titles = '[]', chosen = '[]', added = '[]', removed = '[]', first = NULL, last = NULL, line = 0
WHERE stage IN ('dropped', 'undone')
"""


def upgrade() -> None:
    op.execute(FORGET)


def downgrade() -> None:
    pass
