"""Others who wonder about a question, and what a district is told once a week"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as questions:
        questions.add_column(sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True))
        questions.add_column(sa.Column("findable", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("districts") as districts:
        districts.add_column(sa.Column("digest", sa.String(), nullable=False, server_default="monday 7"))
    op.create_table(
        "question_followers",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("fk_question_followers_question_id_questions")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_question_followers_member_id_members")),
        sa.PrimaryKeyConstraint("question_id", "member_id", name=op.f("pk_question_followers")),
    )
    op.create_index(op.f("ix_question_followers_member_id"), "question_followers", ["member_id"])
    op.create_table(
        "digests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("seat_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_digests_district_id_districts")),
        sa.ForeignKeyConstraint(["committee_id"], ["committees.id"], name=op.f("fk_digests_committee_id_committees")),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_digests_seat_id_seats")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digests")),
    )
    op.create_index(op.f("ix_digests_district_id"), "digests", ["district_id"])
    # Whoever was here before is told for the first time when their next week is over: it is planned at once.
    due = sa.table("due", sa.column("at"), sa.column("do"), sa.column("subject"), sa.column("tries"))
    now = sa.literal(datetime.now(UTC), sa.DateTime(timezone=True))
    every = sa.select(now, sa.literal("question.digest"), sa.table("districts", sa.column("id")).c.id, sa.literal(0))
    op.get_bind().execute(due.insert().from_select(["at", "do", "subject", "tries"], every))


def downgrade() -> None:
    op.execute("DELETE FROM due WHERE \"do\" = 'question.digest'")
    op.drop_table("digests")
    op.drop_table("question_followers")
    with op.batch_alter_table("districts") as districts:
        districts.drop_column("digest")
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as questions:
        questions.drop_column("findable")
        questions.drop_column("answered_at")
