"""Groups agree by a decision in their own place, and boards from their public meeting"""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("quorum", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("dropped", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(["seat_id"], ["seats.id"], name=op.f("fk_decisions_seat_id_seats")),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_decisions_place_id_places")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_decisions_source"), "decisions", ["source", "source_id"])
    with op.batch_alter_table("polls") as polls:
        polls.add_column(sa.Column("decision_id", sa.Integer(), nullable=True))
        polls.create_foreign_key(op.f("fk_polls_decision_id_decisions"), "decisions", ["decision_id"], ["id"])
        polls.create_index(op.f("ix_polls_decision_id"), ["decision_id"])
    with op.batch_alter_table("consent_rules") as rules:
        rules.add_column(sa.Column("place_id", sa.Integer(), nullable=True))
        rules.add_column(sa.Column("quorum", sa.String(), server_default=sa.text("'none'"), nullable=False))
        rules.add_column(sa.Column("days", sa.Integer(), server_default="5", nullable=False))
        rules.create_foreign_key(op.f("fk_consent_rules_place_id_places"), "places", ["place_id"], ["id"])
    with op.batch_alter_table("goal_positions") as positions:
        positions.add_column(sa.Column("place_id", sa.Integer(), nullable=True))
        positions.add_column(sa.Column("quorum", sa.String(), server_default=sa.text("'none'"), nullable=False))
        positions.add_column(sa.Column("days", sa.Integer(), server_default="5", nullable=False))
        positions.add_column(sa.Column("decision_id", sa.Integer(), nullable=True))
        positions.add_column(sa.Column("shared", sa.Boolean(), server_default=sa.false(), nullable=False))
        positions.add_column(sa.Column("talk_by", sa.DateTime(timezone=True), nullable=True))
        positions.add_column(sa.Column("met_on", sa.String(), server_default=sa.text("''"), nullable=False))
        positions.add_column(sa.Column("item", sa.String(), server_default=sa.text("''"), nullable=False))
        positions.create_foreign_key(op.f("fk_goal_positions_place_id_places"), "places", ["place_id"], ["id"])
        positions.create_foreign_key(
            op.f("fk_goal_positions_decision_id_decisions"), "decisions", ["decision_id"], ["id"]
        )
        positions.create_index(op.f("ix_goal_positions_decision_id"), ["decision_id"])


def downgrade() -> None:
    with op.batch_alter_table("goal_positions") as positions:
        positions.drop_index(op.f("ix_goal_positions_decision_id"))
        positions.drop_constraint(op.f("fk_goal_positions_decision_id_decisions"), type_="foreignkey")
        positions.drop_constraint(op.f("fk_goal_positions_place_id_places"), type_="foreignkey")
        for column in ("place_id", "quorum", "days", "decision_id", "shared", "talk_by", "met_on", "item"):
            positions.drop_column(column)
    with op.batch_alter_table("consent_rules") as rules:
        rules.drop_constraint(op.f("fk_consent_rules_place_id_places"), type_="foreignkey")
        for column in ("place_id", "quorum", "days"):
            rules.drop_column(column)
    with op.batch_alter_table("polls") as polls:
        polls.drop_index(op.f("ix_polls_decision_id"))
        polls.drop_constraint(op.f("fk_polls_decision_id_decisions"), type_="foreignkey")
        polls.drop_column("decision_id")
    op.drop_table("decisions")
