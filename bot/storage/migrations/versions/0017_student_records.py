"""What a district has pointed out before a text is said more widely"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("districts") as districts:
        districts.add_column(sa.Column("student_records", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("districts") as districts:
        districts.drop_column("student_records")
