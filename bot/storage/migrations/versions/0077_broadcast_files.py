"""Files go with what is told to many"""

import sqlalchemy as sa
from alembic import op

revision = "0077"
down_revision = "0076"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "broadcast_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("upload_id", sa.Integer(), nullable=False),
        sa.Column("taken_out", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_broadcast_files_broadcast_id_broadcasts")
        ),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], name=op.f("fk_broadcast_files_upload_id_uploads")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast_files")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_broadcast_files_broadcast_id"), "broadcast_files", ["broadcast_id"])
    op.create_index(op.f("ix_broadcast_files_upload_id"), "broadcast_files", ["upload_id"])


def downgrade() -> None:
    op.drop_table("broadcast_files")
