"""What crossed to a joined channel keeps the name under which it did. Of what crossed before, that is what it would be
drawn with now"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0100"
down_revision = "0099"
branch_labels = None
depends_on = None

JOINED = "thread_id IN (SELECT t.id FROM threads t JOIN talks k ON k.id = t.talk_id WHERE k.joining_id IS NOT NULL)"
NAMED = "FROM shown_names s WHERE s.member_id = carried.member_id AND s.shown = 'named'"
NAME = f"""
UPDATE carried SET shown_as = (SELECT s.name {NAMED}), pictured = (SELECT s.pictured {NAMED})
WHERE {JOINED} AND NOT unnamed AND EXISTS (SELECT 1 {NAMED})
"""
KIND = """
SELECT CASE WHEN g.kind != 'PARENTS' THEN 'group:' || m.group_id
            WHEN m.building_id IS NULL THEN 'family' ELSE 'family:' || m.building_id END
FROM members m JOIN groups g ON g.id = m.group_id
"""
STAND_IN = f"UPDATE carried SET stand_in = ({KIND} WHERE m.id = member_id) WHERE {JOINED} AND member_id IS NOT NULL"
MENTIONING = f"""SELECT id, words FROM carried WHERE {JOINED} AND words LIKE '%"member:%'"""
OWN = "SELECT s.name FROM shown_names s WHERE s.member_id = :id AND s.shown = 'named'"
NOW = f"SELECT ({KIND} WHERE m.id = :id), ({OWN})"


def upgrade() -> None:
    for column in ("shown_as", "stand_in"):
        op.add_column("carried", sa.Column(column, sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("carried", sa.Column("pictured", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("shown_names", sa.Column("unnamed_up_to", sa.Integer(), server_default="0", nullable=False))
    op.execute(NAME)
    op.execute(STAND_IN)
    op.drop_column("carried", "unnamed")
    _keep_whom_they_mention(op.get_bind())


def _keep_whom_they_mention(connection: sa.Connection) -> None:
    for id, words in connection.execute(sa.text(MENTIONING)).all():
        blocks = json.loads(words)
        for *_, spans in blocks:
            for span in spans:
                if len(span) > 3 and span[3].removeprefix("member:").isdecimal():
                    member = {"id": int(span[3].removeprefix("member:"))}
                    stand_in, name = connection.execute(sa.text(NOW), member).one()
                    span[3] += f"/{stand_in or 'family'}/{name or ''}"
        kept = {"id": id, "words": json.dumps(blocks, ensure_ascii=False, separators=(",", ":"))}
        connection.execute(sa.text("UPDATE carried SET words = :words WHERE id = :id"), kept)


def downgrade() -> None:
    op.add_column("carried", sa.Column("unnamed", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(f"UPDATE carried SET unnamed = (shown_as = '') WHERE {JOINED}")
    for column in ("shown_as", "stand_in", "pictured"):
        op.drop_column("carried", column)
    op.drop_column("shown_names", "unnamed_up_to")
