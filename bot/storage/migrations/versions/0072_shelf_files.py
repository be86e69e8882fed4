"""Files lie on the data shelf with what is said there"""

import sqlalchemy as sa
from alembic import op

revision = "0072"
down_revision = "0071"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("data_items", sa.Column("file_until", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "data_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("personal", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["data_items.id"], name=op.f("fk_data_files_item_id_data_items")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_files")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_data_files_item_id"), "data_files", ["item_id"])


def downgrade() -> None:
    op.drop_table("data_files")
    op.drop_column("data_items", "file_until")
