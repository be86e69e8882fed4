"""Broadcasts: what they say, where and to whom, who approved and who read them"""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

STATUSES = (
    *("writing", "waiting", "returned", "planned", "going", "paused", "out", "stopped", "retracted", "withdrawn"),
)


def upgrade() -> None:
    with op.batch_alter_table("districts") as districts:
        districts.add_column(sa.Column("approval_above", sa.Integer(), server_default="50", nullable=False))
        districts.add_column(sa.Column("families_until", sa.Integer(), server_default="20", nullable=False))
    op.create_index(op.f("ix_notices_about"), "notices", ["name", "subject"])
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("sender_id", sa.Integer(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("whom", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("asks", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("status", sa.Enum(*STATUSES, name="status", native_enum=False, length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("wanted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("split", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("translator_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_broadcasts_seat_id_seats")),
        sa.ForeignKeyConstraint(["sender_id"], ["members.id"], name=op.f("fk_broadcasts_sender_id_members")),
        sa.ForeignKeyConstraint(["translator_id"], ["members.id"], name=op.f("fk_broadcasts_translator_id_members")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_broadcasts_seat_id"), "broadcasts", ["seat_id"])
    op.create_index(op.f("ix_broadcasts_sender_id"), "broadcasts", ["sender_id"])
    _belonging(
        "broadcast_texts",
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        _to("broadcast_texts", "member_id", "members"),
        key="language",
    )
    _belonging(
        "broadcast_places",
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Boolean(), server_default=sa.false(), nullable=False),
        _to("broadcast_places", "place_id", "places"),
        key="place_id",
    )
    _belonging(
        "broadcast_approvals",
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        _to("broadcast_approvals", "group_id", "groups"),
        _to("broadcast_approvals", "member_id", "members"),
        key="group_id",
    )
    op.create_index(op.f("ix_broadcast_approvals_member_id"), "broadcast_approvals", ["member_id"])
    _belonging(
        "broadcast_reads",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _to("broadcast_reads", "member_id", "members"),
        key="member_id",
    )
    op.create_table(
        "broadcast_walks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("after", sa.Integer(), nullable=False),
        _to("broadcast_walks", "broadcast_id", "broadcasts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast_walks")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_broadcast_walks_broadcast_id"), "broadcast_walks", ["broadcast_id"])
    op.create_table(
        "broadcast_directs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        _to("broadcast_directs", "broadcast_id", "broadcasts"),
        _to("broadcast_directs", "member_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast_directs")),
        sa.UniqueConstraint("member_id", "day", name=op.f("uq_broadcast_directs_member_id_day")),
        sa.UniqueConstraint("account", "day", name=op.f("uq_broadcast_directs_account_day")),
        sa.UniqueConstraint("broadcast_id", "member_id", name=op.f("uq_broadcast_directs_broadcast_id_member_id")),
        sqlite_autoincrement=True,
    )


def _belonging(name: str, *columns: sa.schema.SchemaItem, key: str) -> None:
    op.create_table(
        name,
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        *columns,
        _to(name, "broadcast_id", "broadcasts"),
        sa.PrimaryKeyConstraint("broadcast_id", key, name=op.f(f"pk_{name}")),
    )


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def downgrade() -> None:
    for name in ("directs", "walks", "reads", "approvals", "places", "texts"):
        op.drop_table(f"broadcast_{name}")
    op.drop_table("broadcasts")
    op.drop_index(op.f("ix_notices_about"), "notices")
    with op.batch_alter_table("districts") as districts:
        districts.drop_column("families_until")
        districts.drop_column("approval_above")
