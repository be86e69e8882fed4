"""What a question has of somebody else's words, and how often it came to others, who don't read what was said before"""

import sqlalchemy as sa
from alembic import op

revision = "0115"
down_revision = "0114"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("questions", sa.Column("quote", sa.String(), nullable=False, server_default=sa.text("''")))
    op.add_column("questions", sa.Column("left_behind", sa.Integer(), nullable=False, server_default="0"))
    op.execute("update questions set quote = text where quoted")
    op.drop_column("questions", "quoted")


def downgrade() -> None:
    op.add_column("questions", sa.Column("quoted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute("update questions set quoted = (quote <> '')")
    op.drop_column("questions", "left_behind")
    op.drop_column("questions", "quote")
