"""Questions that are answered with another that asks the same"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as questions:
        questions.add_column(sa.Column("merged_into_id", sa.Integer(), nullable=True))
        questions.create_foreign_key(
            op.f("fk_questions_merged_into_id_questions"), "questions", ["merged_into_id"], ["id"]
        )
        questions.create_index(op.f("ix_questions_merged_into_id"), ["merged_into_id"])


def downgrade() -> None:
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as questions:
        questions.drop_index(op.f("ix_questions_merged_into_id"))
        questions.drop_constraint(op.f("fk_questions_merged_into_id_questions"), type_="foreignkey")
        questions.drop_column("merged_into_id")
