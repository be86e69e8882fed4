"""A join names the account whose person is told or asked, and the one that joins it; either may have made the code"""

from alembic import op

revision = "0110"
down_revision = "0109"
branch_labels = None
depends_on = None

NAMES = {"made_at": "host", "typed_at": "guest"}


def upgrade() -> None:
    _rename(NAMES, "typed_at", "guest")


def downgrade() -> None:
    _rename({new: old for old, new in NAMES.items()}, "guest", "typed_at")


def _rename(names: dict[str, str], indexed: str, now_indexed: str) -> None:
    op.drop_index(op.f(f"ix_joins_{indexed}"), "joins")
    for old, new in names.items():
        op.alter_column("joins", old, new_column_name=new)
    op.create_index(op.f(f"ix_joins_{now_indexed}"), "joins", [now_indexed])
