"""Who planned a poll, until it begins: in a role that passes on, it waits for who follows. Of those that are planned
that is not known"""

import sqlalchemy as sa
from alembic import op

revision = "0105"
down_revision = "0104"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("polls") as table:
        table.add_column(sa.Column("planner_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_polls_planner_id_members"), "members", ["planner_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("polls") as table:
        table.drop_constraint(op.f("fk_polls_planner_id_members"), type_="foreignkey")
        table.drop_column("planner_id")
