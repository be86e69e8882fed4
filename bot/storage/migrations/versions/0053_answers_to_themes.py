"""Who decides about a theme answers those who raised it"""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("themes", table_kwargs={"sqlite_autoincrement": True}) as themes:
        themes.add_column(sa.Column("reply", sa.String(), server_default=sa.text("''"), nullable=False))
        themes.add_column(sa.Column("replied_by_id", sa.Integer(), nullable=True))
        themes.add_column(sa.Column("reply_due", sa.DateTime(timezone=True), nullable=True))
        themes.add_column(sa.Column("reminded", sa.Boolean(), server_default=sa.false(), nullable=False))
        themes.add_column(sa.Column("reply_told", sa.Integer(), server_default="0", nullable=False))
        themes.create_foreign_key(op.f("fk_themes_replied_by_id_seats"), "seats", ["replied_by_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("themes", table_kwargs={"sqlite_autoincrement": True}) as themes:
        themes.drop_constraint(op.f("fk_themes_replied_by_id_seats"), type_="foreignkey")
        for column in ("reply", "replied_by_id", "reply_due", "reminded", "reply_told"):
            themes.drop_column(column)
