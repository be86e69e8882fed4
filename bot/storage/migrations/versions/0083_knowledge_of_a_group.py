"""What somebody knows about was said to the group of which they were then"""

import sqlalchemy as sa
from alembic import op

revision = "0083"
down_revision = "0082"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("knowledge", table_kwargs={"sqlite_autoincrement": True}) as knowledge:
        knowledge.add_column(sa.Column("group_id", sa.Integer(), nullable=True))
    op.execute("UPDATE knowledge SET group_id = (SELECT group_id FROM members WHERE members.id = knowledge.member_id)")
    with op.batch_alter_table("knowledge", table_kwargs={"sqlite_autoincrement": True}) as knowledge:
        knowledge.alter_column("group_id", existing_type=sa.Integer(), nullable=False)
        knowledge.create_foreign_key(op.f("fk_knowledge_group_id_groups"), "groups", ["group_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("knowledge", table_kwargs={"sqlite_autoincrement": True}) as knowledge:
        knowledge.drop_constraint(op.f("fk_knowledge_group_id_groups"), type_="foreignkey")
        knowledge.drop_column("group_id")
