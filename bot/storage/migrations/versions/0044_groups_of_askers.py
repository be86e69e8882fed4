"""The group of whose people the asker of a question was told that they may find it"""

from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "update questions set group_id = (select group_id from members where members.id = questions.asker_id) "
        "where asker_id is not null"
    )


def downgrade() -> None:
    op.execute("update questions set group_id = null where asker_id is not null")
