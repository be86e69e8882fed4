"""What changes for all of a body's meetings is told once, a minute after the last click"""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0069"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("meeting_series", table_kwargs={"sqlite_autoincrement": True}) as series:
        series.add_column(sa.Column("told", sa.String(), server_default=sa.text("''"), nullable=False))
        series.add_column(sa.Column("changer_id", sa.Integer(), nullable=True))
        series.create_foreign_key(op.f("fk_meeting_series_changer_id_members"), "members", ["changer_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("meeting_series", table_kwargs={"sqlite_autoincrement": True}) as series:
        series.drop_constraint(op.f("fk_meeting_series_changer_id_members"), type_="foreignkey")
        for column in ("told", "changer_id"):
            series.drop_column(column)
