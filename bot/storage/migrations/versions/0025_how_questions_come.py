"""How a question comes to the seat that reads it first"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("districts") as districts:
        districts.add_column(sa.Column("questions", sa.String(), server_default="daily", nullable=False))
    with op.batch_alter_table("wishes") as wishes:
        wishes.add_column(sa.Column("questions", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("wishes") as wishes:
        wishes.drop_column("questions")
    with op.batch_alter_table("districts") as districts:
        districts.drop_column("questions")
