"""Who was told that an agenda is everybody's, and what came of a topic; where a calendar's address was made"""

import sqlalchemy as sa
from alembic import op

revision = "0088"
down_revision = "0087"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("meeting_series", sa.Column("opened", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("meeting_items", sa.Column("told", sa.Boolean(), server_default=sa.false(), nullable=False))
    told = "UPDATE meeting_items SET told = true WHERE source <> '' AND line <> '' AND audience LIKE '%district:%'"
    op.execute(told)  # until now that went back to all from whom a topic of an open meeting came
    op.add_column("calendar_feeds", sa.Column("account", sa.String(), nullable=True))
    op.add_column("preferences", sa.Column("was_id", sa.Integer(), nullable=True))
    op.add_column("asker_mutes", sa.Column("was_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("asker_mutes", "was_id")
    op.drop_column("preferences", "was_id")
    op.drop_column("calendar_feeds", "account")
    op.drop_column("meeting_items", "told")
    op.drop_column("meeting_series", "opened")
