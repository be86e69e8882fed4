"""Listening sessions of a board: where they are, what people say, and what comes of it"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0071"
down_revision = "0070"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _table(
        "listenings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("phase", _named("phase", "open", "sorting", "reading", "over"), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reads_at", sa.DateTime(timezone=True), nullable=True),
        references={"district_id": "districts", "seat_id": "seats"},
        indexed=("district_id", "seat_id"),
    )
    _table(
        "listening_places",
        sa.Column("listening_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("posted", sa.Boolean(), server_default=sa.false(), nullable=False),
        references={"listening_id": "listenings", "place_id": "places"},
        key=("listening_id", "place_id"),
    )
    _table(
        "listening_yeses",
        sa.Column("listening_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("answer", sa.Boolean(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        references={"listening_id": "listenings", "group_id": "groups", "by_id": "members"},
        key=("listening_id", "group_id"),
    )
    _table(
        "listening_titles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("listening_id", sa.Integer(), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        references={"listening_id": "listenings"},
        indexed=("listening_id",),
    )
    _table(
        "listening_outcomes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("listening_id", sa.Integer(), nullable=False),
        sa.Column("way", _named("way", "referred", "agenda", "staff"), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("told", sa.Integer(), server_default="0", nullable=False),
        references={"listening_id": "listenings", "seat_id": "seats", "by_id": "members"},
        indexed=("listening_id",),
    )
    _table(
        "listening_contributions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("listening_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("looked_through", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("taken_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("hidden", sa.String(), nullable=False),
        sa.Column("hidden_by_id", sa.Integer(), nullable=True),
        sa.Column("title_id", sa.Integer(), nullable=True),
        sa.Column("outcome_id", sa.Integer(), nullable=True),
        references={
            "listening_id": "listenings",
            "group_id": "groups",
            "author_id": "members",
            "hidden_by_id": "seats",
            "title_id": "listening_titles",
            "outcome_id": "listening_outcomes",
        },
        indexed=("listening_id", "author_id", "title_id", "outcome_id"),
    )


def _named(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, length=10)


def _table(
    name: str,
    *columns: sa.Column[Any],
    references: dict[str, str],
    key: tuple[str, ...] = ("id",),
    indexed: tuple[str, ...] = (),
) -> None:
    op.create_table(
        name,
        *columns,
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], name=op.f(f"fk_{name}_{column}_{table}"))
            for column, table in references.items()
        ),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
        sqlite_autoincrement=key == ("id",),
    )
    for column in indexed:
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def downgrade() -> None:
    for table in ("contributions", "outcomes", "titles", "yeses", "places"):
        op.drop_table(f"listening_{table}")
    op.drop_table("listenings")
