"""Files that people send to the bot have one home, whatever they are for"""

import sqlalchemy as sa
from alembic import op

revision = "0076"
down_revision = "0075"
branch_labels = None
depends_on = None

STAGES = {"looked over": "here", "on the shelf": "shared"}


def upgrade() -> None:
    op.create_table(
        "uploads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("personal", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_uploads_district_id_districts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uploads")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_uploads_district_id"), "uploads", ["district_id"])
    op.create_index("ix_uploads_for", "uploads", ["kind", "subject"])
    op.execute(
        "insert into uploads (id, kind, subject, district_id, name, size, stage, personal, content, at)"
        " select data_files.id, 'data', item_id, district_id, name, size, stage, personal, content, at"
        " from data_files join data_items on data_items.id = item_id"
    )
    _rename_stages("uploads", STAGES)
    if op.get_bind().dialect.name == "postgresql":  # an old button never finds a newer file
        op.execute("select setval('uploads_id_seq', last_value, is_called) from data_files_id_seq")
    else:
        op.execute("delete from sqlite_sequence where name = 'uploads'")
        op.execute("update sqlite_sequence set name = 'uploads' where name = 'data_files'")
    op.drop_table("data_files")


def downgrade() -> None:
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
    op.execute(
        "insert into data_files (id, item_id, name, size, stage, personal, content, at)"
        " select id, subject, name, size, stage, personal, content, at from uploads where kind = 'data'"
    )
    _rename_stages("data_files", {new: old for old, new in STAGES.items()})
    op.drop_table("uploads")


def _rename_stages(table: str, names: dict[str, str]) -> None:
    for old, new in names.items():
        op.execute(f"update {table} set stage = '{new}' where stage = '{old}'")
