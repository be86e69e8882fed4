"""As whom the bot is in a workspace, and when a platform was asked who is in a place"""

import sqlalchemy as sa
from alembic import op

revision = "0101"
down_revision = "0100"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("connections", sa.Column("bot", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("places", sa.Column("gathered_at", sa.Double(), server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("places", "gathered_at")
    op.drop_column("connections", "bot")
