"""Channels are joined, and what is said in one is said in the other under the name that its author chose"""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "joinings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("asker_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ender_id", sa.Integer(), nullable=True),
        sa.Column("ending", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_joinings_district_id_districts")),
        sa.ForeignKeyConstraint(["asker_id"], ["members.id"], name=op.f("fk_joinings_asker_id_members")),
        sa.ForeignKeyConstraint(["ender_id"], ["members.id"], name=op.f("fk_joinings_ender_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_joinings")),
    )
    op.create_index(op.f("ix_joinings_district_id"), "joinings", ["district_id"])
    op.create_table(
        "joined_places",
        sa.Column("joining_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["joining_id"], ["joinings.id"], name=op.f("fk_joined_places_joining_id_joinings")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_joined_places_place_id_places")),
        sa.PrimaryKeyConstraint("joining_id", "place_id", name=op.f("pk_joined_places")),
    )
    op.create_index(op.f("ix_joined_places_place_id"), "joined_places", ["place_id"])
    op.create_table(
        "agreements",
        sa.Column("joining_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["joining_id"], ["joinings.id"], name=op.f("fk_agreements_joining_id_joinings")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_agreements_member_id_members")),
        sa.PrimaryKeyConstraint("joining_id", "part", name=op.f("pk_agreements")),
    )
    op.create_table(
        "shown_names",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_shown_names_member_id_members")),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_shown_names")),
    )
    with op.batch_alter_table("talks") as talks:
        talks.add_column(sa.Column("joining_id", sa.Integer(), nullable=True))
        talks.create_foreign_key(op.f("fk_talks_joining_id_joinings"), "joinings", ["joining_id"], ["id"])
        talks.create_index(op.f("ix_talks_joining_id"), ["joining_id"])
    op.add_column("carried", sa.Column("waits_since", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_carried_waits_since"), "carried", ["waits_since"])
    op.create_table(
        "moderations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("joining_id", sa.Integer(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("carried_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["joining_id"], ["joinings.id"], name=op.f("fk_moderations_joining_id_joinings")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_moderations_member_id_members")),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name=op.f("fk_moderations_by_id_members")),
        sa.ForeignKeyConstraint(["carried_id"], ["carried.id"], name=op.f("fk_moderations_carried_id_carried")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_moderations")),
    )
    for column in ("joining_id", "member_id", "by_id", "carried_id"):
        op.create_index(op.f(f"ix_moderations_{column}"), "moderations", [column])


def downgrade() -> None:
    op.drop_table("moderations")
    op.drop_index(op.f("ix_carried_waits_since"), "carried")
    op.drop_column("carried", "waits_since")
    with op.batch_alter_table("talks") as talks:
        talks.drop_index(op.f("ix_talks_joining_id"))
        talks.drop_constraint(op.f("fk_talks_joining_id_joinings"), type_="foreignkey")
        talks.drop_column("joining_id")
    for table in ("shown_names", "agreements", "joined_places", "joinings"):
        op.drop_table(table)
