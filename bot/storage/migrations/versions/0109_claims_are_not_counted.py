"""How often a place was written to is not counted: that told whose unnamed question had been answered there"""

import sqlalchemy as sa
from alembic import op

revision = "0109"
down_revision = "0108"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("destinations", "claims", new_column_name="claim")
    op.execute(sa.text("update destinations set claim = 0"))


def downgrade() -> None:
    op.alter_column("destinations", "claim", new_column_name="claims")
