"""Who held a seat when, deputies, terms, what roles may do, and what belongs to the files"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

OWNED = ("places", "committees", "committee_homes", "committee_seats", "seats", "topics", "no_school")
SEATED = """
INSERT INTO tenures (seat_id, member_id, since) SELECT id, holder_id, :now FROM seats WHERE holder_id IS NOT NULL
"""


def upgrade() -> None:
    for name in OWNED:
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("owner", sa.String(length=8), server_default="files", nullable=False))
    with op.batch_alter_table("districts") as districts:
        districts.add_column(sa.Column("capabilities", sa.JSON(), nullable=True))
    with op.batch_alter_table("seats") as seats:
        seats.add_column(sa.Column("deputy_id", sa.Integer(), nullable=True))
        seats.add_column(sa.Column("away_until", sa.DateTime(timezone=True), nullable=True))
        seats.add_column(sa.Column("term_until", sa.Date(), nullable=True))
        seats.add_column(sa.Column("told_id", sa.Integer(), nullable=True))
        seats.create_foreign_key(op.f("fk_seats_deputy_id_members"), "members", ["deputy_id"], ["id"])
        seats.create_foreign_key(op.f("fk_seats_told_id_members"), "members", ["told_id"], ["id"])
        seats.create_index(op.f("ix_seats_deputy_id"), ["deputy_id"])
    op.execute("UPDATE seats SET told_id = holder_id")
    op.create_table(
        "tenures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_tenures_seat_id_seats")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_tenures_member_id_members")),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_tenures_by_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenures")),
    )
    op.create_index(op.f("ix_tenures_seat_id"), "tenures", ["seat_id"])
    op.create_index(op.f("ix_tenures_member_id"), "tenures", ["member_id"])
    now = sa.bindparam("now", datetime.now(UTC), sa.DateTime(timezone=True))
    op.execute(sa.text(SEATED).bindparams(now))


def downgrade() -> None:
    op.drop_table("tenures")
    with op.batch_alter_table("seats") as seats:
        seats.drop_index(op.f("ix_seats_deputy_id"))
        for name in ("deputy_id", "told_id"):
            seats.drop_constraint(op.f(f"fk_seats_{name}_members"), type_="foreignkey")
        for name in ("deputy_id", "away_until", "term_until", "told_id"):
            seats.drop_column(name)
    with op.batch_alter_table("districts") as districts:
        districts.drop_column("capabilities")
    for name in OWNED:
        with op.batch_alter_table(name) as table:
            table.drop_column("owner")
