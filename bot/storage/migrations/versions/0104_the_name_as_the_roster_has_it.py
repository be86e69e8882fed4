"""What somebody writes crosses under their name as the roster has it then, not as it had it when they said so"""

from alembic import op

revision = "0104"
down_revision = "0103"
branch_labels = None
depends_on = None

OF_ROSTER = "(SELECT m.name FROM members m WHERE m.id = shown_names.member_id)"


def upgrade() -> None:
    op.execute(f"UPDATE shown_names SET name = '' WHERE shown = 'named' AND name = {OF_ROSTER}")


def downgrade() -> None:
    op.execute(f"UPDATE shown_names SET name = {OF_ROSTER} WHERE shown = 'named' AND name = ''")
