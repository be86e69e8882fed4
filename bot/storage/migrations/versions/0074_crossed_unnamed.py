"""What crossed without its author's name keeps none"""

import sqlalchemy as sa
from alembic import op

revision = "0074"
down_revision = "0073"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("carried", sa.Column("unnamed", sa.Boolean(), server_default=sa.false(), nullable=False))
    theirs = "select member_id from shown_names where shown = 'unnamed'"
    op.execute(f"update carried set unnamed = true where member_id in ({theirs})")


def downgrade() -> None:
    op.drop_column("carried", "unnamed")
