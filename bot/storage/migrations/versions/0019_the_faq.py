"""The FAQ, and finding what stands in it"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

# FTS5 keeps no second copy of the words: it reads them in the table that it indexes.
ON_SQLITE = (
    "CREATE VIRTUAL TABLE faq_index USING fts5(words, content='faq_words', content_rowid='id', prefix='2 3 4')",
    "CREATE TRIGGER faq_index_added AFTER INSERT ON faq_words BEGIN "
    "INSERT INTO faq_index(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER faq_index_deleted AFTER DELETE ON faq_words BEGIN "
    "INSERT INTO faq_index(faq_index, rowid, words) VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER faq_index_changed AFTER UPDATE ON faq_words BEGIN "
    "INSERT INTO faq_index(faq_index, rowid, words) VALUES ('delete', old.id, old.words); "
    "INSERT INTO faq_index(rowid, words) VALUES (new.id, new.words); END",
)
ON_POSTGRESQL = (
    "CREATE INDEX ix_faq_words_words ON faq_words USING gin (array_to_tsvector(string_to_array(words, ' ')))",
)


def upgrade() -> None:
    op.create_table(
        "faq_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("publisher_id", sa.Integer(), nullable=False),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_faq_entries_district_id_districts")),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_faq_entries_committee_id_committees")
        ),
        sa.ForeignKeyConstraint(["question_id"], ["questions.id"], name=op.f("fk_faq_entries_question_id_questions")),
        sa.ForeignKeyConstraint(["publisher_id"], ["members.id"], name=op.f("fk_faq_entries_publisher_id_members")),
        sa.ForeignKeyConstraint(["approver_id"], ["members.id"], name=op.f("fk_faq_entries_approver_id_members")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["faq_entries.id"], name=op.f("fk_faq_entries_replaces_id_faq_entries")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_entries")),
        sqlite_autoincrement=True,
    )
    for column in ("district_id", "committee_id", "question_id"):
        op.create_index(op.f(f"ix_faq_entries_{column}"), "faq_entries", [column])
    op.create_table(
        "faq_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["faq_entries.id"], name=op.f("fk_faq_words_entry_id_faq_entries")),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_faq_words_district_id_districts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_faq_words")),
        sa.UniqueConstraint("entry_id", "language", name=op.f("uq_faq_words_entry_id_language")),
    )
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in ON_SQLITE if on_sqlite else ON_POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE faq_index")
    op.drop_table("faq_words")
    op.drop_table("faq_entries")
