"""Who reads what a group decides about, whose word goes with a goal, which role is asked whether it leads a round; and
nothing that tells who answered a poll without names"""

import sqlalchemy as sa
from alembic import op

revision = "0092"
down_revision = "0089"
branch_labels = None
depends_on = None

# The question was about the round, and so showed what each of those named was asked.
ASKED = """
SELECT p.chair_id FROM round_parts p JOIN seats s ON s.id = p.chair_id
WHERE p.round_id = notices.subject AND notices.member_id IN (s.holder_id, s.deputy_id)
AND p.round_id = (SELECT max(r.id) FROM rounds r WHERE r.district_id = s.district_id)
ORDER BY p.chair_id LIMIT 1
"""
FEW = "quorum <> 'none' AND CAST(outcome AS TEXT) = '{}'"  # answered


def upgrade() -> None:
    op.add_column("decisions", sa.Column("readers", sa.String(), nullable=True))
    with op.batch_alter_table("goals", table_kwargs={"sqlite_autoincrement": True}) as goals:
        goals.add_column(sa.Column("word_seat_id", sa.Integer(), nullable=True))
        goals.create_foreign_key(op.f("fk_goals_word_seat_id_seats"), "seats", ["word_seat_id"], ["id"])
    op.execute(
        f"UPDATE notices SET name = 'chair-asked', subject = ({ASKED}) WHERE name = 'round-chair' AND EXISTS ({ASKED})"
    )
    op.execute("DELETE FROM notices WHERE name = 'round-chair'")
    # What told of single people whether they answered a poll without names.
    op.execute(f"UPDATE polls SET valid = NULL WHERE anonymous AND (quorum = 'groups' OR {FEW})")
    op.execute("UPDATE polls SET quorum = 'none' WHERE anonymous AND quorum = 'groups'")
    op.execute("UPDATE polls SET until_all = false WHERE anonymous")


def downgrade() -> None:
    op.execute("DELETE FROM notices WHERE name = 'chair-asked'")
    with op.batch_alter_table("goals", table_kwargs={"sqlite_autoincrement": True}) as goals:
        goals.drop_constraint(op.f("fk_goals_word_seat_id_seats"), type_="foreignkey")
        goals.drop_column("word_seat_id")
    op.drop_column("decisions", "readers")
