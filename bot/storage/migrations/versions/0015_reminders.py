"""What people are told unasked: notices, one roundup a day, hours, wishes; reminders of polls"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("districts") as districts:
        districts.add_column(sa.Column("hours", sa.String(), nullable=False, server_default="7-18"))
        districts.add_column(sa.Column("days", sa.String(), nullable=False, server_default="weekdays"))
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("reminds", sa.Boolean(), nullable=False, server_default=sa.true()))
        polls.add_column(sa.Column("reminded", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "wishes",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_wishes_member_id_members")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_wishes")),
    )
    op.create_table(
        "mutes",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_mutes_member_id_members")),
        sa.PrimaryKeyConstraint("member_id", "name", name=op.f("pk_mutes")),
    )
    op.create_table(
        "roundups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_roundups_member_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roundups")),
        sa.UniqueConstraint("account", "day", name=op.f("uq_roundups_account_day")),
        sa.UniqueConstraint("member_id", "day", name=op.f("uq_roundups_member_id_day")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("roundup_id", sa.Integer(), nullable=True),
        sa.Column("skipped", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_notices_member_id_members")),
        sa.ForeignKeyConstraint(["roundup_id"], ["roundups.id"], name=op.f("fk_notices_roundup_id_roundups")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("member_id", "name", "subject", name=op.f("uq_notices_member_id_name_subject")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_notices_until"), "notices", ["until"])
    op.create_index(op.f("ix_notices_roundup_id"), "notices", ["roundup_id"])


def downgrade() -> None:
    for table in ("notices", "roundups", "mutes", "wishes"):
        op.drop_table(table)
    with op.batch_alter_table("polls") as polls:
        for column in ("reminded", "reminds"):
            polls.drop_column(column)
    with op.batch_alter_table("districts") as districts:
        for column in ("days", "hours"):
            districts.drop_column(column)
