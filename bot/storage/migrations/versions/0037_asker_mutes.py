"""A committee may mute somebody who asks under their name"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "asker_mutes",
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_asker_mutes_committee_id_committees")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_asker_mutes_member_id_members")),
        sa.PrimaryKeyConstraint("committee_id", "member_id", name=op.f("pk_asker_mutes")),
    )
    op.create_index(op.f("ix_asker_mutes_member_id"), "asker_mutes", ["member_id"])


def downgrade() -> None:
    op.drop_table("asker_mutes")
