"""A page of a group's concerns is found without looking at all of them"""

from alembic import op

revision = "0075"
down_revision = "0074"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_concerns_newest", "concerns", ["group_id", "id"])


def downgrade() -> None:
    op.drop_index("ix_concerns_newest", "concerns")
