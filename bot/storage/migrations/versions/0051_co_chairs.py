"""Two co-chairs lead a round, and two groups' titles can be one"""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("round_parts") as parts:
        parts.add_column(sa.Column("chair_id", sa.Integer(), nullable=True))
        parts.add_column(sa.Column("chairs", sa.Boolean(), server_default=sa.false(), nullable=False))
        parts.create_foreign_key(op.f("fk_round_parts_chair_id_seats"), "seats", ["chair_id"], ["id"])
    with op.batch_alter_table("themes", table_kwargs={"sqlite_autoincrement": True}) as themes:
        themes.add_column(sa.Column("wants_id", sa.Integer(), nullable=True))
        themes.add_column(sa.Column("joined_id", sa.Integer(), nullable=True))
        themes.create_foreign_key(op.f("fk_themes_wants_id_themes"), "themes", ["wants_id"], ["id"])
        themes.create_foreign_key(op.f("fk_themes_joined_id_themes"), "themes", ["joined_id"], ["id"])
        themes.create_index(op.f("ix_themes_joined_id"), ["joined_id"])


def downgrade() -> None:
    with op.batch_alter_table("themes", table_kwargs={"sqlite_autoincrement": True}) as themes:
        themes.drop_index(op.f("ix_themes_joined_id"))
        themes.drop_constraint(op.f("fk_themes_joined_id_themes"), type_="foreignkey")
        themes.drop_constraint(op.f("fk_themes_wants_id_themes"), type_="foreignkey")
        themes.drop_column("joined_id")
        themes.drop_column("wants_id")
    with op.batch_alter_table("round_parts") as parts:
        parts.drop_constraint(op.f("fk_round_parts_chair_id_seats"), type_="foreignkey")
        parts.drop_column("chairs")
        parts.drop_column("chair_id")
