"""Which channels everybody in a workspace can open. Of those that are there it is not known until the platform tells"""

import sqlalchemy as sa
from alembic import op

revision = "0106"
down_revision = "0105"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("places", sa.Column("is_public", sa.Boolean(), nullable=True))


def downgrade() -> None:
    op.drop_column("places", "is_public")
