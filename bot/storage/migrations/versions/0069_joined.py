"""What somebody ruled of what may stand or not; whether a platform tells what people say; pictures beside names"""

import sqlalchemy as sa
from alembic import op

revision = "0069"
down_revision = "0068"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("deliveries", sa.Column("ruling", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("shown_names", sa.Column("pictured", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("connections", sa.Column("hears", sa.Boolean(), server_default=sa.true(), nullable=False))


def downgrade() -> None:
    op.drop_column("connections", "hears")
    op.drop_column("shown_names", "pictured")
    op.drop_column("deliveries", "ruling")
