"""The way back to whoever asked without a name, mutes, and how questions close; destinations in no order"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

UNORDERED = {"sqlite_with_rowid": False}


def upgrade() -> None:
    for column in ("by_itself", "unreached"):
        op.add_column("questions", sa.Column(column, sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "route_keys", *_of_question("route_keys"), sa.Column("key", sa.LargeBinary(), nullable=False), **UNORDERED
    )
    op.create_table(
        "sealed_routes",
        *_of_question("sealed_routes"),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["district_id"], ["districts.id"], name=op.f("fk_sealed_routes_district_id_districts")),
        **UNORDERED,
    )
    op.create_index(op.f("ix_sealed_routes_district_id"), "sealed_routes", ["district_id"])
    op.create_table(
        "route_remains",
        *_of_question("route_remains"),
        sa.Column("destroyed", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "mute_keys",
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["committee_id"], ["committees.id"], name=op.f("fk_mute_keys_committee_id_committees")),
        sa.PrimaryKeyConstraint("committee_id", name=op.f("pk_mute_keys")),
    )
    op.create_table(
        "route_mutes",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_route_mutes_committee_id_committees")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_route_mutes")),
        **UNORDERED,
    )
    op.create_index(op.f("ix_route_mutes_committee_id"), "route_mutes", ["committee_id"])
    if op.get_bind().dialect.name == "sqlite":  # whose rows would lie in the order of everybody's first message
        with op.batch_alter_table("destinations", recreate="always", table_kwargs=UNORDERED):
            pass


def _of_question(table: str) -> tuple[SchemaItem, ...]:
    return (
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["questions.id"], name=op.f(f"fk_{table}_question_id_questions")),
        sa.PrimaryKeyConstraint("question_id", name=op.f(f"pk_{table}")),
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        with op.batch_alter_table("destinations", recreate="always"):
            pass
    for table in ("route_mutes", "mute_keys", "route_remains", "sealed_routes", "route_keys"):
        op.drop_table(table)
    for column in ("unreached", "by_itself"):
        op.drop_column("questions", column)
