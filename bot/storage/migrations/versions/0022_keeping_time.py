"""New dates for questions, the seats that are told of late ones, and who has one in hand"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

HOLDERS = """
UPDATE questions SET reader_id = (SELECT holder_id FROM seats WHERE seats.id = questions.rep_id)
WHERE status = 'with rep'
"""


def upgrade() -> None:
    with op.batch_alter_table("seats") as seats:
        seats.add_column(sa.Column("above_id", sa.Integer(), nullable=True))
        seats.create_foreign_key(op.f("fk_seats_above_id_seats"), "seats", ["above_id"], ["id"])
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as questions:
        questions.add_column(sa.Column("reader_id", sa.Integer(), nullable=True))
        questions.create_foreign_key(op.f("fk_questions_reader_id_members"), "members", ["reader_id"], ["id"])
    op.execute(HOLDERS)
    op.create_table(
        "question_delays",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("fk_question_delays_question_id_questions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_delays")),
    )
    op.create_index(op.f("ix_question_delays_question_id"), "question_delays", ["question_id"])


def downgrade() -> None:
    op.drop_table("question_delays")
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as questions:
        questions.drop_constraint(op.f("fk_questions_reader_id_members"), type_="foreignkey")
        questions.drop_column("reader_id")
    with op.batch_alter_table("seats") as seats:
        seats.drop_constraint(op.f("fk_seats_above_id_seats"), type_="foreignkey")
        seats.drop_column("above_id")
