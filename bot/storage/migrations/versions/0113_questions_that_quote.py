"""Which questions have words of somebody else, which are not for everybody: such a one goes to no more readers"""

import sqlalchemy as sa
from alembic import op

revision = "0113"
down_revision = "0112"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("questions", sa.Column("quoted", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("questions", "quoted")
