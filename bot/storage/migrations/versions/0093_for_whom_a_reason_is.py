"""Why a meeting is left out is for those whom its form named"""

import sqlalchemy as sa
from alembic import op

revision = "0093"
down_revision = "0092"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("meetings", sa.Column("reason_for", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("meetings", "reason_for")
