"""A delivery knows for whom it was said where its place is for others by now"""

import sqlalchemy as sa
from alembic import op

revision = "0086"
down_revision = "0085"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("meant_for", sa.String(), nullable=True))
    op.add_column("deliveries", sa.Column("withheld", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    op.drop_column("deliveries", "withheld")
    op.drop_column("deliveries", "meant_for")
