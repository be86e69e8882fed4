"""Which entries of a roster somebody has been, for a key is one person's for good"""

import sqlalchemy as sa
from alembic import op

revision = "0103"
down_revision = "0102"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("had_account", sa.Boolean(), server_default=sa.false(), nullable=False))
    here = "id IN (SELECT member_id FROM accounts)"
    op.execute(f"UPDATE members SET had_account = true WHERE {here} OR NOT on_roster")


def downgrade() -> None:
    op.drop_column("members", "had_account")
