"""What people chose for themselves, in one table; notices that were seen on the home card"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

CHOICES = ("hours", "days", "questions")


def upgrade() -> None:
    op.create_table(
        "preferences",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_preferences_member_id_members")),
        sa.PrimaryKeyConstraint("member_id", "key", name=op.f("pk_preferences")),
    )
    for choice in CHOICES:
        op.execute(
            "INSERT INTO preferences (member_id, key, value)"
            f" SELECT member_id, '{choice}', {choice} FROM wishes WHERE {choice} <> ''"
        )
    op.execute("INSERT INTO preferences (member_id, key, value) SELECT member_id, 'muted ' || name, 'yes' FROM mutes")
    for table in ("mutes", "wishes"):
        op.drop_table(table)
    with op.batch_alter_table("notices", table_kwargs={"sqlite_autoincrement": True}) as notices:
        notices.add_column(sa.Column("seen", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("notices", table_kwargs={"sqlite_autoincrement": True}) as notices:
        notices.drop_column("seen")
    op.create_table(
        "wishes",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("hours", sa.String(), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.Column("questions", sa.String(), nullable=True),
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
    chosen = (f"coalesce(max(CASE WHEN key = '{choice}' THEN value END), '')" for choice in CHOICES)
    op.execute(
        "INSERT INTO wishes (member_id, hours, days, questions)"
        f" SELECT member_id, {', '.join(chosen)} FROM preferences"
        " WHERE key IN ('hours', 'days', 'questions') GROUP BY member_id"
    )
    op.execute(
        "INSERT INTO mutes (member_id, name) SELECT member_id, substr(key, 7) FROM preferences WHERE key LIKE 'muted %'"
    )
    op.drop_table("preferences")
