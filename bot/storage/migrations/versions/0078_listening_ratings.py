"""Of listening sessions: whether titles are rated, what one member says of one, and counts by group in the end"""

import sqlalchemy as sa
from alembic import op

revision = "0078"
down_revision = "0077"
branch_labels = None
depends_on = None

TABLE = "listening_ratings"


def upgrade() -> None:
    op.add_column("listenings", sa.Column("rates", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("listenings", sa.Column("raters", sa.JSON(), nullable=True))
    op.add_column("listening_titles", sa.Column("counts", sa.JSON(), nullable=True))
    rates = ("now", "not now", "not sure")
    op.create_table(
        TABLE,
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("rate", sa.Enum(*rates, name="rate", native_enum=False, length=10), nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{TABLE}_{column}_{table}"))
            for column, table in (("theme_id", "listening_titles"), ("member_id", "members"))
        ),
        sa.PrimaryKeyConstraint("theme_id", "member_id", name=op.f(f"pk_{TABLE}")),
    )
    op.create_index(op.f(f"ix_{TABLE}_member_id"), TABLE, ["member_id"])


def downgrade() -> None:
    op.drop_table(TABLE)
    op.drop_column("listening_titles", "counts")
    for column in ("raters", "rates"):
        op.drop_column("listenings", column)
