"""An author asks a moderator why"""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "moderation_questions",
        sa.Column("moderation_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["moderation_id"], ["moderations.id"], name=op.f("fk_moderation_questions_moderation_id_moderations")
        ),
        sa.PrimaryKeyConstraint("moderation_id", name=op.f("pk_moderation_questions")),
    )


def downgrade() -> None:
    op.drop_table("moderation_questions")
