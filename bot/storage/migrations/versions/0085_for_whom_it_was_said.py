"""A broadcast knows for whom words put into it are, a place of a listening session for whom it was"""

import sqlalchemy as sa
from alembic import op

revision = "0085"
down_revision = "0084"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("broadcasts", sa.Column("drafted_for", sa.String(), nullable=True))
    op.add_column("listening_places", sa.Column("meant_for", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("listening_places", "meant_for")
    op.drop_column("broadcasts", "drafted_for")
