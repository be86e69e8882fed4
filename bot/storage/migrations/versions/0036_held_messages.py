"""A message that may name a student waits for its author's word; a committee's files may stay where they are"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("committees", sa.Column("files", sa.Boolean(), nullable=False, server_default=sa.true()))
    with op.batch_alter_table("talks") as talks:
        talks.add_column(sa.Column("committee_id", sa.Integer(), nullable=True))
        talks.create_foreign_key(op.f("fk_talks_committee_id_committees"), "committees", ["committee_id"], ["id"])
    op.create_table(
        "held_messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_held_messages_thread_id_threads")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_held_messages_member_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_messages")),
        sa.UniqueConstraint("message", "thread_id", name=op.f("uq_held_messages_message_thread_id")),
    )
    op.create_index(op.f("ix_held_messages_thread_id"), "held_messages", ["thread_id"])
    op.create_index(op.f("ix_held_messages_member_id"), "held_messages", ["member_id"])


def downgrade() -> None:
    op.drop_table("held_messages")
    with op.batch_alter_table("talks") as talks:
        talks.drop_constraint(op.f("fk_talks_committee_id_committees"), type_="foreignkey")
        talks.drop_column("committee_id")
    op.drop_column("committees", "files")
