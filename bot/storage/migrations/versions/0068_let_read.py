"""Somebody on a goal's team who does not read it is let read it, or not"""

import sqlalchemy as sa
from alembic import op

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("open_seats", sa.Column("kept_out", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    op.drop_column("open_seats", "kept_out")
