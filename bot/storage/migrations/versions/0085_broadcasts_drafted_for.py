"""A broadcast knows for whom words of something else were put into it"""

import sqlalchemy as sa
from alembic import op

revision = "0085"
down_revision = "0084"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("drafted_for", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("broadcasts", "drafted_for")
