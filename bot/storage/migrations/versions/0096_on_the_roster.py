"""A member is on the roster or was: of nobody is it known that they left before the files are loaded anew"""

import sqlalchemy as sa
from alembic import op

revision = "0096"
down_revision = "0094"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("on_roster", sa.Boolean(), server_default=sa.true(), nullable=False))


def downgrade() -> None:
    op.drop_column("members", "on_roster")
