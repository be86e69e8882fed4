"""For whom both channels were meant when it was asked whether they be joined"""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("joinings", sa.Column("audience", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("joinings", "audience")
