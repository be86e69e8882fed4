"""Bodies of picked seats; who leads and takes notes, who comes, and what a law on open meetings asks for"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None

SEAT = ("seat_id", "seats")
MEMBER = ("member_id", "members")
SERIES = ("series_id", "meeting_series")
MEETING = ("meeting_id", "meetings")


def upgrade() -> None:
    op.add_column("districts", sa.Column("open_meeting_hours", sa.Integer(), server_default="72", nullable=False))
    op.add_column("meeting_seats", sa.Column("chair", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute(
        "update meeting_seats set chair = true where series_id in (select id from meeting_series where kind = 'body')"
    )
    op.add_column("meeting_series", sa.Column("quorum", sa.String(), server_default=sa.text("''"), nullable=False))
    op.add_column("meeting_items", sa.Column("consent", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("meetings", table_kwargs={"sqlite_autoincrement": True}) as meetings:
        meetings.add_column(sa.Column("told", sa.String(), server_default=sa.text("''"), nullable=False))
        meetings.add_column(sa.Column("changer_id", sa.Integer(), nullable=True))
        meetings.add_column(sa.Column("quorate", sa.Boolean(), nullable=True))
        meetings.create_foreign_key(op.f("fk_meetings_changer_id_members"), "members", ["changer_id"], ["id"])
    _table(
        "meeting_invitations",
        (SERIES, SEAT),
        sa.Column("chair", sa.Boolean(), nullable=False),
        sa.Column("declined", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index(op.f("ix_meeting_invitations_seat_id"), "meeting_invitations", ["seat_id"])
    _table(
        "meeting_turns",
        (MEETING, SEAT),
        sa.Column("role", sa.Enum("leads", "notes", name="role", native_enum=False, length=20), nullable=False),
        sa.Column("passed", sa.Boolean(), server_default=sa.false(), nullable=False),
        key=("meeting_id", "role", "seat_id"),
    )
    _table(
        "meeting_replies",
        (MEETING, SEAT, MEMBER),
        sa.Column(
            "coming", sa.Enum("yes", "no", "deputy", name="coming", native_enum=False, length=20), nullable=False
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        key=("meeting_id", "seat_id"),
    )
    _table("meeting_nudges", (SERIES, MEMBER))


def _table(
    name: str, references: tuple[tuple[str, str], ...], *columns: sa.Column[Any], key: tuple[str, ...] = ()
) -> None:
    names = [column for column, _ in references]
    op.create_table(
        name,
        *(sa.Column(column, sa.Integer(), nullable=False) for column in names),
        *columns,
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{name}_{column}_{table}"))
            for column, table in references
        ),
        sa.PrimaryKeyConstraint(*(key or names), name=op.f(f"pk_{name}")),
    )


def downgrade() -> None:
    for table in ("meeting_nudges", "meeting_replies", "meeting_turns", "meeting_invitations"):
        op.drop_table(table)
    with op.batch_alter_table("meetings", table_kwargs={"sqlite_autoincrement": True}) as meetings:
        meetings.drop_constraint(op.f("fk_meetings_changer_id_members"), type_="foreignkey")
        for column in ("told", "changer_id", "quorate"):
            meetings.drop_column(column)
    op.drop_column("meeting_items", "consent")
    op.drop_column("meeting_series", "quorum")
    op.drop_column("meeting_seats", "chair")
    op.drop_column("districts", "open_meeting_hours")
