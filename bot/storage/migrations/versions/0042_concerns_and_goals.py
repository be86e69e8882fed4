"""Concerns, goals and rounds"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

TABLES = (
    *("theme_ratings", "theme_concerns", "themes", "round_parts", "rounds"),
    *("consent_rules", "goal_positions", "concerns", "goals", "concern_readings", "concern_calls"),
)
NUMBERED = {"sqlite_autoincrement": True}


def upgrade() -> None:
    op.create_table(
        "concern_calls",
        _number(),
        _to("seat_id"),
        _moment("asked_at"),
        _moment("due_at"),
        _flag("reminded"),
        _moment("closed_at", nullable=True),
        _counter("told"),
        *_keys("concern_calls", seat_id="seats"),
        **NUMBERED,
    )
    op.create_table(
        "concern_readings",
        _to("seat_id"),
        sa.Column("concern", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_concern_readings_seat_id_seats")),
        sa.PrimaryKeyConstraint("seat_id", name=op.f("pk_concern_readings")),
    )
    op.create_table(
        "goals",
        _number(),
        _to("district_id"),
        _to("building_id", nullable=True),
        _to("seat_id"),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("line", "students", "change", "measure")),
        sa.Column("heard", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed", sa.String(10), nullable=True),
        sa.Column("before", sa.JSON(), nullable=True),
        *(_moment(name) for name in ("proposed_at", "due_at")),
        _flag("reminded"),
        *(_moment(name, nullable=True) for name in ("agreed_at", "closed_at", "first_at", "second_at")),
        _counter("offered"),
        _moment("talk_at", nullable=True),
        sa.Column("word", sa.String(), nullable=False),
        _moment("told_at", nullable=True),
        _counter("told"),
        *_keys("goals", district_id="districts", building_id="buildings", seat_id="seats"),
        **NUMBERED,
    )
    op.create_table(
        "concerns",
        _number(),
        sa.Column("text", sa.String(), nullable=False),
        _to("group_id"),
        _to("building_id", nullable=True),
        _to("author_id", nullable=True),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("shareable", sa.Boolean(), nullable=False),
        _moment("written_at"),
        _moment("handed_on_at", nullable=True),
        _to("handed_on_by_id", nullable=True),
        _flag("taken_back"),
        sa.Column("hidden", sa.String(), nullable=False),
        *(_to(name, nullable=True) for name in ("hidden_by_id", "goal_id", "told_id")),
        *_keys(
            "concerns",
            group_id="groups",
            building_id="buildings",
            author_id="members",
            handed_on_by_id="seats",
            hidden_by_id="seats",
            goal_id="goals",
            told_id="goals",
        ),
        **NUMBERED,
    )
    op.create_table(
        "goal_positions",
        _to("goal_id"),
        _to("seat_id"),
        sa.Column("answer", sa.String(10), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        _to("member_id", nullable=True),
        _moment("answered_at", nullable=True),
        _moment("again_at", nullable=True),
        sa.Column("times", sa.String(10), nullable=True),
        *_foreign("goal_positions", goal_id="goals", seat_id="seats", member_id="members"),
        sa.PrimaryKeyConstraint("goal_id", "seat_id", name=op.f("pk_goal_positions")),
    )
    op.create_table(
        "consent_rules",
        _to("group_id"),
        _flag("leader_too"),
        *_foreign("consent_rules", group_id="groups"),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_consent_rules")),
    )
    _make_rounds()
    op.create_index("ix_concerns_group", "concerns", ["group_id", "building_id"])
    for table, column in (
        ("concern_calls", "seat_id"),
        ("goals", "district_id"),
        ("goals", "seat_id"),
        ("concerns", "author_id"),
        ("concerns", "goal_id"),
        ("concerns", "told_id"),
        ("goal_positions", "seat_id"),
        ("rounds", "district_id"),
        ("themes", "group_id"),
        ("themes", "round_id"),
        ("theme_concerns", "theme_id"),
        ("theme_ratings", "member_id"),
    ):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _make_rounds() -> None:
    op.create_table(
        "rounds",
        _number(),
        _to("district_id"),
        sa.Column("phase", sa.String(10), nullable=False),
        _moment("opened_at"),
        _moment("ends_at", nullable=True),
        _counter("told"),
        sa.Column("raters", sa.JSON(), nullable=True),
        *_keys("rounds", district_id="districts"),
        **NUMBERED,
    )
    op.create_table(
        "round_parts",
        *(_to(name) for name in ("round_id", "group_id", "seat_id")),
        *(_flag(name) for name in ("paused", "ready")),
        *_foreign("round_parts", round_id="rounds", group_id="groups", seat_id="seats"),
        sa.PrimaryKeyConstraint("round_id", "group_id", name=op.f("pk_round_parts")),
    )
    op.create_table(
        "themes",
        _number(),
        _to("group_id"),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("shared", sa.Boolean(), server_default=sa.true(), nullable=False),
        _to("round_id", nullable=True),
        sa.Column("counts", sa.JSON(), nullable=True),
        sa.Column("scope", sa.String(20), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        _counter("told"),
        *_keys("themes", group_id="groups", round_id="rounds"),
        **NUMBERED,
    )
    op.create_table(
        "theme_concerns",
        *(_to(name) for name in ("concern_id", "theme_id")),
        *_foreign("theme_concerns", concern_id="concerns", theme_id="themes"),
        sa.PrimaryKeyConstraint("concern_id", name=op.f("pk_theme_concerns")),
    )
    op.create_table(
        "theme_ratings",
        *(_to(name) for name in ("theme_id", "member_id")),
        sa.Column("rate", sa.String(10), nullable=False),
        *_foreign("theme_ratings", theme_id="themes", member_id="members"),
        sa.PrimaryKeyConstraint("theme_id", "member_id", name=op.f("pk_theme_ratings")),
    )


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _number() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _to(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> SchemaItem:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _flag(name: str) -> SchemaItem:
    return sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)


def _counter(name: str) -> SchemaItem:
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)


def _keys(table: str, **references: str) -> list[SchemaItem]:
    return [*_foreign(table, **references), sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))]


def _foreign(table: str, **references: str) -> list[SchemaItem]:
    return [
        sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))
        for column, other in references.items()
    ]
