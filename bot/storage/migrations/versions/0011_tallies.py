"""Tallies: ballots are counted as they come, and what a poll came to is kept once it has closed"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

# As the code had them then: what a migration does never changes.
_NOTE = "INSERT INTO tally_notes (poll_id, option_id, votes, people)"
_OTHERS = (
    "EXISTS (SELECT 1 FROM ballots WHERE poll_id = {0}.poll_id AND member_id = {0}.member_id AND slot <> {0}.slot)"
)
_GIVEN = f"{_NOTE} SELECT NEW.poll_id, NEW.option_id, 1, CASE WHEN {_OTHERS.format('NEW')} THEN 0 ELSE 1 END;"
_CHANGED = f"{_NOTE} VALUES (OLD.poll_id, OLD.option_id, -1, 0), (NEW.poll_id, NEW.option_id, 1, 0);"
_TAKEN = f"{_NOTE} SELECT OLD.poll_id, OLD.option_id, -1, CASE WHEN {_OTHERS.format('OLD')} THEN 0 ELSE -1 END;"

TRIGGERS = {
    "sqlite": (
        f"CREATE TRIGGER ballots_given AFTER INSERT ON ballots BEGIN {_GIVEN} END",
        "CREATE TRIGGER ballots_changed AFTER UPDATE OF option_id ON ballots "
        f"WHEN OLD.option_id <> NEW.option_id BEGIN {_CHANGED} END",
        f"CREATE TRIGGER ballots_taken AFTER DELETE ON ballots BEGIN {_TAKEN} END",
    ),
    "postgresql": (
        "CREATE FUNCTION note_ballot() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'INSERT' THEN {_GIVEN} RETURN NEW; "
        f"ELSIF TG_OP = 'UPDATE' THEN {_CHANGED} RETURN NEW; "
        f"ELSE {_TAKEN} RETURN OLD; END IF; END $$",
        "CREATE TRIGGER ballots_given AFTER INSERT ON ballots FOR EACH ROW EXECUTE FUNCTION note_ballot()",
        "CREATE TRIGGER ballots_changed AFTER UPDATE OF option_id ON ballots FOR EACH ROW "
        "WHEN (OLD.option_id <> NEW.option_id) EXECUTE FUNCTION note_ballot()",
        # Before, for of several that go at once each must see those that are left.
        "CREATE TRIGGER ballots_taken BEFORE DELETE ON ballots FOR EACH ROW EXECUTE FUNCTION note_ballot()",
    ),
}


def _numbers() -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in ("option_id", "votes", "people")]


def upgrade() -> None:
    op.add_column("polls", sa.Column("outcome", sa.JSON(), nullable=True))
    op.create_table(
        "tallies",
        sa.Column("poll_id", sa.Integer(), nullable=False),
        *_numbers(),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_tallies_poll_id_polls")),
        sa.PrimaryKeyConstraint("poll_id", "option_id", name=op.f("pk_tallies")),
    )
    op.create_table(
        "tally_notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("poll_id", sa.Integer(), nullable=False),
        *_numbers(),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_tally_notes_poll_id_polls")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tally_notes")),
    )
    op.create_index(op.f("ix_tally_notes_poll_id"), "tally_notes", ["poll_id"])
    op.execute(
        "INSERT INTO tally_notes (poll_id, option_id, votes, people) SELECT poll_id, option_id, 1, CASE WHEN slot = "
        "(SELECT MIN(slot) FROM ballots b WHERE b.poll_id = ballots.poll_id AND b.member_id = ballots.member_id) "
        "THEN 1 ELSE 0 END FROM ballots"
    )
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    for trigger in ("ballots_given", "ballots_changed", "ballots_taken"):
        on = " ON ballots" if op.get_bind().dialect.name == "postgresql" else ""
        op.execute(f"DROP TRIGGER {trigger}{on}")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION note_ballot()")
    op.drop_table("tally_notes")
    op.drop_table("tallies")
    op.drop_column("polls", "outcome")
