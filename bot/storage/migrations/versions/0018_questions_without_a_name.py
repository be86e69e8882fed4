"""Questions that are asked without a name: of their asker the group and the building at most"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as questions:
        questions.alter_column("asker_id", existing_type=sa.Integer(), nullable=True)
        questions.alter_column("account", existing_type=sa.String(), nullable=True)
        questions.add_column(sa.Column("group_id", sa.Integer(), nullable=True))
        questions.add_column(sa.Column("building_id", sa.Integer(), nullable=True))
        questions.create_foreign_key(op.f("fk_questions_group_id_groups"), "groups", ["group_id"], ["id"])
        questions.create_foreign_key(op.f("fk_questions_building_id_buildings"), "buildings", ["building_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as questions:
        questions.drop_constraint(op.f("fk_questions_building_id_buildings"), type_="foreignkey")
        questions.drop_constraint(op.f("fk_questions_group_id_groups"), type_="foreignkey")
        questions.drop_column("building_id")
        questions.drop_column("group_id")
        questions.alter_column("account", existing_type=sa.String(), nullable=False)
        questions.alter_column("asker_id", existing_type=sa.Integer(), nullable=False)
