"""Why those who have a question need longer than they had. Of those that are there: none, for it is not known whether
those who have one now gave the reason that its asker was told"""

import sqlalchemy as sa
from alembic import op

revision = "0112"
down_revision = "0111"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("questions", sa.Column("delayed", sa.String()))


def downgrade() -> None:
    op.drop_column("questions", "delayed")
