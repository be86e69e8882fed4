"""Data is asked for before a goal is written, and lies on a shelf"""

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None


def upgrade() -> None:
    empty = sa.text("''")
    op.create_table(
        "data_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("theme_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reminded", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("answer", sa.String(), server_default=empty, nullable=False),
        sa.Column("source", sa.String(), server_default=empty, nullable=False),
        sa.Column("taken_on", sa.String(), server_default=empty, nullable=False),
        sa.Column("declined", sa.String(), server_default=empty, nullable=False),
        sa.Column("taken_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_data_items_district_id_districts")),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_data_items_seat_id_seats")),
        sa.ForeignKeyConstraint(["by_id"], ["seats.id"], name=op.f("fk_data_items_by_id_seats")),
        sa.ForeignKeyConstraint(["theme_id"], ["themes.id"], name=op.f("fk_data_items_theme_id_themes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_items")),
        sqlite_autoincrement=True,
    )
    for column in ("district_id", "seat_id", "theme_id"):
        op.create_index(op.f(f"ix_data_items_{column}"), "data_items", [column])


def downgrade() -> None:
    op.drop_table("data_items")
