"""Which topics everyone may ask about, also where others have the committee to themselves. None of those that are
there: the files have not said so"""

import sqlalchemy as sa
from alembic import op

revision = "0107"
down_revision = "0106"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("topics", sa.Column("everyone", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("topics", "everyone")
