"""Where a topic of a meeting came from, and what a board's answer tells of it"""

import sqlalchemy as sa
from alembic import op

revision = "0079"
down_revision = "0078"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("meeting_items", sa.Column("source", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("listening_outcomes", sa.Column("brought", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("listening_outcomes", "brought")
    op.drop_column("meeting_items", "source")
