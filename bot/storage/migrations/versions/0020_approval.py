"""Answers that a second member approves"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("committees") as committees:
        committees.add_column(sa.Column("approval", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "question_proposals",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["questions.id"], name="fk_question_proposals_question_id_questions"),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name="fk_question_proposals_committee_id_committees"
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_question_proposals_member_id_members"),
        sa.PrimaryKeyConstraint("question_id", name="pk_question_proposals"),
    )


def downgrade() -> None:
    op.drop_table("question_proposals")
    with op.batch_alter_table("committees") as committees:
        committees.drop_column("approval")
