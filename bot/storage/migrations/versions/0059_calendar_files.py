"""School calendars come as files, and are looked over before they are taken over"""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("no_school") as no_school:
        no_school.add_column(sa.Column("calendar", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "received_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("due_at", sa.Double(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_files")),
    )
    op.create_index(op.f("ix_received_files_due_at"), "received_files", ["due_at"])
    op.create_table(
        "calendar_uploads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("unread", sa.Integer(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("added", sa.JSON(), nullable=False),
        sa.Column("removed", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["district_id"], ["districts.id"], name=op.f("fk_calendar_uploads_district_id_districts")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_calendar_uploads_member_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_uploads")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_calendar_uploads_district_id"), "calendar_uploads", ["district_id"])


def downgrade() -> None:
    op.drop_table("calendar_uploads")
    op.drop_table("received_files")
    with op.batch_alter_table("no_school") as no_school:
        no_school.drop_column("calendar")
