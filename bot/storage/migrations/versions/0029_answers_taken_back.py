"""Answers that can be taken back by whoever sent them"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("question_answers") as answers:
        answers.add_column(sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True))
        answers.add_column(sa.Column("approver_id", sa.Integer(), nullable=True))
        answers.create_foreign_key(op.f("fk_question_answers_approver_id_members"), "members", ["approver_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("question_answers") as answers:
        answers.drop_constraint(op.f("fk_question_answers_approver_id_members"), type_="foreignkey")
        answers.drop_column("approver_id")
        answers.drop_column("sent_at")
