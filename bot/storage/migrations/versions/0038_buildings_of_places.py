"""Which buildings a place is for"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "place_buildings",
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("building_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name=op.f("fk_place_buildings_place_id_places")),
        sa.ForeignKeyConstraint(
            ["building_id"], ["buildings.id"], name=op.f("fk_place_buildings_building_id_buildings")
        ),
        sa.PrimaryKeyConstraint("place_id", "building_id", name=op.f("pk_place_buildings")),
    )


def downgrade() -> None:
    op.drop_table("place_buildings")
