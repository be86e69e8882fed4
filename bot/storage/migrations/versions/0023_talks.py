"""Threads that belong together, what is carried between them, and further homes of a committee"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "committee_homes",
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["committee_id"], ["committees.id"], name=op.f("fk_committee_homes_committee_id")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_committee_homes_place_id")),
        sa.PrimaryKeyConstraint("committee_id", "place_id", name=op.f("pk_committee_homes")),
    )
    op.create_table(
        "talks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_talks_district_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talks")),
    )
    op.create_index(op.f("ix_talks_district_id"), "talks", ["district_id"])
    op.create_index("ix_talks_about", "talks", ["card", "subject"])
    op.create_table(
        "threads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("talk_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("under", sa.String(), nullable=True),
        sa.Column("room", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["talk_id"], ["talks.id"], name=op.f("fk_threads_talk_id")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_threads_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_threads")),
        sa.UniqueConstraint("under", name=op.f("uq_threads_under")),
        sa.UniqueConstraint("room", name=op.f("uq_threads_room")),
    )
    op.create_index(op.f("ix_threads_talk_id"), "threads", ["talk_id"])
    op.create_table(
        "carried",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("edition", sa.Double(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_carried_thread_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_carried_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carried")),
        sa.UniqueConstraint("message", "thread_id", name=op.f("uq_carried_message_thread_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_carried_thread_id"), "carried", ["thread_id"])
    op.create_index(op.f("ix_carried_member_id"), "carried", ["member_id"])
    op.create_table(
        "carried_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("carried_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["carried_id"], ["carried.id"], name=op.f("fk_carried_files_carried_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carried_files")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_carried_files_carried_id"), "carried_files", ["carried_id"])
    op.create_table(
        "stays",
        sa.Column("talk_id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["talk_id"], ["talks.id"], name=op.f("fk_stays_talk_id")),
        sa.PrimaryKeyConstraint("talk_id", "account", name=op.f("pk_stays")),
    )
    with op.batch_alter_table("question_answers") as answers:
        answers.add_column(sa.Column("source_id", sa.Integer(), nullable=True))
        answers.add_column(sa.Column("changed", sa.Boolean(), server_default=sa.false(), nullable=False))
        answers.add_column(sa.Column("withdrawn", sa.Boolean(), server_default=sa.false(), nullable=False))
        answers.create_foreign_key(op.f("fk_question_answers_source_id"), "carried", ["source_id"], ["id"])
        answers.create_index(op.f("ix_question_answers_source_id"), ["source_id"])
    with op.batch_alter_table("question_proposals") as proposals:
        proposals.add_column(sa.Column("source_id", sa.Integer(), nullable=True))
        proposals.create_foreign_key(op.f("fk_question_proposals_source_id"), "carried", ["source_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("question_proposals") as proposals:
        proposals.drop_constraint(op.f("fk_question_proposals_source_id"), type_="foreignkey")
        proposals.drop_column("source_id")
    with op.batch_alter_table("question_answers") as answers:
        answers.drop_index(op.f("ix_question_answers_source_id"))
        answers.drop_constraint(op.f("fk_question_answers_source_id"), type_="foreignkey")
        for column in ("withdrawn", "changed", "source_id"):
            answers.drop_column(column)
    for table in ("stays", "carried_files", "carried", "threads", "talks", "committee_homes"):
        op.drop_table(table)
