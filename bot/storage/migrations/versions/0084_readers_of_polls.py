"""A poll that begins later knows for whom its places were when it was written"""

import sqlalchemy as sa
from alembic import op

revision = "0084"
down_revision = "0083"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("polls", sa.Column("readers", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("polls", "readers")
