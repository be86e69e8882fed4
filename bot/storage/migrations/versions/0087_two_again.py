"""Who are two again have each what they wrote; a link that the roster ends is told like any other"""

import sqlalchemy as sa
from alembic import op

revision = "0087"
down_revision = "0086"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "belongings",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_belongings_member_id")),
        sa.PrimaryKeyConstraint("what", "row", name=op.f("pk_belongings")),
    )
    op.create_index(op.f("ix_belongings_member_id"), "belongings", ["member_id"])
    op.create_table(
        "partings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("was_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_partings_member_id")),
        sa.ForeignKeyConstraint(["was_id"], ["members.id"], name=op.f("fk_partings_was_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partings")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.execute(sa.text("""delete from due where "do" = 'link.parted'"""))
    op.drop_table("partings")
    op.drop_index(op.f("ix_belongings_member_id"), table_name="belongings")
    op.drop_table("belongings")
