"""A round waits so long for the lists of groups, and says who was left out; a link to where data is from"""

import sqlalchemy as sa
from alembic import op

revision = "0082"
down_revision = "0081"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("rounds", sa.Column("waits_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("round_parts", sa.Column("left_out", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("data_items", sa.Column("link", sa.String(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    op.execute(sa.text("""delete from due where "do" = 'round.waits'"""))
    op.drop_column("data_items", "link")
    op.drop_column("round_parts", "left_out")
    op.drop_column("rounds", "waits_until")
