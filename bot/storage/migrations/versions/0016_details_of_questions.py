"""What is asked back about a question"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("questions") as questions:
        questions.add_column(sa.Column("wanted", sa.String(), nullable=True))
        questions.add_column(sa.Column("reply", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("questions") as questions:
        for column in ("reply", "wanted"):
            questions.drop_column(column)
